"""Writes the values of a TOML file as text that people can go on editing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def toml_text(values: Mapping[str, object]) -> str:
    """The text of nested tables; scalars stand before the tables of each."""
    return "\n".join(_table(values, "")) + "\n"


def _table(values: Mapping[str, object], name: str) -> list[str]:
    lines = [f"{key} = {_scalar(value)}" for key, value in values.items() if not _is_table(value)]
    for key, value in values.items():
        whole = f"{name}.{key}" if name else key
        if isinstance(value, Mapping):
            lines += ["", f"[{whole}]", *_table(value, whole)]
        elif isinstance(value, list) and _is_table(value):
            for item in value:
                lines += ["", f"[[{whole}]]", *_table(item, whole)]
    return lines


def _is_table(value: object) -> bool:
    if isinstance(value, list):
        return bool(value) and all(isinstance(item, Mapping) for item in value)
    return isinstance(value, Mapping)


def _scalar(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | Decimal):
        return str(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_scalar(item) for item in value) + "]"
    return '"' + "".join(_ESCAPES.get(letter, letter) for letter in str(value)) + '"'
