"""Wrong input of every usual kind: named in a sentence, the right exit code, and nothing stored."""

from __future__ import annotations

import contextlib
import errno
import shutil
import sqlite3
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from tests.command_line import CommandLine, Ran
from tests.forms_in_hand import SHEET, rows_of
from tests.integration.cli.conftest import CYCLE, UNITS, Office, set_up

IMPORT = ("--cycle", CYCLE)


KEYS = ("dac_khu.",)
"""Words that an office itself writes in its files, and so may be told."""


def assert_sentence(text: str) -> None:
    """Plain Vietnamese: begins like a sentence, ends like one, and names no code or class."""
    assert text
    assert text[0].isupper() or text[0] == "«" or text[0].isdigit(), text
    assert text.endswith((".", "?", "!")), text
    words = [word for word in text.split() if "/" not in word and "\\" not in word]
    for jargon in ("Traceback", "Error", "Exception", "None", "{", "errno"):
        assert jargon not in " ".join(words), text
    assert not [word for word in words if "_" in word.strip("«»,.;") and word not in KEYS], text


def refused(office: Office, *words: object) -> Ran:
    """Run a command that must not change anything; its sentence must be fit for people."""
    before = office.line.state()
    ran = office.line("--json", *words)
    assert ran.code in (1, 3), ran.told
    assert office.line.state() == before
    if "error" in ran.answer:
        assert_sentence(ran.answer["error"]["message"])
    for issue in ran.answer.get("issues", []):
        assert_sentence(issue["message"])
    return ran


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


def codes(file: dict[str, Any]) -> list[str]:
    return [issue["code"] for issue in file["issues"]]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("unit", "import", "khong-co.xlsx"), "path_missing"),
        (("person", "import", "khong-co.xlsx"), "path_missing"),
        (("form", "import", "khong-co.xlsx", *IMPORT), "paths_missing"),
        (("form", "export", "--cycle", "2026-final", "--out", "phieu"), "cycle_unknown"),
        (("rank", "--cycle", "2031-annual"), "cycle_unknown"),
        (("cycle", "close", "2031-annual"), "cycle_unknown"),
        (("cycle", "open", "--kind", "annual", "--year", "2024"), "year_outside_plan"),
        (("cycle", "open", "--kind", "annual", "--year", "2026"), "cycle_exists"),
        (("undo", "999"), "operation_unknown"),
    ],
)
def test_what_does_not_exist(words: tuple[str, ...], code: str, office: Office) -> None:
    ran = refused(office, *words)
    assert (ran.code, ran.error) == (1, code)


def test_a_folder_without_workbooks(office: Office) -> None:
    empty = office.folder / "trong"
    empty.mkdir()
    assert refused(office, "form", "import", empty, *IMPORT).error == "no_files_found"


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
    import os

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


def test_a_list_without_a_head(office: Office) -> None:
    path = office.folder / "danh-sach.csv"
    path.write_text("a,b,c\n1,2,3\n", encoding="utf-8")
    assert refused(office, "unit", "import", path).error == "unit_list_not_found"
    assert refused(office, "person", "import", path).error == "person_list_not_found"


def test_a_unit_twice_in_a_list_is_taken_once(office: Office) -> None:
    path = office.folder / "danh-sach.csv"
    path.write_text(f"{UNITS}5,PHÒNG  KINH TẾ,Cơ quan,,,,\n", encoding="utf-8")
    before = office.line.ask("unit", "list")
    answer = office.line.ask("unit", "import", path, code=1)
    assert (answer["accepted"], answer["rejected"]) == (4, 1)
    (issue,) = [i for i in answer["issues"] if i["severity"] == "error"]
    assert (issue["code"], issue["cell"]) == ("unit_twice", "B6")
    assert office.line.ask("unit", "list") == before


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('title = """', 'tittle = """'),
        ("\nmax_points = 25", "\nmax_points = 125"),
        ("first_year = 2025", "first_year = 2025\nfirst_year = 2026"),
        ("last_year = 2030", "last_year = "),
        ('kind = "xa"', 'kind = "huyen"'),
    ],
)
def test_a_plan_file_with_a_hole(old: str, new: str, tmp_path: Path) -> None:
    plan = tmp_path / "cua-minh.toml"
    shipped = Path(__file__).parents[3] / "resources" / "plans" / "xuan-hung.toml"
    text = shipped.read_text(encoding="utf-8")
    assert old in text
    plan.write_text(text.replace(old, new, 1), encoding="utf-8")
    line = CommandLine(tmp_path / "data")
    ran = line("--json", "init", "--plan", plan)
    assert (ran.code, ran.error) == (1, "plan_file_broken")
    assert_sentence(ran.answer["error"]["message"])
    assert ran.answer["issues"]
    for issue in ran.answer["issues"]:
        assert issue["file"] == plan.name
        assert issue["cell"].startswith("dòng ")
        assert_sentence(issue["message"])
    assert not line.data.exists()


def test_an_own_plan_that_is_sound_is_taken(tmp_path: Path) -> None:
    plan = tmp_path / "cua-minh.toml"
    shipped = Path(__file__).parents[3] / "resources" / "plans" / "xuan-hung.toml"
    shutil.copy(shipped, plan)
    line = CommandLine(tmp_path / "data")
    line.ask("init", "--plan", plan)
    line.ask("cycle", "open", "--kind", "annual", "--year", 2026)


def test_a_plan_that_does_not_ship(tmp_path: Path) -> None:
    line = CommandLine(tmp_path / "data")
    for plan in ("khong-co", tmp_path / "khong-co.toml"):
        ran = line("--json", "init", "--plan", plan)
        assert ran.code == 1
        assert_sentence(ran.answer["error"]["message"])
        assert not line.data.exists()


def test_an_office_file_with_faults_leaves_no_folder(tmp_path: Path) -> None:
    words = tmp_path / "co-quan.toml"
    words.write_text('chairr = "Mẫu"\nlate_cap = -1\n', encoding="utf-8")
    line = CommandLine(tmp_path / "data")
    ran = line("--json", "init", "--plan", "xuan-hung", "--office", words)
    assert (ran.code, ran.error) == (1, "office_file_broken")
    assert len(ran.answer["issues"]) == 2
    assert not line.data.exists()


def test_a_folder_with_data_is_not_taken_twice(office: Office) -> None:
    ran = refused(office, "init", "--plan", "xuan-hung")
    assert (ran.code, ran.error) == (3, "data_exists")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (None, "database_missing"),
        (b"", "database_empty"),
        (b"not a database at all" * 100, "database_not_ours"),
    ],
)
def test_a_folder_without_our_data(content: bytes | None, code: str, tmp_path: Path) -> None:
    line = CommandLine(tmp_path / "data")
    line.data.mkdir()
    if content is not None:
        (line.data / "thidua.db").write_bytes(content)
    ran = line("--json", "unit", "list")
    assert (ran.code, ran.error) == (1, code)
    assert_sentence(ran.answer["error"]["message"])
    if content is not None:
        assert (line.data / "thidua.db").read_bytes() == content


def test_the_database_of_another_program(tmp_path: Path) -> None:
    line = CommandLine(tmp_path / "data")
    line.data.mkdir()
    with contextlib.closing(sqlite3.connect(line.data / "thidua.db")) as other:
        other.execute("CREATE TABLE accounts (id)")
    ran = line("--json", "check")
    assert (ran.code, ran.error) == (1, "database_foreign")


def test_a_damaged_database_is_told_and_kept(office: Office) -> None:
    path = office.line.data / "thidua.db"
    broken = bytearray(path.read_bytes())
    broken[4096:20480] = b"\x5a" * 16384
    path.write_bytes(bytes(broken))
    for command in ("check", "log"):
        ran = office.line("--json", command)
        assert (ran.code, ran.error) == (1, "database_damaged")
    assert path.read_bytes() == bytes(broken)


def test_a_changed_row_shows_in_the_check(office: Office) -> None:
    path = office.line.data / "thidua.db"
    with contextlib.closing(sqlite3.connect(path)) as outside, outside:
        outside.execute("DROP TRIGGER change_is_final_update")
        outside.execute("UPDATE change SET after = replace(after, 'Phòng Kinh tế', 'Phòng Khác')")
    answer = office.line.ask("check", code=1)
    assert answer["ok"] is False
    assert "journal_broken" in {problem["code"] for problem in answer["problems"]}
    for problem in answer["problems"]:
        assert_sentence(problem["message"])


def test_a_missing_attachment_shows_in_the_check(office: Office) -> None:
    office.take_all()
    shutil.rmtree(office.line.data / "attachments")
    answer = office.line.ask("check", code=1)
    assert {problem["code"] for problem in answer["problems"]} == {"attachment_missing"}


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 torn", None])
def test_a_file_that_is_no_backup(content: bytes | None, tmp_path: Path) -> None:
    file = tmp_path / "ban-sao.zip"
    if content is None:
        with zipfile.ZipFile(file, "w") as archive:
            archive.writestr("../thidua.db", "x")
    else:
        file.write_bytes(content)
    line = CommandLine(tmp_path / "new")
    ran = line("--json", "restore", file)
    assert (ran.code, ran.error) == (1, "backup_damaged")
    assert_sentence(ran.answer["error"]["message"])
    assert not line.data.exists() or not any(line.data.iterdir())


def test_restoring_over_something(office: Office) -> None:
    made = office.line.ask("backup", "--to", office.folder / "usb")
    ran = refused(office, "restore", made["file"])
    assert (ran.code, ran.error) == (3, "folder_not_empty")
    assert refused(office, "restore", office.folder / "khong-co.zip").error == "backup_missing"


@pytest.fixture
def no_folder(office: Office) -> Path:
    """A place where no folder can be made, whoever asks: its parent is a file."""
    file = office.folder / "mot-tep"
    file.write_text("x", encoding="utf-8")
    return file / "trong-tep"


@pytest.mark.parametrize(
    "words",
    [
        ("form", "export", *IMPORT, "--out"),
        ("form", "return", *IMPORT, "--out"),
        ("backup", "--to"),
        ("restore", "--data"),
        ("init", "--plan", "xuan-hung", "--data"),
    ],
)
def test_a_folder_that_can_not_be_made(
    words: tuple[str, ...], office: Office, no_folder: Path
) -> None:
    office.line.ask("form", "import", office.returned("DV003", B1="đạt"), *IMPORT, code=1)
    made = office.line.ask("backup", "--to", office.folder / "usb")
    before = office.line.state()
    asked = [*words, no_folder] if words[0] != "restore" else [*words, no_folder, made["file"]]
    if "--data" not in words:
        asked += ["--data", office.line.data]
    ran = office.line.type("--json", *asked)
    assert ran.code == 3, ran.told
    assert_sentence(ran.answer["error"]["message"])
    assert office.line.state() == before


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every file that is made durable finds no room, as on a full disk."""

    def no_room(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", no_room)
        yield


def test_forms_on_a_full_disk_are_not_given(office: Office, full_disk: None) -> None:
    del full_disk
    office.line("cycle", "open", "--kind", "final", "--year", 2026)
    out = office.folder / "day"
    before = office.line.state()
    ran = office.line("--json", "form", "export", "--cycle", "2026-final", "--out", out)
    assert (ran.code, ran.error) == (3, "disk_full")
    assert_sentence(ran.answer["error"]["message"])
    assert office.line.state() == before
    assert not list(out.iterdir())


def test_a_full_disk_under_the_database_keeps_what_was(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLite's own limit on the file's size gives the very error that a full disk gives."""
    from thidua_desktop.storage import connection

    opened = connection._connect

    def small(path: Path) -> sqlite3.Connection:
        found = opened(path)
        found.execute("PRAGMA max_page_count = 1")  # never below what the file has already
        return found

    many = office.folder / "nhieu.csv"
    rows = "".join(f"{n},Thôn Ví Dụ {n},Xóm,,,,\n" for n in range(1, 400))
    many.write_text(UNITS.splitlines()[0] + "\n" + rows, encoding="utf-8")
    before = office.line.state()
    with monkeypatch.context() as patch:
        patch.setattr(connection, "_connect", small)
        ran = office.line("--json", "unit", "import", many)
    assert (ran.code, ran.error) == (3, "disk_full")
    assert office.line.state() == before


def test_two_at_one_desk_are_told_of_each_other(office: Office) -> None:
    from tests.command_line import the_program

    with the_program(office.line.clock).open_desk(office.line.data):
        ran = office.line("--json", "unit", "list")
    assert (ran.code, ran.error) == (3, "database_in_use")
    assert_sentence(ran.answer["error"]["message"])
    assert office.line.ask("check")["ok"] is True


def test_people_read_the_fault_with_its_place(office: Office) -> None:
    form = office.returned("DV001", A1="đạt")
    ran = office.line("form", "import", form, *IMPORT)
    assert ran.code == 1
    told = ran.told
    assert f"trang «{SHEET}», ô D{rows_of(form)[0].row}: «đạt» không phải là điểm." in told
    assert "points_" not in told
