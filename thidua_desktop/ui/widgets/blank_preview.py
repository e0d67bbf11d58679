"""One giấy khen over the picture of its blank, at the true proportion of the sheet."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from thidua_desktop.domain.certificates.layout import BlankLayout, BlankLine, CertificateField
from thidua_desktop.ui.theme import PALETTE
from thidua_desktop.ui.widgets.labels import named

WIDTH = 290
STEP, FINE_STEP = 5, 1
"""Tenths of a millimetre that an arrow key moves a line, and with Shift."""

_WAYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_GROUND = "#FFFDF6"


class BlankPreview(QWidget):
    """Shows pictures that it is given; a line is chosen by the mouse, moved by it or by keys."""

    chosen = Signal(object)
    """The field of the line that was clicked."""
    moved = Signal(int, int)
    """By how many tenths of a millimetre the chosen line shall go right and down."""

    def __init__(self) -> None:
        super().__init__()
        named(self, "blankPreview", "Xem trước giấy khen trên phôi")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(WIDTH)
        self._layout: BlankLayout | None = None
        self._field: CertificateField | None = None
        self._text = QImage()
        self._scan = QImage()
        self._scaled: dict[int, QImage] = {}
        self._held: QPoint | None = None

    def show_layout(self, layout: BlankLayout, field: CertificateField | None) -> None:
        """Show the room of the chosen line."""
        self._layout, self._field = layout, field
        self._take_height()
        self.update()

    def show_text(self, picture: QImage) -> None:
        """Show what will be printed, black on white."""
        self._text = picture
        self.update()

    def show_scan(self, picture: QImage) -> None:
        """Show the blank below it; an empty picture takes it away."""
        self._scan = picture
        self.update()

    # ---- What Qt asks

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the proportion of the sheet."""
        super().resizeEvent(event)
        self._take_height()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The blank, the print over it as ink is, the chosen line's room."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), QColor(_GROUND))
        if not self._scan.isNull():
            painter.drawImage(self.rect(), self._sharp(self._scan))
        if not self._text.isNull():
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
            painter.drawImage(self.rect(), self._sharp(self._text))
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.setPen(QPen(QColor(PALETTE.line_strong), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        line = self._line()
        if line is not None:
            self._paint_line(painter, line)
        if self.hasFocus():
            painter.setPen(QPen(QColor(PALETTE.focus), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrow keys move the chosen line."""
        way = _WAYS.get(Qt.Key(event.key()))
        if way is None or self._line() is None:
            super().keyPressEvent(event)
            return
        is_fine = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        step = FINE_STEP if is_fine else STEP
        self.moved.emit(way[0] * step, way[1] * step)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the line under the mouse and take hold of it."""
        line = self._line_at(event.position().toPoint())
        if line is not None:
            self.chosen.emit(line.field)
            self._held = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Take the line along."""
        if self._held is None:
            return
        place = event.position().toPoint()
        right = self._tenths(place.x() - self._held.x())
        down = self._tenths(place.y() - self._held.y())
        if right or down:
            self._held = place
            self.moved.emit(right, down)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let the line go."""
        self._held = None

    def _sharp(self, picture: QImage) -> QImage:
        """The picture at the size of the screen; the painter's own scaling would fray letters."""
        key = picture.cacheKey()
        size = self.size() * self.devicePixelRatioF()
        if key not in self._scaled or self._scaled[key].size() != size:
            ours = (self._text.cacheKey(), self._scan.cacheKey())
            self._scaled = {k: kept for k, kept in self._scaled.items() if k in ours}
            self._scaled[key] = picture.scaled(
                size,
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        return self._scaled[key]

    # ---- Measures

    def _take_height(self) -> None:
        if self._layout is not None:
            self.setFixedHeight(round(self.width() * self._layout.height / self._layout.width))

    def _scale(self) -> float:
        return self.width() / self._layout.width if self._layout else 1.0

    def _tenths(self, pixels: int) -> int:
        return round(pixels / self._scale())

    def _line(self) -> BlankLine | None:
        return self._layout.line(self._field) if self._layout and self._field else None

    def _room(self, line: BlankLine) -> QRectF:
        box, scale = line.box, self._scale()
        width, height = box.right - box.left, box.bottom - box.top
        return QRectF(box.left * scale, box.top * scale, width * scale, height * scale)

    def _line_at(self, place: QPoint) -> BlankLine | None:
        lines = self._layout.shown if self._layout else ()
        under = [line for line in lines if self._room(line).contains(place)]
        return under[0] if under else None

    def _paint_line(self, painter: QPainter, line: BlankLine) -> None:
        colour = QColor(PALETTE.focus)
        painter.setPen(QPen(colour, 1, Qt.PenStyle.DashLine))
        painter.drawRect(self._room(line))
        painter.setPen(QPen(colour, 1, Qt.PenStyle.DotLine))
        left, right = line.x * self._scale(), (line.x + line.width) * self._scale()
        for number in range(line.most_lines):
            foot = (line.y + number * line.pitch) * self._scale()
            painter.drawLine(round(left), round(foot), round(right), round(foot))
