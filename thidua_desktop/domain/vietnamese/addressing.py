"""Xưng hô: how a unit is addressed in a message, by what its name says it is."""

from __future__ import annotations

from enum import StrEnum

from thidua_desktop.domain.vietnamese.cleaning import clean_text


class AddressForm(StrEnum):
    """Whom a message to a unit speaks to."""

    SCHOOL = "school"  # quý trường
    ENTERPRISE = "enterprise"  # quý doanh nghiệp
    HAMLET_HEAD = "hamlet_head"  # trưởng xóm, thôn, khối
    GROUP_HEAD = "group_head"  # tổ trưởng
    OFFICE = "office"  # quý cơ quan


_BEGINNINGS = {
    "trường": AddressForm.SCHOOL,
    **dict.fromkeys(("xóm", "thôn", "khối", "bản", "ấp", "khu", "làng"), AddressForm.HAMLET_HEAD),
    "tổ": AddressForm.GROUP_HEAD,
    **dict.fromkeys(("công ty", "doanh nghiệp", "htx", "hợp tác xã"), AddressForm.ENTERPRISE),
}
"""With their marks: «Bản Mẫu» is a hamlet, «Ban Chỉ huy» is none."""

_OFFICES = ("tổ chức",)
"""Begin like one of the above, but are offices."""


def address_form(unit_name: str, *, is_enterprise: bool = False) -> AddressForm:
    """Whom to speak to; enterprises are told by their group, too."""
    if is_enterprise:
        return AddressForm.ENTERPRISE
    name = f"{clean_text(unit_name).lower()} "
    if name.startswith(tuple(f"{word} " for word in _OFFICES)):
        return AddressForm.OFFICE
    for beginning, form in _BEGINNINGS.items():
        if name.startswith(f"{beginning} "):
            return form
    return AddressForm.OFFICE
