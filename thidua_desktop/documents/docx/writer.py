"""Official papers as Word files, for editing."""

from __future__ import annotations

from pathlib import Path

from thidua_desktop.application.papers.model import Paper
from thidua_desktop.documents.atomic import replace_atomically
from thidua_desktop.documents.paper_style import ND30_CHUAN, StyleProfile


class DocxPaperWriter:
    """Fills the templates that ship, or an office's own copies of them.

    A shipped template follows the style profile; a copy keeps what the office made of it.

    Args:
        fonts_folder: where the faces lie by which lines are measured.
        shipped: the folder of the templates that ship.
        own: the office's folder, where a file of the same name wins.
        profile: the office's style.
    """

    def __init__(
        self,
        fonts_folder: Path,
        shipped: Path,
        own: Path | None = None,
        profile: StyleProfile = ND30_CHUAN,
    ) -> None:
        self._fonts = fonts_folder
        self._shipped = shipped
        self._own = own
        self._profile = profile

    def write(self, paper: Paper, path: Path) -> None:
        """Write a paper; an older file of this name is replaced only by a whole new one.

        Raises:
            InputError: the template is broken, or a text holds characters that can't be printed.
            EnvironmentFault: the file can't be written, or the template can't be read.
        """
        from thidua_desktop.documents.docx.filling import fill
        from thidua_desktop.documents.pdf.fonts import register_fonts
        from thidua_desktop.documents.pdf.plain_text import refuse_missing_glyphs

        register_fonts(self._fonts)
        refuse_missing_glyphs(paper)
        document = fill(paper, self._profile, self._shipped, self._own)
        with replace_atomically(path) as beside:
            document.save(str(beside))
