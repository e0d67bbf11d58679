"""Columns in TCVN3 and VNI are recognised and converted; Unicode is left alone."""

from __future__ import annotations

import random
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.architecture.sources import ROOT
from thidua_desktop.domain.vietnamese.legacy_fonts import (
    _TCVN3,
    _VNI,
    LegacyFont,
    recognise,
    to_unicode,
)
from thidua_desktop.domain.vietnamese.syllables import is_syllable

NAMES = """
Nguyễn Trần Lê Phạm Hoàng Huỳnh Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Triệu Quách
Văn Thị Đức Ngọc Minh Thanh Hữu Quốc Thúy Xuân Mỹ Khánh Bích
Mẫu Thử Dụ Quỳnh Nguyệt Hòa Thủy Khuê Giang Hiếu Tuyết Thương Phượng Lộc Ưng Yến
"""
FAMILY, MIDDLE, GIVEN = (line.split() for line in NAMES.strip().splitlines())
_TO_TCVN3 = {letter: code for code, letter in _TCVN3.items()}
_TO_VNI = {letter: code for code, letter in reversed(_VNI.items())}


def typed(text: str, font: LegacyFont) -> str:
    """The text as someone typed it in an old font; the codes are tested against known words."""
    if font is LegacyFont.VNI:
        return "".join(_TO_VNI.get(letter, letter) for letter in text)
    if font is LegacyFont.TCVN3_CAPITALS:
        return "".join(_TO_TCVN3.get(letter.lower(), letter.upper()) for letter in text)
    # The plain fonts have few capitals with marks: offices typed the small ones.
    return "".join(_TO_TCVN3.get(letter, _TO_TCVN3.get(letter.lower(), letter)) for letter in text)


def names(seed: int, count: int) -> list[str]:
    rng = random.Random(seed)  # noqa: S311  made-up names, no secrets
    return [f"{rng.choice(FAMILY)} {rng.choice(MIDDLE)} {rng.choice(GIVEN)}" for _ in range(count)]


@pytest.mark.parametrize(
    ("font", "old", "new"),
    [
        (
            LegacyFont.TCVN3,
            "NguyÔn V¨n MÉu, Phßng V¨n hãa - X· héi",
            "Nguyễn Văn Mẫu, Phòng Văn hóa - Xã hội",
        ),
        (LegacyFont.TCVN3, "§ång chÝ TrÇn ThÞ VÝ Dô", "Đồng chí Trần Thị Ví Dụ"),
        (LegacyFont.TCVN3_CAPITALS, "CéNG HßA X· HéI", "CỘNG HÒA XÃ HỘI"),
        (LegacyFont.VNI, "Nguyeãn Vaên Maãu, Phoøng Kinh teá", "Nguyễn Văn Mẫu, Phòng Kinh tế"),
        (LegacyFont.VNI, "Ñaëng Thò Höông, tröôûng thoân", "Đặng Thị Hương, trưởng thôn"),
        (LegacyFont.VNI, "COÄNG HOØA XAÕ HOÄI", "CỘNG HÒA XÃ HỘI"),
    ],
)
def test_known_words(font: LegacyFont, old: str, new: str) -> None:
    assert to_unicode(old, font) == new


@pytest.mark.parametrize("font", [LegacyFont.TCVN3, LegacyFont.VNI])
@given(seed=st.integers(0, 2**32))
def test_every_column_of_twenty_names_is_recognised(font: LegacyFont, seed: int) -> None:
    column = names(seed, 20)
    found = recognise([typed(name, font) for name in column])
    assert found is not None
    assert found.font is font
    assert found.after in column
    assert [to_unicode(typed(name, font), font).lower() for name in column] == [
        name.lower() for name in column
    ]


@given(seed=st.integers(0, 2**32))
def test_capitals_of_the_capital_font_are_capitals(seed: int) -> None:
    column = [name.upper() for name in names(seed, 20)]
    found = recognise([typed(name, LegacyFont.TCVN3_CAPITALS) for name in column])
    assert found is not None
    assert found.font is LegacyFont.TCVN3_CAPITALS
    assert found.after in column


@given(seed=st.integers(0, 2**32), capital=st.booleans(), apart=st.booleans())
def test_unicode_is_never_taken_for_an_old_font(seed: int, capital: bool, apart: bool) -> None:
    column = [name.upper() if capital else name for name in names(seed, 20)]
    if apart:
        column = [unicodedata.normalize("NFD", name) for name in column]
    assert recognise(column) is None


@pytest.mark.parametrize(
    "column",
    [
        [],
        ["", "12", "DV001"],
        ["Café São Paulo", "Société Générale", "Müller & Söhne"],
        ["HĐND, UBND", "TĐKT", "QĐ 923/QĐ-TTg", "CNTT §1, 20 °C, ±5"],
        ["VÝ"],
    ],
)
def test_what_is_no_old_font_is_left_alone(column: list[str]) -> None:
    assert recognise(column) is None


def test_the_words_of_the_five_plans_are_syllables_and_unicode() -> None:
    texts = [p.read_text(encoding="utf-8") for p in (ROOT / "tests/fixtures/plans").rglob("*.txt")]
    texts += [p.read_text(encoding="utf-8") for p in (ROOT / "resources/plans").glob("*.toml")]
    assert texts
    words = {w for text in texts for w in re.findall(r"[^\W\d_]{2,}", text) if not w.isascii()}
    strange = {word for word in words if not is_syllable(word) and not word[1:].isupper()}
    assert len(strange) * 100 < len(words)
    for text in texts:
        assert recognise(text.splitlines()) is None
