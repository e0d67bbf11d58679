"""The machine's own settings: which data folder was used last."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """What this machine remembers; the office's own data stands in its database."""

    last_data_folder: str = ""


def settings_file() -> Path:
    """Where the settings lie for this user."""
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA", Path.home()))
    else:
        base = Path(os.environ.get("XDG_CONFIG_HOME", Path.home() / ".config"))
    return base / "thidua-desktop" / "settings.json"


def load_settings(file: Path) -> Settings:
    """The settings; a missing or broken file gives the defaults, for nothing of value is lost."""
    try:
        values = json.loads(file.read_text(encoding="utf-8"))
        return Settings(str(values.get("last_data_folder", "")))
    except (OSError, ValueError, AttributeError):
        return Settings()


def save_settings(file: Path, settings: Settings) -> None:
    """Write the settings beside the old file and put them in its place."""
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_suffix(".dang-ghi")
    unfinished.write_text(json.dumps(asdict(settings), ensure_ascii=False), encoding="utf-8")
    unfinished.replace(file)
