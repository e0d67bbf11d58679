"""Phiếu tự chấm: the form given to a unit and the self-report that comes back."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from thidua_desktop.domain.vietnamese.printing import printable_lines


@dataclass(frozen=True, slots=True)
class FormIdentity:
    """What the hidden sheet of a form says, by which a renamed file is recognised.

    Attributes:
        form_id: unique key of the issued form.
        dataset: the office's data set; another commune's form bears another.
        version: counts up when a unit is given a new form in the same cycle.
        check_code: proof that the identity and the criteria were not altered.
    """

    form_id: str
    dataset: str
    cycle: str
    unit: str
    version: int
    check_code: str


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A unit's own answer to one criterion; points ×100, `None` where left empty."""

    criterion: str
    points: int | None
    explanation: str = ""
    evidence: str = ""

    @property
    def has_evidence(self) -> bool:
        """Whether anything is named as evidence (minh chứng)."""
        return bool(self.evidence)


@dataclass(frozen=True, slots=True)
class SelfReport:
    """Báo cáo tự chấm of one unit in one cycle, as accepted.

    Attributes:
        received_on: the day the office received it.
        file_name: the name of the file it came in, for people.
        requests: kiến nghị, vướng mắc in the unit's words.
        highlights: mô hình, sáng kiến, cách làm hay in the unit's words.
    """

    cycle: str
    unit: str
    received_on: dt.date
    file_name: str
    lines: tuple[ReportLine, ...]
    requests: str = ""
    highlights: str = ""

    def in_print(self) -> SelfReport:
        """The report as papers quote it: without signs that no paper can print."""
        lines = tuple(
            replace(
                line,
                explanation=printable_lines(line.explanation),
                evidence=printable_lines(line.evidence),
            )
            for line in self.lines
        )
        requests, highlights = printable_lines(self.requests), printable_lines(self.highlights)
        return replace(self, lines=lines, requests=requests, highlights=highlights)

    def line(self, criterion: str) -> ReportLine:
        """The answer to this criterion; an empty one where the unit gave none."""
        for line in self.lines:
            if line.criterion == criterion:
                return line
        return ReportLine(criterion, None)


@dataclass(frozen=True, slots=True)
class CouncilFigure:
    """Điểm Hội đồng: the council's points ×100 for a line that the office has appraised."""

    points: int
    reason: str
    given_on: dt.date


@dataclass(frozen=True, slots=True)
class Appraisal:
    """Thẩm định: the office's points for one criterion of one unit, with the reason.

    Attributes:
        council: the council's own figure, `None` where it left the office's.
    """

    cycle: str
    unit: str
    criterion: str
    points: int
    reason: str
    appraised_on: dt.date
    council: CouncilFigure | None = None

    @property
    def final(self) -> int:
        """What counts: the council's points where it gave any, else the office's."""
        return self.points if self.council is None else self.council.points
