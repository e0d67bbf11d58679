"""The faults of a TOML file that people edit, each with its line and a code."""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal

from thidua_desktop.documents.toml_lines import LineIndex, Place
from thidua_desktop.domain.reasons import Issue, Value

_SYNTAX_CODES = (
    ("Cannot overwrite", "toml_key_twice"),
    ("Cannot declare", "toml_key_twice"),
    ("Unterminated string", "toml_quote_open"),
    ("Illegal character '\\n'", "toml_quote_open"),
    ("Invalid value", "toml_value_unreadable"),
)
_POSITION = re.compile(r"\(at line (\d+), column \d+\)$")


class Faults:
    """Everything that is wrong with one file."""

    def __init__(self, file: str, source: str) -> None:
        self._file = file
        self._lines = LineIndex(source)
        self._found: list[tuple[int, Place, Issue]] = []

    @property
    def issues(self) -> tuple[Issue, ...]:
        """All faults, from the top of the file down."""
        return tuple(issue for _, _, issue in sorted(self._found, key=lambda found: found[0]))

    def line(self, place: Place) -> int:
        """The line of a place."""
        return self._lines.line(place)

    def tell(self, code: str, place: Place, **data: Value) -> None:
        """Note a fault."""
        line = self.line(place)
        self._found.append((line, place, _issue(code, self._file, line, **data)))

    def within(self, place: Place) -> bool:
        """Whether something is wrong at a place or below it."""
        return any(found[: len(place)] == place for _, found, _ in self._found)


def parse_toml(source: str, file: str) -> dict[str, object] | Issue:
    """The tables of a text, or the one fault that keeps it from being read at all.

    Decimal numbers come as `Decimal`: points are never floats.
    """
    try:
        return tomllib.loads(source, parse_float=Decimal)
    except (ValueError, RecursionError) as error:
        said = str(error)
        found = _POSITION.search(said)
        line = int(found.group(1)) if found else max(1, len(source.splitlines()))
        code = next((code for words, code in _SYNTAX_CODES if words in said), "toml_line_broken")
        return _issue(code, file, line)


def _issue(code: str, file: str, line: int, **data: Value) -> Issue:
    return Issue(code, file=file, cell=f"dòng {line}", data=data)
