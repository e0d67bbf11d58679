"""Nhập thay đơn vị in the window: typed by keys alone, kept as one goes, taken, corrected."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from tests.gui.conftest import OpenWindow
from tests.gui.office import SampleOffice
from thidua_desktop.application.collecting.typing_in import TypingState, typing_sheet, typing_units
from thidua_desktop.application.enrolling.registers import list_units
from thidua_desktop.application.results.closing import close_cycle
from thidua_desktop.domain.self_reports import SelfReport
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.pages.collecting import CollectingPage
from thidua_desktop.ui.pages.typing_in import POINTS, TypingInPage

pytestmark = pytest.mark.gui
CYCLE = "2026-annual"
UNIT = "Công an xã"


@pytest.fixture
def office(enrolled_office: SampleOffice) -> SampleOffice:
    return enrolled_office


def code_of(office: SampleOffice) -> str:
    return next(unit.code for unit in list_units(office.desk) if unit.name == UNIT)


def report(office: SampleOffice) -> SelfReport | None:
    with office.desk.store.read() as books:
        return books.collecting.reports(CYCLE).get(code_of(office))


def opened_page(window: MainWindow, office: SampleOffice) -> TypingInPage:
    """From the board's row of the unit, as an officer comes to it."""
    window.show_page("collecting")
    board = window.current
    assert isinstance(board, CollectingPage)
    board.board.select_key(code_of(office))
    button = board.panel.findChild(QPushButton, "typeIn")
    assert button is not None
    button.click()
    page = window.current
    assert isinstance(page, TypingInPage)
    return page


def type_points(page: TypingInPage, texts: list[str]) -> None:
    """Type into the column of points; Enter goes down."""
    view = page.table.view
    view.setFocus()
    view.setCurrentIndex(page.table.model.index(0, POINTS))
    for text in texts:
        QTest.keyClicks(view, text[0])
        editor = view.indexWidget(view.currentIndex())
        QTest.keyClicks(editor, text[1:])
        QTest.keyClick(editor, Qt.Key.Key_Return)
        QTest.qWait(1)  # Qt closes the editor once the key was handled


def test_a_paper_is_typed_by_keys_kept_and_taken(
    open_window: OpenWindow, office: SampleOffice
) -> None:
    window = open_window(office)
    page = opened_page(window, office)
    asked = typing_sheet(office.desk, CYCLE, code_of(office)).asked
    said = ["8,5", *("1" for _ in asked[1:])]
    type_points(page, said)
    page.draft.keep()
    kept = typing_sheet(office.desk, CYCLE, code_of(office)).form
    assert [line.points for line in kept.lines] == said
    assert "đang nhập dở" in page.unit.currentText()
    page.take()
    taken = report(office)
    assert taken is not None
    assert taken.line(asked[0].code).points == 850
    assert "Đã nhận phiếu giấy" in page.notice.text.text()
    states = {one.unit: one.state for one in typing_units(office.desk, CYCLE)}
    assert states[code_of(office)] is TypingState.PAPER


def test_a_faulty_paper_is_asked_about_before_it_is_recorded(
    open_window: OpenWindow, office: SampleOffice
) -> None:
    page = opened_page(open_window(office), office)
    model = page.table.model
    model.setData(model.index(0, POINTS), "999")
    model.setData(model.index(1, POINTS), "1")
    page.take()
    assert report(office) is None
    assert "Còn 1 chỗ chưa đúng" in page.notice.text.text()
    assert "dòng" in page.notice.details.text()
    with office.desk.store.read() as books:
        assert books.collecting.intakes(CYCLE) == ()
    page.notice.action.click()
    with office.desk.store.read() as books:
        assert [one.unit for one in books.collecting.intakes(CYCLE)] == [code_of(office)]


def test_what_is_typed_survives_leaving_the_page(
    open_window: OpenWindow, office: SampleOffice
) -> None:
    window = open_window(office)
    page = opened_page(window, office)
    model = page.table.model
    model.setData(model.index(0, POINTS), "7")
    window.show_page("home")
    assert typing_sheet(office.desk, CYCLE, code_of(office)).form.lines[0].points == "7"
    page = opened_page(window, office)
    assert page.table.model.index(0, POINTS).data() == "7"
    assert page.unsaved() == ""


def test_points_do_not_belong_to_a_question(open_window: OpenWindow, office: SampleOffice) -> None:
    page = opened_page(open_window(office), office)
    model = page.table.model
    last = model.rowCount() - 1
    assert not model.setData(model.index(last, POINTS), "7")
    assert "chỉ ghi chữ" in page.notice.text.text()


def test_tab_goes_over_the_fields_and_passes_what_is_not_typed(
    open_window: OpenWindow, office: SampleOffice
) -> None:
    page = opened_page(open_window(office), office)
    view, model = page.table.view, page.table.model
    view.setFocus()
    view.setCurrentIndex(model.index(0, POINTS))
    seen = []
    for _ in range(3):
        QTest.keyClick(view, Qt.Key.Key_Tab)
        seen.append((view.currentIndex().row(), view.currentIndex().column()))
    assert seen == [(0, POINTS + 1), (0, POINTS + 2), (1, POINTS)]
    QTest.keyClick(view, Qt.Key.Key_Backtab)
    assert (view.currentIndex().row(), view.currentIndex().column()) == (0, POINTS + 2)


def test_a_closed_cycle_takes_no_paper(open_window: OpenWindow, office: SampleOffice) -> None:
    close_cycle(office.desk, CYCLE)
    window = open_window(office)
    window.show_page("typing_in")
    page = window.current
    assert isinstance(page, TypingInPage)
    assert page.table.empty.isVisible()
    page.take()
    assert "chọn đơn vị" in page.notice.text.text()
