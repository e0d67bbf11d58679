"""The office at the moment before the first form comes back, and after all have."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest

from tests.command_line import CommandLine
from tests.integration.cli.office import DAY, Office, set_up
from thidua_desktop.system.clock import FixedClock


@pytest.fixture(scope="session")
def first_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("first-office")
    set_up(folder)
    return folder


@pytest.fixture(scope="session")
def first_ranked(first_office: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The office once every form was taken; each worker takes them once."""
    folder = tmp_path_factory.mktemp("ranked") / "office"
    _copied(first_office, folder).take_all()
    return folder


def _copied(first: Path, folder: Path) -> Office:
    shutil.copytree(first, folder)
    line = CommandLine(folder / "data", FixedClock(DAY))
    names = {unit["name"]: unit["code"] for unit in line.ask("unit", "list")["units"]}
    forms = {
        code: path
        for code in names.values()
        for path in (folder / "forms").glob(f"*_{code}_*.xlsx")
    }
    return Office(line, folder, forms)


@pytest.fixture
def office(first_office: Path, tmp_path: Path) -> Office:
    """A copy of the first office, for one test to work on."""
    return _copied(first_office, tmp_path / "office")


@pytest.fixture
def ranked(first_ranked: Path, tmp_path: Path) -> Office:
    """The office with every form taken."""
    made = _copied(first_ranked, tmp_path / "office")
    made.line.clock.set(dt.date(2026, 12, 16))
    return made
