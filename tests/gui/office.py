"""A small practice office on a real store: what the window's tests work with."""

from __future__ import annotations

import atexit
import datetime as dt
import random
import shutil
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from thidua_desktop.application.appraisal.appraising import accept_as_proposed
from thidua_desktop.application.awarding.proposing import AwardRequest, propose
from thidua_desktop.application.collecting.giving_forms import give_forms
from thidua_desktop.application.collecting.taking import CollectOrder, collect_forms
from thidua_desktop.application.council.sessions import open_session, vote
from thidua_desktop.application.cycles.opening import open_cycle
from thidua_desktop.application.enrolling.registers import add_person, add_unit, list_people
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.records import Office
from thidua_desktop.application.setting_up.starting import NewOffice
from thidua_desktop.bootstrap import Joiner
from thidua_desktop.documents.excel.sample_answers import fill_form
from thidua_desktop.domain.council import Attendance, VoteCount
from thidua_desktop.domain.cycles import Cycle
from thidua_desktop.domain.kinds import CycleKind, SubjectKind
from thidua_desktop.domain.plan import Plan
from thidua_desktop.domain.units import Person, Unit
from thidua_desktop.storage.store import SqliteStore
from thidua_desktop.system.clock import FixedClock

OPENED = dt.date(2026, 11, 2)
COLLECTED = dt.date(2026, 12, 8)
LATE = dt.date(2026, 12, 14)

GIAY_KHEN = "giay_khen_xa"

UNITS = (
    ("Văn phòng Hội đồng nhân dân và Ủy ban nhân dân", "office", "Khối 1"),
    ("Phòng Kinh tế", "office", "Khối 1"),
    ("Trung tâm Phục vụ hành chính công", "office", "Khối 1"),
    ("Công an xã", "office", "Khối 1"),
    ("Ủy ban Mặt trận Tổ quốc", "front", "Khối 2"),
    ("Hội Nông dân", "front", "Khối 2"),
    ("Trường Mầm non Hoa Sen", "school", "Khối 3"),
    ("Trường Tiểu học số 1", "school", "Khối 3"),
    ("Trường Trung học cơ sở số 2", "school", "Khối 3"),
    ("Xóm 1", "hamlet", ""),
    ("Xóm 2", "hamlet", ""),
    ("Xóm 3", "hamlet", ""),
    ("Hợp tác xã Nông nghiệp Mẫu", "enterprise", ""),
)
PEOPLE = (
    ("Nguyễn Văn Mẫu", "Trưởng phòng", "Phòng Kinh tế"),
    ("Trần Thị Ví Dụ", "Giáo viên", "Trường Tiểu học số 1"),
    ("Đỗ Thử Nghiệm", "Trưởng xóm", "Xóm 1"),
)


@dataclass(slots=True)
class SampleOffice:
    """A desk, its store, and the clock that the test may turn."""

    desk: Desk
    store: SqliteStore
    clock: FixedClock
    joiner: Joiner
    folder: Path

    @property
    def plan(self) -> Plan:
        return self.desk.plans.load("xuan-hung")


DATA, SENT = "du-lieu", "phieu-nop"


def new_office(folder: Path) -> SampleOffice:
    """An office with its plan and nothing else."""
    clock = FixedClock(OPENED)
    joiner = Joiner.detect(clock)
    office = Office(chair="Nguyễn Văn Mẫu")
    joiner.start_office(folder / DATA, NewOffice("xuan-hung", office=office, is_practice=True))
    return _opened(folder)


def _opened(folder: Path) -> SampleOffice:
    clock = FixedClock(OPENED)
    joiner = Joiner.detect(clock)
    store = joiner.store(folder / DATA)
    store.open()
    return SampleOffice(joiner.desk(store), store, clock, joiner, folder)


@cache
def _built(stage: str) -> Path:
    """A folder in which an office was brought to a stage once, for copies of it."""
    folder = Path(mkdtemp(prefix="office-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    office = new_office(folder)
    enrol(office)
    cycle = open_cycle(office.desk, CycleKind.ANNUAL, 2026)
    if stage == "collected":
        collect_forms(office.desk, cycle.id, CollectOrder([returned_forms(office, cycle)]))
    office.store.close()
    return folder


def _copy(stage: str, folder: Path) -> SampleOffice:
    for part in (DATA, SENT):
        if (_built(stage) / part).exists():
            shutil.copytree(_built(stage) / part, folder / part)
    return _opened(folder)


def enrolled(folder: Path) -> SampleOffice:
    """Units, people, and an open cycle."""
    return _copy("enrolled", folder)


def collected(folder: Path) -> SampleOffice:
    """As `enrolled`, with the forms given and what came back of them taken on the first day."""
    return _copy("collected", folder)


def enrol(office: SampleOffice) -> None:
    """Units and people."""
    subjects = {group.code: group.subject for group in office.plan.groups}
    codes = {}
    for number, (name, group, cluster) in enumerate(UNITS):
        draft = Unit("", name, group, subjects[group], cluster, "Người đứng đầu", 12 + number, 6)
        codes[name] = add_unit(office.desk, draft).code
    for name, position, unit in PEOPLE:
        add_person(
            office.desk, Person("", name, SubjectKind.INDIVIDUAL, codes[unit], position, 1985)
        )


def returned_forms(office: SampleOffice, cycle: Cycle) -> Path:
    """A folder of forms as units send them: most good, one spoilt, two missing."""
    dice = random.Random(7)  # noqa: S311  practice answers
    blank, sent = office.folder / "phieu", office.folder / SENT
    sent.mkdir()
    audiences = {group.code: group.audience for group in office.plan.groups}
    groups = {name: group for name, group, _ in UNITS}
    for number, given in enumerate(give_forms(office.desk, cycle.id, blank)):
        if given.unit_name in ("Xóm 3", "Công an xã"):
            continue
        criteria = office.plan.audience(audiences[groups[given.unit_name]]).criteria.criteria
        answers: dict[str, tuple[int | str | None, str, str]] = {
            c.code: (
                c.max_points - dice.choice((0, 0, 100, 200)),
                "Đã thực hiện.",
                "Văn bản kèm theo",
            )
            for c in criteria
            if c.role == "standard"
        }
        if given.unit_name == "Xóm 2":
            first = next(iter(answers))
            answers[first] = ("mười điểm", "Đã thực hiện.", "")
        fill_form(
            given.path,
            sent / f"Bao cao ({number}) final.xlsx",
            answers,
            "Đề nghị hỗ trợ máy tính.",
            "",
        )
    return sent


def whole_office(folder: Path) -> SampleOffice:
    """An office in the middle of its year: collected, partly appraised."""
    office = new_office(folder)
    enrol(office)
    cycle = open_cycle(office.desk, CycleKind.ANNUAL, 2026)
    sent = returned_forms(office, cycle)
    office.clock.set(COLLECTED)
    collect_forms(office.desk, cycle.id, CollectOrder([sent]))
    office.clock.set(LATE)
    codes = [unit.code for unit in _units(office) if unit.group in ("office", "school")]
    accept_as_proposed(office.desk, cycle.id, codes)
    return office


def with_council(office: SampleOffice, cycle: str) -> None:
    """Go on to proposals and a session with votes: three pass, one does not."""
    desk = office.desk
    best = [unit.code for unit in _units(office) if unit.group in ("office", "school")]
    units = [*best[1:3], best[0]]
    person = list_people(desk)[0].code
    requests = [AwardRequest(cycle, GIAY_KHEN, unit=unit) for unit in units]
    requests.append(AwardRequest(cycle, GIAY_KHEN, person=person))
    numbers = []
    for request in requests:
        made = propose(desk, request, "Dẫn đầu về dịch vụ công trực tuyến.", "Hội đồng xem xét")
        assert made.proposal is not None
        numbers.append(made.proposal)
    session = open_session(desk, cycle, LATE, Attendance(9, 8))
    for place, number in enumerate(numbers):
        vote(desk, session.id, number, VoteCount(8 - 4 * (place == 3), 4 * (place == 3)))


def _units(office: SampleOffice) -> tuple[Unit, ...]:
    with office.desk.store.read() as books:
        return books.units.all()
