"""unit rename, merge, split, end, history."""

from __future__ import annotations

from tests.integration.cli.office import Office

DATE = ("--date", "2027-07-01")


def names(office: Office) -> list[str]:
    return [unit["name"] for unit in office.line.ask("unit", "list")["units"]]


def test_a_unit_keeps_its_code_under_another_name(office: Office) -> None:
    done = office.line.ask(
        "unit", "rename", "DV001", "--name", "Phòng Mẫu Mới", *DATE, "--document", "Số 01 (mẫu)"
    )
    assert done["units"] == [{"code": "DV001", "name": "Phòng Mẫu Mới"}]
    (event,) = office.line.ask("unit", "history")["events"]
    assert (event["kind"], event["date"], event["document"]) == (
        "renamed",
        "2027-07-01",
        "Số 01 (mẫu)",
    )
    assert "Đổi tên:" in office.line("unit", "history").out


def test_units_are_merged_split_and_ended(office: Office) -> None:
    merged = office.line.ask("unit", "merge", "DV001", "DV002", "--name", "Phòng Chung", *DATE)
    (new,) = merged["units"]
    parts = ("--part", "Tổ A (mẫu)", "--part", "Tổ B (mẫu)")
    later = ("--date", "2028-01-01")
    split = office.line.ask("unit", "split", new["code"], *parts, *later)
    assert [unit["name"] for unit in split["units"]] == ["Tổ A (mẫu)", "Tổ B (mẫu)"]
    ended = office.line.ask("unit", "end", split["units"][0]["code"], "--date", "2029-01-01")
    assert ended["people_left"] == 0
    kinds = [event["kind"] for event in office.line.ask("unit", "history")["events"]]
    assert kinds == ["merged", "split", "ended"]
    assert office.line.ask("check")["ok"] is True


def test_what_can_not_be_is_told_and_changes_nothing(office: Office) -> None:
    before = office.line.state()
    alone = office.line("--json", "unit", "merge", "DV001", "--name", "Mẫu", *DATE)
    assert (alone.code, alone.error) == (1, "units_to_merge_missing")
    same = office.line("--json", "unit", "rename", "DV001", "--name", names(office)[0], *DATE)
    assert (same.code, same.error) == (1, "unit_name_same")
    nobody = office.line("--json", "unit", "end", "DV999", *DATE)
    assert (nobody.code, nobody.error) == (1, "unit_unknown")
    assert office.line.state() == before
