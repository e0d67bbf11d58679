"""Vụ việc, kỷ luật, lần khen trước, sáng kiến: recorded, weighed, concluded, undone."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from tests.office_in_hand import CYCLE, OfficeInHand
from thidua_desktop.application.awarding.candidates import DossierFacts
from thidua_desktop.application.awarding.listing import ListOrder, award_draft
from thidua_desktop.application.awarding.proposing import AwardRequest, check, propose, withdraw
from thidua_desktop.application.cases.book import case_book
from thidua_desktop.application.cases.disciplines import (
    add_discipline,
    end_discipline,
    remove_discipline,
)
from thidua_desktop.application.cases.earlier_awards import (
    add_earlier_award,
    remove_earlier_award,
    say_recipient,
)
from thidua_desktop.application.cases.holds import add_hold, remove_hold, resume_hold
from thidua_desktop.application.cases.initiatives import add_initiative, remove_initiative
from thidua_desktop.application.enrolling.registers import add_person
from thidua_desktop.application.enrolling.unit_changes import ChangeDay, merge_units, rename_unit
from thidua_desktop.application.paper_kinds.draft import read_draft
from thidua_desktop.application.setting_up.planning import plan_of
from thidua_desktop.domain.awards.cases import CaseSubject, EarlierAward, Initiative
from thidua_desktop.domain.awards.facts import Achievement, Discipline, Hold, HoldKind
from thidua_desktop.domain.awards.verdict import CheckState
from thidua_desktop.domain.errors import InputError, NotFound, RuleViolation
from thidua_desktop.domain.kinds import Confirmation, Gender, SubjectKind
from thidua_desktop.domain.proposals import ProposalStatus
from thidua_desktop.domain.units import Person, Unit

PASS, FAIL, UNKNOWN = CheckState
DAY = dt.date(2026, 12, 18)
LAST_DECEMBER = dt.date(2025, 12, 20)
ACHIEVEMENT = "Đã có thành tích trong phong trào thi đua năm 2026"
PERSON = "Trần Thị Ví Dụ"
UNIT = "Phòng Kinh tế"
MATTER = Hold(HoldKind.COMPLAINT, dt.date(2026, 11, 1), document="Thông báo mẫu số 12/TB")
LOOKED = (Confirmation.NO_HOLDS.value, Confirmation.HISTORY.value)


@pytest.fixture
def ready(office: OfficeInHand) -> OfficeInHand:
    office.collect_all()
    office.appraise_all()
    office.clock.set(DAY)
    return office


def person(office: OfficeInHand) -> CaseSubject:
    return CaseSubject(office.person(PERSON), is_person=True)


def unit(office: OfficeInHand) -> CaseSubject:
    return CaseSubject(office.unit(UNIT), is_person=False)


def request(
    subject: CaseSubject, *confirmed: str, dossier: DossierFacts | None = None
) -> AwardRequest:
    made = AwardRequest(CYCLE, "giay_khen_xa", confirmed=confirmed)
    made = replace(made, dossier=dossier) if dossier else made
    if subject.is_person:
        return replace(made, person=subject.code)
    return replace(made, unit=subject.code)


def state(office: OfficeInHand, made: AwardRequest, code: str) -> CheckState:
    checks = check(office.desk, made, ACHIEVEMENT).checks
    return next(one.state for one in checks if one.code == code)


def on_paper(recipient: str, subject: SubjectKind = SubjectKind.INDIVIDUAL) -> EarlierAward:
    told = Achievement("", "", dt.date(2026, 1, 1), dt.date(2026, 12, 31), ACHIEVEMENT)
    return EarlierAward(
        0, recipient, subject, None, "giay_khen_xa", "", number="7/QĐ-UBND", achievement=told
    )


def test_a_hold_keeps_back_until_its_conclusion(ready: OfficeInHand) -> None:
    who = person(ready)
    assert state(ready, request(who), "hold") is UNKNOWN
    number = add_hold(ready.desk, who, MATTER)
    assert state(ready, request(who, *LOOKED), "hold") is FAIL
    made = propose(ready.desk, request(who, *LOOKED), ACHIEVEMENT, "Vẫn đề nghị.")
    assert made.proposal is None
    resume_hold(ready.desk, number, DAY, "Kết luận mẫu số 15/KL")
    assert state(ready, request(who, *LOOKED), "hold") is PASS
    assert state(ready, request(who), "hold") is UNKNOWN
    with pytest.raises(RuleViolation, match="hold_concluded"):
        resume_hold(ready.desk, number, DAY, "Kết luận khác")
    ((record, named),) = case_book(ready.desk).holds
    assert (record.conclusion, named.name, record.is_open) == (
        "Kết luận mẫu số 15/KL",
        PERSON,
        False,
    )


def test_each_act_is_one_operation_that_can_be_undone(ready: OfficeInHand) -> None:
    who = person(ready)
    number = add_hold(ready.desk, who, MATTER)
    resume_hold(ready.desk, number, DAY, "15/KL")
    ready.desk.store.undo(ready.desk.store.operations()[0].id)
    assert case_book(ready.desk).holds[0][0].is_open
    remove_hold(ready.desk, number)
    assert case_book(ready.desk).holds == ()
    actions = [one.action for one in ready.desk.store.operations()][:4]
    assert actions == ["hold_removed", "undo", "hold_resumed", "hold_added"]


@pytest.mark.parametrize(
    ("hold", "code"),
    [
        (replace(MATTER, document=" "), "case_document_missing"),
        (replace(MATTER, from_day=dt.date(2027, 1, 1)), "case_day_in_future"),
    ],
)
def test_a_hold_needs_a_document_and_a_day(ready: OfficeInHand, hold: Hold, code: str) -> None:
    with pytest.raises(InputError, match=code):
        add_hold(ready.desk, person(ready), hold)
    with pytest.raises(NotFound):
        add_hold(ready.desk, CaseSubject("CN9999", is_person=True), MATTER)
    assert case_book(ready.desk).holds == ()


def test_a_conclusion_is_not_older_than_its_matter(ready: OfficeInHand) -> None:
    number = add_hold(ready.desk, person(ready), MATTER)
    with pytest.raises(InputError, match="case_days_reversed"):
        resume_hold(ready.desk, number, dt.date(2026, 10, 31), "15/KL")


def test_a_discipline_runs_then_counts(ready: OfficeInHand) -> None:
    who = unit(ready)
    number = add_discipline(ready.desk, who, "Khiển trách", Discipline(dt.date(2025, 3, 1)), "3/QĐ")
    assert state(ready, request(who, *LOOKED), "discipline") is FAIL
    end_discipline(ready.desk, number, dt.date(2026, 3, 1))
    assert state(ready, request(who), "discipline") is FAIL
    end_discipline(ready.desk, number, dt.date(2025, 9, 1))
    assert state(ready, request(who, *LOOKED), "discipline") is PASS
    remove_discipline(ready.desk, number)
    assert case_book(ready.desk).disciplines == ()


def test_an_award_on_paper_blocks_once_the_officer_said_it_is_the_same(
    ready: OfficeInHand,
) -> None:
    who = person(ready)
    number = add_earlier_award(ready.desk, on_paper("Bà TRAN THI VI DU"))
    code = "one_achievement_once"
    assert state(ready, request(who, *LOOKED), code) is UNKNOWN
    (line,) = case_book(ready.desk).earlier
    assert line.is_open
    assert [one.who.subject for one in line.namesakes] == [who]
    say_recipient(ready.desk, number, who, is_same=True)
    made = check(ready.desk, request(who, *LOOKED), "")
    # Without words and movement a person still compares the achievements themselves.
    assert next(one for one in made.checks if one.code == code).reason.code == "achievement_unsure"
    say_recipient(ready.desk, number, who, is_same=False)
    assert state(ready, request(who, *LOOKED), code) is PASS
    say_recipient(ready.desk, number, who, is_same=None)
    assert state(ready, request(who, *LOOKED), code) is UNKNOWN
    assert [one.action for one in ready.desk.store.operations()][:3] == [
        "recipient_open",
        "recipient_other",
        "recipient_same",
    ]


def test_the_same_movement_and_words_on_paper_are_the_same_achievement(
    ready: OfficeInHand,
) -> None:
    who = person(ready)
    with ready.desk.store.read() as books:
        movement = plan_of(books, ready.desk.plans).movement
    paper = on_paper(PERSON)
    told = replace(paper.achievement, movement=movement)
    add_earlier_award(ready.desk, replace(paper, owner=who, recipient="", achievement=told))
    found = check(ready.desk, request(who, *LOOKED), ACHIEVEMENT)
    once = next(one for one in found.checks if one.code == "one_achievement_once")
    assert (once.blocks, once.reason.code) == (True, "achievement_decided")
    assert case_book(ready.desk).earlier[0].award.recipient == PERSON


def test_a_unit_finds_what_was_given_under_its_old_name(ready: OfficeInHand) -> None:
    who = unit(ready)
    rename_unit(ready.desk, who.code, "Phòng Kinh tế - Đô thị", ChangeDay(DAY, "1/NQ"))
    add_earlier_award(ready.desk, on_paper("PHONG KINH TE", SubjectKind.COLLECTIVE))
    assert state(ready, request(who, *LOOKED), "one_achievement_once") is UNKNOWN


def test_what_is_said_of_one_forebear_does_not_close_the_question_for_a_merged_unit(
    ready: OfficeInHand,
) -> None:
    economy, police = unit(ready), CaseSubject(ready.unit("Công an xã"), is_person=False)
    merged = Unit("", "Phòng Chung (mẫu)", "office", SubjectKind.COLLECTIVE)
    made = merge_units(ready.desk, [economy.code, police.code], merged, ChangeDay(DAY, "1/NQ"))
    code = made.units[0].code
    whole = CaseSubject(code, is_person=False)
    number = add_earlier_award(ready.desk, on_paper("PHONG KINH TE", SubjectKind.COLLECTIVE))
    once = "one_achievement_once"
    say_recipient(ready.desk, number, economy, is_same=False)
    assert state(ready, request(whole, *LOOKED), once) is UNKNOWN
    say_recipient(ready.desk, number, whole, is_same=False)
    assert state(ready, request(whole, *LOOKED), once) is PASS
    say_recipient(ready.desk, number, police, is_same=True)
    (line,) = case_book(ready.desk).earlier
    said = {one.who.subject: one.is_same for one in line.namesakes}
    assert said == {economy: False, police: True, whole: True}


def test_an_earlier_award_is_recorded_once_and_kept_while_cited(ready: OfficeInHand) -> None:
    who = person(ready)
    number = add_earlier_award(ready.desk, replace(on_paper(""), owner=who))
    with pytest.raises(RuleViolation, match="earlier_award_twice"):
        add_earlier_award(ready.desk, replace(on_paper(""), owner=who))
    with pytest.raises(RuleViolation, match="recipient_is_known"):
        say_recipient(ready.desk, number, who, is_same=False)
    cited = DossierFacts(cited=(f"earlier:{number}",))
    made = propose(ready.desk, request(who, *LOOKED, dossier=cited), ACHIEVEMENT, "Thành tích khác")
    assert made.proposal is not None
    with pytest.raises(RuleViolation, match="earlier_award_cited"):
        remove_earlier_award(ready.desk, number)
    withdraw(ready.desk, made.proposal)
    remove_earlier_award(ready.desk, number)
    assert case_book(ready.desk).earlier == ()


def test_nothing_of_somebody_else_is_cited(ready: OfficeInHand) -> None:
    add_earlier_award(ready.desk, replace(on_paper(""), owner=unit(ready)))
    wrong = request(person(ready), dossier=DossierFacts(cited=("earlier:1",)))
    with pytest.raises(InputError, match="cited_unknown"):
        check(ready.desk, wrong)


def test_a_sang_kien_serves_one_proposal(ready: OfficeInHand) -> None:
    who, other = person(ready), unit(ready)
    number = add_initiative(ready.desk, Initiative(0, who, " Số hóa hồ sơ ", number="5/QĐ"))
    told = DossierFacts(initiatives=(number,))
    assert state(ready, request(who, dossier=told), "initiative_once") is PASS
    made = propose(ready.desk, request(who, *LOOKED, dossier=told), ACHIEVEMENT)
    assert made.proposal is not None
    with pytest.raises(InputError, match="initiative_of_another"):
        check(ready.desk, request(other, dossier=told))
    again = add_initiative(ready.desk, Initiative(0, other, "so hoa ho so", number="5/qđ"))
    assert (
        state(ready, request(other, dossier=DossierFacts(initiatives=(again,))), "initiative_once")
        is FAIL
    )
    with pytest.raises(RuleViolation, match="initiative_in_use"):
        remove_initiative(ready.desk, number)
    withdraw(ready.desk, made.proposal)
    theirs = DossierFacts(initiatives=(again,))
    assert state(ready, request(other, dossier=theirs), "initiative_once") is PASS
    remove_initiative(ready.desk, again)
    assert [one.initiative.name for one in case_book(ready.desk).initiatives] == ["Số hóa hồ sơ"]
    with pytest.raises(NotFound):
        check(ready.desk, request(who, dossier=DossierFacts(initiatives=(99,))))


def test_what_was_given_elsewhere_stands_in_the_achievement_report(ready: OfficeInHand) -> None:
    who, economy = person(ready), unit(ready)
    propose(ready.desk, request(who), ACHIEVEMENT, "Đã kiểm tra hồ sơ.")
    propose(ready.desk, request(economy), ACHIEVEMENT, "Đã kiểm tra hồ sơ.")
    last_year = replace(
        on_paper("BÀ TRẦN THỊ VÍ DỤ"), name="Giấy khen của Giám đốc Sở", decided_on=LAST_DECEMBER
    )
    number = add_earlier_award(ready.desk, last_year)
    undated = replace(on_paper(""), owner=economy, award="", name="Bằng khen", number="")
    nameless = replace(undated, achievement=Achievement())
    add_earlier_award(ready.desk, nameless)

    def told(subject: CaseSubject) -> list[tuple[int | None, str, str]]:
        known = read_draft(ready.desk, ready.texts, CYCLE).history[subject.code]
        return [(one.year, one.name, one.decision) for one in known]

    assert told(who) == []
    say_recipient(ready.desk, number, who, is_same=True)
    ((year, name, decision),) = told(who)
    assert (year, name) == (2025, "Giấy khen của Giám đốc Sở")
    assert decision.startswith("Quyết định số 7/QĐ-UBND ngày 20 tháng 12 năm 2025 của ")
    ((year, name, _),) = told(economy)
    assert (year, name) == (None, "Bằng khen")
    say_recipient(ready.desk, number, who, is_same=False)
    assert told(who) == []


def test_its_own_proposal_says_nothing_against_the_one_looked_at_again(
    ready: OfficeInHand,
) -> None:
    who = unit(ready)
    number = add_initiative(ready.desk, Initiative(0, who, "Số hóa hồ sơ"))
    told = request(who, *LOOKED, dossier=DossierFacts(initiatives=(number,)))
    made = propose(ready.desk, told, ACHIEVEMENT)
    propose(
        ready.desk,
        request(CaseSubject(ready.unit("Hội Nông dân xã"), is_person=False)),
        ACHIEVEMENT,
    )
    assert made.proposal is not None
    for status in (ProposalStatus.PROPOSED, ProposalStatus.PASSED, ProposalStatus.DECIDED):
        with ready.desk.store.write("session_decided") as books:
            books.awards.set_status(made.proposal, status)
        found = check(ready.desk, request(who))
        assert [one.code for one in found.checks if one.state is FAIL] == []
        states = {one.code: one.state for one in found.checks}
        # What was told with the proposal still holds, and its own place is not taken from it.
        assert states["initiative_once"] is PASS
        assert states["quota"] is PASS
        assert (found.quota.used, found.quota.maximum) == (2, 2)
        listed = award_draft(ready.desk, ListOrder(CYCLE, "giay_khen_xa", SubjectKind.COLLECTIVE))
        (row,) = [one for one in listed.rows if one.code == who.code]
        assert row.blocks == ()
        again = propose(ready.desk, told, ACHIEVEMENT)
        against = {one.code for one in again.check.checks if one.blocks}
        assert against == {"one_achievement_once", "initiative_once", "quota"}


def test_a_standard_can_be_denied(ready: OfficeInHand) -> None:
    who = unit(ready)
    denied = request(who, *LOOKED, dossier=DossierFacts(denied=("law_abiding",)))
    assert state(ready, denied, "standard_law_abiding") is FAIL
    assert propose(ready.desk, denied, ACHIEVEMENT).proposal is None
    made = propose(ready.desk, denied, ACHIEVEMENT, "Đã khắc phục xong.")
    assert made.proposal is not None
    with ready.desk.store.read() as books:
        assert books.awards.proposal(made.proposal).denied == ("law_abiding",)
    both = request(who, "law_abiding", dossier=DossierFacts(denied=("law_abiding",)))
    with pytest.raises(InputError, match="confirmed_and_denied"):
        check(ready.desk, both)
    with pytest.raises(InputError, match="denial_needs_record"):
        check(ready.desk, request(who, dossier=DossierFacts(denied=("no_holds",))))
    assert state(ready, request(who, "law_abiding"), "standard_law_abiding") is PASS


def test_a_dossier_received_before_the_change_goes_on_under_the_old_law(
    ready: OfficeInHand,
) -> None:
    who = unit(ready)
    early = DossierFacts(received_on=dt.date(2026, 9, 20))
    found = {c.code: c for c in check(ready.desk, request(who, dossier=early)).checks}
    assert found["dated_rules"].reason.code == "rules_carried_over"
    assert found["transition"].reason.code == "transition_old_law"
    made = propose(ready.desk, request(who, *LOOKED, dossier=early), ACHIEVEMENT)
    assert made.proposal is not None
    with ready.desk.store.read() as books:
        assert books.awards.proposal(made.proposal).received_on == dt.date(2026, 9, 20)
    very_early = DossierFacts(received_on=dt.date(2025, 6, 30))
    found = {
        c.code: c for c in check(ready.desk, request(person(ready), dossier=very_early)).checks
    }
    assert found["transition"].reason.code == "transition_law_missing"
    late = DossierFacts(received_on=dt.date(2026, 12, 19))
    with pytest.raises(InputError, match="received_in_future"):
        check(ready.desk, request(who, dossier=late))


def test_maternity_leave_is_a_note_of_people(ready: OfficeInHand) -> None:
    told = DossierFacts(took_maternity_leave=True)
    assert state(ready, request(person(ready), dossier=told), "maternity_leave") is PASS
    with pytest.raises(InputError, match="maternity_leave_of_a_person"):
        check(ready.desk, request(unit(ready), dossier=told))


@pytest.mark.parametrize(
    ("gender", "asked"), [(Gender.FEMALE, True), (None, True), (Gender.MALE, False)]
)
def test_maternity_leave_is_not_asked_of_men(
    ready: OfficeInHand, gender: Gender | None, asked: bool
) -> None:
    new = Person("", "Lê Thử Mẫu", position="Chuyên viên", gender=gender)
    code = add_person(ready.desk, new).code
    assert (
        check(ready.desk, request(CaseSubject(code, is_person=True))).may_take_maternity_leave
        is asked
    )
    assert not check(ready.desk, request(unit(ready))).may_take_maternity_leave
