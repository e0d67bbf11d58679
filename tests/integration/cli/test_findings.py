"""finding list, review, reopen, limits on the command line."""

from __future__ import annotations

from tests.integration.cli.office import Office

CYCLE = ("--cycle", "2026-annual")


def test_findings_are_listed_seen_and_opened_again(ranked: Office) -> None:
    ranked.line.ask("finding", "limits", "--near-tie", "20")
    told = ranked.line.ask("finding", "list", *CYCLE, "--kind", "near_tie")
    assert (told["before"], told["limits"]["near_tie"]) == (None, 20)
    first = told["findings"][0]
    assert (first["kind"], first["open"], first["note"]) == ("near_tie", True, None)
    assert first["message"]
    line = ranked.line("finding", "list", *CYCLE).out
    assert first["key"] in line
    assert first["message"] in line
    ranked.line.ask("finding", "review", *CYCLE, first["key"], "--note", "Đã xem kỹ")
    still = ranked.line.ask("finding", "list", *CYCLE, "--open")["findings"]
    assert first["key"] not in {one["key"] for one in still}
    seen = ranked.line.ask("finding", "list", *CYCLE)["findings"]
    assert "Đã xem kỹ" in {one["note"] for one in seen}
    assert ranked.line.ask("finding", "reopen", *CYCLE, first["key"])["reopened"] == 1
    again = ranked.line.ask("finding", "list", *CYCLE, "--open")["findings"]
    assert first["key"] in {one["key"] for one in again}


def test_what_can_not_be_is_refused(ranked: Office) -> None:
    for key in ("DV001", "DV001:jump:ND9:", "DV001:other::"):
        ran = ranked.line("--json", "finding", "review", *CYCLE, key)
        assert (ran.code, ran.error) == (1, "finding_unknown")
    ran = ranked.line("--json", "finding", "limits", "--like-percent", "101")
    assert (ran.code, ran.error) == (1, "finding_limits_unfit")
    assert ranked.line("finding", "list", *CYCLE, "--kind", "khac").code == 2
