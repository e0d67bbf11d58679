"""The ranked list with its quota line on the command line."""

from __future__ import annotations

from typing import Any

from tests.integration.cli.awards_in_hand import PRAISE
from tests.integration.cli.office import CYCLE, Office

LIST = ("--cycle", CYCLE, "--award", "giay_khen_xa")


def line(office: Office, *more: str) -> dict[str, Any]:
    return office.line.ask("award", "line", *LIST, *more)


def names_in(answer: dict[str, Any]) -> list[str]:
    return [row["name"] for row in answer["rows"] if row["in"]]


def test_each_row_says_rank_code_name_place_and_why(ranked: Office) -> None:
    answer = line(ranked)
    assert answer["subjects"] == ["collective"]
    assert [row["rank"] for row in answer["rows"]] == sorted(row["rank"] for row in answer["rows"])
    assert all(row["code"] and row["name"] and row["why"] for row in answer["rows"])
    assert answer["quota"]["max"] is None
    assert answer["line"] is None
    assert names_in(answer) == [row["name"] for row in answer["rows"]]
    people = line(ranked, "--subject", "individual")
    assert {row["code"] for row in people["rows"]} == {"CN0001", "CN0002"}


def test_the_line_is_drawn_and_given_back(ranked: Office) -> None:
    drawn = ranked.line.ask("award", "draw", *LIST, "--places", 1)
    assert drawn["line"] == 1
    assert len(names_in(drawn)) <= 1
    back = ranked.line.ask("award", "draw", *LIST, "--by-quota")
    assert back == line(ranked)


def test_one_is_left_out_with_a_reason_and_the_rest_are_proposed_as_one(ranked: Office) -> None:
    code = line(ranked)["rows"][0]["code"]
    ranked.line.ask("award", "choose", *LIST, "--unit", code, "--out", " ", code=1)
    left = ranked.line.ask("award", "choose", *LIST, "--unit", code, "--out", "Xin rút")
    (row,) = [row for row in left["rows"] if row["code"] == code]
    assert not row["in"]
    assert "Xin rút" in row["why"]
    done = ranked.line.ask("award", "batch", *LIST, "--achievement", PRAISE, "--no-holds")
    assert code not in {made["code"] for made in done["proposals"]}
    assert len(done["proposals"]) == len(left["rows"]) - 1
    listed = ranked.line.ask("award", "list", "--cycle", CYCLE)["proposals"]
    assert all("no_holds" in proposal["confirmed"] for proposal in listed)
    ranked.line.ask("undo", done["operation"])
    assert ranked.line.ask("award", "list", "--cycle", CYCLE)["proposals"] == []


def test_a_list_that_can_not_be_is_refused_and_nothing_changes(ranked: Office) -> None:
    before = ranked.line.state()
    ranked.line.ask("award", "line", "--cycle", CYCLE, "--award", "khac", code=1)
    ranked.line.ask(
        *("award", "line", "--cycle", CYCLE, "--award", "co_thi_dua_tinh"),
        *("--subject", "individual"),
        code=1,
    )
    ranked.line.ask("award", "choose", *LIST, "--unit", "DV999", "--in", "x", code=1)
    assert ranked.line.state() == before


def test_participants_are_told_one_by_one(ranked: Office) -> None:
    ranked.line.ask("award", "participants", "--cycle", CYCLE, "--individual", 120)
    told = ranked.line.ask("award", "participants", "--cycle", CYCLE, "--household", 4)
    assert told["participants"] == {"individual": 120, "household": 4}
