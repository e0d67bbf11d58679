"""The practice year under way: its tools, its day, its folders and what was made so far."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path

from thidua_desktop.application.demo.answers import FilledForm
from thidua_desktop.application.demo.order import DemoOrder
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.progress import Progress
from thidua_desktop.application.setting_up.starting import NewOffice
from thidua_desktop.application.text import Texts
from thidua_desktop.domain.cycles import Cycle

STEPS = 8
"""How many steps a year takes, for the progress."""


@dataclass(frozen=True, slots=True)
class DemoTools:
    """What a practice year needs besides the use cases.

    Attributes:
        go_to: sets the clock to a day.
        fill_form: fills a form in as a unit would, from one path to another.
        picture_pages: pictures of every page of the window on some data.
        picture_paper: pictures of the pages of a PDF.
    """

    texts: Texts
    start_office: Callable[[Path, NewOffice], Path]
    open_desk: Callable[[Path], AbstractContextManager[Desk]]
    go_to: Callable[[dt.date], None]
    fill_form: Callable[[Path, Path, FilledForm], None]
    picture_pages: Callable[[Path, Path], list[Path]]
    picture_paper: Callable[[Path, Path], list[Path]]


@dataclass(slots=True)
class Scene:
    """One practice year under way; steps add to it in turn."""

    order: DemoOrder
    tools: DemoTools
    desk: Desk
    dice: random.Random
    progress: Progress | None = None
    files: list[Path] = field(default_factory=list)
    steps_done: int = 0

    def step(self, label: str, day: dt.date | None = None) -> None:
        """Tell where the year is, and go to the day."""
        if self.progress is not None:
            self.progress(self.steps_done, STEPS, label)
        self.steps_done += 1
        if day is not None:
            self.tools.go_to(day)

    def folder(self, name: str) -> Path:
        """A folder of the year's results."""
        path = self.order.out / name
        path.mkdir(parents=True, exist_ok=True)
        return path

    def day(self, month: int, day: int) -> dt.date:
        """A day of the year; January and February are those after it."""
        following = month < self.order.first_day.month
        return dt.date(self.order.year + int(following), month, day)


@dataclass(frozen=True, slots=True)
class Enrolled:
    """What the first steps leave for the later ones."""

    commune: str
    cycle: Cycle
