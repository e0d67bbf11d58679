"""The sheets of a plan's workbook: which column of which sheet is which key of a plan file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

Words = Mapping[str, Mapping[str, str]]
"""What a person reads for each code, by the closed set that it belongs to."""


class Holds(Enum):
    """How a cell holds its value."""

    TEXT = "text"
    WHOLE = "whole"
    POINTS = "points"
    DAY = "day"
    CHOICE = "choice"  # one of a closed set
    CHOICES = "choices"  # several, parted by semicolons
    TEXTS = "texts"  # words, parted by semicolons or lines
    LINES = "lines"  # words, each on its own line
    FLAG = "flag"  # x for yes
    PAIRS = "pairs"  # 95% = 20; 80% = 15
    NAME = "name"  # of a line of another sheet


@dataclass(frozen=True, slots=True)
class PlanColumn:
    """A column, or a line of the first sheet.

    Attributes:
        of: the closed set, or the sheet whose lines it names.
    """

    head: str
    key: str
    width: int = 20
    holds: Holds = Holds.TEXT
    of: str = ""


@dataclass(frozen=True, slots=True)
class PlanSheet:
    """A list of the plan.

    Attributes:
        coded: the column that a missing code is made from, empty where lines have no codes.
    """

    title: str
    key: str
    columns: tuple[PlanColumn, ...]
    hint: str = ""
    coded: str = ""


FACTS_SHEET = "Chung"
_C, _N, _W, _P = Holds.CHOICE, Holds.NAME, Holds.WHOLE, Holds.POINTS

FACTS = (
    PlanColumn("Tên kế hoạch", "title"),
    PlanColumn("Phong trào thi đua", "movement"),
    PlanColumn("Số, ký hiệu", "number"),
    PlanColumn("Ngày ban hành", "issued_on", holds=Holds.DAY),
    PlanColumn("Từ năm", "first_year", holds=_W),
    PlanColumn("Đến năm", "last_year", holds=_W),
    PlanColumn("Nguồn", "source"),
    PlanColumn("Ghi chú về điểm", "points_note"),
    PlanColumn("Tiêu chuẩn khen thưởng", "award_standard"),
    PlanColumn("Nơi nhận (mỗi nơi một dòng)", "recipients", holds=Holds.LINES),
    PlanColumn("Loại", "commune.kind", holds=_C, of="commune_kind"),
    PlanColumn("Tên riêng xã, phường, đặc khu", "commune.name"),
    PlanColumn("Tỉnh, thành phố", "commune.province"),
    PlanColumn("Địa danh ở dòng ngày tháng", "commune.place_in_date"),
    PlanColumn("Đơn vị nhỏ nhất gọi là", "commune.hamlet_word"),
    PlanColumn("Phòng tham mưu", "commune.department"),
    PlanColumn("Thẩm quyền ký", "signature.authority", holds=Holds.LINES),
    PlanColumn("Dòng lưu", "signature.filing"),
)
"""The lines of the first sheet; a dot leads into a table of the file."""

_PLAN_SAYS = (
    PlanColumn("Theo", "basis", 16, _C, "basis"),
    PlanColumn("Ghi chú (bắt buộc khi là đề xuất)", "note", 36),
)
CRITERIA = PlanSheet(
    "Tiêu chí",
    "criteria",
    (
        PlanColumn("Đối tượng", "audience", 28, _N, "audiences"),
        PlanColumn("Mã", "code", 10),
        PlanColumn("Nội dung, tiêu chí", "text", 70),
        PlanColumn("Loại", "role", 14, _C, "role"),
        PlanColumn("Điểm tối đa", "max_points", 10, _P),
        PlanColumn("Nội dung thi đua", "content_area", 24, _N, "content_areas"),
        PlanColumn("Cách chấm", "method", 26, _C, "method"),
        PlanColumn("Điểm mỗi kết quả", "points_each", 10, _P),
        PlanColumn("Số người được chọn", "size", 10, _W),
        PlanColumn("Bảng mức", "table", 24, Holds.PAIRS),
        PlanColumn("Phải có minh chứng", "requires_evidence", 11, Holds.FLAG),
    ),
    "Điểm các tiêu chí chuẩn của mỗi đối tượng cộng đủ 100. Bảng mức ghi như: 60 = 8; 80 = 15; "
    "95 = 20. Ghi x ở cột cuối nếu không có minh chứng thì tính 0 điểm.",
)
AUDIENCES = PlanSheet(
    "Đối tượng",
    "audiences",
    (
        PlanColumn("Mã", "code", 14),
        PlanColumn("Ký hiệu", "label", 10),
        PlanColumn("Tên", "name", 44),
        PlanColumn("Là", "subject", 24, _C, "subject"),
        *_PLAN_SAYS,
        PlanColumn("Điểm thưởng nhiều nhất", "bonus_cap", 12, _P),
        PlanColumn("Điểm trừ nhiều nhất", "penalty_cap", 12, _P),
    ),
    "Mỗi đối tượng có bộ tiêu chí riêng. Mã để trống thì chương trình tự đặt.",
    coded="name",
)
LISTS = (
    PlanSheet(
        "Căn cứ",
        "legal_bases",
        (PlanColumn("Tên ngắn", "short", 34), PlanColumn("Ghi đầy đủ", "citation", 90)),
        "Căn cứ trực tiếp đứng trước.",
    ),
    PlanSheet(
        "Nội dung thi đua",
        "content_areas",
        (
            PlanColumn("Mã", "code", 14),
            PlanColumn("Ký hiệu", "label", 10),
            PlanColumn("Tên ngắn", "short", 30),
            PlanColumn("Nội dung", "text", 90),
        ),
        "Mã để trống thì chương trình tự đặt.",
        coded="short",
    ),
    AUDIENCES,
    PlanSheet(
        "Nhóm đơn vị",
        "groups",
        (
            PlanColumn("Mã", "code", 14),
            PlanColumn("Tên", "name", 40),
            PlanColumn("Dùng tiêu chí của", "audience", 30, _N, "audiences"),
            PlanColumn("Là", "subject", 24, _C, "subject"),
            *_PLAN_SAYS,
            PlanColumn("Từ để nhận ra trong danh sách đơn vị", "keywords", 70, Holds.TEXTS),
        ),
        "Đơn vị cùng nhóm được xếp hạng với nhau; cá nhân, hộ gia đình không nhận phiếu tự chấm. "
        "Các từ cách nhau bằng dấu chấm phẩy.",
        coded="name",
    ),
    PlanSheet(
        "Giai đoạn",
        "stages",
        (
            PlanColumn("Mã", "code", 10),
            PlanColumn("Tên", "name", 34),
            PlanColumn("Từ năm", "from_year", 10, _W),
            PlanColumn("Đến năm", "to_year", 10, _W),
            PlanColumn("Kết thúc bằng", "review", 14, _C, "kind"),
            PlanColumn("Năm đánh giá", "review_year", 12, _W),
            PlanColumn("Kế hoạch viết", "text", 80),
        ),
        coded="name",
    ),
    PlanSheet(
        "Báo cáo",
        "reports",
        (
            PlanColumn("Bên gửi", "sender", 18, _C, "sender"),
            PlanColumn("Kỳ", "kind", 14, _C, "kind"),
            PlanColumn("Nơi nhận", "recipient", 34),
            PlanColumn("Qua", "via", 28),
            PlanColumn("Ngày", "due_day", 8, _W),
            PlanColumn("Tháng", "due_month", 8, _W),
            PlanColumn("Kế hoạch viết", "text", 80),
        ),
        "Kế hoạch không nêu hạn thì để trống ngày, tháng.",
    ),
    PlanSheet(
        "Khen thưởng",
        "ladder",
        (
            PlanColumn("Hình thức", "award", 50, _C, "award"),
            PlanColumn("Kế hoạch viết", "text", 60),
            PlanColumn("Các dịp xét", "occasions", 40, Holds.CHOICES, "kind"),
        ),
        "Xếp từ cao xuống. Các dịp cách nhau bằng dấu chấm phẩy: 6 tháng; Hằng năm; Sơ kết; Tổng "
        "kết.",
    ),
    PlanSheet(
        "Số lượng",
        "quotas",
        (
            PlanColumn("Kỳ", "kind", 14, _C, "kind"),
            PlanColumn("Hình thức", "award", 50, _C, "award"),
            PlanColumn("Đối tượng", "subject", 24, _C, "subject"),
            PlanColumn("Nhiều nhất", "maximum", 10, _W),
            PlanColumn("Cách tính", "formula", 22, _C, "formula"),
            PlanColumn("Dùng chung với", "shared_with", 34, Holds.CHOICES, "subject"),
            PlanColumn("Tính cho", "scope", 14, _C, "scope"),
            PlanColumn("Kế hoạch viết", "text", 60),
        ),
        "Trống ở «Nhiều nhất» là không giới hạn. Không nêu số lượng thì để trống cả trang.",
    ),
    PlanSheet(
        "Nhiệm vụ",
        "duties",
        (
            PlanColumn("Loại", "kind", 24, _C, "duty"),
            PlanColumn("Bên thực hiện", "holder", 40),
            PlanColumn("Nội dung", "text", 90),
        ),
        "Kế hoạch không giao việc thường xuyên nào thì để trống cả trang.",
    ),
)
"""The sheets besides the first, but for the criteria, which stand under their audiences."""
OPTIONAL = ("quotas", "duties")


def sheets_in_order() -> tuple[PlanSheet, ...]:
    """All lists, the criteria right after those whom they judge."""
    at = LISTS.index(AUDIENCES) + 1
    return (*LISTS[:at], CRITERIA, *LISTS[at:])
