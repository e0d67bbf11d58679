"""violation add, list, remove on the command line."""

from __future__ import annotations

from typing import Any

from tests.integration.cli.office import Office

CYCLE = ("--cycle", "2026-annual")
WHICH = (*CYCLE, "--unit", "DV001", "--kind", "leader_warned")


def row_of(office: Office, unit: str) -> dict[str, Any]:
    groups = office.line.ask("rank", *CYCLE)["groups"]
    [found] = [row for group in groups for row in group["rows"] if row["unit"] == unit]
    return dict(found)


def test_a_violation_is_recorded_felt_and_removed(ranked: Office) -> None:
    made = ranked.line.ask("violation", "add", *WHICH, "--document", "QĐ mẫu 5/QĐ")["violation"]
    assert (made["unit"], made["highest"]) == ("DV001", "completed")
    assert "Lãnh đạo đơn vị bị kỷ luật cảnh cáo." in row_of(ranked, "DV001")["why"]
    assert "QĐ mẫu 5/QĐ" in ranked.line("violation", "list", *CYCLE).out
    ranked.line.ask("violation", "remove", *WHICH)
    assert ranked.line.ask("violation", "list", *CYCLE)["violations"] == []
    ran = ranked.line("--json", "violation", "remove", *WHICH)
    assert (ran.code, ran.error) == (1, "violation_unknown")


def test_levels_are_shown_and_set_by_a_paper(ranked: Office) -> None:
    assert ranked.line.ask("class", "show")["proposal"] is True
    words = ("--excellent", "92,5", "--good", "80", "--completed", "60", "--document", "7/QĐ")
    made = ranked.line.ask("class", "set", *words)
    assert (made["excellent"], made["proposal"], made["zero_bars"]) == (92.5, False, True)
    assert "92,5 điểm" in ranked.line("class", "show").out
    ran = ranked.line("--json", "class", "set", *words[:4], "--completed", "80")
    assert (ran.code, ran.error) == (1, "policy_bands_not_falling")


def test_the_council_gives_points_of_its_own(ranked: Office) -> None:
    before = row_of(ranked, "DV001")
    groups = ranked.line.ask("rank", *CYCLE)["groups"]
    assert groups
    where = (*CYCLE, "--unit", "DV001", "--criterion", "A1")
    ranked.line.ask("score", "set", *where, "--points", "10", "--reason", "Theo sổ")
    ran = ranked.line("--json", "score", "council", *where, "--points", "9")
    assert (ran.code, ran.error) == (1, "council_reason_missing")
    made = ranked.line.ask("score", "council", *where, "--points", "9", "--reason", "Ý kiến")
    assert made["points"] == 9
    after = row_of(ranked, "DV001")
    assert (after["appraised"] - after["council"], before["council"]) == (1, None)
    ranked.line.ask("score", "council", *where, "--withdraw")
    assert row_of(ranked, "DV001")["council"] is None
