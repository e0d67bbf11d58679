"""The order of the Vietnamese alphabet, as text that a database can store and index."""

from __future__ import annotations

import re

from thidua_desktop.domain.vietnamese.cleaning import clean_text
from thidua_desktop.domain.vietnamese.letters import (
    ANY_VOWEL,
    TONED_VOWELS,
    combining_marks,
    latin_bases,
)
from thidua_desktop.domain.vietnamese.names import split_name

# A letter with a hat sorts after its plain letter whatever follows: ~ comes after all others.
_HATS = {"ă": "a~", "â": "a~~", "đ": "d~", "ê": "e~", "ô": "o~", "ơ": "o~~", "ư": "u~"}
_LETTERS: dict[int, str | None] = {
    **dict.fromkeys(combining_marks()),
    **latin_bases(),
    **{ord(letter): _HATS.get(vowel, vowel) for letter, (vowel, _) in TONED_VOWELS.items()},
    ord("đ"): _HATS["đ"],
}
_VOWEL_RUN = re.compile(f"{ANY_VOWEL}+")
_NUMBER = re.compile(r"[0-9]+")
_BETWEEN_WORDS = re.compile(r"(?:[^\w\u0300-\u036f]|_)+")
# Below the space: the shorter of two texts comes first before tones are looked at.
_LEVEL = "\t"


def sort_key(text: str) -> str:
    """The place of a text in the alphabet; keys compare as plain text, in SQLite too.

    Letters (a ă â b c d đ …) and numbers by their value («Xóm 2» before «Xóm 10») decide; then
    tones, one for each syllable; then how it is written, small letters first. Punctuation
    counts as a space.
    """
    cleaned = clean_text(text)
    return _LEVEL.join((*_levels(cleaned), cleaned.swapcase()))


def name_sort_key(full_name: str) -> str:
    """The place of a person in a list: by the given name (tên), then by the rest from the left."""
    parts = split_name(full_name)
    rest = f"{parts.family} {parts.middle}".strip()
    written = clean_text(full_name).swapcase()
    return _LEVEL.join((*_levels(parts.given), *_levels(rest), written))


def _levels(cleaned: str) -> tuple[str, str]:
    """The letters, and the tones as one digit for each run of vowels."""
    words = _BETWEEN_WORDS.sub(" ", cleaned.lower()).strip()
    letters = _NUMBER.sub(_number_by_length, words).translate(_LETTERS)
    tones = "".join(_tone(run.group()) for run in _VOWEL_RUN.finditer(words))
    return letters, tones.rstrip("0")


def _number_by_length(number: re.Match[str]) -> str:
    """Digits led by their count, so that text order is the order of the values."""
    digits = number.group().lstrip("0")
    nines, rest = divmod(len(digits), 9)
    return f"{'9' * nines}{rest}{digits}"


def _tone(vowels: str) -> str:
    return str(next((tone for letter in vowels if (tone := TONED_VOWELS[letter][1])), 0))
