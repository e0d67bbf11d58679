"""The council by name on the command line: members, attendance, ballots, the province's rules."""

from __future__ import annotations

from tests.integration.cli.awards_in_hand import SESSION, propose
from tests.integration.cli.office import CYCLE, Office

NAMES = ("Nguyễn Văn Mẫu", "Trần Thị Ví Dụ", "Lê Thử Nghiệm", "Phạm Minh Họa", "Vũ Giả Định")


def enrolled(office: Office) -> list[int]:
    office.line.ask("council", "register", "--number", "15/QĐ-UBND", "--date", "2026-01-15")
    numbers: list[int] = []
    for name in NAMES:
        words = ("--name", name, "--role", "member" if numbers else "chair")
        numbers.append(office.line.ask("member", "add", *words)["member"]["id"])
    return numbers


def opened(office: Office, *words: object) -> dict[str, object]:
    answer = office.line.ask("council", "open", "--cycle", CYCLE, "--date", "2026-12-18", *words)
    assert isinstance(answer, dict)
    return answer


def test_members_are_added_and_listed(ranked: Office) -> None:
    enrolled(ranked)
    answer = ranked.line.ask("member", "list")
    assert answer["decision"] == {"number": "15/QĐ-UBND", "date": "2026-01-15"}
    assert answer["members"][0]["name"] == NAMES[0]
    assert len(answer["members"]) == len(NAMES)
    ran = ranked.line("--json", "member", "add", "--name", NAMES[0])
    assert (ran.code, ran.error) == (1, "member_exists")


def test_a_session_without_numbers_takes_the_members(ranked: Office) -> None:
    members = enrolled(ranked)
    answer = opened(ranked, "--wrote", f"{members[4]}=đi công tác")
    assert (answer["members"], answer["present"], answer["written"]) == (5, 4, 1)


def test_too_few_members_are_no_session(ranked: Office) -> None:
    members = enrolled(ranked)
    words = [word for number in members[3:] for word in ("--absent", number)]
    before = ranked.line.state()
    ran = ranked.line("--json", "council", "open", "--cycle", CYCLE, "--date", "2026-12-18", *words)
    assert (ran.code, ran.error) == (1, "session_without_quorum")
    ran = ranked.line(
        "--json", "council", "open", "--cycle", CYCLE, "--date", "2026-12-18", "--absent", 99
    )
    assert (ran.code, ran.error) == (1, "member_unknown")
    assert ranked.line.state() == before


def test_one_number_without_the_other_is_wrong_usage(ranked: Office) -> None:
    words = ("council", "open", "--cycle", CYCLE, "--date", "2026-12-18", "--members", 9)
    assert ranked.line(*words).code == 2


def test_an_award_is_counted_with_its_ballots(ranked: Office) -> None:
    enrolled(ranked)
    one, other = propose(ranked, "--unit", "DV001"), propose(ranked, "--unit", "DV002")
    opened(ranked)
    words = ("--session", SESSION, "--award", "giay_khen_xa", "--issued", 5, "--returned", 5)
    answer = ranked.line.ask(
        "council", "count", *words, "--void", 1, "--votes", f"{one}=4/0", "--votes", f"{other}=2/2"
    )
    assert answer["valid"] == 4
    assert [(r["proposal"], r["passed"], r["share"]) for r in answer["results"]] == [
        (one, True, 80),
        (other, False, 40),
    ]
    before = ranked.line.state()
    ran = ranked.line("--json", "council", "count", *words, "--votes", f"{one}=5/1")
    assert (ran.code, ran.error) == (1, "votes_wrong")
    assert ranked.line("council", "count", *words, "--votes", f"{one}=5").code == 2
    assert ranked.line.state() == before


def test_the_provinces_rule_holds_and_is_told(ranked: Office) -> None:
    enrolled(ranked)
    proposal = propose(ranked, "--unit", "DV001")
    opened(ranked)
    rule = ("--award", "giay_khen_xa", "--percent", 80, "--ballot", "--citation", "Quy chế tỉnh")
    answer = ranked.line.ask("council", "rule", *rule)
    [own] = [one for one in answer["rules"] if one["own"]]
    assert (own["award"], own["percent"], own["ballot"]) == ("giay_khen_xa", 80, True)
    vote = ("council", "vote", "--session", SESSION, "--proposal", proposal)
    assert not ranked.line.ask(*vote, "--yes", 3, "--no", 2)["passed"]
    ran = ranked.line("--json", *vote, "--yes", 5, "--no", 0, "--method", "hands")
    assert (ran.code, ran.error) == (1, "secret_ballot_needed")
    ranked.line.ask("council", "rule", "--award", "giay_khen_xa", "--reset")
    assert ranked.line.ask(*vote, "--yes", 3, "--no", 2)["passed"]
    ran = ranked.line(
        "--json", "council", "rule", "--award", "co_thi_dua_chinh_phu", "--citation", "Quy chế"
    )
    assert (ran.code, ran.error) == (1, "vote_rule_below_law")


def test_the_provinces_quorum_holds(ranked: Office) -> None:
    answer = ranked.line.ask(
        "council", "quorum", "--parts", 4, "--of", 5, "--citation", "Quy chế tỉnh"
    )
    assert answer["quorum"] == {"parts": 4, "of": 5, "own": True, "source": "Quy chế tỉnh"}
    words = ("--date", "2026-12-18", "--members", 9, "--present", 7)
    ran = ranked.line("--json", "council", "open", "--cycle", CYCLE, *words)
    assert (ran.code, ran.error) == (1, "session_without_quorum")
    assert not ranked.line.ask("council", "quorum", "--reset")["quorum"]["own"]


def test_places_for_all_are_told(ranked: Office) -> None:
    proposal = propose(ranked, "--unit", "DV001")
    enrolled(ranked)
    opened(ranked)
    vote = ("--session", SESSION, "--proposal", proposal, "--yes", 5, "--no", 0)
    ranked.line.ask("council", "vote", *vote)
    preview = ranked.line.ask("council", "places", "--session", SESSION, "--preview")
    assert [one["proposal"] for one in preview["taken"]] == [proposal]
    ran = ranked.line("--json", "council", "places", "--session", SESSION)
    assert (ran.code, ran.error) == (1, "places_enough")
