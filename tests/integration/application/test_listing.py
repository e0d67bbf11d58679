"""Danh sách xét: the ranked list with its line, the officer's word, one operation for all."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.office_in_hand import CYCLE, OfficeInHand
from thidua_desktop.application.awarding.list_moves import (
    choose,
    move_line,
    part_equals,
    tell_participants,
)
from thidua_desktop.application.awarding.list_proposing import ListWording, propose_list
from thidua_desktop.application.awarding.listing import AwardDraft, ListOrder, award_draft
from thidua_desktop.application.awarding.proposing import AwardRequest, propose
from thidua_desktop.application.journal.taking_back import take_back
from thidua_desktop.application.paper_kinds.draft import read_draft
from thidua_desktop.application.results.closing import close_cycle
from thidua_desktop.application.setting_up.planning import save_quotas
from thidua_desktop.domain.awards.balance import Balance
from thidua_desktop.domain.awards.quota_line import ListChoice, ListChoiceKind
from thidua_desktop.domain.errors import InputError, RuleViolation
from thidua_desktop.domain.kinds import CycleKind, QuotaKind, SubjectKind
from thidua_desktop.domain.plan import QuotaRule

AWARD = "giay_khen_xa"
UNITS = ListOrder(CYCLE, AWARD, SubjectKind.COLLECTIVE)
WORDING = ListWording("Dẫn đầu phong trào (mẫu)")
PEOPLE = ListOrder(CYCLE, AWARD, SubjectKind.INDIVIDUAL)


@pytest.fixture
def ranked(office: OfficeInHand) -> OfficeInHand:
    """Every unit has reported and is appraised; the plan gives two collectives."""
    office.collect_all()
    office.appraise_all()
    return office


def within(draft: AwardDraft) -> list[str]:
    return [row.name for row in draft.rows if row.line in draft.result.within]


def test_the_list_goes_by_points_and_the_plans_number(ranked: OfficeInHand) -> None:
    draft = award_draft(ranked.desk, UNITS)
    assert draft.quota.maximum == draft.result.places.allowed == 2
    totals = [row.total for row in draft.rows if row.total is not None]
    assert totals == sorted(totals, reverse=True)
    assert len(within(draft)) == 2
    assert draft.newcomers == 2
    assert all(row.line.why.code for row in draft.rows)


def test_people_stand_by_their_unit_with_the_shares_beside(ranked: OfficeInHand) -> None:
    draft = award_draft(ranked.desk, PEOPLE)
    assert isinstance(draft.balance, Balance)
    assert draft.balance.people == len(within(draft))
    assert all(row.detail for row in draft.rows if row.total is not None)


def test_the_officers_word_needs_a_reason_and_can_be_taken_back(ranked: OfficeInHand) -> None:
    before = award_draft(ranked.desk, UNITS)
    last = before.rows[-1].code
    with pytest.raises(InputError):
        choose(ranked.desk, UNITS, ListChoice(last, ListChoiceKind.TAKEN_IN, " "), last)
    choose(ranked.desk, UNITS, ListChoice(last, ListChoiceKind.TAKEN_IN, "đột xuất"), last)
    assert before.rows[-1].name in within(award_draft(ranked.desk, UNITS))
    assert len(within(award_draft(ranked.desk, UNITS))) == 2
    newest = ranked.desk.store.operations()[0]
    assert (newest.action, newest.data["reason"]) == ("list_taken_in_for", "đột xuất")
    choose(ranked.desk, UNITS, None, last)
    assert within(award_draft(ranked.desk, UNITS)) == within(before)


def test_the_whole_list_is_one_operation_and_one_undo(ranked: OfficeInHand) -> None:
    names = within(award_draft(ranked.desk, UNITS))
    done = propose_list(ranked.desk, UNITS, WORDING)
    assert len(done.proposals) == 2
    assert done.put_aside == ()
    after = award_draft(ranked.desk, UNITS)
    assert within(after) == names
    assert propose_list(ranked.desk, UNITS, WORDING).proposals == ()
    assert done.operation is not None
    assert take_back(ranked.desk, done.operation).conflicts == ()
    with ranked.desk.store.read() as books:
        assert books.awards.proposals(CYCLE) == ()


def test_over_the_number_asks_for_a_reason_that_each_proposal_bears(ranked: OfficeInHand) -> None:
    rows = award_draft(ranked.desk, UNITS).rows
    for row in rows[:3]:
        choice = ListChoice(row.code, ListChoiceKind.TAKEN_IN, "Hội đồng đề nghị")
        choose(ranked.desk, UNITS, choice, row.code)
    assert award_draft(ranked.desk, UNITS).result.over == 1
    with pytest.raises(RuleViolation) as refused:
        propose_list(ranked.desk, UNITS, WORDING)
    assert refused.value.code == "list_over_quota"
    done = propose_list(ranked.desk, UNITS, ListWording("Dẫn đầu (mẫu)", "Ủy ban đồng ý vượt"))
    assert len(done.proposals) == 3
    with ranked.desk.store.read() as books:
        reasons = [proposal.override_reason for proposal in books.awards.proposals(CYCLE)]
    assert reasons == ["", "", "Ủy ban đồng ý vượt"]


def test_why_one_was_taken_in_stands_in_the_papers_though_nothing_blocked_it(
    ranked: OfficeInHand,
) -> None:
    last = award_draft(ranked.desk, UNITS).rows[-1].code
    choose(ranked.desk, UNITS, ListChoice(last, ListChoiceKind.TAKEN_IN, "cứu hộ (mẫu)"), last)
    done = propose_list(ranked.desk, UNITS, WORDING)
    draft = read_draft(ranked.desk, ranked.texts, CYCLE)
    told = {one.proposal.subject_code: one for one in map(draft.nominee, done.proposals)}
    assert {code: one.taken_in_for for code, one in told.items() if one.taken_in_for} == {
        last: "cứu hộ (mẫu)"
    }


def test_who_was_proposed_alone_holds_a_place(ranked: OfficeInHand) -> None:
    third = award_draft(ranked.desk, UNITS).rows[2]
    request = AwardRequest(CYCLE, AWARD, unit=third.code)
    assert propose(ranked.desk, request, "Thành tích (mẫu)").proposal is not None
    draft = award_draft(ranked.desk, UNITS)
    assert third.name in within(draft)
    assert len(within(draft)) == 2


def test_one_number_for_several_kinds_and_a_share_of_those_who_take_part(
    ranked: OfficeInHand,
) -> None:
    base = QuotaRule(CycleKind.ANNUAL, AWARD, SubjectKind.COLLECTIVE, 3, "commune", "")
    shared = replace(
        base, formula=QuotaKind.ABSOLUTE_COMBINED, shared_with=(SubjectKind.INDIVIDUAL,)
    )
    save_quotas(ranked.desk, (shared,))
    assert award_draft(ranked.desk, PEOPLE).quota.maximum == 3
    propose_list(ranked.desk, PEOPLE, WORDING)
    taken = award_draft(ranked.desk, PEOPLE).quota.used
    assert award_draft(ranked.desk, UNITS).quota.used == taken
    share = replace(base, maximum=25, formula=QuotaKind.PERCENT_OF_PARTICIPANTS)
    save_quotas(ranked.desk, (share,))
    with ranked.desk.store.read() as books:
        cycle = books.cycles.get(CYCLE)
        units = books.units.existing_on(cycle.achievement_to)
    collectives = sum(unit.subject is not SubjectKind.INDIVIDUAL for unit in units)
    assert award_draft(ranked.desk, UNITS).quota.maximum == collectives * 25 // 100


def test_a_closed_cycle_takes_no_more_words(ranked: OfficeInHand) -> None:
    close_cycle(ranked.desk, CYCLE)
    with pytest.raises(RuleViolation):
        choose(ranked.desk, UNITS, None, "DV001")


def test_lists_that_share_a_number_never_hold_more_than_it_together(
    ranked: OfficeInHand,
) -> None:
    shared = QuotaRule(
        *(CycleKind.ANNUAL, AWARD, SubjectKind.COLLECTIVE, 3, "commune", ""),
        formula=QuotaKind.ABSOLUTE_COMBINED,
        shared_with=(SubjectKind.INDIVIDUAL,),
    )
    save_quotas(ranked.desk, (shared,))
    for collectives in (None, 0, 1, 2):
        move_line(ranked.desk, UNITS, collectives)
        units, persons = award_draft(ranked.desk, UNITS), award_draft(ranked.desk, PEOPLE)
        assert len(units.within) + len(persons.within) <= 3
        assert persons.result.places.allowed == 3 - len(units.within)
    move_line(ranked.desk, PEOPLE, 1)
    assert award_draft(ranked.desk, UNITS).result.places.allowed == 2
    propose_list(ranked.desk, UNITS, WORDING)
    propose_list(ranked.desk, PEOPLE, WORDING)
    with ranked.desk.store.read() as books:
        assert len(books.awards.proposals(CYCLE)) <= 3


def test_the_line_goes_beyond_the_number_only_with_a_reason(ranked: OfficeInHand) -> None:
    with pytest.raises(RuleViolation) as refused:
        move_line(ranked.desk, UNITS, 3, "  ")
    assert refused.value.code == "list_line_over"
    move_line(ranked.desk, UNITS, 3, "Chủ tịch đồng ý (mẫu)")
    draft = award_draft(ranked.desk, UNITS)
    assert (len(draft.within), draft.result.over) == (3, 1)
    propose_list(ranked.desk, UNITS, WORDING)
    with ranked.desk.store.read() as books:
        reasons = [proposal.override_reason for proposal in books.awards.proposals(CYCLE)]
    assert reasons == ["", "", "Chủ tịch đồng ý (mẫu)"]


def test_women_come_first_among_equals_only_when_the_officer_says_so(
    ranked: OfficeInHand,
) -> None:
    before = award_draft(ranked.desk, PEOPLE)
    part_equals(ranked.desk, PEOPLE, women_first=True)
    after = award_draft(ranked.desk, PEOPLE)
    assert after.drawn.women_first
    assert set(within(before)) <= set(within(after))
    part_equals(ranked.desk, PEOPLE, women_first=False)
    assert within(award_draft(ranked.desk, PEOPLE)) == within(before)


def test_a_share_of_people_waits_until_somebody_tells_how_many(ranked: OfficeInHand) -> None:
    share = QuotaRule(
        *(CycleKind.ANNUAL, AWARD, SubjectKind.INDIVIDUAL, 5, "commune", ""),
        formula=QuotaKind.PERCENT_OF_PARTICIPANTS,
    )
    save_quotas(ranked.desk, (share,))
    assert not award_draft(ranked.desk, PEOPLE).quota.is_known
    tell_participants(ranked.desk, CYCLE, {SubjectKind.INDIVIDUAL: 59})
    assert award_draft(ranked.desk, PEOPLE).quota.maximum == 2
