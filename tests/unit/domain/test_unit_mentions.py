"""Which unit a file's name or a line of a list speaks of."""

from __future__ import annotations

import pytest

from thidua_desktop.domain.unit_mentions import post_and_unit, unit_meant, units_named

UNITS = {
    "VH": "Phòng Văn hóa - Xã hội",
    "KT": "Phòng Kinh tế",
    "YT": "Trạm Y tế xã",
    "X1": "Xóm 1",
    "X11": "Xóm 11",
    "MN": "Trường Mầm non Xuân Hưng A",
}


@pytest.mark.parametrize(
    ("said", "post", "unit"),
    [
        ("Trưởng phòng, Phòng Văn hóa - Xã hội", "Trưởng phòng", "VH"),
        ("Chuyên viên Phòng Kinh tế", "Chuyên viên", "KT"),
        ("Chuyên viên - Phòng Kinh tế xã Xuân Hưng", "Chuyên viên", "KT"),
        ("Xóm trưởng xóm 11", "Xóm trưởng", "X11"),
        ("Y sĩ, Trạm Y tế", "Y sĩ", "YT"),
        ("Hiệu trưởng, Trường Mầm non Xuân Hưng A", "Hiệu trưởng", "MN"),
        ("Chủ tịch UBND xã", "Chủ tịch UBND xã", ""),
        ("Phòng Kinh tế", "Phòng Kinh tế", ""),
        ("Phó Trưởng phòng Kinh tế", "Phó Trưởng phòng", "KT"),
        ("Trưởng trạm Y tế xã", "Trưởng trạm", "YT"),
        ("Bí thư chi bộ", "Bí thư chi bộ", ""),
        ("", "", ""),
    ],
)
def test_a_post_and_a_unit_in_one_cell(said: str, post: str, unit: str) -> None:
    assert post_and_unit(said, UNITS) == (post, unit)


def test_of_names_within_names_the_longest_counts() -> None:
    assert units_named("IMG_Xóm11 (1)", UNITS) == ("X11",)
    assert unit_meant("trạm y tế", UNITS) == "YT"
    assert unit_meant("phòng", UNITS) == ""
