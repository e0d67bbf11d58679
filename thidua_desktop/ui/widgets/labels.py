"""Labels and buttons as the style sheet knows them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QToolButton, QWidget

ICON = QSize(16, 16)


def label(text: str, role: str = "", *, wraps: bool = False) -> QLabel:
    """A label; `role` is one of the style sheet's: soft, section, caption, panelTitle, figure."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wraps)
    if role:
        made.setProperty("role", role)
    return made


def selectable(text: str, role: str = "") -> QLabel:
    """A wrapped label whose words can be copied."""
    made = label(text, role, wraps=True)
    made.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    made.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    return made


def button(text: str, name: str, *, icon: QIcon | None = None, role: str = "") -> QPushButton:
    """A push button with its object name; `role` is main or link."""
    # Qt sets icon and words too close; the space parts them at every scaling.
    made = QPushButton(f" {text}" if icon is not None else text)
    made.setAccessibleName(text)
    made.setObjectName(name)
    made.setAutoDefault(False)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    if icon is not None:
        made.setIcon(icon)
        made.setIconSize(ICON)
    if role:
        made.setProperty("role", role)
    return made


def icon_button(icon: QIcon, tip: str, name: str) -> QToolButton:
    """A button of one icon; its words stand in the tool tip and for screen readers."""
    made = QToolButton()
    made.setObjectName(name)
    made.setIcon(icon)
    made.setIconSize(ICON)
    made.setToolTip(tip)
    made.setAccessibleName(tip)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made


def rule() -> QFrame:
    """A hairline."""
    made = QFrame()
    made.setProperty("role", "rule")
    return made


def picture(icon: QIcon, size: int = 16) -> QLabel:
    """An icon as a label."""
    made = QLabel()
    made.setPixmap(icon.pixmap(QSize(size, size)))
    made.setFixedWidth(size)
    return made


def named(widget: QWidget, name: str, accessible: str) -> None:
    """Give a widget its name for tests and its words for screen readers."""
    widget.setObjectName(name)
    widget.setAccessibleName(accessible)
