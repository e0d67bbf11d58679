"""What a table column shows of a record, declared and not programmed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt

from thidua_desktop.ui.theme import Tone

Record = TypeVar("Record")


class Align(Enum):
    """How a column stands; numbers stand right."""

    LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    CENTRE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
    RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Mark:
    """The colour of a cell's word, with the icon before it; colour never speaks alone."""

    tone: Tone
    icon: str = ""
    is_bold: bool = False


@dataclass(frozen=True, slots=True)
class AskedReason:
    """Typed points that need a reason: their key, and what is shown of them."""

    key: str
    words: str
    reason: str = ""


class CellRejectedError(Exception):
    """What was typed or pasted into a cell can't be taken; the message says why."""


@dataclass(frozen=True)
class Column(Generic[Record]):
    """One column.

    Attributes:
        width: the most pixels that it takes, less when its words are short; 0 for the one column
            that takes the rest.
        sort_key: what to sort by, `None` last; the folded text by default.
        edit: the record with the typed text in this column; raises `CellRejectedError`.
        found_by: what else the search finds the record by, such as earlier names.
    """

    title: str
    text: Callable[[Record], str]
    width: int = 120
    align: Align = Align.LEFT
    sort_key: Callable[[Record], Any] | None = None
    mark: Callable[[Record], Mark | None] | None = None
    tooltip: Callable[[Record], str] | None = None
    title_tip: str = ""
    edit: Callable[[Record, str], Record] | None = None
    is_searched: bool = True
    found_by: Callable[[Record], str] | None = None
