"""Điển hình, kiểm tra, hoạt động as table lines."""

from __future__ import annotations

from thidua_desktop.application.movement.book import ExemplarLine, InspectionLine
from thidua_desktop.application.text import Texts
from thidua_desktop.domain.movement_book import Activity, InspectionState
from thidua_desktop.ui.models.columns import Align, Column, Mark
from thidua_desktop.ui.theme import Tone
from thidua_desktop.ui.wording import NOTHING, count, day

LOOKS = {
    InspectionState.PLANNED: Mark(Tone.QUIET, "calendar"),
    InspectionState.HELD: Mark(Tone.GOOD, "check-circle"),
    InspectionState.TO_REMEDY: Mark(Tone.INFO, "clock"),
    InspectionState.OVERDUE: Mark(Tone.WARNING, "alert-triangle"),
    InspectionState.REMEDIED: Mark(Tone.GOOD, "check-circle"),
}


def exemplar_columns(texts: Texts) -> list[Column[ExemplarLine]]:
    """An exemplar's line."""
    return [
        Column("Tên điển hình, mô hình, cách làm", lambda line: line.exemplar.name, 0),
        Column("Loại", lambda line: texts.render(f"exemplar_kind_{line.exemplar.kind}", {}), 150),
        Column("Tập thể, cá nhân", lambda line: line.who.name, 200),
        Column(
            "Ngày",
            lambda line: day(line.exemplar.noted_on),
            100,
            sort_key=lambda line: line.exemplar.noted_on,
        ),
    ]


def inspection_columns(texts: Texts) -> list[Column[InspectionLine]]:
    """An inspection's line."""
    return [
        Column("Đơn vị", lambda line: line.unit_name, 0),
        Column(
            "Ngày",
            lambda line: day(line.inspection.held_on),
            100,
            sort_key=lambda line: line.inspection.held_on,
        ),
        Column(
            "Hạn khắc phục",
            lambda line: day(line.inspection.remedy_by) if line.inspection.remedy_by else NOTHING,
            120,
        ),
        Column(
            "Tình trạng",
            lambda line: texts.render(f"inspection_state_{line.state}", {}),
            160,
            mark=lambda line: LOOKS[line.state],
        ),
    ]


def activity_columns(texts: Texts) -> list[Column[Activity]]:
    """An activity's line."""
    return [
        Column("Nội dung", lambda one: one.name, 0),
        Column("Loại", lambda one: texts.render(f"activity_kind_{one.kind}", {}), 210),
        Column("Ngày", lambda one: day(one.held_on), 100, sort_key=lambda one: one.held_on),
        Column(
            "Số người",
            lambda one: NOTHING if one.people is None else count(one.people),
            90,
            align=Align.RIGHT,
            sort_key=lambda one: one.people or 0,
        ),
    ]
