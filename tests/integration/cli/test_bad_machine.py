"""The machine in the way, or the data not whole: said, with what to do, and nothing lost."""

from __future__ import annotations

import contextlib
import errno
import shutil
import sqlite3
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.command_line import CommandLine
from tests.integration.cli.office import UNITS, Office, set_up
from tests.integration.cli.refusing import IMPORT, assert_sentence, refused


def test_forms_of_practice_data_are_not_taken_for_the_real_ones(
    office: Office, tmp_path: Path
) -> None:
    """The names are the same; a unit that fills the wrong one would be a stranger."""
    other = tmp_path / "practice"
    other.mkdir()
    set_up(other)
    kept = {path: path.read_bytes() for path in (other / "forms").iterdir()}
    words = ("form", "export", *IMPORT, "--out", other / "forms")
    assert refused(office, *words).error == "other_form_there"
    assert {path: path.read_bytes() for path in (other / "forms").iterdir()} == kept


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
    office.line("cycle", "open", "--kind", "half_year", "--year", 2026)
    out = office.folder / "day"
    before = office.line.state()
    ran = office.line("--json", "form", "export", "--cycle", "2026-half_year", "--out", out)
    assert (ran.code, ran.error) == (3, "disk_full")
    assert_sentence(ran.answer["error"]["message"])
    assert office.line.state() == before
    assert not out.exists()


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
