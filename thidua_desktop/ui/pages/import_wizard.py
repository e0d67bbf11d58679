"""Nhập danh sách: tải mẫu → chọn tệp → kiểm tra → kết quả; nothing is written before the check."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from thidua_desktop.application.enrolling.list_import import (
    ImportOutcome,
    import_people,
    import_units,
)
from thidua_desktop.application.enrolling.list_workbooks import (
    ListKind,
    save_blank_list,
    save_remarked_list,
)
from thidua_desktop.application.lists.reading import RowStatus
from thidua_desktop.ui.pages.import_check import ImportCheck
from thidua_desktop.ui.pages.import_columns import PlaceName
from thidua_desktop.ui.pages.import_result import ImportResult
from thidua_desktop.ui.pages.page import Page
from thidua_desktop.ui.pages.wizard_frame import WizardFrame
from thidua_desktop.ui.theme import Tone
from thidua_desktop.ui.widgets.import_start import ImportBlank, ImportSource
from thidua_desktop.ui.widgets.labels import button

LISTS = "Bảng tính (*.xlsx *.xls *.xlsm *.xlsb *.ods *.csv)"
BLANK, SOURCE, CHECK, RESULT = range(4)
STEPS = ("Tải mẫu", "Chọn tệp", "Kiểm tra", "Kết quả")
_TITLES = {
    ListKind.UNITS: "Nhập danh sách đơn vị",
    ListKind.PEOPLE: "Nhập danh sách cá nhân, hộ gia đình",
}
_BLANK_NAMES = {
    ListKind.UNITS: "Mau danh sach don vi.xlsx",
    ListKind.PEOPLE: "Mau danh sach ca nhan.xlsx",
}
_TAKE: dict[ListKind, Callable[..., ImportOutcome]] = {
    ListKind.UNITS: import_units,
    ListKind.PEOPLE: import_people,
}


class ImportWizard(WizardFrame):
    """Four steps over one file; the page's office, sentences and undo are used."""

    def __init__(self, page: Page, kind: ListKind, place_name: PlaceName) -> None:
        super().__init__(page, STEPS)
        self.setObjectName("importWizard")
        self.setWindowTitle(_TITLES[kind])
        self._kind = kind
        self._place_name = place_name
        self._path: Path | None = None
        self._answers: dict[str, Any] = {}
        self.preview: ImportOutcome | None = None
        self.outcome: ImportOutcome | None = None
        self.blank = ImportBlank(kind, page.icons)
        self.source = ImportSource(page.icons)
        self.check: ImportCheck | None = None
        self.ending: ImportResult | None = None
        self.remarks = button("Lưu tệp có ghi chú…", "saveRemarks", icon=page.icons.get("save"))
        self.lay_out((self.blank, self.source, QWidget(), QWidget()), self.remarks)
        self._connect()
        self.show_step(BLANK)

    def _connect(self) -> None:
        self.blank.save.clicked.connect(self.save_blank)
        self.source.drop.dropped.connect(self._take_dropped)
        self.back.clicked.connect(self._go_back)
        self.main.clicked.connect(self.go_on)
        self.remarks.clicked.connect(self.save_remarks)
        self._page.undoing.undone.connect(self._tell_undone)
        self._page.undoing.failed.connect(self.tell_failure)

    # ---- The steps

    def show_step(self, step: int) -> None:
        """Show the part of a step, and what can be done there."""
        super().show_step(step)
        self.back.setVisible(step in (SOURCE, CHECK))
        self.remarks.setVisible(step in (CHECK, RESULT))
        self.leave.setVisible(step != RESULT)
        self.main.setText(_main_words(step, self.preview))
        self.main.setEnabled(self.may_go_on())
        self.main.setFocus()

    def may_go_on(self) -> bool:
        """Whether there is something to take."""
        if self.parts.currentIndex() != CHECK:
            return True
        if self.preview is None or self.preview.asks_about_hidden:
            return False
        return _to_write(self.preview) > 0

    @Slot()
    def go_on(self) -> None:
        """What the main button does at this step."""
        step = self.parts.currentIndex()
        self.notice.hide()
        if step == BLANK:
            self.show_step(SOURCE)
        elif step == SOURCE:
            self._choose()
        elif step == CHECK:
            self.take()
        else:
            self.accept()

    @Slot()
    def _go_back(self) -> None:
        self.notice.hide()
        self.show_step(self.parts.currentIndex() - 1)

    @Slot()
    def save_blank(self) -> None:
        """Step 1: write the blank list where the person says."""
        path = self.choose_new_file("Lưu tệp mẫu", _BLANK_NAMES[self._kind])
        if path is None:
            return
        desk, kind = self._page.desk, self._kind
        self.run(
            lambda _progress: save_blank_list(desk, kind, path),
            lambda _nothing: self.tell_written("Đã lưu tệp mẫu", path),
            "Đang ghi tệp mẫu",
        )

    @Slot()
    def _choose(self) -> None:
        files = self._page.choose_files("Chọn danh sách", LISTS)
        if files:
            self.read(files[0])

    @Slot(list)
    def _take_dropped(self, paths: list[Path]) -> None:
        files = [path for path in paths if path.is_file()]
        if len(files) == 1:
            self.read(files[0])
        else:
            self.notice.say(Tone.WARNING, "Mỗi lần nhập một tệp. Hãy thả đúng một tệp danh sách.")

    def read(self, path: Path) -> None:
        """Step 2: judge a list; nothing is written."""
        self._answers = {}
        self._judge(path)

    def _answer(self, question: str, choice: StrEnum) -> None:
        """What becomes of hidden rows, who the namesakes are: the list is judged again by it."""
        self._answers[question] = choice
        if self._path is not None:
            self._judge(self._path)

    def _judge(self, path: Path) -> None:
        desk, take, answers = self._page.desk, _TAKE[self._kind], dict(self._answers)
        self._path = path
        self.notice.hide()
        self.show_step(SOURCE)
        self.run(
            lambda _progress: take(desk, path, dry_run=True, **answers),
            self._show_check,
            "Đang đọc danh sách",
        )

    def _show_check(self, preview: ImportOutcome) -> None:
        self.preview = preview
        naming = (self._page.texts, self._page.icons, self._place_name)
        self.check = ImportCheck(preview, self._kind, naming)
        self.check.question.answered.connect(partial(self._answer, "hidden"))
        self.check.namesakes.answered.connect(partial(self._answer, "namesakes"))
        self.put(CHECK, self.check)

    def take(self) -> None:
        """Step 3: write what can be taken, as one operation."""
        path = self._path
        if path is None:
            return
        desk, take, answers = self._page.desk, _TAKE[self._kind], dict(self._answers)
        self.run(lambda _progress: take(desk, path, **answers), self._show_result, "Đang nhập")

    def _show_result(self, outcome: ImportOutcome) -> None:
        self.outcome = outcome
        self.ending = ImportResult(outcome, self._page.icons)
        self.ending.undo.clicked.connect(self._undo)
        self.put(RESULT, self.ending)
        self._page.state.reload()

    @Slot()
    def _undo(self) -> None:
        if self.outcome is not None and self.outcome.operation is not None:
            self._page.undoing.undo_number(self.outcome.operation)

    @Slot()
    def save_remarks(self) -> None:
        """Write a copy of the list whose doubtful cells are coloured and commented."""
        outcome, path = self.outcome or self.preview, self._path
        if outcome is None or path is None:
            return
        target = self.choose_new_file("Lưu tệp có ghi chú", f"{path.stem} - ghi chu.xlsx")
        if target is None:
            return
        desk, texts = self._page.desk, self._page.texts
        self.run(
            lambda _progress: save_remarked_list(desk, texts, outcome, target),
            lambda _nothing: self.tell_written("Đã lưu tệp có ghi chú", target),
            "Đang ghi tệp",
        )

    @Slot(object)
    def _tell_undone(self, _outcome: Any) -> None:
        if self.ending is not None:
            self.ending.undo.setEnabled(False)
            self.notice.say(Tone.GOOD, "Đã hoàn tác lần nhập này.")


def _to_write(outcome: ImportOutcome) -> int:
    return sum(row.status in (RowStatus.NEW, RowStatus.CHANGED) for row in outcome.rows)


def _main_words(step: int, preview: ImportOutcome | None) -> str:
    if step == CHECK and preview is not None:
        return f"Nhập {_to_write(preview)} dòng"
    return {BLANK: "Tiếp tục", SOURCE: "Chọn tệp…"}.get(step, "Đóng")
