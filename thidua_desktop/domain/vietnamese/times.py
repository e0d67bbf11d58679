"""The hours of a meeting as officers type them."""

from __future__ import annotations

import re

from thidua_desktop.domain.vietnamese.folding import fold

_CLOCK = re.compile(r"(\d{1,3})\s*(?::|h|g|gio)\s*(\d{1,3})?\s*(?:phut|p)?")
_LAST_HOUR, _LAST_MINUTE = 23, 59


def clock_time(typed: str) -> str | None:
    """«8h30», «8 giờ 30 phút» → «08:30»; free words stay as they are.

    Returns:
        `None` for a time that no day has, such as «25:99».
    """
    found = _CLOCK.fullmatch(fold(typed))
    if found is None:
        return typed.strip()
    hours, minutes = int(found[1]), int(found[2] or 0)
    if hours > _LAST_HOUR or minutes > _LAST_MINUTE:
        return None
    return f"{hours:02d}:{minutes:02d}"
