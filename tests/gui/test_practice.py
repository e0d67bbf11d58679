"""Practice data is seen at once, is never mixed with real data, and is made from the window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QCloseEvent
from pytestqt.qtbot import QtBot

from tests.gui.conftest import OpenWindow
from tests.gui.office import SampleOffice, new_office
from thidua_desktop.application.setting_up.starting import NewOffice
from thidua_desktop.bootstrap import Joiner
from thidua_desktop.storage.store import SqliteStore
from thidua_desktop.ui import app as ui_app
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.pages.appraisal import AppraisalPage
from thidua_desktop.ui.tasks import InlineTaskRunner


@pytest.fixture
def real_store(tmp_path: Path) -> Iterator[tuple[Joiner, SqliteStore]]:
    joiner = Joiner.detect()
    joiner.start_office(tmp_path / "that", NewOffice("xuan-hung"))
    store = joiner.store(tmp_path / "that")
    store.open()
    yield joiner, store
    store.close()


def window_on(joiner: Joiner, store: SqliteStore, qtbot: QtBot) -> tuple[MainWindow, list[Path]]:
    opened: list[Path] = []
    services = joiner.window_services(joiner.desk(store), InlineTaskRunner())
    window = ui_app.show_main_window(replace(services, open_data=opened.append))
    qtbot.addWidget(window)
    return window, opened


def test_practice_data_is_told_in_title_bar_and_badge(
    open_window: OpenWindow, empty_office: SampleOffice
) -> None:
    window = open_window(empty_office)
    assert window.windowTitle().startswith("DỮ LIỆU TẬP DƯỢT – ")
    assert window.top_bar.practice.isVisible()
    assert window.top_bar.property("practice") == "true"


@pytest.mark.usefixtures("application")
def test_practice_data_is_made_beside_real_data_which_stays_as_it_is(
    real_store: tuple[Joiner, SqliteStore],
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    joiner, store = real_store
    before = store.operations()
    window, opened = window_on(joiner, store, qtbot)
    assert "TẬP DƯỢT" not in window.windowTitle()
    assert not window.top_bar.practice.isVisible()
    monkeypatch.setattr(window.data_menu, "choose_folder", lambda _words: tmp_path)
    window.data_menu.make_practice()
    [made] = opened
    assert made == tmp_path / "Du lieu tap duot"
    assert not window.isVisible()
    assert store.operations() == before
    practice = joiner.store(made)
    practice.open()
    with practice.read() as books:
        assert books.dataset.is_practice
        assert books.dataset.id.endswith("-tap")
    practice.close()


@pytest.mark.usefixtures("application")
def test_a_backup_is_restored_beside_what_is_open(
    real_store: tuple[Joiner, SqliteStore],
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    joiner, store = real_store
    before = store.operations()
    backup = store.backup(tmp_path / "usb").path
    (tmp_path / "Du lieu khoi phuc").mkdir()
    window, opened = window_on(joiner, store, qtbot)
    monkeypatch.setattr(window.data_menu, "choose_backup", lambda: backup)
    monkeypatch.setattr(window.data_menu, "choose_folder", lambda _words: tmp_path)
    window.data_menu.restore_backup()
    assert opened == [tmp_path / "Du lieu khoi phuc 2"]
    assert store.operations() == before
    restored = joiner.store(opened[0])
    restored.open()
    assert restored.operations() == before
    restored.close()


@pytest.mark.usefixtures("application")
def test_another_folder_is_opened_in_a_window_of_its_own(
    real_store: tuple[Joiner, SqliteStore],
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    joiner, store = real_store
    other = new_office(tmp_path)
    other.store.close()
    window, opened = window_on(joiner, store, qtbot)
    monkeypatch.setattr(window.data_menu, "choose_folder", lambda _words: store.folder)
    window.data_menu.open_other()
    assert opened == []
    monkeypatch.setattr(window.data_menu, "choose_folder", lambda _words: other.store.folder)
    window.data_menu.open_other()
    assert opened == [other.store.folder]


def test_points_that_are_not_saved_keep_the_window_open_until_the_person_agrees(
    open_window: OpenWindow, busy_office: SampleOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(busy_office)
    window.show_page("appraisal")
    page = window.current
    assert isinstance(page, AppraisalPage)
    page._show_cell(page.model.index(0, 0))
    asked: list[list[str]] = []

    def answer(unsaved: list[str]) -> bool:
        asked.append(unsaved)
        return len(asked) > 1

    monkeypatch.setattr(window, "leaves_unsaved", answer)
    assert page.unsaved() == ""
    page.panel.reason.setPlainText("Lý do đang gõ dở")
    event = QCloseEvent()
    window.closeEvent(event)
    assert not event.isAccepted()
    assert asked[0][0].startswith("Thẩm định: ")
    page.panel.reason.clear()
    page.panel.show_nothing()
    assert page.unsaved() == ""
