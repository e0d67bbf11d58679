"""Texts: the Vietnamese sentence of each code, filled with its data."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from string import Formatter

from thidua_desktop.application.cycle_titles import key_in_words
from thidua_desktop.application.naming import criterion_mark
from thidua_desktop.application.records import Problem
from thidua_desktop.domain.errors import ThiDuaError
from thidua_desktop.domain.reasons import Issue, Reason, Value
from thidua_desktop.domain.vietnamese.dates import date_text
from thidua_desktop.domain.vietnamese.numerals import integer_text, money_text, points_text

_SPECS: Mapping[str, Callable[[int], str]] = {
    "points": points_text,
    "money": money_text,
    "count": integer_text,
}


class _VietnameseFormatter(Formatter):
    """Fills a sentence; knows the field's own format specs: points, money, count."""

    def format_field(self, value: object, format_spec: str) -> str:
        if isinstance(value, int) and format_spec in _SPECS:
            return _SPECS[format_spec](value)
        return shown(value)

    def get_value(
        self, key: int | str, _args: Sequence[object], kwargs: Mapping[str, object]
    ) -> object:
        return kwargs.get(str(key))


def shown(value: object) -> str:
    """A value as people read it: dates as dd/mm/yyyy, lists joined, keys of cycles in words."""
    if value is None:
        return "chưa có"
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, dt.date):
        return date_text(value)
    if isinstance(value, tuple | list):
        return ", ".join(shown(item) for item in value)
    return key_in_words(value) or criterion_mark(value) if isinstance(value, str) else str(value)


@dataclass(frozen=True, slots=True)
class Texts:
    """The catalogue of sentences by code.

    Attributes:
        sentences: code → sentence with named fields.
    """

    sentences: Mapping[str, str]

    def render(self, code: str, data: Mapping[str, Value]) -> str:
        """The sentence of a code, filled.

        A code without a sentence is shown by itself: a test keeps that from shipping.
        """
        sentence = self.sentences.get(code)
        if sentence is None:
            return code
        return _VietnameseFormatter().vformat(sentence, (), data)

    def error(self, error: ThiDuaError) -> str:
        """The sentence of an error."""
        return self.render(error.code, error.data)

    def reason(self, reason: Reason) -> str:
        """The sentence of one step of a «vì sao»."""
        return self.render(reason.code, reason.data)

    def issue(self, issue: Issue) -> str:
        """The sentence of an issue, without its place."""
        return self.render(issue.code, {"file": issue.file, **issue.data})

    def problem(self, problem: Problem) -> str:
        """The sentence of something unsound, with the kind of record in words."""
        table = problem.data.get("table")
        told = {"table": self.render(f"table_{table}", {})} if table else {}
        return self.render(problem.code, {**problem.data, **told})

    def place(self, issue: Issue) -> str:
        """Where an issue is: «trang Tự chấm, ô D15»."""
        parts = []
        if issue.sheet:
            parts.append(f"trang «{issue.sheet}»")
        if issue.cell:
            parts.append(issue.cell if issue.cell.startswith("dòng") else f"ô {issue.cell}")
        return ", ".join(parts)

    def reasons(self, reasons: Sequence[Reason]) -> list[str]:
        """All steps as sentences."""
        return [self.reason(reason) for reason in reasons]
