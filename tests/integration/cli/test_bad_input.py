"""Wrong input of every usual kind: named in a sentence, the right exit code, nothing stored."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.command_line import CommandLine
from tests.integration.cli.office import CYCLE, UNITS, Office
from tests.integration.cli.refusing import IMPORT, assert_sentence, refused


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("unit", "import", "khong-co.xlsx"), "path_missing"),
        (("person", "import", "khong-co.xlsx"), "path_missing"),
        (("form", "import", "khong-co.xlsx", *IMPORT), "paths_missing"),
        (("form", "export", "--cycle", "2026-final", "--out", "phieu"), "cycle_unknown"),
        (("rank", "--cycle", "2031-annual"), "cycle_unknown"),
        (("cycle", "close", "2031-annual"), "cycle_unknown"),
        (("cycle", "open", "--kind", "annual", "--year", "2024"), "year_outside_plan"),
        (("cycle", "open", "--kind", "annual", "--year", "2026"), "cycle_exists"),
        (("undo", "999"), "operation_unknown"),
    ],
)
def test_what_does_not_exist(words: tuple[str, ...], code: str, office: Office) -> None:
    ran = refused(office, *words)
    assert (ran.code, ran.error) == (1, code)


def test_a_refusal_is_no_bug_in_the_log(office: Office) -> None:
    """The log keeps its code, never a trace, and never a name."""
    words = ("award", "check", *IMPORT, "--award", "giay_khen_xa", "--unit", "Mẫu")
    assert refused(office, *words).error == "unit_unknown"
    log = "".join(p.read_text("utf-8") for p in (office.line.data / "logs").glob("*.log"))
    assert "refused: unit_unknown" in log
    assert "Traceback" not in log
    assert "Mẫu" not in log


def test_a_folder_without_workbooks(office: Office) -> None:
    empty = office.folder / "trong"
    empty.mkdir()
    assert refused(office, "form", "import", empty, *IMPORT).error == "no_files_found"


def test_a_list_without_a_head(office: Office) -> None:
    path = office.folder / "danh-sach.csv"
    path.write_text("a,b,c\n1,2,3\n", encoding="utf-8")
    assert refused(office, "unit", "import", path).error == "unit_list_not_found"
    assert refused(office, "person", "import", path).error == "person_list_not_found"


def test_a_unit_twice_in_a_list_is_taken_once(office: Office) -> None:
    path = office.folder / "danh-sach.csv"
    path.write_text(f"{UNITS}5,PHÒNG  KINH TẾ,Cơ quan,,,,\n", encoding="utf-8")
    before = office.line.ask("unit", "list")
    answer = office.line.ask("unit", "import", path, code=1)
    assert (answer["accepted"], answer["rejected"]) == (4, 1)
    (issue,) = [i for i in answer["issues"] if i["severity"] == "error"]
    assert (issue["code"], issue["cell"]) == ("unit_twice", "B6")
    assert office.line.ask("unit", "list") == before


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('title = """', 'tittle = """'),
        ("\nmax_points = 25", "\nmax_points = 125"),
        ("first_year = 2025", "first_year = 2025\nfirst_year = 2026"),
        ("last_year = 2030", "last_year = "),
        ('kind = "xa"', 'kind = "huyen"'),
    ],
)
def test_a_plan_file_with_a_hole(old: str, new: str, tmp_path: Path) -> None:
    plan = tmp_path / "cua-minh.toml"
    shipped = Path(__file__).parents[3] / "resources" / "plans" / "xuan-hung.toml"
    text = shipped.read_text(encoding="utf-8")
    assert old in text
    plan.write_text(text.replace(old, new, 1), encoding="utf-8")
    line = CommandLine(tmp_path / "data")
    ran = line("--json", "init", "--plan", plan)
    assert (ran.code, ran.error) == (1, "plan_file_broken")
    assert_sentence(ran.answer["error"]["message"])
    assert ran.answer["issues"]
    for issue in ran.answer["issues"]:
        assert issue["file"] == plan.name
        assert issue["cell"].startswith("dòng ")
        assert_sentence(issue["message"])
    assert not line.data.exists()


def test_an_own_plan_that_is_sound_is_taken(tmp_path: Path) -> None:
    plan = tmp_path / "cua-minh.toml"
    shipped = Path(__file__).parents[3] / "resources" / "plans" / "xuan-hung.toml"
    shutil.copy(shipped, plan)
    line = CommandLine(tmp_path / "data")
    line.ask("init", "--plan", plan)
    line.ask("cycle", "open", "--kind", "annual", "--year", 2026)


def test_a_plan_that_does_not_ship(tmp_path: Path) -> None:
    line = CommandLine(tmp_path / "data")
    for plan in ("khong-co", tmp_path / "khong-co.toml"):
        ran = line("--json", "init", "--plan", plan)
        assert ran.code == 1
        assert_sentence(ran.answer["error"]["message"])
        assert not line.data.exists()


def test_an_office_file_with_faults_leaves_no_folder(tmp_path: Path) -> None:
    words = tmp_path / "co-quan.toml"
    words.write_text('chairr = "Mẫu"\nlate_cap = -1\n', encoding="utf-8")
    line = CommandLine(tmp_path / "data")
    ran = line("--json", "init", "--plan", "xuan-hung", "--office", words)
    assert (ran.code, ran.error) == (1, "office_file_broken")
    assert len(ran.answer["issues"]) == 2
    assert not line.data.exists()


@pytest.mark.parametrize(
    ("content", "code", "error", "issue"),
    [
        (None, 1, "path_missing", None),
        (b"chair = ", 1, "office_file_broken", "toml_value_unreadable"),
        ("chair = 'Mẫu'".encode("utf-16"), 1, "office_file_broken", "toml_not_utf8"),
        ("folder", 3, "office_file_unreadable", None),
    ],
)
def test_an_office_file_that_can_not_be_read(
    content: bytes | str | None, code: int, error: str, issue: str | None, tmp_path: Path
) -> None:
    words = tmp_path / "co-quan.toml"
    if isinstance(content, bytes):
        words.write_bytes(content)
    elif content:
        words.mkdir()
    line = CommandLine(tmp_path / "data")
    ran = line("--json", "init", "--plan", "xuan-hung", "--office", words)
    assert (ran.code, ran.error) == (code, error)
    assert_sentence(ran.answer["error"]["message"])
    assert [told["code"] for told in ran.answer.get("issues", [])] == [issue] * (issue is not None)
    assert not line.data.exists()


def test_a_summary_under_another_ending(office: Office) -> None:
    for name in ("bang.pdf", "bang"):
        ran = refused(office, "export", "province", *IMPORT, "--out", office.folder / name)
        assert ran.error == "province_form_other_ending"
        assert not (office.folder / name).exists()


@pytest.mark.parametrize("points", ["nan", "inf", "1e30", "-1", "true"])
def test_an_office_file_with_points_that_are_none(points: str, tmp_path: Path) -> None:
    words = tmp_path / "co-quan.toml"
    words.write_text(f"late_cap = {points}\n", encoding="utf-8")
    line = CommandLine(tmp_path / "data")
    ran = line("--json", "init", "--plan", "xuan-hung", "--office", words)
    assert (ran.code, ran.error) == (1, "office_file_broken")
    assert [told["code"] for told in ran.answer["issues"]] == ["office_value_not_points"]


def test_a_refused_closing_leaves_no_copy(office: Office) -> None:
    office.line.ask("cycle", "close", CYCLE)
    copies = sorted((office.line.data / "backups").iterdir())
    for cycle in (CYCLE, "2020-annual"):
        refused(office, "cycle", "close", cycle)
    assert sorted((office.line.data / "backups").iterdir()) == copies
