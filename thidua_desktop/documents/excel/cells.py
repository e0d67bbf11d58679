"""Putting values into cells so that nobody's text is ever taken for a formula."""

from __future__ import annotations

from openpyxl.cell.cell import Cell
from openpyxl.worksheet.dimensions import RowDimension
from openpyxl.worksheet.worksheet import Worksheet

from thidua_desktop.application.grids import cell_name
from thidua_desktop.documents.excel.cell_values import without_controls

_FORMULA_STARTS = ("=", "+", "-", "@")
_HUNDREDTHS = 100


def put_text(sheet: Worksheet, row: int, column: int, text: str, style: str) -> Cell:
    """Write text as text, whatever it starts with, and give the cell its style."""
    cell = put_style(sheet, row, column, style)
    if text:
        cell.value = without_controls(text)
        cell.data_type = "s"
        if text.startswith(_FORMULA_STARTS):
            # Keeps it text when the sender edits the cell.
            cell.quotePrefix = True
    return cell


def put_points(sheet: Worksheet, row: int, column: int, points: int, style: str) -> Cell:
    """Write points ×100 as the number that people read."""
    cell = put_style(sheet, row, column, style)
    whole, rest = divmod(points, _HUNDREDTHS)
    cell.value = points / _HUNDREDTHS if rest else whole
    return cell


def put_style(sheet: Worksheet, row: int, column: int, style: str) -> Cell:
    """Give an empty cell its style."""
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)  # noqa: S101 - only the first cell of a merged range is written
    cell.style = style
    return cell


def put_across(sheet: Worksheet, row: int, columns: tuple[int, int], text: str, style: str) -> None:
    """Write text over several columns of a row, merged."""
    first, last = columns
    for column in range(first, last + 1):
        put_style(sheet, row, column, style)
    put_text(sheet, row, first, text, style)
    # Not `merge_cells`, which spends 2 ms on borders that these cells have already.
    sheet.merged_cells.add(f"{cell_name(row - 1, first - 1)}:{cell_name(row - 1, last - 1)}")


class GrowingRow(RowDimension):
    """A row with our estimate of its height, which Excel may still fit to what is typed."""

    @property
    def customHeight(self) -> bool:  # noqa: N802 - openpyxl's own name
        """Never: a fixed row would hide the sender's longer text."""
        return False


def set_growing_height(sheet: Worksheet, row: int, height: float) -> None:
    """Set the height that the row starts with."""
    sheet.row_dimensions[row] = GrowingRow(sheet, index=row, ht=height)


def set_fixed_height(sheet: Worksheet, row: int, height: float) -> None:
    """Set the height of a row whose text is merged over columns, which no program fits."""
    sheet.row_dimensions[row].height = height
