"""The council's members, their sessions by name, whole rounds of ballots, the province's rules."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from tests.council_in_hand import MADE, NAMES, enrol_council, held, order_of
from tests.integration.application.test_council import ACHIEVEMENT, HELD
from tests.office_in_hand import CYCLE, OfficeInHand
from thidua_desktop.application.awarding.proposing import AwardRequest, propose
from thidua_desktop.application.council.keyed_ballots import keep_ballots, keyed_ballots
from thidua_desktop.application.council.members import (
    add_member,
    change_member,
    council_on,
    remove_member,
    save_council_decision,
)
from thidua_desktop.application.council.sessions import (
    RoundOrder,
    count_round,
    hold_session,
    note_session,
    vote,
)
from thidua_desktop.application.council.vote_rules import (
    own_source,
    reset_quorum,
    reset_vote_rule,
    set_quorum,
    set_vote_rule,
    voting_rules,
)
from thidua_desktop.application.journal.taking_back import newest_undoable
from thidua_desktop.domain.award_forms import VoteRule
from thidua_desktop.domain.council import VoteCount
from thidua_desktop.domain.council_members import (
    CouncilDecision,
    CouncilMember,
    Presence,
    SessionMode,
    SessionRecord,
)
from thidua_desktop.domain.errors import Conflict, InputError, NotFound, RuleViolation
from thidua_desktop.domain.proposals import ProposalStatus
from thidua_desktop.domain.rule_pack import Quorum
from thidua_desktop.domain.voting import BallotSheet, Mark, VoteMethod, VoteRound

GIAY_KHEN = "giay_khen_xa"
ILL = (Presence.ABSENT, "ốm")
IN_WRITING = (Presence.WRITTEN, "đi công tác")


def proposed(office: OfficeInHand, *units: str) -> list[int]:
    office.collect_all()
    office.appraise_all()
    office.clock.set(dt.date(2026, 12, 18))
    numbers = []
    for unit in units:
        request = AwardRequest(CYCLE, GIAY_KHEN, office.unit(unit))
        number = propose(office.desk, request, ACHIEVEMENT, "Đã kiểm tra hồ sơ.").proposal
        assert number is not None
        numbers.append(number)
    office.clock.set(HELD)
    return numbers


def ballots(number: int, yes: int, no: int, void: int = 0) -> tuple[BallotSheet, ...]:
    return (
        *(BallotSheet({number: Mark.YES}) for _ in range(yes)),
        *(BallotSheet({number: Mark.NO}) for _ in range(no)),
        *(BallotSheet({}, is_void=True) for _ in range(void)),
    )


# ---- Members


def test_members_are_listed_from_the_chair_down(office: OfficeInHand) -> None:
    enrol_council(office.desk)
    found = council_on(office.desk, HELD)
    assert found.members[0].name == NAMES[0][0]
    assert len(found.members) == len(NAMES)
    assert found.decision is not None
    assert found.decision.number == "15/QĐ-UBND"
    assert council_on(office.desk, MADE - dt.timedelta(days=1)).members == ()
    assert council_on(office.desk, MADE - dt.timedelta(days=1)).decision is None


def test_a_member_leaves_on_a_day_and_stays_in_the_register(office: OfficeInHand) -> None:
    member = enrol_council(office.desk)[4]
    change_member(office.desk, replace(member, valid_to=dt.date(2026, 6, 30)))
    found = council_on(office.desk, HELD)
    assert member.id not in [one.id for one in found.members]
    assert member.id in [one.id for one in found.everyone]


def test_what_a_member_cannot_be_is_refused(office: OfficeInHand) -> None:
    [first, *_] = enrol_council(office.desk)
    with pytest.raises(InputError, match="member_wrong"):
        add_member(office.desk, CouncilMember(0, "  "))
    with pytest.raises(InputError, match="member_wrong"):
        change_member(office.desk, replace(first, valid_to=MADE - dt.timedelta(days=1)))
    with pytest.raises(Conflict, match="member_exists"):
        add_member(office.desk, replace(first, id=0, name=first.name.upper()))
    with pytest.raises(NotFound, match="unit_unknown"):
        add_member(office.desk, CouncilMember(0, "Người Mẫu", unit="DV999"))
    with pytest.raises(NotFound, match="member_unknown"):
        change_member(office.desk, CouncilMember(99, "Người Mẫu"))
    with pytest.raises(Conflict, match="council_decision_exists"):
        save_council_decision(office.desk, CouncilDecision(0, "15/QĐ-UBND", MADE))


def test_only_who_was_at_no_session_is_taken_out(office: OfficeInHand) -> None:
    members = enrol_council(office.desk)
    remove_member(office.desk, members[-1].id)
    held(office.desk, CYCLE, HELD)
    with pytest.raises(Conflict, match="member_has_attended"):
        remove_member(office.desk, members[0].id)


# ---- Sessions


def test_a_session_counts_its_members_by_name(office: OfficeInHand) -> None:
    enrol_council(office.desk)
    away = {NAMES[5][0]: ILL, NAMES[6][0]: IN_WRITING}
    session = hold_session(office.desk, CYCLE, order_of(office.desk, HELD, away))
    assert (session.members_total, session.present, session.written) == (9, 7, 1)
    with office.desk.store.read() as books:
        lines = books.voting.attendance(session.id)
        record = books.voting.record(session.id)
    assert [(line.name, line.reason) for line in lines if line.presence is Presence.ABSENT] == [
        (NAMES[5][0], "ốm")
    ]
    assert record is not None
    assert (record.began_at, record.session) == ("08:00", session.id)


def test_the_list_of_a_session_does_not_change_with_the_register(office: OfficeInHand) -> None:
    members = enrol_council(office.desk)
    session = held(office.desk, CYCLE, HELD)
    change_member(office.desk, replace(members[0], post="Nguyên Chủ tịch"))
    with office.desk.store.read() as books:
        assert books.voting.attendance(session)[0].post == NAMES[0][1]


def test_a_session_by_name_needs_its_quorum(office: OfficeInHand) -> None:
    enrol_council(office.desk)
    away = {name: ILL for name, *_ in NAMES[4:8]}
    with pytest.raises(RuleViolation, match="session_without_quorum") as caught:
        held(office.desk, CYCLE, HELD, away)
    assert (caught.value.data["present"], caught.value.data["needed"]) == (5, 6)


def test_in_writing_the_answers_make_the_quorum(office: OfficeInHand) -> None:
    [number] = proposed(office, "Phòng Kinh tế")
    enrol_council(office.desk)
    asked = {name: (Presence.WRITTEN, "") for name, *_ in NAMES[:7]}
    asked |= {name: (Presence.ABSENT, "") for name, *_ in NAMES[7:]}
    order = order_of(office.desk, HELD, asked, SessionMode.IN_WRITING)
    session = hold_session(office.desk, CYCLE, order)
    assert (session.present, session.written) == (0, 7)
    assert vote(office.desk, session.id, number, VoteCount(5, 2)).passed
    with pytest.raises(InputError, match="attendance_wrong"):
        hold_session(office.desk, CYCLE, order_of(office.desk, HELD, {}, SessionMode.IN_WRITING))


def test_what_the_minutes_tell_is_noted_later(office: OfficeInHand) -> None:
    enrol_council(office.desk)
    session = held(office.desk, CYCLE, HELD)
    note_session(office.desk, SessionRecord(session, SessionMode.IN_WRITING, ended_at="11:00"))
    with office.desk.store.read() as books:
        record = books.voting.record(session)
    assert record == SessionRecord(session, SessionMode.MEETING, ended_at="11:00")
    with pytest.raises(NotFound, match="session_unknown"):
        note_session(office.desk, SessionRecord("2026-annual-9"))


# ---- Rounds


def test_a_round_of_ballots_is_kept_sheet_by_sheet(office: OfficeInHand) -> None:
    [number] = proposed(office, "Phòng Kinh tế")
    enrol_council(office.desk)
    session = held(office.desk, CYCLE, HELD)
    pile = ballots(number, 6, 2, 1)
    round_ = VoteRound(session, GIAY_KHEN, VoteMethod.BALLOT, 9, 9, 1, "Lê Văn Giả Định")
    [outcome] = count_round(office.desk, RoundOrder(round_, {number: VoteCount(6, 2, 1)}, pile))
    assert (outcome.passed, outcome.share_x100) == (True, 66_67)
    with office.desk.store.read() as books:
        assert books.voting.rounds(session) == (round_,)
        assert books.voting.sheets(session, GIAY_KHEN) == pile
        assert books.awards.proposal(number).status is ProposalStatus.PASSED


def test_ballots_are_kept_one_by_one_until_the_count_is_recorded(office: OfficeInHand) -> None:
    [number] = proposed(office, "Phòng Kinh tế")
    enrol_council(office.desk)
    session = held(office.desk, CYCLE, HELD)
    pile = ballots(number, 6, 2, 1)
    last_deed = newest_undoable(office.desk)
    for count in (1, 2, 3, 2, 9):  # the third is taken back
        keep_ballots(office.desk, session, GIAY_KHEN, pile[:count])
        assert keyed_ballots(office.desk, session, GIAY_KHEN) == pile[:count]
    before = office.desk.store.operations(1)[0].id
    keep_ballots(office.desk, session, GIAY_KHEN, pile)
    assert office.desk.store.operations(1)[0].id == before, "nothing changed, nothing is written"
    assert newest_undoable(office.desk) == last_deed, "a ballot is no step on the way back"
    round_ = VoteRound(session, GIAY_KHEN, VoteMethod.BALLOT, 9, 9, 1)
    count_round(office.desk, RoundOrder(round_, {number: VoteCount(6, 2, 1)}, pile))
    assert newest_undoable(office.desk) == office.desk.store.operations(1)[0]
    assert keyed_ballots(office.desk, session, GIAY_KHEN) == ()
    office.desk.store.undo(office.desk.store.operations(1)[0].id)
    assert keyed_ballots(office.desk, session, GIAY_KHEN) == pile
    with pytest.raises(NotFound):
        keep_ballots(office.desk, "2026-annual-9", GIAY_KHEN, pile)


def test_a_recount_replaces_the_count_and_the_journal_keeps_it(office: OfficeInHand) -> None:
    [number] = proposed(office, "Phòng Kinh tế")
    enrol_council(office.desk)
    session = held(office.desk, CYCLE, HELD)
    round_ = VoteRound(session, GIAY_KHEN, VoteMethod.BALLOT, 9, 9, 1)
    count_round(
        office.desk, RoundOrder(round_, {number: VoteCount(6, 2, 1)}, ballots(number, 6, 2, 1))
    )
    again = replace(round_, void=0)
    [outcome] = count_round(
        office.desk, RoundOrder(again, {number: VoteCount(4, 5)}, ballots(number, 4, 5))
    )
    assert not outcome.passed
    newest = office.desk.store.operations(1)[0].id
    office.desk.store.undo(newest)
    with office.desk.store.read() as books:
        assert books.voting.rounds(session) == (round_,)
        assert books.voting.sheets(session, GIAY_KHEN) == ballots(number, 6, 2, 1)
        [ballot] = books.awards.ballots(session)
    assert (ballot.yes, ballot.passed) == (6, True)


def test_a_round_that_cannot_be_changes_nothing(office: OfficeInHand) -> None:
    [number] = proposed(office, "Phòng Kinh tế")
    enrol_council(office.desk)
    session = held(office.desk, CYCLE, HELD)
    round_ = VoteRound(session, GIAY_KHEN, VoteMethod.BALLOT, 9, 9, 0)
    order = RoundOrder(round_, {number: VoteCount(6, 2)}, ballots(number, 6, 2))
    with pytest.raises(InputError, match="votes_wrong"):
        count_round(office.desk, order)
    with office.desk.store.read() as books:
        assert books.voting.rounds(session) == ()
        assert books.awards.proposal(number).status is ProposalStatus.PROPOSED


def test_the_own_unit_is_told_and_the_base_stays(office: OfficeInHand) -> None:
    [number] = proposed(office, "Phòng Kinh tế")
    enrol_council(office.desk, {NAMES[7][0]: office.unit("Phòng Kinh tế")})
    session = held(office.desk, CYCLE, HELD)
    outcome = vote(office.desk, session, number, VoteCount(8, 0))
    assert outcome.share_x100 == 88_89
    assert "vote_abstaining" in [reason.code for reason in outcome.reasons]


# ---- The province's rules


def test_the_provinces_threshold_counts(office: OfficeInHand) -> None:
    [number] = proposed(office, "Phòng Kinh tế")
    enrol_council(office.desk)
    session = held(office.desk, CYCLE, HELD)
    own = VoteRule(80, ballot_required=True, source=own_source("Quyết định 1/2026 của tỉnh"))
    set_vote_rule(office.desk, GIAY_KHEN, own)
    outcome = vote(office.desk, session, number, VoteCount(7, 2))
    assert not outcome.passed
    assert outcome.reasons[-1].data["source"] == "Quyết định 1/2026 của tỉnh"
    with pytest.raises(RuleViolation, match="secret_ballot_needed"):
        vote(office.desk, session, number, VoteCount(9, 0), method=VoteMethod.HANDS)
    reset_vote_rule(office.desk, GIAY_KHEN)
    assert vote(office.desk, session, number, VoteCount(7, 2)).passed


def test_a_rule_names_its_document_and_keeps_the_law(office: OfficeInHand) -> None:
    nameless = VoteRule(60, ballot_required=False, source=own_source(" "))
    with pytest.raises(InputError, match="vote_rule_wrong"):
        set_vote_rule(office.desk, GIAY_KHEN, nameless)
    low = VoteRule(60, ballot_required=True, source=own_source("Quyết định của tỉnh"))
    with pytest.raises(RuleViolation, match="vote_rule_below_law"):
        set_vote_rule(office.desk, "co_thi_dua_chinh_phu", low)
    with pytest.raises(NotFound, match="award_form_unknown"):
        set_vote_rule(office.desk, "giay_la", low)
    assert not any(rule.is_own for rule in voting_rules(office.desk).awards)


def test_the_provinces_quorum_counts(office: OfficeInHand) -> None:
    enrol_council(office.desk)
    away = {name: ILL for name, *_ in NAMES[4:6]}
    set_quorum(office.desk, Quorum(4, 5, own_source("Quy chế của tỉnh")))
    assert voting_rules(office.desk).has_own_quorum
    with pytest.raises(RuleViolation, match="session_without_quorum") as caught:
        held(office.desk, CYCLE, HELD, away)
    assert caught.value.article == "Quy chế của tỉnh"
    reset_quorum(office.desk)
    assert held(office.desk, CYCLE, HELD, away)
    with pytest.raises(InputError, match="vote_rule_wrong"):
        set_quorum(office.desk, Quorum(4, 3, own_source("Quy chế")))


def test_mandatory_ballots_are_those_of_the_rule_pack(office: OfficeInHand) -> None:
    rules = {rule.form.code: rule.rule for rule in voting_rules(office.desk).awards}
    assert rules["co_thi_dua_chinh_phu"].ballot_required
    assert rules["co_thi_dua_chinh_phu"].threshold_percent == 80
    assert not rules[GIAY_KHEN].ballot_required


@pytest.mark.parametrize(
    ("began", "ended", "error"),
    [("25:99", "", "session_time_wrong"), ("14h", "8:00", "session_ends_early")],
)
def test_hours_that_can_not_be_are_refused(
    office: OfficeInHand, began: str, ended: str, error: str
) -> None:
    enrol_council(office.desk)
    session = held(office.desk, CYCLE, HELD)
    with pytest.raises(InputError, match=error):
        note_session(office.desk, SessionRecord(session, began_at=began, ended_at=ended))
