"""Where the program finds itself, from its source and frozen."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from thidua_desktop.system.paths import AppPaths, suggested_data_folder


def test_from_source_everything_that_ships_is_found() -> None:
    paths = AppPaths.detect()
    assert (paths.resources / "text").is_dir()
    assert list(paths.migrations.glob("0001_*.sql"))
    assert paths.portable_data == paths.root / "data"


def test_frozen_the_bundle_and_the_program_lie_apart(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path / "_internal"), raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "ThiDua.exe"))
    paths = AppPaths.detect()
    assert paths.resources == tmp_path / "_internal" / "resources"
    assert paths.migrations == tmp_path / "_internal" / "db" / "migrations"
    assert paths.portable_data == tmp_path / "data", "beside the program, where a USB stick has it"


def test_a_second_drive_is_suggested_before_the_home_folder(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert suggested_data_folder() == Path.home() / "ThiDua" or sys.platform == "win32"
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(Path, "is_dir", lambda self: self == Path("E:/"))
    assert suggested_data_folder() == Path("E:/ThiDua")
