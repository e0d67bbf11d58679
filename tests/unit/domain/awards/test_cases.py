"""What the registers say of a candidate, beside what an officer confirms of all."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from tests.candidates_in_hand import FAIL, GOOD, LAST, ON, PASS, UNKNOWN, YEAR, earlier, judged
from tests.rules_in_hand import PACK, STATE_FORM
from thidua_desktop.domain.award_forms import CommendationType
from thidua_desktop.domain.awards.cases import (
    CaseSubject,
    Initiative,
    known_disciplines,
    known_holds,
)
from thidua_desktop.domain.awards.facts import Discipline, Hold, HoldKind
from thidua_desktop.domain.awards.transition import rules_of_dossier
from thidua_desktop.domain.rule_pack import CommendationName

OPEN = Hold(HoldKind.COMPLAINT, dt.date(2026, 11, 1), document="12/TB")
CLOSED = replace(OPEN, to_day=dt.date(2026, 12, 1))
OVER = Discipline(dt.date(2025, 1, 1), dt.date(2025, 6, 30))
RUNNING = Discipline(dt.date(2026, 6, 1))

OLD = replace(PACK, valid_from=dt.date(2025, 7, 1), valid_to=dt.date(2026, 9, 30), transition=None)
NEW = replace(PACK, valid_from=dt.date(2026, 10, 1), valid_to=dt.date(2027, 2, 28))


@pytest.mark.parametrize("is_confirmed", [True, False])
def test_a_recorded_hold_wins_over_any_confirmation(is_confirmed: bool) -> None:
    holds = known_holds([CLOSED, OPEN], ON, is_confirmed=is_confirmed)
    assert judged(replace(GOOD, holds=holds), "hold").state is FAIL


def test_without_a_pending_matter_somebody_has_to_have_looked() -> None:
    assert known_holds([], ON, is_confirmed=False) is None
    assert known_holds([CLOSED], ON, is_confirmed=False) is None
    assert known_holds([CLOSED], ON, is_confirmed=True) == (CLOSED,)


@pytest.mark.parametrize("is_confirmed", [True, False])
def test_a_recorded_discipline_wins_over_any_confirmation(is_confirmed: bool) -> None:
    found = known_disciplines([OVER, RUNNING], ON, YEAR[0], is_confirmed=is_confirmed)
    assert judged(replace(GOOD, disciplines=found), "discipline").state is FAIL


def test_a_discipline_long_over_says_nothing_of_others() -> None:
    assert known_disciplines([OVER], ON, YEAR[0], is_confirmed=False) is None
    assert known_disciplines([OVER], ON, YEAR[0], is_confirmed=True) == (OVER,)


@pytest.mark.parametrize("code", ["one_achievement_once", "period_after_last", "cancelled_award"])
def test_an_empty_history_says_nothing_until_somebody_looked(code: str) -> None:
    unchecked = replace(GOOD, is_history_checked=False)
    assert judged(unchecked, code).state is UNKNOWN
    assert judged(GOOD, code).state is PASS


def test_what_was_found_counts_before_anybody_looked_further() -> None:
    found = replace(GOOD, history=(earlier(),), is_history_checked=False)
    assert judged(found, "one_achievement_once").state is FAIL


def test_a_namesake_is_asked_about_and_never_counted() -> None:
    paper = replace(earlier(), namesake="Tran Thi Vi Du", decided_on=ON, number="7/QĐ")
    found = judged(replace(GOOD, history=(paper,)), "one_achievement_once")
    assert (found.state, found.blocks) == (UNKNOWN, False)
    assert found.reason.code == "recipient_unsure_by_decision"
    assert found.remedy is not None
    assert found.remedy.code == "recipient_say"
    long_ago = replace(paper, achievement=LAST)
    assert judged(replace(GOOD, history=(long_ago,)), "one_achievement_once").state is PASS


def test_one_initiative_entered_twice_is_one() -> None:
    unit, other = CaseSubject("DV001", is_person=False), CaseSubject("DV002", is_person=False)
    first = Initiative(1, unit, "Số hóa hồ sơ", number="5/QĐ")
    assert first.is_same_as(replace(first, id=2, name="SO HOA  ho so", number=""))
    assert first.is_same_as(replace(first, id=2, subject=other))
    assert not first.is_same_as(replace(first, id=2, subject=other, number=""))
    assert not first.is_same_as(replace(first, id=2, name="Số hóa hộ tịch"))


@pytest.mark.parametrize(
    ("received", "is_old"),
    [(dt.date(2026, 9, 30), True), (dt.date(2026, 10, 1), False), (dt.date(2024, 1, 1), False)],
)
def test_a_dossier_goes_on_under_the_law_of_its_reception(received: dt.date, is_old: bool) -> None:
    rules = rules_of_dossier([OLD, NEW], NEW, received)
    assert (rules.pack is OLD) is is_old
    facts = replace(GOOD, on=dt.date(2026, 12, 20), received_on=received)
    carried = replace(facts, carried_over=rules.carried_over)
    told = judged(carried, "dated_rules", pack=rules.pack)
    assert told.state is PASS
    assert told.reason.code == ("rules_carried_over" if is_old else "rules_cover")
    reason = judged(carried, "transition", pack=rules.pack).reason.code
    is_before = received < dt.date(2026, 10, 1)
    assert reason == ("transition_old_law" if is_before else "transition_new_law")


def test_a_state_report_cannot_run_beyond_the_day_it_was_received() -> None:
    ahead = replace(GOOD, received_on=dt.date(2026, 12, 30))
    found = judged(ahead, "recent_report", STATE_FORM)
    assert (found.state, found.reason.code) == (FAIL, "report_ahead")
    there = replace(GOOD, received_on=YEAR[1])
    assert judged(there, "recent_report", STATE_FORM).state is PASS


def test_a_type_of_commendation_has_to_be_known_to_the_law() -> None:
    source = PACK.award_forms[0].source
    named = (CommendationName(CommendationType.PHONG_TRAO, "Phong trào", source),)
    pack = replace(PACK, commendations=named)
    assert judged(GOOD, "commendation", pack=pack).state is PASS
    new = replace(GOOD, commendation=CommendationType.CHUYEN_DE)
    found = judged(new, "commendation", pack=pack)
    assert (found.blocks, found.overridable) == (True, False)
