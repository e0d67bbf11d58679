"""Forms that can not be taken: every fault named by sheet and cell, and no report stored."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from tests.forms_in_hand import SHEET, rows_of
from tests.integration.cli.office import Office, set_up
from tests.integration.cli.refusing import IMPORT, assert_sentence, codes


def unfit(office: Office, *files: Path) -> list[dict[str, Any]]:
    """Collect files that can't be taken; what came in is noted, but no unit has a report."""
    answer = office.line.ask("form", "import", *files, *IMPORT, code=1)
    for file in answer["files"]:
        assert file["status"] in ("rejected", "unknown")
        assert file["issues"]
        for issue in file["issues"]:
            assert_sentence(issue["message"])
    groups = office.line.ask("rank", *IMPORT)["groups"]
    assert all(row["self"] is None for group in groups for row in group["rows"])
    assert office.line.ask("check")["ok"] is True
    files_told: list[dict[str, Any]] = answer["files"]
    return files_told


def encrypted_workbook() -> bytes:
    """The shape of an encrypted workbook: an OLE container that names its two streams."""
    sector = 512
    header = bytearray(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * (sector - 8))
    header[24:34] = bytes((0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0))
    header[44:48] = (1).to_bytes(4, "little")
    header[48:52] = (1).to_bytes(4, "little")
    header[56:60] = (4096).to_bytes(4, "little")
    header[60:64] = header[68:72] = (0xFFFFFFFE).to_bytes(4, "little")
    header[76:512] = b"\xff" * 436
    header[76:80] = (0).to_bytes(4, "little")
    fat = (0xFFFFFFFD).to_bytes(4, "little") + (0xFFFFFFFE).to_bytes(4, "little")
    names = b"".join(map(directory_entry, ("Root Entry", "EncryptionInfo", "EncryptedPackage")))
    return bytes(header) + fat.ljust(sector, b"\xff") + names.ljust(sector, b"\0")


def directory_entry(name: str) -> bytes:
    raw = name.encode("utf-16-le") + b"\0\0"
    kind = 5 if name == "Root Entry" else 2
    entry = bytearray(raw.ljust(64, b"\0") + len(raw).to_bytes(2, "little") + bytes((kind, 1)))
    entry += b"\xff" * 12 + b"\0" * 36
    entry += (0xFFFFFFFE).to_bytes(4, "little") + (0).to_bytes(8, "little")
    return bytes(entry[:128])


@pytest.mark.parametrize("what", ["not-zip", "torn", "empty", "picture", "encrypted"])
def test_a_workbook_that_can_not_be_read(what: str, office: Office) -> None:
    path = office.folder / "phieu.xlsx"
    whole = office.returned("DV001").read_bytes()
    path.write_bytes(
        {
            "not-zip": b"day khong phai bang tinh\n" * 40,
            "torn": whole[: len(whole) // 2],
            "empty": b"",
            "picture": b"\x89PNG\r\n\x1a\n" + b"\0" * 500,
            # What Excel writes for a workbook with a password: an OLE file, not a ZIP.
            "encrypted": encrypted_workbook(),
        }[what]
    )
    (file,) = unfit(office, path)
    assert codes(file)[0].startswith(("workbook_", "not_a_workbook")), file
    listed = office.line("--json", "unit", "import", path)
    assert (listed.code, listed.error) == (1, "list_unreadable")
    assert listed.answer["issues"]


def test_the_form_of_another_cycle(office: Office) -> None:
    office.line.ask("cycle", "open", "--kind", "annual", "--year", 2027)
    out = office.folder / "nam-sau"
    office.line.ask("form", "export", "--cycle", "2027-annual", "--out", out)
    (file,) = unfit(office, next(out.glob("*DV001*")))
    assert codes(file) == ["form_other_cycle"]


def test_the_form_of_another_commune(office: Office, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    set_up(other)
    (file,) = unfit(office, next((other / "forms").glob("*DV001*")))
    assert codes(file) == ["form_other_office"]
    assert file["unit"] is None


def test_two_forms_of_one_unit_the_newest_good_one_counts(office: Office) -> None:

    good, faulty = office.returned("DV001"), office.returned("DV001", "moi.xlsx", A1="đạt")
    os.utime(good, (1_700_000_000, 1_700_000_000))
    answer = office.line.ask("form", "import", good, faulty, *IMPORT, code=1)
    assert {Path(f["path"]).name: f["status"] for f in answer["files"]} == {
        good.name: "accepted",
        faulty.name: "rejected",
    }
    groups = office.line.ask("rank", *IMPORT)["groups"]
    assert groups[0]["rows"][0]["self"] == 84


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        (2600, "points_over_max"),
        (-100, "points_negative"),
        ("đạt", "points_not_number"),
        ("95%", "points_percent_not_points"),
        ("1.234", "points_ambiguous_number"),
        ("8,555", "points_too_many_decimals"),
        ("=SUM(Z1:Z9)", "points_formula_without_value"),
        ("#REF!", "points_excel_error"),
    ],
)
def test_a_cell_that_holds_no_points(typed: int | str, code: str, office: Office) -> None:
    form = office.returned("DV001", A1=typed)
    (file,) = unfit(office, form)
    (issue,) = file["issues"]
    assert issue["code"] == code
    assert (issue["sheet"], issue["cell"]) == (SHEET, f"D{rows_of(form)[0].row}")


def test_every_fault_of_a_form_is_told_at_once(office: Office) -> None:
    form = office.returned("DV001", A1="đạt", A2=1600, A3=-50)
    (file,) = unfit(office, form)
    assert codes(file) == ["points_not_number", "points_over_max", "points_negative"]


def test_a_form_whose_code_was_changed(office: Office) -> None:
    form = office.returned("DV001")
    workbook = load_workbook(form)
    hidden = next(sheet for sheet in workbook if sheet.sheet_state != "visible")
    cell = next(row[1] for row in hidden.iter_rows() if row[0].value == "unit")
    cell.value = "DV002"
    workbook.save(form)
    (file,) = unfit(office, form)
    assert codes(file) == ["form_altered"]


def test_a_form_with_a_row_missing(office: Office) -> None:
    form = office.returned("DV001")
    workbook = load_workbook(form)
    workbook[SHEET].delete_rows(rows_of(form)[1].row)
    workbook.save(form)
    (file,) = unfit(office, form)
    assert "criterion_row_missing" in codes(file)


def test_a_strange_workbook_is_no_form(office: Office) -> None:
    path = office.folder / "khac.xlsx"
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.append(["Họ tên", "Điểm"])
    workbook.save(path)
    (file,) = unfit(office, path)
    assert (file["status"], codes(file)) == ("unknown", ["form_not_recognised"])


def test_people_read_the_fault_with_its_place(office: Office) -> None:
    form = office.returned("DV001", A1="đạt")
    ran = office.line("form", "import", form, *IMPORT)
    assert ran.code == 1
    told = ran.told
    assert f"trang «{SHEET}», ô D{rows_of(form)[0].row}: «đạt» không phải là điểm." in told
    assert "points_" not in told


@pytest.mark.skipif(sys.platform != "linux", reason="only there are names mere bytes")
def test_a_file_whose_name_is_no_text_is_taken_and_told(office: Office) -> None:
    whole = office.returned("DV001")
    folder = office.folder / "odd"
    folder.mkdir()
    (folder / os.fsdecode(b"phi\xffeu.xlsx")).write_bytes(whole.read_bytes())
    [file] = office.line.ask("form", "import", folder, *IMPORT)["files"]
    assert file["status"] == "accepted"
    assert file["path"].endswith("phi?eu.xlsx")


def test_a_second_table_that_says_otherwise_is_told(office: Office) -> None:
    form = office.returned("DV001")
    workbook = load_workbook(form)
    copy = workbook.copy_worksheet(workbook[SHEET])
    copy.title = f"{SHEET} (2)"
    workbook.save(form)
    same = office.line.ask("form", "import", form, *IMPORT, "--dry-run")["files"]
    assert [(file["status"], codes(file)) for file in same] == [("accepted", [])]
    copy[f"D{rows_of(form)[0].row}"] = 1
    workbook.save(form)
    (file,) = office.line.ask("form", "import", form, *IMPORT, "--dry-run")["files"]
    assert (file["status"], codes(file)) == ("warned", ["form_table_twice"])
    assert file["issues"][0]["sheet"] == copy.title
    assert_sentence(file["issues"][0]["message"])
