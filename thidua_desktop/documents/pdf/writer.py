"""Official papers as PDF, for signing."""

from __future__ import annotations

from pathlib import Path

from thidua_desktop.application.papers.model import Paper
from thidua_desktop.documents.atomic import replace_atomically
from thidua_desktop.documents.paper_style import ND30_CHUAN, StyleProfile


class PdfPaperWriter:
    """Writes papers in the form of NĐ 30/2020/NĐ-CP; the same paper gives the same bytes.

    Args:
        fonts_folder: where the four faces of Liberation Serif lie.
        profile: the office's style.
    """

    def __init__(self, fonts_folder: Path, profile: StyleProfile = ND30_CHUAN) -> None:
        self._fonts = fonts_folder
        self._profile = profile

    def write(self, paper: Paper, path: Path) -> None:
        """Write a paper; an older file of this name is replaced only by a whole new one.

        Raises:
            InputError: a text holds characters that can't be printed.
            EnvironmentFault: the file can't be written, or the fonts are missing.
        """
        from thidua_desktop.documents.pdf.building import build
        from thidua_desktop.documents.pdf.fonts import register_fonts
        from thidua_desktop.documents.pdf.plain_text import refuse_missing_glyphs

        register_fonts(self._fonts)
        refuse_missing_glyphs(paper)
        with replace_atomically(path) as beside:
            build(paper, self._profile, beside)
