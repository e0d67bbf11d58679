"""One unit's form and its return slip, with plainly made-up names."""

from __future__ import annotations

import datetime as dt
from typing import Any

from thidua_desktop.application.forms.unit_form import ReturnSlip, UnitForm
from thidua_desktop.domain.reasons import Issue
from thidua_desktop.domain.scoring.criterion import CriteriaSet, Criterion, Role
from thidua_desktop.domain.self_reports import FormIdentity, ReportLine

CRITERIA = (
    Criterion("ND1.1", "Tuyên truyền về chuyển đổi số", 1000, content_area="ND1"),
    Criterion(
        "ND1.2",
        "Có kế hoạch triển khai phong trào",
        500,
        content_area="ND1",
        requires_evidence=True,
    ),
    Criterion("ND2.1", "Xử lý hồ sơ trên môi trường mạng " * 8, 1250, content_area="ND2"),
    Criterion("TH1", "Được cấp trên khen thưởng", 300, role=Role.BONUS),
    Criterion("TR1", "Nộp báo cáo chậm", 300, role=Role.PENALTY),
)


def unit_form(**changes: Any) -> UnitForm:
    """A blank form; `changes` replace its fields."""
    fields: dict[str, Any] = {
        "identity": FormIdentity("f0e1d2c3b4a59687", "ds-01", "2026-annual", "DV007", 2, "a1b2c3"),
        "office_lines": ("ỦY BAN NHÂN DÂN", "XÃ VÍ DỤ"),
        "department": "Phòng Văn hóa - Xã hội",
        "movement": "Cả nước thi đua đổi mới sáng tạo và chuyển đổi số",
        "cycle_title": "năm 2026",
        "unit_name": "Trường Tiểu học Ví Dụ & Mầm non",
        "group_name": "Trường học",
        "due_on": dt.date(2026, 12, 10),
        "points_note": "Điểm tối đa là đề xuất, kế hoạch không quy định.",
        "criteria": CriteriaSet("truong_hoc", CRITERIA, 500, 500),
        "areas": {"ND1": "Nhận thức, truyền thông", "ND2": "Chính quyền số"},
        "last_points": {"ND1.1": 850},
    }
    return UnitForm(**{**fields, **changes})


def return_slip(**changes: Any) -> ReturnSlip:
    """A slip with two faulty cells and one fault of the whole form."""
    fields: dict[str, Any] = {
        "form": unit_form(),
        "answers": {
            "ND1.1": ReportLine("ND1.1", 925, "Đã tổ chức 3 buổi.", "Báo cáo 12/BC"),
            "ND1.2": ReportLine("ND1.2", None, "=Có kế hoạch", ""),
            "ND2.1": ReportLine("ND2.1", 1250, "Đạt 98%.", "Báo cáo 15/BC"),
        },
        "raw_points": {"ND1.2": "tám rưỡi"},
        "requests": "Đề nghị hỗ trợ đường truyền.",
        "highlights": "Mô hình “Gia sư số”.",
        "faults": {
            ("ND1.2", "Điểm tự chấm"): ("«tám rưỡi» không phải là số.",),
            ("ND1.2", "Minh chứng"): ("Tiêu chí này cần minh chứng.",),
            ("", ""): ("Trang «Kiến nghị» đã bị sửa.",),
        },
        "issues": (Issue("one"), Issue("two"), Issue("three")),
    }
    return ReturnSlip(**{**fields, **changes})
