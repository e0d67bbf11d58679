"""What each command answers to a machine, and what stays true beneath it (design, section 5)."""

from __future__ import annotations

import datetime as dt
import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests.command_line import CommandLine
from tests.forms_in_hand import TITLES, rows_of
from tests.integration.cli.office import CYCLE, Office
from thidua_desktop.system.clock import FixedClock

SLUGS = ["cao-minh", "dang-thuy-tram", "tay-hieu", "trung-khanh", "xuan-hung"]


def test_plan_list_names_the_five_plans(tmp_path: Path) -> None:
    plans = CommandLine(tmp_path).type("plan", "list", "--json").answer["plans"]
    assert [plan["slug"] for plan in plans] == SLUGS
    assert {plan["years"][1] for plan in plans} == {2030}
    assert {plan["years"][0] for plan in plans} <= {2025, 2026}


@pytest.mark.parametrize("slug", SLUGS)
def test_plan_show_shares_100_points_in_every_audience(slug: str, tmp_path: Path) -> None:
    plan = CommandLine(tmp_path).type("plan", "show", slug, "--json").answer
    assert plan["slug"] == slug
    assert "đề xuất" in plan["points_note"]
    for audience in plan["audiences"]:
        standard = [c["max"] for c in audience["criteria"] if c["role"] == "standard"]
        assert sum(standard) == 100, audience["code"]
    assert {group["audience"] for group in plan["groups"]} <= {a["code"] for a in plan["audiences"]}


def test_init_makes_a_sound_folder(tmp_path: Path) -> None:
    line = CommandLine(tmp_path / "data")
    assert line.ask("init", "--plan", "tay-hieu") == {"data": str(tmp_path / "data")}
    assert line.ask("check") == {"ok": True, "problems": []}
    assert [o["action"] for o in line.ask("log")["operations"]] == ["plan_adopted", "data_created"]


def test_init_takes_the_words_of_the_office(tmp_path: Path) -> None:
    words = tmp_path / "co-quan.toml"
    words.write_text('chair = "Nguyễn Văn Mẫu"\nlate_cap = 2.5\n', encoding="utf-8")
    line = CommandLine(tmp_path / "data")
    line.ask("init", "--plan", "xuan-hung", "--office", words)
    assert line.ask("check")["ok"] is True


def test_units_and_people_have_stable_codes(office: Office) -> None:
    units = office.line.ask("unit", "list")["units"]
    assert [unit["code"] for unit in units] == ["DV001", "DV002", "DV003", "DV004"]
    assert {"code", "name", "group", "cluster"} <= units[0].keys()
    people = office.line.ask("person", "list")["people"]
    assert sorted((p["code"], p["unit"], p["is_leader"]) for p in people) == [
        ("CN0001", "DV001", True),
        ("CN0002", "DV001", False),
    ]


def test_cycles_have_readable_ids_and_iso_days(office: Office) -> None:
    opened = office.line.ask(
        "cycle", "open", "--kind", "mid_term", "--year", 2027, "--due", "05/08/2027"
    )
    assert opened == {
        "cycle": "2027-mid_term",
        "kind": "mid_term",
        "year": 2027,
        "opened": "2026-11-02",
        "due": "2027-08-05",
        "closed": None,
    }
    listed = office.line.ask("cycle", "list")["cycles"]
    assert {cycle["cycle"] for cycle in listed} == {CYCLE, "2027-mid_term"}


def test_a_closed_cycle_takes_nothing_more(office: Office) -> None:
    office.take_all()
    final = office.line.ask("cycle", "close", CYCLE)
    assert final["closed"] == "2026-11-02"
    before = office.line.state()
    for words in (
        ("form", "import", office.folder / "returned", "--cycle", CYCLE),
        ("form", "export", "--cycle", CYCLE, "--out", office.folder / "again"),
        ("cycle", "close", CYCLE),
        score_set("DV001", "A1", "1", "thử"),
    ):
        ran = office.line("--json", *words)
        assert (ran.code, ran.error) == (1, "cycle_closed")
    assert office.line.state() == before


def score_set(unit: str, criterion: str, points: object, reason: str = "") -> tuple[object, ...]:
    words: tuple[object, ...] = ("score", "set", "--cycle", CYCLE, "--unit", unit)
    words += ("--criterion", criterion, "--points", points)
    return (*words, "--reason", reason) if reason else words


def test_form_export_writes_one_form_per_unit_with_the_promised_titles(office: Office) -> None:
    answer = office.line.ask("form", "export", "--cycle", CYCLE, "--out", office.folder / "again")
    files = answer["files"]
    assert [file["unit"] for file in files] == ["DV001", "DV002", "DV003", "DV004"]
    for file in files:
        rows = rows_of(Path(file["path"]))
        assert sum(row.maximum for row in rows if row.code != "THUONG") == 10_000
    assert len(TITLES) == 6


def test_giving_forms_again_changes_nothing(office: Office) -> None:
    before = office.line.state()
    office.line.ask("form", "export", "--cycle", CYCLE, "--out", office.folder / "again")
    assert office.line.state() == before


def test_form_import_tells_the_fate_of_every_file(office: Office) -> None:
    good = office.returned("DV001")
    remark = office.returned("DV002", A1="8,5 điểm")
    wrong = office.returned("DV003", B1=4500)
    stranger = office.folder / "returned" / "danh-sach.csv"
    stranger.write_text("Họ tên,Ghi chú\nMẫu,không\n", encoding="utf-8")
    answer = office.line.ask("form", "import", office.folder / "returned", "--cycle", CYCLE, code=1)
    assert isinstance(answer["operation"], int)
    assert {Path(f["path"]): (f["unit"], f["status"]) for f in answer["files"]} == {
        good: ("DV001", "accepted"),
        remark: ("DV002", "warned"),
        wrong: ("DV003", "rejected"),
        stranger: (None, "unknown"),
    }
    issues = {issue["code"]: issue for file in answer["files"] for issue in file["issues"]}
    assert issues["points_over_max"] | {"message": ""} == {
        "file": "",
        "sheet": "Tự chấm",
        "cell": f"D{row_of(wrong, 'B1')}",
        "code": "points_over_max",
        "severity": "error",
        "message": "",
    }
    assert issues["points_over_max"]["message"] == (
        "Điểm 45 cao hơn điểm tối đa 40 của tiêu chí B1. Hãy nhập số từ 0 đến 40."
    )


def row_of(form: Path, code: str) -> int:
    return next(row.row for row in rows_of(form) if row.code == code)


def test_a_good_import_is_0_and_a_rehearsal_stores_nothing(office: Office) -> None:
    form = office.returned("DV001")
    before = office.line.state()
    rehearsed = office.line.ask("form", "import", form, "--cycle", CYCLE, "--dry-run")
    assert office.line.state() == before
    done = office.line.ask("form", "import", form, "--cycle", CYCLE)
    assert rehearsed["files"] == done["files"]
    assert (rehearsed["operation"], done["operation"]) == (None, before["log"][0]["id"] + 1)


def test_of_two_files_of_a_unit_the_older_is_superseded(office: Office) -> None:
    import os

    newer, older = office.returned("DV001"), office.returned("DV001", "nhap.xlsx", A1=100)
    os.utime(older, (1_700_000_000, 1_700_000_000))
    answer = office.line.ask("form", "import", newer, older, "--cycle", CYCLE)
    assert {Path(f["path"]).name: f["status"] for f in answer["files"]} == {
        newer.name: "accepted",
        older.name: "superseded",
    }


def test_form_return_writes_slips_for_what_was_faulty(office: Office) -> None:
    faulty = office.returned("DV003", B1="đạt")
    office.line.ask("form", "import", faulty, "--cycle", CYCLE, code=1)
    out = office.folder / "slips"
    answer = office.line.ask("form", "return", "--cycle", CYCLE, "--out", out)
    (slip,) = answer["files"]
    assert slip["unit"] == "DV003"
    assert Path(slip["path"]).parent == out
    assert "Hội Nông dân xã" in slip["message"]
    assert "«đạt» không phải là điểm" in slip["message"]


def test_a_returned_slip_can_be_mended_and_taken(office: Office) -> None:
    from tests.forms_in_hand import fill

    faulty = office.returned("DV003", B1="đạt")
    office.line.ask("form", "import", faulty, "--cycle", CYCLE, code=1)
    out = office.folder / "slips"
    (slip,) = office.line.ask("form", "return", "--cycle", CYCLE, "--out", out)["files"]
    mended = fill(Path(slip["path"]), office.folder / "mended.xlsx", changes={"B1": 3000})
    # Nobody mends a form within the second; files of one second are parted by content alone.
    later = faulty.stat().st_mtime + 60
    os.utime(mended, (later, later))
    answer = office.line.ask("form", "import", mended, "--cycle", CYCLE)
    assert [file["status"] for file in answer["files"]] == ["accepted"]
    assert office.line.ask("form", "return", "--cycle", CYCLE, "--out", out)["files"] == []


def rank_rows(office: Office) -> dict[str, dict[str, Any]]:
    groups = office.line.ask("rank", "--cycle", CYCLE)["groups"]
    return {row["unit"]: row for group in groups for row in group["rows"]}


def test_points_are_numbers_with_two_decimals_at_most(office: Office) -> None:
    form = office.returned("DV001", A1="12,25")
    office.line.ask("form", "import", form, "--cycle", CYCLE)
    row = rank_rows(office)["DV001"]
    assert (row["self"], row["total"]) == (76.25, 76.25)
    assert row["appraised"] is None
    text = office.line("rank", "--cycle", CYCLE, "--json").out
    assert '"self": 76.25' in text
    assert "76,25 điểm" in office.line("rank", "--cycle", CYCLE).out


def test_ranking_explains_itself_in_sentences(office: Office) -> None:
    office.take_all()
    rows = rank_rows(office)
    assert {"rank", "unit", "self", "appraised", "total", "class", "why"} <= rows["DV001"].keys()
    for row in rows.values():
        assert row["why"]
        assert all(sentence.endswith((".", "!")) for sentence in row["why"]), row["why"]


def test_a_person_reads_what_is_still_open_in_the_ranking(office: Office) -> None:
    office.take_all()
    told = office.line("rank", "--cycle", CYCLE).out
    assert "nội dung chưa thẩm định" in told
    assert "bằng điểm, cần xét thêm" in told


def test_appraising_moves_the_total_and_asks_for_a_reason(office: Office) -> None:
    office.take_all()
    before = office.line.state()
    refused = office.line("--json", *score_set("DV001", "A1", 10))
    assert (refused.code, refused.error) == (1, "reason_missing")
    assert office.line.state() == before
    answer = office.line.ask(*score_set("DV001", "A1", "10,5", "Thiếu kế hoạch năm"))
    assert answer["points"] == 10.5
    assert rank_rows(office)["DV001"]["total"] == 84 - 20 + 10.5


def test_a_late_report_costs_points_by_the_day(office: Office) -> None:
    office.line.clock.set(dt.date(2026, 12, 12))
    office.take_all()
    row = rank_rows(office)["DV001"]
    assert row["total"] == 84 - 2 * 0.5
    assert any("chậm" in sentence for sentence in row["why"])


def test_backup_check_restore_and_the_same_ranking(office: Office) -> None:
    office.take_all()
    ranked = rank_rows(office)
    made = office.line.ask("backup", "--to", office.folder / "usb")
    assert Path(made["file"]).stat().st_size == made["size"]
    again = CommandLine(office.folder / "restored", FixedClock(office.line.clock.today()))
    assert (made["ok"], made["problems"]) == (True, [])
    restored = again.ask("restore", made["file"])
    assert restored == {"data": str(again.data), "ok": True, "problems": []}
    assert again.ask("check") == {"ok": True, "problems": []}
    assert again.state() == office.line.state()
    assert rank_rows(Office(again, office.folder, {})) == ranked


def test_undo_takes_back_a_whole_import(office: Office) -> None:
    before = rank_rows(office)
    office.take_all()
    (newest, *_) = office.line.ask("log")["operations"]
    assert newest["action"] == "forms_collected"
    preview = office.line.ask("undo", newest["id"], "--preview")
    assert (preview["operation"], preview["conflicts"]) == (None, [])
    assert rank_rows(office) != before
    done = office.line.ask("undo", newest["id"])
    assert done["restored"] == preview["restored"]
    assert rank_rows(office) == before
    assert office.line.ask("check")["ok"] is True
    undoing = office.line.ask("log")["operations"][0]
    assert (undoing["id"], undoing["undoes"]) == (done["operation"], newest["id"])


def test_undo_leaves_what_was_changed_since(office: Office) -> None:
    office.take_all()
    taken = office.line.ask("log")["operations"][0]["id"]
    first = office.line.ask(*score_set("DV001", "A1", 10, "Lần một"))
    scored = office.line.ask("log")["operations"][0]["id"]
    office.line.ask(*score_set("DV001", "A1", 11, "Lần hai"))
    assert first["points"] == 10
    told = office.line("undo", scored, "--preview")
    assert told.code == 1
    assert told.out.splitlines()[2:] == [
        "Giữ nguyên vì đã sửa hoặc đang dùng sau đó:",
        "  - 1 điểm thẩm định",
    ]
    answer = office.line.ask("undo", scored, code=1)
    assert answer["conflicts"]
    assert answer["restored"] == []
    assert rank_rows(office)["DV001"]["total"] == 84 - 20 + 11
    assert office.line.ask("undo", taken, "--preview")["operation"] is None


def test_an_operation_is_undone_once(office: Office) -> None:
    office.take_all()
    taken = office.line.ask("log")["operations"][0]["id"]
    office.line.ask("undo", taken)
    again = office.line("--json", "undo", taken)
    assert (again.code, again.error) == (1, "operation_undone_already")


def test_the_log_tells_who_when_and_what_in_words(office: Office) -> None:
    operations = office.line.ask("log")["operations"]
    assert [o["id"] for o in operations] == sorted((o["id"] for o in operations), reverse=True)
    for operation in operations:
        assert dt.datetime.fromisoformat(operation["at"]).tzinfo is not None
        assert operation["actor"]
        assert not operation["words"].startswith("action_")
    assert len(office.line.ask("log", "--limit", 2)["operations"]) == 2


def test_people_read_vietnamese_and_machines_read_the_same_facts(office: Office) -> None:
    office.take_all()
    for words in (("unit", "list"), ("cycle", "list"), ("log",), ("rank", "--cycle", CYCLE)):
        person = office.line(*words)
        assert person.code == 0
        assert person.out.strip()
        assert not person.out.lstrip().startswith("{")
        assert json.loads(office.line(*words, "--json").out)
