"""`--hidden take|skip`: without it nothing of a file with hidden parts is written."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from tests.forms_in_hand import SHEET, rows_of
from tests.integration.cli.office import CYCLE, Office

HEAD = ("STT", "Tên đơn vị", "Nhóm")


@pytest.fixture
def filtered(tmp_path: Path) -> Path:
    """A list in which a filter hides two of four units."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(HEAD)
    for number in range(1, 5):
        sheet.append((number, f"Xóm {number}", "Xóm"))
    sheet.auto_filter.ref = "A1:C5"
    for number in (3, 4):
        sheet.row_dimensions[number].hidden = True
    path = tmp_path / "loc.xlsx"
    book.save(path)
    return path


def units(office: Office) -> int:
    return len(office.line.ask("unit", "list")["units"])


@pytest.mark.parametrize(("choice", "more"), [("take", 4), ("skip", 2)])
def test_a_list_is_written_only_when_it_is_answered(
    office: Office, filtered: Path, choice: str, more: int
) -> None:
    before = units(office)
    asked = office.line.ask("unit", "import", filtered, code=1)
    assert (asked["accepted"], asked["operation"], asked["asks_hidden"]) == (0, None, True)
    assert "rows_hidden_asked" in [issue["code"] for issue in asked["issues"]]
    assert units(office) == before
    done = office.line.ask("unit", "import", filtered, "--hidden", choice)
    assert (done["accepted"], done["asks_hidden"]) == (more, False)
    assert units(office) == before + more


def test_people_are_told_what_to_type(office: Office, filtered: Path) -> None:
    told = office.line("unit", "import", filtered)
    assert told.code == 1
    assert "có nhập không?" in told.out + told.err
    assert "--hidden take" in told.out + told.err


def test_a_form_is_left_alone_until_it_is_answered(office: Office) -> None:
    path = office.returned("DV001")
    book = load_workbook(path)
    for row in rows_of(path)[:3]:
        book[SHEET].row_dimensions[row.row].hidden = True
    book.save(path)
    words = ("form", "import", path, "--cycle", CYCLE)
    asked = office.line.ask(*words, code=1)
    [file] = asked["files"]
    assert (file["status"], asked["operation"], asked["asks_hidden"]) == ("rejected", None, 1)
    assert office.line.ask(*words, code=1)["operation"] is None
    taken = office.line.ask(*words, "--hidden", "take")
    assert taken["files"][0]["status"] == "warned"
    assert taken["operation"] is not None
    assert office.line.ask(*words)["asks_hidden"] == 0
