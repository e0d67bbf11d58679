"""What a command gives back: lines for people, one object for machines, an exit code."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from pathlib import Path
from typing import Any

from thidua_desktop.application.text import Texts
from thidua_desktop.domain.reasons import Issue


class ExitCode(IntEnum):
    """The command line's contract (design, section 5)."""

    DONE = 0
    IN_PART = 1  # done in part, or refused by a rule or by bad input
    WRONG_USAGE = 2
    ENVIRONMENT = 3
    BUG = 70


@dataclass(frozen=True, slots=True)
class Answer:
    """The outcome of a command.

    Attributes:
        data: what `--json` prints; plain values only.
        lines: what people read.
    """

    data: Mapping[str, Any]
    lines: Sequence[str] = ()
    code: ExitCode = ExitCode.DONE
    issues: Sequence[Issue] = field(default=())


def points_json(points: int | None) -> float | int | None:
    """Points ×100 as the number that people mean: 8725 → 87.25, 8700 → 87."""
    if points is None:
        return None
    return points // 100 if points % 100 == 0 else points / 100


def date_json(day: dt.date | None) -> str | None:
    """A date as ISO text."""
    return day.isoformat() if day else None


def path_json(path: Path) -> str:
    """A path as text; what of it is no letter at all is shown as «?»."""
    return str(path).encode(errors="replace").decode()


def issue_json(issue: Issue, texts: Texts) -> dict[str, Any]:
    """An issue with its sentence."""
    return {
        "file": issue.file,
        "sheet": issue.sheet,
        "cell": issue.cell,
        "code": issue.code,
        "severity": issue.severity.value,
        "message": texts.issue(issue),
    }


def issue_line(issue: Issue, texts: Texts) -> str:
    """An issue as one line: where, then what."""
    place = texts.place(issue)
    return f"  - {place}: {texts.issue(issue)}" if place else f"  - {texts.issue(issue)}"
