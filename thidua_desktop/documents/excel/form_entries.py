"""What stands in the three columns that units fill in: empty, answered, or to be mended."""

from __future__ import annotations

from dataclasses import dataclass

from openpyxl.cell.cell import Cell
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet

from thidua_desktop.application.forms.unit_form import HEADERS, ReturnSlip
from thidua_desktop.application.grids import cell_name
from thidua_desktop.documents.excel.cells import put_points, put_text
from thidua_desktop.domain.vietnamese.numerals import NumeralError, parse_points

POINTS_TITLE, EXPLANATION_TITLE, EVIDENCE_TITLE = HEADERS[3:]
ENTRY_KINDS = {POINTS_TITLE: "points", EXPLANATION_TITLE: "words", EVIDENCE_TITLE: "words"}
_COMMENT_AUTHOR = "Bên nhận phiếu"
_COMMENT_WIDTH = 280
_COMMENT_LINE = 22
_COMMENT_CHARACTERS = 38


@dataclass(frozen=True, slots=True)
class FaultPlace:
    """One fault as the guide lists it: the cell it is in, what the row asks, the sentence."""

    sheet: str
    cell: str
    criterion: str
    column: str
    sentence: str


class EntryCells:
    """Writes the entry cells of a form, blank or from a slip, and notes where the faults are."""

    def __init__(self, sheet: Worksheet, slip: ReturnSlip | None) -> None:
        self._sheet = sheet
        self._slip = slip
        self.places: list[FaultPlace] = []

    def text_of(self, criterion: str, title: str) -> str:
        """What the unit wrote there, for the height of the row."""
        answer = self._slip.answers.get(criterion) if self._slip else None
        if answer is None or title == POINTS_TITLE:
            return ""
        return answer.explanation if title == EXPLANATION_TITLE else answer.evidence

    def put(self, row: int, column: int, criterion: str, title: str) -> None:
        """Write the cell of one criterion under one title."""
        sentences = self._slip.faults.get((criterion, title), ()) if self._slip else ()
        style = f"phieu_{self._state(sentences)}_{ENTRY_KINDS[title]}"
        cell = self._put_answer(row, column, criterion, title, style)
        if sentences:
            cell.comment = _comment(sentences)
            self.places += [
                FaultPlace(
                    self._sheet.title, cell_name(row - 1, column - 1), criterion, title, sentence
                )
                for sentence in sentences
            ]

    def _state(self, sentences: tuple[str, ...]) -> str:
        if self._slip is None:
            return "open"
        return "faulty" if sentences else "closed"

    def _put_answer(self, row: int, column: int, criterion: str, title: str, style: str) -> Cell:
        if title != POINTS_TITLE or self._slip is None:
            return put_text(self._sheet, row, column, self.text_of(criterion, title), style)
        points = _points(self._slip, criterion)
        if points is not None:
            return put_points(self._sheet, row, column, points, style)
        raw = self._slip.raw_points.get(criterion, "")
        return put_text(self._sheet, row, column, raw, style)


def _points(slip: ReturnSlip, criterion: str) -> int | None:
    """The points as a number wherever they are one, so that the total still adds them."""
    answer = slip.answers.get(criterion)
    if answer is not None and answer.points is not None:
        return answer.points
    try:
        return parse_points(slip.raw_points.get(criterion, "")).points
    except NumeralError:
        return None


def _comment(sentences: tuple[str, ...]) -> Comment:
    """The sentences as a note on the cell, large enough to be read."""
    text = "\n".join(sentences)
    lines = sum(1 + len(sentence) // _COMMENT_CHARACTERS for sentence in sentences)
    return Comment(text, _COMMENT_AUTHOR, height=_COMMENT_LINE * (lines + 1), width=_COMMENT_WIDTH)
