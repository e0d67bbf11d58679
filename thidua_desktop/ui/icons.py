"""Icons: one family of SVG files, tinted and sharp at every scaling."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

_CURRENT = b"currentColor"
_SIZES = (16, 24, 40)
"""A line's icon at 100 and 150 %, and the large one of an empty page: few, for the start's sake."""


class Icons:
    """The icons that ship, by name and colour."""

    def __init__(self, folder: Path, ink: str, disabled: str) -> None:
        self._folder = folder
        self._ink = ink
        self._disabled = disabled
        self._made: dict[tuple[str, str], QIcon] = {}

    def get(self, name: str, colour: str = "") -> QIcon:
        """The icon with this name in this colour, or in the ink of text.

        Raises:
            FileNotFoundError: no such icon ships.
        """
        key = (name, colour or self._ink)
        if key not in self._made:
            self._made[key] = self._draw(*key)
        return self._made[key]

    def _draw(self, name: str, colour: str) -> QIcon:
        source = (self._folder / f"{name}.svg").read_bytes()
        icon = QIcon()
        for mode, tint, sizes in (
            (QIcon.Mode.Normal, colour, _SIZES),
            (QIcon.Mode.Disabled, self._disabled, _SIZES[:1]),
        ):
            drawing = QSvgRenderer(QByteArray(source.replace(_CURRENT, tint.encode())))
            for size in sizes:
                picture = QPixmap(size, size)
                picture.fill(Qt.GlobalColor.transparent)
                painter = QPainter(picture)
                drawing.render(painter)
                painter.end()
                icon.addPixmap(picture, mode)
                if mode is QIcon.Mode.Normal:
                    # A selected row keeps the icon's own colour: Qt would wash it in blue.
                    icon.addPixmap(picture, QIcon.Mode.Selected)
        return icon
