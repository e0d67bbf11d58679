"""The styles of a template: what an office finds in Word's list and changes there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from thidua_desktop.application.papers.model import ParagraphStyle
from thidua_desktop.documents.paper_style import StyleProfile


class Style(StrEnum):
    """The id of a style, which Word keeps however the style is named."""

    PARENT = "TDCoQuanChuQuan"
    ISSUER = "TDCoQuanBanHanh"
    STATE = "TDQuocHieu"
    MOTTO = "TDTieuNgu"
    NUMBER = "TDSoKyHieu"
    DATE = "TDDiaDanhNgay"
    KIND = "TDTenLoai"
    SUBJECT = "TDTrichYeu"
    LETTER_SUBJECT = "TDTrichYeuCongVan"
    SUB_ISSUER = "TDThamQuyen"
    RULE = "TDDuongKe"
    CALL = "TDKinhGui"
    CALL_LINE = "TDKinhGuiDong"
    BODY = "TDThanBai"
    BASIS = "TDCanCu"
    HEADING = "TDDeMuc"
    ARTICLE = "TDDieu"
    CENTRED = "TDDongGiua"
    NOTE = "TDGhiChu"
    TABLE_HEAD = "TDDauBang"
    TABLE_CELL = "TDOBang"
    AROUND_TABLE = "TDCachBang"
    AUTHORITY = "TDChucVu"
    SIGNING_NOTE = "TDGhiChuKy"
    SIGNER = "TDHoTen"
    RECIPIENTS = "TDNoiNhan"
    RECIPIENT = "TDNoiNhanDong"
    ANNEX_LABEL = "TDPhuLuc"
    ANNEX_TITLE = "TDTenPhuLuc"
    ATTACHED = "TDKemTheo"
    PAGE_NUMBER = "TDSoTrang"
    SNAPSHOT = "TDBanDuLieu"


OF_PARAGRAPH = {
    ParagraphStyle.BODY: Style.BODY,
    ParagraphStyle.BASIS: Style.BASIS,
    ParagraphStyle.HEADING: Style.HEADING,
    ParagraphStyle.ARTICLE: Style.ARTICLE,
    ParagraphStyle.CENTRED: Style.CENTRED,
    ParagraphStyle.NOTE: Style.NOTE,
}


@dataclass(frozen=True, slots=True)
class Look:
    """How a style looks under a profile.

    Attributes:
        name: what Word shows.
        size: out of the profile, in points.
        align: ``left``, ``center`` or ``both``.
        indents: whether the first line is indented.
        before: space above, out of the profile.
        keeps: whether it stays with what follows.
    """

    name: str
    size: Callable[[StyleProfile], float]
    bold: bool = False
    italic: bool = False
    align: str = "center"
    indents: bool = False
    before: Callable[[StyleProfile], float] = lambda _profile: 0
    keeps: bool = False


def _space(profile: StyleProfile) -> float:
    return profile.paragraph_space


def _above_title(_profile: StyleProfile) -> float:
    return 14


def _above_issuer(_profile: StyleProfile) -> float:
    return 12


def _above_call(_profile: StyleProfile) -> float:
    return 8


def _signing(profile: StyleProfile) -> float:
    return profile.signature_space * 72 / 25.4


def _note_size(profile: StyleProfile) -> float:
    return profile.table_sizes[0]


LOOKS: dict[Style, Look] = {
    Style.PARENT: Look("Cơ quan chủ quản", lambda p: p.issuer_size),
    Style.ISSUER: Look("Cơ quan ban hành", lambda p: p.issuer_size, bold=True),
    Style.STATE: Look("Quốc hiệu", lambda p: p.state_name_size, bold=True),
    Style.MOTTO: Look("Tiêu ngữ", lambda p: p.motto_size, bold=True),
    Style.NUMBER: Look("Số, ký hiệu", lambda p: p.number_size, before=_space),
    Style.DATE: Look("Địa danh, ngày tháng", lambda p: p.date_size, italic=True, before=_space),
    Style.KIND: Look(
        "Tên loại", lambda p: p.title_size, bold=True, before=_above_title, keeps=True
    ),
    Style.SUBJECT: Look("Trích yếu", lambda p: p.title_size, bold=True, keeps=True),
    Style.LETTER_SUBJECT: Look("Trích yếu công văn", lambda p: p.letter_subject_size),
    Style.SUB_ISSUER: Look(
        "Thẩm quyền ban hành", lambda p: p.title_size, bold=True, before=_above_issuer, keeps=True
    ),
    Style.RULE: Look("Đường kẻ", lambda _profile: 1),
    Style.CALL: Look("Kính gửi", lambda p: p.body_size, before=_above_call),
    Style.CALL_LINE: Look("Kính gửi, từng dòng", lambda p: p.body_size, align="left"),
    Style.BODY: Look("Thân bài", lambda p: p.body_size, align="both", indents=True, before=_space),
    Style.BASIS: Look(
        "Căn cứ", lambda p: p.body_size, italic=True, align="both", indents=True, before=_space
    ),
    Style.HEADING: Look(
        "Đề mục",
        lambda p: p.body_size,
        bold=True,
        align="both",
        indents=True,
        before=_space,
        keeps=True,
    ),
    Style.ARTICLE: Look("Điều", lambda p: p.body_size, align="both", indents=True, before=_space),
    Style.CENTRED: Look("Dòng giữa", lambda p: p.body_size, bold=True, before=_space, keeps=True),
    Style.NOTE: Look("Ghi chú", _note_size, italic=True, align="both", before=_space),
    Style.TABLE_HEAD: Look("Đầu bảng", _note_size, bold=True, keeps=True),
    Style.TABLE_CELL: Look("Ô bảng", _note_size, align="left"),
    Style.AROUND_TABLE: Look("Cách bảng", lambda _profile: 6),
    Style.AUTHORITY: Look("Chức vụ người ký", lambda p: p.authority_size, bold=True, keeps=True),
    Style.SIGNING_NOTE: Look(
        "Ghi chú chữ ký", lambda p: p.authority_size - 1, italic=True, keeps=True
    ),
    Style.SIGNER: Look("Họ tên người ký", lambda p: p.authority_size, bold=True, before=_signing),
    Style.RECIPIENTS: Look(
        "Nơi nhận", lambda p: p.recipients_title_size, bold=True, italic=True, align="left"
    ),
    Style.RECIPIENT: Look("Nơi nhận, từng dòng", lambda p: p.recipients_size, align="left"),
    Style.ANNEX_LABEL: Look("Phụ lục", lambda p: p.title_size, bold=True, keeps=True),
    Style.ANNEX_TITLE: Look("Tên phụ lục", lambda p: p.title_size, bold=True, keeps=True),
    Style.ATTACHED: Look("Kèm theo", lambda p: p.title_size, italic=True, keeps=True),
    Style.PAGE_NUMBER: Look("Số trang", lambda p: p.page_number_size),
    Style.SNAPSHOT: Look("Bản dữ liệu", lambda p: p.snapshot_size, align="left"),
}
"""Every style has a look; sizes and lengths come out of the profile."""

HANGING = {Style.CALL_LINE, Style.RECIPIENT}
"""Dashed lines, whose further lines stand under the first word."""
