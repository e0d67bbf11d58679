"""A commune's own list of units, as its office wrote it: every doubt is told at its cell."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from tests.command_line import CommandLine

SAMPLE = Path(__file__).parents[2] / "fixtures" / "samples" / "danh-sach-don-vi.xlsx"


@pytest.fixture
def line(tmp_path: Path) -> CommandLine:
    line = CommandLine(tmp_path / "data")
    line.ask("init", "--plan", "cao-minh")
    return line


@pytest.fixture
def answer(line: CommandLine) -> dict[str, Any]:
    """The import is done in part: one row is refused."""
    return line.ask("unit", "import", SAMPLE, code=1)


def messages(answer: dict[str, Any]) -> dict[tuple[str, str], str]:
    """Sentence by cell and code; each issue names the sheet and the file."""
    assert {(i["file"], i["sheet"]) for i in answer["issues"]} == {(SAMPLE.name, "Danh sách")}
    return {(issue["cell"], issue["code"]): issue["message"] for issue in answer["issues"]}


def test_22_rows_are_taken_and_one_is_not(answer: dict[str, Any]) -> None:
    assert (answer["accepted"], answer["rejected"]) == (22, 1)
    refused = [row for row in answer["rows"] if row["status"] == "rejected"]
    assert [(row["cell"], row["name"]) for row in refused] == [("B26", "Trường Tiểu học Cao Minh")]


def test_every_doubt_is_told_at_its_cell(answer: dict[str, Any]) -> None:
    found = messages(answer)
    assert set(found) == {
        *(("B8", "heading_understood"), ("B16", "heading_understood")),
        *(("B22", "heading_understood"), ("B27", "heading_understood")),
        ("B32", "heading_understood"),
        ("G10", "phone_zero_lost"),
        ("F12", "cluster_spelt_otherwise"),
        ("D15", "count_with_words"),
        ("B26", "unit_twice"),
        ("B36", "total_differs"),
    }
    assert found["B26", "unit_twice"] == (
        "«Trường Tiểu học Cao Minh» đã có ở ô B24. Dòng này không được nhập."
    )
    assert found["D15", "count_with_words"] == "«15 người» được hiểu là 15."
    assert found["F12", "cluster_spelt_otherwise"] == ("«khối 1» được hiểu là «Khối 1».")
    assert "0912000002" in found["G10", "phone_zero_lost"]
    assert found["B36", "total_differs"] == (
        "Dòng tổng cộng ghi 23 đơn vị nhưng danh sách có 22 đơn vị khác nhau."
    )


def test_only_the_double_row_stops(answer: dict[str, Any]) -> None:
    stopping = [i["cell"] for i in answer["issues"] if i["severity"] == "error"]
    assert stopping == ["B26"]


def test_group_rows_put_the_units_below_them_into_their_groups(
    line: CommandLine, answer: dict[str, Any]
) -> None:
    del answer
    units = line.ask("unit", "list")["units"]
    groups: dict[str, list[str]] = {}
    for unit in units:
        groups.setdefault(unit["group"], []).append(unit["name"])
    sizes = {group: len(names) for group, names in groups.items()}
    assert sizes == {"office": 7, "front": 5, "school": 3, "hamlet": 4, "enterprise": 3}
    by_name = {unit["name"]: unit for unit in units}
    assert by_name["Trạm Y tế xã"]["people_total"] == 15
    assert by_name["Trung tâm Phục vụ hành chính công"]["cluster"] == "Khối 1"
    assert by_name["Phòng Kinh tế"]["phone"] == "0912000002"
    assert by_name["HTX Nông nghiệp số Cao Minh"]["cluster"] == ""
    assert "NGƯỜI LẬP BIỂU" not in by_name


def test_a_second_import_adds_nothing(line: CommandLine, answer: dict[str, Any]) -> None:
    del answer
    before = line.state()
    again = line.ask("unit", "import", SAMPLE, code=1)
    assert (again["accepted"], again["rejected"], again["operation"]) == (22, 1, None)
    assert {row["status"] for row in again["rows"]} == {"same", "rejected"}
    assert line.state() == before


def test_a_rehearsal_says_the_same_and_stores_nothing(line: CommandLine) -> None:
    before = line.state()
    rehearsed = line.ask("unit", "import", SAMPLE, "--dry-run", code=1)
    assert line.state() == before
    done = line.ask("unit", "import", SAMPLE, code=1)
    assert rehearsed["operation"] is None
    assert rehearsed["issues"] == done["issues"]


def test_a_person_reads_whether_anything_was_stored(line: CommandLine) -> None:
    assert (
        "Mới kiểm tra, chưa lưu: nhận được 22 đơn vị"
        in line("unit", "import", SAMPLE, "--dry-run").told
    )
    assert "Nhận 22 đơn vị" in line("unit", "import", SAMPLE).told


def test_a_list_saved_as_csv_with_semicolons(line: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "danh-sach.csv"
    rows = (
        *("UBND XÃ VÍ DỤ;;;", "STT;Tên đơn vị;Nhóm;Tổng số"),
        *("01;Tổng công ty Ví Dụ, chi nhánh xã;Doanh nghiệp;12", "2.;Xóm Ví Dụ;Các xóm;"),
        *(";Tổng cộng: 2;;12", ";;;Ví Dụ, ngày 05/01/2026"),
    )
    path.write_text("\n".join(rows), encoding="utf-8-sig")
    answer = line.ask("unit", "import", path)
    assert [(row["sheet"], row["cell"], row["name"]) for row in answer["rows"]] == [
        ("", "B3", "Tổng công ty Ví Dụ, chi nhánh xã"),
        ("", "B4", "Xóm Ví Dụ"),
    ]
    assert answer["issues"] == []
    assert [unit["people_total"] for unit in line.ask("unit", "list")["units"]] == [None, 12]


def test_a_list_in_an_old_font_is_taken_in_unicode_and_the_conversion_told(
    line: CommandLine, tmp_path: Path
) -> None:
    path = tmp_path / "danh-sach.xlsx"
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["STT", "Hä vµ tªn", "Chøc vô"],
        [1, "NguyÔn V¨n MÉu", "Tr\u00adëng phßng"],
        [2, "TrÇn ThÞ VÝ Dô", "Phã phßng"],
    ):
        sheet.append(row)
    book.save(path)
    answer = line.ask("person", "import", path)
    told = [issue for issue in answer["issues"] if issue["code"] == "column_in_tcvn3"]
    assert len(told) == 2
    assert "«Hä vµ tªn» → «Họ và tên»" in told[0]["message"]
    names = {person["name"] for person in line.ask("person", "list")["people"]}
    assert names == {"Nguyễn Văn Mẫu", "Trần Thị Ví Dụ"}
