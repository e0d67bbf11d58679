"""The bundled Liberation Serif: as wide as Times New Roman and complete in Vietnamese letters."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import cast

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from thidua_desktop.domain.errors import EnvironmentFault

REGULAR = "LiberationSerif-Regular"
BOLD = "LiberationSerif-Bold"
ITALIC = "LiberationSerif-Italic"
BOLD_ITALIC = "LiberationSerif-BoldItalic"
_FACES = (REGULAR, BOLD, ITALIC, BOLD_ITALIC)

LINE_HEIGHT = 1.15
"""Height of a single line in sizes of the face: what Word calls single spacing."""


def register_fonts(folder: Path) -> None:
    """Make the four faces known to the PDF library; doing it again costs nothing.

    Raises:
        EnvironmentFault: a font file is missing or damaged.
    """
    if BOLD_ITALIC not in pdfmetrics.getRegisteredFontNames():
        _read_faces(folder)
        pdfmetrics.registerFontFamily(REGULAR, REGULAR, BOLD, ITALIC, BOLD_ITALIC)
    # Else every PDF names Helvetica without holding it, and archives reject such files.
    rl_config.canvas_basefontname = REGULAR
    # Text never becomes code, and nothing is ever fetched for a paper.
    rl_config.toColorCanUse = None  # type: ignore[assignment]  # the types know only its default
    rl_config.trustedHosts = []
    rl_config.trustedSchemes = []


def _read_faces(folder: Path) -> None:
    for name in _FACES:
        path = folder / f"{name}.ttf"
        try:
            pdfmetrics.registerFont(TTFont(name, str(path)))
        except (OSError, TTFError) as error:
            raise EnvironmentFault("font_missing", file=path.name, detail=str(error)) from error


@lru_cache(maxsize=4_000)
def drawable(character: str) -> bool:
    """Whether every face can draw a character; what a font lacks would print as nothing."""
    faces = (cast("TTFont", pdfmetrics.getFont(name)).face for name in _FACES)
    return all(ord(character) in face.charToGlyph for face in faces)


@lru_cache(maxsize=20_000)
def text_width(text: str, font: str, size: float) -> float:
    """The width of a line of text in points."""
    return float(pdfmetrics.stringWidth(text, font, size))
