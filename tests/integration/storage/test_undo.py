"""Undoing a whole operation: back to exactly what was, and never over what came later."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.integration.storage.data_folder import (
    CRITERIA,
    CYCLE,
    DAY,
    GROUP,
    add_units,
    everything,
    person,
    report,
    unit,
    unit_codes,
)
from thidua_desktop.application.records import Intake, IntakeStatus, RowChange, UndoOutcome
from thidua_desktop.domain.errors import NotFound, RuleViolation
from thidua_desktop.domain.kinds import SubjectKind
from thidua_desktop.domain.proposals import Proposal
from thidua_desktop.domain.self_reports import SelfReport
from thidua_desktop.storage.store import SqliteStore

JOURNAL = {"operation", "change", "open_operation"}


def office_data(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row but the journal's own."""
    return {name: rows for name, rows in everything(folder).items() if name not in JOURNAL}


def rename(store: SqliteStore, number: int, name: str) -> int:
    with store.write("unit_changed", name=name) as books:
        books.units.update(replace(books.units.get(f"DV{number:03}"), name=name))
        return books.operation


def collect(store: SqliteStore, *reports: SelfReport) -> int:
    """Take reports as one operation, as an import of returned forms does."""
    with store.write("forms_collected", cycle=CYCLE, count=len(reports)) as books:
        for taken in reports:
            number = books.collecting.add_intake(
                Intake(
                    0, CYCLE, taken.file_name, "a" * 64, "", DAY, taken.unit,
                    IntakeStatus.ACCEPTED, (),
                )
            )  # fmt: skip
            books.collecting.accept(taken, number)
        return books.operation


def reports(store: SqliteStore) -> dict[str, SelfReport]:
    with store.read() as books:
        return dict(books.collecting.reports(CYCLE))


def names(store: SqliteStore) -> list[str]:
    with store.read() as books:
        return [found.name for found in books.units.all()]


def keys(rows: tuple[RowChange, ...]) -> list[tuple[str, str]]:
    return [(row.table, row.key) for row in rows]


def redo(store: SqliteStore, outcome: UndoOutcome) -> UndoOutcome:
    assert outcome.operation is not None
    return store.undo(outcome.operation)


def test_an_import_goes_back_as_a_whole(store: SqliteStore) -> None:
    before = office_data(store.folder)
    number = add_units(store, *range(1, 81))
    outcome = store.undo(number)
    assert (len(outcome.restored), outcome.conflicts) == (80, ())
    assert office_data(store.folder) == before
    assert store.check() == ()


def test_the_outcome_says_what_goes_from_what_to_what(store: SqliteStore) -> None:
    add_units(store, 1)
    number = rename(store, 1, "Trường khác")
    (row,) = store.undo(number).restored
    assert (row.table, row.key) == ("unit", '["DV001"]')
    assert row.before is not None
    assert row.after is not None
    assert (row.before["name"], row.after["name"]) == ("Trường khác", "Trường số 1")


def test_a_preview_says_the_same_and_keeps_nothing(store: SqliteStore) -> None:
    number = add_units(store, 1, 2, 3)
    rename(store, 2, "Trường khác")
    before = everything(store.folder)
    preview = store.undo(number, preview=True)
    assert everything(store.folder) == before
    done = store.undo(number)
    assert preview.operation is None
    assert replace(done, operation=None) == preview
    assert (len(done.restored), keys(done.conflicts)) == (2, [("unit", '["DV002"]')])


def test_the_undo_is_an_operation_that_names_what_it_took_back(store: SqliteStore) -> None:
    number = add_units(store, 1)
    outcome = store.undo(number)
    newest, undone, *_ = store.operations()
    assert (newest.id, newest.action, newest.data, newest.undoes) == (
        outcome.operation,
        "undo",
        {"operation": number},
        number,
    )
    assert (undone.id, undone.undone_by) == (number, outcome.operation)


def test_undo_redo_undo_redo(store: SqliteStore) -> None:
    add_units(store, 1)
    number = rename(store, 1, "Trường khác")
    undone = store.undo(number)
    assert names(store) == ["Trường số 1"]
    redone = redo(store, undone)
    assert names(store) == ["Trường khác"]
    by = {operation.id: operation.undone_by for operation in store.operations()}
    assert (by[number], by[undone.operation or 0]) == (None, redone.operation)
    again = store.undo(number)
    assert names(store) == ["Trường số 1"]
    assert redo(store, again).conflicts == ()
    assert names(store) == ["Trường khác"]
    undone_redo = redo(store, redo(store, store.undo(number)))
    assert (undone_redo.conflicts, names(store)) == ((), ["Trường số 1"])
    by = {operation.id: operation.undone_by for operation in store.operations()}
    assert by[number] is not None, "the redo was itself taken back"
    assert store.check() == ()


def test_undoing_in_the_order_of_a_stack_comes_back_to_the_start(store: SqliteStore) -> None:
    states, done = [office_data(store.folder)], []
    acts: tuple[Callable[[], int], ...] = (
        lambda: add_units(store, 1, 2),
        lambda: rename(store, 1, "Một"),
        lambda: collect(store, report("DV001", 4000, 3000), report("DV002", 0)),
        lambda: collect(store, report("DV001", 4000, 6000, 100)),
        lambda: rename(store, 1, "Hai"),
    )
    for act in acts:
        done.append(act())
        states.append(office_data(store.folder))
    for number, state in zip(reversed(done), reversed(states[:-1]), strict=True):
        assert store.undo(number).conflicts == ()
        assert office_data(store.folder) == state
    assert store.check() == ()


def test_what_was_changed_since_is_listed_and_left_alone(store: SqliteStore) -> None:
    add_units(store, 1, 2)
    with store.write("unit_changed") as books:
        for number in (1, 2):
            books.units.update(unit(number, f"Đổi {number}"))
        both = books.operation
    rename(store, 2, "Sau đó")
    outcome = store.undo(both)
    assert (keys(outcome.restored), keys(outcome.conflicts)) == (
        [("unit", '["DV001"]')],
        [("unit", '["DV002"]')],
    )
    assert names(store) == ["Trường số 1", "Sau đó"]


def test_nothing_to_take_back_makes_no_operation(store: SqliteStore) -> None:
    add_units(store, 1)
    number = rename(store, 1, "Đổi")
    newest = rename(store, 1, "Đổi nữa")
    outcome = store.undo(number)
    assert (outcome.operation, outcome.restored) == (None, ())
    assert keys(outcome.conflicts) == [("unit", '["DV001"]')]
    assert store.operations(limit=1)[0].id == newest


def test_what_others_lean_on_stays(store: SqliteStore) -> None:
    number = add_units(store, 1, 2)
    with store.write("person_added") as books:
        books.people.add(person(1, "DV001"))
    outcome = store.undo(number)
    assert (keys(outcome.restored), keys(outcome.conflicts)) == (
        [("unit", '["DV002"]')],
        [("unit", '["DV001"]')],
    )
    assert unit_codes(store) == ["DV001"]
    assert store.check() == ()


def test_parents_and_children_of_one_operation_go_and_come_together(store: SqliteStore) -> None:
    before = office_data(store.folder)
    with store.write("x") as books:
        books.units.add(unit(1))
        books.people.add(person(1, "DV001"))
        number = books.operation
    outcome = store.undo(number)
    assert (len(outcome.restored), outcome.conflicts) == (2, ())
    assert office_data(store.folder) == before
    assert len(redo(store, outcome).restored) == 2
    with store.read() as books:
        assert books.people.get("CN0001").unit == "DV001"


def test_names_that_changed_places_are_listed_and_left_alone(store: SqliteStore) -> None:
    """No two living units may bear the same name, at no moment of the way back either."""
    add_units(store, 1, 2)
    with store.write("x") as books:
        books.units.update(unit(1, "Tạm"))
        books.units.update(unit(2, "Trường số 1"))
        books.units.update(unit(1, "Trường số 2"))
        number = books.operation
    before = office_data(store.folder)
    outcome = store.undo(number)
    assert keys(outcome.conflicts) == [("unit", '["DV001"]'), ("unit", '["DV002"]')]
    assert office_data(store.folder) == before


def test_a_chain_of_names_changes_back_in_any_order(store: SqliteStore) -> None:
    add_units(store, 1, 2, 3)
    before = office_data(store.folder)
    with store.write("x") as books:
        books.units.update(unit(3, "Mới"))
        books.units.update(unit(2, "Trường số 3"))
        books.units.update(unit(1, "Trường số 2"))
        # Touched last, it is tried first on the way back, when its name is not yet free.
        books.units.update(unit(3, "Mới hơn"))
        number = books.operation
    outcome = store.undo(number)
    assert (len(outcome.restored), outcome.conflicts) == (3, ())
    assert office_data(store.folder) == before


def test_a_report_in_place_of_another_goes_back_line_by_line(store: SqliteStore) -> None:
    add_units(store, 1)
    collect(store, report("DV001", 4000, 3000, 500))
    first = reports(store)
    number = collect(store, report("DV001", 1000, file="moi.xlsx"))
    assert store.undo(number).conflicts == ()
    assert reports(store) == first


def test_lines_that_a_later_form_sent_again_belong_to_that_form(store: SqliteStore) -> None:
    """A corrected form repeats most answers: undoing the first import must not empty it."""
    add_units(store, 1, 2)
    first = collect(store, report("DV001", 4000, 3000, 500), report("DV002", 1000, 1000))
    collect(store, report("DV001", 4000, 6000, 500, file="sua.xlsx"))
    corrected = reports(store)["DV001"]
    outcome = store.undo(first)
    assert reports(store) == {"DV001": corrected}
    assert [key for table, key in keys(outcome.conflicts) if table == "self_report_line"] == [
        f'["{CYCLE}","DV001","{code}"]' for code in ("2.1", "1.2", "1.1")
    ]
    assert store.check() == ()


def test_once_the_later_form_is_taken_back_the_first_can_be(store: SqliteStore) -> None:
    add_units(store, 1)
    before = office_data(store.folder)
    first = collect(store, report("DV001", 4000, 3000, 500))
    later = collect(store, report("DV001", 4000, 6000, 500, file="sua.xlsx"))
    taken_back = store.undo(later)
    assert taken_back.conflicts == ()
    assert ("self_report_line", f'["{CYCLE}","DV001","1.1"]') not in keys(taken_back.restored)
    assert store.undo(first).conflicts == ()
    assert office_data(store.folder) == before
    assert store.check() == ()


def test_points_that_share_a_hundred_go_back_together_or_not_at_all(store: SqliteStore) -> None:
    def give(first: int, second: int) -> int:
        changed = (
            replace(CRITERIA.criteria[0], max_points=first),
            replace(CRITERIA.criteria[1], max_points=second),
            CRITERIA.criteria[2],
        )
        with store.write("points_changed", audience="truong") as books:
            books.plans.save_criteria_set(replace(CRITERIA, criteria=changed), None)
            return books.operation

    number = give(5000, 5000)
    give(5000, 5000)
    outcome = store.undo(number)
    assert outcome.restored == ()
    with store.read() as books:
        assert books.plans.criteria_sets(None)["truong"].standard_total == 10000


def test_a_number_that_was_taken_back_is_not_given_again(store: SqliteStore) -> None:
    add_units(store, 1)

    def propose() -> tuple[int, int]:
        with store.write("proposed") as books:
            number = books.awards.add_proposal(
                Proposal(
                    0, CYCLE, "giay_khen_xa", SubjectKind.COLLECTIVE, "DV001", "Trường số 1", "",
                    "Thành tích", DAY, DAY, DAY,
                )
            )  # fmt: skip
            return books.operation, number

    operation, number = propose()
    outcome = store.undo(operation)
    _, other = propose()
    assert other != number
    assert redo(store, outcome).conflicts == ()
    with store.read() as books:
        assert [proposal.id for proposal in books.awards.proposals()] == sorted((number, other))


def test_a_code_that_was_taken_back_is_not_given_again(store: SqliteStore) -> None:
    store.undo(add_units(store, 7))
    with store.read() as books:
        assert (books.units.next_code(), books.units.next_code()) == ("DV008", "DV009")
        assert books.people.next_code() == "CN0001"


def test_what_cannot_be_undone_is_told(store: SqliteStore) -> None:
    number = add_units(store, 1)
    outcome = store.undo(number)
    with pytest.raises(RuleViolation) as twice:
        store.undo(number)
    assert twice.value.code == "operation_undone_already"
    assert twice.value.data["by"] == outcome.operation
    with pytest.raises(RuleViolation) as first:
        store.undo(1)
    assert first.value.code == "operation_not_undoable"
    for unknown in (0, -1, 99):
        with pytest.raises(NotFound) as missing:
            store.undo(unknown)
        assert (missing.value.code, missing.value.data) == ("operation_unknown", {"key": unknown})
    assert store.operations(limit=1)[0].id == outcome.operation


def test_an_operation_that_changed_nothing_leaves_no_trace(store: SqliteStore) -> None:
    before = store.operations(limit=1)
    with store.write("quotas_changed", group=GROUP.code):
        pass
    assert store.operations(limit=1) == before
