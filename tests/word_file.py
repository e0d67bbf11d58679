"""What a person sees in a Word file, and what Word reads in it."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml.ns import qn

TWIPS = 20


@dataclass(frozen=True, slots=True)
class WordFile:
    """A Word file that was opened again."""

    path: Path
    document: Any

    @property
    def lines(self) -> list[str]:
        """Every paragraph of the body and its tables, in the order they stand."""
        found = self.document.element.body.iter(qn("w:p"))
        return [text_of(paragraph) for paragraph in found]

    @property
    def text(self) -> str:
        """All of it, one line each."""
        return "\n".join(self.lines)

    @property
    def tables(self) -> list[Any]:
        """The ruled tables."""
        return [t for t in self.document.tables if is_ruled(t)]

    def paragraphs(self, style: str) -> list[Any]:
        """The paragraphs of a style, tables included."""
        found = []
        for paragraph in self.document.element.body.iter(qn("w:p")):
            told = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
            if told is not None and told.get(qn("w:val")) == style:
                found.append(paragraph)
        return found

    def part(self, name: str) -> str:
        """One part of the file, as it is stored."""
        with zipfile.ZipFile(self.path) as packed:
            return packed.read(name).decode()


def opened(path: Path) -> WordFile:
    """Open a Word file that was written."""
    return WordFile(path, Document(str(path)))


def text_of(paragraph: Any) -> str:
    """The words of a paragraph; a line break is one."""
    said = ""
    for element in paragraph.iter(qn("w:t"), qn("w:br")):
        said += element.text or "" if element.tag == qn("w:t") else "\n"
    return said


def is_ruled(table: Any) -> bool:
    """Whether a table has rules, or only places things."""
    top = table._tbl.tblPr.find(f"{qn('w:tblBorders')}/{qn('w:top')}")
    return top is not None and top.get(qn("w:val")) == "single"


def column_widths(table: Any) -> list[float]:
    """In points, as the grid says."""
    return [int(column.get(qn("w:w"))) / TWIPS for column in table._tbl.tblGrid.gridCol_lst]
