"""Text as people and other programs hand it over, made fit to keep: the same letters, one form."""

from __future__ import annotations

import re
import unicodedata

from thidua_desktop.domain.vietnamese.letters import ALPHABET

_CONTROLS = (*range(0x09), *range(0x0E, 0x1C), *range(0x7F, 0x85), *range(0x86, 0xA0))
_INVISIBLE = (
    0x00AD,  # soft hyphen
    0x034F,  # combining grapheme joiner
    0x061C,
    0x180E,
    *range(0x200B, 0x2010),  # zero-width space and joiners, marks of direction
    *range(0x202A, 0x202F),
    *range(0x2060, 0x2070),
    0xFEFF,  # byte order mark
    *range(0xFFF9, 0xFFFC),
)
_NOT_TEXT = (*range(0xD800, 0xE000), *range(0xFDD0, 0xFDF0), 0xFFFE, 0xFFFF)

UNSEEN: dict[int, None] = dict.fromkeys((*_CONTROLS, *_INVISIBLE, *_NOT_TEXT))
"""What no reader ever sees and files choke on; no letter, digit or sign is among it."""

LOOK_ALIKES = str.maketrans("\u00d0\u00f0\u0189\u0256", "\u0110\u0111\u0110\u0111")
"""The Icelandic and African letters that look like Đ, đ → Đ, đ."""

_HAS_LOOK_ALIKE = re.compile("[\u00d0\u00f0\u0189\u0256]")
_WORD = re.compile(r"[^\W\d_]+")


def clean_text(raw: str) -> str:
    """One line of text fit to keep: composed letters, single spaces, nothing unseen.

    Args:
        raw: text from a cell, a field or the clipboard.

    Returns:
        The text in NFC. The Icelandic Ð that old converters put for Đ becomes Đ where it
        can only be that: at the start of a Vietnamese word or in an abbreviation («QĐ»).
    """
    text = unicodedata.normalize("NFC", raw.translate(UNSEEN))
    if _HAS_LOOK_ALIKE.search(text):
        text = _WORD.sub(_with_vietnamese_d, text)
    return " ".join(text.split())


def clean_multiline(raw: str) -> str:
    r"""Text of several lines fit to keep: each line cleaned, line breaks kept as ``\n``.

    Empty lines at the edges go; those between paragraphs stay.
    """
    return "\n".join(clean_text(line) for line in raw.splitlines()).strip("\n")


def _with_vietnamese_d(word: re.Match[str]) -> str:
    fixed = word.group().translate(LOOK_ALIKES)
    if fixed.isupper():
        return fixed
    if ALPHABET.issuperset(fixed.lower()):
        return fixed[0] + word.group()[1:]
    return word.group()
