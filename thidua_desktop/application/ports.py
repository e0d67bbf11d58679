"""What the use cases need from outside; the outer packages fulfil it, `bootstrap` joins them.

What an adapter raises besides is told at each port. The registers (`Books` and all within it) raise
`EnvironmentFault` for a disk or database in the way, and nothing of an operation is kept then.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from thidua_desktop.application.forms import ReturnSlip, UnitForm
from thidua_desktop.application.grids import WorkbookGrid
from thidua_desktop.application.papers.model import Paper
from thidua_desktop.application.progress import Progress
from thidua_desktop.application.records import (
    Attachment,
    BackupMade,
    Dataset,
    Intake,
    IssuedForm,
    Office,
    Operation,
    Problem,
    UndoOutcome,
)
from thidua_desktop.application.summary import ProvinceSummary
from thidua_desktop.domain.cycles import Cycle
from thidua_desktop.domain.plan import Plan, QuotaRule, UnitGroup
from thidua_desktop.domain.proposals import (
    Ballot,
    CouncilSession,
    DecidedAward,
    Decision,
    Proposal,
    ProposalStatus,
)
from thidua_desktop.domain.reasons import Value
from thidua_desktop.domain.rule_pack import RulePack
from thidua_desktop.domain.scoring.criterion import CriteriaSet
from thidua_desktop.domain.self_reports import Appraisal, SelfReport
from thidua_desktop.domain.units import Person, Unit


class Clock(Protocol):
    """Where time comes from; tests and the demo set it."""

    def today(self) -> dt.date:
        """The day."""
        ...

    def now(self) -> dt.datetime:
        """The moment, with its time zone."""
        ...


class Units(Protocol):
    """The register of units; `get` raises `NotFound` where there is none."""

    def all(self) -> tuple[Unit, ...]: ...
    def existing_on(self, day: dt.date) -> tuple[Unit, ...]: ...
    def get(self, code: str) -> Unit: ...
    def find_by_name(self, name: str) -> Unit | None: ...
    def add(self, unit: Unit) -> None: ...
    def update(self, unit: Unit) -> None: ...
    def next_code(self) -> str: ...


class People(Protocol):
    """The register of people and heads of households; `get` raises `NotFound` for none."""

    def all(self) -> tuple[Person, ...]: ...
    def get(self, code: str) -> Person: ...
    def find_same(self, person: Person) -> Person | None: ...
    def namesakes(self, person: Person) -> tuple[Person, ...]: ...
    def add(self, person: Person) -> None: ...
    def update(self, person: Person) -> None: ...
    def next_code(self) -> str: ...


class Plans(Protocol):
    """The plan in force, and what the office edits of it.

    A criteria set with `cycle=None` is the working set that the next cycle is opened with.
    `slug` and `source` raise `NotFound` before a plan was adopted.
    """

    def adopt(self, plan: Plan, source: str, adopted_on: dt.date) -> None: ...
    def slug(self) -> str: ...
    def source(self) -> str: ...
    def groups(self) -> tuple[UnitGroup, ...]: ...
    def criteria_sets(self, cycle: str | None) -> Mapping[str, CriteriaSet]: ...
    def save_criteria_set(self, criteria_set: CriteriaSet, cycle: str | None) -> None: ...
    def quotas(self) -> tuple[QuotaRule, ...]: ...
    def save_quotas(self, quotas: Sequence[QuotaRule]) -> None: ...


class Cycles(Protocol):
    """The cycles of the movement; `get` raises `NotFound` where there is none."""

    def all(self) -> tuple[Cycle, ...]: ...
    def get(self, cycle_id: str) -> Cycle: ...
    def add(self, cycle: Cycle) -> None: ...
    def update(self, cycle: Cycle) -> None: ...
    def save_snapshot(self, cycle_id: str, snapshot: str) -> None: ...
    def snapshot(self, cycle_id: str) -> str | None: ...


class Collecting(Protocol):
    """Forms given out, files that came in, and the self-reports they became."""

    def issued(self, cycle: str) -> tuple[IssuedForm, ...]: ...
    def add_issued(self, form: IssuedForm) -> None: ...
    def reports(self, cycle: str) -> Mapping[str, SelfReport]: ...
    def accept(self, report: SelfReport, intake: int) -> None: ...
    def intakes(self, cycle: str) -> tuple[Intake, ...]: ...
    def add_intake(self, intake: Intake) -> int: ...
    def attachments(self) -> tuple[Attachment, ...]: ...
    def add_attachment(self, attachment: Attachment) -> None: ...


class Appraisals(Protocol):
    """The office's points."""

    def of_cycle(self, cycle: str) -> tuple[Appraisal, ...]: ...
    def of_unit(self, cycle: str, unit: str) -> Mapping[str, Appraisal]: ...
    def save(self, appraisal: Appraisal) -> None: ...
    def remove(self, cycle: str, unit: str, criterion: str) -> None: ...


class Awards(Protocol):
    """Proposals, council sessions and decisions.

    `proposal` and `session` raise `NotFound` where there is none.
    """

    def proposals(self, cycle: str | None = None) -> tuple[Proposal, ...]: ...
    def proposal(self, proposal_id: int) -> Proposal: ...
    def add_proposal(self, proposal: Proposal) -> int: ...
    def set_status(self, proposal_id: int, status: ProposalStatus) -> None: ...
    def sessions(self, cycle: str | None = None) -> tuple[CouncilSession, ...]: ...
    def session(self, session_id: str) -> CouncilSession: ...
    def add_session(self, session: CouncilSession) -> None: ...
    def ballots(self, session: str) -> tuple[Ballot, ...]: ...
    def save_ballot(self, ballot: Ballot) -> None: ...
    def decisions(self) -> tuple[Decision, ...]: ...
    def add_decision(self, decision: Decision, awards: Sequence[DecidedAward]) -> int: ...
    def decided_awards(self, decision: int) -> tuple[DecidedAward, ...]: ...


class Books(Protocol):
    """All registers of the office, within one reading or one operation."""

    @property
    def dataset(self) -> Dataset: ...
    @property
    def office(self) -> Office: ...
    def save_office(self, office: Office) -> None: ...
    @property
    def units(self) -> Units: ...
    @property
    def people(self) -> People: ...
    @property
    def plans(self) -> Plans: ...
    @property
    def cycles(self) -> Cycles: ...
    @property
    def collecting(self) -> Collecting: ...
    @property
    def appraisals(self) -> Appraisals: ...
    @property
    def awards(self) -> Awards: ...
    @property
    def operation(self) -> int:
        """The number of the operation under way; 0 while only reading."""
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


class RulePackLibrary(Protocol):
    """The dated rule packs that ship; a broken one raises `InputError` with its faults."""

    def packs(self) -> tuple[RulePack, ...]: ...


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


class SummaryWriter(Protocol):
    """Writes the province's summary workbook; raises `EnvironmentFault` as `FormWriter`."""

    def write(self, summary: ProvinceSummary, path: Path) -> None: ...


class PaperWriter(Protocol):
    """Writes an official paper for signing.

    It raises `EnvironmentFault` as `FormWriter`, and `InputError` for letters that can't be
    printed.
    """

    def write(self, paper: Paper, path: Path) -> None: ...


@dataclass(frozen=True, slots=True)
class Desk:
    """The officer's desk: every port that a use case may need, joined in `bootstrap`."""

    store: Store
    clock: Clock
    plans: PlanLibrary
    rule_packs: RulePackLibrary
    workbooks: WorkbookReader
    forms: FormWriter
    summaries: SummaryWriter
    papers: PaperWriter
    attachments: AttachmentVault
