"""Giấy khen on the command line: numbers of the golden register, files to print."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pypdf
import pytest

from tests.integration.cli.awards_in_hand import SESSION, open_council, propose, vote
from tests.integration.cli.office import Office


@pytest.fixture
def decided(ranked: Office) -> Office:
    """The office after a decision on two people and, later proposed, two units."""
    proposals = [propose(ranked, "--person", person) for person in ("CN0001", "CN0002")]
    proposals += [propose(ranked, "--unit", unit) for unit in ("DV001", "DV002")]
    open_council(ranked)
    for proposal in proposals:
        vote(ranked, proposal, 8, 0)
    ranked.line.ask("decision", "issue", "--session", SESSION, "--date", "2026-12-20")
    return ranked


def numbers(office: Office, *more: object) -> Any:
    answer = office.line.ask("certificate", "number", "--decision", 1, *more)
    return [(row["proposal"], row["number"]) for row in answer["numbers"]]


def test_numbers_run_in_the_order_of_the_ceremony_and_can_be_undone(decided: Office) -> None:
    assert numbers(decided) == [(3, 1), (4, 2), (1, 3), (2, 4)]
    operation = decided.line.ask("log")["operations"][0]
    assert operation["action"] == "golden_numbers_given"
    decided.line.ask("undo", operation["id"])
    assert numbers(decided, "--first", 41) == [(3, 41), (4, 42), (1, 43), (2, 44)]


def test_a_number_that_stands_on_paper_is_typed_and_never_given_again(decided: Office) -> None:
    assert numbers(decided, "--proposal", 1, "--number", 2)[2] == (1, 2)
    ran = decided.line(
        "--json", "certificate", "number", "--decision", 1, "--proposal", 2, "--number", 2
    )
    assert (ran.code, ran.error) == (1, "golden_number_taken")
    assert numbers(decided, "--first", 1) == [(3, 1), (4, 3), (1, 2), (2, 4)]
    again = decided.line("--json", "certificate", "number", "--decision", 1)
    assert (again.code, again.error) == (1, "golden_numbers_all_given")


def test_numbers_without_anyone_or_beyond_all_registers_are_refused(decided: Office) -> None:
    before = decided.line.state()
    for words, code in (
        (("--decision", 1, "--number", 5), "golden_number_for_whom"),
        (("--decision", 1, "--proposal", 1, "--number", 0), "golden_number_wrong"),
        (("--decision", 1, "--first", 0), "golden_number_wrong"),
        (("--decision", 9), "decision_unknown"),
        (("--decision", 1, "--proposal", 99), "proposal_unknown"),
    ):
        ran = decided.line("--json", "certificate", "number", *words)
        assert (ran.code, ran.error) == (1, code)
    assert decided.line.state() == before


def test_export_writes_a_page_for_each_in_the_order_of_the_ceremony(
    decided: Office, tmp_path: Path
) -> None:
    numbers(decided)
    out = tmp_path / "in"
    answer = decided.line.ask("certificate", "export", "--decision", 1, "--out", out)
    assert [row["page"] for row in answer["certificates"]] == [1, 2, 3, 4]
    assert answer["issues"] == []
    sheets, trial = (pypdf.PdfReader(file) for file in answer["files"])
    assert len(trial.pages) == 1
    for row, page in zip(answer["certificates"], sheets.pages, strict=True):
        said = " ".join(page.extract_text().split())
        assert row["name"] in said
        assert f"Số sổ vàng: {row['number']:02d}" in said


def test_a_sheet_that_would_be_spoilt_is_left_out_and_named(
    decided: Office, tmp_path: Path
) -> None:
    layout = tmp_path / "phoi-hep.toml"
    layout.write_text(
        'name = "Phôi hẹp"\nwidth = 297\nheight = 210\n\n[[line]]\nfield = "recipient"\n'
        "x = 40\ny = 100\nwidth = 45\nsize = 16\nsmallest = 14\npitch = 8\n",
        encoding="utf-8",
    )
    words = ("certificate", "export", "--decision", 1, "--out", tmp_path / "in")
    answer = decided.line.ask(*words, "--layout", layout, code=1)
    left_out = {row["name"] for row in answer["certificates"] if row["page"] is None}
    assert left_out
    assert left_out == {issue["file"] for issue in answer["issues"]}
    assert {issue["code"] for issue in answer["issues"]} == {"certificate_text_too_long"}
    told = decided.line(*words, "--layout", layout).told
    assert "Dòng «Tên» dài quá chỗ trên phôi" in told


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--layout", "khac"), "blank_layout_unknown"),
        (("--layout", "khong-co.toml"), "path_missing"),
        (("--printer", "Máy lạ"), "printer_unknown"),
    ],
)
def test_what_is_not_known_is_said(
    words: tuple[str, str], code: str, decided: Office, tmp_path: Path
) -> None:
    ran = decided.line(
        "--json", "certificate", "export", "--decision", 1, "--out", tmp_path / "in", *words
    )
    assert (ran.code, ran.error) == (1, code)
    assert not (tmp_path / "in").exists()


def test_a_broken_layout_is_told_by_line(decided: Office, tmp_path: Path) -> None:
    layout = tmp_path / "phoi.toml"
    layout.write_text('name = "Phôi"\nwidth = 297\n[[line]]\nfield = "ten"\n', encoding="utf-8")
    ran = decided.line(
        *("--json", "certificate", "export", "--decision", 1),
        *("--out", tmp_path / "in", "--layout", layout),
    )
    assert (ran.code, ran.error) == (1, "blank_file_broken")
    assert {issue["code"] for issue in ran.answer["issues"]} >= {
        "toml_key_missing",
        "toml_word_unknown",
    }
