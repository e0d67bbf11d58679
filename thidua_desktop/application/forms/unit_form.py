"""Phiếu tự chấm as a result: everything the writer puts into one unit's workbook."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from thidua_desktop.domain.reasons import Issue
from thidua_desktop.domain.scoring.criterion import CriteriaSet
from thidua_desktop.domain.self_reports import FormIdentity, ReportLine
from thidua_desktop.domain.vietnamese.numerals import points_text

SCORE_SHEET = "Tự chấm"
OTHER_SHEET = "Kiến nghị"
GUIDE_SHEET = "Hướng dẫn"
IDENTITY_SHEET = "_thidua"

HEADERS = (
    "Mã",
    "Nội dung, tiêu chí",
    "Điểm tối đa",
    "Điểm tự chấm",
    "Thuyết minh",
    "Minh chứng",
)
"""The header row of the sheet «Tự chấm»; units type in the last three columns."""

IDENTITY_KEYS = ("form_id", "dataset", "cycle", "unit", "version", "check_code", "layout")
"""The rows of the hidden sheet: key in column A, value in column B."""

LAYOUT = 1
"""Counts up when the cells of the form move, so that an old form is still understood."""

REQUESTS_LABEL = "Kiến nghị, vướng mắc"
HIGHLIGHTS_LABEL = "Mô hình, sáng kiến, cách làm hay"
"""The two questions of the sheet «Kiến nghị»: label in column A, answer below it."""


TITLES_BETWEEN = " | "
SLIP_KEY = "slip"
"""Rows of the hidden sheet of a slip: this word, then a `KeptRow`."""


@dataclass(frozen=True, slots=True)
class KeptRow:
    """What a unit had sent in one row, and which of its cells a slip opens.

    Attributes:
        points: as the unit wrote them.
        open_titles: the titles of the columns that are open.
    """

    code: str
    points: str
    explanation: str
    evidence: str
    open_titles: frozenset[str]


@dataclass(frozen=True, slots=True)
class UnitForm:
    """One unit's form, ready to be written.

    Attributes:
        office_lines: the left heading, such as («ỦY BAN NHÂN DÂN», «XÃ XUÂN HƯNG»).
        movement: the movement's name.
        cycle_title: such as «năm 2026».
        areas: short names of the nội dung by code, to group criteria under.
        points_note: says that the points are a proposal.
        last_points: last year's appraised points by criterion code, where there are any.
    """

    identity: FormIdentity
    office_lines: tuple[str, ...]
    department: str
    movement: str
    cycle_title: str
    unit_name: str
    group_name: str
    due_on: dt.date | None
    points_note: str
    criteria: CriteriaSet
    areas: Mapping[str, str]
    last_points: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class ReturnSlip:
    """Phiếu trả lại: the unit's own answers where only the faulty cells are open.

    Attributes:
        answers: what the unit wrote, by criterion code; raw points stand as text.
        faults: the issues by criterion code and column title; the key of faults of the whole
            form is ("", "").
    """

    form: UnitForm
    answers: Mapping[str, ReportLine]
    raw_points: Mapping[str, str]
    requests: str
    highlights: str
    faults: Mapping[tuple[str, str], tuple[str, ...]]
    issues: tuple[Issue, ...]

    def kept_rows(self) -> Iterator[KeptRow]:
        """Every row as it was sent, with the columns that are open in it."""
        for code, answer in self.answers.items():
            titles = frozenset(title for criterion, title in self.faults if criterion == code)
            words = (answer.explanation, answer.evidence)
            known = "" if answer.points is None else points_text(answer.points)
            yield KeptRow(code, self.raw_points.get(code, known), *words, titles)
