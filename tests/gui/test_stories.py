"""Whole stories through the window, as an officer would live them."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import pytest
from openpyxl import Workbook
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Opened, OpenWindow, Person
from tests.gui.office import GIAY_KHEN, SampleOffice, returned_forms, with_council
from thidua_desktop.application.appraisal.appraising import accept_as_proposed, appraisal_board
from thidua_desktop.application.collecting.taking import CollectOrder, collect_forms
from thidua_desktop.application.cycles.opening import list_cycles
from thidua_desktop.application.enrolling.registers import list_units
from thidua_desktop.application.setting_up.office import office_of
from thidua_desktop.domain.proposals import ProposalStatus
from thidua_desktop.ui.dialogs.cycle_dialog import CycleDialog
from thidua_desktop.ui.dialogs.office_dialog import OfficeDialog
from thidua_desktop.ui.dialogs.propose_dialog import ProposeDialog
from thidua_desktop.ui.dialogs.session_dialog import SessionDialog
from thidua_desktop.ui.dialogs.undo_dialog import UndoDialog
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.pages.appraisal import AppraisalPage
from thidua_desktop.ui.pages.awards import AwardsPage
from thidua_desktop.ui.pages.collecting import CollectingPage
from thidua_desktop.ui.pages.council import CouncilPage
from thidua_desktop.ui.pages.cycles import CyclesPage
from thidua_desktop.ui.pages.forms import FormsPage
from thidua_desktop.ui.pages.import_wizard import ImportWizard
from thidua_desktop.ui.pages.journal import JournalPage
from thidua_desktop.ui.pages.page import Page
from thidua_desktop.ui.pages.papers import PapersPage
from thidua_desktop.ui.pages.plan import PlanPage
from thidua_desktop.ui.pages.units import UnitsPage

pytestmark = pytest.mark.gui

P = TypeVar("P", bound=Page)
CYCLE = "2026-annual"


def unit_list(path: Path) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["STT", "Tên đơn vị", "Nhóm", "Số người"])
    sheet.append([1, "Phòng Kinh tế", "Cơ quan, đơn vị", 12])
    sheet.append([2, "Xóm 1", "Xóm", "15 người"])
    sheet.append([3, "Xóm 1", "Xóm", 15])
    book.save(path)
    return path


def page_of(window: MainWindow, key: str, kind: type[P]) -> P:
    """Go to a page."""
    window.show_page(key)
    assert isinstance(window.current, kind)
    return window.current


def notice(window: MainWindow) -> str:
    assert window.current is not None
    assert window.current.notice.isVisible()
    return window.current.notice.text.text()


def take_the_list(wizard: QDialog) -> None:
    """On from the blank list, choose the file, agree to what the check shows."""
    assert isinstance(wizard, ImportWizard)
    for step in (1, 2, 3):
        wizard.main.click()
        assert wizard.parts.currentIndex() == step


def panel_words(panel: object) -> str:
    labels = panel.findChildren(QLabel)  # type: ignore[attr-defined]
    return "\n".join(label.text() for label in labels)


def test_an_empty_office_is_led_to_its_first_list(
    open_window: OpenWindow,
    empty_office: SampleOffice,
    person: Person,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window = open_window(empty_office)
    assert window.current_key == "home"
    page = page_of(window, "units", UnitsPage)
    assert page.units.empty.isVisible()
    file = unit_list(empty_office.folder / "danh sach.xlsx")
    monkeypatch.setattr(page, "choose_files", lambda *_words: [file])
    person.fills[ImportWizard] = take_the_list
    page.units.empty.action.click()
    assert [type(dialog) for dialog in person.shown] == [ImportWizard]
    assert [unit.name for unit in list_units(empty_office.desk)] == ["Phòng Kinh tế", "Xóm 1"]
    assert page.units.count.text() == "2 đơn vị"


def test_a_cycle_is_opened_and_forms_are_given(
    open_window: OpenWindow,
    empty_office: SampleOffice,
    person: Person,
    opened: Opened,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window = open_window(empty_office)
    units = page_of(window, "units", UnitsPage)
    file = unit_list(empty_office.folder / "danh sach.xlsx")
    monkeypatch.setattr(units, "choose_files", lambda *_words: [file])
    person.fills[ImportWizard] = take_the_list
    units.import_list()
    page_of(window, "cycles", CyclesPage).header.main.click()
    assert isinstance(person.shown[-1], CycleDialog)
    assert [cycle.id for cycle in list_cycles(empty_office.desk)] == [CYCLE]
    assert window.top_bar.cycles.currentText() == "Năm 2026"
    page = page_of(window, "forms", FormsPage)
    folder = empty_office.folder / "phieu"
    monkeypatch.setattr(page, "choose_folder", lambda _words: folder)
    page.header.main.click()
    assert len(list(folder.glob("*.xlsx"))) == 2
    assert notice(window) == "Xong. Đã viết 2 phiếu vào thư mục phieu."
    page.notice.action.click()
    assert opened.paths == [folder]


def test_dropped_files_are_collected_and_their_faults_named(
    open_window: OpenWindow, enrolled_office: SampleOffice
) -> None:
    sent = returned_forms(enrolled_office, list_cycles(enrolled_office.desk)[0])
    window = open_window(enrolled_office)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(sent))])
    drop = QDropEvent(
        QPointF(400, 400),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(drop)
    assert window.current_key == "collecting"
    page = window.current
    assert isinstance(page, CollectingPage)
    assert page.files.model.total == 11
    assert "1 chưa nhận, phải sửa" in notice(window)
    assert page.files.current.unit_name == "Xóm 2"
    assert "trang «Tự chấm», ô D" in panel_words(page.panel)
    assert "mười điểm" in panel_words(page.panel)
    assert "Mới kiểm tra 11 tệp, chưa lưu" in notice(window)
    before = len(enrolled_office.store.operations())
    page.files.view.selectRow(10)
    assert "Điểm tự chấm được hiểu là" in panel_words(page.panel)
    page.notice.action.click()
    assert len(enrolled_office.store.operations()) == before + 1
    assert notice(window).startswith("Lưu ý. Đã đọc 11 tệp: 10 nhận được")


def test_a_list_dropped_among_the_forms_goes_to_the_registers(
    open_window: OpenWindow, enrolled_office: SampleOffice, person: Person
) -> None:
    window = open_window(enrolled_office)
    page = page_of(window, "collecting", CollectingPage)
    page.collect([unit_list(enrolled_office.folder / "danh sach.xlsx")])
    assert "danh sách đơn vị, không phải phiếu" in panel_words(page.panel)
    imports = page.panel.findChild(QPushButton, "importList")
    assert imports is not None
    imports.click()
    assert window.current_key == "units"
    [wizard] = person.shown
    assert isinstance(wizard, ImportWizard)
    assert wizard.check is not None
    assert wizard.main.text() == "Nhập 2 dòng"


def test_points_that_differ_ask_for_a_reason_and_can_be_undone(
    open_window: OpenWindow, collected_office: SampleOffice, person: Person
) -> None:
    window = open_window(collected_office)
    page = page_of(window, "appraisal", AppraisalPage)
    page.filters.choose("group", "hamlet")
    page.model.setData(page.model.index(0, 0), "5")
    assert "cần ghi lý do" in notice(window)
    assert page.panel.points.text() == "5"
    page.panel.reason.setPlainText("Chưa có văn bản chứng minh")
    QTest.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    given = appraisal_board(collected_office.desk, CYCLE, "hamlet").rows[0].cells[0]
    assert (given.appraised, given.reason) == (500, "Chưa có văn bản chứng minh")
    assert str(page.model.index(0, 0).data()).endswith("→ 5")
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(person.shown[-1], UndoDialog)
    assert notice(window) == "Xong. Đã hoàn tác."
    given = appraisal_board(collected_office.desk, CYCLE, "hamlet").rows[0].cells[0]
    assert given.appraised is None
    QTest.keyClick(window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert person.shown[-1].windowTitle() == "Làm lại"
    given = appraisal_board(collected_office.desk, CYCLE, "hamlet").rows[0].cells[0]
    assert given.appraised == 500
    QTest.keyClick(window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert "để làm lại" in notice(window)


def test_a_block_of_points_is_pasted_from_excel(
    open_window: OpenWindow, collected_office: SampleOffice
) -> None:
    window = open_window(collected_office)
    page = page_of(window, "appraisal", AppraisalPage)
    page.filters.choose("group", "school")
    row = page.model.rows[0]
    own = [cell.self_points or 0 for cell in row.cells[:2]]
    QGuiApplication.clipboard().setText("\t".join(str(points // 100) for points in own))
    page.grid.view.setCurrentIndex(page.model.index(0, 0))
    page.grid.view.setFocus()
    QTest.keyClick(page.grid.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    cells = appraisal_board(collected_office.desk, CYCLE, "school").rows[0].cells
    assert [cell.appraised for cell in cells[:3]] == [*own, None]


def praise(dialog: QDialog) -> None:
    assert isinstance(dialog, ProposeDialog)
    dialog.achievement.setPlainText("Dẫn đầu về dịch vụ công trực tuyến")
    box = dialog.findChild(QCheckBox, "confirm_no_holds")
    assert isinstance(box, QCheckBox)
    box.setChecked(True)


def leading(page: Page) -> str:
    """The action that bears the accent."""
    (found,) = (
        one.accessibleName()
        for one in page.header.findChildren(QPushButton)
        if one.property("role") == "main"
    )
    return found


def attend(dialog: QDialog) -> None:
    assert isinstance(dialog, SessionDialog)
    dialog.members.show_number(9)
    dialog.present.show_number(8)


def test_candidates_are_proposed_voted_on_and_decided(
    open_window: OpenWindow, collected_office: SampleOffice, person: Person
) -> None:
    desk = collected_office.desk
    accept_as_proposed(desk, CYCLE, [unit.code for unit in list_units(desk)])

    person.fills = {ProposeDialog: praise, SessionDialog: attend}
    window = open_window(collected_office)
    awards = page_of(window, "awards", AwardsPage)
    awards.filters.choose("award", f"{GIAY_KHEN}/collective")
    name = awards.candidates.current.name
    awards.header.main.click()
    assert notice(window) == f"Xong. Đã đề nghị khen thưởng «{name}»."
    council = page_of(window, "council", CouncilPage)
    council.header.main.click()
    assert leading(council) == "Kiểm phiếu…"
    council.table.select_first()
    council.panel.yes.show_number(8)
    council.panel.deed.click()
    assert notice(window).startswith("Xong. Được Hội đồng thông qua")
    assert leading(council) == "Lập quyết định…"
    council.decide.click()
    assert leading(council) == "Mở phiên họp…"
    assert notice(window).startswith("Xong. Đã lập quyết định cho 1 trường hợp")
    with desk.store.read() as books:
        (proposal,) = books.awards.proposals(CYCLE)
    assert proposal.status is ProposalStatus.DECIDED
    assert proposal.confirmed == ("no_holds",)


def test_papers_are_seen_before_they_are_written(
    open_window: OpenWindow,
    collected_office: SampleOffice,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with_council(collected_office, CYCLE)
    window = open_window(collected_office)
    page = page_of(window, "papers", PapersPage)
    kinds = [planned.kind for planned in page.table.model.shown]
    assert kinds[:3] == ["bien_ban_hop", "to_trinh", "achievement_summary"]
    assert {"score_sheet", "inspection_minutes", "achievement_report"} <= set(kinds)
    page.filters.choose("group", "session")
    assert [planned.kind for planned in page.table.model.shown] == ["bien_ban_hop"]
    pages = page.preview.findChildren(QLabel, "paperPage")
    assert pages
    assert pages[0].pixmap().width() == page.preview.picture_width()
    folder = collected_office.folder / "van-ban"
    monkeypatch.setattr(page, "choose_folder", lambda _words: folder)
    page.header.main.click()
    assert len(list(folder.glob("*.pdf"))) == 1


def test_a_backup_is_made_and_told_in_words(
    open_window: OpenWindow, enrolled_office: SampleOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(enrolled_office)
    assert window.status.practice.isVisible()
    page = page_of(window, "journal", JournalPage)
    usb = enrolled_office.folder / "usb"
    monkeypatch.setattr(page, "choose_folder", lambda _words: usb)
    page.header.main.click()
    assert "đã được mở lại và kiểm tra" in notice(window)
    assert len(list(usb.iterdir())) == 1
    page.check()
    assert notice(window) == "Xong. Dữ liệu, nhật ký và tệp đính kèm đều nguyên vẹn."


def test_faulty_forms_go_back_with_a_message(
    open_window: OpenWindow, enrolled_office: SampleOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent = returned_forms(enrolled_office, list_cycles(enrolled_office.desk)[0])
    collect_forms(enrolled_office.desk, CYCLE, CollectOrder([sent]))
    page = page_of(open_window(enrolled_office), "collecting", CollectingPage)
    folder = enrolled_office.folder / "tra-lai"
    monkeypatch.setattr(page, "choose_folder", lambda _words: folder)
    page.return_faulty()
    assert [slip.unit_name for slip in page.slips.model.shown] == ["Xóm 2"]
    assert len(list(folder.glob("*.xlsx"))) == 1
    copies = page.panel.findChild(QPushButton, "copyMessage")
    assert isinstance(copies, QPushButton)
    copies.click()
    assert "mười điểm" in QGuiApplication.clipboard().text()


def test_a_reminder_names_every_missing_unit(
    open_window: OpenWindow, enrolled_office: SampleOffice
) -> None:
    sent = returned_forms(enrolled_office, list_cycles(enrolled_office.desk)[0])
    collect_forms(enrolled_office.desk, CYCLE, CollectOrder([sent]))
    window = open_window(enrolled_office)
    page_of(window, "collecting", CollectingPage).reminding.copy()
    assert QGuiApplication.clipboard().text().splitlines() == [
        "Đến ngày 02/11/2026, còn 2 đơn vị chưa nộp phiếu tự chấm năm 2026:",
        "Hạn nộp theo kế hoạch: 10/12/2026.",
        "1. Công an xã",
        "2. Xóm 3",
        "Đề nghị các đơn vị gửi phiếu về Phòng Văn hóa - Xã hội. Trân trọng cảm ơn.",
    ]


def test_who_signs_is_changed_and_journalled(
    open_window: OpenWindow, empty_office: SampleOffice, person: Person
) -> None:
    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, OfficeDialog)
        assert dialog.chair.text() == "Nguyễn Văn Mẫu"
        dialog.deputy.setText("Trần Thị Ví Dụ")
        dialog.signs.setChecked(True)
        dialog.late.setText("0,25")

    person.fills[OfficeDialog] = fill
    window = open_window(empty_office)
    page_of(window, "plan", PlanPage).edit_office()
    assert notice(window) == "Xong. Đã lưu thông tin cơ quan."
    office = office_of(empty_office.desk)
    assert (office.deputy, office.signer_is_deputy) == ("Trần Thị Ví Dụ", True)
    assert (office.chair, office.late_points_per_day) == ("Nguyễn Văn Mẫu", 25)
    assert empty_office.store.operations(limit=1)[0].action == "office_changed"


def test_help_opens_for_the_page(
    open_window: OpenWindow, empty_office: SampleOffice, qtbot: QtBot
) -> None:
    window = open_window(empty_office)
    window.show_page("plan")
    QTest.keyClick(window, Qt.Key.Key_F1)
    dialogs = [d for d in window.findChildren(QDialog) if d.windowTitle() == "Hướng dẫn"]
    assert len(dialogs) == 1
    qtbot.waitUntil(dialogs[0].isVisible)
    dialogs[0].close()
