"""Giấy khen through the window: numbers, positions, a printer's deviation, files to print."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdf
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Opened, OpenWindow, Person
from tests.gui.office import SampleOffice, whole_office, with_council
from thidua_desktop.application.certificates.layouts import blank_layouts, is_own
from thidua_desktop.application.certificates.listing import certificates_of_cycle
from thidua_desktop.application.decisions.deciding import issue_decision
from thidua_desktop.bootstrap import Joiner
from thidua_desktop.domain.certificates.layout import CertificateField, PrinterOffset
from thidua_desktop.system.clock import FixedClock
from thidua_desktop.ui.dialogs.certificate_dialogs import (
    LayoutNameDialog,
    NumbersDialog,
    PrinterDialog,
    WordingDialog,
)
from thidua_desktop.ui.pages.certificates import CertificatesPage
from thidua_desktop.ui.widgets.mm_field import MmField, tenths_of, tenths_text

pytestmark = pytest.mark.gui

CYCLE = "2026-annual"
NUMBER = 3
"""The column of the golden numbers."""


@pytest.fixture(scope="module")
def decided_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data of an office whose chair has decided."""
    office = whole_office(tmp_path_factory.mktemp("decided"))
    with_council(office, CYCLE)
    issue_decision(office.desk, f"{CYCLE}-1", dt.date(2026, 12, 16))
    office.store.close()
    return office.store.folder


@pytest.fixture
def decided_office(decided_data: Path, tmp_path: Path) -> Iterator[SampleOffice]:
    """A copy of it, for one test to work on."""
    data = tmp_path / "du-lieu"
    shutil.copytree(decided_data, data)
    clock = FixedClock(dt.date(2026, 12, 16))
    joiner = Joiner.detect(clock)
    store = joiner.store(data)
    store.open()
    yield SampleOffice(joiner.desk(store), store, clock, joiner, tmp_path)
    store.close()


@pytest.fixture
def page(open_window: OpenWindow, decided_office: SampleOffice) -> CertificatesPage:
    window = open_window(decided_office)
    window.show_page("certificates")
    assert isinstance(window.current, CertificatesPage)
    return window.current


def numbers(office: SampleOffice) -> list[int | None]:
    return [one.kept.golden_number for one in certificates_of_cycle(office.desk, CYCLE)]


def names(page: CertificatesPage) -> list[str]:
    return [one.subject_name for one in page.table.model.shown]


def cell(page: CertificatesPage, row: int, column: int) -> Any:
    return page.table.model.index(row, column)


def test_the_decided_are_shown_with_their_sheet(
    page: CertificatesPage, qtmodeltester: ModelTester
) -> None:
    assert names(page)
    assert {cell(page, row, 4).data() for row in range(len(names(page)))} == {"Vừa phôi"}
    assert page.panel.preview.isVisible()
    assert page.panel.preview.height() == round(page.panel.preview.width() * 210 / 297)
    assert dark(page.panel.preview._text)
    assert "chưa đối chiếu" in page.panel.note.text()
    assert not page.panel.save.isEnabled()
    qtmodeltester.check(page.table.model)  # type: ignore[no-untyped-call]


def dark(picture: QImage) -> bool:
    """Whether something is printed on it."""
    small = picture.scaled(200, 140)
    return any(
        QColor(small.pixel(x, y)).lightness() < 200
        for x in range(small.width())
        for y in range(small.height())
    )


def test_numbers_are_given_typed_refused_and_undone(
    page: CertificatesPage, decided_office: SampleOffice, person: Person
) -> None:
    def from_seven(dialog: QDialog) -> None:
        assert isinstance(dialog, NumbersDialog)
        assert dialog.first.number() == 1
        dialog.first.show_number(7)

    count = len(names(page))
    person.fills[NumbersDialog] = from_seven
    page.give.click()
    assert numbers(decided_office) == list(range(7, 7 + count))
    assert "từ số 7" in page.notice.text.text()
    assert not page.give.isEnabled()
    page.table.model.setData(cell(page, 0, NUMBER), "40")
    assert numbers(decided_office)[0] == 40
    page.table.model.setData(cell(page, 1, NUMBER), "40")
    assert "đã cấp cho" in page.notice.text.text()
    assert cell(page, 1, NUMBER).data() == "8"
    page.table.model.setData(cell(page, 1, NUMBER), "bốn mươi")
    assert "số nguyên" in page.notice.text.text()
    page.table.model.setData(cell(page, 1, NUMBER), "")
    assert numbers(decided_office)[1] is None
    assert page.give.isEnabled()


def test_two_numbers_change_places_with_one_paste(
    page: CertificatesPage, decided_office: SampleOffice, person: Person
) -> None:
    page.give.click()
    assert [type(dialog) for dialog in person.shown] == [NumbersDialog]
    page.table.model.paste(cell(page, 0, NUMBER), [["2"], ["1"]])
    assert numbers(decided_office)[:2] == [2, 1]


def test_lines_that_would_lie_on_each_other_are_told_when_saved(page: CertificatesPage) -> None:
    saved = page.work.saved
    assert saved is not None
    first, second, *others = saved.lines
    met = replace(second, x=first.x, y=first.y, is_shown=True)
    page.work.draft = replace(saved, lines=(replace(first, is_shown=True), met, *others))
    page.work.save()
    assert "điều cần xem trước khi in" in page.notice.text.text()


def test_a_line_is_moved_by_keys_mouse_and_figures_then_saved(
    page: CertificatesPage, decided_office: SampleOffice, qtbot: QtBot
) -> None:
    preview, editor = page.panel.preview, page.panel.editor
    before = line_of(page, CertificateField.SIGNER)
    editor.fields.setCurrentIndex(editor.fields.findData(CertificateField.SIGNER))
    assert editor.lengths["x"].text() == "150"
    preview.setFocus()
    QTest.keyClick(preview, Qt.Key.Key_Right)
    QTest.keyClick(preview, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    moved = line_of(page, CertificateField.SIGNER)
    assert (moved.x - before.x, moved.y - before.y) == (5, -1)
    assert editor.lengths["x"].text() == "150,5"
    editor.lengths["width"].selectAll()
    QTest.keyClicks(editor.lengths["width"], "99,5")
    assert line_of(page, CertificateField.SIGNER).width == 995
    box = before.box
    scale = preview.width() / 2970
    middle = QPoint(round((box.left + box.right) / 2 * scale), round((box.top + 20) * scale))
    QTest.mousePress(preview, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(preview, middle + QPoint(4, 0))
    QTest.mouseRelease(preview, Qt.MouseButton.LeftButton, pos=middle + QPoint(4, 0))
    assert page.panel.save.isEnabled()
    assert not is_own(decided_office.desk, "giay-khen-a4")
    page.panel.save.click()
    assert is_own(decided_office.desk, "giay-khen-a4")
    assert not page.panel.save.isEnabled()
    (kept, *_) = blank_layouts(decided_office.desk)
    assert kept.line(CertificateField.SIGNER) == line_of(page, CertificateField.SIGNER)
    page.work.reset()
    assert line_of(page, CertificateField.SIGNER) == before
    qtbot.wait(1)


def line_of(page: CertificatesPage, field: CertificateField) -> Any:
    assert page.work.blank is not None
    line = page.work.blank.line(field)
    assert line is not None
    return line


def test_what_was_moved_can_be_dropped(page: CertificatesPage) -> None:
    before = page.work.blank
    QTest.keyClick(page.panel.preview, Qt.Key.Key_Down)
    assert page.work.blank != before
    page.refresh()
    assert page.work.blank != before
    page.panel.drop.click()
    assert page.work.blank == before
    assert not page.panel.drop.isEnabled()


def test_a_sheet_that_would_be_spoilt_is_marked_and_left_out(
    page: CertificatesPage, person: Person, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def wordy(dialog: QDialog) -> None:
        assert isinstance(dialog, WordingDialog)
        dialog.achievement.setPlainText("Đã có thành tích xuất sắc. " * 60)

    person.fills[WordingDialog] = wordy
    page.reword_action.trigger()
    assert cell(page, 0, 4).data() == "Cần sửa"
    assert "dài quá chỗ trên phôi" in page.panel.faults.text()
    target = tmp_path / "giay-khen.pdf"
    monkeypatch.setattr(page, "choose_new_file", lambda *_words: target)
    page.header.main.click()
    assert "Còn 1 giấy khen chưa in được" in page.notice.text.text()
    assert len(pypdf.PdfReader(target).pages) == len(names(page)) - 1
    person.fills[WordingDialog] = lambda dialog: dialog.achievement.setPlainText("")  # type: ignore[attr-defined]
    page.reword_action.trigger()
    assert cell(page, 0, 4).data() == "Vừa phôi"


def test_only_the_chosen_are_written(
    page: CertificatesPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, opened: Opened
) -> None:
    target = tmp_path / "giay-khen.pdf"
    monkeypatch.setattr(page, "choose_new_file", lambda *_words: target)
    page.table.view.selectRow(1)
    page.print_action.trigger()
    (sheet,) = pypdf.PdfReader(target).pages
    assert names(page)[1] in " ".join(sheet.extract_text().split())
    page.notice.action.click()
    assert opened.paths == [target]


def test_a_printer_is_measured_and_the_sheets_follow(
    page: CertificatesPage,
    decided_office: SampleOffice,
    person: Person,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    opened: Opened,
) -> None:
    def measured(dialog: QDialog) -> None:
        assert isinstance(dialog, PrinterDialog)
        dialog.name.setText("Máy in  văn thư")
        dialog.left.setText("51,2")
        dialog.top.setText("49")

    page.work.print_trial()
    assert [path.name for path in opened.paths] == ["trang-thu.pdf"]
    person.fills[PrinterDialog] = measured
    page.work.measure()
    known = decided_office.desk.printers.all()
    assert known == {"Máy in văn thư": PrinterOffset(-12, 10)}
    assert page.work.offset == PrinterOffset(-12, 10)
    assert decided_office.desk.store.operations(1)[0].action == "decision_issued"
    first, second = tmp_path / "1.pdf", tmp_path / "2.pdf"
    monkeypatch.setattr(page, "choose_new_file", lambda *_words: first)
    page.print_page()
    page.filters.choose("printer", "")
    monkeypatch.setattr(page, "choose_new_file", lambda *_words: second)
    page.print_page()
    assert first.read_bytes() != second.read_bytes()


def test_a_picture_of_the_blank_lies_below_and_is_never_printed(
    page: CertificatesPage,
    decided_office: SampleOffice,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    scan = tmp_path / "phoi quet.png"
    picture = QImage(594, 420, QImage.Format.Format_RGB32)
    picture.fill(QColor("#C02020"))
    picture.save(str(scan))
    monkeypatch.setattr(page, "choose_files", lambda *_words: [scan])
    page.work.choose_scan()
    shown = page.panel.preview.grab().toImage()
    assert QColor(shown.pixel(20, 20)).name() == "#c02020"
    assert decided_office.desk.store.check() == ()
    target = tmp_path / "giay-khen.pdf"
    monkeypatch.setattr(page, "choose_new_file", lambda *_words: target)
    page.print_page()
    assert all(not sheet.images for sheet in pypdf.PdfReader(target).pages)
    text = tmp_path / "phoi.png"
    text.write_text("không phải ảnh", encoding="utf-8")
    monkeypatch.setattr(page, "choose_files", lambda *_words: [text])
    page.work.choose_scan()
    assert "không phải ảnh" in page.notice.text.text()


def test_a_further_layout_is_begun_from_this_one(
    page: CertificatesPage, decided_office: SampleOffice, person: Person
) -> None:
    def named(dialog: QDialog) -> None:
        assert isinstance(dialog, LayoutNameDialog)
        dialog.name.setText("Phôi năm 2026")

    person.fills[LayoutNameDialog] = named
    page.add_new()
    assert [one.name for one in blank_layouts(decided_office.desk)] == [
        "Giấy khen A4 nằm ngang",
        "Phôi năm 2026",
    ]
    page.add_new()
    assert "Đã có mẫu phôi tên «Phôi năm 2026»" in page.notice.text.text()


def test_without_a_decision_the_page_says_what_comes_first(
    open_window: OpenWindow, busy_office: SampleOffice
) -> None:
    window = open_window(busy_office)
    window.show_page("certificates")
    page = window.current
    assert isinstance(page, CertificatesPage)
    assert not page.panel.isVisible()
    assert not page.header.main.isEnabled()
    words = [label.text() for label in page.table.empty.findChildren(QLabel)]
    assert "Chưa có giấy khen nào" in words


@pytest.mark.parametrize(
    ("text", "tenths"),
    [("12,5", 125), ("12.5", 125), ("12", 120), ("12,", 120), ("", None), (",5", None)],
)
def test_how_a_length_is_typed(text: str, tenths: int | None) -> None:
    assert tenths_of(text) == tenths


def test_a_field_for_lengths_goes_up_and_down(qtbot: QtBot) -> None:
    field = MmField("x", "Cách mép trái")
    qtbot.addWidget(field)
    field.show_tenths(7)
    assert field.text() == "0,7"
    QTest.keyClick(field, Qt.Key.Key_Up)
    QTest.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert field.text() == "1,1"
    for _ in range(5):
        QTest.keyClick(field, Qt.Key.Key_Down)
    assert field.text() == "0"
    assert tenths_text(-12) == "-1,2"
