"""What the registers say of a candidate, beside what an officer confirms of all."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from tests.candidates_in_hand import FAIL, GOOD, LAST, ON, PASS, UNKNOWN, YEAR, earlier, judged
from tests.rules_in_hand import COMMUNE_FORM, PACK, STATE_FORM
from thidua_desktop.domain.award_forms import CommendationType
from thidua_desktop.domain.awards.cases import (
    CaseSubject,
    Initiative,
    known_disciplines,
    known_holds,
)
from thidua_desktop.domain.awards.checks import check_award
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


@pytest.mark.parametrize(("number", "on"), [("", ON), ("7/QĐ", None)])
def test_a_namesakes_decision_is_cited_only_where_it_is_known_whole(
    number: str, on: dt.date | None
) -> None:
    paper = replace(earlier(), namesake="Tran Thi Vi Du", decided_on=on, number=number)
    found = judged(replace(GOOD, history=(paper,)), "one_achievement_once")
    assert found.reason.code == "recipient_unsure"


def test_one_initiative_entered_twice_is_one() -> None:
    unit, other = CaseSubject("DV001", is_person=False), CaseSubject("DV002", is_person=False)
    first = Initiative(1, unit, "Số hóa hồ sơ", number="5/QĐ")
    assert first.is_same_as(replace(first, id=2, name="SO HOA  ho so", number=""))
    assert first.is_same_as(replace(first, id=2, subject=other))
    assert not first.is_same_as(replace(first, id=2, subject=other, number=""))
    assert not first.is_same_as(replace(first, id=2, name="Số hóa hộ tịch"))


CHANGE = dt.date(2026, 10, 1)
DAY_BEFORE, DAY_AFTER = dt.date(2026, 9, 30), dt.date(2026, 10, 2)


@pytest.mark.parametrize(
    ("today", "received", "is_old", "dated", "transition"),
    [
        (CHANGE, DAY_BEFORE, True, "rules_carried_over", "transition_old_law"),
        (CHANGE, CHANGE, False, "rules_cover", "transition_new_law"),
        (DAY_AFTER, DAY_BEFORE, True, "rules_carried_over", "transition_old_law"),
        (DAY_AFTER, DAY_AFTER, False, "rules_cover", "transition_new_law"),
        (DAY_BEFORE, DAY_BEFORE, True, "rules_cover", None),
        # The first pack's own first day, and the day before it: no rules of that day are known.
        (DAY_AFTER, dt.date(2025, 7, 1), True, "rules_carried_over", "transition_old_law"),
        (DAY_AFTER, dt.date(2025, 6, 30), False, "rules_cover", "transition_law_missing"),
        # After the last day of today's rules nothing is said to go on.
        (dt.date(2027, 2, 28), DAY_BEFORE, True, "rules_carried_over", "transition_old_law"),
        (dt.date(2027, 3, 1), DAY_BEFORE, False, "rules_do_not_cover", "transition_law_missing"),
        (dt.date(2027, 3, 1), CHANGE, False, "rules_do_not_cover", "transition_new_law"),
    ],
)
def test_a_dossier_goes_on_under_the_law_of_its_reception(
    today: dt.date, received: dt.date, is_old: bool, dated: str, transition: str | None
) -> None:
    current = OLD if today < CHANGE else NEW
    rules = rules_of_dossier([OLD, NEW], current, received, today)
    assert (rules.pack is OLD) is is_old
    facts = replace(GOOD, on=today, received_on=received, carried_over=rules.carried_over)
    told = {one.code: one for one in check_award(COMMUNE_FORM, rules.pack, facts)}
    assert told["dated_rules"].reason.code == dated
    assert (told["dated_rules"].state is PASS) is (dated != "rules_do_not_cover")
    if transition is None:
        assert "transition" not in told
        return
    assert told["transition"].reason.code == transition
    assert (told["transition"].state is UNKNOWN) is (transition == "transition_law_missing")


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
