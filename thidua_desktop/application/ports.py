"""What the use cases need from outside; the outer packages fulfil it, `bootstrap` joins them.

What an adapter raises is told at each port. The registers within the store are in `books`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Protocol

from thidua_desktop.application.books import Books
from thidua_desktop.application.calendar_days import ShippedDays
from thidua_desktop.application.charts import YearChart
from thidua_desktop.application.forms.unit_form import ReturnSlip, UnitForm
from thidua_desktop.application.grids import WorkbookGrid
from thidua_desktop.application.lists.blank_lists import BlankList
from thidua_desktop.application.lists.remarks import RemarkedList
from thidua_desktop.application.papers.model import Paper
from thidua_desktop.application.progress import Progress
from thidua_desktop.application.province_workbooks.filling import FilledSheet, WrittenCopy
from thidua_desktop.application.province_workbooks.profile import FormProfile
from thidua_desktop.application.province_workbooks.template import FormTemplate
from thidua_desktop.application.records import (
    Attachment,
    BackupMade,
    JournalStep,
    Operation,
    Problem,
    UndoOutcome,
)
from thidua_desktop.application.summary import ProvinceSummary
from thidua_desktop.domain.certificates.fitting import Face
from thidua_desktop.domain.certificates.layout import BlankLayout, PrinterOffset
from thidua_desktop.domain.certificates.sheet import Sheet
from thidua_desktop.domain.plan import Plan
from thidua_desktop.domain.reasons import Issue, Value
from thidua_desktop.domain.rule_pack import RulePack


class Clock(Protocol):
    """Where time comes from; tests and the demo set it."""

    def today(self) -> dt.date:
        """The day."""
        ...

    def now(self) -> dt.datetime:
        """The moment, with its time zone."""
        ...


class Store(Protocol):
    """The office's data: one writer, every change journalled."""

    def read(self) -> AbstractContextManager[Books]:
        """A consistent reading; writing through it fails."""
        ...

    def write(self, action: str, **data: Value) -> AbstractContextManager[Books]:
        """One operation: one commit, one entry of the journal, one undo.

        Leaving normally commits; any exception rolls back and leaves no trace.

        Raises:
            EnvironmentFault: the disk is full or failing, or the data can't be written.
        """
        ...

    def operations(self, limit: int = 200) -> tuple[Operation, ...]:
        """The newest operations first."""
        ...

    def steps_of_unit(
        self, tables: Collection[str], cycle: str, unit: str
    ) -> tuple[JournalStep, ...]:
        """What happened to the rows of a unit in a cycle, the oldest first."""
        ...

    def undo(self, operation: int, *, preview: bool = False) -> UndoOutcome:
        """Undo a whole operation as a new one; what changed since is listed, not overwritten.

        Raises:
            NotFound: no such operation.
            RuleViolation: it is undone already, or is none that can be.
        """
        ...

    def backup(self, folder: Path) -> BackupMade:
        """A copy that was opened, checked and compared before it is reported.

        Raises:
            EnvironmentFault: the folder can't be written, or the copy is not sound.
        """
        ...

    def protect(self) -> BackupMade:
        """A verified copy beside the data, taken before every risky act.

        Raises:
            EnvironmentFault: as `backup`; the risky act is not done then.
        """
        ...

    def check(self) -> tuple[Problem, ...]:
        """Database, journal chain and attachments; empty when all is sound."""
        ...

    @property
    def cut_off(self) -> Operation | None:
        """The last operation before the program was cut off the last time, while none followed.

        `None` where it ended as it should.
        """
        ...

    @property
    def folder(self) -> Path:
        """The data folder."""
        ...


class AttachmentVault(Protocol):
    """Files kept by the hash of their content."""

    def keep(self, source: Path) -> Attachment:
        """Copy a file into the vault; the same content is kept once.

        Raises:
            EnvironmentFault: it can't be read or written.
        """
        ...

    def path(self, sha256: str) -> Path:
        """Where a kept file lies."""
        ...


class PlanLibrary(Protocol):
    """The plans that ship, and the reader of plan texts.

    All of them raise `InputError` for a broken text, with every fault by line; `load`, `source`
    and `text_of` raise `NotFound` where there is no such plan or file, and `EnvironmentFault`
    where the machine does not let it be read.
    """

    def slugs(self) -> tuple[str, ...]: ...
    def load(self, slug: str) -> Plan: ...
    def source(self, slug: str) -> str: ...
    def text_of(self, path: Path) -> str: ...
    def parse(self, text: str, name: str) -> Plan: ...
    def save(self, plan: Plan, source: str, path: Path) -> None: ...
    def lines_of(self, path: Path) -> tuple[str, ...]: ...


class RulePackLibrary(Protocol):
    """The dated rule packs; a broken one raises `InputError` with its faults.

    `packs` gives those that hold, at most one for each day; `known` every one by its code, those
    too that newer rules have put aside, for decisions keep theirs. `text_of` and `parse` read an
    office's own file, as `PlanLibrary` does.
    """

    def packs(self) -> tuple[RulePack, ...]: ...
    def known(self) -> Mapping[str, RulePack]: ...
    def text_of(self, path: Path) -> str: ...
    def parse(self, text: str, name: str) -> RulePack: ...


@dataclass(frozen=True, slots=True)
class Unpacked:
    """What came out of an archive: files to read, what else lies in it, or what kept it shut."""

    files: tuple[Path, ...]
    issue: Issue | None = None
    aside: tuple[PurePath, ...] = ()


class Archives(Protocol):
    """Opens archives of spreadsheets; what is wrong with one is told, never raised."""

    def unpack(self, path: Path) -> Unpacked: ...


class WorkbookReader(Protocol):
    """Reads strangers' spreadsheets, in a guarded process of its own."""

    def read(
        self, paths: Sequence[Path], progress: Progress | None = None
    ) -> Iterator[WorkbookGrid]:
        """The files in order; a file that can't be read bears its issues instead of sheets.

        Raises:
            Cancelled: the user wants the reading to stop.
            EnvironmentFault: the guarded process can't be started at all.
        """
        ...


class FormWriter(Protocol):
    """Writes the workbook of one unit, and the slip that returns a faulty one.

    Both raise `EnvironmentFault` where the file can't be written, and leave what stood there.
    """

    def write(self, form: UnitForm, path: Path) -> None: ...
    def write_slip(self, slip: ReturnSlip, path: Path) -> None: ...


class ListWriter(Protocol):
    """Writes blank lists to be filled in, and lists given back with remarks.

    Both raise `EnvironmentFault` as `FormWriter`.
    """

    def write_blank(self, blank: BlankList, path: Path) -> None: ...
    def write_remarked(self, remarked: RemarkedList, path: Path) -> None: ...


class SummaryWriter(Protocol):
    """Writes the province's summary workbook; raises `EnvironmentFault` as `FormWriter`."""

    def write(self, summary: ProvinceSummary, path: Path) -> None: ...


class PaperWriter(Protocol):
    """Writes an official paper in the form that the ending of the path says (`PaperFormat`).

    It raises `EnvironmentFault` as `FormWriter`, and `InputError` for letters that can't be
    printed and for an office's own template or style that is broken.
    """

    def write(self, paper: Paper, path: Path) -> None: ...


class CertificateWriter(Protocol):
    """Prints giấy khen on blanks; `write` raises `EnvironmentFault` as `FormWriter`."""

    def measure(self, text: str, face: Face) -> int:
        """The width of a text in thousandths of its size."""
        ...

    def unprintable(self, text: str) -> tuple[str, ...]:
        """The characters of a text that the type does not have."""
        ...

    def write(
        self, sheets: Sequence[Sheet], path: Path, progress: Progress | None = None
    ) -> None: ...


class BlankLibrary(Protocol):
    """The layouts of blanks that ship, and the reader of layout files.

    `read` raises `InputError` for a broken file with every fault by line, `NotFound` where there
    is none, and `EnvironmentFault` where the machine does not let it be read.
    """

    def layouts(self) -> tuple[BlankLayout, ...]: ...
    def read(self, path: Path) -> BlankLayout: ...


class Holidays(Protocol):
    """The days off and make-up days that ship.

    `days` raises `InputError` for a broken file with every fault by line, and `EnvironmentFault`
    where the machine does not let it be read.
    """

    def days(self) -> ShippedDays: ...


class YearCharts(Protocol):
    """Draws a chart as a PDF of one page; raises `EnvironmentFault` where fonts are missing."""

    def draw(self, chart: YearChart) -> bytes: ...


class PrinterOffsets(Protocol):
    """How far each printer of this machine is off.

    They stay with the machine: the same data opened beside another printer must not take them
    along. `save` raises `EnvironmentFault` where the machine does not let it be written.
    """

    def all(self) -> Mapping[str, PrinterOffset]: ...
    def save(self, printer: str, offset: PrinterOffset) -> None: ...


class ScanFolder(Protocol):
    """The folder into which this machine's scanner puts its files.

    It stays with the machine. `remember` raises `EnvironmentFault` where the machine does not
    let it be written.
    """

    def folder(self) -> Path | None: ...
    def remember(self, folder: Path) -> None: ...


class FilePacker(Protocol):
    """Packs files into one for sending; raises `EnvironmentFault` as `FormWriter`."""

    def pack(self, files: Sequence[tuple[str, Path]], path: Path) -> None:
        """Write a zip of these files under these names, folders within parted by «/»."""
        ...


class ProvinceWorkbooks(Protocol):
    """Opens a province's own workbook, and writes filled copies of it.

    Both raise `InputError` for a workbook that is broken, encrypted, hostile or of another kind;
    `open` raises `NotFound` where there is none, and `write` `EnvironmentFault` as `FormWriter`.
    """

    def open(self, path: Path) -> FormTemplate: ...
    def write(self, template: Path, sheets: tuple[FilledSheet, ...], path: Path) -> WrittenCopy: ...


class ProvinceLibrary(Protocol):
    """The profiles that ship, and the files by which one office gives its own to others.

    The practice workbook is made up; it is no province's.

    `save` raises `EnvironmentFault` as `FormWriter`. `load` unpacks the workbook into a folder;
    it raises `InputError` for a broken file, `NotFound` and `EnvironmentFault` as the others.
    """

    def profiles(self) -> tuple[FormProfile, ...]: ...
    def practice_workbook(self) -> Path: ...
    def save(self, profile: FormProfile, workbook: Path, path: Path) -> None: ...
    def load(self, path: Path, folder: Path) -> tuple[FormProfile, Path]: ...


@dataclass(frozen=True, slots=True)
class Desk:
    """The officer's desk: every port that a use case may need, joined in `bootstrap`."""

    store: Store
    clock: Clock
    plans: PlanLibrary
    rule_packs: RulePackLibrary
    archives: Archives
    workbooks: WorkbookReader
    forms: FormWriter
    lists: ListWriter
    summaries: SummaryWriter
    papers: PaperWriter
    attachments: AttachmentVault
    certificates: CertificateWriter
    blanks: BlankLibrary
    printers: PrinterOffsets
    province_workbooks: ProvinceWorkbooks
    province_library: ProvinceLibrary
    holidays: Holidays
    charts: YearCharts
    packer: FilePacker
    scans: ScanFolder
