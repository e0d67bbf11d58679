"""Trùng tên: whether a namesake in a unit is the person who is known is asked, never guessed."""

from __future__ import annotations

from enum import StrEnum

NAMESAKE_ASKED = "person_same_asked"
"""Code of the question."""


class NamesakeChoice(StrEnum):
    """Who the namesakes of a list are whom no year of birth tells apart."""

    SAME = "same"
    OTHER = "other"
