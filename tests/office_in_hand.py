"""An office whose store is real and whose workbooks are plain grids: the use cases, quickly."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from thidua_desktop.application.appraisal.appraising import accept_as_proposed
from thidua_desktop.application.books import Books
from thidua_desktop.application.collecting.giving_forms import forms_of_cycle, give_forms
from thidua_desktop.application.collecting.taking import Collected, CollectOrder, collect_forms
from thidua_desktop.application.cycles.opening import open_cycle
from thidua_desktop.application.enrolling.registers import add_person, add_unit
from thidua_desktop.application.forms.unit_form import (
    HEADERS,
    HIGHLIGHTS_LABEL,
    IDENTITY_SHEET,
    LAYOUT,
    OTHER_SHEET,
    REQUESTS_LABEL,
    SCORE_SHEET,
    ReturnSlip,
    UnitForm,
)
from thidua_desktop.application.grids import CellValue, SheetGrid, WorkbookGrid
from thidua_desktop.application.papers.model import Paper
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.progress import Progress
from thidua_desktop.application.records import Office
from thidua_desktop.application.setting_up.starting import NewOffice
from thidua_desktop.application.summary import ProvinceSummary
from thidua_desktop.application.text import Texts
from thidua_desktop.bootstrap import Joiner
from thidua_desktop.domain.errors import NotFound
from thidua_desktop.domain.kinds import CycleKind, SubjectKind
from thidua_desktop.domain.reasons import Issue
from thidua_desktop.domain.scoring.criterion import Role
from thidua_desktop.domain.units import Person, Unit
from thidua_desktop.system.clock import FixedClock

CYCLE = "2026-annual"
CHAIR = "Nguyễn Văn Mẫu"
OPENED = dt.date(2026, 11, 2)
DUE = dt.date(2026, 12, 10)
COLLECTED = dt.date(2026, 12, 8)
MORNING = dt.datetime(2026, 12, 8, 7, 0, tzinfo=dt.UTC)

UNITS = (
    ("Phòng Kinh tế", "office", "Khối 1"),
    ("Phòng Văn hóa - Xã hội", "office", "Khối 1"),
    ("Công an xã", "office", "Khối 1"),
    ("Hội Nông dân xã", "front", "Khối 2"),
    ("Hội Cựu chiến binh xã", "front", "Khối 2"),
    ("Trường Tiểu học Ví Dụ", "school", "Khối 10"),
    ("Trường Mầm non Hoa Mẫu", "school", "Khối 10"),
    ("HTX Nông nghiệp Thử Nghiệm", "enterprise", ""),
)
PEOPLE = (
    ("Nguyễn Văn Mẫu", "Phòng Kinh tế", "Trưởng phòng", True),
    ("Trần Thị Ví Dụ", "Phòng Kinh tế", "Chuyên viên", False),
    *((f"Đỗ Thử Nghiệm {number}", "Công an xã", "Cán bộ", False) for number in range(1, 7)),
)

Sheets = tuple[SheetGrid, ...]


@dataclass
class GridsInHand:
    """Port `WorkbookReader`: gives the grids that a test put into files, by their content."""

    known: dict[str, tuple[Sheets, tuple[Issue, ...]]] = field(default_factory=dict)

    def put(
        self, path: Path, sheets: Sheets, saved_at: dt.datetime = MORNING, salt: str = ""
    ) -> Path:
        """Save a workbook; files with the same sheets and salt have the same content."""
        content = f"{sheets!r}{salt}".encode()
        self.known[hashlib.sha256(content).hexdigest()] = (sheets, ())
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        os.utime(path, (saved_at.timestamp(), saved_at.timestamp()))
        return path

    def put_broken(self, path: Path, issue: Issue) -> Path:
        """Save a file that can't be read."""
        self.put(path, (), salt=issue.code)
        self.known[hashlib.sha256(path.read_bytes()).hexdigest()] = ((), (issue,))
        return path

    def read(
        self, paths: Sequence[Path], progress: Progress | None = None
    ) -> Iterator[WorkbookGrid]:
        for number, path in enumerate(paths, start=1):
            digest = hashlib.sha256(path.read_bytes()).hexdigest()
            sheets, issues = self.known.get(digest, ((), (Issue("file_unreadable"),)))
            if progress is not None:
                progress(number, len(paths), path.name)
            yield WorkbookGrid(path, digest, sheets, issues)


@dataclass
class WrittenInHand:
    """What the writing ports were given, by path."""

    forms: dict[Path, UnitForm] = field(default_factory=dict)
    slips: dict[Path, ReturnSlip] = field(default_factory=dict)
    summaries: dict[Path, ProvinceSummary] = field(default_factory=dict)
    papers: dict[Path, Paper] = field(default_factory=dict)


@dataclass(frozen=True)
class FormsInHand:
    """Port `FormWriter`: what it writes can be read again, every line with all its points."""

    written: WrittenInHand
    grids: GridsInHand

    def write(self, form: UnitForm, path: Path) -> None:
        self.written.forms[path] = form
        self.grids.put(path, returned(form, {}))

    def write_slip(self, slip: ReturnSlip, path: Path) -> None:
        self.written.slips[path] = slip


@dataclass(frozen=True)
class SummariesInHand:
    """Port `SummaryWriter`."""

    written: WrittenInHand

    def write(self, summary: ProvinceSummary, path: Path) -> None:
        self.written.summaries[path] = summary
        path.write_bytes(b"")


@dataclass(frozen=True)
class PapersInHand:
    """Port `PaperWriter`."""

    written: WrittenInHand

    def write(self, paper: Paper, path: Path) -> None:
        self.written.papers[path] = paper
        path.write_text(paper.subject, encoding="utf-8")


@dataclass
class OfficeInHand:
    """A desk over real data, the clock that a test may turn, and what went in and out."""

    desk: Desk
    clock: FixedClock
    folder: Path
    grids: GridsInHand
    written: WrittenInHand
    texts: Texts

    def unit(self, name: str) -> str:
        """The code of a unit."""
        with self.desk.store.read() as books:
            found = books.units.find_by_name(name)
        if found is None:
            raise NotFound("unit_unknown", key=name)
        return found.code

    def person(self, name: str) -> str:
        """The code of a person."""
        with self.desk.store.read() as books:
            return next(p.code for p in books.people.all() if p.full_name == name)

    def form(self, name: str) -> UnitForm:
        """The newest form that a unit was given."""
        return next(f for f in forms_of_cycle(self.desk, CYCLE) if f.unit_name == name)

    def save(
        self, name: str, file: str = "", minute: int = 0, **changes: CellValue | Answer
    ) -> Path:
        """Save a unit's filled form as a file; `changes` spoil single criteria."""
        return self.put(self.form(name), file, minute, changes)

    def put(
        self, form: UnitForm, file: str, minute: int, changes: Mapping[str, CellValue | Answer]
    ) -> Path:
        """As `save`, for a form at hand."""
        path = self.folder / "sent" / (file or f"{form.identity.unit}.xlsx")
        saved_at = MORNING + dt.timedelta(minutes=minute)
        return self.grids.put(path, returned(form, changes), saved_at)

    def collect(self, *paths: Path, dry_run: bool = False) -> Collected:
        """Take files in."""
        return collect_forms(self.desk, CYCLE, CollectOrder(paths, dry_run=dry_run))

    def collect_all(self, *, but: Sequence[str] = ()) -> None:
        """Take a good form of every unit but some, each with another total."""
        forms = [self.form(name) for name, _, _ in UNITS if name not in but]
        files = [
            self.put(form, "", 0, _a_little_less(form, number)) for number, form in enumerate(forms)
        ]
        self.clock.set(COLLECTED)
        self.collect(*files)

    def appraise_all(self) -> None:
        """Take over what the units gave themselves."""
        with self.desk.store.read() as books:
            units = sorted(books.collecting.reports(CYCLE))
        accept_as_proposed(self.desk, CYCLE, units)

    @contextmanager
    def writing(self) -> Iterator[Books]:
        """Change something that no use case under test changes."""
        with self.desk.store.write("unit_changed") as books:
            yield books


@dataclass(frozen=True)
class Answer:
    """One line as a unit leaves it."""

    points: CellValue
    explanation: CellValue = "Đã thực hiện."
    evidence: CellValue = "Báo cáo số 05/BC ngày 01/11/2026"


def returned(form: UnitForm, changes: Mapping[str, CellValue | Answer]) -> Sheets:
    """The workbook of a form in which every line has all its points, but for the changes."""
    rows: list[tuple[CellValue, ...]] = [(form.unit_name, *[None] * 5), HEADERS]
    for criterion in form.criteria.criteria:
        usual = Answer(None if criterion.role is not Role.STANDARD else criterion.max_points / 100)
        changed = changes.get(criterion.code, usual)
        answer = changed if isinstance(changed, Answer) else replace(usual, points=changed)
        said = (answer.points, answer.explanation, answer.evidence)
        rows.append((criterion.code, criterion.text, criterion.max_points / 100, *said))
    identity = form.identity
    keys: tuple[tuple[CellValue, ...], ...] = (
        ("form_id", identity.form_id),
        ("dataset", identity.dataset),
        ("cycle", identity.cycle),
        ("unit", identity.unit),
        ("version", identity.version),
        ("check_code", identity.check_code),
        ("layout", LAYOUT),
    )
    others: tuple[tuple[CellValue, ...], ...] = (
        (REQUESTS_LABEL,),
        ("Đề nghị bố trí máy quét.",),
        (HIGHLIGHTS_LABEL,),
        (None,),
    )
    return (
        SheetGrid(SCORE_SHEET, visible=True, rows=tuple(rows)),
        SheetGrid(OTHER_SHEET, visible=True, rows=others),
        SheetGrid(IDENTITY_SHEET, visible=False, rows=keys),
    )


def _a_little_less(form: UnitForm, number: int) -> dict[str, CellValue | Answer]:
    first = form.criteria.of_role(Role.STANDARD)[0]
    return {first.code: first.max_points / 100 - number}


def build_office(folder: Path, slug: str = "cao-minh") -> None:
    """A data folder with units, people, an open cycle and the forms given out."""
    with opened(folder, slug, is_new=True) as office:
        groups = {group.code: group for group in office.desk.plans.load(slug).groups}
        codes = {}
        for number, (name, group, cluster) in enumerate(UNITS):
            subject = groups[group].subject
            draft = Unit("", name, group, subject, cluster, "Người đứng đầu", 10 + number, 5)
            codes[name] = add_unit(office.desk, draft).code
        for name, unit, position, is_leader in PEOPLE:
            person = Person("", name, SubjectKind.INDIVIDUAL, codes[unit], position, 1985)
            add_person(office.desk, replace(person, is_leader=is_leader))
        open_cycle(office.desk, CycleKind.ANNUAL, 2026, DUE)
        give_forms(office.desk, CYCLE, folder / "given")


@contextmanager
def opened(
    folder: Path, slug: str = "cao-minh", *, is_new: bool = False, day: dt.date = OPENED
) -> Iterator[OfficeInHand]:
    """Hold the data folder below this one while the block runs."""
    clock = FixedClock(day)
    joiner = Joiner.detect(clock)
    data = folder / "data"
    if is_new:
        joiner.start_office(data, NewOffice(slug, office=Office(chair=CHAIR), is_practice=True))
    grids, written = GridsInHand(), WrittenInHand()
    with joiner.open_desk(data) as whole:
        desk = replace(
            whole,
            workbooks=grids,
            forms=FormsInHand(written, grids),
            summaries=SummariesInHand(written),
            papers=PapersInHand(written),
        )
        yield OfficeInHand(desk, clock, folder, grids, written, joiner.texts)


@contextmanager
def copied(template: Path, folder: Path) -> Iterator[OfficeInHand]:
    """Hold a copy of a built office."""
    shutil.copytree(template, folder)
    with opened(folder) as office:
        yield office
