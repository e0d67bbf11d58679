"""The journal: no path around it, and nothing in it can be changed unseen."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.integration.storage.data_folder import (
    ACTOR,
    add_units,
    new_store,
    outsider,
    unit,
    unit_codes,
)
from thidua_desktop.application.records import Problem
from thidua_desktop.storage.connection import DATABASE_NAME, open_file
from thidua_desktop.storage.store import SqliteStore
from thidua_desktop.storage.triggers import parsed

QUOTA = "(kind, award, subject, maximum, scope, text)"
CHANGES = {
    "insert": f"INSERT INTO quota {QUOTA} VALUES ('annual', 'x', 'collective', 1, 'commune', '')",
    "update": "UPDATE unit SET name = 'khác' WHERE code = 'DV001'",
    "delete": "DELETE FROM unit WHERE code = 'DV001'",
    "replace": (
        f"REPLACE INTO quota {QUOTA}"
        " VALUES ('annual', 'giay_khen_xa', 'collective', 99, 'commune', '')"
    ),
    "upsert": "INSERT INTO office (id) VALUES (1) ON CONFLICT DO UPDATE SET chair = 'khác'",
}


@pytest.mark.parametrize("sql", CHANGES.values(), ids=CHANGES)
def test_without_an_open_operation_the_database_itself_refuses(
    store: SqliteStore, sql: str
) -> None:
    """From our own connection and from a stranger's tool."""
    add_units(store, 1)
    with outsider(store.folder) as connection, pytest.raises(sqlite3.IntegrityError):
        connection.execute(sql)
    ours = open_file(store.folder / DATABASE_NAME)
    with pytest.raises(sqlite3.IntegrityError):
        ours.execute(sql)
    ours.close()
    assert store.check() == ()


def test_writing_through_a_reading_fails(store: SqliteStore) -> None:
    with store.read() as books:
        with pytest.raises(sqlite3.OperationalError):
            books.units.add(unit(1))
        assert books.operation == 0


def test_a_replaced_row_is_recorded_as_taken_away(store: SqliteStore) -> None:
    """SQLite tells triggers of a replaced row only where `recursive_triggers` is on."""
    with store.write("quotas_changed") as books:
        books._rows.select(CHANGES["replace"])  # type: ignore[attr-defined]
        number = books.operation
    with outsider(store.folder) as connection:
        rows = connection.execute(
            "SELECT before IS NULL, after IS NULL FROM change WHERE operation = ?", (number,)
        ).fetchall()
    assert sorted(rows) == [(0, 1), (1, 0)]
    store.undo(number)
    with store.read() as books:
        assert [quota.maximum for quota in books.plans.quotas()] == [10]


def test_a_primary_key_is_final(store: SqliteStore) -> None:
    add_units(store, 1)
    with pytest.raises(sqlite3.IntegrityError, match="key_is_final"), store.write("x") as books:
        books._rows.select("UPDATE unit SET code = 'DV9'")  # type: ignore[attr-defined]
    assert unit_codes(store) == ["DV001"]


def test_an_operation_says_who_when_and_what(store: SqliteStore) -> None:
    data: dict[str, object] = {
        "file": "danh sách.xlsx",
        "count": 2,
        "due": dt.date(2026, 12, 10),
        "names": ("một", "hai"),
        "is_late": True,
        "nothing": None,
    }
    with store.write("units_imported", **data) as books:  # type: ignore[arg-type]
        books.units.add(unit(1))
        books.units.add(unit(2))
    operation = store.operations()[0]
    assert (operation.actor, operation.action, operation.data) == (ACTOR, "units_imported", data)
    assert operation.at == dt.datetime(2026, 11, 2, 9, tzinfo=dt.UTC)
    assert (operation.changes, operation.undoes, operation.undone_by) == (2, None, None)


def test_operations_come_newest_first_and_as_many_as_asked(store: SqliteStore) -> None:
    last = [add_units(store, number) for number in range(1, 5)][-1]
    assert [operation.id for operation in store.operations(limit=2)] == [last, last - 1]
    assert len(store.operations(limit=-1)) == len(store.operations()) == last
    assert store.operations(limit=0) == ()


def fail_while_adding(store: SqliteStore) -> None:
    with store.write("unit_added") as books:
        books.units.add(unit(1))
        raise ZeroDivisionError


def test_a_failed_operation_leaves_no_trace(store: SqliteStore) -> None:
    before = store.operations()
    with pytest.raises(ZeroDivisionError):
        fail_while_adding(store)
    assert (unit_codes(store), store.operations()) == ([], before)
    assert add_units(store, 1) == before[0].id + 1


def test_a_reading_sees_one_moment(store: SqliteStore) -> None:
    add_units(store, 1)
    with store.read() as books:
        first = books.units.all()
        with outsider(store.folder) as connection:
            connection.execute("PRAGMA busy_timeout = 0")
            with pytest.raises(sqlite3.OperationalError, match="locked"):
                connection.execute("BEGIN EXCLUSIVE")
        assert books.units.all() == first


@pytest.fixture(scope="module")
def lasting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqliteStore]:
    """One data folder for all the texts that are tried."""
    store = new_store(tmp_path_factory.mktemp("lasting") / "data")
    yield store
    store.close()


@settings(max_examples=25)
@given(
    st.text(st.characters(exclude_categories=["Cs"])),
    st.text(st.sampled_from("\\\"'{}[],:\n\r\t\0\x1fnu0đĐấ😀")),
)
def test_any_text_stands_in_the_journal_as_it_was(
    lasting: SqliteStore, first: str, second: str
) -> None:
    with lasting.write("office_changed", text=first) as books:
        late_cap = books.office.late_cap + 1
        office = replace(books.office, chair=first, officer=second, late_cap=late_cap)
        books.save_office(office)
        number = books.operation
    with lasting.read() as books:
        assert books.office == office
    with outsider(lasting.folder) as connection:
        ((image,),) = connection.execute("SELECT after FROM change WHERE operation = ?", [number])
    assert (parsed(image)["chair"], parsed(image)["officer"]) == (first, second)
    assert lasting.operations(limit=1)[0].data == {"text": first}
    assert lasting.check() == ()


# The chain of hashes


Tamper = Callable[[sqlite3.Connection], object]


def tampered(store: SqliteStore, tamper: Tamper) -> tuple[Problem, ...]:
    """What the check finds after a stranger took the guards away and changed something."""
    with outsider(store.folder) as connection:
        triggers = connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall()
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        tamper(connection)
        for _, sql in triggers:
            connection.execute(sql)
    return store.check()


def broken(problems: tuple[Problem, ...]) -> list[object]:
    return [p.data["number"] for p in problems if p.code == "journal_broken"]


@pytest.fixture
def worked(store: SqliteStore) -> SqliteStore:
    """Operations 4 to 8, each adding a unit."""
    assert [add_units(store, number) for number in range(1, 6)] == [4, 5, 6, 7, 8]
    return store


@pytest.mark.parametrize(
    ("sql", "found"),
    [
        ("UPDATE operation SET actor = 'ai đó' WHERE id = 5", [5]),
        ("UPDATE operation SET at = '2020-01-01T00:00:00+00:00' WHERE id = 5", [5]),
        ("UPDATE operation SET action = 'khác' WHERE id = 5", [5]),
        ("UPDATE operation SET data = '{}' WHERE id = 5", [5]),
        ("UPDATE operation SET undoes = 4 WHERE id = 5", [5]),
        ("UPDATE operation SET hash = 'x' WHERE id = 5", [5, 6]),
        ("UPDATE change SET after = replace(after, 'Trường', 'Trương') WHERE operation = 5", [5]),
        ("UPDATE change SET before = '{}' WHERE operation = 5", [5]),
        ("UPDATE change SET row_key = '[\"DV9\"]' WHERE operation = 5", [5]),
        ("UPDATE change SET operation = 6 WHERE operation = 5", [5, 6]),
        ("DELETE FROM change WHERE operation = 5", [5]),
        ("INSERT INTO change VALUES (999, 5, 'unit', '[]', NULL, NULL)", [5]),
        ("INSERT INTO operation VALUES (9, '', '', '', '{}', NULL, '')", [9]),
    ],
)
def test_whatever_is_edited_is_found(worked: SqliteStore, sql: str, found: list[int]) -> None:
    assert broken(tampered(worked, lambda connection: connection.execute(sql))) == found


def delete_operation(number: int) -> Tamper:
    def tamper(connection: sqlite3.Connection) -> None:
        connection.execute("DELETE FROM change WHERE operation = ?", (number,))
        connection.execute("DELETE FROM operation WHERE id = ?", (number,))

    return tamper


@pytest.mark.parametrize("number", [1, 4, 7])
def test_an_operation_taken_out_is_found(worked: SqliteStore, number: int) -> None:
    assert broken(tampered(worked, delete_operation(number))) == [number + 1]


def test_operations_that_change_places_are_found(worked: SqliteStore) -> None:
    def swap(connection: sqlite3.Connection) -> None:
        for one, other in ((5, 99), (6, 5), (99, 6)):
            connection.execute("UPDATE operation SET id = ? WHERE id = ?", (other, one))
            connection.execute("UPDATE change SET operation = ? WHERE operation = ?", (other, one))

    assert broken(tampered(worked, swap)) == [5, 6, 7]


def test_a_cut_tail_shows_by_the_rows_it_wrote(worked: SqliteStore) -> None:
    problems = tampered(worked, delete_operation(8))
    assert problems == (Problem("row_changed_outside", {"table": "unit", "key": "DV005"}),)


def test_a_cut_tail_with_its_rows_put_back_does_not_show_without_an_anchor(
    worked: SqliteStore,
) -> None:
    """The limit that the journal states: the newest hash must stand outside the file as well."""
    anchor = newest_hash(worked)

    def cut(connection: sqlite3.Connection) -> None:
        delete_operation(8)(connection)
        connection.execute("DELETE FROM unit WHERE code = 'DV005'")

    assert tampered(worked, cut) == ()
    assert newest_hash(worked) != anchor


def newest_hash(store: SqliteStore) -> str:
    with outsider(store.folder) as connection:
        row = connection.execute("SELECT hash FROM operation ORDER BY id DESC").fetchone()
    return str(row[0])


@pytest.mark.parametrize(
    ("sql", "table", "key"),
    [
        ("UPDATE unit SET name = 'Đơn vị khác' WHERE code = 'DV002'", "unit", "DV002"),
        ("DELETE FROM unit WHERE code = 'DV002'", "unit", "DV002"),
        ("UPDATE quota SET maximum = 100", "quota", "annual, giay_khen_xa, collective"),
        (
            "UPDATE criterion SET max_points = 1 WHERE code = '2.1' AND criteria_set = 1",
            "criterion",
            "1, 2.1",
        ),
    ],
)
def test_a_row_changed_behind_the_journal_is_found(
    worked: SqliteStore, sql: str, table: str, key: str
) -> None:
    problems = tampered(worked, lambda connection: connection.execute(sql))
    assert problems == (Problem("row_changed_outside", {"table": table, "key": key}),)


def test_a_row_added_behind_the_journal_is_found(worked: SqliteStore) -> None:
    copy = (
        "INSERT INTO unit SELECT 'DV099', name || 'x', match_key || 'x', folded, sort_key,"
        " unit_group, subject, cluster, head, people_total, people_female, phone, valid_from,"
        " valid_to FROM unit WHERE code = 'DV001'"
    )
    problems = tampered(worked, lambda connection: connection.execute(copy))
    assert problems == (Problem("row_changed_outside", {"table": "unit", "key": "DV099"}),)


def test_a_trigger_taken_away_is_found(worked: SqliteStore) -> None:
    with outsider(worked.folder) as connection:
        connection.execute("DROP TRIGGER journal_unit_update")
    assert worked.check() == (Problem("journal_incomplete", {"table": "unit"}),)


def test_a_trigger_that_records_nothing_is_found(worked: SqliteStore) -> None:
    with outsider(worked.folder) as connection:
        connection.execute("DROP TRIGGER journal_unit_update")
        connection.execute(
            "CREATE TRIGGER journal_unit_update AFTER UPDATE ON unit WHEN 0 BEGIN SELECT 1; END"
        )
    assert worked.check() == (Problem("journal_incomplete", {"table": "unit"}),)


@pytest.mark.parametrize(
    ("sql", "code", "table"),
    [
        ("DROP TABLE violation", "table_missing", "violation"),
        ("ALTER TABLE unit ADD COLUMN note TEXT", "table_changed_outside", "unit"),
        ("DROP INDEX {}", "table_changed_outside", ""),
    ],
)
def test_a_table_of_another_shape_is_found(
    worked: SqliteStore, sql: str, code: str, table: str
) -> None:
    with outsider(worked.folder) as connection:
        index = connection.execute(
            "SELECT name, tbl_name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
            " AND tbl_name NOT LIKE '%sqlite%'"
        ).fetchone()
        connection.execute(sql.format(index[0]))
    assert Problem(code, {"table": table or index[1]}) in worked.check()


def test_a_broken_reference_is_found(worked: SqliteStore) -> None:
    def orphan(connection: sqlite3.Connection) -> None:
        connection.execute("UPDATE unit SET unit_group = 'không có' WHERE code = 'DV001'")

    problems = tampered(worked, orphan)
    assert Problem("reference_broken", {"table": "unit"}) in problems


@pytest.mark.parametrize("sql", ["UPDATE change SET after = ''", "DELETE FROM change"])
def test_the_journal_itself_is_final(worked: SqliteStore, sql: str) -> None:
    with outsider(worked.folder) as connection:
        for statement in (sql, "DELETE FROM operation", "UPDATE operation SET actor = ''"):
            with pytest.raises(sqlite3.IntegrityError, match="journal_is_final"):
                connection.execute(statement)
    assert worked.check() == ()
