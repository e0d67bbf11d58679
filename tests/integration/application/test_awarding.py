"""Đề nghị khen thưởng: every condition is told, what blocks needs a reason, quotas count."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from tests.office_in_hand import CYCLE, OfficeInHand
from thidua_desktop.application.awarding.candidates import DossierFacts
from thidua_desktop.application.awarding.listing import ListOrder, award_draft
from thidua_desktop.application.awarding.proposing import (
    AwardRequest,
    Proposed,
    check,
    list_awards,
    propose,
    withdraw,
)
from thidua_desktop.application.results.closing import close_cycle
from thidua_desktop.domain.awards.verdict import CheckState
from thidua_desktop.domain.errors import InputError, NotFound, RuleViolation
from thidua_desktop.domain.kinds import SubjectKind
from thidua_desktop.domain.proposals import Proposal

ACHIEVEMENT = "Đã có thành tích trong phong trào thi đua năm 2026"
DAY = dt.date(2026, 12, 18)
REASON = "Thành tích đột xuất, Thường trực đã có ý kiến."


@pytest.fixture
def ready(office: OfficeInHand) -> OfficeInHand:
    """All units appraised but the police, who sent nothing."""
    office.collect_all(but=["Công an xã"])
    office.appraise_all()
    office.clock.set(DAY)
    return office


def unit_request(office: OfficeInHand, name: str, award: str = "giay_khen_xa") -> AwardRequest:
    return AwardRequest(CYCLE, award, unit=office.unit(name))


def person_request(office: OfficeInHand, name: str, award: str = "giay_khen_xa") -> AwardRequest:
    return AwardRequest(CYCLE, award, person=office.person(name))


def stored(office: OfficeInHand, made: Proposed) -> Proposal:
    assert made.proposal is not None
    with office.desk.store.read() as books:
        return books.awards.proposal(made.proposal)


def states(office: OfficeInHand, request: AwardRequest) -> dict[str, CheckState]:
    return {c.code: c.state for c in check(office.desk, request, ACHIEVEMENT).checks}


def test_a_good_unit_is_proposed_without_a_reason(ready: OfficeInHand) -> None:
    made = propose(ready.desk, unit_request(ready, "Phòng Kinh tế"), f" {ACHIEVEMENT} ")
    proposal = stored(ready, made)
    assert (proposal.subject, proposal.subject_name) == (
        SubjectKind.COLLECTIVE,
        "Phòng Kinh tế",
    )
    assert (proposal.achievement, proposal.override_reason) == (ACHIEVEMENT, "")
    assert (proposal.period_from, proposal.period_to) == (
        dt.date(2026, 1, 1),
        dt.date(2026, 12, 31),
    )
    assert proposal.received_on == DAY


def test_a_clock_that_went_back_does_not_close_the_list(ready: OfficeInHand) -> None:
    request = unit_request(ready, "Phòng Kinh tế")
    stored(ready, propose(ready.desk, request, "Đi đầu chuyển đổi số."))
    ready.clock.set(ready.clock.today() - dt.timedelta(days=40))
    assert check(ready.desk, request).checks
    order = ListOrder(CYCLE, "giay_khen_xa", SubjectKind.COLLECTIVE)
    assert award_draft(ready.desk, order).rows
    told = replace(request, dossier=DossierFacts(received_on=dt.date(2027, 3, 1)))
    with pytest.raises(InputError, match="received_in_future"):
        check(ready.desk, told)


def test_a_person_is_proposed_with_post_and_unit(ready: OfficeInHand) -> None:
    proposal = stored(
        ready, propose(ready.desk, person_request(ready, "Trần Thị Ví Dụ"), ACHIEVEMENT)
    )
    assert (proposal.detail, proposal.is_person) == ("Chuyên viên, Phòng Kinh tế", True)


def test_no_condition_is_silent_and_each_names_its_rule(ready: OfficeInHand) -> None:
    checked = check(ready.desk, unit_request(ready, "Phòng Kinh tế"), ACHIEVEMENT)
    for one in checked.checks:
        assert one.reason.code in ready.texts.sentences, one.code
        assert one.remedy is None or one.remedy.code in ready.texts.sentences
    assert {one.state for one in checked.checks} == {CheckState.PASS, CheckState.UNKNOWN}


def test_what_is_not_known_is_said_to_be_unknown_and_blocks_nothing(
    ready: OfficeInHand,
) -> None:
    found = states(ready, person_request(ready, "Trần Thị Ví Dụ"))
    assert found["report"] is CheckState.UNKNOWN
    assert CheckState.FAIL not in found.values()


def test_a_unit_without_a_report_is_blocked_until_a_reason_is_given(ready: OfficeInHand) -> None:
    request = unit_request(ready, "Công an xã")
    before = ready.desk.store.operations()
    refused = propose(ready.desk, request, ACHIEVEMENT, "   ")
    assert refused.proposal is None
    assert [c.code for c in refused.check.checks if c.blocks] == ["report"]
    assert ready.desk.store.operations() == before
    made = propose(ready.desk, request, ACHIEVEMENT, f" {REASON} ")
    assert stored(ready, made).override_reason == REASON


def test_an_award_that_such_a_subject_cannot_get_is_not_lifted_by_a_reason(
    ready: OfficeInHand,
) -> None:
    request = person_request(ready, "Trần Thị Ví Dụ", "co_thi_dua_tinh")
    assert propose(ready.desk, request, ACHIEVEMENT, REASON).proposal is None


def test_two_collectives_and_five_people_fit_and_no_more(ready: OfficeInHand) -> None:
    names = ("Phòng Kinh tế", "Phòng Văn hóa - Xã hội", "Hội Nông dân xã")
    outcomes = [propose(ready.desk, unit_request(ready, name), ACHIEVEMENT) for name in names]
    assert [outcome.proposal is not None for outcome in outcomes] == [True, True, False]
    quota = outcomes[2].check.quota
    assert (quota.maximum, quota.used, quota.blocks) == (2, 2, True)
    people = [f"Đỗ Thử Nghiệm {number}" for number in range(1, 7)]
    taken = [propose(ready.desk, person_request(ready, name), ACHIEVEMENT) for name in people]
    assert [outcome.proposal is not None for outcome in taken] == [True] * 5 + [False]
    assert propose(ready.desk, unit_request(ready, names[2]), ACHIEVEMENT, REASON).proposal


def test_the_list_counts_each_kind_of_subject_by_itself(ready: OfficeInHand) -> None:
    propose(ready.desk, unit_request(ready, "Phòng Kinh tế"), ACHIEVEMENT)
    listed = list_awards(ready.desk, CYCLE)
    used = {
        line.subject: (line.quota.used, line.quota.maximum)
        for line in listed.lines
        if line.form.code == "giay_khen_xa"
    }
    assert used[SubjectKind.COLLECTIVE] == (1, 2)
    assert used[SubjectKind.INDIVIDUAL] == (0, 5)
    assert [p.subject_name for p in listed.proposals] == ["Phòng Kinh tế"]


def test_enterprises_have_a_count_of_their_own(ready: OfficeInHand) -> None:
    request = unit_request(ready, "HTX Nông nghiệp Thử Nghiệm")
    assert check(ready.desk, request).subject is SubjectKind.ENTERPRISE


def test_a_withdrawn_proposal_gives_its_place_back(ready: OfficeInHand) -> None:
    first, second = (
        propose(ready.desk, unit_request(ready, name), ACHIEVEMENT)
        for name in ("Phòng Kinh tế", "Phòng Văn hóa - Xã hội")
    )
    assert first.proposal is not None
    assert second.check.quota.used == 1
    withdraw(ready.desk, first.proposal)
    quota = check(ready.desk, unit_request(ready, "Hội Nông dân xã")).quota
    assert (quota.used, quota.blocks) == (1, False)


def test_one_achievement_is_not_proposed_twice(ready: OfficeInHand) -> None:
    request = unit_request(ready, "Phòng Kinh tế")
    propose(ready.desk, request, ACHIEVEMENT)
    again = propose(ready.desk, request, ACHIEVEMENT)
    assert again.proposal is None
    assert "one_achievement_once" in [c.code for c in again.check.checks if c.blocks]


def test_an_empty_achievement_is_refused(ready: OfficeInHand) -> None:
    with pytest.raises(InputError, match="achievement_missing"):
        propose(ready.desk, unit_request(ready, "Phòng Kinh tế"), "  ")


def test_exactly_one_candidate_is_named(ready: OfficeInHand) -> None:
    both = AwardRequest(CYCLE, "giay_khen_xa", unit="DV001", person="CN0001")
    for request in (AwardRequest(CYCLE, "giay_khen_xa"), both):
        with pytest.raises(InputError, match="person_or_unit"):
            check(ready.desk, request)


def test_what_does_not_exist_is_told(ready: OfficeInHand) -> None:
    for request, code in (
        (AwardRequest(CYCLE, "giay_khen_xa", unit="DV999"), "unit_unknown"),
        (AwardRequest(CYCLE, "giay_khen_xa", person="CN9999"), "person_unknown"),
        (AwardRequest(CYCLE, "giay_khen_mat_trang", unit="DV001"), "award_form_unknown"),
        (AwardRequest("2030-annual", "giay_khen_xa", unit="DV001"), "cycle_unknown"),
    ):
        with pytest.raises(NotFound, match=code):
            check(ready.desk, request)


def test_a_closed_cycle_takes_no_proposal(ready: OfficeInHand) -> None:
    close_cycle(ready.desk, CYCLE)
    with pytest.raises(RuleViolation, match="cycle_closed"):
        propose(ready.desk, unit_request(ready, "Phòng Kinh tế"), ACHIEVEMENT)


def test_a_day_without_rules_is_said_so(ready: OfficeInHand) -> None:
    ready.clock.set(dt.date(2027, 3, 1))
    with pytest.raises(RuleViolation, match="no_rule_pack"):
        propose(ready.desk, unit_request(ready, "Phòng Kinh tế"), ACHIEVEMENT)
