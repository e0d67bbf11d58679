"""Khảo sát công nghệ thông tin: the blank table in which units tell what equipment they have.

One plan asks for the survey and prescribes no form, so the columns are a proposal and say so.
What came of the survey stands in the register as an activity.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from thidua_desktop.application.office_workbook import write_office_workbook
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.summary import (
    ColumnKind,
    SummaryColumn,
    SummarySheet,
    SummaryValue,
)
from thidua_desktop.domain.errors import RuleViolation
from thidua_desktop.domain.plan import UnitGroup
from thidua_desktop.domain.units import Unit

_USED = "Máy tính đang dùng"
_COLUMNS = (
    SummaryColumn("STT", 6, ColumnKind.COUNT),
    SummaryColumn("Đơn vị", 34),
    SummaryColumn("Số người", 9, ColumnKind.COUNT),
    SummaryColumn("Để bàn", 9, ColumnKind.COUNT, over=_USED),
    SummaryColumn("Xách tay", 9, ColumnKind.COUNT, over=_USED),
    SummaryColumn("Hỏng, quá cũ", 9, ColumnKind.COUNT, over=_USED),
    SummaryColumn("Máy in", 8, ColumnKind.COUNT),
    SummaryColumn("Máy quét", 8, ColumnKind.COUNT),
    SummaryColumn("Đường truyền mạng", 16),
    SummaryColumn("Đề nghị trang bị", 30),
    SummaryColumn("Ghi chú", 18),
)
_GIVEN = 3
_NOTES = (
    "Các cột là đề xuất, cơ quan sửa được; kế hoạch không quy định biểu khảo sát.",
    "Kết quả khảo sát ghi vào Sổ phong trào, phần «Tập huấn, hội thi, khảo sát».",
)


def export_survey_form(desk: Desk, path: Path) -> int:
    """Write the blank table with every unit of today; gives how many there are.

    Raises:
        RuleViolation: there are no units.
        EnvironmentFault: the file can't be written, or is open in another program.
    """
    today = desk.clock.today()
    with desk.store.read() as books:
        groups, units = books.plans.groups(), books.units.existing_on(today)
    if not units:
        raise RuleViolation("no_units")
    sheet = SummarySheet(
        title="Khảo sát CNTT",
        heading="BIỂU KHẢO SÁT HIỆN TRẠNG CƠ SỞ VẬT CHẤT, THIẾT BỊ CÔNG NGHỆ THÔNG TIN",
        sub_heading=f"Năm {today.year}",
        columns=_COLUMNS,
        rows=_rows(groups, units),
        notes=_NOTES,
        is_signed=False,
    )
    write_office_workbook(desk, (sheet,), path)
    return len(units)


def _rows(
    groups: Sequence[UnitGroup], units: Sequence[Unit]
) -> tuple[tuple[SummaryValue, ...], ...]:
    """The units under the names of their groups, all else left to be filled in."""
    blank: tuple[SummaryValue, ...] = (None,) * (len(_COLUMNS) - _GIVEN)
    rows: list[tuple[SummaryValue, ...]] = []
    number = 0
    for group in groups:
        members = [unit for unit in units if unit.group == group.code]
        rows += [(group.name,)] if members else []
        for unit in members:
            number += 1
            rows.append((number, unit.name, unit.people_total, *blank))
    return tuple(rows)
