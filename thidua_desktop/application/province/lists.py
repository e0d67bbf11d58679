"""Danh sách đề nghị: tập thể, cá nhân, hộ gia đình, in the columns that provinces ask for."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from thidua_desktop.application.cycle_titles import cycle_title
from thidua_desktop.application.paper_kinds.draft import Draft
from thidua_desktop.application.papers.wording import movement_called
from thidua_desktop.application.province_forms.field_values import FieldValue, Share
from thidua_desktop.application.province_forms.fields import row_value
from thidua_desktop.application.province_forms.records import FormRecord, records_of
from thidua_desktop.application.province_workbooks.coding import CodedValue
from thidua_desktop.application.province_workbooks.profile import FormArea
from thidua_desktop.application.summary import (
    ColumnKind,
    SummaryColumn,
    SummarySheet,
    SummaryValue,
)
from thidua_desktop.domain.kinds import UNIT_KINDS, SubjectKind

_EVERYBODY = FormArea("", 0, ())


@dataclass(frozen=True, slots=True)
class _ListKind:
    """One list: whom it names, and its columns with the field that each takes."""

    title: str
    whom: str
    subjects: tuple[SubjectKind, ...]
    columns: tuple[tuple[SummaryColumn, str], ...]


def _text(title: str, width: int, field: str, over: str = "") -> tuple[SummaryColumn, str]:
    return SummaryColumn(title, width, over=over), field


_NUMBER = (SummaryColumn("STT", 6, ColumnKind.COUNT), "number")
_CLASS = _text("Phân loại đối tượng", 26, "subject_class")
_ACHIEVEMENT = _text("Tóm tắt thành tích", 44, "achievement")
_AWARD = _text("Hình thức đề nghị", 30, "award")
_EARLIER = _text("Đã khen (5 năm gần nhất)", 24, "earlier_awards")
_VOTES = _text("Số phiếu đồng ý/tổng số (tỷ lệ)", 18, "votes")
_REMARK = _text("Ghi chú", 20, "status")
_ADDRESS = _text("Tên gọi", 8, "address_title")
_BORN = (
    _text("Nam", 8, "birth_year_male", "Năm sinh"),
    _text("Nữ", 8, "birth_year_female", "Năm sinh"),
)

_LISTS = (
    _ListKind(
        "Đề nghị tập thể",
        "TẬP THỂ",
        UNIT_KINDS,
        (
            *(_NUMBER, _text("Tên tập thể", 34, "name"), _text("Đơn vị", 24, "unit_name")),
            *(_CLASS, _ACHIEVEMENT, _AWARD, _text("Điểm, xếp loại", 20, "result")),
            *(_VOTES, _EARLIER, _REMARK),
        ),
    ),
    _ListKind(
        "Đề nghị cá nhân",
        "CÁ NHÂN",
        (SubjectKind.INDIVIDUAL,),
        (
            *(_NUMBER, _ADDRESS, _text("Họ và tên", 26, "name"), *_BORN),
            *(_text("Chức vụ", 22, "position"), _text("Đơn vị công tác", 28, "unit_name")),
            *(_CLASS, _ACHIEVEMENT, _AWARD, _VOTES, _EARLIER, _REMARK),
        ),
    ),
    _ListKind(
        "Đề nghị hộ gia đình",
        "HỘ GIA ĐÌNH",
        (SubjectKind.HOUSEHOLD,),
        (
            *(_NUMBER, _ADDRESS, _text("Họ và tên chủ hộ", 28, "name")),
            *(_text("Năm sinh", 10, "birth_year"), _text("Thôn, tổ dân phố", 26, "unit_name")),
            *(_CLASS, _ACHIEVEMENT, _AWARD, _VOTES, _REMARK),
        ),
    ),
)


def proposal_lists(draft: Draft) -> tuple[SummarySheet, ...]:
    """One list of each kind; a column in which nothing would stand is left out."""
    return tuple(_list(draft, kind) for kind in _LISTS)


def _list(draft: Draft, kind: _ListKind) -> SummarySheet:
    records = [one for one in records_of(draft, _EVERYBODY) if one.subject in kind.subjects]
    rows = [_row(number, record, kind) for number, record in enumerate(records, 1)]
    kept = [
        place
        for place, (_, field) in enumerate(kind.columns)
        if field not in _LEFT_OUT or any(row[place] not in ("", None) for row in rows)
    ]
    movement = movement_called(draft.context.plan.movement)
    return SummarySheet(
        title=kind.title,
        heading=f"DANH SÁCH {kind.whom} ĐỀ NGHỊ KHEN THƯỞNG",
        sub_heading=f"{movement}, {cycle_title(draft.context.cycle)}",
        columns=tuple(kind.columns[place][0] for place in kept),
        rows=tuple(tuple(row[place] for place in kept) for row in rows),
        empty_note="Chưa có đề nghị.",
    )


_LEFT_OUT = frozenset({"unit_name", "address_title", "votes", "earlier_awards"})
"""Columns that some lists can do without."""


def _row(number: int, record: FormRecord, kind: _ListKind) -> tuple[SummaryValue, ...]:
    values = (row_value(field, record) for _, field in kind.columns[1:])
    return (number, *map(_plain, values))


def _plain(value: FieldValue) -> SummaryValue:
    """A value as the list shows it; years are no counts, so they stand as text."""
    if isinstance(value, CodedValue | Share):
        return value.words
    return str(value) if isinstance(value, int | Decimal) else value
