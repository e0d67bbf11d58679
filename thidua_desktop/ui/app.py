"""The program with a window: makes the application, shows the window, then opens the data."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QSize, QTimer, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QMessageBox

from thidua_desktop.ui.errors import BugTeller
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.pages.registry import PAGES
from thidua_desktop.ui.preloading import PageLoader
from thidua_desktop.ui.services import Launch, UiServices
from thidua_desktop.ui.tasks import BackgroundTasks
from thidua_desktop.ui.theme import apply_theme, make_icons, window_sheet
from thidua_desktop.ui.vietnamese import VietnameseTranslator

PICTURE_SIZE = (1366, 768)


def create_application(argv: Sequence[str], resources: Path) -> QApplication:
    """The one application, in Vietnamese and in the program's look."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(list(argv))
    app.setApplicationName("thidua-desktop")
    app.setApplicationDisplayName("")
    app.setWindowIcon(QIcon(str(resources / "icons" / "app.svg")))
    translator = VietnameseTranslator(app)
    app.installTranslator(translator)
    apply_theme(app, resources)
    return app


def run_app(argv: Sequence[str], launch: Launch) -> int:
    """Run the program until its window is closed.

    Returns:
        The exit code.
    """
    app = create_application(argv, launch.resources)
    starter = _Starter(launch)
    bugs = BugTeller(starter.window)
    launch.watch_bugs(bugs.tell)
    starter.show()
    return app.exec()


def show_main_window(services: UiServices) -> MainWindow:
    """A window on data that is open already."""
    window = _new_window(services.resources)
    _attach(window, services)
    window.show()
    return window


def take_page_pictures(
    services: UiServices, folder: Path, size: tuple[int, int] = PICTURE_SIZE
) -> list[Path]:
    """Show every page once and keep its picture; `services.tasks` has to work inline."""
    from thidua_desktop.application.naming import file_stem

    folder.mkdir(parents=True, exist_ok=True)
    create_application(sys.argv[:1], services.resources)
    window = show_main_window(services)
    window.resize(QSize(*size))
    made = []
    for number, spec in enumerate(PAGES, start=1):
        window.show_page(spec.key)
        QApplication.sendPostedEvents()
        QApplication.processEvents()
        words = spec.title.replace(",", "")
        path = folder / f"{number:02}-{file_stem(words)}.png"
        window.grab().save(str(path))
        made.append(path)
    window.close()
    return made


def _new_window(resources: Path) -> MainWindow:
    window = MainWindow(make_icons(resources), window_sheet(resources))
    window.resize(QSize(*PICTURE_SIZE))
    return window


def _attach(window: MainWindow, services: UiServices) -> None:
    """Loaded late: what pages need takes longer to load than the empty window."""
    from thidua_desktop.ui.state import WindowState
    from thidua_desktop.ui.undoing import Undoing

    state = WindowState(services, make_icons(services.resources))
    state.setParent(window)
    window.attach(state, Undoing(state, window))


class _Starter(QObject):
    """Shows the window first, then opens the data, or asks where it shall lie."""

    def __init__(self, launch: Launch) -> None:
        super().__init__()
        self._launch = launch
        self._tasks = BackgroundTasks(self)
        self.window = _new_window(launch.resources)

    def show(self) -> None:
        """Show the empty window; the data is opened once it stands."""
        self.window.show()
        QTimer.singleShot(0, self._begin)

    @Slot()
    def _begin(self) -> None:
        folder = self._launch.data_folder
        if folder is None:
            self._ask()
        else:
            self._open(folder)

    def _ask(self) -> None:
        from thidua_desktop.ui.dialogs.first_run import ask_for_data

        chosen = ask_for_data(self._launch, self.window)
        if chosen is None:
            self.window.close()
        elif chosen.office is not None:
            self._make(chosen.folder, partial(self._launch.create, chosen.folder, chosen.office))
        elif chosen.backup is not None:
            self._make(chosen.folder, partial(self._launch.restore, chosen.backup, chosen.folder))
        else:
            self._open(chosen.folder)

    def _make(self, folder: Path, make: Callable[[], object]) -> None:
        self._tasks.run(
            lambda _progress: make(),
            lambda _nothing: self._open(folder),
            self._tell_and_ask_again,
        )

    def _open(self, folder: Path) -> None:
        self._tasks.run(
            lambda _progress: self._launch.open_services(folder, self._tasks),
            self._use,
            self._tell_and_ask_again,
        )

    def _use(self, services: UiServices) -> None:
        _attach(self.window, services)
        PageLoader(self._tasks, self.window)

    def _tell_and_ask_again(self, error: Exception) -> None:
        QMessageBox.warning(self.window, "Chưa mở được dữ liệu", self._launch.explain(error))
        self._ask()
