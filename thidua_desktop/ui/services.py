"""What the window is built with; `bootstrap` joins it, nothing here is global."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from thidua_desktop.application.ports import Desk
    from thidua_desktop.application.setting_up.starting import NewOffice
    from thidua_desktop.application.text import Texts
    from thidua_desktop.ui.tasks import TaskRunner

PicturePages = Callable[[bytes, int, int, int | None], Sequence[bytes]]
"""Pages of a PDF as PNG pictures of the given width, from one number up to another."""


@dataclass(frozen=True, slots=True)
class UiServices:
    """Everything that pages work with.

    Attributes:
        resources: the folder with icons, fonts, style, text and help.
        picture_pages: shows a paper in the window.
        open_path: opens a file or folder with the person's own program.
        own_templates: the folder of the office's own templates, filled with those that ship.
        open_data: starts the program on another data folder, `None` where it can't.
        make_practice: makes practice data of this office's plan in a new folder.
        restore: puts a backup into a new folder.
    """

    desk: Desk
    texts: Texts
    tasks: TaskRunner
    resources: Path
    picture_pages: PicturePages
    open_path: Callable[[Path], None]
    own_templates: Callable[[], Path]
    open_data: Callable[[Path], None] | None = None
    make_practice: Callable[[Path], object] | None = None
    restore: Callable[[Path, Path], object] | None = None


@dataclass(frozen=True, slots=True)
class PlanChoice:
    """One shipped plan as the first-run dialog offers it."""

    slug: str
    commune: str
    province: str
    title: str


@dataclass(frozen=True, slots=True)
class ReadPlan:
    """An office's own plan file as it was read: whose it is, or what is wrong with it."""

    choice: PlanChoice | None
    sentence: str = ""
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Launch:
    """What the program needs before there is a desk.

    Attributes:
        data_folder: the folder to open, `None` at the first run.
        open_services: opens a data folder; slow, so it runs away from the GUI thread.
        create: makes a new data folder with its plan.
        restore: puts a backup into a new folder.
        plans: the shipped plans.
        suggested_folder: where a new data folder would best lie.
        explain: the sentence of a foreseen failure; raises what is a bug.
        watch_bugs: sends the sentence of every unforeseen error to a teller.
        read_plan: reads an office's own plan file.
    """

    resources: Path
    data_folder: Path | None
    open_services: Callable[[Path, TaskRunner], UiServices]
    create: Callable[[Path, NewOffice], object]
    restore: Callable[[Path, Path], object]
    plans: Callable[[], Sequence[PlanChoice]]
    suggested_folder: Path
    explain: Callable[[Exception], str]
    watch_bugs: Callable[[Callable[[str], None]], None]
    read_plan: Callable[[Path], ReadPlan]
