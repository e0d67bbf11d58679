"""What classes depend on, on the page of the ranking: violations, and the levels of points."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QPushButton

from tests.gui.conftest import OpenWindow, Person
from tests.gui.office import SampleOffice, whole_office
from tests.gui.test_stories import page_of
from thidua_desktop.application.results.ranked_units import RankedUnit
from thidua_desktop.application.results.violations import violations_of
from thidua_desktop.application.setting_up.class_levels import class_levels
from thidua_desktop.domain.scoring.class_levels import ClassLevels
from thidua_desktop.domain.scoring.policy import Classification, Violation
from thidua_desktop.ui.dialogs.class_levels_dialog import ClassLevelsDialog
from thidua_desktop.ui.dialogs.violation_dialog import ViolationDialog
from thidua_desktop.ui.pages.ranking import RankingPage

pytestmark = pytest.mark.gui


def pressed(page: RankingPage, name: str) -> None:
    found = page.panel.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    found.click()


def test_a_class_is_lowered_with_a_paper_and_given_back(
    open_window: OpenWindow, tmp_path: Path, person: Person
) -> None:
    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, ViolationDialog)
        assert dialog.fault()
        dialog.choose(Violation.CORRUPTION)
        dialog.document.setText("Kết luận mẫu 9/KL")
        assert not dialog.fault()

    person.fills = {ViolationDialog: fill}
    office = whole_office(tmp_path)
    page = page_of(open_window(office), "ranking", RankingPage)
    chosen = page.table.current
    assert isinstance(chosen, RankedUnit)
    assert page.cycle is not None
    pressed(page, "addViolation")
    lowered = page.table.current
    assert isinstance(lowered, RankedUnit)
    assert lowered.unit == chosen.unit
    assert lowered.classification is Classification.NOT_COMPLETED
    pressed(page, "remove_corruption")
    assert violations_of(page.desk, page.cycle.id) == ()


def test_the_levels_of_the_classes_are_set(
    open_window: OpenWindow, enrolled_office: SampleOffice, person: Person
) -> None:
    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, ClassLevelsDialog)
        dialog.good.setText("96")
        assert "giảm dần" in dialog.fault()
        dialog.good.setText("chín mươi")
        assert "không phải là điểm" in dialog.fault()
        dialog.good.setText("82,5")
        dialog.document.setText("QĐ mẫu 7/QĐ")

    person.fills = {ClassLevelsDialog: fill}
    page = page_of(open_window(enrolled_office), "ranking", RankingPage)
    page.set_levels()
    assert class_levels(page.desk) == ClassLevels(good=82_50, document="QĐ mẫu 7/QĐ")
