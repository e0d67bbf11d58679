"""A field for a length in millimetres or a size in points, with one decimal."""

from __future__ import annotations

from PySide6.QtCore import QRegularExpression, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit

WIDTH = 76
STEP, FINE_STEP = 5, 1
"""Tenths by which the arrow keys change it, and with Shift."""

_KEYS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}


def tenths_text(value: int) -> str:
    """«12,5» of 125; «12» of 120."""
    sign = "-" if value < 0 else ""
    whole, tenth = divmod(abs(value), 10)
    return f"{sign}{whole},{tenth}" if tenth else f"{sign}{whole}"


def tenths_of(text: str) -> int | None:
    """What was typed ×10, with a comma or a dot; `None` for nothing or a half number."""
    whole, _, tenth = text.strip().replace(".", ",").partition(",")
    if not whole.isdigit() or not (tenth == "" or tenth.isdigit()):
        return None
    return int(whole) * 10 + int(tenth or 0)


class MmField(QLineEdit):
    """Tells each whole number as it is typed; the arrow keys up and down change it."""

    changed = Signal(int)

    def __init__(self, name: str, caption: str, least: int = 0) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(caption)
        self.setFixedWidth(WIDTH)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        pattern = QRegularExpression(r"\d{1,4}([.,]\d?)?")
        self.setValidator(QRegularExpressionValidator(pattern, self))
        self._least = least
        self.textEdited.connect(self._tell)

    def tenths(self) -> int | None:
        """What is typed ×10."""
        return tenths_of(self.text())

    def show_tenths(self, value: int) -> None:
        """Show a value, unless it stands there as it is typed."""
        if self.tenths() != value:
            self.setText(tenths_text(value))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down: half a millimetre, with Shift a tenth."""
        way = _KEYS.get(Qt.Key(event.key()))
        value = self.tenths()
        if way is None or value is None:
            super().keyPressEvent(event)
            return
        is_fine = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        value = max(self._least, value + way * (FINE_STEP if is_fine else STEP))
        self.setText(tenths_text(value))
        self.changed.emit(value)

    @Slot(str)
    def _tell(self, _text: str) -> None:
        value = self.tenths()
        if value is not None and value >= self._least:
            self.changed.emit(value)
