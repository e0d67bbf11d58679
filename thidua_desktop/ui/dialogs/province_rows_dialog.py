"""Các dòng của bảng: what the rows of a table in the province's form are taken from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QWidget

from thidua_desktop.application.province_forms.area_rows import SUBJECT_CHOICES, RowsChoice
from thidua_desktop.application.province_workbooks.profile import RowsOf
from thidua_desktop.ui.dialogs.dialog import Dialog
from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.widgets.labels import named
from thidua_desktop.ui.widgets.number_field import NumberField

_WITH_AWARD = (RowsOf.PROPOSALS, RowsOf.PASSED, RowsOf.DECIDED)
_LAST_ROW = 1_048_576


@dataclass(frozen=True, slots=True)
class RowsWords:
    """What choices are called: registers, subjects as in `SUBJECT_CHOICES`, awards."""

    rows_of: Mapping[RowsOf, str]
    subjects: Sequence[str]
    awards: Mapping[str, str]


class ProvinceRowsDialog(Dialog):
    """From which row on, from which register, for whom, for which award.

    Attributes:
        is_dropped: whether the officer wants the table left as the workbook has it.
    """

    def __init__(
        self,
        choice: RowsChoice,
        words: RowsWords,
        icons: Icons,
        parent: QWidget | None,
        *,
        is_new: bool,
    ) -> None:
        title = "Điền bảng từ dòng này" if is_new else "Các dòng của bảng"
        super().__init__(title, "Chọn", icons, parent)
        self.is_dropped = False
        self.rows_of, self.subjects, self.award = QComboBox(), QComboBox(), QComboBox()
        named(self.rows_of, "rowsOf", "Lấy từ")
        named(self.subjects, "rowsSubjects", "Đối tượng")
        named(self.award, "rowsAward", "Hình thức")
        for source, said in words.rows_of.items():
            self.rows_of.addItem(said, source)
        for place, said in enumerate(words.subjects):
            self.subjects.addItem(said, place)
        self.award.addItem("Mọi hình thức", "")
        for code, name in words.awards.items():
            self.award.addItem(name, code)
        self.first, self.last = NumberField("rowsFirst"), NumberField("rowsLast")
        for field in (self.first, self.last):
            field.allow_up_to(_LAST_ROW)
        self.last.setPlaceholderText("Đến hết")
        self.add_row("Lấy từ", self.rows_of)
        self.add_row("Đối tượng", self.subjects)
        self.add_row("Hình thức", self.award)
        self.add_row("Từ dòng", self.first, is_required=True)
        self.add_row("Đến dòng", self.last)
        self.add_hint(
            "Số dòng như Excel đánh số. Để trống «Đến dòng» khi bên dưới bảng không còn gì; "
            "thiếu dòng thì bản điền tự chèn thêm."
        )
        if not is_new:
            self._offer_drop()
        self.rows_of.currentIndexChanged.connect(self._allow_award)
        self._show(choice)

    def _offer_drop(self) -> None:
        drop = self.buttons.addButton(
            "Không điền bảng này", QDialogButtonBox.ButtonRole.DestructiveRole
        )
        drop.setObjectName("dropRows")
        drop.clicked.connect(self._drop)

    def _show(self, choice: RowsChoice) -> None:
        self.rows_of.setCurrentIndex(self.rows_of.findData(choice.rows_of))
        known = choice.subjects in SUBJECT_CHOICES
        self.subjects.setCurrentIndex(SUBJECT_CHOICES.index(choice.subjects) if known else 0)
        self.award.setCurrentIndex(max(0, self.award.findData(choice.award)))
        self.first.show_number(choice.first_row + 1)
        self.last.show_number(None if choice.last_row is None else choice.last_row + 1)
        self._allow_award()

    @Slot()
    def _allow_award(self) -> None:
        self.award.setEnabled(self.rows_of.currentData() in _WITH_AWARD)

    @Slot()
    def _drop(self) -> None:
        self.is_dropped = True
        self.accept()

    def chosen(self) -> RowsChoice:
        """What was chosen; rows from 0."""
        last = self.last.number()
        return RowsChoice(
            self.first.number() - 1,
            last - 1 if last else None,
            RowsOf(self.rows_of.currentData()),
            SUBJECT_CHOICES[int(self.subjects.currentData())],
            str(self.award.currentData()) if self.award.isEnabled() else "",
        )

    def fault(self) -> str:
        """A table begins somewhere, and ends behind it."""
        first, last = self.first.number(), self.last.number()
        if not first:
            return "Cần ghi bảng bắt đầu từ dòng nào."
        return "Dòng cuối phải đứng dưới dòng đầu." if last and last < first else ""
