"""One cell as the XML of a sheet: text is always text, never a formula."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from decimal import Decimal

from thidua_desktop.application.grids import cell_name
from thidua_desktop.application.province_workbooks.filling import WrittenValue
from thidua_desktop.application.province_workbooks.template import CellFormat
from thidua_desktop.domain.vietnamese.dates import date_text

_LONGEST_TEXT = 32_767
_ESCAPE_LIKE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""What Excel would read as an escaped letter, such as «_x000D_»."""

_NOT_XML = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class CellWriter:
    """Writes cells in the prefix of one sheet and the days of one workbook."""

    prefix: str
    first_day: dt.date

    def cell(
        self, place: tuple[int, int], style: str, kind: CellFormat, value: WrittenValue
    ) -> str:
        """A cell with a value; its format decides how a date or number stands in it."""
        if isinstance(value, dt.date):
            value = self._day(value, kind)
        if isinstance(value, int | Decimal) and kind is CellFormat.TEXT:
            value = plain_number(value)
        if value is None or value == "":
            return self._tag(place, style, "", "") if style else ""
        if isinstance(value, int | Decimal):
            return self._tag(
                place, style, "", f"<{self.prefix}v>{plain_number(value)}</{self.prefix}v>"
            )
        return self._tag(place, style, "inlineStr", self._text(value))

    def formula(
        self, place: tuple[int, int], style: str, text: str, value: str = "", kind: str = ""
    ) -> str:
        """A cell with a formula; without a value it is computed when the file is opened."""
        p = self.prefix
        kept = f"<{p}v>{escaped(value)}</{p}v>" if value else ""
        return self._tag(place, style, kind if value else "", f"<{p}f>{escaped(text)}</{p}f>{kept}")

    def _day(self, day: dt.date, kind: CellFormat) -> str | int:
        """A real date where the format shows one, else its words."""
        serial = (day - self.first_day).days
        return serial if kind is CellFormat.DATE and serial > 0 else date_text(day)

    def _text(self, text: str) -> str:
        p = self.prefix
        words = escaped(_ESCAPE_LIKE.sub("_x005F_", text[:_LONGEST_TEXT]))
        return f'<{p}is><{p}t xml:space="preserve">{words}</{p}t></{p}is>'

    def _tag(self, place: tuple[int, int], style: str, kind: str, content: str) -> str:
        p = self.prefix
        named = f' r="{cell_name(*place)}"'
        shown = f' s="{style}"' if style else ""
        typed = f' t="{kind}"' if kind else ""
        if not content:
            return f"<{p}c{named}{shown}/>"
        return f"<{p}c{named}{shown}{typed}>{content}</{p}c>"


def plain_number(value: int | Decimal) -> str:
    """A number as XML has it: no exponent, a point for decimals."""
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def escaped(text: str) -> str:
    """Text fit to stand in XML."""
    clean = _NOT_XML.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return clean.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
