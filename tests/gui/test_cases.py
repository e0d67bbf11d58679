"""Vụ việc, lịch sử in the window: recorded, concluded, told apart; what a proposal says."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QCheckBox, QDialog, QPushButton
from pytestqt.modeltest import ModelTester

from tests.gui.conftest import OpenWindow, Person
from tests.gui.office import SampleOffice
from tests.gui.test_stories import CYCLE, page_of
from thidua_desktop.application.cases.book import case_book
from thidua_desktop.application.cases.earlier_awards import add_earlier_award
from thidua_desktop.application.enrolling.registers import list_people
from thidua_desktop.domain.awards.cases import EarlierAward
from thidua_desktop.domain.kinds import SubjectKind
from thidua_desktop.domain.vietnamese.folding import fold
from thidua_desktop.ui.dialogs.case_dialogs import (
    ConclusionDialog,
    DisciplineDialog,
    EarlierAwardDialog,
    EndOfDisciplineDialog,
    HoldDialog,
    InitiativeDialog,
)
from thidua_desktop.ui.dialogs.propose_dialog import ProposeDialog
from thidua_desktop.ui.pages.awards import AwardsPage
from thidua_desktop.ui.pages.cases import DISCIPLINES, EARLIER, HOLDS, INITIATIVES, CasesPage

pytestmark = pytest.mark.gui


@pytest.fixture
def page(open_window: OpenWindow, enrolled_office: SampleOffice) -> CasesPage:
    return page_of(open_window(enrolled_office), "cases", CasesPage)


def button(page: CasesPage, name: str) -> QPushButton:
    found = page.panel.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def test_a_matter_is_recorded_concluded_and_taken_out(page: CasesPage, person: Person) -> None:
    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, HoldDialog)
        assert dialog.fault()
        everyone = dialog.who.choice.count()
        dialog.who.search.setText("khong co ai ten nay")
        assert dialog.who.who() is None
        assert dialog.fault()
        dialog.who.search.clear()
        assert dialog.who.choice.count() == everyone
        assert dialog.who.who() is None, "nobody is chosen for a hurried officer"
        dialog.who.search.setText("do thu nghiem")
        dialog.document.setText("Thông báo mẫu 12/TB")

    def conclude(dialog: QDialog) -> None:
        assert isinstance(dialog, ConclusionDialog)
        dialog.document.setText("Kết luận mẫu 15/KL")

    person.fills = {HoldDialog: fill, ConclusionDialog: conclude}
    page.add_new()
    ((record, _),) = case_book(page.desk).holds
    assert record.is_open
    button(page, "caseDeed").click()
    ((record, _),) = case_book(page.desk).holds
    assert record.conclusion == "Kết luận mẫu 15/KL"
    assert page.panel.findChild(QPushButton, "caseDeed") is None
    button(page, "caseRemove").click()
    assert case_book(page.desk).holds == ()


def test_a_discipline_is_recorded_and_ended(page: CasesPage, person: Person) -> None:
    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, DisciplineDialog)
        assert dialog.who.who() is None
        dialog.who.choice.setCurrentIndex(1)
        dialog.words.setText("Khiển trách")
        dialog.document.setText("3/QĐ")

    def end(dialog: QDialog) -> None:
        assert isinstance(dialog, EndOfDisciplineDialog)

    person.fills = {DisciplineDialog: fill, EndOfDisciplineDialog: end}
    page.tabs.setCurrentIndex(DISCIPLINES)
    page.header.main.click()
    button(page, "caseDeed").click()
    ((record, _),) = case_book(page.desk).disciplines
    assert record.discipline.to_day == page.desk.clock.today()


def test_a_name_that_looks_alike_is_told_apart(page: CasesPage) -> None:
    person = list_people(page.desk)[0]
    name = fold(person.full_name).upper()
    add_earlier_award(
        page.desk, EarlierAward(0, name, SubjectKind.INDIVIDUAL, None, "giay_khen_xa", "")
    )
    page.refresh()
    page.tabs.setCurrentIndex(EARLIER)

    def said() -> bool | None:
        (line,) = case_book(page.desk).earlier
        return next(n.is_same for n in line.namesakes if n.who.subject.code == person.code)

    assert said() is None
    button(page, f"other_{person.code}").click()
    assert said() is False
    button(page, f"again_{person.code}").click()
    button(page, f"same_{person.code}").click()
    assert said() is True


def test_an_award_and_a_sang_kien_are_recorded(page: CasesPage, person: Person) -> None:
    def award(dialog: QDialog) -> None:
        assert isinstance(dialog, EarlierAwardDialog)
        dialog.award.setCurrentIndex(dialog.award.count() - 1)
        dialog.recipient.setText("Xóm Ví Dụ")
        assert dialog.fault()
        dialog.other.setText("Kỷ niệm chương")

    def initiative(dialog: QDialog) -> None:
        assert isinstance(dialog, InitiativeDialog)
        assert dialog.fault()
        dialog.who.choice.setCurrentIndex(1)
        dialog.name.setText("Số hóa hồ sơ")

    person.fills = {EarlierAwardDialog: award, InitiativeDialog: initiative}
    page.tabs.setCurrentIndex(EARLIER)
    page.add_new()
    page.tabs.setCurrentIndex(INITIATIVES)
    page.add_new()
    book = case_book(page.desk)
    assert [line.award.name for line in book.earlier] == ["Kỷ niệm chương"]
    assert [line.initiative.name for line in book.initiatives] == ["Số hóa hồ sơ"]


def test_the_tables_are_sound(page: CasesPage, qtmodeltester: ModelTester) -> None:
    for table in page.tables:
        qtmodeltester.check(table.model)  # type: ignore[no-untyped-call]
    page.tabs.setCurrentIndex(HOLDS)
    assert page.table is page.tables[HOLDS]
    assert page.table.isVisibleTo(page)


def test_a_standard_is_denied_with_a_reason_and_an_earlier_day_of_reception(
    open_window: OpenWindow, enrolled_office: SampleOffice, person: Person
) -> None:
    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, ProposeDialog)
        dialog.achievement.setPlainText("Có thành tích")
        met = dialog.findChild(QCheckBox, "confirm_law_abiding")
        denied = dialog.findChild(QCheckBox, "deny_law_abiding")
        assert isinstance(met, QCheckBox)
        assert isinstance(denied, QCheckBox)
        assert dialog.findChild(QCheckBox, "deny_no_holds") is None
        met.setChecked(True)
        denied.setChecked(True)
        assert not met.isChecked()
        assert dialog.fault()
        dialog.override.setPlainText("Đã khắc phục.")
        dialog.received.setDate(QDate(2026, 9, 20))

    person.fills = {ProposeDialog: fill}
    awards = page_of(open_window(enrolled_office), "awards", AwardsPage)
    awards.filters.choose("award", "giay_khen_xa/individual")
    awards.header.main.click()
    with enrolled_office.desk.store.read() as books:
        (made,) = books.awards.proposals(CYCLE)
    assert (made.denied, made.override_reason) == (("law_abiding",), "Đã khắc phục.")
    assert made.received_on == dt.date(2026, 9, 20)
