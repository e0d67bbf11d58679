"""The council in the window: members, a session by name, ballots by keys, the big screen."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.modeltest import ModelTester

from tests.council_in_hand import NAMES, enrol_council, held
from tests.gui.conftest import OpenWindow, Person
from tests.gui.office import GIAY_KHEN, LATE, SampleOffice
from thidua_desktop.application.awarding.proposing import AwardRequest, propose
from thidua_desktop.application.council.keyed_ballots import keep_ballots
from thidua_desktop.application.council.members import change_member, council_on
from thidua_desktop.application.council.sessions import open_session
from thidua_desktop.application.council.vote_rules import own_source, set_vote_rule, voting_rules
from thidua_desktop.application.enrolling.registers import list_people, list_units
from thidua_desktop.domain.award_forms import VoteRule
from thidua_desktop.domain.council import Attendance
from thidua_desktop.domain.council_members import Presence
from thidua_desktop.domain.proposals import ProposalStatus
from thidua_desktop.domain.voting import BallotSheet, VoteMethod
from thidua_desktop.domain.voting import Mark as Choice
from thidua_desktop.ui.dialogs.count_dialog import CountDialog
from thidua_desktop.ui.dialogs.member_dialog import CouncilDecisionDialog, MemberDialog
from thidua_desktop.ui.dialogs.session_dialog import MemberSessionDialog, MinutesDialog
from thidua_desktop.ui.dialogs.vote_rule_dialog import OWN, VoteRuleDialog
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.pages.council import CouncilPage
from thidua_desktop.ui.pages.council_members import CouncilMembersPage
from thidua_desktop.ui.widgets.projector import Projector

CYCLE = "2026-annual"
SECRET = VoteRule(80, ballot_required=True, source=own_source("Quy chế của tỉnh"))


@dataclass
class Meeting:
    """An office with three proposals before a council of nine."""

    office: SampleOffice
    session: str
    proposals: list[int]

    def votes(self) -> dict[int, tuple[int, int, int]]:
        with self.office.desk.store.read() as books:
            return {
                b.proposal: (b.yes, b.no, b.invalid) for b in books.awards.ballots(self.session)
            }


@pytest.fixture
def meeting(enrolled_office: SampleOffice) -> Meeting:
    office = enrolled_office
    office.clock.set(LATE)
    units = [one.code for one in list_units(office.desk) if one.group == "school"][:2]
    requests = [AwardRequest(CYCLE, GIAY_KHEN, person=list_people(office.desk)[0].code)]
    requests += [AwardRequest(CYCLE, GIAY_KHEN, unit=unit) for unit in units]
    numbers = []
    for request in requests:
        made = propose(office.desk, request, "Dẫn đầu chuyển đổi số.", "Hội đồng xem xét")
        assert made.proposal is not None
        numbers.append(made.proposal)
    enrol_council(office.desk)
    session = held(office.desk, CYCLE, LATE, {NAMES[5][0]: (Presence.ABSENT, "ốm")})
    return Meeting(office, session, numbers)


def council_page(window: MainWindow) -> CouncilPage:
    window.show_page("council")
    assert isinstance(window.current, CouncilPage)
    return window.current


def members_page(window: MainWindow) -> CouncilMembersPage:
    window.show_page("council_members")
    assert isinstance(window.current, CouncilMembersPage)
    return window.current


def test_members_are_added_edited_and_taken_out(
    enrolled_office: SampleOffice,
    open_window: OpenWindow,
    person: Person,
    qtmodeltester: ModelTester,
) -> None:
    page = members_page(open_window(enrolled_office))
    qtmodeltester.check(page.table.model)  # type: ignore[no-untyped-call]

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, MemberDialog)
        dialog.name.setText("Nguyễn Văn Mẫu")
        dialog.field.setText("Kinh tế số")
        dialog.since.setText("15/1/2026")

    person.fills[MemberDialog] = fill
    page.header.main.click()
    [member] = council_on(enrolled_office.desk).members
    assert (member.name, member.field) == ("Nguyễn Văn Mẫu", "Kinh tế số")
    model = page.table.model
    assert model.setData(model.index(0, 5), "Thôn 1 đến thôn 5")
    [member] = council_on(enrolled_office.desk).members
    assert member.area == "Thôn 1 đến thôn 5"
    page.table.select_first()
    page.remove()
    assert council_on(enrolled_office.desk).everyone == ()


def test_a_wrong_day_is_told_in_the_dialog(enrolled_office: SampleOffice, icons: object) -> None:
    dialog = MemberDialog(None, (), icons, None)  # type: ignore[arg-type]
    assert dialog.fault() == "Cần điền họ và tên."
    dialog.name.setText("Nguyễn Văn Mẫu")
    dialog.until.setText("31/2/2026")
    assert "Ngày chưa đúng" in dialog.fault()
    del enrolled_office


def test_a_list_is_pasted_and_the_decision_written(
    enrolled_office: SampleOffice, open_window: OpenWindow, person: Person
) -> None:
    page = members_page(open_window(enrolled_office))
    QGuiApplication.clipboard().setText(
        "Họ và tên\tChức vụ\tTrong Hội đồng\nĐỗ Mẫu\tChủ tịch\tChủ tịch Hội đồng\nVũ Thử\t\t\n"
    )
    page.paste_list()
    assert [one.name for one in council_on(enrolled_office.desk).members] == ["Đỗ Mẫu", "Vũ Thử"]

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, CouncilDecisionDialog)
        dialog.number.setText("15/QĐ-UBND")
        dialog.day.setText("15/01/2026")

    person.fills[CouncilDecisionDialog] = fill
    page.edit_decision()
    assert "15/QĐ-UBND" in page.header.subtitle.toolTip() + page.header.subtitle.text()


def test_a_session_is_opened_by_name(
    meeting: Meeting, open_window: OpenWindow, person: Person
) -> None:
    page = council_page(open_window(meeting.office))

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, MemberSessionDialog)
        table = dialog.attendance_table.table
        model = table.model
        assert model.setData(model.index(1, 2), "2")
        assert model.setData(model.index(1, 3), "đi họp tỉnh")
        assert model.setData(model.index(2, 2), "ý kiến")
        assert "có mặt 7, ý kiến bằng văn bản 1, vắng mặt 1" in dialog.counted.text()
        assert not model.setData(model.index(3, 2), "9")
        assert dialog.notice.isVisibleTo(dialog)

    person.fills[MemberSessionDialog] = fill
    page.header.main.click()
    assert page.session is not None
    assert (page.session.present, page.session.written) == (7, 1)
    assert "Có mặt 7 / 9 thành viên, 1 gửi ý kiến" in page.attendance.text()


def test_a_session_without_quorum_is_asked_again_with_what_was_typed(
    meeting: Meeting, open_window: OpenWindow, person: Person
) -> None:
    page = council_page(open_window(meeting.office))
    refused: list[str] = []

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, MemberSessionDialog)
        model = dialog.attendance_table.table.model
        if not refused and dialog.notice.isHidden():
            for row in range(5):
                assert model.setData(model.index(row, 2), "vắng")
            dialog.place.setText("Phòng họp số 1")
            return
        refused.append(dialog.notice.text.text())
        assert dialog.place.text() == "Phòng họp số 1"
        for row in range(5):
            assert model.setData(model.index(row, 2), "có mặt")

    person.fills[MemberSessionDialog] = fill
    page.header.main.click()
    assert len(person.shown) == 2
    assert "4 trên 9" in refused[0]
    assert page.session is not None
    assert page.session.present == 9


def test_ballots_are_keyed_with_number_keys(
    meeting: Meeting,
    open_window: OpenWindow,
    person: Person,
    qtmodeltester: ModelTester,
) -> None:
    set_vote_rule(meeting.office.desk, GIAY_KHEN, SECRET)
    page = council_page(open_window(meeting.office))
    page.table.select_first()

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, CountDialog)
        qtmodeltester.check(dialog.pad.table.model)  # type: ignore[no-untyped-call]
        assert not dialog.method.isEnabled()
        for _ in range(6):
            QTest.keyClicks(dialog.pad, "3")
            QTest.keyClick(dialog.pad, Qt.Key.Key_Return)
        QTest.keyClicks(dialog.pad, "121")
        QTest.keyClick(dialog.pad, Qt.Key.Key_Return)
        QTest.keyClicks(dialog.pad, "x")
        QTest.keyClick(dialog.pad, Qt.Key.Key_Enter)
        assert (dialog.returned.number(), dialog.void.number()) == (8, 1)
        QTest.keyClick(dialog.pad, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert "KHÔNG HỢP LỆ" in dialog.pad.told.text()
        QTest.keyClick(dialog.pad, Qt.Key.Key_Return)
        assert dialog.projector.lines[0].yes == "7"

    person.fills[CountDialog] = fill
    page.count.click()
    person_, first, second = meeting.proposals
    # The ballot lists collectives before people, whatever was proposed first.
    assert meeting.votes() == {first: (7, 0, 1), second: (6, 1, 1), person_: (7, 0, 1)}
    with meeting.office.desk.store.read() as books:
        [round_] = books.voting.rounds(meeting.session)
        assert len(books.voting.sheets(meeting.session, GIAY_KHEN)) == 8
        statuses = [books.awards.proposal(number).status for number in meeting.proposals]
    assert round_.method is VoteMethod.BALLOT
    assert statuses == [ProposalStatus.NOT_PASSED] * 3  # 7 of 9 is less than 80 %


def test_enter_never_ends_the_count_and_each_ballot_is_kept(
    meeting: Meeting, open_window: OpenWindow, person: Person
) -> None:
    page = council_page(open_window(meeting.office))
    page.table.select_first()

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, CountDialog)
        dialog.way.setCurrentIndex(0)
        QTest.keyClick(dialog.pad, Qt.Key.Key_Return)
        assert "chưa đánh dấu" in dialog.pad.hint.text()
        assert dialog.fault() == "Chưa nhập phiếu nào."
        QTest.keyClicks(dialog.pad, "3")
        assert "chưa xong" in dialog.fault()
        QTest.keyClick(dialog.pad, Qt.Key.Key_Return)
        with meeting.office.desk.store.read() as books:
            assert len(books.voting.keyed(meeting.session, GIAY_KHEN)) == 1

    person.fills[CountDialog] = fill
    person.leaves.add(CountDialog)
    page.count.click()
    assert "Đã giữ 1 phiếu nhập dở" in page.notice.text.text()
    assert all(votes[0] == 0 for votes in meeting.votes().values()) or not meeting.votes()


def test_a_count_that_was_broken_off_goes_on(
    meeting: Meeting, open_window: OpenWindow, person: Person
) -> None:
    order = tuple(meeting.proposals)
    sheet = BallotSheet(dict.fromkeys(order, Choice.YES))
    keep_ballots(meeting.office.desk, meeting.session, GIAY_KHEN, (sheet,))
    page = council_page(open_window(meeting.office))
    page.table.select_first()

    def go_on(dialog: QDialog) -> None:
        assert isinstance(dialog, CountDialog)
        assert "1 phiếu đã nhập lần trước" in dialog.notice.text.text()
        QTest.keyClicks(dialog.pad, "3")
        QTest.keyClick(dialog.pad, Qt.Key.Key_Return)
        dialog.drop.click()
        assert not dialog.pad.keying.done
        QTest.keyClicks(dialog.pad, "3")
        QTest.keyClick(dialog.pad, Qt.Key.Key_Return)

    person.fills[CountDialog] = go_on
    page.count.click()
    assert all(votes[0] == 1 for votes in meeting.votes().values())
    with meeting.office.desk.store.read() as books:
        assert books.voting.keyed(meeting.session, GIAY_KHEN) == ()


def test_numbers_are_typed_for_a_show_of_hands(
    meeting: Meeting, open_window: OpenWindow, person: Person, qtmodeltester: ModelTester
) -> None:
    page = council_page(open_window(meeting.office))
    page.table.select_first()

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, CountDialog)
        qtmodeltester.check(dialog.table.table.model)  # type: ignore[no-untyped-call]
        model = dialog.table.table.model
        assert "Chưa nhập" in dialog.fault()
        assert model.paste(model.index(0, 2), [["8", "0"], ["6", "2"], ["5", "3"]])
        assert not model.setData(model.index(0, 2), "tám")

    person.fills[CountDialog] = fill
    page.count.click()
    person_, first, second = meeting.proposals
    assert meeting.votes() == {first: (8, 0, 0), second: (6, 2, 0), person_: (5, 3, 0)}


def test_the_big_screen_shows_and_closes(meeting: Meeting, open_window: OpenWindow) -> None:
    page = council_page(open_window(meeting.office))
    page.project()
    projector = page.findChild(Projector, "projector")
    assert projector is not None
    assert projector.isVisible()
    assert len(projector.lines) == 3
    assert not projector.grab().isNull()
    QTest.keyClick(projector, Qt.Key.Key_Escape)
    assert not projector.isVisible()


def test_rules_of_the_province_are_set_in_the_window(
    meeting: Meeting, open_window: OpenWindow, person: Person
) -> None:
    page = council_page(open_window(meeting.office))

    def own(dialog: QDialog) -> None:
        assert isinstance(dialog, VoteRuleDialog)
        dialog.subject.setCurrentIndex(dialog.subject.findData(GIAY_KHEN))
        dialog.choice.setCurrentIndex(dialog.choice.findData(OWN))
        assert "văn bản" in dialog.fault()
        dialog.percent.show_number(70)
        dialog.citation.setText("Quyết định 1/2026 của tỉnh")

    person.fills[VoteRuleDialog] = own
    page.set_rules()
    [rule] = [one for one in voting_rules(meeting.office.desk).awards if one.is_own]
    assert (rule.form.code, rule.rule.threshold_percent) == (GIAY_KHEN, 70)
    page.table.select_first()

    def quorum(dialog: QDialog) -> None:
        assert isinstance(dialog, VoteRuleDialog)
        dialog.choice.setCurrentIndex(dialog.choice.findData(OWN))
        dialog.parts.show_number(4)
        dialog.of.show_number(5)
        dialog.citation.setText("Quy chế")

    person.fills[VoteRuleDialog] = quorum
    page.set_rules()
    assert voting_rules(meeting.office.desk).has_own_quorum


def test_the_minutes_are_noted(meeting: Meeting, open_window: OpenWindow, person: Person) -> None:
    page = council_page(open_window(meeting.office))

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, MinutesDialog)
        dialog.ended.setText("11:15")
        dialog.discussion.setPlainText("Không có ý kiến khác.")

    person.fills[MinutesDialog] = fill
    page.note_minutes()
    with meeting.office.desk.store.read() as books:
        record = books.voting.record(meeting.session)
    assert record is not None
    assert (record.ended_at, record.discussion) == ("11:15", "Không có ý kiến khác.")


def test_even_votes_ask_for_the_chair_where_the_rule_says_so(
    meeting: Meeting, open_window: OpenWindow
) -> None:
    desk = meeting.office.desk
    even = open_session(desk, CYCLE, LATE, Attendance(8, 8))
    page = council_page(open_window(meeting.office))
    page.filters.choose("session", even.id)
    page.table.select_first()
    assert page.panel.chair.isHidden()
    own = VoteRule(None, ballot_required=False, source=own_source("Quy chế"), chair_breaks_tie=True)
    set_vote_rule(desk, GIAY_KHEN, own)
    page.state.reload()
    assert not page.panel.chair.isHidden()
    page.panel.yes.show_number(4)
    page.panel.no.show_number(4)
    page.panel.deed.click()
    assert "Không được Hội đồng thông qua" in page.notice.text.text()
    page.panel.chair.setCurrentIndex(page.panel.chair.findData(True))
    page.panel.deed.click()
    assert "Được Hội đồng thông qua" in page.notice.text.text()


def test_who_does_not_vote_on_the_own_unit_is_named(
    meeting: Meeting, open_window: OpenWindow
) -> None:
    desk = meeting.office.desk
    with desk.store.read() as books:
        unit = books.awards.proposal(meeting.proposals[1]).subject_code
    teacher = council_on(desk).members[-1]
    change_member(desk, replace(teacher, unit=unit))
    session = held(desk, CYCLE, LATE)
    page = council_page(open_window(meeting.office))
    page.filters.choose("session", session)
    page.table.select_key(meeting.proposals[1])
    words = [one.text() for one in page.panel.findChildren(QLabel)]
    assert f"Không biểu quyết: {teacher.name}" in words
