"""evidence on the command line: added by names, listed, exported, untied."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from tests.forms_in_hand import rows_of
from tests.integration.cli.office import CYCLE, Office

UNIT = "DV001"


@pytest.fixture
def sent(office: Office) -> Path:
    """A folder as units hand it over on a USB stick."""
    folder = office.folder / "usb"
    first = rows_of(office.forms[UNIT])[0].code
    place = folder / "Phòng Kinh tế" / f"{first} minh chung"
    place.mkdir(parents=True)
    (place / "Kế hoạch số 12.pdf").write_bytes(b"%PDF-1.4 ke hoach")
    (folder / "ảnh lạ.jpg").write_bytes(b"\xff\xd8 anh")
    (folder / "cai-dat.exe").write_bytes(b"MZ")
    return folder


def test_a_folder_is_looked_at_then_taken(office: Office, sent: Path) -> None:
    at = ("evidence", "add", sent, "--cycle", CYCLE)
    looked = office.line("--json", *at, "--dry-run")
    assert (looked.code, looked.answer["operation"]) == (1, None)
    states = {one["title"]: one["state"] for one in looked.answer["files"]}
    assert states == {"Kế hoạch số 12.pdf": "ready", "ảnh lạ.jpg": "unsure", "cai-dat.exe": "aside"}
    taken = office.line("--json", *at)
    assert (taken.code, taken.answer["added"]) == (1, 1)
    again = office.line("--json", *at)
    assert (again.answer["added"], again.answer["known"], again.answer["operation"]) == (0, 1, None)
    (listed,) = office.line.ask("evidence", "list", "--cycle", CYCLE)["evidence"]
    assert (listed["unit"], listed["title"]) == (UNIT, "Kế hoạch số 12.pdf")
    assert office.line.ask("check")["ok"]


def test_a_named_place_takes_the_file_and_an_undo_gives_it_back(office: Office, sent: Path) -> None:
    code = rows_of(office.forms[UNIT])[0].code
    at = ("--cycle", CYCLE, "--unit", UNIT, "--criterion", code)
    added = office.line.ask("evidence", "add", sent / "ảnh lạ.jpg", *at)
    sha = added["files"][0]
    assert (sha["unit"], sha["criterion"], sha["state"]) == (UNIT, code, "ready")
    (listed,) = office.line.ask("evidence", "list", "--cycle", CYCLE)["evidence"]
    name = ("--file", listed["sha256"][:8], "--name", "Ảnh hội nghị")
    assert office.line.ask("evidence", "rename", *at, *name)["title"] == "Ảnh hội nghị.jpg"
    missing = office.line.ask("evidence", "missing", "--cycle", CYCLE, "--unit", UNIT)["missing"]
    assert missing == []
    (listed,) = office.line.ask("evidence", "list", "--cycle", CYCLE)["evidence"]
    gone = office.line.ask("evidence", "remove", *at, "--file", listed["sha256"][:8])
    assert office.line.ask("evidence", "list", "--cycle", CYCLE)["evidence"] == []
    office.line.ask("undo", gone["operation"])
    assert office.line.ask("evidence", "list", "--cycle", CYCLE)["evidence"] == [listed]


def test_the_export_is_a_folder_or_a_zip_with_its_contents(office: Office, sent: Path) -> None:
    office.line("evidence", "add", sent, "--cycle", CYCLE)
    folder, packed = office.folder / "xuat", office.folder / "xuat.zip"
    files = office.line.ask("evidence", "export", "--cycle", CYCLE, "--out", folder)["files"]
    assert Path(files[1]).name == "01-ke-hoach-so-12.pdf"
    assert Path(files[1]).read_bytes() == b"%PDF-1.4 ke hoach"
    values = [cell.value for row in load_workbook(files[0])["Mục lục"] for cell in row]
    assert "MỤC LỤC MINH CHỨNG" in values
    assert "Kế hoạch số 12.pdf" in values
    office.line.ask("evidence", "export", "--cycle", CYCLE, "--out", packed)
    with ZipFile(packed) as opened:
        assert min(opened.namelist()) == "00-muc-luc.xlsx"
        assert len(opened.namelist()) == 2


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (("evidence", "add", "gone.pdf", "--cycle", CYCLE), "paths_missing"),
        (("evidence", "list", "--cycle", "2030-final"), "cycle_unknown"),
        (("evidence", "list", "--cycle", CYCLE, "--unit", "DV999"), "unit_unknown"),
        (("evidence", "export", "--cycle", CYCLE, "--out", "x"), "nothing_attached"),
        (
            ("evidence", "remove", "--cycle", CYCLE, "--unit", UNIT, "--file", "abc"),
            "evidence_unknown",
        ),
    ],
)
def test_what_cannot_be_done_is_told(office: Office, words: tuple[str, ...], error: str) -> None:
    ran = office.line("--json", *words)
    assert (ran.code, ran.error) == (1, error)
