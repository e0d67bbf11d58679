"""The province's own workbook on the command line: kept once, filled from then on."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from tests.integration.cli.awards_in_hand import open_council, propose, vote
from tests.integration.cli.office import CYCLE, Office
from tests.province_files import SAMPLE, cells, changed_parts, outside_rows, parts

PROFILE = "Mẫu nhập hệ thống tỉnh"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
AWARD = "Giấy khen của Chủ tịch Ủy ban nhân dân cấp xã"


@pytest.fixture
def proposed(ranked: Office) -> Office:
    """The office with two people and a unit proposed."""
    for person in ("CN0001", "CN0002"):
        propose(ranked, "--person", person)
    propose(ranked, "--unit", "DV001")
    return ranked


def test_the_first_profile_is_known_and_fills_its_workbook(proposed: Office) -> None:
    added = proposed.line.ask("province", "profile", "add", SAMPLE)
    assert added["known_as"] == PROFILE
    out = proposed.folder / "bieu.xlsx"
    filled = proposed.line.ask(
        "export", "province", "--cycle", CYCLE, "--profile", PROFILE, "--out", out
    )
    assert (filled["rows"], filled["issues"], filled["files"]) == (3, [], [str(out)])
    unit, man, woman = cells(out, "file nhận", "A2:I4")
    people = "Khen thưởng cá nhân"
    assert unit[:6] == [1, None, "Phòng Kinh tế", None, None, "Khen thưởng tập thể"]
    assert unit[6:] == [AWARD, "Cơ quan Hành chính", "Quản lý Nhà nước"]
    assert man[:6] == [2, "Ông", "Nguyễn Văn Mẫu", "Trưởng phòng", "Phòng Kinh tế", people]
    assert man[6:8] == [AWARD, "Các cấp lãnh đạo từ phó phòng trở lên"]
    assert woman[:6] == [3, "Bà", "Trần Thị Ví Dụ", "Chuyên viên", "Phòng Kinh tế", people]
    assert woman[7].startswith("Người trực tiếp công tác")


def test_only_the_filled_sheet_and_the_call_to_compute_differ(proposed: Office) -> None:
    out = proposed.folder / "bieu.xlsx"
    filled = proposed.line.ask(
        "export", "province", "--cycle", CYCLE, "--profile", SAMPLE, "--out", out
    )
    assert changed_parts(SAMPLE, out) == {"xl/workbook.xml", "xl/worksheets/sheet1.xml"}
    assert set(filled["parts_changed"]) == {"xl/workbook.xml", "xl/worksheets/sheet1.xml"}
    old, new = parts(SAMPLE), parts(out)
    sheet = "xl/worksheets/sheet1.xml"
    assert outside_rows(old[sheet]) == outside_rows(new[sheet])
    assert b"x14:dataValidations" in new[sheet]
    workbook = new["xl/workbook.xml"].replace(b' fullCalcOnLoad="1"', b"")
    assert workbook == old["xl/workbook.xml"]


def test_a_value_without_an_entry_is_said_by_cell_and_can_be_chosen(proposed: Office) -> None:
    adding = ("province", "profile", "add", SAMPLE, "--name", "Khác", "--choose")
    proposed.line.ask(*adding, "H:direct_worker=Không có mục này", "--choose", "I:office=")
    out = proposed.folder / "bieu.xlsx"
    words = ("export", "province", "--cycle", CYCLE, "--profile", "khac", "--out", out)
    (issue,) = proposed.line.ask(*words, code=1)["issues"]
    assert (issue["cell"], issue["code"]) == ("H4", "province_form_not_in_list")
    assert "không có trong danh mục của tỉnh" in issue["message"]
    assert cells(out, "file nhận", "H4:I4") == [[None, None]]


def test_rows_come_from_the_register_that_is_pointed_at(proposed: Office) -> None:
    adding = ("province", "profile", "add", SAMPLE, "--name", "Đơn vị", "--rows", "2=units")
    (area, *_) = proposed.line.ask(*adding)["profile"]["areas"]
    assert (area["first_row"], area["rows_of"], area["award"]) == (2, "units", None)
    wrong = (*adding[:-1], "2=decided:khong_co", "--replace")
    assert "khong_co" in proposed.line.ask(*wrong, code=1)["error"]["message"]
    proposed.line.ask(*adding[:-1], "9-3=units", "--replace", code=1)


def test_a_rehearsal_writes_nothing(proposed: Office) -> None:
    out = proposed.folder / "bieu.xlsx"
    words = ("export", "province", "--cycle", CYCLE, "--profile", SAMPLE, "--out", out)
    assert proposed.line.ask(*words, "--dry-run")["rows"] == 3
    assert not out.exists()


def test_profiles_are_listed_given_away_and_taken_over(proposed: Office) -> None:
    line, given = proposed.line, proposed.folder / "cach-dien.zip"
    added = line.ask("province", "profile", "add", SAMPLE)["profile"]
    line.ask("province", "profile", "export", PROFILE, "--out", given)
    line.ask("province", "profile", "remove", PROFILE)
    assert line.ask("province", "profile", "list")["profiles"] == []
    assert line.ask("province", "profile", "import", given)["profile"] == added
    assert line.ask("province", "profile", "show", PROFILE)["profile"] == added


def test_keeping_a_profile_can_be_undone(proposed: Office) -> None:
    line = proposed.line
    line.ask("province", "profile", "add", SAMPLE)
    operation = line.ask("log")["operations"][0]
    assert operation["action"] == "province_profile_saved"
    line.ask("undo", operation["id"])
    assert line.ask("province", "profile", "list")["profiles"] == []
    assert line.ask("check")["ok"]


def test_the_workbook_itself_is_never_written_over(proposed: Office, tmp_path: Path) -> None:
    mine = tmp_path / "mau.xlsx"
    mine.write_bytes(SAMPLE.read_bytes())
    words = ("export", "province", "--cycle", CYCLE, "--profile", mine, "--out", mine)
    ran = proposed.line(*words, "--json")
    assert (ran.code, ran.error) == (1, "province_form_over_itself")
    assert mine.read_bytes() == SAMPLE.read_bytes()
    ran = proposed.line(*words[:-1], tmp_path / "bieu.xls", "--json")
    assert (ran.code, ran.error) == (1, "province_form_other_ending")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook\0".encode("utf-16-le"), "Lưu thành"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage\0".encode("utf-16-le"),
            "mật khẩu",
        ),
        (b"PK\x03\x04 not a zip at all", ""),
        (b"", ""),
    ],
)
def test_what_is_no_workbook_is_said_in_words(
    office: Office, tmp_path: Path, content: bytes, said: str
) -> None:
    strange = tmp_path / "bieu-tinh.xlsx"
    strange.write_bytes(content)
    ran = office.line("province", "profile", "add", strange)
    assert ran.code == 1
    assert said in ran.told
    assert office.line.ask("province", "profile", "list")["profiles"] == []


def test_the_summary_lists_who_is_proposed_by_kind(proposed: Office) -> None:
    out = proposed.folder / "tong-hop.xlsx"
    proposed.line.ask("export", "province", "--cycle", CYCLE, "--out", out)
    said = {
        title: [value for row in cells(out, title, "A1:M12") for value in row if value]
        for title in ("Đề nghị tập thể", "Đề nghị cá nhân", "Đề nghị hộ gia đình")
    }
    assert "Phòng Kinh tế" in said["Đề nghị tập thể"]
    people = said["Đề nghị cá nhân"]
    titles = ["STT", "Tên gọi", "Họ và tên", "Năm sinh", "Chức vụ", "Đơn vị công tác"]
    titles += ["Phân loại đối tượng", "Tóm tắt thành tích", "Hình thức đề nghị"]
    assert [one for one in people if one in titles] == titles
    assert people[people.index("Nguyễn Văn Mẫu") + 1] == "1980"
    assert "Chưa có đề nghị." in said["Đề nghị hộ gia đình"]


def test_shares_and_figures_are_numbers_that_the_form_can_calculate_with(
    ranked: Office, tmp_path: Path
) -> None:
    proposal = propose(ranked, "--unit", "DV001")
    vote(ranked, proposal, 7, 1, open_council(ranked))
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert isinstance(sheet, Worksheet)
    sheet.append(("Số tập thể đề nghị:", None, "Số cá nhân đề nghị:", None))
    sheet.append(())
    sheet.append(("Tên tập thể, cá nhân", "Hình thức", "Tỷ lệ phiếu (%)", "Tỷ lệ", "Ghi chú phiếu"))
    sheet["D4"].number_format = "0.00%"
    path, out = tmp_path / "bieu.xlsx", tmp_path / "dien.xlsx"
    workbook.save(path)
    mapping = ("--map", "D=vote_share", "--map", "E=vote_share")
    ranked.line.ask("province", "profile", "add", path, *mapping)

    filling = ("export", "province", "--cycle", CYCLE, "--profile", "bieu", "--out", out)
    ranked.line.ask(*filling)

    assert cells(out, sheet.title, "B1:D1") == [[1, "Số cá nhân đề nghị:", 0]]
    ((name, _, *shares),) = cells(out, sheet.title, "A4:E4")
    assert name
    assert shares == [77.78, 0.7778, "77,78%"]
