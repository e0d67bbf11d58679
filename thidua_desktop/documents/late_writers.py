"""Writers whose libraries are loaded with the first file of their kind.

The window stands before the spreadsheet, Word and PDF libraries are read, which is most of the
start; an officer who only looks something up never waits for them.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from thidua_desktop.application.papers.formats import PaperFormat

if TYPE_CHECKING:
    from thidua_desktop.application.forms.unit_form import ReturnSlip, UnitForm
    from thidua_desktop.application.papers.model import Paper
    from thidua_desktop.application.ports import FormWriter, PaperWriter, ProvinceWorkbooks
    from thidua_desktop.application.province_workbooks.filling import FilledSheet, WrittenCopy
    from thidua_desktop.application.province_workbooks.template import FormTemplate
    from thidua_desktop.application.summary import ProvinceSummary
    from thidua_desktop.documents.paper_style_file import OfficeStyle


class LateForms:
    """Port `FormWriter`; the spreadsheet library is loaded with the first form."""

    @cached_property
    def _writer(self) -> FormWriter:
        from thidua_desktop.documents.excel.form_writer import ExcelFormWriter

        return ExcelFormWriter()

    def write(self, form: UnitForm, path: Path) -> None:
        """Write a unit's form."""
        self._writer.write(form, path)

    def write_slip(self, slip: ReturnSlip, path: Path) -> None:
        """Write a return slip."""
        self._writer.write_slip(slip, path)


class LateSummaries:
    """Port `SummaryWriter`; the spreadsheet library is loaded with the first summary."""

    def write(self, summary: ProvinceSummary, path: Path) -> None:
        """Write the summary workbook."""
        from thidua_desktop.documents.excel.summary_writer import ExcelSummaryWriter

        ExcelSummaryWriter().write(summary, path)


class LateProvinceWorkbooks:
    """Port `ProvinceWorkbooks`; the spreadsheet library is loaded with the first workbook."""

    @cached_property
    def _workbooks(self) -> ProvinceWorkbooks:
        from thidua_desktop.documents.excel.province_form.writing import ExcelProvinceWorkbooks

        return ExcelProvinceWorkbooks()

    def open(self, path: Path) -> FormTemplate:
        """Read a province's workbook as a form."""
        return self._workbooks.open(path)

    def write(self, template: Path, sheets: tuple[FilledSheet, ...], path: Path) -> WrittenCopy:
        """Fill a copy of it."""
        return self._workbooks.write(template, sheets, path)


class LatePapers:
    """Port `PaperWriter`; the libraries are loaded with the first paper of their kind."""

    def __init__(self, fonts: Path, shipped: Path, own: Path) -> None:
        self._fonts = fonts
        self._shipped = shipped
        self._own = own

    @cached_property
    def _style(self) -> OfficeStyle:
        from thidua_desktop.documents.paper_style_file import OfficeStyle

        return OfficeStyle(self._own)

    def _pdf(self) -> PaperWriter:
        from thidua_desktop.documents.pdf.writer import PdfPaperWriter

        return PdfPaperWriter(self._fonts, self._style.profile())

    def _word(self) -> PaperWriter:
        from thidua_desktop.documents.docx.writer import DocxPaperWriter

        return DocxPaperWriter(self._fonts, self._shipped, self._own, self._style.profile())

    def write(self, paper: Paper, path: Path) -> None:
        """Write the paper in the form that the path's ending tells."""
        is_word = path.suffix == f".{PaperFormat.WORD}"
        writer = self._word() if is_word else self._pdf()
        writer.write(paper, path)
