"""The sheet «Kiến nghị»: two questions with room to answer in the unit's own words."""

from __future__ import annotations

from openpyxl.worksheet.worksheet import Worksheet

from thidua_desktop.application.forms.unit_form import (
    HIGHLIGHTS_LABEL,
    OTHER_SHEET,
    REQUESTS_LABEL,
    ReturnSlip,
    UnitForm,
)
from thidua_desktop.documents.excel import form_styles
from thidua_desktop.documents.excel.cells import put_text, set_fixed_height, set_growing_height
from thidua_desktop.documents.excel.text_fit import row_height

_WIDTH = 81.0
_LEAST_ANSWER_LINES = 14
_MOST_HEIGHT = 409.0
"""The highest row that Excel knows."""


def write_other_sheet(sheet: Worksheet, form: UnitForm, slip: ReturnSlip | None) -> None:
    """Fill the sheet; in a slip the answers stand as they were given."""
    sheet.title = OTHER_SHEET
    form_styles.set_widths(sheet, (_WIDTH,))
    state = "open" if slip is None else "closed"
    _put(sheet, 1, "KIẾN NGHỊ VÀ CÁCH LÀM HAY", "phieu_title", 28)
    _put(sheet, 2, f"{form.unit_name} - {form.cycle_title}", "phieu_subtitle", 20)
    answers = (
        (REQUESTS_LABEL, slip.requests if slip else ""),
        (HIGHLIGHTS_LABEL, slip.highlights if slip else ""),
    )
    row = 4
    for label, answer in answers:
        _put(sheet, row, label, "phieu_bold", 20)
        put_text(sheet, row + 1, 1, answer, f"phieu_{state}_answer")
        height = row_height((answer, _WIDTH), least=_LEAST_ANSWER_LINES)
        set_growing_height(sheet, row + 1, min(height, _MOST_HEIGHT))
        row += 3
    sheet.sheet_view.showGridLines = False
    form_styles.set_page(sheet, landscape=False, footer=form.unit_name)
    form_styles.protect(sheet)


def _put(sheet: Worksheet, row: int, text: str, style: str, height: float) -> None:
    put_text(sheet, row, 1, text, style)
    set_fixed_height(sheet, row, height)
