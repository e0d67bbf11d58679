"""What a person is told of a foreseen failure."""

from __future__ import annotations

from thidua_desktop.application.text import Texts
from thidua_desktop.domain.errors import InputError, ThiDuaError


def failure_words(texts: Texts, error: Exception) -> tuple[str, list[str]]:
    """The sentence of a foreseen failure and its places; a bug goes on to the process hook."""
    if not isinstance(error, ThiDuaError):
        raise error
    details = []
    if isinstance(error, InputError):
        for issue in error.issues:
            place = texts.place(issue)
            sentence = texts.issue(issue)
            details.append(f"{place}: {sentence}" if place else sentence)
    return texts.error(error), details
