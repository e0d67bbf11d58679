"""The rows of the typing page: the criteria of a paper form, and its two questions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from thidua_desktop.application.collecting.typing_in import TypingSheet
from thidua_desktop.application.forms.typed_form import TypedForm, TypedLine
from thidua_desktop.application.forms.unit_form import HIGHLIGHTS_LABEL, REQUESTS_LABEL
from thidua_desktop.domain.reasons import Issue
from thidua_desktop.domain.scoring.criterion import Criterion
from thidua_desktop.ui.models.columns import Align, CellRejectedError, Column, Mark
from thidua_desktop.ui.severity import SEVERITIES
from thidua_desktop.ui.wording import points

REQUESTS, HIGHLIGHTS = "requests", "highlights"
_QUESTIONS = {REQUESTS: REQUESTS_LABEL, HIGHLIGHTS: HIGHLIGHTS_LABEL}
_ONLY_WORDS = "Dòng này chỉ ghi chữ, ở cột «Thuyết minh»."


@dataclass(frozen=True, slots=True)
class TypingRow:
    """A criterion with what is typed of it, or a question without points.

    Attributes:
        key: the criterion's code, or the question's own key.
        criterion: `None` for a question.
    """

    key: str
    text: str
    criterion: Criterion | None
    typed: TypedLine

    @property
    def code(self) -> str:
        """What stands in the column of codes."""
        return self.key if self.criterion else ""


def rows_of(sheet: TypingSheet) -> list[TypingRow]:
    """The rows in the order of the paper."""
    form = sheet.form
    rows = [TypingRow(one.code, one.text, one, form.line(one.code)) for one in sheet.asked]
    said = {REQUESTS: form.requests, HIGHLIGHTS: form.highlights}
    for key, question in _QUESTIONS.items():
        rows.append(TypingRow(key, question, None, TypedLine(key, "", said[key])))
    return rows


def form_of(form: TypedForm, rows: Sequence[TypingRow]) -> TypedForm:
    """The form with what stands in the rows."""
    said = {row.key: row.typed.explanation for row in rows if row.criterion is None}
    return replace(
        form,
        lines=tuple(row.typed for row in rows if row.criterion is not None),
        requests=said.get(REQUESTS, ""),
        highlights=said.get(HIGHLIGHTS, ""),
    )


def typing_columns(issues_of: Callable[[TypingRow], Sequence[Issue]]) -> list[Column[TypingRow]]:
    """The columns of the form; a faulty line is marked at its points."""

    def mark(row: TypingRow) -> Mark | None:
        found = issues_of(row)
        worst = next((one for one in found if one.stops), found[0] if found else None)
        return None if worst is None or row.typed.is_empty else SEVERITIES[worst.severity].mark

    return [
        Column("Mã", lambda row: row.code, 90),
        Column("Nội dung, tiêu chí", lambda row: row.text, 0),
        Column(
            "Tối đa",
            lambda row: points(row.criterion.max_points) if row.criterion else "",
            64,
            Align.RIGHT,
        ),
        Column("Điểm", lambda row: row.typed.points, 84, Align.RIGHT, mark=mark, edit=_with_points),
        Column("Thuyết minh", lambda row: row.typed.explanation, 180, edit=_with_explanation),
        Column("Minh chứng", lambda row: row.typed.evidence, 150, edit=_with_evidence),
    ]


def _with_points(row: TypingRow, text: str) -> TypingRow:
    if row.criterion is None and text:
        raise CellRejectedError(_ONLY_WORDS)
    return replace(row, typed=replace(row.typed, points=text))


def _with_explanation(row: TypingRow, text: str) -> TypingRow:
    return replace(row, typed=replace(row.typed, explanation=text))


def _with_evidence(row: TypingRow, text: str) -> TypingRow:
    if row.criterion is None and text:
        raise CellRejectedError(_ONLY_WORDS)
    return replace(row, typed=replace(row.typed, evidence=text))
