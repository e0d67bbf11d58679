"""Fills a form the way a unit would: for the demonstration year and for tests."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from thidua_desktop.application.forms.unit_form import (
    HEADERS,
    HIGHLIGHTS_LABEL,
    OTHER_SHEET,
    REQUESTS_LABEL,
    SCORE_SHEET,
)
from thidua_desktop.documents.atomic import replace_atomically

SampleAnswer = tuple[int | str | None, str, str]
"""Points ×100 (or text as a careless unit types it), explanation, evidence."""


def fill_form(
    source: Path,
    target: Path,
    answers: Mapping[str, SampleAnswer],
    requests: str = "",
    highlights: str = "",
) -> None:
    """Write a filled copy of the form at `source`; answers go by criterion code.

    Raises:
        EnvironmentFault: the copy can't be written.
    """
    workbook = load_workbook(source)
    _fill_scores(workbook[SCORE_SHEET], answers)
    others = workbook[OTHER_SHEET]
    for label, answer in ((REQUESTS_LABEL, requests), (HIGHLIGHTS_LABEL, highlights)):
        row = next(cell.row for cell in others["A"] if cell.value == label)
        others.cell(row + 1, 1).value = answer or None
    content = io.BytesIO()
    workbook.save(content)
    with replace_atomically(target) as temporary:
        temporary.write_bytes(content.getvalue())


def _fill_scores(sheet: Worksheet, answers: Mapping[str, SampleAnswer]) -> None:
    for row in sheet.iter_rows(max_col=len(HEADERS)):
        answer = answers.get(str(row[0].value))
        if answer is None:
            continue
        points, explanation, evidence = answer
        row[3].value = points / 100 if isinstance(points, int) else points
        row[4].value = explanation or None
        row[5].value = evidence or None
