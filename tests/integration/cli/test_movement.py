"""exemplar, inspection, activity on the command line."""

from __future__ import annotations

from openpyxl import load_workbook

from tests.integration.cli.office import Office


def test_an_exemplar_is_recorded_listed_and_taken_out(ranked: Office) -> None:
    words = ("--kind", "model", "--name", "Mô hình mẫu", "--date", "2026-05-12")
    number = ranked.line.ask("exemplar", "add", "--unit", "dv001", *words)["exemplar"]
    (found,) = ranked.line.ask("exemplar", "list")["exemplars"]
    assert (found["unit"], found["kind"], found["title"]) == ("DV001", "model", "Mô hình mẫu")
    assert "Mô hình mới: Mô hình mẫu" in ranked.line("exemplar", "list").out
    ranked.line.ask("exemplar", "remove", number)
    assert "Chưa ghi" in ranked.line("exemplar", "list").out
    assert ranked.line("exemplar", "add", *words).code == 2


def test_an_inspection_goes_its_way(ranked: Office) -> None:
    line = ranked.line
    who = ("--inspector", "Bà Mẫu", "--inspector", "Ông Mẫu")
    asked = ("inspection", "add", "--unit", "DV001", "--date", "2026-05-12", *who)
    number = line.ask(*asked)["inspection"]
    refused = line("--json", "inspection", "remedy", number, "--date", "2026-06-01")
    assert (refused.code, refused.error) == (1, "inspection_nothing_to_mend")
    line.ask("inspection", "result", number, "--conclusion", "Tốt", "--remedy-by", "2026-06-30")
    (found,) = line.ask("inspection", "list")["inspections"]
    assert (found["state"], found["inspectors"]) == ("overdue", ["Bà Mẫu", "Ông Mẫu"])
    line.ask("inspection", "remedy", number, "--date", "2026-06-01")
    assert "Đã khắc phục" in line("inspection", "list").out
    line.ask("inspection", "remove", number)
    assert line.ask("inspection", "list")["inspections"] == []


def test_an_activity_is_recorded_listed_and_taken_out(ranked: Office) -> None:
    words = ("--kind", "it_survey", "--name", "Khảo sát mẫu", "--date", "2026-05-12")
    number = ranked.line.ask("activity", "add", *words, "--people", "12")["activity"]
    (found,) = ranked.line.ask("activity", "list")["activities"]
    assert (found["kind"], found["people"]) == ("it_survey", 12)
    assert "Khảo sát công nghệ thông tin: Khảo sát mẫu" in ranked.line("activity", "list").out
    ranked.line.ask("activity", "remove", number)
    assert ranked.line("--json", "activity", "remove", number).error == "activity_unknown"


def test_the_survey_form_holds_every_unit_and_says_what_is_proposed(office: Office) -> None:
    path = office.folder / "khao-sat.xlsx"
    answer = office.line.ask("activity", "survey", "--out", path)
    assert answer == {"files": [str(path)], "units": 4}
    said = [
        str(cell.value) for row in load_workbook(path).worksheets[0] for cell in row if cell.value
    ]
    assert {"Phòng Kinh tế", "Trường Tiểu học Ví Dụ", "Đề nghị trang bị"} <= set(said)
    assert any("là đề xuất" in text for text in said)
