"""December in the window: eighty forms, spoilt in thirty ways, from the drop to the ranking."""

from __future__ import annotations

import datetime as dt
import shutil
import unicodedata
import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from tests.command_line import CommandLine
from tests.forms_in_hand import SHEET, fill, rows_of
from thidua_desktop.application.collecting.board import BoardState
from thidua_desktop.application.collecting.returning import ReturnedSlip
from thidua_desktop.application.enrolling.registers import list_groups
from thidua_desktop.application.ports import Store
from thidua_desktop.application.records import IntakeStatus
from thidua_desktop.bootstrap import Joiner
from thidua_desktop.storage.store import SqliteStore
from thidua_desktop.system.clock import FixedClock
from thidua_desktop.system.paths import AppPaths
from thidua_desktop.ui.app import create_application, show_main_window
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.pages.appraisal import AppraisalPage
from thidua_desktop.ui.pages.collecting import CollectingPage
from thidua_desktop.ui.pages.ranking import RankingPage
from thidua_desktop.ui.tasks import InlineTaskRunner

pytestmark = pytest.mark.e2e

CYCLE = "2026-annual"
UNITS = 80
STOPPED = (IntakeStatus.REJECTED, IntakeStatus.UNKNOWN)
GROUPS = ("Xóm", "Trường học", "Cơ quan", "Doanh nghiệp")
POINTS, WORDS, EVIDENCE = 4, 5, 6

Spoil = Callable[[Path], object]


def edited(change: Callable[[Worksheet, int], object]) -> Spoil:
    """A change to the sheet of points; the first criterion's row is handed over."""

    def spoil(form: Path) -> None:
        book = load_workbook(form)
        change(book[SHEET], rows_of(form)[0].row)
        book.save(form)

    return spoil


def points(value: object) -> Spoil:
    """The first criterion's points typed in some way."""
    return edited(lambda sheet, row: sheet.cell(row, POINTS).__setattr__("value", value))


def hide(sheet: Worksheet, row: int) -> None:
    sheet.row_dimensions[row].hidden = True


def renamed_sheet(form: Path) -> None:
    book = load_workbook(form)
    book[SHEET].title = "Bang cham diem"
    book.save(form)


def copied_sheet(form: Path) -> None:
    """The form pasted beside another sheet by someone who works so."""
    book = load_workbook(form)
    book.create_sheet("Nháp", 0)["A1"] = "ghi chú"
    book.save(form)


def without_identity(form: Path) -> None:
    book = load_workbook(form)
    del book["_thidua"]
    book.save(form)


def other_sheet(form: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"] = "Báo cáo kết quả"
    book.save(form)


def old_font(form: Path) -> None:
    """The words pasted from an old file in TCVN3."""
    book = load_workbook(form)
    for row in rows_of(form):
        book[SHEET].cell(row.row, WORDS).value = "§· triÓn khai ®Çy ®ñ theo kÕ ho¹ch"
    book.save(form)


def spread(form: Path) -> None:
    """Columns and rows of the sender's own put in between."""
    book = load_workbook(form)
    book[SHEET].insert_rows(1, 3)
    book[SHEET]["A1"] = "Kính gửi: Phòng Văn hóa - Xã hội"
    book.save(form)


def cut_short(form: Path) -> None:
    form.write_bytes(form.read_bytes()[:-2000])


def emptied(form: Path) -> None:
    form.write_bytes(b"")


def word_file(form: Path) -> None:
    with zipfile.ZipFile(form, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<document/>")


def encrypted(form: Path) -> None:
    form.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(3000))


def web_page(form: Path) -> None:
    form.write_text("<html><table><tr><td>1</td></tr></table></html>", encoding="utf-8")


def decomposed_name(form: Path) -> None:
    form.rename(form.with_name(unicodedata.normalize("NFD", f"Báo cáo của đơn vị {form.name}")))


def in_a_zip(form: Path) -> None:
    with zipfile.ZipFile(form.with_suffix(".zip"), "w") as archive:
        archive.write(form, f"Gửi xã/{form.name}")
    form.unlink()


def sent_twice(form: Path) -> None:
    shutil.copy(form, form.with_name(f"Copy of {form.name}"))


TAKEN: dict[str, Spoil] = {
    "8,5đ": points("1,5đ"),
    "spaces": points("  2 "),
    "text number": points("1.5"),
    "whole number as text": points("'1"[1:]),
    "rows above": spread,
    "sheet renamed": renamed_sheet,
    "another sheet": copied_sheet,
    "old font": old_font,
    "name decomposed": decomposed_name,
    "in a zip": in_a_zip,
    "sent twice": sent_twice,
    "no evidence": edited(lambda sheet, row: sheet.cell(row, EVIDENCE).__setattr__("value", None)),
    "left empty": points(None),
    "row hidden": edited(
        lambda sheet, row: sheet.row_dimensions.__getitem__(row).__setattr__("hidden", True)
    ),
    "untouched": lambda _form: None,
}
"""Spoilt, but what is meant is certain: the form is taken, with a word where it needs one."""

RETURNED: dict[str, Spoil] = {
    "words": points("mười điểm"),
    "percent": points("95%"),
    "over the maximum": points(1000),
    "below zero": points(-1),
    "two readings": points("1.234,5.6"),
    "a day": points(dt.datetime(2026, 8, 5)),  # noqa: DTZ001  Excel knows no zones
    "a formula": points("=4+4"),
    "an error": points("#REF!"),
    "a row deleted": edited(lambda sheet, row: sheet.delete_rows(row)),
}
"""Ours, with a fault that only the unit can mend."""

REFUSED: dict[str, Spoil] = {
    "identity lost": without_identity,
    "another workbook": other_sheet,
    "cut short": cut_short,
    "empty": emptied,
    "a Word file": word_file,
    "encrypted": encrypted,
    "a web page": web_page,
}
"""Nobody can tell whose it is: the unit has to send again."""

WAYS = {**TAKEN, **RETURNED, **REFUSED}
IN = (IntakeStatus.ACCEPTED, IntakeStatus.WARNED)
STATUSES = {True: (*IN, IntakeStatus.SUPERSEDED), False: (IntakeStatus.REJECTED,)}
"""What may be said of a file whose unit is known, by whether its way is among those taken."""


def set_up(line: CommandLine, folder: Path) -> dict[str, Path]:
    """Eighty units with their forms."""
    rows = "".join(
        f"{n},Đơn vị Mẫu {n:02},{GROUPS[n % len(GROUPS)]}\n" for n in range(1, UNITS + 1)
    )
    (folder / "don-vi.csv").write_text(f"STT,Tên đơn vị,Nhóm\n{rows}", encoding="utf-8-sig")
    line.ask("init", "--plan", "xuan-hung")
    assert line.ask("unit", "import", folder / "don-vi.csv")["accepted"] == UNITS
    words = ("--kind", "annual", "--year", 2026, "--due", "2026-12-10")
    line.ask("cycle", "open", *words)
    given = line.ask("form", "export", "--cycle", CYCLE, "--out", folder / "phat")["files"]
    return {file["unit"]: Path(file["path"]) for file in given}


def mend(slip: Path, target: Path) -> Path:
    """What the unit does with a slip: fills in the cells that are open to it."""
    book = load_workbook(slip)
    sheet = book[SHEET]
    for row in rows_of(slip):
        for column, answer in ((POINTS, 1), (WORDS, "Đã sửa."), (EVIDENCE, "Số 09/BC")):
            if not sheet.cell(row.row, column).protection.locked:
                sheet.cell(row.row, column).value = answer
    book.save(target)
    return target


def send(forms: dict[str, Path], ways: dict[str, str], folder: Path) -> None:
    """The forms as they come in on 9 December."""
    folder.mkdir()
    for number, code in enumerate(sorted(forms)):
        WAYS[ways[code]](fill(forms[code], folder / f"{code}.xlsx", 6 + number % 4))


def send_again(
    forms: dict[str, Path], ways: dict[str, str], slips: Sequence[ReturnedSlip], folder: Path
) -> None:
    """Slips mended by their units, and new forms of those whose first could not be read."""
    folder.mkdir()
    for slip in slips:
        mend(slip.path, folder / f"sua-{slip.unit}.xlsx")
    for code, way in ways.items():
        if way in REFUSED:
            fill(forms[code], folder / f"lai-{code}.xlsx")


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[Callable[[CommandLine], tuple[MainWindow, SqliteStore]]]:
    """Opens the window on a data folder, with the clock of its command line."""
    stores = []

    def open_on(line: CommandLine) -> tuple[MainWindow, SqliteStore]:
        joiner = Joiner.detect(line.clock)
        create_application(["test"], AppPaths.detect().resources)
        store = joiner.store(line.data)
        store.open()
        stores.append(store)
        window = show_main_window(joiner.window_services(joiner.desk(store), InlineTaskRunner()))
        qtbot.addWidget(window)
        return window, store

    yield open_on
    for store in stores:
        store.close()


def drop(window: MainWindow, folder: Path) -> CollectingPage:
    """Drag a folder onto the window, wherever it stands."""
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(folder))])
    how = (Qt.DropAction.CopyAction, dragged, Qt.MouseButton.LeftButton)
    window.dropEvent(QDropEvent(QPointF(400, 400), *how, Qt.KeyboardModifier.NoModifier))
    page = window.current
    assert isinstance(page, CollectingPage)
    return page


def count(page: CollectingPage, state: BoardState) -> int:
    """How many units stand so on the board."""
    return sum(row.state is state for row in page.board.model.everything)


def drop_and_take(window: MainWindow, sent: Path, ways: dict[str, str]) -> None:
    """Each file is understood as it should be before it is taken, and taken as it was shown."""
    store = window_store(window)
    before = store.operations()
    page = drop(window, sent)
    assert page.question.text.text().startswith("3 tệp có câu trả lời ở dòng, cột")
    page.question.buttons[0].click()
    shown = page.files.model.everything
    told = {
        file.unit: (ways[file.unit], file.status)
        for file in shown
        if file.unit and file.status not in STATUSES[ways[file.unit] in TAKEN]
    }
    assert told == {}
    assert [file.name for file in shown if file.status in STOPPED and not file.issues] == []
    assert store.operations() == before
    page.header.main.click()
    rehearsed = {file.path: file.status for file in shown}
    assert {file.path: file.status for file in page.files.model.everything} == rehearsed
    taken = sum(way in TAKEN for way in ways.values())
    assert f"đã nhận {taken} trong {UNITS} phiếu" in page.header.subtitle.text()
    assert count(page, BoardState.FAULTY) == sum(way in RETURNED for way in ways.values())


def appraise_all(window: MainWindow) -> None:
    """Nhận theo đề xuất, group by group."""
    window.show_page("appraisal")
    page = window.current
    assert isinstance(page, AppraisalPage)
    for group in list_groups(page.desk):
        page.filters.choose("group", group.code)
        page.grid.view.selectAll()
        page.header.main.click()


def window_store(window: MainWindow) -> Store:
    assert window.current is not None
    return window.current.desk.store


def test_from_the_drop_to_the_ranking(
    tmp_path: Path,
    opened: Callable[[CommandLine], tuple[MainWindow, SqliteStore]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    line = CommandLine(tmp_path / "data", FixedClock(dt.date(2026, 11, 2)))
    forms = set_up(line, tmp_path)
    ways = dict(zip(sorted(forms), [*WAYS] * 3, strict=False))
    assert len(set(ways.values())) == len(WAYS) >= 30
    sent, again, back = (tmp_path / name for name in ("Zalo 09-12", "gui-lai", "tra-lai"))
    send(forms, ways, sent)
    line.clock.set(dt.date(2026, 12, 9))
    window, store = opened(line)
    drop_and_take(window, sent, ways)

    page = window.current
    assert isinstance(page, CollectingPage)
    monkeypatch.setattr(page, "choose_folder", lambda _words: back)
    page.return_faulty()
    slips = page.slips.model.everything
    assert {slip.unit for slip in slips} >= {code for code in ways if ways[code] in RETURNED}
    send_again(forms, ways, slips, again)
    line.clock.set(dt.date(2026, 12, 10))
    drop(window, again).header.main.click()
    assert {file.status for file in page.files.model.everything} <= set(IN)
    assert count(page, BoardState.IN_TIME) + count(page, BoardState.REMARKS) == UNITS

    appraise_all(window)
    window.show_page("ranking")
    assert isinstance(window.current, RankingPage)
    assert "tạm tính" not in window.current.header.subtitle.text()
    store.close()
    ranking = line.ask("rank", "--cycle", CYCLE)
    ranked = [row for group in ranking["groups"] for row in group["rows"]]
    assert len(ranked) == UNITS
    assert [row["unit"] for row in ranked if row["rank"] is None] == []
    assert line.ask("check")["ok"] is True
