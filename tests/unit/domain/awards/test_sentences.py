"""Every code of awards, quotas, money and votes has a sentence, and no sentence is left over."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path
from string import Formatter

from tests.rules_in_hand import (
    COLLECTIVE,
    COMMUNE_FORM,
    HOUSEHOLD,
    INDIVIDUAL,
    LOCAL,
    MAJORITY,
    PACK,
    PROVINCE_FORM,
    STATE_FORM,
    TWO_THIRDS,
)
from thidua_desktop.domain.award_forms import CommendationType
from thidua_desktop.domain.awards.balance import Balance, UnitBalance
from thidua_desktop.domain.awards.checks import check_award
from thidua_desktop.domain.awards.facts import (
    Achievement,
    AwardState,
    CandidateFacts,
    Discipline,
    Hold,
    HoldKind,
    PlannedOccasions,
    PreviousAward,
)
from thidua_desktop.domain.awards.money import award_amount
from thidua_desktop.domain.awards.quota import QuotaLine, QuotaState, quota_state
from thidua_desktop.domain.council import (
    Attendance,
    VoteCount,
    attendance_faults,
    check_quorum,
    count_faults,
    decide,
)
from thidua_desktop.domain.kinds import CycleKind, QuotaKind, SubjectKind
from thidua_desktop.domain.reasons import Issue, Reason
from thidua_desktop.domain.rule_pack import CommendationName
from thidua_desktop.domain.scoring.policy import Classification

FILE = Path(__file__).parents[4] / "resources" / "text" / "reasons_awards.toml"
SENTENCES: dict[str, str] = tomllib.loads(FILE.read_text(encoding="utf-8"))["texts"]

ON = dt.date(2026, 12, 20)
NEW_YEAR = dt.date(2026, 1, 1)
WHOLE = Achievement("Phong trào", "2026-annual", NEW_YEAR, dt.date(2026, 12, 31), "Lời")
PAST = Achievement("Khác", "2025-annual", dt.date(2025, 1, 1), dt.date(2025, 12, 31), "Lời")

ERRORS = {
    *("no_rule_pack", "no_base_salary", "award_form_unknown", "award_not_for_subject"),
    *("award_grade_unknown", "award_without_coefficient", "votes_wrong", "no_quorum"),
}
"""Codes of errors; their own tests raise them."""


def achievements() -> Iterator[Achievement]:
    yield Achievement()
    yield WHOLE
    yield replace(WHOLE, text="")
    yield replace(WHOLE, period_from=None)
    yield replace(WHOLE, period_to=dt.date(2025, 1, 1))
    yield replace(WHOLE, period_to=dt.date(2026, 2, 1))


def histories() -> Iterator[tuple[PreviousAward, ...] | None]:
    yield None
    for state, achievement in product(
        AwardState, (WHOLE, PAST, replace(WHOLE, cycle="x", text=""))
    ):
        yield (PreviousAward("xa", "Giấy", achievement, state, decided_on=NEW_YEAR),)
    for kind in (None, *CommendationType):
        yield (PreviousAward("xa", "Giấy", PAST, AwardState.DECIDED, None, kind, is_cited=True),)


def occasions() -> Iterator[PlannedOccasions]:
    yield from (PlannedOccasions("KH", fits, ("hằng năm",)) for fits in (True, False))
    yield PlannedOccasions("KH", fits=True)
    yield PlannedOccasions("KH", fits=False, is_named=False)


def candidates() -> Iterator[CandidateFacts]:
    bare = CandidateFacts(COLLECTIVE, "DV001", ON, WHOLE, received_on=ON)
    yield from (replace(bare, achievement=achievement) for achievement in achievements())
    kinds = (CommendationType.PHONG_TRAO, CommendationType.CONG_TRANG)
    for history, kind in product(histories(), kinds):
        yield replace(bare, history=history, commendation=kind)
    for subject in SubjectKind:
        yield replace(bare, subject=subject, is_leader=True)
        yield replace(bare, subject=subject, is_leader=False)
    for known in (True, False, None):
        said = dict.fromkeys(("law_abiding", "first", "second"), known)
        yield replace(bare, has_report=known, statements=said)
        yield replace(bare, is_tied=True, has_women_priority=known)
    for received in (None, dt.date(2026, 9, 1)):
        yield replace(bare, received_on=received)
    yield from (replace(bare, classification=reached) for reached in Classification)
    yield replace(bare, holds=())
    yield from (replace(bare, holds=(Hold(kind, NEW_YEAR),)) for kind in HoldKind)
    for end, begin in product((None, NEW_YEAR, dt.date(2026, 3, 1)), (NEW_YEAR, None)):
        counted = replace(WHOLE, period_from=begin)
        past = (Discipline(dt.date(2025, 1, 1), end),)
        yield replace(bare, disciplines=past, achievement=counted)
    yield replace(bare, disciplines=())
    for used in (None, frozenset[str](), frozenset({"SK"})):
        yield replace(bare, initiatives=("SK",), used_initiatives=used)
    for maximum, scope, known in product((None, 0, 1), ("commune", "province"), (True, False)):
        yield replace(bare, quota=QuotaState(maximum, 0, scope, (), is_known=known))
    yield from (replace(bare, occasion=occasion) for occasion in occasions())
    yield replace(bare, took_maternity_leave=True, on=dt.date(2027, 1, 1))
    yield replace(bare, history=(), is_history_checked=False)
    paper = PreviousAward("xa", "Giấy", WHOLE, AwardState.DECIDED, namesake="Nguyễn Văn Ví Dụ")
    yield replace(bare, history=(paper,))
    yield replace(bare, history=(replace(paper, number="7/QĐ-UBND", decided_on=NEW_YEAR),))
    yield replace(bare, carried_over=PACK.transition, received_on=dt.date(2026, 9, 1))
    yield replace(bare, received_on=dt.date(2027, 1, 5))


def of_checks() -> Iterator[Reason]:
    types = (CommendationName(CommendationType.PHONG_TRAO, "Phong trào thi đua", LOCAL),)
    alone = replace(PACK, award_forms=(replace(COMMUNE_FORM, subjects=()),), commendations=types)
    for facts, form in product(candidates(), (COMMUNE_FORM, PROVINCE_FORM, STATE_FORM)):
        for check in check_award(form, PACK, facts):
            yield check.reason
            yield from (check.remedy,) if check.remedy else ()
        for check in check_award(alone.award_forms[0], alone, facts):
            yield check.reason
            yield from (check.remedy,) if check.remedy else ()


def of_counts() -> Iterator[Reason | Issue]:
    yield from award_amount(PACK, COMMUNE_FORM, INDIVIDUAL, ON).reasons
    yield from Balance(3, 1, 1, 1, 1).reasons
    yield from UnitBalance(3, 1, 1).reasons
    for quota, figure, scope in product(QuotaKind, (None, 10), ("commune", "province")):
        line = QuotaLine(quota, CycleKind.ANNUAL, "xa", (COLLECTIVE,), figure, scope, "Tối đa 10")
        for subject, people in product((COLLECTIVE, HOUSEHOLD), ({}, {COLLECTIVE: 30})):
            state = quota_state([line], CycleKind.ANNUAL, "xa", subject, {}, participants=people)
            yield from state.reasons
    yield from attendance_faults(Attendance(0, -1, 9))
    yield from attendance_faults(Attendance(10**9, 9))
    yield from count_faults(VoteCount(-1, 0, 9), Attendance(5, 5))
    yield from check_quorum(Attendance(9, 1), TWO_THIRDS).reasons
    for yes, rule in product((0, 9), (MAJORITY, STATE_FORM.vote)):
        yield from decide(VoteCount(yes, 0), Attendance(9, 9), rule, TWO_THIRDS).reasons


def given() -> list[Reason | Issue]:
    return [*of_checks(), *of_counts()]


def test_every_field_of_every_sentence_is_given() -> None:
    kinds: dict[str, type] = {
        **dict.fromkeys(("points", "count", "money"), int),
        "list": tuple,
        "date": dt.date,
        "": str,
    }
    for told in given():
        for _, name, spec, _ in Formatter().parse(SENTENCES[told.code]):
            if name is not None:
                assert isinstance(told.data[name], kinds[spec or ""]), told


def test_no_sentence_is_left_over() -> None:
    assert {told.code for told in given()} | ERRORS == set(SENTENCES)


def test_sources_stand_in_sentences() -> None:
    quorum = check_quorum(Attendance(9, 9), TWO_THIRDS).reasons[0]
    assert quorum.data["source"] == LOCAL.citation
