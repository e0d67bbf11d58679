"""plan export, import, show: another commune's own plan, without any plan that ships."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from docx import Document
from openpyxl import Workbook, load_workbook

from tests.command_line import CommandLine
from tests.integration.cli.office import CYCLE, Office
from tests.unit.application.test_plan_texts import LETTERED


def edited(line: CommandLine, path: Path, edit: Callable[[Workbook], object]) -> Path:
    line.ask("plan", "export", "--out", path)
    workbook = load_workbook(path)
    edit(workbook)
    workbook.save(path)
    return path


def rename_commune(workbook: Workbook) -> None:
    for row in workbook["Chung"].iter_rows(min_row=4):
        if row[0].value == "Tên riêng xã, phường, đặc khu":
            row[1].value = "Hòn Mẫu"
        if row[0].value == "Loại":
            row[1].value = "đặc khu"


def test_a_new_office_starts_from_its_own_workbook(tmp_path: Path) -> None:
    first = CommandLine(tmp_path / "mau")
    first.ask("init", "--plan", "xuan-hung")
    assert first.ask("plan", "import", edited(first, tmp_path / "x.xlsx", lambda _: None)) == {
        "changes": [],
        "taken": False,
    }
    book = edited(first, tmp_path / "hon-mau.xlsx", rename_commune)
    own = CommandLine(tmp_path / "rieng")
    assert own.type("--json", "plan", "show", book).answer["commune"] == "đặc khu Hòn Mẫu"
    own.ask("init", "--plan", book)
    assert own.ask("plan", "current")["commune"] == "đặc khu Hòn Mẫu"
    assert own.ask("plan", "export", "--out", tmp_path / "lai.toml")["files"]
    assert own.ask("plan", "import", tmp_path / "lai.toml")["changes"] == []


def test_an_edited_plan_takes_the_place_and_is_undone(ranked: Office, tmp_path: Path) -> None:
    def edit(workbook: Workbook) -> None:
        rename_commune(workbook)
        sheet = workbook["Tiêu chí"]
        sheet["C4"] = "Lời mới của tiêu chí đầu"
        groups = workbook["Nhóm đơn vị"]
        end = next(row for row in range(4, 60) if groups.cell(row, 2).value in (None, ""))
        audience = groups.cell(4, 3).value
        new = (None, "Trạm hải đăng", audience, "Tập thể", "Kế hoạch nêu", None, "hải đăng")
        for column, value in enumerate(new, start=1):
            groups.cell(end, column).value = value

    line, before = ranked.line, ranked.line.ask("rank", "--cycle", CYCLE)
    book = edited(line, tmp_path / "sua.xlsx", edit)
    seen = line.ask("plan", "import", book, "--dry-run")
    assert (seen["taken"], len(seen["changes"])) == (False, 3)
    made = line.ask("plan", "import", book)
    assert (made["changes"], made["taken"]) == (seen["changes"], True)
    plan = line.ask("plan", "current")
    assert plan["commune"] == "đặc khu Hòn Mẫu"
    assert plan["groups"][-1]["code"] == "tram_hai_dang"
    assert line.ask("rank", "--cycle", CYCLE) == before
    line.ask("undo", line.ask("log")["operations"][0]["id"])
    assert line.ask("plan", "current")["commune"] == "xã Xuân Hưng"


def test_groups_with_units_stay(ranked: Office, tmp_path: Path) -> None:
    def edit(workbook: Workbook) -> None:
        groups = workbook["Nhóm đơn vị"]
        for row in range(4, 60):
            if groups.cell(row, 1).value == "school":
                groups.delete_rows(row)
            if groups.cell(row, 1).value == "office":
                groups.cell(row, 3).value = groups.cell(row + 1, 3).value

    book = edited(ranked.line, tmp_path / "sua.xlsx", edit)
    ran = ranked.line("--json", "plan", "import", book)
    assert (ran.code, ran.error) == (1, "plan_renewal_blocked")
    codes = {issue["code"] for issue in ran.answer["issues"]}
    assert {"plan_group_in_use", "plan_group_audience_fixed"} <= codes


def test_a_draft_from_a_word_file_goes_through_the_workbook(tmp_path: Path) -> None:
    document = Document()
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "ỦY BAN NHÂN DÂN\nXÃ VÍ DỤ\nSố: 7/KH-UBND"
    table.cell(0, 1).text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
    for words in LETTERED.splitlines()[4:]:
        document.add_paragraph(words)
    text = tmp_path / "Kế hoạch.docx"
    document.save(str(text))
    line = CommandLine(tmp_path / "data")
    line.ask("init", "--plan", "tay-hieu")
    made = line.ask("plan", "draft", text, "--out", tmp_path / "nhap.xlsx")
    assert made["found"] | {"recipients": 2, "criteria": 4, "areas": 2} == made["found"]
    assert line.ask("plan", "import", tmp_path / "nhap.xlsx")["taken"]
    plan = line.ask("plan", "current")
    assert (plan["commune"], len(plan["audiences"])) == ("xã Ví Dụ", 2)
    strange = tmp_path / "la.docx"
    strange.write_bytes(b"no document")
    ran = line("--json", "plan", "draft", strange, "--out", tmp_path / "x.xlsx")
    assert (ran.code, ran.error) == (1, "plan_text_unread")
