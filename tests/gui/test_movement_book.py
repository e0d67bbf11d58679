"""Sổ phong trào in the window: written down, mended, told of, taken out, exported."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.modeltest import ModelTester

from tests.gui.conftest import OpenWindow, Person
from tests.gui.office import SampleOffice
from tests.gui.test_stories import page_of
from thidua_desktop.application.enrolling.registers import list_units
from thidua_desktop.application.movement.book import movement_book
from thidua_desktop.application.movement.exemplars import Highlight
from thidua_desktop.domain.movement_book import InspectionState
from thidua_desktop.ui.dialogs.movement_dialogs import (
    ActivityDialog,
    ExemplarDialog,
    InspectionDialog,
    InspectionResultDialog,
    RemedyDialog,
)
from thidua_desktop.ui.pages import movement_book as pages
from thidua_desktop.ui.pages.movement_book import ACTIVITIES, INSPECTIONS, MovementBookPage

pytestmark = pytest.mark.gui


@pytest.fixture
def page(open_window: OpenWindow, enrolled_office: SampleOffice) -> MovementBookPage:
    return page_of(open_window(enrolled_office), "movement_book", MovementBookPage)


def button(page: MovementBookPage, name: str) -> QPushButton:
    found = page.panel.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def test_an_exemplar_is_recorded_edited_and_taken_out(
    page: MovementBookPage, person: Person
) -> None:
    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, ExemplarDialog)
        assert dialog.fault()
        dialog.who.choice.setCurrentIndex(1)
        assert dialog.fault()
        dialog.name.setText("Mô hình mẫu")

    def mend(dialog: QDialog) -> None:
        assert isinstance(dialog, ExemplarDialog)
        assert dialog.name.text() == "Mô hình mẫu"
        assert dialog.who.who() is not None
        dialog.spread.setText("02 thôn")

    person.fills = {ExemplarDialog: fill}
    page.add_new()
    person.fills = {ExemplarDialog: mend}
    button(page, "entryEdit").click()
    (line,) = movement_book(page.desk).exemplars
    assert (line.exemplar.name, line.exemplar.spread) == ("Mô hình mẫu", "02 thôn")
    button(page, "entryRemove").click()
    assert movement_book(page.desk).exemplars == ()


def test_an_inspection_goes_from_visit_to_mended(page: MovementBookPage, person: Person) -> None:
    def plan(dialog: QDialog) -> None:
        assert isinstance(dialog, InspectionDialog)
        assert dialog.fault()
        dialog.unit.choice.setCurrentIndex(1)
        dialog.held.setDate(QDate(2026, 5, 12))
        dialog.inspectors.setPlainText("Bà Mẫu\n\nÔng Mẫu")

    def find(dialog: QDialog) -> None:
        assert isinstance(dialog, InspectionResultDialog)
        dialog.weaknesses.setPlainText("Chưa lưu minh chứng.")
        dialog.remedy.show_day(dt.date(2026, 5, 1))
        assert dialog.fault()
        dialog.remedy.show_day(dt.date(2026, 5, 30))

    def mended(dialog: QDialog) -> None:
        assert isinstance(dialog, RemedyDialog)
        dialog.on.setDate(QDate(2026, 5, 20))

    person.fills = {InspectionDialog: plan, InspectionResultDialog: find, RemedyDialog: mended}
    page.tabs.setCurrentIndex(INSPECTIONS)
    page.add_new()
    button(page, "entryResult").click()
    (line,) = movement_book(page.desk).inspections
    assert line.inspection.inspectors == ("Bà Mẫu", "Ông Mẫu")
    assert line.inspection.weaknesses == "Chưa lưu minh chứng."
    button(page, "entryRemedied").click()
    (line,) = movement_book(page.desk).inspections
    assert line.state is InspectionState.REMEDIED
    assert page.panel.findChild(QPushButton, "entryRemedied") is None


def test_an_activity_is_recorded_and_the_book_exported(
    page: MovementBookPage, person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, ActivityDialog)
        assert dialog.fault()
        dialog.name.setText("Tập huấn mẫu")
        dialog.people.setText("64")

    person.fills = {ActivityDialog: fill}
    page.tabs.setCurrentIndex(ACTIVITIES)
    page.add_new()
    (one,) = movement_book(page.desk).activities
    assert (one.name, one.people) == ("Tập huấn mẫu", 64)
    assert page.tables[ACTIVITIES].model.rowCount() == 1
    monkeypatch.setattr(page, "choose_new_file", lambda *_words: tmp_path / "so.xlsx")
    page.export()
    assert (tmp_path / "so.xlsx").is_file()


def test_what_units_told_in_their_forms_goes_into_the_book(
    page: MovementBookPage, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The way is the page's; what is offered stands in for forms that came in."""
    page.take_from_forms()
    assert "chưa nêu" in page.notice.text.text()
    unit = list_units(page.desk)[0]
    told = Highlight(unit.code, unit.name, "Tổ công nghệ số đến từng nhà.", is_kept=False)
    monkeypatch.setattr(pages, "reported_highlights", lambda *_words: (told,))

    def name(dialog: QDialog) -> None:
        assert isinstance(dialog, ExemplarDialog)
        assert dialog.outcome.toPlainText() == told.text
        dialog.name.setText("Tổ công nghệ số lưu động")

    person.fills = {ExemplarDialog: name}
    page.take_from_forms()
    (line,) = movement_book(page.desk).exemplars
    assert (line.who.name, line.exemplar.result) == (unit.name, told.text)


def test_the_models_are_sound(page: MovementBookPage, qtmodeltester: ModelTester) -> None:
    for table in page.tables:
        qtmodeltester.check(table.model)  # type: ignore[no-untyped-call]
