"""The data of operations and issues as JSON text and back: what is read equals what was given."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from typing import Any

from thidua_desktop.domain.reasons import Value

_DAY = "day"
"""The mark of a date, which JSON does not know: ``{"day": "2026-12-10"}``."""


def values_to_json(values: Mapping[str, Value]) -> str:
    """Named values as one line of JSON."""
    return json.dumps(to_plain(values), ensure_ascii=False)


def values_from_json(text: str) -> dict[str, Value]:
    """Named values as they were given."""
    return from_plain(json.loads(text))


def to_plain(values: Mapping[str, Value]) -> dict[str, object]:
    """Named values as JSON can hold them."""
    return {
        key: {_DAY: value.isoformat()} if isinstance(value, dt.date) else value
        for key, value in values.items()
    }


def from_plain(values: Mapping[str, Any]) -> dict[str, Value]:
    """The way back from `to_plain`."""
    return {key: _value(value) for key, value in values.items()}


def _value(value: Any) -> Value:  # noqa: ANN401 - whatever JSON holds
    if isinstance(value, dict):
        return dt.date.fromisoformat(value[_DAY])
    if isinstance(value, list):
        return tuple(value)
    found: Value = value
    return found
