"""What a cycle is called; light, for the window asks for it before the data is open."""

from __future__ import annotations

import re

from thidua_desktop.domain.cycles import Cycle
from thidua_desktop.domain.kinds import CycleKind

_CYCLE_TITLES = {
    CycleKind.HALF_YEAR: "6 tháng đầu năm {year}",
    CycleKind.ANNUAL: "năm {year}",
    CycleKind.MID_TERM: "sơ kết năm {year}",
    CycleKind.FINAL: "tổng kết năm {year}",
}


OCCASIONS = {
    CycleKind.HALF_YEAR: "6 tháng",
    CycleKind.ANNUAL: "hằng năm",
    CycleKind.MID_TERM: "khi sơ kết",
    CycleKind.FINAL: "khi tổng kết",
}
"""When a plan gives an award, as it stands after «xét …»."""


def cycle_title(cycle: Cycle) -> str:
    """«năm 2026», «6 tháng đầu năm 2026», «sơ kết năm 2027»."""
    return _CYCLE_TITLES[cycle.kind].format(year=cycle.year)


_KEY = re.compile(r"(\d{4})-(half_year|annual|mid_term|final)(?:-(\d+))?")


def keys_in_words(text: str) -> str:
    """A text with every key of a cycle or session in it told in words, for names of files."""
    return _KEY.sub(lambda found: key_in_words(found.group()) or found.group(), text)


def key_in_words(key: str) -> str | None:
    """The words of a cycle's key, «năm 2026», or of a session's, «số 1 năm 2026».

    `None` for any other text: keys are for commands and files, people read words.
    """
    match = _KEY.fullmatch(key)
    if match is None:
        return None
    year, kind, session = match.groups()
    title = _CYCLE_TITLES[CycleKind(kind)].format(year=year)
    return f"số {session} {title}" if session else title
