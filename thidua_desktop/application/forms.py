"""Phiếu tự chấm as a result: everything the writer puts into one unit's workbook."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from thidua_desktop.domain.reasons import Issue
from thidua_desktop.domain.scoring.criterion import CriteriaSet
from thidua_desktop.domain.self_reports import FormIdentity, ReportLine

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
