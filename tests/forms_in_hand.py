"""Forms as a unit has them in hand: looked at, filled in, spoilt – with Excel's own eyes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from openpyxl import load_workbook

from thidua_desktop.documents.excel.sample_answers import SampleAnswer, fill_form

SHEET = "Tự chấm"
TITLES = (
    "Mã",
    "Nội dung, tiêu chí",
    "Điểm tối đa",
    "Điểm tự chấm",
    "Thuyết minh",
    "Minh chứng",
)
"""Written out once more on purpose: the design promises these very words to others."""


@dataclass(frozen=True)
class FormRow:
    """One criterion of a form: its row in the sheet, its code and its most points ×100."""

    row: int
    code: str
    maximum: int


def rows_of(form: Path) -> list[FormRow]:
    """The criteria of a form, in order."""
    sheet = load_workbook(form)[SHEET]
    lines = list(enumerate(sheet.iter_rows(max_col=len(TITLES), values_only=True), start=1))
    head = next(number for number, values in lines if values == TITLES)
    return [
        FormRow(number, str(code), round(maximum * 100))
        for number, (code, _, maximum, *_) in lines[head:]
        if code and isinstance(maximum, int | float)
    ]


def fill(
    form: Path, target: Path, part: int = 8, changes: Mapping[str, int | str | None] | None = None
) -> Path:
    """A copy of a form where each line has `part` tenths of its points, but for the changes."""
    answers: dict[str, SampleAnswer] = {
        row.code: (row.maximum * part // 10, "Đã thực hiện.", "Báo cáo số 05/BC ngày 01/11/2026")
        for row in rows_of(form)
    }
    for code, points in (changes or {}).items():
        answers[code] = (points, *answers[code][1:])
    fill_form(form, target, answers)
    return target
