"""Phông chữ cũ: text typed in TCVN3 (ABC) or VNI, recognised and turned into Unicode.

Workbooks from before Unicode, and those copied from them, hold the codes of the fonts .VnTime or
VNI-Times: «NguyÔn V¨n MÉu» or «Nguyeãn Vaên Maãu». One cell proves nothing; a whole column does.
The tables are those of TCVN 5712:1993 (VN3) and of VNI for Windows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from thidua_desktop.domain.vietnamese.syllables import is_syllable

MOST_SAMPLES = 200
"""Cells of a column that are looked at."""

FEWEST_WORDS = 2
"""Words that must become Vietnamese; one alone may be a foreign name."""

CERTAIN_SHARE = 80
"""Percent of the words that are no Vietnamese which must become it."""

FEWEST_WRONG = 25
"""Percent of the words with marks that must be no Vietnamese as they stand; old codes hit upon a
real syllable now and then («VÝ», «Dô»), Unicode hardly ever misses one."""

_WORD = re.compile(r"[^\W\d_]+(?:[\u00a0-\u00bf][^\W\d_]*)*|[\u00a0-\u00ff]+[^\W\d_]*")


class LegacyFont(StrEnum):
    """How the text was typed."""

    TCVN3 = "tcvn3"  # .VnTime, .VnArial: bảng mã TCVN3 (ABC)
    TCVN3_CAPITALS = "tcvn3_capitals"  # .VnTimeH: small letters that are shown as capitals
    VNI = "vni"  # VNI-Times


_TCVN3 = dict(
    zip(
        "¡¢£¤¥¦§¨©ª«¬\u00ad®µ¶·\u00b8¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
        "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
        strict=True,
    )
)
_VNI_ALONE = {
    **dict(zip("ñíìæóòôöî", "đíìỉĩịơưỵ", strict=True)),
    **dict(zip("ÑÍÌÆÓÒÔÖÎ", "ĐÍÌỈĨỊƠƯỴ", strict=True)),
}
_VNI_MARKS = {
    "a": ("ùøûõïâáàåãäêéèúüë", "áàảãạâấầẩẫậăắằẳẵặ"),
    "e": ("ùøûõïâáàåãä", "éèẻẽẹêếềểễệ"),
    "o": ("ùøûõïâáàåãä", "óòỏõọôốồổỗộ"),
    "u": ("ùøûõï", "úùủũụ"),
    "y": ("ùøûõ", "ýỳỷỹ"),
    "ô": ("ùøûõï", "ớờởỡợ"),
    "ö": ("ùøûõï", "ứừửữự"),
}


def _vni_pairs() -> dict[str, str]:
    pairs = {}
    for base, (marks, letters) in _VNI_MARKS.items():
        for mark, letter in zip(marks, letters, strict=True):
            pairs[base + mark] = letter
            # Shift is often held for the letter alone, or for both.
            pairs[base.upper() + mark] = pairs[base.upper() + mark.upper()] = letter.upper()
    return pairs


_VNI = {**_vni_pairs(), **_VNI_ALONE}
_VNI_CODES = re.compile("|".join(sorted(map(re.escape, _VNI), key=len, reverse=True)))


@dataclass(frozen=True, slots=True)
class Conversion:
    """What a column was typed in, with one cell before and after for the officer to compare."""

    font: LegacyFont
    before: str
    after: str


def to_unicode(text: str, font: LegacyFont) -> str:
    """The text in Unicode, NFC."""
    if font is LegacyFont.VNI:
        return _VNI_CODES.sub(lambda code: _VNI[code.group()], text)
    converted = "".join(_TCVN3.get(letter, letter) for letter in text)
    return converted.upper() if font is LegacyFont.TCVN3_CAPITALS else converted


def recognise(cells: Iterable[str]) -> Conversion | None:
    """What a column was typed in; `None` for Unicode, and wherever it is not certain."""
    texts = [text for text, _ in zip(cells, range(MOST_SAMPLES), strict=False)]
    odd = [word for text in texts for word in _WORD.findall(text) if not word.isascii()]
    wrong = [word for word in odd if not is_syllable(word)]
    found = {font: _mended(wrong, font) for font in (LegacyFont.TCVN3, LegacyFont.VNI)}
    font = max(found, key=lambda one: found[one])
    is_misread = len(wrong) * 100 >= FEWEST_WRONG * len(odd)
    is_mended = found[font] * 100 >= CERTAIN_SHARE * len(wrong)
    if found[font] < FEWEST_WORDS or not (is_misread and is_mended):
        return None
    if font is LegacyFont.TCVN3 and _is_typed_in_capitals(texts):
        font = LegacyFont.TCVN3_CAPITALS
    sample = next(text for text in texts if to_unicode(text, font) != text)
    return Conversion(font, sample, to_unicode(sample, font))


def _mended(words: Iterable[str], font: LegacyFont) -> int:
    return sum(is_syllable(to_unicode(word, font)) for word in words)


def _is_typed_in_capitals(texts: Iterable[str]) -> bool:
    """Whether plain capitals stand beside small codes: «NGUYÔN», which .VnTimeH shows right."""
    words = [word for text in texts for word in _WORD.findall(text)]
    plain = ["".join(letter for letter in word if letter.isascii()) for word in words]
    long = [(word, rest) for word, rest in zip(words, plain, strict=True) if len(rest) > 1]
    return bool(long) and all(rest.isupper() for _, rest in long)
