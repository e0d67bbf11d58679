"""Names on old decisions: what is one name, what only looks alike, what is another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_desktop.domain.awards.recipients import NameLikeness, name_likeness, nearest
from thidua_desktop.domain.vietnamese.folding import fold

SAME, ALIKE, OTHER = NameLikeness


@pytest.mark.parametrize(
    ("written", "name", "likeness"),
    [
        ("Trần Thị Ví Dụ", "Trần Thị Ví Dụ", SAME),
        ("TRẦN  THỊ VÍ DỤ", "Trần Thị Ví Dụ", SAME),
        ("Tran Thi Vi Du", "Trần Thị Ví Dụ", ALIKE),
        ("TranThi ViDu", "Trần Thị Ví Dụ", ALIKE),
        ("Bà Trần Thị Ví Dụ", "Trần Thị Ví Dụ", ALIKE),
        ("Hộ ông Đỗ Mẫu Thử", "Đỗ Mẫu Thử", ALIKE),
        ("Gia đình bà Đỗ Mẫu Thử", "Đỗ Mẫu Thử", ALIKE),
        ("Do Mau Thu", "Đỗ Mẫu Thử", ALIKE),
        ("Ví Dụ Trần Thị", "Trần Thị Ví Dụ", ALIKE),
        ("Trần Thị Ví", "Trần Thị Ví Dụ", OTHER),
        ("Trần Thị Ví Du B", "Trần Thị Ví Dụ", OTHER),
        ("Trần Thị Vi Dũ", "Trần Thị Ví Dụ", ALIKE),
        ("Đ/c Trần Thị Ví Dụ", "Trần Thị Ví Dụ", ALIKE),
        ("Đ/c. TS.BS Trần Thị Ví Dụ", "Trần Thị Ví Dụ", ALIKE),
        ("Đồng chí: Trần Thị Ví Dụ", "Trần Thị Ví Dụ", ALIKE),
        ("Thầy giáo Đỗ Mẫu Thử", "Đỗ Mẫu Thử", ALIKE),
        ("Cô Trần Thị Ví Dụ", "Trần Thị Ví Dụ", ALIKE),
        ("ThS. Trần Thị Ví Dụ", "Trần Thị Ví Dụ", ALIKE),
        ("Bác sĩ CKII Trần Thị Ví Dụ", "Trần Thị Ví Dụ", ALIKE),
        ("Thượng tá Đỗ Mẫu Thử", "Đỗ Mẫu Thử", ALIKE),
        ("Mẹ Việt Nam anh hùng Trần Thị Ví Dụ", "Trần Thị Ví Dụ", ALIKE),
        ("Ông (bà) Đỗ Mẫu Thử", "Đỗ Mẫu Thử", ALIKE),
        ("Ông Đỗ Mẫu Thử và bà Trần Thị Ví Dụ", "Trần Thị Ví Dụ", ALIKE),
        ("Nguyễn Văn Mẫu (thôn 3)", "Nguyễn Văn Mẫu", ALIKE),
        ("Nguyễn Văn Mẫu, thôn 3", "Nguyễn Văn Mẫu", ALIKE),
        ("Nguyễn Văn Mẫu – Trưởng thôn 3", "Nguyễn Văn Mẫu", ALIKE),
        ("Ông Nguyễn Văn Mẫu thôn 3", "Nguyễn Văn Mẫu", ALIKE),
        ("Nguyễn Văn Mẫu sinh năm 1980", "Nguyễn Văn Mẫu", ALIKE),
        ("Nguyễn Văn Mẫu (thôn 3)", "Nguyễn Văn Mẫu (thôn 4)", ALIKE),
        ("Nguyễn Văn Ấp", "Nguyễn Văn Xóm", OTHER),
        ("Thầy Mẫu", "Nguyễn Văn Mẫu", OTHER),
        ("Tô Văn Mẫu", "Đỗ Văn Mẫu", OTHER),
        ("Hồ Văn Mẫu", "Hồ Văn Mẫu", SAME),
        ("Chu Văn Mẫu", "Lê Văn Mẫu", OTHER),
    ],
)
def test_names_of_people(written: str, name: str, likeness: NameLikeness) -> None:
    assert name_likeness(written, name, is_person=True) is likeness
    assert name_likeness(name, written, is_person=True) is likeness


@pytest.mark.parametrize(
    ("written", "name", "likeness"),
    [
        ("Trường THCS Ví Dụ", "Trường Trung học cơ sở Ví Dụ", ALIKE),
        ("TDP 05", "Tổ dân phố 5", ALIKE),
        ("Phòng VH-XH", "Phòng Văn hóa - Xã hội", ALIKE),
        ("Tổ dân phố 5", "Tổ dân phố 15", OTHER),
        ("Hội Nông dân xã", "Hội Cựu chiến binh xã", OTHER),
        ("Dân xã Hội Nông", "Hội Nông dân xã", OTHER),
    ],
)
def test_names_of_units(written: str, name: str, likeness: NameLikeness) -> None:
    assert name_likeness(written, name, is_person=False) is likeness


def test_the_nearest_of_several_names_counts() -> None:
    names = ("Xóm Mới", "Xóm Ví Dụ 2")
    assert nearest("xom vi du 02", names, is_person=False) is ALIKE
    assert nearest("Xóm Mới", names, is_person=False) is SAME
    assert nearest("Xóm Cũ", (), is_person=False) is OTHER


@given(st.lists(st.sampled_from(["Nguyễn", "Đỗ", "Thị", "Mẫu", "Thử"]), min_size=2, max_size=5))
def test_a_name_without_its_marks_is_never_another(words: list[str]) -> None:
    name = " ".join(words)
    assert name_likeness(fold(name), name, is_person=True) is not OTHER
    assert name_likeness(f"Ông {name}", name, is_person=True) is not OTHER
    assert name_likeness(f"Thượng tá {name} (xóm Mẫu)", name, is_person=True) is not OTHER


@given(st.text(max_size=12), st.text(max_size=12), st.booleans())
def test_likeness_does_not_depend_on_who_is_asked_first(a: str, b: str, is_person: bool) -> None:
    assert name_likeness(a, b, is_person=is_person) is name_likeness(b, a, is_person=is_person)
    assert name_likeness(a, a, is_person=is_person) is SAME
