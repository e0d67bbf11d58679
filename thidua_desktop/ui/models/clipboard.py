"""Blocks of cells to and from Excel, through the clipboard as tab-separated text."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt


def block_text(indexes: Sequence[QModelIndex]) -> str:
    """The selected cells as Excel takes them; cells outside the selection stay empty."""
    rows = sorted({index.row() for index in indexes})
    columns = sorted({index.column() for index in indexes})
    texts = {
        (index.row(), index.column()): str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        for index in indexes
    }
    written = io.StringIO()
    writer = csv.writer(written, dialect="excel-tab", lineterminator="\n")
    for row in rows:
        writer.writerow([texts.get((row, column), "") for column in columns])
    return written.getvalue()


def block_of(text: str) -> list[list[str]]:
    """The cells of a block copied in Excel; quoted cells may hold line breaks."""
    return [row for row in csv.reader(io.StringIO(text), dialect="excel-tab") if row]
