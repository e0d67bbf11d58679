"""Reads the tables of a TOML file that people edit, and finds all faults in one go.

Each reader asks its table for what it needs. A value that is missing or not as it should be is
noted with its line, and an empty one stands in its place, so that the reading goes on to the next
fault; what was read counts only when nothing was noted.
"""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from typing import TypeGuard, TypeVar

from thidua_desktop.documents.toml_faults import Faults
from thidua_desktop.documents.toml_lines import Place
from thidua_desktop.domain.vietnamese.cleaning import clean_text

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)

LARGEST_NUMBER = 1_000_000
"""Nothing in an office's file is larger; it keeps slips of the pen out of the database."""

_PAIR = 2


class TomlTable:
    """One table: gives its values by key and notes what is wrong with them."""

    def __init__(self, values: Mapping[str, object], place: Place, faults: Faults) -> None:
        self._values = values
        self._place = place
        self._faults = faults
        self._asked: set[str] = set()

    def has(self, key: str) -> bool:
        """Whether the key stands in the file."""
        self._asked.add(key)
        return key in self._values

    def text(self, key: str) -> str:
        """Words, in one line however the file wraps them."""
        value = self._take(key)
        if not isinstance(value, str):
            return self._wrong("toml_text_expected", key, value, "")
        return clean_text(value) or self._wrong("toml_text_empty", key, value, "")

    def optional_text(self, key: str) -> str:
        """Words that may be empty or left out."""
        value = self._values[key] if self.has(key) else ""
        if isinstance(value, str):
            return clean_text(value)
        return self._wrong("toml_text_expected", key, value, "")

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of words, with at least one."""
        value = self._take(key)
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            return self._wrong("toml_texts_expected", key, value, ())
        texts = tuple(clean_text(item) for item in value)
        if not texts or not all(texts):
            return self._wrong("toml_list_empty", key, value, ())
        return texts

    def word(self, key: str, known: Sequence[str]) -> str:
        """One of the words that are known here."""
        value = self._take(key)
        if not isinstance(value, str):
            return self._wrong("toml_text_expected", key, value, "")
        return self._known(key, value, known)

    def choice(self, key: str, kind: type[E]) -> E:
        """One of a closed set."""
        word = self.word(key, [member.value for member in kind])
        return kind(word) if word else next(iter(kind))

    def choices(self, key: str, kind: type[E]) -> tuple[E, ...]:
        """Some of a closed set, at least one."""
        known = [member.value for member in kind]
        words = [self._known(key, word, known) for word in self.texts(key)]
        return tuple(kind(word) for word in words if word)

    def whole(self, key: str) -> int:
        """A whole number."""
        value = self._take(key)
        return value if is_whole(value) else self._wrong("toml_whole_expected", key, value, 0)

    def points(self, key: str) -> int:
        """Points with up to two decimals, ×100."""
        value = self._take(key)
        points = hundredths(value)
        return self._wrong("toml_points_expected", key, value, 0) if points is None else points

    def pairs(self, key: str, *, of_percent: bool) -> tuple[tuple[int, int], ...]:
        """Rows of a percentage (×100) or a whole number, and of points (×100)."""
        value = self._take(key)
        rows = value if isinstance(value, list) else []
        pairs = [_pair(row, of_percent=of_percent) for row in rows]
        sound = tuple(pair for pair in pairs if pair)
        if not rows or len(sound) != len(rows):
            return self._wrong("toml_pairs_expected", key, value, ())
        return tuple(sorted(sound))

    def optional_day(self, key: str) -> dt.date | None:
        """A day; `None` where it is left out."""
        value = self._values[key] if self.has(key) else None
        if value is None or (isinstance(value, dt.date) and not isinstance(value, dt.datetime)):
            return value
        return self._wrong("toml_day_expected", key, value, None)

    def flag(self, key: str) -> bool:
        """Yes or no; left out, it is no."""
        value = self._values[key] if self.has(key) else False
        if isinstance(value, bool):
            return value
        return self._wrong("toml_flag_expected", key, value, default=False)

    def one(self, key: str, read: Callable[[TomlTable], T]) -> T:
        """The table under a key."""
        value = self._take(key)
        if isinstance(value, dict):
            return self._read(value, key, read)
        # Read from nothing, its faults kept aside: they would all say the same.
        empty = read(TomlTable({}, (), Faults("", "")))
        return self._wrong("toml_table_expected", key, value, empty)

    def many(self, key: str, read: Callable[[TomlTable], T]) -> tuple[T, ...]:
        """The tables of a list, at least one."""
        value = self._take(key)
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            return self._wrong("toml_tables_expected", key, value, ())
        if not value:
            return self._wrong("toml_list_empty", key, value, ())
        return tuple(self._read(item, key, read, at) for at, item in enumerate(value))

    def end(self) -> None:
        """Note every key that nobody asked for: most are slips of the pen."""
        for key in self._values:
            if key not in self._asked:
                near = difflib.get_close_matches(key, sorted(self._asked), n=1)
                code = "toml_key_misspelt" if near else "toml_key_unknown"
                self._faults.tell(code, (*self._place, key), key=key, near="".join(near))

    def _read(
        self, values: Mapping[str, object], key: str, read: Callable[[TomlTable], T], *at: int
    ) -> T:
        table = TomlTable(values, (*self._place, key, *at), self._faults)
        result = read(table)
        table.end()
        return result

    def _take(self, key: str) -> object:
        """The value of a key that must be there; `None`, which TOML has not, where it is not."""
        if not self.has(key):
            self._faults.tell("toml_key_missing", (*self._place, key), key=key)
        return self._values.get(key)

    def _wrong(self, code: str, key: str, value: object, default: T) -> T:
        """Note a value that can't be used; one that is missing was noted already."""
        if value is not None:
            self._faults.tell(code, (*self._place, key), key=key)
        return default

    def _known(self, key: str, word: str, known: Sequence[str]) -> str:
        """The word, or an empty one where it is not known."""
        if word in known:
            return word
        place = (*self._place, key)
        self._faults.tell("toml_word_unknown", place, key=key, seen=word, known=tuple(known))
        return ""


def is_whole(value: object) -> TypeGuard[int]:
    """Whether a value is a whole number of a sensible size."""
    # To Python, True and False are whole numbers too.
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) <= LARGEST_NUMBER


def hundredths(value: object) -> int | None:
    """A number with up to two decimals ×100; `None` where it is none, or is below 0."""
    number = Decimal(value) if is_whole(value) else value
    if not isinstance(number, Decimal) or not number.is_finite():
        return None
    if not 0 <= number <= LARGEST_NUMBER:
        return None
    scaled = number * 100
    return int(scaled) if scaled == int(scaled) else None


def _pair(row: object, *, of_percent: bool) -> tuple[int, int] | None:
    if not isinstance(row, list) or len(row) != _PAIR:
        return None
    first = hundredths(row[0]) if of_percent else row[0]
    points = hundredths(row[1])
    return (first, points) if is_whole(first) and points is not None else None
