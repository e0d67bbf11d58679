"""A paper as it can be printed: signs of chats in names are left out, and which is told."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from thidua_desktop.domain.vietnamese.printing import without_signs

Part = TypeVar("Part")


def in_print(part: Part, told: dict[str, None] | None = None) -> Part:
    """The part of a paper with every text in it printable, but for letters of other scripts.

    Args:
        part: a paper, or anything within one.
        told: takes up the texts of which something was left out.
    """
    printed: Any = part
    if isinstance(part, str):
        printed = without_signs(part)
        if told is not None and printed != part:
            told[part] = None
    elif isinstance(part, tuple):
        inner = tuple(in_print(one, told) for one in part)
        if any(new is not old for new, old in zip(inner, part, strict=True)):
            printed = inner
    elif is_dataclass(part) and not isinstance(part, type):
        values = {one.name: getattr(part, one.name) for one in fields(part)}
        changed = {
            name: new for name, old in values.items() if (new := in_print(old, told)) is not old
        }
        printed = replace(part, **changed) if changed else part
    return printed  # type: ignore[no-any-return]
