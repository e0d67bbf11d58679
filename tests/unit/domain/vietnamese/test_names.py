"""The parts of people's names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.domain.vietnamese.writing import names
from thidua_desktop.domain.vietnamese.cleaning import clean_text
from thidua_desktop.domain.vietnamese.names import (
    AddressedName,
    NamedSubject,
    NameParts,
    all_caps_to_title,
    names_told_apart,
    split_address,
    split_name,
)


@pytest.mark.parametrize(
    ("text", "address", "name"),
    [
        ("Ông Nguyễn Văn Mẫu", "Ông", "Nguyễn Văn Mẫu"),
        ("bà  Trần Thị Ví Dụ", "bà", "Trần Thị Ví Dụ"),
        ("Ông/Bà: Trần Thị Ví Dụ", "Ông/Bà", "Trần Thị Ví Dụ"),
        ("Ông (bà) Trần Thị Ví Dụ", "Ông (bà)", "Trần Thị Ví Dụ"),
        ("Đ/c Lê Mẫu", "Đ/c", "Lê Mẫu"),
        ("Đồng chí Lê Mẫu", "Đồng chí", "Lê Mẫu"),
        ("Hộ ông Nguyễn Văn Mẫu", "Hộ ông", "Nguyễn Văn Mẫu"),
        ("Hộ gia đình bà Lê Thị Mẫu", "Hộ gia đình bà", "Lê Thị Mẫu"),
        ("Nguyễn Văn Mẫu", "", "Nguyễn Văn Mẫu"),
        ("Ông Văn Mẫu", "", "Ông Văn Mẫu"),
        ("Bành Thị Mẫu", "", "Bành Thị Mẫu"),
        ("Ông", "", "Ông"),
        ("", "", ""),
    ],
)
def test_forms_of_address(text: str, address: str, name: str) -> None:
    assert split_address(text) == AddressedName(address, name)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Nguyễn Văn Mẫu", NameParts("Nguyễn", "Văn", "Mẫu")),
        ("Trần Thị Thanh Ví Dụ", NameParts("Trần", "Thị Thanh Ví", "Dụ")),
        ("Lê Mẫu", NameParts("Lê", "", "Mẫu")),
        ("Mẫu", NameParts("", "", "Mẫu")),
        ("Nguyễn Văn Mẫu (xóm 3)", NameParts("Nguyễn", "Văn", "Mẫu")),
        ("(Mẫu)", NameParts("", "", "(Mẫu)")),
        (" ", NameParts("", "", "")),
    ],
)
def test_parts_of_a_name(text: str, parts: NameParts) -> None:
    assert split_name(text) == parts


@pytest.mark.parametrize(
    ("text", "proposal"),
    [
        ("NGUYỄN VĂN MẪU", "Nguyễn Văn Mẫu"),
        (" ĐẶNG  THỊ ƠN", "Đặng Thị Ơn"),
        ("H'MẪU NIÊ", "H'Mẫu Niê"),
        ("Nguyễn Văn Mẫu", None),
        ("nguyễn văn mẫu", None),
        ("XÓM 10", None),
        ("", None),
    ],
)
def test_capitals_are_turned_only_into_a_proposal(text: str, proposal: str | None) -> None:
    assert all_caps_to_title(text) == proposal


@given(names())
def test_parts_make_the_whole_again(name: str) -> None:
    parts = split_name(name)
    assert clean_text(f"{parts.family} {parts.middle} {parts.given}") == name


@given(names())
def test_a_proposal_changes_only_the_case(name: str) -> None:
    proposal = all_caps_to_title(name.upper())
    assert proposal is not None
    assert proposal.upper() == name.upper()


def test_a_name_that_is_alone_needs_no_more_words() -> None:
    assert names_told_apart([NamedSubject("CN001", "Nguyễn Văn Mẫu", "Giáo viên")]) == {
        "CN001": "Nguyễn Văn Mẫu"
    }


def test_namesakes_take_their_post_and_unit_along() -> None:
    called = names_told_apart(
        [
            NamedSubject("CN001", "Nguyễn Văn Mẫu", "Giáo viên, Trường Tiểu học số 1"),
            NamedSubject("CN002", "NGUYỄN  VĂN MẪU", "Trưởng xóm, Xóm 1"),
            NamedSubject("CN003", "Nguyễn Văn Mậu", "Giáo viên"),
            NamedSubject("CN004", "Đỗ Thị Ví Dụ", "Giáo viên, Trường Mầm non Mẫu"),
            NamedSubject("CN005", "Đỗ Thị Ví Dụ", "Giáo viên, Trường Tiểu học số 1"),
        ]
    )

    assert called["CN001"] == "Nguyễn Văn Mẫu (Giáo viên, Trường Tiểu học số 1)"
    assert called["CN002"] == "NGUYỄN  VĂN MẪU (Trưởng xóm, Xóm 1)"
    assert called["CN003"] == "Nguyễn Văn Mậu"
    assert called["CN004"] == "Đỗ Thị Ví Dụ (Trường Mầm non Mẫu)"


@pytest.mark.parametrize("detail", ["", "Giáo viên, Trường Tiểu học số 1"])
def test_namesakes_of_one_post_are_told_apart_by_code(detail: str) -> None:
    called = names_told_apart(
        NamedSubject(code, "Nguyễn Văn Mẫu", detail) for code in ("CN001", "CN002")
    )

    assert called == {"CN001": "Nguyễn Văn Mẫu (CN001)", "CN002": "Nguyễn Văn Mẫu (CN002)"}


def test_a_person_proposed_twice_is_no_namesake_of_their_own() -> None:
    same = NamedSubject("CN001", "Nguyễn Văn Mẫu", "Giáo viên")

    assert names_told_apart([same, same]) == {"CN001": "Nguyễn Văn Mẫu"}


@given(
    st.lists(st.builds(NamedSubject, st.text("AB1", max_size=3), *[st.text("ab ", max_size=3)] * 2))
)
def test_no_two_in_a_list_are_called_alike(subjects: list[NamedSubject]) -> None:
    called = names_told_apart(subjects)

    assert len(set(called.values())) == len({one.code for one in subjects})
