"""Vi phạm làm hạ bậc on the page of the ranking."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QPushButton

from tests.gui.conftest import OpenWindow, Person
from tests.gui.office import whole_office
from tests.gui.test_stories import page_of
from thidua_desktop.application.ranking import RankedUnit
from thidua_desktop.application.violations import violations_of
from thidua_desktop.domain.scoring.policy import Classification, Violation
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
