"""The letters and tones (thanh điệu) that the keys for search, sameness and order are built on."""

from __future__ import annotations

import unicodedata
from itertools import product

VOWELS = "aăâeêioôơuưy"
CONSONANTS = "bcdđghklmnpqrstvx"

# ngang, huyền, hỏi, ngã, sắc, nặng: the order of the dictionaries.
TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")

TONED_VOWELS = {
    unicodedata.normalize("NFC", vowel + mark): (vowel, tone)
    for vowel, (tone, mark) in product(VOWELS, enumerate(TONES))
}
"""Every lower-case vowel as written → the vowel without its tone, and the tone's place."""

ALPHABET = frozenset(CONSONANTS) | TONED_VOWELS.keys()

ANY_VOWEL = f"[{''.join(TONED_VOWELS)}]"
"""A pattern for one of them. A run of them bears one tone, wherever it is set: «hoà», «hòa»."""


def latin_bases() -> dict[int, str]:
    """Every accented lower-case Latin letter → its plain letter; đ and its look-alikes → d."""
    codes = (*range(0xDF, 0x250), *range(0x1E00, 0x1F00))
    bases = {code: unicodedata.normalize("NFD", chr(code))[0] for code in codes}
    plain = {code: base for code, base in bases.items() if base.isascii()}
    return plain | dict.fromkeys((0x111, 0xF0, 0x256), "d")


def combining_marks() -> range:
    """The code points of the marks that stand by themselves in decomposed text."""
    return range(0x300, 0x370)


def full_width() -> dict[int, str]:
    """The wide forms of ASCII (as East Asian keyboards write them) → ASCII."""
    return {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
