"""Văn bản kế hoạch: what the text of a made-up commune's plan says, of both usual shapes."""

from __future__ import annotations

from pathlib import Path

import pytest

from thidua_desktop.application.plan_texts.drafting import plan_from
from thidua_desktop.bootstrap import Joiner
from thidua_desktop.domain.errors import InputError
from thidua_desktop.domain.kinds import Basis, CycleKind, SubjectKind
from thidua_desktop.domain.plan import Plan
from thidua_desktop.domain.scoring.criterion import Role

LETTERED = """\
ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
ĐẶC KHU HÒN MẪU Độc lập - Tự do - Hạnh phúc
Số: 12/KH-UBND
Hòn Mẫu, ngày 15 tháng 01 năm 2026
KẾ HOẠCH
Tổ chức Phong trào thi đua “Đảo xanh, đảo số”
trên địa bàn đặc khu Hòn Mẫu
Căn cứ Quyết định số 923/QĐ-TTg ngày 14 tháng 5 năm 2025 của Thủ tướng Chính phủ; Kế hoạch số
99/KH-UBND ngày 01/6/2025 của UBND tỉnh Biển Thử về phong trào.
I. MỤC ĐÍCH
1. Mục đích
a) Khơi dậy
II. NỘI DUNG PHONG TRÀO THI ĐUA
1. Thi đua quản trị số trên đảo,
nhất là dịch vụ công.
2. Thi đua phát triển du lịch số.
III. TIÊU CHÍ THI ĐUA VÀ HÌNH THỨC KHEN THƯỞNG
1. Tiêu chí thi đua
a) Đối với các cơ quan, thôn đảo
- Xử lý hồ sơ
trực tuyến đúng hạn.
- Mở lớp học số.
- Ký số văn bản.
b) Đối với hộ gia đình
- Dùng thành thạo dịch vụ số.
2. Hình thức và tiêu chuẩn khen thưởng
a) Khen thưởng tổng kết
+ Bằng khen của Thủ tướng Chính phủ;
b) Khen thưởng hằng năm
+ Giấy khen.
IV. TỔ CHỨC THỰC HIỆN
1. Định kỳ hằng năm các đơn vị báo cáo kết quả về UBND đặc khu.
Nơi nhận:
- UBND tỉnh Biển Thử (b/c);
- Đồn Biên phòng
Hòn Mẫu (p/h);
- Lưu: VT, VHXH.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
"""
NUMBERED = """\
KẾ HOẠCH
Phong trào thi đua của xã Ví Dụ
I. NỘI DUNG
1. Đối tượng thi đua
Mọi đơn vị.
2. Nội dung thi đua
a) Thi đua một.
b) Thi đua hai.
II. TIÊU CHÍ THI ĐUA
1. Đối với doanh nghiệp
a) Việc thứ nhất.
b) Việc thứ hai.
III. SỐ LƯỢNG KHEN THƯỞNG
1. Giấy khen của Chủ tịch Ủy ban nhân dân xã
- Khen thưởng hàng năm: Tối đa 2 tập thể, 5 cá nhân.
"""


@pytest.fixture(scope="module")
def base() -> Plan:
    return Joiner.detect().plans.load("tay-hieu")


def test_the_standard_of_another_communes_plan_is_not_taken_for_its_own(base: Plan) -> None:
    plan = plan_from(LETTERED.splitlines(), base).plan
    assert plan.award_standard == "Hãy chép lời của kế hoạch vào đây."


def test_the_whole_of_a_lettered_plan(base: Plan) -> None:
    plan = plan_from(LETTERED.splitlines(), base).plan
    commune = plan.commune
    assert (commune.kind.value, commune.name, commune.province) == (
        "dac_khu",
        "Hòn Mẫu",
        "tỉnh Biển Thử",
    )
    assert (plan.number, str(plan.issued_on)) == ("12/KH-UBND", "2026-01-15")
    assert plan.movement == "Đảo xanh, đảo số"
    assert [one.short for one in plan.legal_bases] == [
        "Quyết định số 923/QĐ-TTg",
        "Kế hoạch số 99/KH-UBND",
    ]
    assert [one.short for one in plan.content_areas] == [
        "Quản trị số trên đảo",
        "Phát triển du lịch số",
    ]
    assert plan.recipients == ("UBND tỉnh Biển Thử (b/c)", "Đồn Biên phòng Hòn Mẫu (p/h)")
    assert [(step.award, step.occasions) for step in plan.ladder] == [
        ("bang_khen_thu_tuong", (CycleKind.FINAL,)),
        ("giay_khen_xa", (CycleKind.ANNUAL,)),
    ]
    assert "Định kỳ hằng năm" in plan.reports[0].text


def test_criteria_share_a_hundred_points(base: Plan) -> None:
    offices, households = plan_from(LETTERED.splitlines(), base).plan.audiences
    standard = [one for one in offices.criteria.criteria if one.role is Role.STANDARD]
    assert [one.code for one in standard] == ["A1", "A2", "A3"]
    assert [one.max_points for one in standard] == [34_00, 33_00, 33_00]
    assert standard[0].text == "Xử lý hồ sơ trực tuyến đúng hạn."
    assert (households.subject, households.code) == (SubjectKind.HOUSEHOLD, "household")


def test_groups_keep_to_a_list_that_judges_their_kind(base: Plan) -> None:
    plan = plan_from(LETTERED.splitlines(), base).plan
    groups = {group.code: group for group in plan.groups}
    assert "enterprise" not in groups
    assert (groups["school"].audience, groups["school"].basis) == ("office", Basis.PROPOSAL)


def test_a_numbered_plan_with_numbers_of_awards(base: Plan) -> None:
    plan = plan_from(NUMBERED.splitlines(), base).plan
    assert [one.text for one in plan.content_areas] == ["Thi đua một.", "Thi đua hai."]
    (enterprises,) = plan.audiences
    assert [one.code for one in enterprises.criteria.criteria][:2] == ["T1.1", "T1.2"]
    assert [(one.subject.value, one.maximum) for one in plan.quotas] == [
        ("collective", 2),
        ("individual", 5),
    ]


def test_a_text_that_is_no_plan_is_refused(base: Plan) -> None:
    with pytest.raises(InputError, match="plan_text_unread"):
        plan_from(Path(__file__).read_text(encoding="utf-8").splitlines()[:3], base)
