"""The columns of one unit's sheet: every figure of a criterion side by side."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from thidua_desktop.application.appraisal.timeline import TimelineEvent
from thidua_desktop.application.appraisal.unit_sheet import SheetLine
from thidua_desktop.application.naming import criterion_mark
from thidua_desktop.ui.models.columns import Align, CellRejectedError, Column, Mark
from thidua_desktop.ui.status_words import moment
from thidua_desktop.ui.theme import Tone
from thidua_desktop.ui.wording import points, typed_points


def sheet_columns(look_at: Callable[[SheetLine], str]) -> list[Column[SheetLine]]:
    """Maximum, own, appraised, council's, last year's; two of them are typed in.

    Args:
        look_at: what needs a second look in a line; empty for nothing.
    """
    return [
        Column(
            "Mã",
            lambda line: criterion_mark(line.criterion.code),
            96,
            mark=lambda line: Mark(Tone.WARNING, "eye") if look_at(line) else None,
            tooltip=look_at,
        ),
        Column("Nội dung, tiêu chí", lambda line: line.criterion.text, 0),
        _figures("Tối đa", lambda line: line.criterion.max_points),
        _figures("Năm trước", lambda line: line.last_final),
        _figures("Tự chấm", lambda line: line.cell.self_points),
        Column(
            "Thẩm định",
            lambda line: points(line.cell.appraised) if line.cell.appraised is not None else "",
            86,
            Align.RIGHT,
            sort_key=lambda line: line.cell.appraised,
            mark=_appraised_mark,
            edit=_with_appraised,
        ),
        Column(
            "Hội đồng",
            lambda line: points(line.cell.council) if line.cell.council is not None else "",
            86,
            Align.RIGHT,
            sort_key=lambda line: line.cell.council,
            mark=_council_mark,
            edit=_with_council,
        ),
    ]


def timeline_columns() -> list[Column[TimelineEvent]]:
    """When, what, who."""
    return [
        Column("Lúc", lambda event: moment(event.at), 140, sort_key=lambda event: event.at),
        Column("Việc", lambda event: " ".join(event.sentences), 0),
        Column(
            "Tình trạng",
            lambda event: "Đã hoàn tác" if event.is_undone else "",
            110,
            mark=lambda event: Mark(Tone.QUIET, "undo") if event.is_undone else None,
        ),
        Column("Người làm", lambda event: event.actor, 120),
    ]


def _figures(title: str, figure: Callable[[SheetLine], int | None]) -> Column[SheetLine]:
    return Column(title, lambda line: points(figure(line)), 76, Align.RIGHT, sort_key=figure)


def _appraised_mark(line: SheetLine) -> Mark | None:
    return Mark(Tone.WARNING, is_bold=True) if line.cell.differs else None


def _council_mark(line: SheetLine) -> Mark | None:
    cell = line.cell
    differs = cell.council is not None and cell.council != cell.appraised
    return Mark(Tone.WARNING, is_bold=True) if differs else None


def _with_appraised(line: SheetLine, text: str) -> SheetLine:
    return replace(line, cell=replace(line.cell, appraised=_typed(line, text)))


def _with_council(line: SheetLine, text: str) -> SheetLine:
    if line.cell.appraised is None:
        raise CellRejectedError(
            f"Tiêu chí {criterion_mark(line.criterion.code)} chưa thẩm định. "
            "Hãy ghi điểm thẩm định trước."
        )
    figure = None if not text.strip() else _typed(line, text)
    return replace(line, cell=replace(line.cell, council=figure))


def _typed(line: SheetLine, text: str) -> int:
    read = typed_points(text)
    if read is None:
        where = f"Tiêu chí {criterion_mark(line.criterion.code)}"
        raise CellRejectedError(f"{where}: «{text.strip()}» không phải điểm.")
    return read
