"""After the decision on the command line."""

from __future__ import annotations

import zipfile

import pytest

from tests.integration.cli.awards_in_hand import SESSION, open_council, propose, vote
from tests.integration.cli.office import CYCLE, Office


@pytest.fixture
def decided(ranked: Office) -> Office:
    """Two people decided on, a unit's bằng khen passed."""
    for person in ("CN0001", "CN0002"):
        propose(ranked, "--person", person)
    higher = propose(ranked, "--unit", "DV001", award="bang_khen_tinh")
    open_council(ranked)
    for proposal in (1, 2, higher):
        vote(ranked, proposal, 8, 0)
    ranked.line.ask("decision", "issue", "--session", SESSION, "--date", "2026-12-20")
    return ranked


def test_number_list_and_payment(decided: Office) -> None:
    ask = decided.line.ask
    assert ask("decision", "number", 1, "--number", "125/QĐ-UBND", "--date", "2026-12-21") == {
        "decision": 1,
        "number": "125/QĐ-UBND",
        "date": "2026-12-21",
        "recomputed": [],
    }
    paid = ask("decision", "pay", "--proposal", 1, 2, "--date", "2026-12-22")["payments"]
    assert [row["amount"] for row in paid] == [760_000, 760_000]
    (line,) = ask("decision", "list", "--year", 2026)["decisions"]
    assert (line["number"], line["total"]) == ("125/QĐ-UBND", 1_520_000)
    assert [award["paid"] for award in line["awards"]] == ["2026-12-22"] * 2
    assert ask("decision", "list", "--year", 2025)["decisions"] == []
    assert "125/QĐ-UBND" in decided.line("decision", "list").told


def test_the_scan_of_a_decision(decided: Office) -> None:
    ask, paper = decided.line.ask, decided.folder / "quyết định.pdf"
    paper.write_bytes(b"%PDF-1.4 made up")
    assert ask("decision", "scan", 1, paper)["scans"] == ["quyết định.pdf"]
    out = ask("decision", "scan", 1, "--out", decided.folder / "mo")
    assert out["files"] == [str(decided.folder / "mo" / "quyết định.pdf")]
    assert ask("decision", "list")["decisions"][0]["scans"] == ["quyết định.pdf"]
    packed = ask(
        "export",
        "dossier",
        "--cycle",
        CYCLE,
        "--out",
        decided.folder / "hs",
        "--zip",
        "--despite",
        "Gửi trước",
    )
    held = [name for file in packed["files"] for name in zipfile.ZipFile(file).namelist()]
    assert sum("02_minh-chung/quyet-dinh" in name for name in held) == 1
    assert ask("decision", "scan", 1, "--remove", "quyết định.pdf")["scans"] == []
    ask("decision", "scan", 9, paper, code=1)
    gone = ask("decision", "scan", 1, decided.folder / "không có.pdf", code=1)
    assert gone["error"]["code"] == "path_missing"


def test_cancel_and_recover(decided: Office) -> None:
    ask = decided.line.ask
    words = ("--ground", "false_claim", "--document", "Kết luận 02", "--date", "2026-12-28")
    answer = ask("decision", "cancel", "--proposal", 1, *words, "--received", "2026-12-28")
    # Fifteen working days with Tết Dương lịch between them.
    assert (answer["state"], answer["due"], answer["doubts"]) == ("due", "2027-01-19", [])
    back = ask("decision", "recover", "--proposal", 1, "--returned", "2027-01-10")
    assert back["state"] == "returned"
    (line,) = ask("decision", "list")["decisions"]
    assert [award["cancelled"] for award in line["awards"]] == [True, False]
    again = decided.line("--json", "decision", "cancel", "--proposal", 1, *words)
    assert (again.code, again.error) == (1, "nothing_to_cancel")


def test_the_way_above(decided: Office) -> None:
    ask = decided.line.ask
    for words, status in (
        (("sent", "--date", "2026-12-22", "--document", "12/TTr-UBND"), "submitted"),
        (("decided", "--date", "2027-01-15", "--number", "310"), "decided"),
        (("refused", "--note", "Hết số lượng"), "refused"),
    ):
        answer = ask("award", "outcome", "--proposal", 3, "--state", *words)
        assert answer["proposals"] == [{"proposal": 3, "status": status}]


def test_the_fund(decided: Office) -> None:
    ask = decided.line.ask
    ask("fund", "set", "--year", 2026, "--budget", "10.000.000", "--area", "mountain")
    spend = ("--kind", "organising", "--date", "2026-12-22", "--content", "Hội nghị")
    ask("fund", "spend", *spend, "--amount", 3_000_000)
    shown = ask("fund", "show", "--year", 2026)
    assert (shown["awards"], shown["left"]) == (1_520_000, 5_480_000)
    assert [one["code"] for one in shown["warnings"]] == ["fund_organising_over"]
    assert "Điều 46" in shown["warnings"][0]["message"]
    # What is not named stays.
    again = ask("fund", "set", "--year", 2026, "--other-income", 1)
    assert (again["budget"], again["total"]) == (10_000_000, 10_000_001)
    assert "Còn lại" in decided.line("fund", "show", "--year", 2026).told


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("decision", "number", 9, "--number", "1"), "decision_unknown"),
        (("decision", "pay", "--proposal", 3, "--date", "2027-01-01"), "bonus_not_due"),
        (("decision", "recover", "--proposal", 1), "cancellation_unknown"),
        (("award", "outcome", "--proposal", 1, "--state", "sent"), "award_is_own"),
        (("fund", "show", "--year", 5), "fund_year_wrong"),
    ],
)
def test_what_is_refused_leaves_everything(
    decided: Office, words: tuple[object, ...], code: str
) -> None:
    before = decided.line.state()
    ran = decided.line("--json", *words)
    assert (ran.code, ran.error) == (1, code)
    assert decided.line.state() == before
