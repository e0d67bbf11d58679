"""The points of the plan, typed over in the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.gui.conftest import OpenWindow
from tests.gui.office import SampleOffice
from thidua_desktop.ui.pages.plan import PlanPage

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
