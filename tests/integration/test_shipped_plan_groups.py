"""Headings and names, as lists of communes have them, lead to the group they belong to."""

from __future__ import annotations

from pathlib import Path

import pytest

from thidua_desktop.application.lists.units import recognised_group
from thidua_desktop.documents.plan_file import FilePlanLibrary

LIBRARY = FilePlanLibrary(Path(__file__).parents[2] / "resources" / "plans")

COMMON_NAMES = [
    ("CÁC PHÒNG, BAN, ĐƠN VỊ THUỘC UBND XÃ", "office"),
    ("Các cơ quan, đơn vị", "office"),
    ("Văn phòng HĐND và UBND", "office"),
    ("Phòng Kinh tế", "office"),
    ("Phòng Kinh tế, Hạ tầng và Đô thị", "office"),
    ("Phòng Văn hóa – Xã hội", "office"),
    ("Trung tâm Phục vụ hành chính công", "office"),
    ("Trung tâm Cung ứng dịch vụ công", "office"),
    ("Công an xã", "office"),
    ("Ban Chỉ huy Quân sự xã", "office"),
    ("Trạm Y tế xã", "office"),
    ("Văn phòng Đảng ủy", "office"),
    ("Thống kê cơ sở", "office"),
    ("MẶT TRẬN TỔ QUỐC VÀ CÁC TỔ CHỨC CHÍNH TRỊ - XÃ HỘI", "front"),
    ("Các tổ chức chính trị – xã hội", "front"),
    ("Ủy ban MTTQ Việt Nam xã", "front"),
    ("Hội Liên hiệp Phụ nữ xã", "front"),
    ("Đoàn TNCS Hồ Chí Minh xã", "front"),
    ("Đoàn Thanh niên", "front"),
    ("Hội Nông dân xã", "front"),
    ("Hội Cựu chiến binh", "front"),
    ("CÁC TRƯỜNG HỌC", "school"),
    ("Các đơn vị trường học", "school"),
    ("Trường Mầm non Hoa Sen", "school"),
    ("Trường TH&THCS Lê Hồng Phong", "school"),
    ("Trường PTDTBT Tiểu học số 2", "school"),
    ("Trường THPT số 1", "school"),
    ("DOANH NGHIỆP, HỢP TÁC XÃ", "enterprise"),
    ("HTX Nông nghiệp số", "enterprise"),
    ("Công ty TNHH Chè Minh Phát", "enterprise"),
    ("Công ty CP Văn phòng phẩm Hải Phòng", "enterprise"),
    ("DNTN Phong Phú", "enterprise"),
    ("Tổ hợp tác rau sạch", "enterprise"),
    ("Quỹ tín dụng nhân dân", "enterprise"),
    ("Cá nhân", "individual"),
]
HAMLETS = {
    "cao-minh": ["CÁC XÓM", "Xóm Trung Tâm", "Xóm Tiên Phong", "Xóm Trường Sơn"],
    "dang-thuy-tram": ["Các thôn", "Thôn Tiên Phong", "Thôn 3"],
    "tay-hieu": ["Các khối", "Khối 12", "Khối Hòa Bình"],
    "trung-khanh": ["Các tổ, xóm", "Tổ dân phố 4", "Tổ 12", "Xóm Bản Giốc"],
    "xuan-hung": ["Các xóm", "Xóm 7", "Thôn, xóm"],
}


@pytest.mark.parametrize("slug", LIBRARY.slugs())
def test_units_and_headings_are_recognised(slug: str) -> None:
    names = COMMON_NAMES + [(name, "hamlet") for name in HAMLETS[slug]]
    groups = LIBRARY.load(slug).groups
    found = {name: recognised_group(name, groups) for name, _ in names}
    assert {name: group.code if group else None for name, group in found.items()} == dict(names)
