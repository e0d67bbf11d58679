"""The start: the window stands before the data is open, and a first run asks where it shall lie."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import RESOURCES
from tests.gui.office import SampleOffice, new_office
from thidua_desktop.application.setting_up.starting import NewOffice
from thidua_desktop.domain.errors import EnvironmentFault
from thidua_desktop.domain.kinds import CommuneKind
from thidua_desktop.storage.store import SqliteStore
from thidua_desktop.ui import app as ui_app
from thidua_desktop.ui import preloading
from thidua_desktop.ui.dialogs.first_run import FirstRunDialog
from thidua_desktop.ui.pages.registry import PAGES
from thidua_desktop.ui.preloading import PageLoader
from thidua_desktop.ui.services import Launch, PlanChoice, ReadPlan, UiServices
from thidua_desktop.ui.tasks import InlineTaskRunner, TaskRunner

pytestmark = [pytest.mark.gui, pytest.mark.usefixtures("application")]

PLANS = (
    PlanChoice("tay-hieu", "phường Tây Hiếu", "tỉnh Nghệ An", "Kế hoạch"),
    PlanChoice("xuan-hung", "xã Xuân Hưng", "tỉnh Ninh Bình", "Kế hoạch"),
)


def read_plan(path: Path) -> ReadPlan:
    if path.name != "hon-mau.xlsx":
        return ReadPlan(None, "Tệp có 1 chỗ chưa đúng.", ("trang «Chung», ô B4",))
    return ReadPlan(PlanChoice(str(path), "đặc khu Hòn Mẫu", "tỉnh Thử", "Kế hoạch"))


def launch(
    folder: Path | None,
    open_services: Callable[[Path, TaskRunner], UiServices],
    created: list[tuple[Path, NewOffice]],
) -> Launch:
    return Launch(
        resources=RESOURCES,
        data_folder=folder,
        open_services=open_services,
        create=lambda place, new: created.append((place, new)),
        restore=lambda _backup, _folder: None,
        plans=lambda: PLANS,
        suggested_folder=Path("D:/ThiDua"),
        explain=str,
        watch_bugs=lambda _tell: None,
        read_plan=read_plan,
    )


def never(_folder: Path, _tasks: TaskRunner) -> UiServices:
    raise EnvironmentFault("database_locked", folder="D:/ThiDua")


def test_the_window_stands_before_the_data_is_open(tmp_path: Path, qtbot: QtBot) -> None:
    office = new_office(tmp_path)
    seen: list[bool] = []

    def open_services(_folder: Path, tasks: TaskRunner) -> UiServices:
        seen.append(starter.window.isVisible())
        return office.joiner.window_services(office.desk, tasks)

    starter = ui_app._Starter(launch(office.store.folder, open_services, []))
    qtbot.addWidget(starter.window)
    starter.show()
    assert seen == []
    qtbot.waitUntil(lambda: starter.window.current_key == "home")
    assert seen == [True]
    assert starter.window.top_bar.commune.text() == "Xã Xuân Hưng"
    starter.window.close()
    office.store.close()


def test_what_keeps_the_data_from_opening_is_told_and_asked_again(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "warning", lambda *words: told.append(words[2]))
    monkeypatch.setattr(QDialog, "exec", lambda _dialog: QDialog.DialogCode.Rejected)
    starter = ui_app._Starter(launch(tmp_path, never, []))
    qtbot.addWidget(starter.window)
    starter.show()
    qtbot.waitUntil(lambda: bool(told))
    assert "database_locked" in told[0]
    qtbot.waitUntil(lambda: not starter.window.isVisible())


def test_a_first_run_makes_the_data_that_was_chosen(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    created: list[tuple[Path, NewOffice]] = []
    folder = tmp_path / "moi"

    def choose(dialog: QDialog) -> int:
        if isinstance(dialog, FirstRunDialog) and dialog.chosen is None and not created:
            dialog.place.setText(str(folder))
            dialog.plan.setCurrentIndex(dialog.plan.findData("tay-hieu"))
            dialog.finish()
            return QDialog.DialogCode.Accepted
        return QDialog.DialogCode.Rejected

    monkeypatch.setattr(QDialog, "exec", choose)
    monkeypatch.setattr(QMessageBox, "warning", lambda *_words: None)
    starter = ui_app._Starter(launch(None, never, created))
    qtbot.addWidget(starter.window)
    starter.show()
    qtbot.waitUntil(lambda: bool(created))
    assert created == [(folder, NewOffice("tay-hieu"))]
    qtbot.waitUntil(lambda: not starter.window.isVisible())


def test_a_backup_is_restored_where_data_would_be_made(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = new_office(tmp_path)
    made = office.store.backup(tmp_path / "usb")
    office.store.close()
    folder = tmp_path / "khoi-phuc"
    folder.mkdir()

    def choose(dialog: QDialog) -> int:
        assert isinstance(dialog, FirstRunDialog)
        dialog.backup.click()
        return dialog.result()

    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a, **_k: (str(made.path), ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_a, **_k: str(folder))
    monkeypatch.setattr(QDialog, "exec", choose)
    real = office.joiner.launch(None)
    opened: list[UiServices] = []

    def open_services(chosen: Path, tasks: TaskRunner) -> UiServices:
        opened.append(real.open_services(chosen, tasks))
        return opened[-1]

    starter = ui_app._Starter(replace(real, data_folder=None, open_services=open_services))
    qtbot.addWidget(starter.window)
    starter.show()
    qtbot.waitUntil(lambda: starter.window.current_key == "home")
    assert starter.window.top_bar.commune.text() == "Xã Xuân Hưng"
    starter.window.close()
    store = opened[-1].desk.store
    assert isinstance(store, SqliteStore)
    store.close()


def test_an_own_plan_file_is_read_before_it_is_chosen(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = FirstRunDialog(launch(None, never, []), None)
    qtbot.addWidget(dialog)
    dialog.show()
    files = iter(["hong.xlsx", "hon-mau.xlsx", "hon-mau.xlsx"])
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a, **_k: (next(files), ""))
    dialog.own_plan.click()
    assert "1 chỗ" in dialog.notice.text.text()
    QApplication.processEvents()
    assert dialog.height() >= dialog.column.totalHeightForWidth(dialog.width())
    dialog.own_plan.click()
    dialog.own_plan.click()
    assert dialog.plan.count() == len(PLANS) + 1
    assert dialog.plan.currentText() == "đặc khu Hòn Mẫu, tỉnh Thử (tệp riêng)"
    assert not dialog.other.isVisible()
    dialog.finish()
    assert dialog.chosen is not None
    assert dialog.chosen.office == NewOffice("hon-mau.xlsx")


def test_another_commune_works_with_a_copy_of_a_plan(qtbot: QtBot) -> None:
    dialog = FirstRunDialog(launch(None, never, []), None)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.name.isVisible()
    dialog.other.setChecked(True)
    assert dialog.name.isVisible()
    dialog.finish()
    assert "chọn một kế hoạch" in dialog.notice.text.text()
    dialog.plan.setCurrentIndex(0)
    dialog.finish()
    assert dialog.notice.text.text() == (
        "Chưa được. Cần điền tên xã, phường và tên tỉnh, thành phố."
    )
    assert dialog.isVisible()
    dialog.kind.setCurrentIndex(1)
    dialog.name.setText("Thử Nghiệm")
    dialog.province.setText("tỉnh Mẫu")
    dialog.practice.setChecked(True)
    dialog.finish()
    assert dialog.chosen is not None
    assert dialog.chosen.office is not None
    office = dialog.chosen.office.office
    assert office is not None
    assert (office.commune_kind, office.commune_name) == (CommuneKind.PHUONG, "Thử Nghiệm")
    assert dialog.chosen.office.is_practice


def test_every_page_is_pictured(busy_office: SampleOffice, tmp_path: Path) -> None:
    services = busy_office.joiner.window_services(busy_office.desk, InlineTaskRunner())
    made = ui_app.take_page_pictures(services, tmp_path)
    assert len(made) == len(PAGES)
    assert made[0].name == "01-viec-hom-nay.png"
    for picture in made:
        image = QImage(str(picture))
        assert (image.width(), image.height()) == ui_app.PICTURE_SIZE
        colours = {image.pixel(x, y) for x in range(0, 1366, 13) for y in range(0, 768, 13)}
        assert len(colours) > 8, picture.name
    assert QApplication.topLevelWidgets() is not None


def test_pages_are_loaded_ahead_only_while_the_window_is_open(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    asked: list[str] = []

    def load(name: str) -> None:
        asked.append(name)

    monkeypatch.setattr(preloading, "import_module", load)
    loader = PageLoader(InlineTaskRunner(), window)
    assert loader.isActive()
    loader.stop()
    loader.load_next()
    assert asked == []
    window.show()
    for _ in PAGES:
        assert not asked or loader.isActive()
        loader.load_next()
    assert asked == [spec.module for spec in PAGES]
    loader.stop()
    loader.load_next()
    assert (len(asked), loader.isActive()) == (len(PAGES), False)


def test_a_fault_of_the_first_form_squeezes_no_field() -> None:
    dialog = FirstRunDialog(launch(None, never, []), None)
    dialog.show()
    QApplication.processEvents()
    dialog.deed.click()
    QApplication.processEvents()
    assert dialog.notice.isVisible()
    assert dialog.height() >= dialog.column.totalHeightForWidth(dialog.width())
    dialog.close()
