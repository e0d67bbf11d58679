"""Words typed by hand for papers: refused at once where no paper could print them."""

from __future__ import annotations

from thidua_desktop.domain.errors import InputError
from thidua_desktop.domain.reasons import Issue
from thidua_desktop.domain.vietnamese.printing import unprintable

_EXCERPT = 60


def refuse_unprintable(*typed: str) -> None:
    """See that every text can be printed; who typed it mends it at once.

    Raises:
        InputError: with each text and its characters that can't be printed.
    """
    told = {text: characters for text in typed if (characters := unprintable(text))}
    if told:
        faults = [
            Issue("words_unprintable", data={"text": _excerpt(text), "characters": characters})
            for text, characters in told.items()
        ]
        raise InputError("words_unprintable", faults, **faults[0].data)


def _excerpt(text: str) -> str:
    return text if len(text) <= _EXCERPT else f"{text[:_EXCERPT]}…"
