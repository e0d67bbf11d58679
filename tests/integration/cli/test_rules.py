"""rules list, add, extend, drop: an office goes on after the last day of what ships."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from tests.integration.cli.awards_in_hand import SESSION, open_council, propose, request, vote
from tests.integration.cli.office import Office
from thidua_desktop.bootstrap import Joiner

LATE = dt.date(2027, 3, 20)
EXTEND = ("rules", "extend", "--from", "2027-03-01", "--document", "Công văn mẫu số 5")


def own_file(folder: Path, first: str = "2027-03-01") -> Path:
    """The newest shipped pack as the office's own, from another day on."""
    shipped = Joiner.detect().rule_packs.packs()[-1].code
    text = (Path("resources/rule_packs") / f"{shipped}.toml").read_text(encoding="utf-8")
    file = folder / "can-cu-moi.toml"
    text = text.replace("valid_from = 2026-10-01", f"valid_from = {first}", 1)
    file.write_text(text.replace("valid_to = 2027-02-28\n", "", 1), encoding="utf-8")
    return file


def test_the_office_is_told_from_when_on_there_are_none(ranked: Office) -> None:
    listed = ranked.line.ask("rules", "list")
    assert listed["open_from"] == "2027-03-01"
    assert {line["origin"] for line in listed["rules"]} == {"shipped"}
    assert "Từ ngày 01/03/2027 chưa có căn cứ pháp lý." in ranked.line("rules", "list").out


def test_without_rules_the_sentence_says_where_to_go(ranked: Office) -> None:
    ranked.line.clock.set(LATE)
    assert ranked.line.ask("rules", "list")["open_from"] == "2027-03-01"
    ran = ranked.line(
        *request("propose", "--person", "CN0001"), "--achievement", "Đã làm tốt", "--no-holds"
    )
    assert ran.code == 1
    assert "trang Kế hoạch, phần Căn cứ pháp lý" in ran.told


def test_a_year_goes_on_under_old_rules_by_a_document(ranked: Office) -> None:
    ranked.line.clock.set(LATE)
    made = ranked.line.ask(*EXTEND, "--base-salary", "2.700.000")
    assert (made["open_from"], made["rules"][-1]["document"]) == (None, "Công văn mẫu số 5")
    propose(ranked, "--person", "CN0001")
    open_council(ranked)
    vote(ranked, 1, 8, 0)
    issued = ranked.line.ask("decision", "issue", "--session", SESSION, "--date", "2027-03-25")
    assert [award["amount"] for award in issued["awards"]] == [810_000]
    code = made["rules"][-1]["code"]
    ran = ranked.line("--json", "rules", "drop", code)
    assert (ran.code, ran.error) == (1, "rules_decided_under")


def test_own_rules_win_and_go_again(ranked: Office, tmp_path: Path) -> None:
    ranked.line.clock.set(LATE)
    ranked.line.ask(*EXTEND)
    made = ranked.line.ask("rules", "add", own_file(tmp_path))
    assert [(line["code"], line["origin"]) for line in made["rules"]][-1] == ("can-cu-moi", "own")
    again = ranked.line("--json", "rules", "add", own_file(tmp_path))
    assert (again.code, again.error) == (1, "rules_known")
    left = ranked.line.ask("rules", "drop", "can-cu-moi")
    assert left["rules"][-1]["origin"] == "goes_on"
    ran = ranked.line("--json", "rules", "drop", "can-cu-moi")
    assert (ran.code, ran.error) == (1, "own_rules_unknown")


def test_what_cannot_go_on_is_said(ranked: Office, tmp_path: Path) -> None:
    day = ("--document", "Công văn mẫu")
    for first, code in (("2026-12-01", "rules_there_already"), ("2025-01-01", "no_rule_pack")):
        ran = ranked.line("--json", "rules", "extend", "--from", first, "--to", first, *day)
        assert (ran.code, ran.error) == (1, code)
    ran = ranked.line(
        "--json", "rules", "extend", "--from", "2027-03-02", "--to", "2027-03-01", *day
    )
    assert (ran.code, ran.error) == (1, "rules_going_on_wrong")
    broken = own_file(tmp_path)
    broken.write_text("name = 5", encoding="utf-8")
    ran = ranked.line("--json", "rules", "add", broken)
    assert (ran.code, ran.error) == (1, "rule_pack_broken")
