"""What the command line needs of the program; `bootstrap` fulfils it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from thidua_desktop.application.demo.order import DemoMade, DemoOrder
from thidua_desktop.application.ports import Desk, PlanLibrary, RulePackLibrary
from thidua_desktop.application.progress import Progress
from thidua_desktop.application.setting_up.starting import NewOffice
from thidua_desktop.application.text import Texts


@dataclass(frozen=True, slots=True)
class Program:
    """The whole program without a window.

    Attributes:
        open_desk: holds a data folder while the block runs.
        start_office: makes a new data folder; gives it back.
        restore: puts a backup into a new folder.
        make_demo: runs a whole year.
        default_data: the data folder that is used when none is named, `None` where there is none.
    """

    texts: Texts
    plans: PlanLibrary
    rule_packs: RulePackLibrary
    open_desk: Callable[[Path], AbstractContextManager[Desk]]
    start_office: Callable[[Path, NewOffice], Path]
    restore: Callable[[Path, Path], Path]
    make_demo: Callable[[DemoOrder, Progress | None], DemoMade]
    default_data: Callable[[], Path | None]
