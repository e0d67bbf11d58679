"""Values as the screen says them: points, days, moments, cycles."""

from __future__ import annotations

import datetime as dt

from thidua_desktop.application.cycle_titles import cycle_title
from thidua_desktop.application.text import Texts
from thidua_desktop.domain.cycles import Cycle
from thidua_desktop.domain.scoring.policy import Classification
from thidua_desktop.domain.vietnamese.dates import date_text
from thidua_desktop.domain.vietnamese.numerals import (
    NumeralError,
    integer_text,
    parse_points,
    points_text,
)

KILOBYTE, MEGABYTE = 1024, 1024 * 1024
NOTHING = "–"
"""What stands where there is no value yet."""


def capital(text: str) -> str:
    """With a capital first letter, as a line of its own begins."""
    return text[:1].upper() + text[1:]


def points(value: int | None) -> str:
    """«8,5»; a dash where there are none."""
    return NOTHING if value is None else points_text(value)


def class_words(texts: Texts, classification: Classification | None) -> str:
    """«Hoàn thành tốt»; a dash where there is none."""
    return (
        NOTHING if classification is None else texts.render(f"classification_{classification}", {})
    )


def typed_points(text: str) -> int | None:
    """What was typed as points ×100, `None` where it is no number."""
    try:
        return parse_points(text).points
    except NumeralError:
        return None


def day(value: dt.date | None) -> str:
    """«10/12/2026»; a dash where there is none."""
    return NOTHING if value is None else date_text(value)


def due_clause(cycle: Cycle) -> str:
    """«, hạn nộp 10/12/2026», to stand after what is said of a cycle; empty where it has none."""
    return f", hạn nộp {day(cycle.due_on)}" if cycle.due_on else ""


def short_moment(value: dt.datetime) -> str:
    """«05/12/2026 16:20», as a column of moments says it."""
    local = value.astimezone()
    return f"{date_text(local.date())} {local:%H:%M}"


def count(value: int | None) -> str:
    """«1.250»; a dash where it is not known."""
    return NOTHING if value is None else integer_text(value)


def file_size(size: int) -> str:
    """«1,5 MB», «12 KB»."""
    if size >= MEGABYTE:
        return f"{points_text(size * 10 // MEGABYTE * 10)} MB"
    return f"{max(1, size // KILOBYTE)} KB"


def cycle_name(cycle: Cycle) -> str:
    """«Năm 2026», as the chooser offers it."""
    return capital(cycle_title(cycle))
