"""The council and the decision on the command line: shares, money, days."""

from __future__ import annotations

import pytest

from tests.integration.cli.awards_in_hand import (
    SESSION,
    open_council,
    propose,
    vote,
)
from tests.integration.cli.office import CYCLE, Office


def test_shares_count_on_all_members(ranked: Office) -> None:
    proposals = [propose(ranked, "--unit", unit) for unit in ("DV001", "DV002", "DV003")]
    assert open_council(ranked, members=9, present=8) == SESSION
    seven = vote(ranked, proposals[0], 7, 1)
    assert (seven["passed"], seven["share"]) == (True, 77.78)
    five = vote(ranked, proposals[1], 5, 3)
    assert (five["passed"], five["share"]) == (True, 55.56)
    four = vote(ranked, proposals[2], 4, 4)
    assert (four["passed"], four["share"]) == (False, 44.44)


@pytest.mark.parametrize(
    ("members", "present", "code"),
    [(9, 3, "session_without_quorum"), (9, 10, "attendance_wrong"), (0, 0, "attendance_wrong")],
)
def test_a_session_that_can_not_be(members: int, present: int, code: str, ranked: Office) -> None:
    before = ranked.line.state()
    words = ("--date", "2026-12-18", "--members", members, "--present", present)
    ran = ranked.line("--json", "council", "open", "--cycle", CYCLE, *words)
    assert (ran.code, ran.error) == (1, code)
    assert ranked.line.state() == before


def test_more_votes_than_members_are_refused(ranked: Office) -> None:
    proposal = propose(ranked, "--unit", "DV001")
    open_council(ranked)
    before = ranked.line.state()
    words = ("--session", SESSION, "--proposal", proposal, "--yes", 9, "--no", 3)
    ran = ranked.line("--json", "council", "vote", *words)
    assert ran.code == 1
    assert ranked.line.state() == before


def test_a_session_after_an_undone_one_has_a_number_of_its_own(ranked: Office) -> None:
    open_council(ranked)
    first = ranked.line.ask("log")["operations"][0]["id"]
    second = open_council(ranked)
    ranked.line.ask("undo", first)
    third = open_council(ranked)
    assert third != second


def test_money_is_whole_dong_rounded_up_to_ten_thousand(ranked: Office) -> None:
    unit, person = propose(ranked, "--unit", "DV001"), propose(ranked, "--person", "CN0002")
    open_council(ranked)
    for proposal in (unit, person):
        vote(ranked, proposal, 8, 0)
    words = ("--session", SESSION, "--date", "2026-12-20", "--number", "215/QĐ-UBND")
    answer = ranked.line.ask("decision", "issue", *words)
    # 0,6 and 0,3 of 2.530.000 đồng: 1.518.000 and 759.000, each rounded up.
    assert [(a["proposal"], a["amount"]) for a in answer["awards"]] == [
        (unit, 1_520_000),
        (person, 760_000),
    ]
    assert answer["total"] == 2_280_000
    assert isinstance(answer["decision"], int)


def test_the_base_salary_is_that_of_the_day_of_the_decision(ranked: Office) -> None:
    """A decision dated before 01/7/2026 counts on 2.340.000 đồng."""
    proposal = propose(ranked, "--unit", "DV001")
    words = ("--date", "2026-06-20", "--members", 9, "--present", 9)
    ranked.line.ask("council", "open", "--cycle", CYCLE, *words)
    vote(ranked, proposal, 9, 0)
    answer = ranked.line.ask("decision", "issue", "--session", SESSION, "--date", "2026-06-30")
    assert [award["amount"] for award in answer["awards"]] == [1_410_000]


def test_a_day_without_rules_is_told(ranked: Office) -> None:
    proposal = propose(ranked, "--unit", "DV001")
    open_council(ranked)
    vote(ranked, proposal, 8, 0)
    before = ranked.line.state()
    words = ("decision", "issue", "--session", SESSION, "--date", "2027-06-30")
    ran = ranked.line("--json", *words)
    assert (ran.code, ran.error) == (1, "no_rule_pack")
    assert ranked.line.state() == before


def test_higher_awards_are_submitted_not_decided(ranked: Office) -> None:
    own = propose(ranked, "--unit", "DV001")
    above = propose(ranked, "--unit", "DV002", award="bang_khen_tinh")
    open_council(ranked)
    for proposal in (own, above):
        vote(ranked, proposal, 8, 0)
    words = ("decision", "issue", "--session", SESSION, "--date", "2026-12-20")
    answer = ranked.line.ask(*words)
    assert [award["proposal"] for award in answer["awards"]] == [own]
    assert answer["submitted"] == [above]


def test_a_decision_is_made_once_and_not_before_its_session(ranked: Office) -> None:
    proposal = propose(ranked, "--unit", "DV001")
    open_council(ranked)
    vote(ranked, proposal, 8, 0)
    words = ("decision", "issue", "--session", SESSION, "--date")
    early = ranked.line("--json", *words, "2026-12-17")
    assert (early.code, early.error) == (1, "decision_before_session")
    ranked.line.ask(*words, "2026-12-20")
    again = ranked.line("--json", *words, "2026-12-21")
    assert (again.code, again.error) == (1, "nothing_to_decide")
