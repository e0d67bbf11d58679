"""What the papers' typeface can draw: told by name, left out where it must be."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_desktop.documents.pdf.fonts import drawable, register_fonts
from thidua_desktop.domain.vietnamese.cleaning import clean_text
from thidua_desktop.domain.vietnamese.printing import printable, unprintable

FONTS = Path(__file__).parents[4] / "resources" / "fonts"


def test_the_table_is_that_of_the_fonts_that_ship() -> None:
    register_fonts(FONTS)
    wrong = [
        hex(code)
        for code in (*range(0x10000), *range(0x1F000, 0x1FB00))
        if (character := chr(code)).strip()
        and clean_text(character) == character
        and unicodedata.category(character) not in ("Co", "Cn")
        and bool(unprintable(character)) == drawable(character)
    ]
    assert wrong == ["0xfffc"]  # the sign for «an object stood here»


@pytest.mark.parametrize(
    ("typed", "kept", "told"),
    [
        ("Tổ dân phố 1 😀", "Tổ dân phố 1", ("😀",)),
        ("❤️ Hội Phụ nữ 👍🏻 xã", "Hội Phụ nữ xã", ("❤", "👍")),
        ("\U0001d413ổ ① \uff2dẫu", "Tổ 1 Mẫu", ("\U0001d413", "①", "\uff2d")),
        ("Nguyễn Văn Mẫu", "Nguyễn Văn Mẫu", ()),
        ("🏆🏆", "", ("🏆",)),
    ],
)
def test_signs_of_chats_are_left_out_and_told(typed: str, kept: str, told: tuple[str, ...]) -> None:
    assert (printable(typed), unprintable(typed)) == (kept, told)


@given(st.text())
def test_what_is_left_can_be_printed(text: str) -> None:
    kept = printable(clean_text(text))
    assert unprintable(kept) == ()
    assert printable(kept) == kept
