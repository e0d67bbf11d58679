"""The window under test: our fonts and look, Vietnamese, work done inline unless a test asks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from tests.gui.office import (
    SampleOffice,
    collected,
    enrolled,
    new_office,
    whole_office,
    with_council,
)
from thidua_desktop.system.paths import AppPaths
from thidua_desktop.ui import app as ui_app
from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.services import UiServices
from thidua_desktop.ui.tasks import InlineTaskRunner
from thidua_desktop.ui.theme import POINT_SIZE, make_icons

RESOURCES = AppPaths.detect().resources


@dataclass(slots=True)
class Opened:
    """What the window asked the system to open."""

    paths: list[Path] = field(default_factory=list)


@pytest.fixture(scope="session")
def application(qapp: QApplication) -> QApplication:
    """The application in Vietnamese and in the program's look."""
    made = ui_app.create_application(["test"], RESOURCES)
    assert made is qapp
    return made


@pytest.fixture
def icons(application: QApplication) -> Icons:
    """They can be drawn once there is an application."""
    assert application.style() is not None
    return make_icons(RESOURCES)


def _held(office: SampleOffice) -> Iterator[SampleOffice]:
    yield office
    office.store.close()


@pytest.fixture
def empty_office(tmp_path: Path) -> Iterator[SampleOffice]:
    """A plan, and nothing else."""
    yield from _held(new_office(tmp_path))


@pytest.fixture
def enrolled_office(tmp_path: Path) -> Iterator[SampleOffice]:
    """Units, people, and an open cycle."""
    yield from _held(enrolled(tmp_path))


@pytest.fixture
def collected_office(tmp_path: Path) -> Iterator[SampleOffice]:
    """As `enrolled_office`, with the forms that came back taken."""
    yield from _held(collected(tmp_path))


@pytest.fixture(scope="module")
def busy_office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SampleOffice]:
    """An office in the middle of its year, up to the council; tests only look at it."""
    office = whole_office(tmp_path_factory.mktemp("office"))
    with_council(office, "2026-annual")
    yield from _held(office)


OpenWindow = Callable[[SampleOffice], MainWindow]


@pytest.fixture
def opened() -> Opened:
    return Opened()


@pytest.fixture
def open_window(application: QApplication, qtbot: QtBot, opened: Opened) -> OpenWindow:
    """Shows a window on an office."""

    assert application.font().pointSizeF() == POINT_SIZE

    def show(office: SampleOffice) -> MainWindow:
        made = office.joiner.window_services(office.desk, InlineTaskRunner())
        services = UiServices(
            desk=made.desk,
            texts=made.texts,
            tasks=made.tasks,
            resources=made.resources,
            picture_pages=made.picture_pages,
            open_path=opened.paths.append,
            own_templates=made.own_templates,
        )
        window = ui_app.show_main_window(services)
        qtbot.addWidget(window)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    return show


@pytest.fixture
def says_yes(monkeypatch: pytest.MonkeyPatch) -> list[QDialog]:
    """A person who agrees to every dialog; the dialogs that were shown are listed."""
    shown: list[QDialog] = []

    def accept(dialog: QDialog) -> int:
        shown.append(dialog)
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(QDialog, "exec", accept)
    return shown


Fill = Callable[[QDialog], None]


class Person:
    """Answers dialogs: fills each kind in as taught, then agrees or leaves as told."""

    def __init__(self) -> None:
        self.shown: list[QDialog] = []
        self.fills: dict[type[QDialog], Fill] = {}
        self.leaves: set[type[QDialog]] = set()

    def answer(self, dialog: QDialog) -> int:
        self.shown.append(dialog)
        fill = self.fills.get(type(dialog))
        if fill is not None:
            fill(dialog)
        if type(dialog) in self.leaves:
            return QDialog.DialogCode.Rejected
        fault = getattr(dialog, "fault", str)()
        assert fault == ""
        return QDialog.DialogCode.Accepted


@pytest.fixture
def person(monkeypatch: pytest.MonkeyPatch) -> Person:
    person = Person()
    monkeypatch.setattr(QDialog, "exec", lambda dialog: person.answer(dialog))  # noqa: PLW0108
    return person
