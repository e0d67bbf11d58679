"""Records of the office's own working: who it is, what came in, what was done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from thidua_desktop.domain.kinds import CommuneKind
from thidua_desktop.domain.reasons import Issue, Reason, Value

PRACTICE_END = "-tap"
"""Ends the key of practice data, so that its forms tell what they are wherever they come."""


@dataclass(frozen=True, slots=True)
class OwnRules:
    """A rule pack that the office added, as its file had it.

    Attributes:
        code: the file's name without its ending; what decisions under it keep.
    """

    code: str
    source: str


@dataclass(frozen=True, slots=True)
class Dataset:
    """What tells this data folder from any other.

    Attributes:
        id: random key, printed in forms.
        form_key: secret from which the check codes of forms are made.
        is_practice: `True` for practice data, which is never mixed with real data.
    """

    id: str
    form_key: str
    created_on: dt.date
    is_practice: bool = False


@dataclass(frozen=True, slots=True)
class Office:
    """The office as its papers name it; every field can be edited.

    Attributes:
        chair: họ tên of the commune's chair; empty until typed in.
        signer_is_deputy: whether papers are signed «KT. CHỦ TỊCH / PHÓ CHỦ TỊCH».
        late_points_per_day: ×100, taken off for each late day (a proposal, editable).
        late_cap: ×100, the most that lateness takes off.
        commune_kind: another commune than the plan's works with a copy of that plan; this and
            the five fields below then stand in place of the plan's. Empty fields leave the
            plan's own.
        filing: nơi lưu under the recipients, such as «VT, VHXH»; empty leaves the plan's own.
    """

    chair: str = ""
    deputy: str = ""
    department_head: str = ""
    officer: str = ""
    signer_is_deputy: bool = False
    late_points_per_day: int = 50
    late_cap: int = 300
    commune_kind: CommuneKind | None = None
    commune_name: str = ""
    province: str = ""
    place_in_date: str = ""
    hamlet_word: str = ""
    movement: str = ""
    filing: str = ""


class IntakeOrigin(StrEnum):
    """How a form came in."""

    FILE = "file"
    PAPER = "paper"  # nhập từ bản giấy


class IntakeStatus(StrEnum):
    """What became of a file that came in."""

    ACCEPTED = "accepted"
    WARNED = "warned"  # accepted with remarks
    REJECTED = "rejected"
    SUPERSEDED = "superseded"  # an older file of a unit that sent a newer one
    UNKNOWN = "unknown"  # not a form of this office and cycle


@dataclass(frozen=True, slots=True)
class Intake:
    """One file that came in, with what was found in it.

    Attributes:
        modified_at: when the file was last saved, or the paper typed in, ISO; of a unit's files
            the newest counts.
    """

    id: int
    cycle: str
    file_name: str
    sha256: str
    modified_at: str
    received_on: dt.date
    unit: str
    status: IntakeStatus
    issues: tuple[Issue, ...]
    origin: IntakeOrigin = IntakeOrigin.FILE


@dataclass(frozen=True, slots=True)
class IssuedForm:
    """Phiếu đã phát: one form given to one unit."""

    form_id: str
    cycle: str
    unit: str
    version: int
    issued_on: dt.date
    check_code: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file kept by its content."""

    sha256: str
    size: int
    name: str


@dataclass(frozen=True, slots=True)
class Operation:
    """One entry of the journal: who did what, when, and whether it was undone."""

    id: int
    at: dt.datetime
    actor: str
    action: str
    data: Mapping[str, Value]
    changes: int
    undoes: int | None = None
    undone_by: int | None = None


@dataclass(frozen=True, slots=True)
class JournalStep:
    """One row that an operation changed: what it was and what it became (`None`: not there)."""

    operation: Operation
    table: str
    before: Mapping[str, object] | None
    after: Mapping[str, object] | None

    @property
    def row(self) -> Mapping[str, object]:
        """The row as it became, or as it was where it went."""
        return self.after or self.before or {}


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row of an undo: its table, its key, and what it goes back to (`None`: removed)."""

    table: str
    key: str
    before: Mapping[str, object] | None
    after: Mapping[str, object] | None


@dataclass(frozen=True, slots=True)
class UndoOutcome:
    """What an undo gives back, and what it leaves alone because it changed since.

    Attributes:
        operation: the new operation's number; `None` for a preview.
        restored: the rows that go back.
        conflicts: the rows that were changed or are needed by something later.
        rests: what was built on the rows that go back, and stays.
        unit_names: the units' names by code, for saying whose rows they are.
    """

    undone: int
    operation: int | None
    restored: tuple[RowChange, ...]
    conflicts: tuple[RowChange, ...]
    rests: tuple[Reason, ...] = ()
    unit_names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class BackupMade:
    """A verified copy: where it is, how large, how many operations it holds."""

    path: Path
    size: int
    operations: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Problem:
    """Something unsound that a check found."""

    code: str
    data: Mapping[str, Value]
