"""Keys for finding and for telling whether two names are the same."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from thidua_desktop.domain.vietnamese.cleaning import LOOK_ALIKES, UNSEEN, clean_text
from thidua_desktop.domain.vietnamese.letters import (
    ANY_VOWEL,
    TONED_VOWELS,
    TONES,
    combining_marks,
    full_width,
    latin_bases,
)

_DASHES = (*range(0x2010, 0x2016), 0x2212)
_WIDE_LOWER = {code: letter.lower() for code, letter in full_width().items()}
_FOLDED: dict[int, str | None] = {
    **UNSEEN,
    **dict.fromkeys(combining_marks()),
    **latin_bases(),
    **dict.fromkeys(_DASHES, "-"),
    **dict.fromkeys((0x2018, 0x2019), "'"),
    **dict.fromkeys((0x201C, 0x201D), '"'),
    **_WIDE_LOWER,
}
_WORDS = re.compile(r"[^\W\d_]+|\d+")
_BETWEEN_WORDS = re.compile(r"(?:[^\w\u0300-\u036f]|_)+")
_SEVERAL_VOWELS = re.compile(f"{ANY_VOWEL}{{2,}}")
_SHORTEST_INITIALS = 2
_SHORTEST_SKIPPING = 4
"""Letters from which on initials may be left out; fewer would find too much."""
_LONGEST_NAME = 12
"""Words of a name; in the initials of whole sentences any letters can be found."""


def fold(text: str) -> str:
    """The form that search compares: lower case, no marks, đ as d, single spaces.

    «Đổi  mới» → «doi moi», composed or not. Quick enough to run over 100,000 rows.
    """
    lower = unicodedata.normalize("NFC", text).lower()
    return " ".join(lower.translate(_FOLDED).split())


def initials(text: str) -> str:
    """The first letters of the words, numbers whole: «Phục vụ hành chính công» → «pvhcc»."""
    return "".join(word if word.isdigit() else word[0] for word in _WORDS.findall(fold(text)))


def match_key(text: str) -> str:
    """The key of a name: equal for two ways to write one name, and for nothing else.

    Spacing, case, kinds of dashes, punctuation and the place of the tone («hoà», «hòa») don't
    count; marks do: «Hồng» is not «Hông».
    """
    lower = unicodedata.normalize("NFKC", clean_text(text)).casefold().translate(LOOK_ALIKES)
    words = _BETWEEN_WORDS.sub(" ", unicodedata.normalize("NFC", lower)).strip()
    return _SEVERAL_VOWELS.sub(_with_tone_first, words)


def _with_tone_first(run: re.Match[str]) -> str:
    """The vowels of a syllable with the tone on the first: any fixed place would do."""
    pairs = [TONED_VOWELS[letter] for letter in run.group()]
    tones = [tone for _, tone in pairs if tone]
    if len(tones) != 1:
        return run.group()
    first, *rest = (vowel for vowel, _ in pairs)
    return unicodedata.normalize("NFC", first + TONES[tones[0]]) + "".join(rest)


def abbreviation(typed: str) -> re.Pattern[str] | None:
    """The initials of one line that letters may stand for, a few of them left out.

    Matched from the first initial on; `None` for letters too few to leave any out.
    """
    if len(typed) < _SHORTEST_SKIPPING or not typed.isalpha():
        return None
    within_a_name = rf"(?=[^\n]{{1,{_LONGEST_NAME}}}(?:\n|$))"
    return re.compile(within_a_name + "[^\n]*?".join(typed))


@dataclass(frozen=True, slots=True)
class Query:
    """What someone types into a search box, prepared once for many rows.

    Attributes:
        folded: the words in the form of `fold`.
        words: the words and numbers, each by itself.
    """

    folded: str
    words: tuple[str, ...]

    @classmethod
    def of(cls, typed: str) -> Query:
        """Prepare what was typed."""
        folded = fold(typed)
        return cls(folded, tuple(_WORDS.findall(folded)))

    def finds(self, folded: str) -> bool:
        """Whether a row's text is meant.

        Args:
            folded: the row's text, as `fold` gives it.

        Returns:
            Whether the text holds what was typed, or words that begin with all the typed
            ones, or the same without spaces, or the initials, of which a few may be left out:
            «ttph» is «Trung tâm Phục vụ hành chính công».
        """
        if self.folded in folded:
            return True
        words = _WORDS.findall(folded)
        if self.words and all(any(w.startswith(q) for w in words) for q in self.words):
            return True
        joined = "".join(self.words)
        if len(joined) < _SHORTEST_INITIALS:
            return False
        if _abbreviates(joined, initials(folded)):
            return True
        return any("".join(words[first:]).startswith(joined) for first in range(len(words)))


def _abbreviates(typed: str, short: str) -> bool:
    """Whether letters are initials: a run of them, or most of a name's from its first on."""
    skipping = abbreviation(typed)
    return typed in short or (skipping is not None and skipping.match(short) is not None)
