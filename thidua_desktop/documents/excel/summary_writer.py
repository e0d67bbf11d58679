"""Biểu tổng hợp gửi tỉnh as a workbook: one official table per sheet, ready to be printed."""

from __future__ import annotations

import io
import re
from pathlib import Path

import xlsxwriter
from xlsxwriter.workbook import Workbook

from thidua_desktop.application.summary import ProvinceSummary, SummarySheet
from thidua_desktop.documents.atomic import replace_atomically
from thidua_desktop.documents.excel.summary_formats import FONT, SummaryFormats
from thidua_desktop.documents.excel.summary_sheet import write_summary_sheet

_TITLE_LENGTH = 31
_FORBIDDEN_IN_TITLE = re.compile(r"[\[\]:*?/\\]")
_OPTIONS = {
    "default_format_properties": {"font_name": FONT, "font_size": 12},
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "in_memory": True,
}


class ExcelSummaryWriter:
    """Writes the province's summary with XlsxWriter; fulfils the port `SummaryWriter`."""

    def write(self, summary: ProvinceSummary, path: Path) -> None:
        """Write the whole workbook.

        Raises:
            EnvironmentFault: the file can't be written.
        """
        content = io.BytesIO()
        with xlsxwriter.Workbook(content, _OPTIONS) as workbook:
            _fill(workbook, summary)
        with replace_atomically(path) as temporary:
            temporary.write_bytes(content.getvalue())


def _fill(workbook: Workbook, summary: ProvinceSummary) -> None:
    formats = SummaryFormats(workbook)
    workbook.set_properties({"title": summary.sheets[0].heading if summary.sheets else ""})
    titles: set[str] = set()
    for sheet in summary.sheets:
        worksheet = workbook.add_worksheet(_sheet_title(sheet, titles))
        write_summary_sheet(worksheet, formats, summary, sheet)


def _sheet_title(sheet: SummarySheet, taken: set[str]) -> str:
    """A title that Excel takes: no signs, 31 characters, no twins."""
    title = _FORBIDDEN_IN_TITLE.sub(" ", sheet.title).strip(" '") or "Biểu"
    short, number = title[:_TITLE_LENGTH].rstrip(), 1
    while short.casefold() in taken:
        number += 1
        end = f" ({number})"
        short = title[: _TITLE_LENGTH - len(end)].rstrip() + end
    taken.add(short.casefold())
    return short
