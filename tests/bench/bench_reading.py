"""Reading 300 filled forms, against a process that only opens the same files with calamine.

Ours looks into each file first, reads it in a guarded process of its own, and finds the answers.
"""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.row import BenchRow
from thidua_desktop.application.forms.unit_form import ReturnSlip, UnitForm
from thidua_desktop.documents.excel.form_writer import ExcelFormWriter
from thidua_desktop.domain.scoring.criterion import CriteriaSet, Criterion
from thidua_desktop.domain.self_reports import FormIdentity, ReportLine

FORMS = 300
CRITERIA = 24
PAIRS = 7
LIMIT = 4.0

FLOOR = """
import sys
from pathlib import Path
from python_calamine import CalamineWorkbook
for path in sorted(Path(sys.argv[1]).iterdir()):
    with CalamineWorkbook.from_path(path) as workbook:
        for name in workbook.sheet_names:
            workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
"""

OURS = """
import sys
from pathlib import Path
from thidua_desktop.application.forms.returned_form import read_form
from thidua_desktop.documents.excel.guarded_reader import GuardedWorkbookReader
for grid in GuardedWorkbookReader().read(sorted(Path(sys.argv[1]).iterdir())):
    form = read_form(grid)
    assert form is not None and not form.issues
"""


def run() -> BenchRow:
    """The median of several pairs, each floor measured right beside ours."""
    with tempfile.TemporaryDirectory() as folder:
        _make_forms(Path(folder))
        pairs = [(_seconds(FLOOR, folder), _seconds(OURS, folder)) for _ in range(PAIRS)]
    floor, ours = sorted(pairs, key=lambda pair: pair[1] / pair[0])[PAIRS // 2]
    return BenchRow(f"read {FORMS} forms, guarded", floor, ours, LIMIT)


def _seconds(program: str, folder: str) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", program, folder], check=True)
    return time.perf_counter() - start


def _make_forms(folder: Path) -> None:
    writer = ExcelFormWriter()
    for number in range(FORMS):
        writer.write_slip(_filled(number), folder / f"phieu-{number:03}.xlsx")


def _filled(number: int) -> ReturnSlip:
    """A form with every answer in it; each unit has its own words."""
    form = _form(number)
    answers = {
        criterion.code: ReportLine(
            criterion.code,
            (number * 7 + place * 13) % 400,
            f"Đơn vị {number} đã tổ chức {place + 2} buổi, {number + place} lượt người tham gia.",
            f"Báo cáo số {number + place}/BC ngày 20/11/2026",
        )
        for place, criterion in enumerate(form.criteria.criteria)
    }
    return ReturnSlip(form, answers, {}, f"Kiến nghị {number}", f"Mô hình {number}", {}, ())


def _form(number: int) -> UnitForm:
    criteria = tuple(
        Criterion(f"ND{place % 7 + 1}.{place}", f"Nội dung thi đua thứ {place} của kế hoạch", 400)
        for place in range(CRITERIA)
    )
    return UnitForm(
        identity=FormIdentity(f"{number:016x}", "demo", "2026-annual", f"DV{number:03}", 1, "ab12"),
        office_lines=("ỦY BAN NHÂN DÂN", "XÃ VÍ DỤ"),
        department="Phòng Văn hóa - Xã hội",
        movement="Cả nước thi đua",
        cycle_title="năm 2026",
        unit_name=f"Đơn vị {number}",
        group_name="Nhóm",
        due_on=dt.date(2026, 12, 10),
        points_note="",
        criteria=CriteriaSet("a", criteria, 0, 0),
        areas={},
        last_points={},
    )
