"""How single values stand in the database."""

from __future__ import annotations

import datetime as dt


def date_or_none(text: str | None) -> dt.date | None:
    """An ISO date, or `None`."""
    return dt.date.fromisoformat(text) if text else None


def text_or_none(text: str) -> str | None:
    """Empty text as NULL, for references."""
    return text or None


def iso_or_none(day: dt.date | None) -> str | None:
    """A date as ISO text, or NULL."""
    return day.isoformat() if day else None
