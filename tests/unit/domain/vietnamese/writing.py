"""Made-up Vietnamese words, and the ways in which people and programs write one and the same."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from hypothesis import strategies as st

from thidua_desktop.domain.vietnamese.letters import TONES

UNSEEN_SIGNS = ("\u200b", "\u200d", "\ufeff", "\u00ad", "\u202e", "\x00", "\x0b", "\x1f", "\ud800")
SPACES = (" ", "  ", "\u00a0", "\t", " \u3000", "\u2009")

_BEFORE = ("", "b", "c", "ch", "đ", "gh", "h", "kh", "m", "ng", "nh", "ph", "qu", "th", "tr", "x")
_RHYMES = ("a", "ă", "â", "oa", "oă", "uê", "uy", "uyê", "ươ", "iê", "ưa", "oe", "ôi", "ơ", "ia")
_AFTER = ("", "n", "ng", "nh", "m", "c", "t", "p")


@st.composite
def syllables(draw: st.DrawFn, place: int | None = None) -> str:
    """A syllable; its tone stands on the vowel at `place`, or on any."""
    rhyme = draw(st.sampled_from(_RHYMES))
    tone = draw(st.sampled_from(TONES))
    at = draw(st.integers(0, len(rhyme) - 1)) if place is None else min(place, len(rhyme) - 1)
    toned = rhyme[: at + 1] + tone + rhyme[at + 1 :]
    word = draw(st.sampled_from(_BEFORE)) + toned + draw(st.sampled_from(_AFTER))
    return unicodedata.normalize("NFC", word)


def words() -> st.SearchStrategy[str]:
    """A syllable in small letters, with a capital, or in capitals."""
    cases: list[Callable[[str], str]] = [str.lower, str.capitalize, str.upper]
    return st.builds(lambda word, case: case(word), syllables(), st.sampled_from(cases))


def names() -> st.SearchStrategy[str]:
    """One to five words with single spaces."""
    return st.lists(words(), min_size=1, max_size=5).map(" ".join)


def any_text() -> st.SearchStrategy[str]:
    """Names, numbers, signs, foreign and unseen characters in any order."""
    pieces = st.one_of(
        words(),
        st.sampled_from((*SPACES, *UNSEEN_SIGNS, "\u00d0", "\u00f0", "-", "\u2013", ".", "12")),
        st.text(max_size=4),
    )
    return st.lists(pieces, max_size=8).map("".join)


@st.composite
def respelt(draw: st.DrawFn, text: str) -> str:
    """The same text as another keyboard or program would hand it over."""
    decomposed = draw(st.booleans())
    space = draw(st.sampled_from(SPACES))
    unseen = draw(st.sampled_from(("", "\u200b", "\ufeff")))
    edges = draw(st.sampled_from(("", " ", "\u00a0")))
    letters = unicodedata.normalize("NFD", text) if decomposed else text
    return edges + letters.replace(" ", unseen + space) + edges
