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


@pytest.fixture
def office(first_office: Path, tmp_path: Path) -> Office:
    """A copy of the first office, for one test to work on."""
    folder = tmp_path / "office"
    shutil.copytree(first_office, folder)
    line = CommandLine(folder / "data", FixedClock(DAY))
    names = {unit["name"]: unit["code"] for unit in line.ask("unit", "list")["units"]}
    forms = {
        code: path
        for code in names.values()
        for path in (folder / "forms").glob(f"*_{code}_*.xlsx")
    }
    return Office(line, folder, forms)


@pytest.fixture
def ranked(office: Office) -> Office:
    """The office with every form taken."""
    office.take_all()
    office.line.clock.set(dt.date(2026, 12, 16))
    return office
