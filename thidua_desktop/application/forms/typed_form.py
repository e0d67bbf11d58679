"""Phiếu nhập từ bản giấy: a unit's signed paper as the office typed it, before it is judged."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from thidua_desktop.application.forms.returned_form import RawForm, RawLine
from thidua_desktop.application.forms.unit_form import HEADERS
from thidua_desktop.domain.scoring.criterion import Criterion

FROM_PAPER = "Nhập từ bản giấy"
"""Stands where a returned file's name would."""

_POINTS, _EXPLANATION, _EVIDENCE = (title.lower() for title in HEADERS[3:])


@dataclass(frozen=True, slots=True)
class TypedLine:
    """One criterion as it was typed, right or wrong."""

    criterion: str
    points: str = ""
    explanation: str = ""
    evidence: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is typed."""
        return not (self.points or self.explanation or self.evidence)


@dataclass(frozen=True, slots=True)
class TypedForm:
    """A paper form as far as it is typed.

    Attributes:
        received_on: when the office got the paper; it says whether the unit is late.
        typed_by: who typed it in, as the paper's own note would say.
        scan: the content hash of the scanned paper; empty where there is none.
        is_draft: whether it was typed on since it was last taken.
    """

    cycle: str
    unit: str
    received_on: dt.date
    typed_by: str = ""
    lines: tuple[TypedLine, ...] = ()
    requests: str = ""
    highlights: str = ""
    scan: str = ""
    is_draft: bool = True

    def line(self, criterion: str) -> TypedLine:
        """The line of a criterion, empty where nothing is typed."""
        found = (line for line in self.lines if line.criterion == criterion)
        return next(found, TypedLine(criterion))

    @property
    def content(self) -> str:
        """What tells it from others, as the hash of a file's content does."""
        lines = sorted(
            (line.criterion, line.points, line.explanation, line.evidence)
            for line in self.lines
            if not line.is_empty
        )
        said = (self.cycle, self.unit, self.received_on.isoformat(), lines)
        whole = repr((*said, self.requests, self.highlights))
        return hashlib.sha256(whole.encode()).hexdigest()


def raw_form(form: TypedForm, asked: Sequence[Criterion]) -> RawForm:
    """The form as the judging takes a returned one; its places are lines instead of cells."""
    lines = []
    for criterion in asked:
        line = form.line(criterion.code)
        row = f"dòng {criterion.code}"
        lines.append(
            RawLine(
                code=criterion.code,
                code_cell=row,
                points=line.points or None,
                points_cell=f"{row}, {_POINTS}",
                explanation=line.explanation or None,
                explanation_cell=f"{row}, {_EXPLANATION}",
                evidence=line.evidence or None,
                evidence_cell=f"{row}, {_EVIDENCE}",
            )
        )
    return RawForm({}, "", tuple(lines), form.requests, form.highlights, ())
