"""The points of the plan, typed over in the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton

from tests.gui.conftest import OpenWindow, Person
from tests.gui.office import SampleOffice, enrol
from tests.gui.test_stories import page_of
from thidua_desktop.application.cycles.opening import open_cycle
from thidua_desktop.domain.kinds import CycleKind
from thidua_desktop.domain.scoring.criterion import Method
from thidua_desktop.ui.dialogs.figures_dialog import FiguresDialog
from thidua_desktop.ui.dialogs.scoring_way_dialog import ScoringWayDialog
from thidua_desktop.ui.pages.plan import PlanPage
from thidua_desktop.ui.pages.unit_sheet import UnitSheetPage

pytestmark = pytest.mark.gui


def test_points_of_the_plan_are_saved_only_when_they_share_100(
    open_window: OpenWindow, empty_office: SampleOffice
) -> None:
    window = open_window(empty_office)
    window.show_page("plan")
    page = window.current
    assert isinstance(page, PlanPage)
    model = page.criteria.model
    before = model.shown[0].max_points
    column = model.columnCount() - 1
    assert page.total.text() == "Tổng điểm chuẩn: 100 / 100"
    model.setData(model.index(0, column), str(before // 100 + 5))
    assert page.total.text() == "Tổng điểm chuẩn: 105 / 100, chưa lưu"
    page.audience.setCurrentIndex(1)
    assert page.total.text() == "Tổng điểm chuẩn: 100 / 100"
    QTest.keyClick(window, Qt.Key.Key_F5)
    page.audience.setCurrentIndex(0)
    assert page.total.text() == "Tổng điểm chuẩn: 105 / 100, chưa lưu"
    page.header.main.click()
    assert page.notice.text.text() == "Chưa được. Tổng điểm chuẩn phải là 100, hiện là 105."
    model.setData(model.index(1, column), str(model.shown[1].max_points // 100 - 5))
    page.header.main.click()
    assert page.notice.text.text() == "Xong. Đã lưu điểm, tổng điểm chuẩn 100."
    assert page.total.text() == "Tổng điểm chuẩn: 100 / 100"
    with empty_office.desk.store.read() as books:
        audience = empty_office.plan.audiences[0].code
        saved = books.plans.criteria_sets(None)[audience].criteria[0].max_points
    assert saved == before + 500


def choose_steps(dialog: QDialog) -> None:
    assert isinstance(dialog, ScoringWayDialog)
    dialog.method.setCurrentIndex(dialog.method.findData(Method.STEPS))
    assert dialog.fault() == "Hãy ghi bảng mức, mỗi dòng một mức."
    dialog.table.setPlainText("50% = 5\nnhiều")
    assert "Không hiểu dòng «nhiều»" in dialog.fault()
    dialog.table.setPlainText("50% = 5\n100% = 15")
    assert not dialog.each.isVisibleTo(dialog)


def type_figures(dialog: QDialog) -> None:
    assert isinstance(dialog, FiguresDialog)
    assert dialog.worth.text() == "Hãy nhập số liệu."
    dialog.amount.setText("60")
    dialog.base.setText("50")
    assert dialog.fault() == "Số đạt (60) lớn hơn tổng số (50). Hãy xem lại hai số."
    dialog.base.setText("80")


def test_a_criterion_is_judged_by_figures_from_the_next_cycle_on(
    open_window: OpenWindow, empty_office: SampleOffice, person: Person
) -> None:
    """The way is chosen on the plan, the figures are typed while appraising."""

    person.fills = {ScoringWayDialog: choose_steps, FiguresDialog: type_figures}
    window = open_window(empty_office)
    plan = page_of(window, "plan", PlanPage)
    criterion = plan.criteria.current
    changes = plan.panel.findChild(QPushButton, "changeWay")
    assert changes is not None
    changes.click()
    assert "dùng cho các kỳ mở từ nay" in plan.notice.text.text()
    enrol(empty_office)
    open_cycle(empty_office.desk, CycleKind.ANNUAL, 2026)
    plan.state.reload()
    sheet = page_of(window, "unit_sheet", UnitSheetPage)
    by_figures = sheet.panel.findChild(QPushButton, "byFigures")
    assert by_figures is not None
    by_figures.click()
    cell = sheet.table.model.shown[0].cell
    assert (cell.criterion, cell.appraised) == (criterion.code, 5_00)
    assert cell.reason.startswith("Đạt 60 trên 80")
