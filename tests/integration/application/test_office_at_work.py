"""Any order of collecting, appraising, undo and redo, against a model of plain dictionaries.

The store has such a test of its own; this one goes through the use cases that an officer calls.
"""

from __future__ import annotations

import shutil
import tempfile
from contextlib import ExitStack
from copy import deepcopy
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from tests.office_in_hand import CYCLE, Answer, build_office, copied
from thidua_desktop.application.appraisal.appraising import Points, appraise
from thidua_desktop.application.collecting.taking import CollectOrder, rehearse_forms, take_forms
from thidua_desktop.application.journal.taking_back import (
    newest_redoable,
    newest_undoable,
    take_back,
)

NAMES = ("Phòng Kinh tế", "Công an xã", "Trường Mầm non Hoa Mẫu")
CRITERION = "ND3"

Age = tuple[int, str]
"""Minute and hash of a file: of a unit's files the greatest counts."""


@dataclass(frozen=True)
class Sent:
    """One file of a unit; points in words are a fault."""

    path: Path
    name: str
    age: Age
    points: int | str


@dataclass
class Model:
    """What the office should know: the files taken, the points that count, its own points."""

    taken: dict[str, dict[Age, int]] = field(default_factory=dict)
    refused: set[str] = field(default_factory=set)
    appraised: dict[str, int] = field(default_factory=dict)

    def reported(self) -> dict[str, int]:
        """Each unit's own points."""
        return {name: files[max(files)] for name, files in self.taken.items() if files}

    def collect(self, files: list[Sent]) -> None:
        """Faulty files are noted; of the good ones of a unit the newest counts."""
        self.refused |= {one.path.name for one in files if isinstance(one.points, str)}
        for one in sorted(files, key=lambda one: one.age, reverse=True):
            known = self.taken.setdefault(one.name, {})
            if isinstance(one.points, int) and one.age > max(known, default=(-1, "")):
                known[one.age] = one.points


@cache
def template() -> Path:
    """An office that has given its forms, built once."""
    folder = Path(tempfile.mkdtemp(prefix="office-"))
    build_office(folder)
    return folder


class OfficeMachine(RuleBasedStateMachine):
    """One office at work."""

    def __init__(self) -> None:
        super().__init__()
        self.place = Path(tempfile.mkdtemp())
        self.stack = ExitStack()
        self.office = self.stack.enter_context(copied(template(), self.place / "office"))
        self.model = Model()
        self.done: list[Model] = []
        self.undone: list[Model] = []
        self.files: list[Sent] = []

    def teardown(self) -> None:
        assert self.office.desk.store.check() == ()
        self.stack.close()
        shutil.rmtree(self.place, ignore_errors=True)

    def remember(self, before: Model) -> None:
        """Something was done: it can be undone, and nothing can be done again."""
        self.done.append(before)
        self.undone.clear()

    @rule(
        name=st.sampled_from(NAMES),
        minute=st.integers(0, 3),
        points=st.one_of(st.integers(0, 3), st.just("đạt")),
    )
    def a_unit_sends(self, name: str, minute: int, points: int | str) -> None:
        number = len(self.files)
        answers: dict[str, Answer] = {CRITERION: Answer(points, f"Lần gửi thứ {number}.")}
        form = self.office.form(name)
        path = self.office.put(form, f"{number}.xlsx", minute, dict(answers))
        [grid] = self.office.grids.read([path])
        self.files.append(Sent(path, name, (minute, grid.sha256), points))

    @precondition(lambda self: self.files)
    @rule(choice=st.sets(st.integers(0, 30), min_size=1, max_size=4))
    def the_office_looks_and_leaves(self, choice: set[int]) -> None:
        rehearse_forms(self.office.desk, CYCLE, self.order(choice))
        self.compare()

    @precondition(lambda self: self.files)
    @rule(choice=st.sets(st.integers(0, 30), min_size=1, max_size=4))
    def the_office_collects(self, choice: set[int]) -> None:
        desk, order, before = self.office.desk, self.order(choice), deepcopy(self.model)
        self.model.collect([one for one in self.files if one.path in order.paths])
        taken = take_forms(desk, rehearse_forms(desk, CYCLE, order))
        if taken.operation is None:
            assert self.model == before
        else:
            self.remember(before)
        again = take_forms(desk, rehearse_forms(desk, CYCLE, order))
        assert again.operation is None
        self.compare()

    def order(self, choice: set[int]) -> CollectOrder:
        chosen = {number % len(self.files) for number in choice}
        return CollectOrder([self.files[number].path for number in sorted(chosen)])

    @precondition(lambda self: self.model.reported())
    @rule(choice=st.integers(0, 5), points=st.integers(0, 3))
    def the_office_appraises(self, choice: int, points: int) -> None:
        name = sorted(self.model.reported())[choice % len(self.model.reported())]
        before = deepcopy(self.model)
        given = Points(self.office.unit(name), CRITERION, points * 100, "Theo kiểm tra")
        operations = self.office.desk.store.operations()
        appraise(self.office.desk, CYCLE, given)
        self.model.appraised[name] = points
        if self.model == before:
            assert self.office.desk.store.operations() == operations
        else:
            self.remember(before)
        self.compare()

    @precondition(lambda self: self.done)
    @rule()
    def the_last_thing_is_undone(self) -> None:
        newest = newest_undoable(self.office.desk)
        assert newest is not None
        take_back(self.office.desk, newest.id)
        self.undone.append(self.model)
        self.model = self.done.pop()
        self.compare()

    @precondition(lambda self: self.undone)
    @rule()
    def what_was_undone_is_done_again(self) -> None:
        newest = newest_redoable(self.office.desk)
        assert newest is not None
        take_back(self.office.desk, newest.id)
        self.done.append(self.model)
        self.model = self.undone.pop()
        self.compare()

    def compare(self) -> None:
        names = {self.office.unit(name): name for name in NAMES}
        with self.office.desk.store.read() as books:
            reports = books.collecting.reports(CYCLE)
            given = {
                names[one.unit]: one.points // 100
                for one in books.appraisals.of_cycle(CYCLE)
                if one.criterion == CRITERION
            }
        own = {
            names[unit]: next(one.points or 0 for one in report.lines if one.criterion == CRITERION)
            for unit, report in reports.items()
        }
        wanted = {name: points * 100 for name, points in self.model.reported().items()}
        assert own == wanted
        assert given == self.model.appraised


OfficeMachine.TestCase.settings = settings(
    max_examples=5,
    stateful_step_count=16,
    # Making a failing case smaller takes minutes here; what was done is printed in full.
    phases=(Phase.explicit, Phase.generate),
)
TestOfficeAtWork = OfficeMachine.TestCase
