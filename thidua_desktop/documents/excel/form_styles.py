"""The look of a form: named styles, page set-up and protection, in one place for all its sheets."""

from __future__ import annotations

from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Protection, Side
from openpyxl.workbook import Workbook
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

FONT = "Times New Roman"
_INK = "FF1F1F1F"
_RULE = Side(style="thin", color="FF8C8C8C")
_GRID = Border(left=_RULE, right=_RULE, top=_RULE, bottom=_RULE)
_ALERT = Side(style="medium", color="FFC55A11")
_ALERT_GRID = Border(left=_ALERT, right=_ALERT, top=_ALERT, bottom=_ALERT)
_YELLOW, _GREY, _ORANGE = "FFFFF8DC", "FFF2F2F2", "FFFCE4D6"
_BLUE_GREY, _HEAD = "FFE9EEF5", "FFD9E2EC"
_LINE_MARK = "—"
_MILLIMETRES_PER_INCH = 25.4


def add_styles(workbook: Workbook) -> None:
    """Register the form's styles; cells then take them by name."""
    # The default font has no public name; column widths and empty rows follow it.
    normal = workbook._named_styles["Normal"]  # type: ignore[attr-defined] # noqa: SLF001
    normal.font = Font(name=FONT, size=12, color=_INK)
    for style in _styles():
        workbook.add_named_style(style)


def set_page(sheet: Worksheet, *, landscape: bool, footer: str) -> None:
    """A4, as wide as the page, as long as it takes, with page numbers."""
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    edge, side = 15 / _MILLIMETRES_PER_INCH, 20 / _MILLIMETRES_PER_INCH
    sheet.page_margins = PageMargins(
        left=side, right=edge, top=edge, bottom=edge, header=0.3, footer=0.3
    )
    sheet.print_options.horizontalCentered = True
    parts = sheet.oddFooter
    if parts is not None:
        parts.left.text = footer.replace("&", "&&")
        parts.right.text = "Trang &P/&N"
        for part in (parts.left, parts.right):
            part.size, part.font = 10, f"{FONT},Regular"


def protect(sheet: Worksheet) -> None:
    """Lock what is not to be typed over; no password, so that the lock hides nothing.

    Rows and columns may be made larger: a long answer has to be readable.
    """
    sheet.protection.sheet = True
    sheet.protection.formatRows = False
    sheet.protection.formatColumns = False


def set_widths(sheet: Worksheet, widths: tuple[float, ...]) -> None:
    """Column widths in characters, from A on."""
    for letter, width in zip("ABCDEFGHIJ", widths, strict=False):
        sheet.column_dimensions[letter].width = width


def heading_line(length: int) -> str:
    """The short rule under a heading: em dashes join to a line in every font of papers."""
    return _LINE_MARK * length


def _styles() -> list[NamedStyle]:
    """All styles of the form."""
    return [*_heading_styles(), *_table_styles(), *_entry_styles()]


def _heading_styles() -> list[NamedStyle]:
    centre, left = _align("center"), _align("left")
    return [
        _style("phieu_heading", _font(12), centre),
        _style("phieu_heading_bold", _font(12, bold=True), centre),
        _style("phieu_motto", _font(13, bold=True), centre),
        _style("phieu_line", _font(6), _align("center", "top")),
        _style("phieu_title", _font(15, bold=True), centre),
        _style("phieu_subtitle", _font(12, bold=True), centre),
        _style("phieu_centred", _font(12), centre),
        _style("phieu_italic_centred", _font(12, italic=True), centre),
        _style("phieu_text", _font(12), _align("left", "top")),
        _style("phieu_bold", _font(12, bold=True), left),
        _style("phieu_section", _font(13, bold=True), left),
        _style("phieu_number", _font(12, bold=True), _align("right", "top")),
        _style("phieu_note", _font(11, italic=True), _align("left", "top")),
        _style("phieu_notice", _font(12, bold=True, color="FF9C3A00"), centre, fill=_ORANGE),
    ]


def _table_styles() -> list[NamedStyle]:
    centre, left = _align("center"), _align("left")
    bold = _font(12, bold=True)
    return [
        _style("phieu_head", bold, centre, _GRID, _HEAD),
        _style("phieu_group", bold, left, _GRID, _BLUE_GREY),
        _style("phieu_group_points", bold, centre, _GRID, _BLUE_GREY),
        _style("phieu_code", _font(12), centre, _GRID),
        _style("phieu_criterion", _font(12), left, _GRID),
        _style("phieu_maximum", _font(12), centre, _GRID),
        _style("phieu_total", bold, left, _GRID, _HEAD),
        _style("phieu_total_points", bold, centre, _GRID, _HEAD),
        _style("phieu_fault_place", bold, _align("left", "top"), _GRID),
        _style("phieu_fault_text", _font(12), _align("left", "top"), _GRID),
    ]


def _entry_styles() -> list[NamedStyle]:
    """Cells for answers: open, closed (grey) and faulty (open again)."""
    states = (
        ("open", _GRID, _YELLOW, False),
        ("closed", _GRID, _GREY, True),
        ("faulty", _ALERT_GRID, _ORANGE, False),
    )
    kinds = (
        ("points", _align("center")),
        ("words", _align("left")),
        ("answer", _align("left", "top")),
    )
    return [
        _style(f"phieu_{state}_{kind}", _font(12), align, border, fill, locked=locked)
        for state, border, fill, locked in states
        for kind, align in kinds
    ]


def _style(
    name: str,
    font: Font,
    align: Alignment,
    border: Border | None = None,
    fill: str = "",
    *,
    locked: bool = True,
) -> NamedStyle:
    return NamedStyle(
        name=name,
        font=font,
        alignment=align,
        border=border or Border(),
        fill=PatternFill("solid", fgColor=fill) if fill else PatternFill(),
        protection=Protection(locked=locked),
        hidden=True,
    )


def _font(size: int, *, bold: bool = False, italic: bool = False, color: str = _INK) -> Font:
    return Font(name=FONT, size=size, bold=bold, italic=italic, color=color)


def _align(horizontal: str, vertical: str = "center") -> Alignment:
    return Alignment(horizontal=horizontal, vertical=vertical, wrap_text=True)
