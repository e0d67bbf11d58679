"""In which forms a paper is written, all from the same content."""

from __future__ import annotations

from enum import StrEnum


class PaperFormat(StrEnum):
    """The value is the ending of the file, by which the writer knows the form."""

    PDF = "pdf"  # for signing
    WORD = "docx"  # for editing


ALL_FORMATS = tuple(PaperFormat)
