"""The store against a model of dictionaries: any order of work, undo, backup and restore."""

from __future__ import annotations

import json
import shutil
import tempfile
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.integration.storage.data_folder import (
    CRITERIA,
    CYCLE,
    DAY,
    new_store,
    person,
    report,
    store_of,
    unit,
)
from tests.integration.storage.store_model import Row, StoreModel, Value
from thidua_desktop.application.books import Books
from thidua_desktop.application.records import Intake, IntakeStatus, RowChange
from thidua_desktop.domain.self_reports import Appraisal
from thidua_desktop.storage.restoring import unpack_backup
from thidua_desktop.storage.store import SqliteStore

FIRST_OWN = 4
"""Operations 1 to 3 make the data folder, the plan and the cycle."""

TABLES = {
    "unit": "unit",
    "person": "person",
    "intake": "intake",
    "self_report": "report",
    "self_report_line": "line",
    "appraisal": "appraisal",
}
CODES = [criterion.code for criterion in CRITERIA.criteria]

chosen = st.integers(0, 59)
points = st.lists(st.sampled_from([0, 100]), min_size=2, max_size=3)


class StoreMachine(RuleBasedStateMachine):
    """One office at work."""

    def __init__(self) -> None:
        super().__init__()
        self.place = Path(tempfile.mkdtemp())
        self.store: SqliteStore = new_store(self.place / "0")
        self.model = StoreModel()
        self.backups: list[tuple[Path, StoreModel]] = []
        self.folders = self.names = 0

    def name(self) -> str:
        self.names += 1
        return f"Tên thứ {self.names}"

    def unit_code(self, choice: int) -> str:
        """One of the newest units: work meets on few rows, or nothing would be in conflict."""
        codes = sorted(row[1] for row in self.model.of("unit"))[-3:]
        return codes[choice % len(codes)]

    @initialize(count=st.integers(1, 4))
    def begin(self, count: int) -> None:
        self.import_units(count)

    @rule(choice=chosen)
    def add_or_change(self, choice: int) -> None:
        acts = (self.rename, self.appraise, self.add_person, self.appraise)
        if not self.model.of("unit") or choice % 5 == 0:
            self.import_units(choice % 2 + 1)
        else:
            acts[choice % 4](choice // 4)

    @precondition(lambda self: bool(self.model.of("unit")))
    @rule(forms=st.lists(st.tuples(chosen, points), min_size=1, max_size=3))
    def take_forms(self, forms: list[tuple[int, list[int]]]) -> None:
        self.collect(forms)

    def import_units(self, count: int) -> None:
        """Units with their heads: the two go back together or not at all."""
        after: dict[Row, Value | None] = {}
        with self.store.write("units_imported", count=count) as books:
            for _ in range(count):
                code, name = books.units.next_code(), self.name()
                books.units.add(unit(int(code[2:]), name))
                head = person(int(books.people.next_code()[2:]), code)
                books.people.add(head)
                after |= {("unit", code): (name,), ("person", head.code): (head.full_name, code)}
            number = books.operation
        self.model.write(number, after)

    def rename(self, choice: int) -> None:
        code, name = self.unit_code(choice), self.name()
        with self.store.write("unit_changed") as books:
            books.units.update(replace(books.units.get(code), name=name))
            number = books.operation
        self.model.write(number, {("unit", code): (name,)})

    def add_person(self, choice: int) -> None:
        unit_code = self.unit_code(choice) if choice % 2 else ""
        with self.store.write("person_added") as books:
            code = books.people.next_code()
            one = person(int(code[2:]), unit_code)
            books.people.add(one)
            number = books.operation
        self.model.write(number, {("person", code): (one.full_name, unit_code)})

    def collect(self, forms: list[tuple[int, list[int]]]) -> None:
        after: dict[Row, Value | None] = {}
        with self.store.write("forms_collected", count=len(forms)) as books:
            for choice, given in forms:
                after |= self.take(books, self.unit_code(choice), given, after)
            number = books.operation
        self.model.write(number, after)

    def take(
        self, books: Books, code: str, given: list[int], so_far: dict[Row, Value | None]
    ) -> dict[Row, Value | None]:
        taken = report(code, *given)
        intake = Intake(0, CYCLE, "p", "", "", DAY, code, IntakeStatus.ACCEPTED, ())
        number = str(books.collecting.add_intake(intake))
        books.collecting.accept(taken, int(number))
        old = (*self.model.of("line"), *(row for row in so_far if row[0] == "line"))
        lines: dict[Row, Value | None] = {row: None for row in old if row[1] == code}
        lines |= {("line", code, CODES[place]): (place, value) for place, value in enumerate(given)}
        return {("intake", number): (code,), ("report", code): (number,), **lines}

    def appraise(self, choice: int) -> None:
        code, criterion, value = self.unit_code(choice), CODES[0], choice % 2 * 100
        row = ("appraisal", code, criterion)
        if self.model.rows.get(row) == (value,):
            return
        with self.store.write("appraised") as books:
            books.appraisals.save(Appraisal(CYCLE, code, criterion, value, "lý do", DAY))
            number = books.operation
        self.model.write(number, {row: (value,)})

    @precondition(lambda self: bool(self.model.done))
    @rule(choice=chosen, kind=st.sampled_from(["recent", "any", "redo"]))
    def take_back(self, choice: int, kind: str) -> None:
        possible = sorted(self.model.done.keys() - self.model.undone())
        if kind == "recent":
            possible = possible[-3:]
        elif kind == "redo":
            possible = [one for one in possible if self.model.done[one].undoes] or possible
        self.undo(possible[choice % len(possible)])

    def undo(self, target: int) -> None:
        number = self.store.operations(limit=1)[0].id + 1
        preview = self.store.undo(target, preview=True)
        outcome = self.store.undo(target)
        assert replace(outcome, operation=None) == preview
        restored, conflicts = self.model.undo(number, target)
        assert (keys(outcome.restored), keys(outcome.conflicts)) == (restored, conflicts)
        assert outcome.operation == (number if restored else None)

    @rule(choice=chosen)
    def interrupt(self, choice: int) -> None:
        """What no office is spared: a failure, a new start, a backup and work on from it."""
        if choice % 4 == 0:
            self.fail_and_open_again()
        elif choice % 4 == 1 and self.backups:
            self.go_on_from(*self.backups[choice % len(self.backups)])
        else:
            made = self.store.protect() if choice % 2 else self.store.backup(self.place / "usb")
            self.backups.append((made.path, self.model.copy()))

    def fail_and_open_again(self) -> None:
        with suppress(ZeroDivisionError), self.store.write("units_imported") as books:
            books.units.add(unit(int(books.units.next_code()[2:]), self.name()))
            _ = 1 // 0
        self.store.close()
        self.store.open()

    def go_on_from(self, backup: Path, model: StoreModel) -> None:
        self.store.close()
        self.folders += 1
        folder = self.place / str(self.folders)
        unpack_backup(backup, folder)
        self.model = model.copy()
        self.store = store_of(folder)
        self.store.open()

    @invariant()
    def the_office_is_as_the_model_says(self) -> None:
        with self.store.read() as books:
            assert rows_of(books) == self.model.rows

    @invariant()
    def the_log_says_what_is_undone(self) -> None:
        log = [found for found in self.store.operations(limit=-1) if found.id >= FIRST_OWN]
        assert {found.id for found in log} == self.model.done.keys()
        assert {found.id for found in log if found.undone_by} == self.model.undone()

    def teardown(self) -> None:
        assert self.store.check() == ()
        self.store.close()
        shutil.rmtree(self.place)


def rows_of(books: Books) -> dict[Row, Value]:
    """What stands in the books, as the model keeps it."""
    rows: dict[Row, Value] = {("unit", one.code): (one.name,) for one in books.units.all()}
    rows |= {("person", one.code): (one.full_name, one.unit) for one in books.people.all()}
    rows |= {("intake", str(one.id)): (one.unit,) for one in books.collecting.intakes(CYCLE)}
    intakes = books._rows.select("SELECT unit, intake FROM self_report")  # type: ignore[attr-defined]
    rows |= {("report", unit_code): (str(intake),) for unit_code, intake in intakes}
    for code, found in books.collecting.reports(CYCLE).items():
        for place, line in enumerate(found.lines):
            rows["line", code, line.criterion] = (place, line.points)
    for one in books.appraisals.of_cycle(CYCLE):
        rows["appraisal", one.unit, one.criterion] = (one.points,)
    return rows


def keys(changes: tuple[RowChange, ...]) -> set[Row]:
    """The rows of an outcome, as the model names them."""
    return {
        (TABLES[change.table], *(str(part) for part in json.loads(change.key) if part != CYCLE))
        for change in changes
    }


StoreMachine.TestCase.settings = settings(max_examples=6, stateful_step_count=40)
TestStore = StoreMachine.TestCase
