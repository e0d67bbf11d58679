"""Dữ liệu tập dượt: how everything made from practice data says so."""

from __future__ import annotations

from thidua_desktop.application.records import Dataset

PRACTICE_MARK = "TẬP DƯỢT"
"""Stands across every sheet that is printed from practice data."""

PRACTICE_WORDS = f"{PRACTICE_MARK}, không có giá trị"


def marked(dataset: Dataset, made_from: str) -> str:
    """The mark at the foot of what is made from a data set; practice is said first."""
    return f"{PRACTICE_WORDS}. {made_from}" if dataset.is_practice else made_from


def is_practice(mark: str) -> bool:
    """Whether such a mark says that it was only practice."""
    return mark.startswith(PRACTICE_MARK)
