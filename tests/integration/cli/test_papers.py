"""Papers and what stands after a decision, on the command line."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pypdf
import pytest
from openpyxl import load_workbook

from tests.integration.cli.awards_in_hand import (
    SESSION,
    open_council,
    propose,
    request,
    vote,
)
from tests.integration.cli.office import CYCLE, Office
from thidua_desktop.application.enrolling import registers

ODD = "Phòng Ví Dụ 😀"


@pytest.fixture
def decided(ranked: Office) -> Office:
    """The office after its decision: a unit and a person rewarded, a unit refused."""
    proposals = [
        propose(ranked, "--unit", "DV001"),
        propose(ranked, "--person", "CN0002"),
        propose(ranked, "--unit", "DV004"),
    ]
    open_council(ranked)
    for number, yes in zip(proposals, (8, 7, 4), strict=True):
        vote(ranked, number, yes, 8 - yes)
    ranked.line.ask("decision", "issue", "--session", SESSION, "--date", "2026-12-20")
    return ranked


def pdf_text(path: Path) -> str:
    return " ".join("".join(page.extract_text() for page in pypdf.PdfReader(path).pages).split())


def test_who_wrote_votes_too_and_stands_in_the_minutes(ranked: Office) -> None:
    number = propose(ranked, "--unit", "DV001")
    words = ("--date", "2026-12-18", "--members", 9, "--present", 7, "--written", 2)
    session = ranked.line.ask("council", "open", "--cycle", CYCLE, *words)
    assert session["written"] == 2
    assert vote(ranked, number, 9, 0)["share"] == 100
    papers = ranked.folder / "van-ban"
    ranked.line.ask("export", "dossier", "--cycle", CYCLE, "--out", papers)
    (minutes,) = papers.glob("bien-ban-hop_*.pdf")
    text = " ".join(page.extract_text() for page in pypdf.PdfReader(minutes).pages)
    assert "02 thành viên gửi ý kiến bằng văn bản" in " ".join(text.split())


def test_what_is_not_passed_is_not_decided(decided: Office) -> None:
    proposals = decided.line.ask("award", "list", "--cycle", CYCLE)["proposals"]
    assert [(p["code"], p["status"]) for p in proposals] == [
        ("DV001", "decided"),
        ("CN0002", "decided"),
        ("DV004", "not_passed"),
    ]


def test_export_dossier_writes_every_paper(decided: Office) -> None:
    out = decided.folder / "van-ban"
    answer = decided.line.ask("export", "dossier", "--cycle", CYCLE, "--out", out)
    files = [Path(file) for file in answer["files"]]
    assert sorted(files) == sorted(out.iterdir())
    texts = {file.stem: pdf_text(file) for file in files if file.suffix == ".pdf"}
    whole = " ".join(texts.values())
    for words in ("QUYẾT ĐỊNH", "TỜ TRÌNH", "BIÊN BẢN", "Phòng Kinh tế", "Trần Thị Ví Dụ"):
        assert words in whole, words
    assert "1.520.000" in whole


def test_a_dossier_is_checked_marked_and_packed(decided: Office) -> None:
    def check(code: int) -> dict[str, str]:
        answer = decided.line.ask("dossier", "check", "--cycle", CYCLE, code=code)
        assert answer["differences"] == []
        parts = {one["proposal"]: one for one in answer["dossiers"]}
        assert all(one["article"] and one["why"] for d in parts.values() for one in d["parts"])
        return {str(number): one["state"] for number, one in parts.items()}

    assert check(1) == {"1": "complete", "2": "unclear"}
    out = decided.folder / "gui-di"
    words = ("export", "dossier", "--cycle", CYCLE, "--out", out, "--zip")
    ran = decided.line("--json", *words)
    assert (ran.code, ran.error) == (1, "dossier_gate_closed")
    proof = decided.folder / "Báo cáo (bản chụp).pdf"
    proof.write_bytes(b"%PDF-1.4 mau")
    decided.line.ask("dossier", "mark", "--proposal", 2, "--part", "report", "--file", proof)
    assert check(0) == {"1": "complete", "2": "complete"}
    (packed,) = decided.line.ask(*words)["files"]
    with zipfile.ZipFile(packed) as zipped:
        assert zipped.testzip() is None
        names = zipped.namelist()
    assert {name.partition("/")[0] for name in names if "/" in name} == {
        "01_van-ban",
        "02_minh-chung",
    }
    rule = ("--award", "giay_khen_xa", "--text", "Bản xác nhận", "--citation", "Quyết định mẫu")
    decided.line.ask("dossier", "rule", *rule)
    unknown = decided.line.ask("dossier", "mark", "--proposal", 2, "--part", "khong-co", code=1)
    assert unknown["error"]["code"] == "dossier_part_unknown"
    unknown = decided.line.ask("dossier", "rule", "--award", "khong_co", *rule[2:], code=1)
    assert unknown["error"]["code"] == "award_form_unknown"
    assert set(check(1).values()) == {"unclear"}
    assert "[Chưa rõ] Bản xác nhận" in decided.line("dossier", "check", "--cycle", CYCLE).out
    decided.line.ask("dossier", "drop", "--award", "giay_khen_xa", "--part", "ban_xac_nhan")
    assert "Bản xác nhận" not in decided.line("dossier", "check", "--cycle", CYCLE).out


def test_export_province_writes_a_workbook_that_excel_opens(decided: Office) -> None:
    path = decided.folder / "gui-tinh" / "tong-hop.xlsx"
    answer = decided.line.ask("export", "province", "--cycle", CYCLE, "--out", path)
    assert answer["files"] == [str(path)]
    book = load_workbook(path)
    cells = [cell for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row]
    assert "Phòng Kinh tế" in cells
    assert not [c for c in cells if isinstance(c, str) and c.startswith("=")]


def test_papers_before_any_vote_are_told(ranked: Office) -> None:
    before = ranked.line.state()
    out = ranked.folder / "van-ban"
    ran = ranked.line("--json", "export", "dossier", "--cycle", CYCLE, "--out", out)
    assert (ran.code, ran.error) == (1, "nothing_to_print")
    assert ranked.line.state() == before


def test_a_decision_can_be_undone_as_a_whole(decided: Office) -> None:
    newest = decided.line.ask("log")["operations"][0]
    assert newest["action"] == "decision_issued"
    decided.line.ask("undo", newest["id"])
    statuses = [
        p["status"] for p in decided.line.ask("award", "list", "--cycle", CYCLE)["proposals"]
    ]
    assert statuses == ["passed", "passed", "not_passed"]
    assert decided.line.ask("check")["ok"] is True


def test_a_person_reads_the_money_and_the_verdicts(ranked: Office) -> None:
    told = ranked.line(*request("check", "--unit", "DV001")).told
    assert "Phòng Kinh tế" in told
    assert "[đạt]" in told
    proposal = propose(ranked, "--unit", "DV001")
    open_council(ranked)
    vote(ranked, proposal, 8, 0)
    words = ("decision", "issue", "--session", SESSION, "--date", "2026-12-20")
    assert "1.520.000 đồng" in ranked.line(*words).out


def oddly_named(office: Office, name: str) -> Office:
    """A unit that was proposed under a name that is not taken any more."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(registers, "refuse_unprintable", lambda *_words: None)
        office.line.ask("unit", "rename", "DV001", "--name", name, "--date", "2026-11-20")
    numbers = [propose(office, "--unit", "DV001"), propose(office, "--person", "CN0002")]
    open_council(office)
    for number in numbers:
        vote(office, number, 8, 0)
    return office


def export(office: Office, code: int) -> tuple[dict[str, str], dict[str, str]]:
    """The papers for signing, and what was told of papers by code."""
    out = office.folder / "van-ban"
    answer = office.line.ask("export", "dossier", "--cycle", CYCLE, "--out", out, code=code)
    told = {one["code"]: one["message"] for one in answer["issues"]}
    return {file.name: pdf_text(file) for file in out.glob("*.pdf")}, told


def test_an_emoji_in_an_older_name_holds_no_paper_back(ranked: Office) -> None:
    papers, told = export(oddly_named(ranked, ODD), code=0)
    assert any("Phòng Ví Dụ" in text for text in papers.values())
    assert "😀" in told["paper_without_signs"]


def test_a_name_that_cannot_be_printed_is_refused_when_it_is_typed(decided: Office) -> None:
    words = ("unit", "rename", "DV001", "--name", ODD, "--date", "2026-12-01")
    ran = decided.line(*words)
    assert ran.code == 1
    assert "😀" in ran.told
