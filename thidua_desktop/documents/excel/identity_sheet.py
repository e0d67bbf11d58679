"""The hidden sheet by which a form is recognised whatever its file is called."""

from __future__ import annotations

from openpyxl.worksheet.worksheet import Worksheet

from thidua_desktop.application.forms.unit_form import (
    IDENTITY_KEYS,
    IDENTITY_SHEET,
    LAYOUT,
    SLIP_KEY,
    TITLES_BETWEEN,
    ReturnSlip,
    UnitForm,
)
from thidua_desktop.documents.excel.cells import put_text

CRITERION_KEY = "criterion"
"""Rows after the identity: this word, the code, the maximum ×100."""


def write_identity_sheet(sheet: Worksheet, form: UnitForm, slip: ReturnSlip | None) -> None:
    """Fill the sheet: key and value, the criteria with their maxima, what a slip keeps."""
    sheet.title = IDENTITY_SHEET
    identity = form.identity
    values = {
        "form_id": identity.form_id,
        "dataset": identity.dataset,
        "cycle": identity.cycle,
        "unit": identity.unit,
        "version": str(identity.version),
        "check_code": identity.check_code,
        "layout": str(LAYOUT),
    }
    for row, key in enumerate(IDENTITY_KEYS, start=1):
        put_text(sheet, row, 1, key, "Normal")
        put_text(sheet, row, 2, values[key], "Normal")
    for row, criterion in enumerate(form.criteria.criteria, start=len(IDENTITY_KEYS) + 1):
        put_text(sheet, row, 1, CRITERION_KEY, "Normal")
        put_text(sheet, row, 2, criterion.code, "Normal")
        sheet.cell(row, 3, criterion.max_points)
    first = sheet.max_row + 1
    for row, kept in enumerate(slip.kept_rows() if slip else (), start=first):
        titles = TITLES_BETWEEN.join(sorted(kept.open_titles))
        said = (kept.points, kept.explanation, kept.evidence)
        for column, text in enumerate((SLIP_KEY, kept.code, *said, titles), start=1):
            put_text(sheet, row, column, text, "Normal")
    sheet.sheet_state = "veryHidden"
    sheet.protection.sheet = True
