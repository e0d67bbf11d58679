"""Tệp mẫu và tệp có ghi chú: what is written around an import is read back as it was meant."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from tests.office_in_hand import OfficeInHand
from thidua_desktop.application.enrolling.list_import import import_people, import_units
from thidua_desktop.application.enrolling.list_workbooks import (
    ListKind,
    save_blank_list,
    save_remarked_list,
)
from thidua_desktop.application.enrolling.registers import add_unit, list_people, list_units
from thidua_desktop.application.lists.reading import RowStatus
from thidua_desktop.application.ports import Desk
from thidua_desktop.bootstrap import Joiner
from thidua_desktop.domain.errors import Conflict
from thidua_desktop.domain.kinds import SubjectKind
from thidua_desktop.domain.units import Unit
from thidua_desktop.storage.store import SqliteStore

FILES = Path(__file__).parents[1] / "documents" / "excel" / "files"
MARK = "Ví dụ"


@pytest.fixture
def desk(new_office: OfficeInHand) -> Desk:
    """The same office with the real reader and writer of workbooks."""
    real = Joiner.detect(new_office.clock)
    store = new_office.desk.store
    assert isinstance(store, SqliteStore)
    whole = real.desk(store)
    add_unit(whole, Unit("", "Phòng Kinh tế", "office", SubjectKind.COLLECTIVE, phone="0900"))
    return whole


def filled(path: Path, *rows: tuple[int | str | None, ...]) -> Path:
    """The blank list with rows typed under the made-up one."""
    workbook = load_workbook(path)
    sheet = workbook.worksheets[0]
    mark = next(row for row in range(1, 20) if sheet.cell(row, 1).value == MARK)
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row, start=1):
            sheet.cell(mark + number, column).value = value  # type: ignore[union-attr, unused-ignore]
    workbook.save(path)
    return path


def test_a_filled_blank_list_of_units_is_taken_without_a_doubt(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "mau.xlsx"
    save_blank_list(desk, ListKind.UNITS, path)
    filled(
        path,
        (1, "Trạm Y tế", "Cơ quan, đơn vị", "Khối 1", "Trạm trưởng", 9, 6, "0900000001"),
        (2, "Nhà hàng Sông Quê", "Doanh nghiệp, hợp tác xã", None, None, 3, 1, None),
    )
    outcome = import_units(desk, path)
    assert [(issue.code, issue.cell) for issue in outcome.issues] == [("example_row_skipped", "A7")]
    assert (outcome.accepted, outcome.rejected) == (2, 0)
    by_name = {unit.name: unit for unit in list_units(desk)}
    assert by_name["Trạm Y tế"].phone == "0900000001"
    assert by_name["Nhà hàng Sông Quê"].group == "enterprise"


def test_a_filled_blank_list_of_people_is_taken_without_a_doubt(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "mau.xlsx"
    save_blank_list(desk, ListKind.PEOPLE, path)
    row = (1, "Trần Thị Ví Dụ", 1985, "Nữ", "Chuyên viên", "Phòng Kinh tế", "có")
    outcome = import_people(desk, filled(path, row))
    assert [issue.code for issue in outcome.issues] == ["example_row_skipped"]
    [person] = list_people(desk)
    assert (person.full_name, person.birth_year, person.is_leader) == ("Trần Thị Ví Dụ", 1985, True)


def test_the_blank_list_offers_groups_and_takes_other_words_too(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "mau.xlsx"
    save_blank_list(desk, ListKind.UNITS, path)
    workbook = load_workbook(path)
    [rule] = workbook.worksheets[0].data_validations.dataValidation
    assert rule.errorStyle == "information"
    choices = workbook["Danh mục"]
    assert choices.sheet_state == "hidden"
    groups = [row[0] for row in choices.iter_rows(values_only=True)]
    assert "Trường học" in groups
    assert "Cá nhân" not in groups


def a_list(path: Path) -> Path:
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.title = "Danh sách"
    for row in (
        ("STT", "Tên đơn vị", "Nhóm", "Tổng số", "Điện thoại", "Ghi chú"),
        (1, "Phòng Kinh tế", "Cơ quan", "15 người", 912345678, "=1+1"),
        (2, "Xóm 1", "Xóm", "mười", None, "-x"),
    ):
        sheet.append(row)
    sheet["F2"].data_type = "s"
    workbook.save(path)
    return path


def test_what_is_typed_stands_beside_what_is_understood(desk: Desk, tmp_path: Path) -> None:
    outcome = import_units(desk, a_list(tmp_path / "ds.xlsx"), dry_run=True)
    known, refused = outcome.rows
    fields = {field.key: field for field in known.fields}
    assert known.status is RowStatus.CHANGED
    phone = fields["phone"]
    assert (phone.typed, phone.understood, phone.known) == ("912345678", "0912345678", "0900")
    assert phone.is_new_value
    assert (fields["people_total"].typed, fields["people_total"].understood) == ("15 người", 15)
    assert not fields["people_total"].is_new_value
    assert refused.status is RowStatus.REJECTED
    told = {field.key: (field.typed, field.understood) for field in refused.fields}
    assert told["people_total"] == ("mười", None)
    assert [(c.letters, c.head, c.meaning) for c in outcome.columns][-2:] == [
        ("E", "Điện thoại", "phone"),
        ("F", "Ghi chú", ""),
    ]
    by_row = outcome.issues_by_row()
    assert [issue.code for issue in by_row[refused]] == ["count_not_number"]
    assert by_row[None] == []


def test_the_remarks_stand_at_their_cells_and_nothing_becomes_a_formula(
    desk: Desk, tmp_path: Path
) -> None:
    source, target = a_list(tmp_path / "ds.xlsx"), tmp_path / "ds - ghi chú.xlsx"
    outcome = import_units(desk, source, dry_run=True)
    save_remarked_list(desk, Joiner.detect().texts, outcome, target)
    sheet = load_workbook(target).worksheets[0]
    assert sheet["D3"].value == "mười"
    assert sheet["D3"].comment is not None
    assert "«mười» không phải là số người" in sheet["D3"].comment.text
    assert sheet["D3"].fill.fgColor.rgb == "FFF8CBAD"
    assert sheet["E2"].comment is not None
    assert sheet["E2"].fill.fgColor.rgb == "FFDDEBF7"
    assert (sheet["F2"].value, sheet["F2"].data_type) == ("=1+1", "s")
    assert sheet["B2"].comment is None
    again = import_units(desk, target, dry_run=True)
    assert [row.status for row in again.rows] == [row.status for row in outcome.rows]


@pytest.mark.parametrize("ending", ["xls", "ods", "xlsx"])
def test_every_kind_of_file_is_given_back_as_a_workbook(
    desk: Desk, tmp_path: Path, ending: str
) -> None:
    source = Path(shutil.copy(FILES / f"danh-sach.{ending}", tmp_path))
    outcome = import_units(desk, source, dry_run=True)
    target = tmp_path / "ghi-chu.xlsx"
    save_remarked_list(desk, Joiner.detect().texts, outcome, target)
    again = import_units(desk, target, dry_run=True)
    assert [row.name for row in again.rows] == [row.name for row in outcome.rows]


def test_the_file_that_was_sent_is_never_written_over(desk: Desk, tmp_path: Path) -> None:
    source = a_list(tmp_path / "ds.xlsx")
    before = source.read_bytes()
    outcome = import_units(desk, source, dry_run=True)
    with pytest.raises(Conflict, match="remarks_over_source"):
        save_remarked_list(desk, Joiner.detect().texts, outcome, source)
    assert source.read_bytes() == before
