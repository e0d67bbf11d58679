"""The window as a whole: every page fits, speaks Vietnamese and works with the keyboard."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.gui.conftest import OpenWindow
from tests.gui.office import SampleOffice
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.pages.appraisal import AppraisalPage
from thidua_desktop.ui.pages.papers import PapersPage
from thidua_desktop.ui.pages.plan import PlanPage
from thidua_desktop.ui.pages.registry import PAGES, STEPS, PageSpec
from thidua_desktop.ui.widgets.filter_line import PAUSE
from thidua_desktop.ui.widgets.folded_text import FoldedText

pytestmark = pytest.mark.gui

ALL_PAGES = [spec.key for spec in PAGES]
FULL_SCREEN = QSize(1366, 768)
SCALED_SCREEN = QSize(911, 512)
"""What is left of 1366 × 768 at 150 %."""

ENGLISH = re.compile(
    r"\b(the|and|ok|cancel|save|open|close|yes|no|undo|redo|copy|cut|paste|delete|select|all"
    r"|help|file|help|apply|reset|search|table|error|name|none|true|false)\b",
    re.IGNORECASE,
)
CODE = re.compile(r"\b[a-z]+_[a-z_]+\b|\d{4}-(annual|half_year|mid_term|final)")


@pytest.fixture
def window(open_window: OpenWindow, busy_office: SampleOffice) -> MainWindow:
    return open_window(busy_office)


def show(window: MainWindow, key: str, qtbot: QtBot) -> None:
    window.show_page(key)
    qtbot.waitUntil(lambda: window.current_key == key)
    qtbot.wait(1)


def inside_scroll_area(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    return parent is not None and (isinstance(parent, QScrollArea) or inside_scroll_area(parent))


def fits(widget: QWidget) -> bool:
    hint = widget.sizeHint()
    return hint.width() <= widget.width() + 1 and hint.height() <= widget.height() + 1


def is_folded(label: QLabel) -> bool:
    """Whether the rest of it is one click away, on a button that is seen."""
    around = label.parentWidget()
    return isinstance(around, FoldedText) and around.more.isVisible()


def clipped(window: MainWindow) -> list[str]:
    """Labels and buttons whose words don't fit; what may be elided by design is left out."""
    found = []
    for label in window.findChildren(QLabel):
        if not label.isVisible() or not label.text() or is_folded(label):
            continue
        may_shrink = label.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Ignored
        if label.wordWrap():
            if label.heightForWidth(label.width()) > label.height() + 1:
                found.append(label.text())
        elif not may_shrink and label.sizeHint().width() > label.width() + 1:
            found.append(label.text())
    buttons = window.findChildren(QPushButton)
    return found + [b.text() for b in buttons if b.isVisible() and not fits(b)]


def outside(window: MainWindow) -> list[str]:
    """Buttons and fields that lie partly outside the window."""
    found = []
    for widget in [*window.findChildren(QAbstractButton), *window.findChildren(QLineEdit)]:
        if not widget.isVisible() or inside_scroll_area(widget):
            continue
        end = widget.mapTo(window, QPoint(widget.width(), widget.height()))
        if end.x() > window.width() or end.y() > window.height():
            found.append(widget.objectName())
    return found


@pytest.mark.parametrize("key", ALL_PAGES)
@pytest.mark.parametrize("size", [FULL_SCREEN, SCALED_SCREEN], ids=["100%", "150%"])
def test_everything_fits(window: MainWindow, key: str, size: QSize, qtbot: QtBot) -> None:
    window.resize(size)
    show(window, key, qtbot)
    assert window.size() == size
    assert clipped(window) == []
    assert outside(window) == []


@pytest.mark.parametrize("key", ALL_PAGES)
def test_every_page_speaks_vietnamese(window: MainWindow, key: str, qtbot: QtBot) -> None:
    show(window, key, qtbot)
    texts = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
    texts += [button.text() for button in window.findChildren(QAbstractButton)]
    texts += [action.text() for action in window.findChildren(QAction)]
    texts += [field.placeholderText() for field in window.findChildren(QLineEdit)]
    place = window.status.place.text()
    said = [text for text in texts if text and text != place and not text.endswith(".xlsx")]
    assert [text for text in said if ENGLISH.search(text)] == []
    assert [text for text in said if CODE.search(text)] == []


@pytest.mark.parametrize("key", ALL_PAGES)
def test_tables_say_words_and_not_codes(window: MainWindow, key: str, qtbot: QtBot) -> None:
    show(window, key, qtbot)
    assert window.current is not None
    cells = []
    for view in window.current.findChildren(QTableView):
        model = view.model()
        cells += [
            str(model.index(row, column).data() or "")
            for row in range(min(50, model.rowCount()))
            for column in range(model.columnCount())
        ]
    assert [text for text in cells if CODE.search(text)] == []


def test_no_part_is_ever_a_window_of_its_own(window: MainWindow, qtbot: QtBot) -> None:
    """A part that is shown before it has its place flashes up and takes the keys away."""
    for key in ALL_PAGES:
        show(window, key, qtbot)
        assert window.isActiveWindow()


def test_the_rail_shows_the_year_with_its_states(window: MainWindow) -> None:
    model = window.rail.model()
    said = [
        model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        for row in range(model.rowCount())
    ]
    assert said[:3] == ["Việc hôm nay", "Bước 1: Kế hoạch – xong", "Bước 2: Đơn vị, cá nhân – xong"]
    assert "Bước 5: Thu phiếu – đang làm" in said
    assert "Bước 12: Tra cứu, lưu – chưa tới" in said
    assert said[-1] == "Nhật ký, sao lưu"


@pytest.mark.parametrize("spec", STEPS[:9], ids=lambda spec: spec.key)
def test_ctrl_and_a_digit_go_to_the_step(window: MainWindow, spec: PageSpec) -> None:
    step = STEPS.index(spec)
    QTest.keyClick(window, Qt.Key(Qt.Key.Key_1 + step), Qt.KeyboardModifier.ControlModifier)
    assert window.current_key == STEPS[step].key


def test_arrow_keys_walk_through_the_year(window: MainWindow) -> None:
    window.rail.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(window.rail, Qt.Key.Key_Down)
    QTest.keyClick(window.rail, Qt.Key.Key_Down)
    assert window.current_key == "units"


def test_tab_goes_from_the_rail_through_the_page(window: MainWindow, qtbot: QtBot) -> None:
    show(window, "units", qtbot)
    window.activateWindow()
    window.rail.setFocus()
    names = []
    for _ in range(14):
        focused = window.focusWidget()
        assert focused is not None
        names.append(focused.objectName())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    order = ["rail", "action_pencil", "action_upload", "mainAction", "registerTabs", "search"]
    assert [name for name in names if name in order][: len(order)] == order
    assert "table" in names


def test_search_waits_until_typing_rests(window: MainWindow, qtbot: QtBot) -> None:
    show(window, "units", qtbot)
    page = window.current
    assert page is not None
    with qtbot.waitSignal(page.filters.changed, timeout=20 * PAUSE):
        QTest.keyClicks(page.filters.search, "xom")
        assert page.filters._rest.isActive()
        assert page.filters._rest.interval() == 250
        assert page.units.model.total == len(page.units.model.shown)  # type: ignore[attr-defined]
    assert [u.name for u in page.units.model.shown] == ["Xóm 1", "Xóm 2", "Xóm 3"]  # type: ignore[attr-defined]


def test_nothing_rewrites_what_is_typed(window: MainWindow, qtbot: QtBot) -> None:
    for key in ALL_PAGES:
        show(window, key, qtbot)
    for field in window.findChildren(QLineEdit):
        assert field.completer() is None
        assert field.inputMask() == ""


def test_every_widget_that_is_used_has_its_name(window: MainWindow, qtbot: QtBot) -> None:
    for key in ALL_PAGES:
        show(window, key, qtbot)
    used = [w for w in window.findChildren(QPushButton) if w.isVisible()]
    assert [w.text() for w in used if not w.objectName()] == []


def test_escape_closes_the_answer_then_empties_the_search(window: MainWindow, qtbot: QtBot) -> None:
    show(window, "archive", qtbot)
    page = window.current
    assert page is not None
    page.filters.search.setText("xom")
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert page.filters.text == ""
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert window.focusWidget() is window.rail


def test_standard_buttons_and_context_menus_are_vietnamese(window: MainWindow) -> None:
    box = QDialogButtonBox(window)
    for button in QDialogButtonBox.StandardButton:
        if button.value and button.name not in ("FirstButton", "LastButton"):
            box.addButton(button)
    field, text = QLineEdit("chữ", window), QPlainTextEdit("chữ", window)
    menus = [field.createStandardContextMenu(), text.createStandardContextMenu()]
    said = [button.text() for button in box.buttons()]
    said += [action.text() for menu in menus for action in menu.actions()]
    words = [text.split("\t")[0].replace("&", "") for text in said]
    assert [word for word in words if ENGLISH.search(word)] == []
    assert "Hủy" in words
    assert "Chép" in words
    for menu in menus:
        menu.deleteLater()


def test_no_figure_of_the_appraisal_is_cut_off(
    open_window: OpenWindow, busy_office: SampleOffice
) -> None:
    window = open_window(busy_office)
    window.show_page("appraisal")
    page = window.current
    assert isinstance(page, AppraisalPage)
    view, model = page.grid.view, page.grid.model
    for column in range(model.columnCount()):
        code = str(model.headerData(column, Qt.Orientation.Horizontal)).split("\n")[0]
        words = [code, *(str(model.index(row, column).data()) for row in range(model.rowCount()))]
        widest = max(view.fontMetrics().horizontalAdvance(said) for said in words)
        assert view.columnWidth(column) > widest


def test_the_names_get_the_width_that_short_columns_leave(
    open_window: OpenWindow, busy_office: SampleOffice
) -> None:
    window = open_window(busy_office)
    window.show_page("papers")
    page = window.current
    assert isinstance(page, PapersPage)
    widths = {
        column.title: page.table.view.columnWidth(place)
        for place, column in enumerate(page.table.model.columns, start=1)
    }
    assert widths["Loại"] < page.table.model.columns[0].width
    assert widths["Nội dung"] > widths["Ngày"]
    window.show_page("plan")
    plan = window.current
    assert isinstance(plan, PlanPage)
    codes = [criterion.code for criterion in plan.criteria.model.everything]
    widest = max(map(plan.criteria.view.fontMetrics().horizontalAdvance, codes))
    assert plan.criteria.view.columnWidth(1) > widest
