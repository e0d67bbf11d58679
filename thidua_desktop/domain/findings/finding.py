"""Điểm cần xem lại: one thing that an appraiser should look at twice, and the officer's word on it.

A finding is never a fault: it says where to look, and why.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, fields
from enum import StrEnum

from thidua_desktop.domain.errors import NotFound
from thidua_desktop.domain.findings.likeness import Likeness
from thidua_desktop.domain.reasons import Reason, Value


class FindingKind(StrEnum):
    """What kind of thing it is, in the order in which they are shown."""

    LIKE_OTHER = "like_other"  # giống nhau
    LIKE_LAST_YEAR = "like_last_year"  # như năm trước
    JUMP = "jump"  # tăng, giảm
    OVERRATED = "overrated"  # tự chấm cao
    NEAR_TIE = "near_tie"  # sát ranh giới


@dataclass(frozen=True, slots=True, order=True)
class FindingKey:
    """What makes it the same finding tomorrow.

    Attributes:
        criterion: empty where it concerns the whole unit.
        about: the other unit, the award or the class that it is about; empty for none.
    """

    unit: str
    kind: FindingKind
    criterion: str = ""
    about: str = ""

    @property
    def text(self) -> str:
        """The key in one word, for the command line: «DV001:jump:ND1:»."""
        return ":".join((self.unit, self.kind.value, self.criterion, self.about))

    @classmethod
    def read(cls, text: str) -> FindingKey:
        """The key that stands in one word.

        Raises:
            NotFound: it is none.
        """
        parts = text.split(":")
        if len(parts) != len(fields(cls)) or parts[1] not in set(FindingKind):
            raise NotFound("finding_unknown", key=text)
        return cls(parts[0], FindingKind(parts[1]), parts[2], parts[3])


@dataclass(frozen=True, slots=True)
class FigureChange:
    """The points of one criterion ×100, of two years or of the unit and the office."""

    criterion: str
    before: int
    now: int


def largest_first(changes: Iterable[FigureChange]) -> tuple[FigureChange, ...]:
    """Those that changed, the largest difference first."""
    changed = (one for one in changes if one.before != one.now)
    return tuple(sorted(changed, key=lambda one: (-abs(one.now - one.before), one.criterion)))


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at twice.

    Attributes:
        why: the sentence with its figures.
        texts: the texts that are alike, the most alike first.
        other: the other unit that it concerns; empty for none.
        changes: what makes up a difference of totals, by criterion.
    """

    key: FindingKey
    why: Reason
    texts: tuple[Likeness, ...] = ()
    other: str = ""
    changes: tuple[FigureChange, ...] = ()

    @property
    def fingerprint(self) -> str:
        """What it says now: a word on it stands only for what was seen."""
        parts = (f"{name}={_plain(value)}" for name, value in sorted(self.why.data.items()))
        return "; ".join((self.why.code, *parts))

    @property
    def cells(self) -> tuple[tuple[str, str], ...]:
        """The cells of the appraisal grid that it concerns: unit and criterion."""
        if not self.texts and self.key.criterion:
            return ((self.key.unit, self.key.criterion),)
        is_past = self.key.kind is FindingKind.LIKE_LAST_YEAR
        sides = (
            side for one in self.texts for side in (one.first, *(() if is_past else (one.second,)))
        )
        return tuple(
            dict.fromkeys((side.owner, side.criterion) for side in sides if side.criterion)
        )

    @property
    def owners(self) -> tuple[str, ...]:
        """Every unit that it concerns, its own first; of texts of people, these people."""
        first, others = self.key.unit, [self.other] if self.other else []
        if self.key.kind is FindingKind.LIKE_OTHER:
            first = self.texts[0].first.owner
            others += [one.second.owner for one in self.texts]
        return tuple(dict.fromkeys((first, *others)))


def _plain(value: Value) -> str:
    return ",".join(value) if isinstance(value, tuple) else str(value)


@dataclass(frozen=True, slots=True)
class FindingReview:
    """Đã xem: the officer's note on a finding.

    Attributes:
        seen: the fingerprint of what was seen; a finding that says otherwise now is open again.
    """

    cycle: str
    key: FindingKey
    seen: str
    note: str
    reviewed_on: dt.date
