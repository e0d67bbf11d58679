"""The lists of the practice year, written as workbooks so that they come in by the usual door."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from thidua_desktop.application.demo.cast import CastPerson, CastUnit
from thidua_desktop.application.naming import commune_title
from thidua_desktop.application.summary import (
    ColumnKind,
    ProvinceSummary,
    SummaryColumn,
    SummarySheet,
)
from thidua_desktop.domain.plan import Plan

_UNIT_COLUMNS = (
    SummaryColumn("STT", 6, ColumnKind.COUNT),
    SummaryColumn("Tên đơn vị", 40),
    SummaryColumn("Nhóm", 30),
    SummaryColumn("Khối thi đua", 14),
    SummaryColumn("Người đứng đầu", 20),
    SummaryColumn("Tổng số người", 12, ColumnKind.COUNT),
    SummaryColumn("Trong đó nữ", 12, ColumnKind.COUNT),
    SummaryColumn("Điện thoại", 16),
)
_PERSON_COLUMNS = (
    SummaryColumn("STT", 6, ColumnKind.COUNT),
    SummaryColumn("Họ và tên", 30),
    SummaryColumn("Giới tính", 10),
    SummaryColumn("Năm sinh", 10, ColumnKind.COUNT),
    SummaryColumn("Chức vụ", 20),
    SummaryColumn("Đơn vị", 40),
    SummaryColumn("Lãnh đạo, quản lý", 16),
)


def unit_list(plan: Plan, units: Sequence[CastUnit]) -> ProvinceSummary:
    """The list of units as a workbook's content."""
    names: Mapping[str, str] = {group.code: group.name for group in plan.groups}
    rows = tuple(
        (n, u.name, names[u.group], u.cluster, u.head, u.total, u.female, u.phone)
        for n, u in enumerate(units, start=1)
    )
    return _workbook(plan, "DANH SÁCH ĐƠN VỊ THAM GIA PHONG TRÀO THI ĐUA", _UNIT_COLUMNS, rows)


def person_list(plan: Plan, people: Sequence[CastPerson]) -> ProvinceSummary:
    """The list of people as a workbook's content."""
    rows = tuple(
        (
            n,
            p.name,
            "Nam" if p.gender == "male" else "Nữ",
            p.birth_year,
            p.position,
            p.unit,
            "x" if p.is_leader else "không",
        )
        for n, p in enumerate(people, start=1)
    )
    return _workbook(plan, "DANH SÁCH CÁ NHÂN", _PERSON_COLUMNS, rows)


def _workbook(
    plan: Plan,
    heading: str,
    columns: tuple[SummaryColumn, ...],
    rows: tuple[tuple[str | int | None, ...], ...],
) -> ProvinceSummary:
    sheet = SummarySheet("Danh sách", heading, "(Dữ liệu mẫu, không có thật)", columns, rows)
    return ProvinceSummary(
        office_lines=("ỦY BAN NHÂN DÂN", commune_title(plan.commune).upper()),
        place_and_date="",
        signature=(),
        sheets=(sheet,),
        mark="Dữ liệu mẫu",
    )
