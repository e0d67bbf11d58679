"""Xưng hô: schools, enterprises, heads of hamlets and tổ, and offices."""

from __future__ import annotations

import pytest

from thidua_desktop.domain.vietnamese.addressing import AddressForm, address_form

SCHOOL, ENTERPRISE = AddressForm.SCHOOL, AddressForm.ENTERPRISE
HAMLET, GROUP, OFFICE = AddressForm.HAMLET_HEAD, AddressForm.GROUP_HEAD, AddressForm.OFFICE


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("Trường Tiểu học Ví Dụ", SCHOOL),
        ("TRƯỜNG MẦM NON VÍ DỤ", SCHOOL),
        ("Trưởng ban Ví dụ", OFFICE),
        ("Xóm 3", HAMLET),
        ("Thôn Mẫu", HAMLET),
        ("Khối Ví Dụ", HAMLET),
        ("Bản Mẫu", HAMLET),
        ("Ban Chỉ huy Quân sự xã", OFFICE),
        ("Tổ dân phố 5", GROUP),
        ("Tổ chức Đảng cơ sở", OFFICE),
        ("Công ty TNHH Ví Dụ", ENTERPRISE),
        ("HTX Nông nghiệp Mẫu", ENTERPRISE),
        ("Phòng Kinh tế", OFFICE),
        ("", OFFICE),
    ],
)
def test_a_name_says_whom_to_speak_to(name: str, form: AddressForm) -> None:
    assert address_form(name) is form


def test_the_group_says_it_where_the_name_does_not() -> None:
    assert address_form("Nhà máy Ví Dụ", is_enterprise=True) is ENTERPRISE
