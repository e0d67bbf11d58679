"""The left rail: the twelve steps of the year, so that one always sees where one stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QFocusEvent, QFont, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.pages.registry import RAIL, STEPS, PageSpec, spec_of
from thidua_desktop.ui.theme import PALETTE, Tone
from thidua_desktop.ui.widgets.labels import named

WIDE = 262
NARROW = 72
ROW = 36
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_SPEC = Qt.ItemDataRole.UserRole + 1
_STATE = Qt.ItemDataRole.UserRole + 2


_BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


@dataclass(frozen=True, slots=True)
class _Look:
    word: str
    icon: str
    tone: Tone


_LOOKS = {
    "done": _Look("xong", "circle-check", Tone.GOOD),
    "current": _Look("đang làm", "circle-dot", Tone.ACCENT),
    "ahead": _Look("chưa tới", "circle", Tone.QUIET),
}


class _RailModel(QAbstractListModel):
    """The pages with the state of their step."""

    def __init__(self) -> None:
        super().__init__()
        self._states: Mapping[str, str] = {}

    def set_states(self, states: Mapping[str, str]) -> None:
        """Show other states: page → done, current or ahead."""
        self._states = dict(states)
        self.dataChanged.emit(self.index(0), self.index(len(RAIL) - 1))

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """All pages."""
        return 0 if parent.isValid() else len(RAIL)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Title and state in words; screen readers hear both."""
        spec = RAIL[index.row()]
        look = _LOOKS.get(self._states.get(spec.key, ""))
        if role == _SPEC:
            return spec
        if role == _STATE:
            return look
        if role == Qt.ItemDataRole.DisplayRole:
            return spec.title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            number = f"Bước {spec.step}: " if spec.step else ""
            return f"{number}{spec.title}" + (f" – {look.word}" if look else "")
        return None


class _RailDelegate(QStyledItemDelegate):
    """Draws one line: icon, title, and the state as icon and word."""

    def __init__(self, icons: Icons, parent: Rail) -> None:
        super().__init__(parent)
        self._icons = icons
        self._view = parent

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Home and the journal stand a little apart from the steps."""
        extra = 12 if index.row() in (0, len(STEPS)) else 0
        return QSize(NARROW, ROW + extra)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw the line."""
        state: QStyle.StateFlag = option.state
        whole: QRect = option.rect
        rect = QRect(whole.left() + 8, whole.top() + 2, whole.width() - 16, ROW - 4)
        is_selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if is_selected:
            painter.setBrush(QColor(PALETTE.accent_tint))
            painter.drawRoundedRect(rect, 4, 4)
            painter.setBrush(QColor(PALETTE.accent))
            painter.drawRoundedRect(QRect(rect.left(), rect.top() + 6, 3, rect.height() - 12), 1, 1)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(PALETTE.hover))
            painter.drawRoundedRect(rect, 4, 4)
        if is_selected and self._view.shows_focus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QColor(PALETTE.focus))
            painter.drawRoundedRect(rect, 4, 4)
        self._draw_words(painter, rect, index, is_selected=is_selected)
        painter.restore()

    def _draw_words(
        self, painter: QPainter, rect: QRect, index: _Index, *, is_selected: bool
    ) -> None:
        spec: PageSpec = index.data(_SPEC)
        look: _Look | None = index.data(_STATE)
        colour = PALETTE.accent if is_selected else PALETTE.ink
        icon_colour = PALETTE.accent if is_selected else PALETTE.ink_soft
        top = rect.top() + (rect.height() - 16) // 2
        icon = self._icons.get(spec.icon, icon_colour)
        icon.paint(painter, QRect(rect.left() + 12, top, 16, 16))
        if rect.width() < WIDE // 2:
            if look is not None:
                tinted = self._icons.get(look.icon, PALETTE.of(look.tone))
                tinted.paint(painter, QRect(rect.right() - 16, top + 2, 12, 12))
            return
        painter.setFont(self._view.font())
        painter.setPen(QColor(colour))
        words = QRect(rect.left() + 38, rect.top(), rect.width() - 38, rect.height())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), spec.title)
        if look is not None:
            self._draw_state(painter, rect, look)

    def _draw_state(self, painter: QPainter, rect: QRect, look: _Look) -> None:
        font = QFont(self._view.font())
        font.setPointSizeF(8.5)
        painter.setFont(font)
        painter.setPen(QColor(PALETTE.of(look.tone)))
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        top = rect.top() + (rect.height() - 12) // 2
        icon = self._icons.get(look.icon, PALETTE.of(look.tone))
        icon.paint(painter, QRect(rect.right() - 17, top, 12, 12))
        painter.drawText(rect.adjusted(0, 0, -22, 0), int(right), look.word)


class Rail(QListView):
    """The list of pages; the arrow keys walk through it."""

    page_chosen = Signal(str)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "rail", "Các bước trong năm")
        self.shows_focus = False
        """Whether the focus ring is drawn: only for those who work with the keyboard."""
        self._model = _RailModel()
        self.setModel(self._model)
        self.setItemDelegate(_RailDelegate(icons, self))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.selectionModel().currentChanged.connect(self._tell)

    def set_states(self, states: Mapping[str, str]) -> None:
        """Show where each step stands."""
        self._model.set_states(states)

    def choose(self, key: str) -> None:
        """Go to a page."""
        index = self._model.index(RAIL.index(spec_of(spec_of(key).rail_key)))
        self.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring when a key brought the focus here."""
        self.shows_focus = event.reason() in _BY_KEY
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes with the focus."""
        self.shows_focus = False
        super().focusOutEvent(event)

    @Slot(QModelIndex, QModelIndex)
    def _tell(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self.page_chosen.emit(RAIL[current.row()].key)
