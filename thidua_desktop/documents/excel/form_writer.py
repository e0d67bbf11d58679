"""Phiếu tự chấm as a workbook: one per unit, and the slip that returns a faulty one."""

from __future__ import annotations

import io
from pathlib import Path

from openpyxl import Workbook
from openpyxl.workbook.protection import WorkbookProtection

from thidua_desktop.application.forms.unit_form import ReturnSlip, UnitForm
from thidua_desktop.documents.atomic import replace_atomically
from thidua_desktop.documents.excel.form_styles import add_styles
from thidua_desktop.documents.excel.guide_sheet import write_guide_sheet
from thidua_desktop.documents.excel.identity_sheet import write_identity_sheet
from thidua_desktop.documents.excel.other_sheet import write_other_sheet
from thidua_desktop.documents.excel.score_sheet import write_score_sheet

_PROGRAM = "Thi đua Desktop"


class ExcelFormWriter:
    """Writes forms with openpyxl; fulfils the port `FormWriter`.

    One workbook with the styles serves all forms of a writer, its sheets made anew for each:
    registering the styles would take a third of the time. A writer is for one thread.
    """

    def __init__(self) -> None:
        self._workbook = Workbook()
        add_styles(self._workbook)
        self._workbook.security = WorkbookProtection(lockStructure=True)
        self._workbook.properties.creator = _PROGRAM

    def write(self, form: UnitForm, path: Path) -> None:
        """Write one unit's blank form.

        Raises:
            EnvironmentFault: the file can't be written.
        """
        self._write(form, None, path)

    def write_slip(self, slip: ReturnSlip, path: Path) -> None:
        """Write the unit's own answers with only the faulty cells open.

        Raises:
            EnvironmentFault: the file can't be written.
        """
        self._write(slip.form, slip, path)

    def _write(self, form: UnitForm, slip: ReturnSlip | None, path: Path) -> None:
        workbook = self._workbook
        for sheet in workbook.worksheets:
            workbook.remove(sheet)
        guide = workbook.create_sheet()
        places = write_score_sheet(workbook.create_sheet(), form, slip)
        write_guide_sheet(guide, form, slip, places)
        write_other_sheet(workbook.create_sheet(), form, slip)
        write_identity_sheet(workbook.create_sheet(), form, slip)
        workbook.properties.title = f"Phiếu tự chấm {form.cycle_title} - {form.unit_name}"
        content = io.BytesIO()
        workbook.save(content)
        with replace_atomically(path) as temporary:
            temporary.write_bytes(content.getvalue())
