"""Our workbooks opened in LibreOffice and saved in three formats say what they said before.

A unit without Excel opens the form there, and one with an old computer sends .xls.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.forms_in_hand import SHEET, rows_of
from tests.gui.office import SampleOffice, enrol, new_office, returned_forms
from thidua_desktop.application.collecting.returning import return_forms
from thidua_desktop.application.collecting.taking import CollectOrder, collect_forms, rehearse_forms
from thidua_desktop.application.cycles.opening import open_cycle
from thidua_desktop.application.enrolling.list_import import (
    ImportOutcome,
    import_people,
    import_units,
)
from thidua_desktop.application.enrolling.list_workbooks import ListKind, save_blank_list
from thidua_desktop.application.records import IntakeStatus
from thidua_desktop.documents.excel.sample_answers import fill_form
from thidua_desktop.domain.kinds import CycleKind

FORMATS = ("xlsx", "xls", "ods")
CYCLE = "2026-annual"
SLIP, UNITS, PEOPLE = "phieu-tra-lai", "don-vi", "ca-nhan"
NEW_UNITS = (
    (1, "Trạm Y tế Mẫu", "Cơ quan", "Khối 1", "Trạm trưởng", 9, 6, "0912345678"),
    (2, "Tổ dân phố Thử Nghiệm", "", "", "Tổ trưởng", 40, 20, "0987654321"),
)
NEW_PEOPLE = (
    (1, "Lê Thị Mẫu", 1980, "Nữ", "Chuyên viên", "Phòng Kinh tế", "không"),
    (2, "Hộ ông Đỗ Văn Thử", 1975, "Nam", "", "Xóm 1", ""),
)


@dataclass(frozen=True)
class Sent:
    """The office, the files as we wrote and filled them, and where LibreOffice saved them."""

    office: SampleOffice
    forms: tuple[Path, ...]
    folder: Path

    def saved(self, name: str, suffix: str) -> Path:
        return self.folder / suffix / f"{name}.{suffix}"

    def before(self, name: str) -> Path:
        return self.folder / f"{name}.xlsx"


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sent]:
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        pytest.skip("LibreOffice is not here")
    folder = tmp_path_factory.mktemp("libreoffice")
    office = new_office(folder / "office")
    enrol(office)
    filled = sorted(
        returned_forms(office, open_cycle(office.desk, CycleKind.ANNUAL, 2026)).iterdir()
    )
    answer_slip(office, filled[0], folder / f"{SLIP}.xlsx")
    fill_list(office, ListKind.UNITS, folder / f"{UNITS}.xlsx", NEW_UNITS)
    fill_list(office, ListKind.PEOPLE, folder / f"{PEOPLE}.xlsx", NEW_PEOPLE)
    forms = (folder / "phieu-0.xlsx", folder / "phieu-1.xlsx")
    spoilt = next(path for path in filled if "(10)" in path.name)
    for path, copy in zip((filled[0], spoilt), forms, strict=True):
        shutil.copy(path, copy)

    files = sorted(folder.glob("*.xlsx"))
    for suffix in FORMATS:
        save_all(program, folder, suffix, files)
    yield Sent(office, forms, folder)
    office.store.close()


def answer_slip(office: SampleOffice, form: Path, target: Path) -> None:
    """A faulty form came, the slip went back, the unit mended it."""
    faulty = form.parent.parent / form.name
    book = load_workbook(form)
    first = rows_of(form)[0]
    book[SHEET].cell(first.row, 4).value = "mười"
    book.save(faulty)
    collect_forms(office.desk, CYCLE, CollectOrder([faulty]))
    texts = office.joiner.texts
    [slip] = return_forms(office.desk, texts, CYCLE, office.folder / "tra-lai")
    fill_form(slip.path, target, {first.code: (first.maximum, "Đã thực hiện.", "Văn bản kèm theo")})


def fill_list(
    office: SampleOffice, kind: ListKind, path: Path, rows: tuple[tuple[object, ...], ...]
) -> None:
    """The blank list with rows typed into it."""
    save_blank_list(office.desk, kind, path)
    book = load_workbook(path)
    sheet = book.worksheets[0]
    start = next(c.row for c in sheet["A"] if c.value == "Ví dụ") + 1
    for number, row in enumerate(rows):
        for column, value in enumerate(row, start=1):
            sheet.cell(start + number, column).value = value or None  # type: ignore[assignment]
    book.save(path)


def save_all(program: str, folder: Path, suffix: str, files: list[Path]) -> None:
    profile = (folder / "profile").as_uri()
    words = [program, f"-env:UserInstallation={profile}", "--headless", "--convert-to", suffix]
    words += ["--outdir", str(folder / suffix), *map(str, files)]
    subprocess.run(words, check=True, capture_output=True, timeout=240)


def judged(sent: Sent, *paths: Path) -> list[tuple[object, ...]]:
    """Of each file whose it is, what was told of it, and what would be taken."""
    files = rehearse_forms(sent.office.desk, CYCLE, CollectOrder(paths)).seen.files
    return [
        (
            file.unit,
            file.status,
            [(issue.code, issue.cell, issue.data) for issue in file.issues],
            file.report and (file.report.lines, file.report.requests, file.report.highlights),
        )
        for file in files
    ]


@pytest.mark.parametrize("suffix", FORMATS)
def test_forms_come_back_with_the_same_points_words_and_faults(sent: Sent, suffix: str) -> None:
    before = judged(sent, *sent.forms)
    assert {len(issues) for _, _, issues, _ in before} == {0, 1}  # type: ignore[arg-type]
    assert judged(sent, *(sent.saved(path.stem, suffix) for path in sent.forms)) == before


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_return_slip_comes_back_with_what_was_kept_and_what_was_mended(
    sent: Sent, suffix: str
) -> None:
    [before] = judged(sent, sent.before(SLIP))
    assert before[1] is IntakeStatus.ACCEPTED
    assert judged(sent, sent.saved(SLIP, suffix)) == [before]


def told(outcome: ImportOutcome) -> list[tuple[object, ...]]:
    return [(row.name, row.status, row.group, row.fields) for row in outcome.rows]


@pytest.mark.parametrize("suffix", FORMATS)
def test_lists_typed_into_our_blank_ones_say_the_same(sent: Sent, suffix: str) -> None:
    desk = sent.office.desk
    for name, take, count in (
        (UNITS, import_units, len(NEW_UNITS)),
        (PEOPLE, import_people, len(NEW_PEOPLE)),
    ):
        before = take(desk, sent.before(name), dry_run=True)
        after = take(desk, sent.saved(name, suffix), dry_run=True)
        assert len(after.rows) == count
        assert told(after) == told(before)
        assert [(i.code, i.cell) for i in after.issues] == [(i.code, i.cell) for i in before.issues]
