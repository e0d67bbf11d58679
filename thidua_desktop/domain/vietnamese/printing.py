"""Which characters the papers' typeface can draw; any other would print as nothing."""

from __future__ import annotations

import re
import unicodedata

from thidua_desktop.domain.vietnamese.cleaning import clean_text

_DRAWN = (
    "20-7E A0-36F 374-375 37A-37E 384-38A 38C 38E-3A1 3A3-3CE 3D0-513 51A-51D 591-5C7 5D0-5EA "
    "5F0-5F4 1D00-1DCA 1DFE-1E9B 1E9E 1EA0-1EF9 1F00-1F15 1F18-1F1D 1F20-1F45 1F48-1F4D "
    "1F50-1F57 1F59 1F5B 1F5D 1F5F-1F7D 1F80-1FB4 1FB6-1FC4 1FC6-1FD3 1FD6-1FDB 1FDD-1FEF "
    "1FF2-1FF4 1FF6-1FFE 2000-2010 2012-2022 2026 202A-2030 2032-2034 2039-203A 203C 203E 2044 "
    "205E 206A-206F 2074-2079 207F-2089 2090-2094 20A0-20B5 20BF 20F0 2105 2113 2116-2117 2122 "
    "2126 212E 214D-214E 2153-2154 215B-215E 2184 2190-2195 21A8 21D4 2202 2206 220F 2211-2212 "
    "2215 2219-221A 221E-221F 2229 222B 2248 2260-2262 2264-2265 2302 2310 2320-2321 2500 2502 "
    "250C 2510 2514 2518 251C 2524 252C 2534 253C 2550-256C 2580 2584 2588 258C 2590-2593 "
    "25A0-25A1 25AA-25AC 25B2 25BA 25BC 25C4 25CA-25CC 25CF-25D9 25E6 263A-263C 2640 2642 2660 "
    "2663 2665-2666 2669-266C 266F 2C60-2C6D 2C71-2C77 2E17 A717-A721 A788-A78C FB01-FB02 "
    "FB1D-FB36 FB38-FB3C FB3E FB40-FB41 FB43-FB44 FB46-FB4F FE20-FE23"
)
"""The code points of Liberation Serif in all four faces; a test holds them against the files."""


def _pattern() -> re.Pattern[str]:
    spans = (span.partition("-") for span in _DRAWN.split())
    drawn = "".join(f"\\U{a:0>8}-\\U{b or a:0>8}" for a, _, b in spans)
    return re.compile(rf"[^\s{drawn}]")


_UNDRAWN = _pattern()
_JOINED = ("Mn", "Mc", "Me", "Sk")


def unprintable(text: str) -> tuple[str, ...]:
    """The characters of a text that can't be printed, each once: «Tổ 1 😀» → («😀»,).

    Marks that only colour or join the sign before them are not told by themselves.
    """
    found = dict.fromkeys(_UNDRAWN.findall(clean_text(text)))
    signs = tuple(one for one in found if unicodedata.category(one) not in _JOINED)
    return signs or tuple(found)


def printable(text: str) -> str:
    """A cleaned line with what can't be printed left out; letters in disguise become plain.

    «Tổ 1 😀» → «Tổ 1»; «𝐓ổ ①» → «Tổ 1».
    """
    if _UNDRAWN.search(text) is None:
        return text
    return clean_text(_UNDRAWN.sub(_plainer, clean_text(text)))


def printable_lines(text: str) -> str:
    r"""The same for text of several lines; what has nothing to leave out stays as it is."""
    if _UNDRAWN.search(text) is None:
        return text
    return "\n".join(map(printable, text.splitlines()))


def without_signs(text: str) -> str:
    """The text without emoji and other signs that can't be printed; letters of any script stay.

    A name that lost a letter would be another one, so such a paper is better not printed.
    """
    if _UNDRAWN.search(text) is None:
        return text
    return "\n".join(
        clean_text(_UNDRAWN.sub(_letter_or_plainer, clean_text(line))) for line in text.splitlines()
    )


def _letter_or_plainer(undrawn: re.Match[str]) -> str:
    plain = _plainer(undrawn)
    is_lost = not plain.strip() and unicodedata.category(undrawn.group()).startswith("L")
    return undrawn.group() if is_lost else plain


def _plainer(undrawn: re.Match[str]) -> str:
    """The plain letters that a decorated one stands for, else nothing."""
    plain = unicodedata.normalize("NFKC", undrawn.group())
    if _UNDRAWN.search(plain) is None:
        return plain
    return "" if unicodedata.category(undrawn.group()).startswith("M") else " "
