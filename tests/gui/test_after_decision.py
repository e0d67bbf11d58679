"""The pages of step 12: register, book of awards, fund, five years, history."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.modeltest import ModelTester

from tests.gui.conftest import OpenWindow, Person
from tests.gui.office import SampleOffice, whole_office, with_council
from thidua_desktop.application.decisions.book import decision_book
from thidua_desktop.application.decisions.deciding import issue_decision
from thidua_desktop.application.rewards.book import reward_book
from thidua_desktop.application.rewards.fund_book import show_fund
from thidua_desktop.bootstrap import Joiner
from thidua_desktop.domain.awards.cancelling import RecoveryState
from thidua_desktop.system.clock import FixedClock
from thidua_desktop.ui.dialogs.decision_dialogs import (
    CancelDialog,
    RecoveryDialog,
    RegisterDialog,
)
from thidua_desktop.ui.dialogs.fund_dialogs import FundDialog, SpendingDialog
from thidua_desktop.ui.dialogs.reward_dialogs import DaysOffDialog, PayDialog, ReferralDialog
from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.pages.decisions import DecisionsPage
from thidua_desktop.ui.pages.five_years import FiveYearsPage
from thidua_desktop.ui.pages.fund import FundPage
from thidua_desktop.ui.pages.rewards import RewardsPage

pytestmark = pytest.mark.gui

CYCLE = "2026-annual"
SIGNED = dt.date(2026, 12, 16)


@pytest.fixture(scope="module")
def decided_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data of an office whose chair has decided."""
    office = whole_office(tmp_path_factory.mktemp("decided"))
    with_council(office, CYCLE)
    issue_decision(office.desk, f"{CYCLE}-1", SIGNED)
    office.store.close()
    return office.store.folder


@pytest.fixture
def office(decided_data: Path, tmp_path: Path) -> Iterator[SampleOffice]:
    """A copy of it, for one test to work on."""
    data = tmp_path / "du-lieu"
    shutil.copytree(decided_data, data)
    clock = FixedClock(SIGNED)
    joiner = Joiner.detect(clock)
    store = joiner.store(data)
    store.open()
    yield SampleOffice(joiner.desk(store), store, clock, joiner, tmp_path)
    store.close()


@pytest.fixture
def window(open_window: OpenWindow, office: SampleOffice) -> MainWindow:
    return open_window(office)


def test_a_decision_gets_its_number(
    window: MainWindow, office: SampleOffice, person: Person, qtmodeltester: ModelTester
) -> None:
    def number(dialog: QDialog) -> None:
        assert isinstance(dialog, RegisterDialog)
        dialog.number.setText("187/QĐ-UBND")

    window.show_page("decisions")
    page = window.current
    assert isinstance(page, DecisionsPage)
    assert (
        "1 quyết định chưa ghi số" in page.header.subtitle.toolTip() + page.header.subtitle.text()
    )
    person.fills[RegisterDialog] = number
    page.header.main.click()
    (line,) = decision_book(office.desk)
    assert (line.decision.number, line.signer) == ("187/QĐ-UBND", "Nguyễn Văn Mẫu")
    assert "187/QĐ-UBND" in page.notice.text.text()
    qtmodeltester.check(page.table.model)  # type: ignore[no-untyped-call]


def test_the_signed_decision_is_attached_opened_and_taken_off(
    window: MainWindow, office: SampleOffice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = tmp_path / "Quyết định 187.pdf"
    paper.write_bytes(b"%PDF-1.4 made up")
    window.show_page("decisions")
    page = window.current
    assert isinstance(page, DecisionsPage)
    monkeypatch.setattr(page, "choose_files", lambda *_words: [paper])
    page.attach()
    assert decision_book(office.desk)[0].scans
    opened: list[Path] = []
    monkeypatch.setattr(
        page, "open_file_action", lambda path, words: (words, lambda: opened.append(path))
    )
    look, off = page.panel.findChildren(QPushButton, "scanDeed")
    look.click()
    assert [path.name for path in opened] == [paper.name]
    off.click()
    assert not decision_book(office.desk)[0].scans


def test_an_award_is_paid_cancelled_and_recovered(
    window: MainWindow, office: SampleOffice, person: Person, qtmodeltester: ModelTester
) -> None:
    def gift(dialog: QDialog) -> None:
        assert isinstance(dialog, PayDialog)
        dialog.gift.setText("Máy tính bảng")

    def cancel(dialog: QDialog) -> None:
        assert isinstance(dialog, CancelDialog)
        assert dialog.fault()
        dialog.document.setText("Kết luận số 02/KL-UBND")

    def received(dialog: QDialog) -> None:
        assert isinstance(dialog, RecoveryDialog)
        dialog.received.is_set.setChecked(True)

    window.show_page("rewards")
    page = window.current
    assert isinstance(page, RewardsPage)
    person.fills |= {PayDialog: gift, CancelDialog: cancel, RecoveryDialog: received}
    name = page.table.current.proposal.subject_name
    page.header.main.click()
    page.work.cancel(page.table.current)
    assert page.table.current.proposal.subject_name == name
    page.work.follow(page.table.current)
    found = next(r for r in reward_book(office.desk).rewards if r.proposal.subject_name == name)
    assert found.bonus is not None
    assert found.bonus.payment is not None
    assert found.bonus.payment.gift == "Máy tính bảng"
    assert found.cancelled is not None
    assert found.cancelled.recovery.state is RecoveryState.DUE
    assert [type(dialog) for dialog in person.shown] == [PayDialog, CancelDialog, RecoveryDialog]
    page.shown.setCurrentIndex(page.shown.findData("cancelled"))
    assert [one.proposal.subject_name for one in page.table.model.shown] == [name]
    qtmodeltester.check(page.table.model)  # type: ignore[no-untyped-call]


def test_what_is_not_asked_for_is_told(window: MainWindow, person: Person) -> None:
    window.show_page("rewards")
    page = window.current
    assert isinstance(page, RewardsPage)
    page.work.refer(page.table.chosen)
    told = [page.notice.text.text()]
    for does in (
        page.work.follow,
        page.work.take_back_payment,
        page.work.take_back_referral,
    ):
        does(page.table.current)
        told.append(page.notice.text.text())
    for said, words in zip(
        told, ("cấp trên quyết định", "đã hủy bỏ", "đã ghi chi", "ở cấp trên"), strict=True
    ):
        assert words in said
    assert person.shown == []


def test_a_day_off_of_the_office(window: MainWindow, office: SampleOffice, person: Person) -> None:
    def culture(dialog: QDialog) -> None:
        assert isinstance(dialog, DaysOffDialog)
        dialog.name.setText("Nghỉ theo thông báo")

    window.show_page("rewards")
    page = window.current
    assert isinstance(page, RewardsPage)
    person.fills[DaysOffDialog] = culture
    page.work.edit_days()
    with office.desk.store.read() as books:
        assert [entry.name for entry in books.calendar.all()] == ["Nghỉ theo thông báo"]


def test_the_referral_dialog_opens_what_belongs_to_the_result(icons: Icons) -> None:
    dialog = ReferralDialog(["Trường Mẫu"], SIGNED, icons, None)
    opened = []
    for place in range(3):
        dialog.state.setCurrentIndex(place)
        fields = (dialog.document, dialog.number, dialog.note_field, dialog.date)
        opened.append([field.isEnabled() for field in fields])
    assert opened == [
        [True, False, False, True],
        [False, True, False, True],
        [False, False, True, False],
    ]


def test_the_fund_is_entered_and_spent(
    window: MainWindow, office: SampleOffice, person: Person, qtmodeltester: ModelTester
) -> None:
    def fund(dialog: QDialog) -> None:
        assert isinstance(dialog, FundDialog)
        dialog.budget.setText("10.000.000")
        dialog.regular.setText("1.000.000.000")
        dialog.area.setCurrentIndex(1)
        assert "10.000.000 đồng" in dialog.offered.text()

    def spending(dialog: QDialog) -> None:
        assert isinstance(dialog, SpendingDialog)
        dialog.money.setText("ba triệu")
        assert dialog.fault()
        dialog.money.setText("3.000.000")
        dialog.content.setText("Hội nghị tổng kết")
        dialog.kind.setCurrentIndex(1)

    window.show_page("fund")
    page = window.current
    assert isinstance(page, FundPage)
    person.fills |= {FundDialog: fund, SpendingDialog: spending}
    page.enter_fund()
    page.header.main.click()
    state = show_fund(office.desk, 2026).state
    assert (state.year.budget, state.organising) == (10_000_000, 3_000_000)
    assert [reason.code for reason in state.warnings] == ["fund_organising_over"]
    qtmodeltester.check(page.table.model)  # type: ignore[no-untyped-call]
    page.table.select_first()
    page.remove()
    assert show_fund(office.desk, 2026).spendings == ()


def test_five_years_draw_the_selected_unit(
    window: MainWindow, qtmodeltester: ModelTester, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.show_page("five_years")
    page = window.current
    assert isinstance(page, FiveYearsPage)
    reported = next(row for row in page.table.model.shown if any(one.rank for one in row.results))
    page.table.view.selectRow(page.table.model.shown.index(reported))
    assert page._chart is not None
    assert not page._chart.pixmap().isNull()
    assert "năm 2026" in page._chart.accessibleName()
    qtmodeltester.check(page.table.model)  # type: ignore[no-untyped-call]
    target = tmp_path / "nam-nam.xlsx"
    monkeypatch.setattr(page, "choose_new_file", lambda *_: target)
    page.export()
    assert target.is_file()


def test_the_book_is_written_and_printed(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.show_page("rewards")
    page = window.current
    assert isinstance(page, RewardsPage)
    for name, does in (("so.xlsx", page.export), ("so.pdf", page.print_page)):
        target = tmp_path / name
        monkeypatch.setattr(page, "choose_new_file", lambda *_, to=target: to)
        does()
        assert target.is_file()
