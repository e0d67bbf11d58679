"""What every test starts from: no screen needed, one locale, fixed random cases, our own fonts."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from thidua_desktop.system.settings import settings_file

FONTS = Path(__file__).parent.parent / "resources" / "fonts"

# Before anything loads Qt: without a display Qt ends the whole process instead of failing a test.
if sys.platform.startswith("linux") and not os.environ.get("DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# The same words, order and hours on every machine, whatever it was set to.
for _name in [name for name in os.environ if name.startswith("LC_") or name == "LANGUAGE"]:
    del os.environ[_name]
os.environ["LANG"] = "C.UTF-8"
os.environ["TZ"] = "Asia/Ho_Chi_Minh"
if sys.platform != "win32":
    time.tzset()

# Slow machines must not fail a test, and a red run must be red again when it is looked into.
settings.register_profile(
    "ci",
    derandomize=True,
    database=None,
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
# For hunting: HYPOTHESIS_PROFILE=hunt pytest tests/unit
settings.register_profile(
    "hunt",
    deadline=None,
    max_examples=2_000,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


@pytest.fixture(scope="session", autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Keep the person's own settings out of the tests, and the tests out of them."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
            patch.setenv(name, str(home / name.lower()))
        for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
            patch.setenv(name, str(home))
        yield home


@pytest.fixture(autouse=True)
def nothing_remembered(own_home: Path) -> Iterator[None]:
    """No test finds the data folder that another one used last."""
    assert own_home.is_dir()
    yield
    for name in ("settings.json", "thu-muc-quet.txt"):
        settings_file().with_name(name).unlink(missing_ok=True)


@pytest.fixture(scope="session")
def qapp(qapp: object) -> object:
    """The application of pytest-qt, with the fonts that ship; a slim machine has none at all."""
    from PySide6.QtGui import QFontDatabase

    for file in sorted(FONTS.glob("*.ttf")):
        assert QFontDatabase.addApplicationFont(str(file)) >= 0, file.name
    return qapp
