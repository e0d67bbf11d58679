"""The panel beside a province's sheet: which field the selected column or cell takes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from thidua_desktop.application.province_forms.choosing import OpenValue
from thidua_desktop.application.province_workbooks.profile import CONSTANT
from thidua_desktop.domain.vietnamese.folding import Query, fold
from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.theme import PALETTE
from thidua_desktop.ui.widgets.labels import ICON, label, named

EMPTY = ""
_CHOOSE = "Chọn mục của tỉnh"
_LEAVE = "Để trống ô"


class ProvincePanel(QWidget):
    """Title of the column, the list of fields with a search, the entries still to be chosen."""

    field_chosen = Signal(str)
    constant_typed = Signal(str)
    entry_chosen = Signal(str, str)
    rows_wanted = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("provincePanel")
        self.setMinimumWidth(260)
        self._add_fields(icons)
        self._entries = QVBoxLayout()
        self._entries.setSpacing(6)
        self._chosen = EMPTY
        self._shown: tuple[tuple[str, str], ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(8)
        for part in (self.title, self.state, self.rows, self.change_rows, self.search):
            column.addWidget(part)
        column.addWidget(self.fields, 1)
        column.addWidget(self.constant)
        column.addWidget(self._entry_area())
        column.addStretch(0)
        self.search.textChanged.connect(self._filter)
        self.fields.itemActivated.connect(self._choose)
        self.fields.itemClicked.connect(self._choose)
        self.constant.editingFinished.connect(self._type)
        self.show_nothing()

    def _add_fields(self, icons: Icons) -> None:
        self.title = label("", "panelTitle", wraps=True)
        self.state = label("Chọn một cột hoặc một ô trong biểu.", "soft", wraps=True)
        self.rows = label("", "soft", wraps=True)
        self.change_rows = QPushButton()
        self.change_rows.setObjectName("changeRows")
        self.change_rows.clicked.connect(self.rows_wanted)
        self.search = QLineEdit()
        named(self.search, "fieldSearch", "Tìm trường")
        self.search.setPlaceholderText("Tìm trường")
        self.fields = QListWidget()
        named(self.fields, "fieldList", "Các trường điền được")
        self.constant = QLineEdit()
        named(self.constant, "constantWords", "Nội dung luôn ghi")
        self.constant.setPlaceholderText("Nội dung luôn ghi")
        self._check = icons.get("check", PALETTE.good)
        nothing = QPixmap(ICON)
        nothing.fill(Qt.GlobalColor.transparent)
        self._blank = QIcon(nothing)
        self.fields.setIconSize(ICON)
        self.fields.setSpacing(2)

    def _entry_area(self) -> QScrollArea:
        holder = QWidget()
        holder.setLayout(self._entries)
        self._entries.setContentsMargins(0, 0, 8, 0)
        self.entry_area = QScrollArea()
        self.entry_area.setWidgetResizable(True)
        self.entry_area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.entry_area.setWidget(holder)
        self.entry_area.setMaximumHeight(190)
        return self.entry_area

    def show_nothing(self, doubts: Sequence[str] = ()) -> None:
        """Nothing is selected: say what to look at, where there is something."""
        self.title.setText("")
        self.title.hide()
        told = ["Chọn một cột hoặc một ô trong biểu."]
        told += ["Điều cần xem:", *doubts] if doubts else []
        self.state.setText("\n".join(told))
        self.show_rows(None)
        for part in (self.search, self.fields, self.constant, self.entry_area):
            part.hide()

    def show_rows(self, words: str | None) -> None:
        """Say which rows the selected cell's table has: empty for no table, `None` for no cell."""
        self.rows.setText(words or "")
        self.rows.setVisible(bool(words))
        self.change_rows.setText("Đổi các dòng của bảng…" if words else "Điền bảng từ dòng này…")
        self.change_rows.setVisible(words is not None)

    def show_choices(
        self, title: str, state: str, fields: Sequence[tuple[str, str]], chosen: str
    ) -> None:
        """Show what the selected column or cell takes, and what it could."""
        self.title.setText(title)
        self.title.setVisible(bool(title))
        self.state.setText(state)
        self._shown = ((EMPTY, "Để trống"), *fields)
        self._chosen = chosen
        self.search.show()
        self.fields.show()
        self._fill(chosen)

    def show_constant(self, words: str | None) -> None:
        """Show the words of a column that always says the same; `None` hides the field."""
        self.constant.setVisible(words is not None)
        blocker = QSignalBlocker(self.constant)
        self.constant.setText(words or "")
        blocker.unblock()

    def show_entries(self, values: Sequence[OpenValue]) -> None:
        """Show the values that wait for an entry of the province's list."""
        while self._entries.count():
            item = self._entries.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        self.entry_area.setVisible(bool(values))
        if values:
            self._entries.addWidget(label("Chưa có trong danh mục của tỉnh", "section", wraps=True))
        for value in values:
            self._entries.addWidget(label(value.words, "soft", wraps=True))
            self._entries.addWidget(self._box(value))

    def _box(self, value: OpenValue) -> QComboBox:
        box = QComboBox()
        named(box, "entryChoice", f"Mục của tỉnh cho {value.words}")
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(16)
        box.addItem(_CHOOSE, None)
        for entry in value.entries:
            box.addItem(entry, entry)
        box.addItem(_LEAVE, EMPTY)
        box.activated.connect(partial(self._choose_entry, box, value.ours))
        return box

    def _choose_entry(self, box: QComboBox, ours: str, _place: int) -> None:
        if box.currentData() is not None:
            self.entry_chosen.emit(ours, box.currentData())

    def _fill(self, chosen: str) -> None:
        blocker = QSignalBlocker(self.fields)
        self.fields.clear()
        query = Query.of(self.search.text())
        for code, words in self._shown:
            if query.folded and not query.finds(fold(words)):
                continue
            item = QListWidgetItem(words)
            item.setData(Qt.ItemDataRole.UserRole, code)
            item.setToolTip(words)
            item.setIcon(self._check if code == chosen else self._blank)
            self.fields.addItem(item)
            if code == chosen:
                self.fields.setCurrentItem(item)
        blocker.unblock()

    @Slot()
    def _filter(self) -> None:
        self._fill(self._chosen)

    @Slot(QListWidgetItem)
    def _choose(self, item: QListWidgetItem) -> None:
        code = str(item.data(Qt.ItemDataRole.UserRole))
        if code == CONSTANT:
            self.constant.show()
            self.constant.setFocus()
        else:
            self.field_chosen.emit(code)

    @Slot()
    def _type(self) -> None:
        if self.constant.text().strip():
            self.constant_typed.emit(self.constant.text().strip())
