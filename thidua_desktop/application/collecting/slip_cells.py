"""Ô của phiếu trả lại: only the cells that were open count; what was changed elsewhere is told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from thidua_desktop.application.collecting.judging import answer_text
from thidua_desktop.application.forms.returned_form import RawForm, RawLine
from thidua_desktop.application.forms.unit_form import HEADERS, KeptRow
from thidua_desktop.application.grids import CellValue
from thidua_desktop.domain.reasons import Issue, Severity

_POINTS, _EXPLANATION, _EVIDENCE = HEADERS[3:]


def with_open_cells_only(raw: RawForm) -> RawForm:
    """The form as a slip asked for it; a form that is no slip stays as it is.

    A cell that was shut keeps what the unit had sent before, whatever stands there now; each is
    told, so that a change that was meant is not lost without a word.
    """
    if not raw.kept:
        return raw
    lines = []
    issues = list(raw.issues)
    for line in raw.lines:
        kept = raw.kept.get(line.code)
        if kept is None:
            lines.append(line)
            continue
        lines.append(_as_kept(line, kept))
        issues += (replace(issue, sheet=raw.sheet) for issue in _changes(line, kept))
    return replace(raw, lines=tuple(lines), issues=tuple(issues))


def _cells(line: RawLine, kept: KeptRow) -> Iterator[tuple[str, str, CellValue, str]]:
    """Title, cell, value now and text before of the cells of a row that were shut."""
    cells = (
        (_POINTS, line.points_cell, line.points, kept.points),
        (_EXPLANATION, line.explanation_cell, line.explanation, kept.explanation),
        (_EVIDENCE, line.evidence_cell, line.evidence, kept.evidence),
    )
    return (cell for cell in cells if cell[0] not in kept.open_titles)


def _changes(line: RawLine, kept: KeptRow) -> Iterator[Issue]:
    for title, cell, value, before in _cells(line, kept):
        seen = answer_text(value)
        if seen != before:
            yield Issue(
                "slip_shut_cell_changed",
                Severity.WARNING,
                cell=cell,
                data={"criterion": line.code, "column": title, "seen": seen, "kept": before},
            )


def _as_kept(line: RawLine, kept: KeptRow) -> RawLine:
    before = {title: text or None for title, _, _, text in _cells(line, kept)}
    return replace(
        line,
        points=_unless_same(line.points, before, _POINTS),
        explanation=_unless_same(line.explanation, before, _EXPLANATION),
        evidence=_unless_same(line.evidence, before, _EVIDENCE),
    )


def _unless_same(value: CellValue, before: dict[str, str | None], title: str) -> CellValue:
    """What was sent before, and the very value where it is the same: numbers stay numbers."""
    if title not in before or answer_text(value) == (before[title] or ""):
        return value
    return before[title]
