"""Danh sách xét, chỉ tiêu in the window: the line is moved, the list proposed and undone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.modeltest import ModelTester

from tests.gui.conftest import OpenWindow, Person
from tests.gui.office import GIAY_KHEN, SampleOffice
from tests.gui.test_stories import CYCLE, page_of, panel_words
from thidua_desktop.application.setting_up.planning import save_quotas
from thidua_desktop.domain.kinds import CycleKind, QuotaKind, SubjectKind
from thidua_desktop.domain.plan import QuotaRule
from thidua_desktop.domain.proposals import Proposal
from thidua_desktop.ui.dialogs.list_dialogs import (
    ParticipantsDialog,
    ProposeListDialog,
    ReasonDialog,
)
from thidua_desktop.ui.dialogs.quota_dialog import QuotaDialog
from thidua_desktop.ui.pages.plan import QUOTAS, PlanPage
from thidua_desktop.ui.pages.quota_line import QuotaLinePage
from thidua_desktop.ui.theme import PALETTE

pytestmark = pytest.mark.gui
FOUR = QuotaRule(CycleKind.ANNUAL, GIAY_KHEN, SubjectKind.COLLECTIVE, 4, "commune", "Tối đa 4.")


@pytest.fixture
def page(open_window: OpenWindow, collected_office: SampleOffice) -> QuotaLinePage:
    save_quotas(collected_office.desk, [FOUR])
    return page_of(open_window(collected_office), "quota_line", QuotaLinePage)


def within(page: QuotaLinePage) -> list[str]:
    assert page.draft is not None
    return [row.name for row in page.draft.within]


def proposals(page: QuotaLinePage) -> tuple[Proposal, ...]:
    with page.desk.store.read() as books:
        return books.awards.proposals(CYCLE)


def press(page: QuotaLinePage, name: str) -> None:
    found = page.panel.findChild(QPushButton, name)
    assert found is not None
    found.click()


def line_at(page: QuotaLinePage) -> list[int]:
    """The rows at whose lower edge the line is drawn."""
    picture = page.table.view.viewport().grab().toImage()
    rows = range(len(page.table.model.shown))
    found = []
    for row in rows:
        edge = page.table.view.visualRect(page.table.model.index(row, 1)).bottom() - 1
        if picture.pixelColor(4, edge).name().upper() == PALETTE.accent:
            found.append(row)
    return found


def test_the_line_stands_where_the_quota_ends(
    page: QuotaLinePage, qtmodeltester: ModelTester
) -> None:
    assert len(within(page)) == 4
    assert line_at(page) == [3]
    assert "Tối đa 4." in panel_words(page.panel)
    qtmodeltester.check(page.table.model)  # type: ignore[no-untyped-call]
    page.table.view.horizontalHeader().setSortIndicator(2, Qt.SortOrder.AscendingOrder)
    assert line_at(page) == []


def test_keys_move_the_line_and_beyond_the_quota_a_reason_is_asked(
    page: QuotaLinePage, person: Person
) -> None:
    page.table.view.setFocus()
    QTest.keyClick(page.table.view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert page.draft is not None
    assert page.draft.result.places.line == 3
    assert not person.shown
    page.down.click()
    person.fills[ReasonDialog] = lambda d: d.reason.setPlainText("Chủ tịch đồng ý")  # type: ignore[attr-defined]
    page.down.click()
    assert page.draft.drawn.reason == "Chủ tịch đồng ý"
    assert page.draft.result.places.line == 5
    page.moving.give_back()
    assert page.draft.drawn.places is None


def test_the_line_goes_right_under_the_chosen_row(page: QuotaLinePage) -> None:
    page.table.view.selectRow(1)
    page.moving.put_below(page.table.current)
    assert page.draft is not None
    assert page.draft.result.places.line == 2
    assert line_at(page) == [1]


def test_one_is_left_out_and_let_back(page: QuotaLinePage, person: Person) -> None:
    before = within(page)
    person.fills[ReasonDialog] = lambda d: d.reason.setPlainText("Xin rút")  # type: ignore[attr-defined]
    page.table.view.selectRow(0)
    press(page, "leaveOut")
    assert before[0] not in within(page)
    page.table.select_key(next(r.code for r in page.draft.rows if r.name == before[0]))  # type: ignore[union-attr]
    assert "Xin rút" in panel_words(page.panel)
    press(page, "letOrder")
    assert within(page) == before
    page.table.view.selectRow(6)
    taken = page.table.current.name
    press(page, "takeIn")
    assert taken in within(page)


def test_the_whole_list_is_proposed_with_what_was_confirmed(
    page: QuotaLinePage, person: Person
) -> None:
    def fill(dialog: ProposeListDialog) -> None:
        assert dialog.achievement_text()
        assert dialog.over is None
        for box in dialog.confirmations._boxes.values():
            box.setChecked(True)

    person.fills[ProposeListDialog] = fill  # type: ignore[assignment]
    names = within(page)
    page.header.main.click()
    assert sorted(one.subject_name for one in proposals(page)) == sorted(names)
    assert all(one.confirmed for one in proposals(page))
    assert not page.header.main.isEnabled()
    assert within(page) == names


def test_a_share_is_counted_from_those_who_take_part(page: QuotaLinePage, person: Person) -> None:
    share = QuotaRule(
        *(CycleKind.ANNUAL, GIAY_KHEN, SubjectKind.INDIVIDUAL, 5, "commune", ""),
        formula=QuotaKind.PERCENT_OF_PARTICIPANTS,
    )
    save_quotas(page.desk, [FOUR, share])
    page.filters.choose("list", f"{GIAY_KHEN}/individual")
    assert page.draft is not None
    assert page.draft.result.places.allowed is None
    person.fills[ParticipantsDialog] = (
        lambda d: d.fields[SubjectKind.INDIVIDUAL].setValue(59)  # type: ignore[attr-defined]
    )
    page.moving.ask_participants()
    assert page.draft.result.places.allowed == 2


def test_a_number_is_added_where_the_plan_gives_none(
    open_window: OpenWindow, empty_office: SampleOffice, person: Person
) -> None:
    page = page_of(open_window(empty_office), "plan", PlanPage)

    def fill(dialog: QuotaDialog) -> None:
        assert dialog.fault()
        for kind in (SubjectKind.COLLECTIVE, SubjectKind.INDIVIDUAL):
            dialog.subjects[kind].setChecked(True)
        dialog.figure.setValue(2)

    person.fills[QuotaDialog] = fill  # type: ignore[assignment]
    page.numbers.add()
    assert page.tabs.currentIndex() == QUOTAS
    page.header.main.click()
    with empty_office.desk.store.read() as books:
        (rule,) = books.plans.quotas()
    assert (rule.maximum, rule.formula) == (2, QuotaKind.ABSOLUTE_COMBINED)
    assert rule.shared_with == (SubjectKind.INDIVIDUAL,)
    page.quotas.view.selectRow(0)
    page.numbers.drop()
    page.header.main.click()
    with empty_office.desk.store.read() as books:
        assert books.plans.quotas() == ()
