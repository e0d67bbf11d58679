"""The figures of one line of a blank: where it stands and how it is set."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from thidua_desktop.domain.certificates.layout import BlankLine, CertificateField, TextAlign
from thidua_desktop.ui.widgets.labels import label, named
from thidua_desktop.ui.widgets.mm_field import MmField

_LENGTHS = (
    ("x", "Cách mép trái", "mm, từ mép trái của phôi đến đầu dòng"),
    ("y", "Cách mép trên", "mm, từ mép trên của phôi đến chân chữ của dòng đầu"),
    ("width", "Bề rộng", "mm"),
    ("pitch", "Khoảng cách dòng", "mm, giữa hai chân chữ"),
    ("size", "Cỡ chữ", "point"),
    ("smallest", "Cỡ nhỏ nhất", "point; chữ dài được thu nhỏ đến cỡ này"),
)
_LEAST = {"x": 0, "y": 0, "width": 10, "pitch": 10, "size": 60, "smallest": 60}
_FLAGS = (
    ("is_bold", "Đậm"),
    ("is_italic", "Nghiêng"),
    ("is_capital", "In hoa"),
    ("keeps_one_line", "Thu nhỏ trước khi xuống dòng"),
)
_ALIGNS = (
    (TextAlign.LEFT, "Căn trái"),
    (TextAlign.CENTRE, "Căn giữa"),
    (TextAlign.RIGHT, "Căn phải"),
)
_MOST_LINES = 6
_PAIRS = 3


class BlankLineEditor(QWidget):
    """Tells the line anew with every change; which line it is, is chosen above."""

    edited = Signal(object)
    field_chosen = Signal(object)

    def __init__(self, fields: Sequence[tuple[CertificateField, str]]) -> None:
        super().__init__()
        self._line: BlankLine | None = None
        self.fields = QComboBox()
        named(self.fields, "lineChoice", "Dòng")
        for field, name in fields:
            self.fields.addItem(name, field)
        self.is_shown = QCheckBox("In dòng này")
        self.is_shown.setObjectName("isShown")
        self.lengths = {key: MmField(key, caption, _LEAST[key]) for key, caption, _ in _LENGTHS}
        self.most_lines = QComboBox()
        named(self.most_lines, "mostLines", "Số dòng nhiều nhất")
        for number in range(1, _MOST_LINES + 1):
            self.most_lines.addItem(f"{number} dòng", number)
        self.align = QComboBox()
        named(self.align, "align", "Căn dòng")
        for align, name in _ALIGNS:
            self.align.addItem(name, align)
        self.flags = {key: QCheckBox(caption) for key, caption in _FLAGS}
        self.before = QLineEdit()
        named(self.before, "before", "Chữ in trước")
        self.before.setPlaceholderText("Phôi đã in sẵn thì để trống")
        self._build()
        self._connect()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        top = QHBoxLayout()
        top.addWidget(self.fields, 1)
        top.addWidget(self.is_shown)
        column.addLayout(top)
        column.addLayout(self._length_grid())
        choices = QHBoxLayout()
        choices.addWidget(self.most_lines)
        choices.addWidget(self.align)
        choices.addStretch(1)
        column.addLayout(choices)
        faces = QHBoxLayout()
        for key in ("is_bold", "is_italic", "is_capital"):
            faces.addWidget(self.flags[key])
        faces.addStretch(1)
        column.addLayout(faces)
        column.addWidget(self.flags["keeps_one_line"])
        last = QHBoxLayout()
        last.addWidget(label("Chữ in trước", "soft"))
        last.addWidget(self.before, 1)
        column.addLayout(last)

    def _length_grid(self) -> QGridLayout:
        """Each length below its caption, several beside each other."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        for place, (key, caption, tip) in enumerate(_LENGTHS):
            row, pair = divmod(place, _PAIRS)
            words = label(caption, "soft")
            words.setBuddy(self.lengths[key])
            self.lengths[key].setToolTip(tip)
            grid.addWidget(words, row * 2, pair)
            grid.addWidget(self.lengths[key], row * 2 + 1, pair)
        grid.setColumnStretch(_PAIRS, 1)
        return grid

    def _connect(self) -> None:
        self.fields.currentIndexChanged.connect(self._tell_field)
        self.is_shown.toggled.connect(self._tell)
        for field in self.lengths.values():
            field.changed.connect(self._tell)
        for box in (self.most_lines, self.align):
            box.currentIndexChanged.connect(self._tell)
        for key, check in self.flags.items():
            check.setObjectName(key)
            check.toggled.connect(self._tell)
        self.before.textEdited.connect(self._tell)

    def show_line(self, line: BlankLine) -> None:
        """Show a line; nothing is told of it."""
        self._line = None
        with QSignalBlocker(self.fields):
            self.fields.setCurrentIndex(self.fields.findData(line.field))
        self.is_shown.setChecked(line.is_shown)
        for key, field in self.lengths.items():
            field.show_tenths(getattr(line, key))
        self.most_lines.setCurrentIndex(self.most_lines.findData(line.most_lines))
        self.align.setCurrentIndex(self.align.findData(line.align))
        for key, check in self.flags.items():
            check.setChecked(getattr(line, key))
        if self.before.text().rstrip() != line.before.rstrip():
            self.before.setText(line.before.rstrip())
        self._line = line

    @Slot()
    def _tell_field(self) -> None:
        # Qt hands a word of a closed set back as plain text.
        self.field_chosen.emit(CertificateField(self.fields.currentData()))

    @Slot()
    def _tell(self, *_what: Any) -> None:
        if self._line is None:
            return
        line = self._typed(self._line)
        if line != self._line:
            self._line = line
            self.edited.emit(line)

    def _typed(self, line: BlankLine) -> BlankLine:
        """The line as the fields have it; a field that is half typed leaves its figure."""
        typed: dict[str, Any] = {
            key: value
            for key, field in self.lengths.items()
            if (value := field.tenths()) is not None and value >= _LEAST[key]
        }
        typed |= {key: check.isChecked() for key, check in self.flags.items()}
        typed["most_lines"] = self.most_lines.currentData()
        typed["align"] = TextAlign(self.align.currentData())
        typed["is_shown"] = self.is_shown.isChecked()
        before = self.before.text().rstrip()
        typed["before"] = f"{before} " if before else ""
        made: BlankLine = replace(line, **typed)
        # The smallest size follows the size down, so that typing never makes an impossible pair.
        return replace(made, smallest=min(made.smallest, made.size))
