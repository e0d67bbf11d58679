"""The panel beside the giấy khen: how the selected one looks, and where its lines stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from thidua_desktop.domain.certificates.layout import BlankLayout, BlankLine, CertificateField
from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.widgets.blank_line_editor import BlankLineEditor
from thidua_desktop.ui.widgets.blank_preview import BlankPreview
from thidua_desktop.ui.widgets.labels import button, label

MOST_SAID = 3
"""How many faults stand under the picture; the others come when these are mended."""


class CertificatePanel(QWidget):
    """Tells the layout anew with every change; nothing is kept until the officer saves it."""

    layout_edited = Signal(object)
    save_wanted = Signal()
    drop_wanted = Signal()

    def __init__(self, fields: Sequence[tuple[CertificateField, str]], icons: Icons) -> None:
        super().__init__()
        self.blank: BlankLayout | None = None
        self._field = CertificateField.RECIPIENT
        self.preview = BlankPreview()
        self.faults = label("", "soft", wraps=True)
        self.faults.setObjectName("faults")
        self.note = label("", "caption", wraps=True)
        self.editor = BlankLineEditor(fields)
        self.save = button("Lưu vị trí", "savePositions", icon=icons.get("save"))
        self.drop = button("Bỏ thay đổi", "dropPositions", role="link")
        self._build()
        self.preview.chosen.connect(self._choose)
        self.preview.moved.connect(self._move)
        self.editor.field_chosen.connect(self._choose)
        self.editor.edited.connect(self._take)
        self.save.clicked.connect(self._want_save)
        self.drop.clicked.connect(self._want_drop)

    def _build(self) -> None:
        hint = label(
            "Bấm vào một dòng trên hình rồi kéo, hoặc dùng phím mũi tên: dịch 0,5 mm; giữ Shift: "
            "0,1 mm.",
            "caption",
            wraps=True,
        )
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 4, 8, 8)
        column.setSpacing(8)
        buttons = QHBoxLayout()
        buttons.addWidget(self.save)
        buttons.addWidget(self.drop)
        buttons.addStretch(1)
        for part in (self.preview, self.faults, self.note, hint, self.editor):
            column.addWidget(part)
        column.addLayout(buttons)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(body)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def show_blank(self, layout: BlankLayout, *, is_edited: bool) -> None:
        """Show a layout; what is typed meanwhile stays."""
        self.blank = layout
        self.note.setText(layout.note)
        line = layout.line(self._field) or layout.lines[0]
        self._field = line.field
        self.editor.show_line(line)
        self.preview.show_layout(layout, self._field)
        self.save.setEnabled(is_edited)
        self.drop.setEnabled(is_edited)

    def show_faults(self, sentences: Sequence[str]) -> None:
        """Say what would spoil this sheet."""
        said = [f"⚠ {sentence}" for sentence in sentences[:MOST_SAID]]
        self.faults.setText("\n".join(said))
        self.faults.setVisible(bool(said))

    @Slot(object)
    def _choose(self, field: CertificateField) -> None:
        if self.blank is not None and self.blank.line(field) is not None:
            self._field = field
            self.show_blank(self.blank, is_edited=self.save.isEnabled())

    @Slot(int, int)
    def _move(self, right: int, down: int) -> None:
        line = self.blank.line(self._field) if self.blank else None
        if line is not None:
            self._take(replace(line, x=max(0, line.x + right), y=max(0, line.y + down)))

    @Slot(object)
    def _take(self, line: BlankLine) -> None:
        if self.blank is None:
            return
        lines = tuple(line if one.field is line.field else one for one in self.blank.lines)
        self.layout_edited.emit(replace(self.blank, lines=lines))

    @Slot()
    def _want_save(self) -> None:
        self.save_wanted.emit()

    @Slot()
    def _want_drop(self) -> None:
        self.drop_wanted.emit()
