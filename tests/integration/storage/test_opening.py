"""Opening and creating: what is refused is told by its own code, and left untouched."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.integration.storage.data_folder import (
    ACTOR,
    DAY,
    MIGRATIONS,
    PLAN,
    add_units,
    everything,
    files_of,
    new_store,
    opened,
    outsider,
    refusal,
    store_of,
    unit_codes,
)
from tests.integration.storage.ordinary_user import public_folder, without_rights_to
from thidua_desktop.application.books import Books
from thidua_desktop.application.setting_up.starting import FirstOperation
from thidua_desktop.domain.errors import EnvironmentFault, InputError, NotFound
from thidua_desktop.storage.connection import APPLICATION_ID, DATABASE_NAME
from thidua_desktop.storage.lock import HOLDER_NAME, LOCK_NAME
from thidua_desktop.storage.migrator import schema_version
from thidua_desktop.storage.store import SqliteStore

LOCK_FILES = {LOCK_NAME}
"""The empty lock file stays in a data folder: taking it away would let two in."""

needs_rights = pytest.mark.skipif(sys.platform == "win32", reason="rights are set another way")


# What is no database of ours


def html(path: Path) -> None:
    path.write_text("<!doctype html><title>Không tìm thấy</title>" + " " * 4096, encoding="utf-8")


def foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE contacts (name)")


def foreign_in_wal(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE contacts (name)")


def newer_in_wal(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("PRAGMA user_version = 9999")


@pytest.mark.parametrize(
    ("make", "kind", "code"),
    [
        (lambda path: path.touch(), InputError, "database_empty"),
        (lambda path: path.write_bytes(b"SQLite format 3\x00"), InputError, "database_not_ours"),
        (lambda path: path.write_bytes(b"\x00" * 8192), InputError, "database_not_ours"),
        (
            lambda path: path.write_bytes(b"PK\x03\x04" + bytes(4096)),
            InputError,
            "database_not_ours",
        ),
        (html, InputError, "database_not_ours"),
        (foreign, InputError, "database_foreign"),
        (foreign_in_wal, InputError, "database_foreign"),
        (newer_in_wal, EnvironmentFault, "database_newer"),
        (lambda path: path.mkdir(), NotFound, "database_missing"),
    ],
)
def test_what_is_not_ours_is_told_and_left_as_it_was(
    folder: Path, make: Callable[[Path], object], kind: type, code: str
) -> None:
    folder.mkdir()
    make(folder / DATABASE_NAME)
    before = files_of(folder)
    error = refusal(store_of(folder).open)
    assert (type(error), error.code) == (kind, code)
    assert files_of(folder) == before


def test_a_missing_folder_is_told_and_not_made(folder: Path) -> None:
    assert refusal(store_of(folder).open).code == "database_missing"
    assert not folder.exists()


def test_a_folder_without_a_database_is_told_and_stays_empty(folder: Path) -> None:
    folder.mkdir()
    error = refusal(store_of(folder).open)
    assert (error.code, error.data) == ("database_missing", {"folder": str(folder)})
    assert list(folder.iterdir()) == []


def test_a_newer_database_is_told_with_both_versions_and_left_as_it_was(
    store: SqliteStore,
) -> None:
    store.close()
    with outsider(store.folder) as connection:
        known = schema_version(connection)
        connection.execute(f"PRAGMA user_version = {known + 1}")
    before = files_of(store.folder)
    error = refusal(store_of(store.folder).open)
    assert (error.code, error.data) == ("database_newer", {"found": known + 1, "known": known})
    assert files_of(store.folder) == before


@pytest.mark.parametrize("share", [0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99])
def test_a_truncated_file_is_told_and_left_as_it_was(store: SqliteStore, share: float) -> None:
    add_units(store, *range(1, 60))
    store.close()
    path = store.folder / DATABASE_NAME
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * share)])
    before = files_of(store.folder)
    error = refusal(store_of(store.folder).open)
    assert error.code == "database_damaged"
    assert files_of(store.folder) == before


def test_a_first_page_of_zeros_is_told(store: SqliteStore) -> None:
    store.close()
    path = store.folder / DATABASE_NAME
    path.write_bytes(bytes(4096) + path.read_bytes()[4096:])
    assert refusal(store_of(store.folder).open).code == "database_not_ours"


# Creating


def test_a_new_folder_is_made_with_its_parents(tmp_path: Path) -> None:
    folder = tmp_path / "D" / "Thi đua"
    store = store_of(folder)
    store.create(is_practice=True)
    with store.read() as books:
        assert (books.dataset.created_on, books.dataset.is_practice) == (DAY, True)
        assert len(books.dataset.id) >= 16
        assert books.dataset.id != books.dataset.form_key
    assert [operation.action for operation in store.operations()] == ["data_created"]
    store.close()
    assert set(files_of(folder)) == {DATABASE_NAME, *LOCK_FILES}


@pytest.mark.parametrize(
    "name", [DATABASE_NAME, f"{DATABASE_NAME}-journal", "attachments/ab", "backups/x.zip"]
)
def test_creating_where_data_are_is_refused(folder: Path, name: str) -> None:
    (folder / name).parent.mkdir(parents=True)
    (folder / name).write_text("của người khác", encoding="utf-8")
    before = files_of(folder)
    error = refusal(store_of(folder).create)
    assert (error.code, error.data) == ("data_exists", {"folder": str(folder)})
    assert files_of(folder) == before


def test_a_failed_creation_leaves_no_database_and_can_be_done_again(folder: Path) -> None:
    broken = folder.parent / "migrations"
    broken.mkdir()
    (broken / "0001_a.sql").write_text("CREATE TABLE t (a INTEGER PRIMARY KEY) STRICT; NONSENSE;")
    with pytest.raises(sqlite3.OperationalError):
        store_of(folder, migrations=broken).create()
    assert not folder.exists()
    new_store(folder).close()


def test_of_two_that_make_data_in_one_folder_the_second_is_refused(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second looked when the folder was empty, and waited while the first made its data."""
    late = store_of(folder)
    refuse = late._refuse_data
    asked: list[int] = []

    def first_was_quicker() -> None:
        if asked:
            refuse()
        else:
            asked.append(1)
            refuse()
            new_store(folder).close()

    monkeypatch.setattr(late, "_refuse_data", first_was_quicker)
    assert refusal(late.create).code == "data_exists"
    with opened(folder) as data:
        assert len(data.operations()) == 3
        assert data.check() == ()


def test_what_a_new_folder_begins_with_is_there_or_there_is_no_folder(folder: Path) -> None:
    def fail(books: Books) -> None:
        del books
        raise InputError("plan_file_broken")

    def write(books: Books) -> None:
        books.plans.adopt(PLAN, "kế hoạch", DAY)

    with pytest.raises(InputError):
        store_of(folder).create(first=FirstOperation("plan_adopted", {}, fail))
    assert not folder.exists()
    folder.mkdir()
    with pytest.raises(InputError):
        store_of(folder).create(first=FirstOperation("plan_adopted", {}, fail))
    assert set(files_of(folder)) == LOCK_FILES
    store = store_of(folder)
    store.create(first=FirstOperation("plan_adopted", {"plan": PLAN.slug}, write))
    assert [operation.action for operation in store.operations()] == [
        "plan_adopted",
        "data_created",
    ]
    assert store.check() == ()
    store.close()


def test_a_file_in_the_place_of_the_folder_is_told(folder: Path) -> None:
    folder.write_text("đây là tệp", encoding="utf-8")
    assert refusal(store_of(folder).create).code == "folder_read_only"
    assert refusal(store_of(folder / "trong").create).code == "folder_read_only"


# Rights


@needs_rights
def test_a_folder_that_cannot_be_written_is_told(public_store: SqliteStore) -> None:
    public_store.close()
    folder = public_store.folder
    before = files_of(folder)
    with without_rights_to(folder, folder / LOCK_NAME):
        error = refusal(store_of(folder).open)
    assert (error.code, error.data) == ("folder_read_only", {"folder": str(folder)})
    assert files_of(folder) == before


@needs_rights
def test_a_file_that_cannot_be_written_is_told_at_the_start(public_store: SqliteStore) -> None:
    public_store.close()
    folder = public_store.folder
    with without_rights_to(folder / DATABASE_NAME):
        error = refusal(store_of(folder).open)
    assert (error.code, error.data) == ("database_read_only", {"folder": str(folder)})
    with opened(folder) as again:
        assert again.check() == ()


@needs_rights
def test_creating_where_nothing_can_be_written_is_told() -> None:
    with public_folder() as closed, without_rights_to(closed):
        error = refusal(store_of(closed / "mới").create)
    assert error.code == "folder_read_only"


# In use


def test_who_has_it_open_since_when_is_told(store: SqliteStore) -> None:
    error = refusal(store_of(store.folder, actor="hoa@vp-02").open)
    assert error.code == "database_in_use"
    assert error.data == {
        "folder": str(store.folder),
        "holder": ACTOR,
        "time": "09:00",
        "day": DAY,
    }
    assert unit_codes(store) == []


def test_a_refused_one_leaves_the_holder_alone(store: SqliteStore) -> None:
    refusal(store_of(store.folder, actor="hoa@vp-02").open)
    note = json.loads((store.folder / HOLDER_NAME).read_text(encoding="utf-8"))
    assert note["holder"] == ACTOR
    refusal(store_of(store.folder, actor="nga@vp-03").open)


def test_a_given_back_folder_is_free_at_once(store: SqliteStore) -> None:
    store.close()
    assert not (store.folder / HOLDER_NAME).exists()
    with opened(store.folder):
        pass


def test_a_failed_opening_gives_the_folder_back(store: SqliteStore) -> None:
    store.close()
    path = store.folder / DATABASE_NAME
    whole = path.read_bytes()
    path.write_bytes(whole[:8192])
    refusal(store_of(store.folder).open)
    path.write_bytes(whole)
    with opened(store.folder):
        pass


def test_closing_twice_or_unopened_does_no_harm(store: SqliteStore) -> None:
    store.close()
    store.close()
    store_of(store.folder).close()


HOLDER = """
import sys, time
from pathlib import Path
from tests.integration.storage.data_folder import store_of
store = store_of(Path(sys.argv[1]), actor="chi-mai@vp-09")
store.open()
print("held", flush=True)
time.sleep(60)
"""


def test_a_killed_holder_frees_the_folder(store: SqliteStore) -> None:
    store.close()
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, store.folder],
        stdout=subprocess.PIPE,
        text=True,
        cwd=MIGRATIONS.parents[1],
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        assert refusal(store_of(store.folder).open).data["holder"] == "chi-mai@vp-09"
        holder.kill()
    with opened(store.folder) as again:
        assert again.check() == ()
        assert [again.cut_off] == list(again.operations(1))
        add_units(again, 1)
        assert again.cut_off is None
    with opened(store.folder) as ended_well:
        assert ended_well.cut_off is None


def test_a_holder_that_left_no_name_is_told_without_one(store: SqliteStore) -> None:
    (store.folder / HOLDER_NAME).write_text("{", encoding="utf-8")
    error = refusal(store_of(store.folder).open)
    assert (error.code, error.data) == ("database_locked", {"folder": str(store.folder)})


def test_another_program_that_holds_the_file_is_told_within_seconds(store: SqliteStore) -> None:
    add_units(store, 1)
    before = everything(store.folder)
    with outsider(store.folder) as connection:
        connection.execute("BEGIN IMMEDIATE")
        begun = time.monotonic()
        error = refusal(lambda: add_units(store, 2))
        assert (error.code, error.data) == ("database_locked", {"folder": str(store.folder)})
        assert time.monotonic() - begun < 15, "the officer waits"
        connection.execute("ROLLBACK")
    assert everything(store.folder) == before
    add_units(store, 2)
    assert unit_codes(store) == ["DV001", "DV002"]


def test_a_lock_that_ends_in_time_is_waited_for(store: SqliteStore) -> None:
    with outsider(store.folder) as connection:
        connection.execute("BEGIN IMMEDIATE")
        waiting = subprocess.Popen(
            [sys.executable, "-c", WRITER, store.folder], cwd=MIGRATIONS.parents[1]
        )
        time.sleep(1)
        connection.execute("ROLLBACK")
    assert waiting.wait() == 0
    assert unit_codes(store) == ["DV007"]


WRITER = """
import sys
from pathlib import Path
from tests.integration.storage.data_folder import add_units, store_of
add_units(store_of(Path(sys.argv[1])), 7)
"""


def test_the_process_leaves_no_open_file_behind(store: SqliteStore) -> None:
    """A forgotten connection would keep the file busy on Windows."""
    if not Path("/proc/self/fd").exists():
        pytest.skip("only Linux tells")
    add_units(store, 1)
    unit_codes(store)
    store.check()
    store.protect()
    store.close()
    names = [path.readlink() for path in Path("/proc/self/fd").iterdir() if path.is_symlink()]
    assert [name for name in names if DATABASE_NAME in str(name)] == []
