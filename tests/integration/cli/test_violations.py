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
