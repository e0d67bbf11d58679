"""The look: calm and official, of today; one palette, one style sheet, one font."""

from __future__ import annotations

import sys
from dataclasses import asdict, dataclass
from enum import Enum
from pathlib import Path
from string import Template

from PySide6.QtCore import QLocale
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from thidua_desktop.ui.icons import Icons

POINT_SIZE = 10.5
ROW_HEIGHT = 31
"""Pixels of a table row: a finger's width would waste the small screens of offices."""


class Tone(Enum):
    """What a word or an icon tells by its colour; a word always stands beside it."""

    PLAIN = "ink"
    QUIET = "ink_soft"
    GOOD = "good"
    WARNING = "warning"
    BAD = "bad"
    INFO = "info"
    ACCENT = "accent"


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours; every text colour has at least 4.5 : 1 against its ground.

    Attributes:
        accent: the red of the state; never an error.
        bad: the brown-orange of errors.
    """

    accent: str = "#A6191E"
    accent_hover: str = "#8F1419"
    accent_pressed: str = "#771014"
    accent_tint: str = "#FAEEEE"
    ink: str = "#1B2027"
    ink_soft: str = "#5B6471"
    ink_disabled: str = "#A3AAB4"
    surface: str = "#FFFFFF"
    page: str = "#F6F7F9"
    head: str = "#F9FAFB"
    line: str = "#E4E7EB"
    line_strong: str = "#B3BAC5"
    hover: str = "#EFF1F4"
    selection: str = "#E4ECF7"
    focus: str = "#2A5DAF"
    good: str = "#1D6B3C"
    good_tint: str = "#EBF6EF"
    warning: str = "#835600"
    warning_tint: str = "#FFF6E0"
    bad: str = "#9C3B00"
    bad_tint: str = "#FDF0E7"
    info: str = "#2A5DAF"
    info_tint: str = "#EDF3FB"

    def of(self, tone: Tone) -> str:
        """The colour of a tone."""
        return str(getattr(self, tone.value))


PALETTE = Palette()


def apply_theme(app: QApplication, resources: Path) -> None:
    """Give the application its style, font, colours and number format."""
    app.setStyle("Fusion")
    app.setFont(_font(resources / "fonts"))
    app.setPalette(_qt_palette(PALETTE))
    QLocale.setDefault(QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam))


def window_sheet(resources: Path) -> str:
    """The style sheet of a window and of all that opens from it.

    It is set on the window and never on the application: there, each widget that is put into
    another is styled anew with all within, and a page of 200 takes three times as long to make.
    """
    sheet = Template((resources / "style" / "window.qss").read_text(encoding="utf-8"))
    icons = resources / "icons"
    drawn = {
        "arrow": (icons / "chevron-down.svg").as_posix(),
        "calendar": (icons / "calendar.svg").as_posix(),
    }
    return sheet.substitute(asdict(PALETTE), **drawn)


def make_icons(resources: Path) -> Icons:
    """The icon family in the colours of the look."""
    return Icons(resources / "icons", PALETTE.ink_soft, PALETTE.ink_disabled)


def _font(folder: Path) -> QFont:
    if sys.platform == "win32" and "Segoe UI" in QFontDatabase.families():
        family = "Segoe UI"
    else:
        family = "Liberation Sans"
        if family not in QFontDatabase.families():
            for file in folder.glob("*.ttf"):
                if file.name.startswith(family.replace(" ", "")):
                    QFontDatabase.addApplicationFont(str(file))
    font = QFont(family)
    font.setPointSizeF(POINT_SIZE)
    return font


def _qt_palette(colours: Palette) -> QPalette:
    """Fusion draws check boxes, menus and tool tips from this."""
    roles = QPalette.ColorRole
    palette = QPalette()
    for role, colour in (
        (roles.Window, colours.surface),
        (roles.Base, colours.surface),
        (roles.AlternateBase, colours.head),
        (roles.Button, colours.surface),
        (roles.Text, colours.ink),
        (roles.WindowText, colours.ink),
        (roles.ButtonText, colours.ink),
        (roles.ToolTipBase, colours.surface),
        (roles.ToolTipText, colours.ink),
        (roles.Highlight, colours.selection),
        (roles.HighlightedText, colours.ink),
        (roles.PlaceholderText, colours.ink_soft),
        (roles.Link, colours.info),
        (roles.Accent, colours.accent),
    ):
        palette.setColor(role, QColor(colour))
    for role in (roles.Text, roles.WindowText, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.ink_disabled))
    return palette
