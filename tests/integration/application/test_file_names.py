"""Names of files as tricks and accidents make them: shown whole, kept, never believed."""

from __future__ import annotations

import os
import shutil
import sys
import unicodedata
from pathlib import Path

import pytest

from tests.gui.office import SampleOffice, enrol, new_office, returned_forms
from thidua_desktop.application.collecting.taking import CollectOrder, collect_forms
from thidua_desktop.application.cycles.opening import open_cycle
from thidua_desktop.domain.kinds import CycleKind

CYCLE = "2026-annual"
GOOD = {
    "composed otherwise": unicodedata.normalize("NFD", "Báo cáo tự chấm đơn vị.xlsx"),
    "as long as names may be": f"{'a' * 250}.xlsx",
    "a device of Windows": "CON.xlsx",
    "turned from right to left": "báo cáo\u202excod.xlsx",
    "hidden marks": "b\u200báo c\u2060áo.xlsx",
    "another kind": "báo cáo.pdf",
    "no kind": "báo cáo",
    "capitals": "BAO CAO.XLSX",
    "two kinds": "báo cáo.xls.xlsx",
    "signs": "phiếu «nộp» & (2); 100% #.xlsx",
    "a line break": "phiếu\nđã nộp.xlsx",
    "spaces at the end": "báo cáo .xlsx",
}
BROKEN_BYTES = b"phi\xffeu.xlsx"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> SampleOffice:
    office = new_office(tmp_path_factory.mktemp("names"))
    enrol(office)
    returned_forms(office, open_cycle(office.desk, CycleKind.ANNUAL, 2026))
    return office


@pytest.fixture(scope="module")
def form(office: SampleOffice) -> Path:
    return office.folder / "phieu-nop" / "Bao cao (1) final.xlsx"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows refuses some of these itself")
def test_twelve_names_are_read_by_content_and_shown_without_tricks(
    office: SampleOffice, form: Path, tmp_path: Path
) -> None:
    assert len(GOOD) == 12
    paths = [tmp_path / name for name in GOOD.values()]
    for path in paths:
        shutil.copy(form, path)
    # One by one: together they would be told as copies of one file.
    orders = (CollectOrder([path], dry_run=True) for path in paths)
    seen = [file for order in orders for file in collect_forms(office.desk, CYCLE, order).files]
    # Two of the names bear another unit's, which is told of a form that is taken.
    assert {issue.code for file in seen for issue in file.issues} <= {"form_named_for_other"}
    for file in seen:
        assert file.name.isprintable()
        assert unicodedata.is_normalized("NFC", file.name)
        assert file.report is not None
        assert file.report.file_name == file.name
    assert seen[3].name == "báo cáoxcod.xlsx"


@pytest.mark.skipif(sys.platform != "linux", reason="only there are names mere bytes")
def test_a_name_of_bytes_that_are_no_letters_is_taken_and_kept(
    office: SampleOffice, form: Path, tmp_path: Path
) -> None:
    path = tmp_path / os.fsdecode(BROKEN_BYTES)
    shutil.copy(form, path)
    taken = collect_forms(office.desk, CYCLE, CollectOrder([path]))
    assert taken.operation is not None
    assert [file.name for file in taken.files] == ["phieu.xlsx"]
    with office.desk.store.read() as books:
        assert books.collecting.intakes(CYCLE)[-1].file_name == "phieu.xlsx"


def test_a_program_that_calls_itself_a_report_is_no_workbook(
    office: SampleOffice, tmp_path: Path
) -> None:
    program = tmp_path / "báo cáo.xlsx.exe"
    program.write_bytes(b"MZ\x90\x00" + bytes(500))
    [file] = collect_forms(office.desk, CYCLE, CollectOrder([program], dry_run=True)).files
    assert file.name == "báo cáo.xlsx.exe"
    assert [issue.code for issue in file.issues] == ["not_a_workbook"]
