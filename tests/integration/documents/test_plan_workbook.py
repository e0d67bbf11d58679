"""A plan's workbook: written, edited by people, read back with every fault by its cell."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.integration.documents.test_plan_file import PLANS
from thidua_desktop.application.setting_up.plan_words import plan_words
from thidua_desktop.bootstrap import Joiner
from thidua_desktop.documents.plan_file import FilePlanLibrary, parse_plan
from thidua_desktop.documents.plan_workbooks import PlanWorkbookFiles
from thidua_desktop.domain.errors import InputError
from thidua_desktop.domain.kinds import QuotaKind, SubjectKind
from thidua_desktop.domain.plan import Plan
from thidua_desktop.domain.reasons import Issue
from thidua_desktop.domain.scoring.criterion import Method

LIBRARY = FilePlanLibrary(PLANS)
LADDER = "Giấy khen của Chủ tịch Ủy ban nhân dân cấp xã"


@pytest.fixture(scope="module")
def files() -> PlanWorkbookFiles:
    joiner = Joiner.detect()
    return PlanWorkbookFiles(plan_words(joiner.texts, joiner.rule_packs.packs()))


def edited(
    files: PlanWorkbookFiles,
    folder: Path,
    edit: Callable[[Workbook], object],
    slug: str = "tay-hieu",
) -> Path:
    path = folder / "ke-hoach.xlsx"
    files.save(LIBRARY.load(slug), LIBRARY.source(slug), path)
    workbook = load_workbook(path)
    edit(workbook)
    workbook.save(path)
    return path


def plan_of(files: PlanWorkbookFiles, path: Path) -> Plan:
    return parse_plan(files.load(path), "mau")


def issues_of(files: PlanWorkbookFiles, path: Path) -> tuple[Issue, ...]:
    with pytest.raises(InputError) as refused:
        files.load(path)
    return tuple(refused.value.issues)


def row_of(sheet: Worksheet, text: str) -> int:
    return next(row for row in range(4, 99) if text in map(str, [c.value for c in sheet[row]]))


def test_long_words_stand_whole_in_their_rows(files: PlanWorkbookFiles, tmp_path: Path) -> None:
    """Spreadsheets print a row as high as the file says, whatever is in it."""
    sheet = load_workbook(edited(files, tmp_path, lambda _workbook: None))["Tiêu chí"]
    column = next(cell for cell in sheet[3] if cell.value == "Nội dung, tiêu chí")
    width = sheet.column_dimensions[column.column_letter].width
    for row in range(4, sheet.max_row + 1):
        words = str(sheet.cell(row, column.column).value or "")
        assert (sheet.row_dimensions[row].height or 0) >= len(words) / width * 12


@pytest.mark.parametrize("slug", LIBRARY.slugs())
def test_a_shipped_plan_comes_back_whole(
    files: PlanWorkbookFiles, tmp_path: Path, slug: str
) -> None:
    plan = LIBRARY.load(slug)
    path = tmp_path / f"{slug}.xlsx"
    files.save(plan, LIBRARY.source(slug), path)
    assert parse_plan(files.load(path), slug) == plan


def share_a_number(workbook: Workbook) -> None:
    quotas = workbook["Số lượng"]
    of_year: tuple[str | int, ...] = (
        "Hằng năm",
        LADDER,
        "Tập thể",
        6,
        "chung một số",
        "Hộ gia đình",
        "Xã, phường",
        "6",
    )
    for column, said in enumerate(of_year, start=1):
        quotas.cell(4, column, said)


def add_criteria(workbook: Workbook) -> None:
    criteria = workbook["Tiêu chí"]
    last = row_of(criteria, "D2") + 3
    lines: tuple[tuple[str | int | None, ...], ...] = (
        ("Hộ gia đình số", "H1", "Tỷ lệ", None, 60, None, "theo bảng mức tỷ lệ", None, None),
        (None, "H2", "Số buổi", None, "40,0", None, "Theo số kết quả", "2,5", None),
    )
    for at, line in enumerate(lines):
        for column, cell in enumerate(line, start=1):
            criteria.cell(last + at, column, cell)
        criteria.cell(last + at, 6).value = "Hạ tầng số"
    criteria.cell(last, 10).value = "95% = 60; 80% = 30"
    criteria.cell(last, 11).value = "X"
    share_a_number(workbook)


def people_edit(workbook: Workbook) -> None:
    """Another kind of commune, an audience more with its criteria, a shared number."""
    facts = workbook["Chung"]
    facts.cell(row_of(facts, "Loại"), 2).value = "đặc khu"
    facts.cell(row_of(facts, "Nơi nhận (mỗi nơi một dòng)"), 2).value = "Sở A\nĐồn B"
    audiences = workbook["Đối tượng"]
    end = row_of(audiences, "individual") + 1
    new: tuple[str | int | None, ...] = (
        None,
        "5.",
        "Hộ gia đình số",
        "hộ gia đình",
        "kế hoạch nêu",
        None,
        0,
        0,
    )
    for column, value in enumerate(new, start=1):
        audiences.cell(end, column, value)
    add_criteria(workbook)


def test_what_people_edit_is_understood(files: PlanWorkbookFiles, tmp_path: Path) -> None:
    plan = plan_of(files, edited(files, tmp_path, people_edit))
    assert (plan.commune.kind.value, plan.recipients) == ("dac_khu", ("Sở A", "Đồn B"))
    household = plan.audience("ho_gia_dinh_so")
    first, second = household.criteria.criteria
    assert (first.method, first.requires_evidence) == (Method.STEPS, True)
    assert first.params["steps"] == ((80_00, 30_00), (95_00, 60_00))
    assert (second.max_points, second.params["points_each"]) == (40_00, 2_50)
    (quota,) = plan.quotas
    assert quota.formula is QuotaKind.ABSOLUTE_COMBINED
    assert quota.shared_with == (SubjectKind.HOUSEHOLD,)


def test_every_fault_has_its_sheet_and_cell(files: PlanWorkbookFiles, tmp_path: Path) -> None:
    def edit(workbook: Workbook) -> None:
        criteria = workbook["Tiêu chí"]
        criteria.cell(row_of(criteria, "A1"), 5).value = "nhiều"
        criteria.cell(row_of(criteria, "B1"), 1).value = "Ai đó"
        criteria.cell(row_of(criteria, "C1"), 7).value = "tùy"
        groups = workbook["Nhóm đơn vị"]
        groups.cell(4, 3).value = "Không có"
        facts = workbook["Chung"]
        facts.cell(row_of(facts, "Từ năm"), 2).value = None

    told = {
        (one.code, one.sheet, one.cell) for one in issues_of(files, edited(files, tmp_path, edit))
    }
    assert ("plan_cell_points_expected", "Tiêu chí", "E4") in told
    assert ("plan_cell_word_unknown", "Tiêu chí", "G15") in told
    assert ("plan_audience_unknown", "Nhóm đơn vị", "C4") in told
    assert ("plan_cell_empty", "Chung", "B8") in told
    assert [cell for code, _, cell in told if code == "plan_cell_audience_unknown"] == ["A11"]


def test_an_empty_sheet_and_a_strange_workbook_are_told(
    files: PlanWorkbookFiles, tmp_path: Path
) -> None:
    path = edited(files, tmp_path, lambda workbook: workbook.remove(workbook["Khen thưởng"]))
    assert [(one.code, one.sheet) for one in issues_of(files, path)] == [
        ("plan_cell_empty", "Khen thưởng")
    ]
    strange = tmp_path / "khac.xlsx"
    Workbook().save(strange)
    assert len(issues_of(files, strange)) > 10
