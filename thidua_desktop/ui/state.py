"""What the whole window shows at the moment: the office, its cycles, the year's steps."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from thidua_desktop.application.cycles.opening import list_cycles
from thidua_desktop.application.naming import commune_title
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.setting_up.planning import plan_of
from thidua_desktop.application.today import TodayBoard, today_board
from thidua_desktop.domain.cycles import Cycle
from thidua_desktop.domain.errors import ThiDuaError
from thidua_desktop.domain.plan import Plan
from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.services import UiServices
from thidua_desktop.ui.wording import capital, cycle_name

BACKUPS = "backups"


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around every page.

    Attributes:
        last_backup: when the newest verified copy in the data folder was made.
    """

    plan: Plan
    is_practice: bool
    cycles: tuple[Cycle, ...]
    today: TodayBoard
    folder: Path
    last_backup: dt.datetime | None

    @property
    def cycle_choices(self) -> tuple[tuple[str, str], ...]:
        """The cycles by key and words, as the chooser offers them."""
        return tuple(
            (cycle.id, cycle_name(cycle) + ("" if cycle.is_open else " (đã chốt)"))
            for cycle in self.cycles
        )

    @property
    def commune(self) -> str:
        """«Xã Xuân Hưng»."""
        return capital(commune_title(self.plan.commune))


def read_frame(desk: Desk, cycle_id: str | None) -> Frame:
    """Read the frame; without a chosen cycle the newest open one is taken."""
    cycles = list_cycles(desk)
    chosen = cycle_id if cycle_id in {cycle.id for cycle in cycles} else _newest(cycles)
    with desk.store.read() as books:
        plan = plan_of(books, desk.plans)
        is_practice = books.dataset.is_practice
    return Frame(
        plan=plan,
        is_practice=is_practice,
        cycles=cycles,
        today=today_board(desk, chosen),
        folder=desk.store.folder,
        last_backup=_newest_backup(desk.store.folder / BACKUPS),
    )


def _newest(cycles: tuple[Cycle, ...]) -> str | None:
    open_ones = [cycle for cycle in cycles if cycle.is_open]
    return next((cycle.id for cycle in (*open_ones, *cycles)), None)


def _newest_backup(folder: Path) -> dt.datetime | None:
    """Copies bear their name only once they were checked, so the newest file is a sound one."""
    stamps = [file.stat().st_mtime for file in folder.glob("*.zip")] if folder.is_dir() else []
    return dt.datetime.fromtimestamp(max(stamps), dt.UTC) if stamps else None


class WindowState(QObject):
    """Shared by the window and its pages; tells when what they show has changed."""

    reloaded = Signal()
    """The frame is new: something was written, or another cycle was chosen."""
    failed = Signal(object)
    page_wanted = Signal(str)
    cell_wanted = Signal(str, str, str)
    """A cell of the appraisal grid: group, unit and criterion."""
    files_dropped = Signal(list)
    list_dropped = Signal(object, bool)
    """A list that came elsewhere, and whether it is one of people."""

    sheet_wanted = Signal(str)
    """A unit's sheet of points shall be shown."""

    typing_wanted = Signal(str)
    """A unit's paper form shall be typed in."""

    def __init__(self, services: UiServices, icons: Icons) -> None:
        super().__init__()
        self.services = services
        self.icons = icons
        self.frame: Frame | None = None
        self._wanted_cycle: str | None = None
        self.unsaved: Callable[[], list[tuple[str, str]]] = list
        """The pages with something that was not saved, each with what it is in words."""

    @property
    def cycle(self) -> Cycle | None:
        """The cycle that the pages show."""
        return self.frame.today.cycle if self.frame else None

    def choose_cycle(self, cycle_id: str) -> None:
        """Show another cycle on every page."""
        self._wanted_cycle = cycle_id
        self.reload()

    def type_in(self, unit: str) -> None:
        """Show the page on which this unit's paper form is typed in."""
        self.page_wanted.emit("typing_in")
        self.typing_wanted.emit(unit)

    def open_sheet(self, unit: str) -> None:
        """Show the page with all points of this unit."""
        self.page_wanted.emit("unit_sheet")
        self.sheet_wanted.emit(unit)

    def reload(self) -> None:
        """Read the frame anew; the pages follow."""
        desk, wanted = self.services.desk, self._wanted_cycle
        self.services.tasks.run(
            lambda _progress: read_frame(desk, wanted), self._show, self._tell_failed
        )

    def words_of(self, error: Exception) -> str:
        """The sentence of a foreseen failure; a bug goes on to the process hook."""
        if not isinstance(error, ThiDuaError):
            raise error
        return self.services.texts.error(error)

    def _show(self, frame: Frame) -> None:
        self.frame = frame
        self.reloaded.emit()

    def _tell_failed(self, error: Exception) -> None:
        self.failed.emit(error)
