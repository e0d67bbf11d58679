"""What to look at twice in the window: both texts, the officer's word, the way to the cell."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.gui.conftest import OpenWindow, Person
from tests.gui.office import COLLECTED, SampleOffice
from tests.gui.test_stories import page_of
from thidua_desktop.application.appraisal.appraising import Points, appraise
from thidua_desktop.application.cycles.opening import open_cycle
from thidua_desktop.application.enrolling.registers import list_units
from thidua_desktop.application.findings.board import FoundLine
from thidua_desktop.application.findings.gathering import finding_limits
from thidua_desktop.application.records import Intake, IntakeStatus
from thidua_desktop.domain.findings.finding import FindingKind
from thidua_desktop.domain.kinds import CycleKind
from thidua_desktop.domain.self_reports import ReportLine, SelfReport
from thidua_desktop.ui.dialogs.finding_dialogs import LimitsDialog, ReviewDialog
from thidua_desktop.ui.pages.appraisal import AppraisalPage
from thidua_desktop.ui.pages.finding_columns import finding_columns
from thidua_desktop.ui.pages.findings import FindingsPage
from thidua_desktop.ui.pages.unit_sheet import UnitSheetPage
from thidua_desktop.ui.widgets.text_pair import TextPair, marked

pytestmark = pytest.mark.gui

CYCLE = "2026-annual"
COPIED = (
    "Đơn vị đã giao một đồng chí phụ trách <b>chuyển đổi số</b> & lập sổ theo dõi văn bản, mỗi "
    "chiều thứ sáu họp rút kinh nghiệm và gửi kết quả cho lãnh đạo xem trước giờ tan sở."
)
SCHOOLS = ("Trường Tiểu học số 1", "Trường Trung học cơ sở số 2")


@pytest.fixture
def copying_office(enrolled_office: SampleOffice) -> SampleOffice:
    """Two schools that sent one text between them."""
    with enrolled_office.desk.store.write("forms_collected", cycle=CYCLE) as books:
        for name in SCHOOLS:
            unit = books.units.find_by_name(name)
            assert unit is not None
            lines = (
                ReportLine("A2", 8_00, COPIED, "Sổ theo dõi"),
                ReportLine("A3", 8_00, f"{COPIED} Như trên.", "Sổ theo dõi"),
            )
            intake = Intake(0, CYCLE, "x.xlsx", "", "", COLLECTED, unit.code,
                            IntakeStatus.ACCEPTED, ())  # fmt: skip
            report = SelfReport(CYCLE, unit.code, COLLECTED, "x.xlsx", lines)
            books.collecting.accept(report, books.collecting.add_intake(intake))
    return enrolled_office


def like(page: FindingsPage) -> FoundLine:
    (line,) = [
        one for one in page.table.model.everything if one.finding.key.kind is FindingKind.LIKE_OTHER
    ]
    assert isinstance(line, FoundLine)
    return line


def test_both_texts_stand_beside_each_other_as_plain_text(
    open_window: OpenWindow, copying_office: SampleOffice, qtmodeltester: ModelTester
) -> None:
    page = page_of(open_window(copying_office), "findings", FindingsPage)
    qtmodeltester.check(page.table.model)  # type: ignore[no-untyped-call]
    page.table.select_key(like(page).finding.key)
    pair = page.panel.findChild(TextPair)
    assert pair is not None
    said = [one.text() for one in pair.findChildren(QLabel)]
    assert list(SCHOOLS) == [one for one in said if one in SCHOOLS]
    shown = [one for one in said if "&lt;b&gt;" in one]
    assert len(shown) == 2
    assert all("font-weight" in one and "<b>" not in one for one in shown)
    following = page.panel.findChild(QPushButton, "nextPair")
    assert isinstance(following, QPushButton)
    assert following.text().endswith("(1 trong 4)")
    following.click()
    again = page.panel.findChild(QPushButton, "nextPair")
    assert isinstance(again, QPushButton)
    assert again.text().endswith("(2 trong 4)")


def test_a_word_with_a_note_is_kept_and_taken_back(
    open_window: OpenWindow, copying_office: SampleOffice, person: Person
) -> None:
    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, ReviewDialog)
        dialog.note_field.setPlainText("Đã hỏi hai trường.")

    person.fills = {ReviewDialog: fill}
    page = page_of(open_window(copying_office), "findings", FindingsPage)
    page.table.select_key(like(page).finding.key)
    page.header.main.click()
    review = like(page).review
    assert review is not None
    assert review.note == "Đã hỏi hai trường."
    state = finding_columns(page.texts)[-1]
    assert state.text(like(page)) == "Đã xem"
    page.open_only.setChecked(True)
    assert like(page) not in page.table.model.shown
    page.open_only.setChecked(False)
    page.table.select_key(like(page).finding.key)
    page.reopen()
    assert like(page).review is None


def test_the_way_leads_to_the_cell(open_window: OpenWindow, copying_office: SampleOffice) -> None:
    window = open_window(copying_office)
    page = page_of(window, "findings", FindingsPage)
    page.table.select_key(like(page).finding.key)
    for code in ("A3", "A2"):
        page.open_cell()
        grid = page_of(window, "appraisal", AppraisalPage)
        row, column = grid.grid.place()
        assert grid.model.rows[row].name == SCHOOLS[0]
        assert grid.model.criteria[column].code == code
        window.show_page("findings")
        following = page.panel.findChild(QPushButton, "nextPair")
        assert isinstance(following, QPushButton)
        following.click()


def test_the_sheet_of_a_unit_marks_the_lines_and_tells_why(
    open_window: OpenWindow, copying_office: SampleOffice
) -> None:
    page = page_of(open_window(copying_office), "unit_sheet", UnitSheetPage)
    with copying_office.desk.store.read() as books:
        school = books.units.find_by_name(SCHOOLS[0])
    assert school is not None
    page.show_unit(school.code)
    code = page.table.model.columns[0]
    marked = {
        one.criterion.code
        for one in page.table.model.everything
        if code.mark is not None and code.mark(one) is not None
    }
    assert marked == {"A2", "A3"}
    page.table.select_key("A2")
    told = [one.text() for one in page.panel.findChildren(QLabel)]
    assert any(SCHOOLS[1] in text for text in told)


def test_the_thresholds_are_set_and_shown(
    open_window: OpenWindow, copying_office: SampleOffice, person: Person
) -> None:
    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, LimitsDialog)
        dialog.fields["like_percent"].setText("0")
        assert dialog.fault()
        dialog.fields["near_tie"].setText("nửa điểm")
        assert dialog.fault()
        dialog.fields["like_percent"].setText("95")
        dialog.fields["near_tie"].setText("0,25")

    person.fills = {LimitsDialog: fill}
    page = page_of(open_window(copying_office), "findings", FindingsPage)
    page.set_limits()
    limits = finding_limits(copying_office.desk)
    assert (limits.like_percent, limits.near_tie) == (95, 25)
    page.table.select_key(like(page).finding.key)
    said = " ".join(one.text() for one in page.panel.findChildren(QLabel))
    assert "95% số chữ" in said


def test_marks_never_let_markup_through() -> None:
    assert marked("a <i>& b\nc", [(2, 5)]) == (
        'a <span style="background-color:#FFF6E0; font-weight:600;">&lt;i&gt;</span>&amp; b<br>c'
    )
    assert marked("", []) == ""


def test_the_grid_marks_cells_and_the_panel_says_why(
    open_window: OpenWindow, copying_office: SampleOffice
) -> None:
    window = open_window(copying_office)
    page = page_of(window, "appraisal", AppraisalPage)
    page.filters.choose("group", "school")
    page.refresh()
    names = [row.name for row in page.model.rows]
    codes = [criterion.code for criterion in page.model.criteria]
    for name, other in (SCHOOLS, SCHOOLS[::-1]):
        index = page.model.index(names.index(name), codes.index("A2"))
        assert f"Trùng với {other}" in index.data(Qt.ItemDataRole.ToolTipRole)
        assert index.data(Qt.ItemDataRole.DecorationRole) is not None
        page.grid.view.setCurrentIndex(index)
        said = " ".join(one.text() for one in page.panel.findChildren(QLabel))
        assert f"Trùng với {other}" in said
    beside = page.model.index(names.index(SCHOOLS[0]), codes.index("A1"))
    assert beside.data(Qt.ItemDataRole.DecorationRole) is None
    page.look_again.click()
    assert window.current_key == "findings"


def test_what_is_typed_stays_when_the_marks_come(
    open_window: OpenWindow, copying_office: SampleOffice
) -> None:
    page = page_of(open_window(copying_office), "appraisal", AppraisalPage)
    before = page.panel.points.text()
    page.panel.points.setText("7,5")
    page.look.told.emit(3)
    assert page.panel.points.text() == "7,5"
    assert page.look_again.text() == " Điểm cần xem lại (3)"
    page.panel.points.setText(before)


def test_a_closed_window_looks_no_more(
    open_window: OpenWindow, copying_office: SampleOffice, qtbot: QtBot
) -> None:
    window = open_window(copying_office)
    page = page_of(window, "appraisal", AppraisalPage)
    page.look.rest.setInterval(0)
    with qtbot.waitSignal(page.look.told):
        page.refresh()
    page.refresh()
    window.close()
    with qtbot.assertNotEmitted(page.look.told, wait=50):
        pass


def test_last_years_figures_stand_beside_this_years(
    open_window: OpenWindow, copying_office: SampleOffice
) -> None:
    desk = copying_office.desk
    unit = next(one.code for one in list_units(desk) if one.name == SCHOOLS[0])
    appraise(desk, CYCLE, Points(unit, "A2", 6_00, "Thiếu sổ"))
    open_cycle(desk, CycleKind.ANNUAL, 2027)
    window = open_window(copying_office)
    page = page_of(window, "appraisal", AppraisalPage)
    page.state.choose_cycle("2027-annual")
    page.go_to_cell("school", unit, "A2")
    said = [one.text() for one in page.panel.findChildren(QLabel)]
    assert said[said.index("Năm 2026") + 1] == "tự chấm 8, được 6"
