"""A list of records that sorts and filters itself by stored keys.

`QSortFilterProxyModel` asks the model millions of times for a long list; stored keys make the
same in a tenth of a second.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, Generic

from thidua_desktop.domain.vietnamese.collation import sort_key
from thidua_desktop.domain.vietnamese.folding import abbreviation, fold
from thidua_desktop.ui.models.columns import Column, Record

INITIALS = "\x01"
"""Stands before the initials of a text, so that an abbreviation is looked for there only."""


class RecordList(Generic[Record]):
    """All records, and those that are shown in their order."""

    def __init__(self, columns: Sequence[Column[Record]]) -> None:
        self.columns = tuple(columns)
        self.everything: list[Record] = []
        self.footer: Record | None = None
        """A row of sums: it stays last, whatever is searched or sorted."""
        self.shown: list[Record] = []
        self._found_by: list[str] = []
        """Grows while there is time; a search makes what is still missing."""
        self._found: tuple[tuple[str, ...], list[int]] = ((), [])
        """The words that were searched last, and the places that hold them all."""
        self._keys: dict[int, list[Any]] = {}
        self._sorted: dict[tuple[int, bool], list[int]] = {}
        self._order: tuple[int, bool] | None = None
        self._words: tuple[str, ...] = ()
        self._accepts: Callable[[Record], bool] | None = None

    def take(self, records: Sequence[Record], footer: Record | None = None) -> None:
        """Hold other records, in the order and with the filter that are set."""
        self.everything = list(records)
        self.footer = footer
        self._forget_keys()
        self._rearrange()

    def filter(self, text: str, accepts: Callable[[Record], bool] | None) -> None:
        """Show only records that hold every word of the text and that `accepts` takes."""
        self._words = tuple(fold(text).split())
        self._accepts = accepts
        self._rearrange()

    def sort(self, column: int | None, *, is_descending: bool) -> None:
        """Sort by a column; `None` gives the records' own order back."""
        self._order = None if column is None else (column, is_descending)
        self._rearrange()

    def replace(self, row: int, new: Record) -> None:
        """Put a new state in the place of a shown record; it stays where it stands."""
        old = self.shown[row]
        place = next(place for place, record in enumerate(self.everything) if record is old)
        self.shown[row] = self.everything[place] = new
        self._forget_keys()

    def key_of(self, column: int, record: Record) -> Any:
        """What a record is sorted by in a column."""
        declared = self.columns[column]
        return declared.sort_key(record) if declared.sort_key else sort_key(declared.text(record))

    def prepare(self, count: int) -> bool:
        """Make the search texts of some more records; whether any are still missing."""
        begun = len(self._found_by)
        self._found_by += map(self._searchable, self.everything[begun : begun + count])
        return len(self._found_by) < len(self.everything)

    def _forget_keys(self) -> None:
        self._found_by = []
        self._found = ((), [])
        self._keys = {}
        self._sorted = {}

    def _rearrange(self) -> None:
        everything, accepts = self.everything, self._accepts
        places: Sequence[int] = self._ordered()
        if self._words:
            found = self._holding_words()
            if self._order is None:
                places = found
            else:
                among = set(found)
                places = [place for place in places if place in among]
        if accepts is not None:
            places = [place for place in places if accepts(everything[place])]
        self.shown = [everything[place] for place in places]
        if self.footer is not None:
            self.shown.append(self.footer)

    def _ordered(self) -> Sequence[int]:
        """All places as they are sorted; each order is made once."""
        if self._order is None:
            return range(len(self.everything))
        if self._order not in self._sorted:
            column, is_descending = self._order
            keys = self._sort_keys(column)
            known = [place for place, key in enumerate(keys) if key is not None]
            unknown = [place for place, key in enumerate(keys) if key is None]
            known.sort(key=keys.__getitem__, reverse=is_descending)
            self._sorted[self._order] = known + unknown
        return self._sorted[self._order]

    def _holding_words(self) -> list[int]:
        """The places that hold every word; whoever types on searches only what was found."""
        self.prepare(len(self.everything))
        former, found = self._found
        shortened = {word: abbreviation(word) for word in self._words}
        is_narrower = bool(former) and all(
            any(old in word for word in self._words) for old in former
        )
        # Initials may be left out of a longer word only, so it is found where a shorter was not.
        if any(shortened.values()):
            is_narrower = is_narrower and all(abbreviation(old) for old in former)
        places: Sequence[int] = found if is_narrower else range(len(self.everything))
        texts = self._found_by
        for word, pattern in shortened.items():
            if pattern is None:
                places = [place for place in places if word in texts[place]]
            else:
                stands_for = re.compile(f"{INITIALS}{pattern.pattern}").search
                places = [
                    place for place in places if word in texts[place] or stands_for(texts[place])
                ]
        self._found = (self._words, list(places))
        return self._found[1]

    def _searchable(self, record: Record) -> str:
        """Folded words, the same without spaces, and the initials of each column."""
        texts = [fold(column.text(record)) for column in self.columns if column.is_searched]
        texts += [fold(column.found_by(record)) for column in self.columns if column.found_by]
        initials = [INITIALS + "".join(map(_initial, text.split())) for text in texts]
        return "\n".join([*texts, *(text.replace(" ", "") for text in texts), *initials])

    def _sort_keys(self, column: int) -> list[Any]:
        if column not in self._keys:
            self._keys[column] = [self.key_of(column, record) for record in self.everything]
        return self._keys[column]


def _initial(word: str) -> str:
    """A word's first letter; a number stays whole, so that «tths12» is school twelve."""
    return word if word.isdigit() else word[0]
