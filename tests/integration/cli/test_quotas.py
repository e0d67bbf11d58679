"""plan quota: a number, a shared number, a percentage, none."""

from __future__ import annotations

from typing import Any

from tests.integration.cli.office import CYCLE, Office

OF = ("plan", "quota", "--kind", "annual", "--award", "giay_khen_xa", "--subject")


def states(office: Office) -> dict[str, Any]:
    lines = office.line.ask("award", "list", "--cycle", CYCLE)["awards"]
    return {line["subject"]: line["quota"] for line in lines if line["award"] == "giay_khen_xa"}


def test_one_number_is_shared_and_told_so(ranked: Office) -> None:
    made = ranked.line.ask(*OF, "collective", "--maximum", 6, "--with", "household")["quotas"]
    assert (made[0]["formula"], made[0]["shared_with"]) == ("absolute_combined", ["household"])
    told = states(ranked)
    assert (told["household"]["max"], told["individual"]["max"]) == (6, None)
    assert "household" in told["collective"]["shared_with"]
    assert "tối đa 6 (số chung với tập thể" in ranked.line("award", "list", "--cycle", CYCLE).out


def test_a_share_counts_those_who_take_part(ranked: Office) -> None:
    ranked.line.ask(*OF, "individual", "--percent", 20)
    ranked.line.ask("award", "participants", "--cycle", CYCLE, "--individual", 34)
    assert states(ranked)["individual"]["max"] == 6
    ran = ranked.line("--json", *OF, "individual", "--percent", 120)
    assert (ran.code, ran.error) == (1, "quotas_wrong")


def test_a_line_is_put_in_place_and_dropped(ranked: Office) -> None:
    ranked.line.ask(*OF, "collective", "--maximum", 2)
    assert len(ranked.line.ask(*OF, "collective", "--maximum", 3)["quotas"]) == 1
    assert ranked.line.ask(*OF, "collective", "--drop")["quotas"] == []
    for words, code in (
        ((*OF, "collective", "--drop"), "quota_line_unknown"),
        ((*OF[:5], "giay_khen_la", *OF[6:], "collective", "--no-limit"), "award_form_unknown"),
    ):
        ran = ranked.line("--json", *words)
        assert (ran.code, ran.error) == (1, code)
