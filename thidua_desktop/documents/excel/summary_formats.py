"""The look of the province's summary: every format made once for the workbook."""

from __future__ import annotations

from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

from thidua_desktop.application.summary import ColumnKind

FONT = "Times New Roman"
_INK, _RULE, _HEAD, _GROUP = "#1F1F1F", "#8C8C8C", "#D9E2EC", "#E9EEF5"

_KINDS: dict[ColumnKind, dict[str, Any]] = {
    ColumnKind.TEXT: {"align": "left"},
    ColumnKind.COUNT: {"align": "center", "text_wrap": False, "num_format": "#,##0"},
    # «General» shows 87,25 and 100; «0.##» would show «100,».
    ColumnKind.POINTS: {"align": "right", "text_wrap": False, "indent": 1},
    ColumnKind.MONEY: {"align": "right", "text_wrap": False, "indent": 1, "num_format": "#,##0"},
    ColumnKind.DATE: {"align": "center", "num_format": "dd/mm/yyyy"},
}


class SummaryFormats:
    """All formats by name; cells of the table by column kind, plain or in the total row."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        # Shrunk where a table is narrow: Quốc hiệu may not break into two lines.
        self.office = self._make(bold=True, align="center", text_wrap=False, shrink=True)
        self.motto = self._make(
            bold=True, align="center", font_size=13, text_wrap=False, shrink=True
        )
        self.line = self._make(align="center", valign="top", font_size=6)
        self.heading = self._make(bold=True, align="center", font_size=14)
        self.sub_heading = self._make(italic=True, align="center")
        self.head = self._make(bold=True, align="center", bg_color=_HEAD, **_grid())
        self.group = self._make(
            bold=True, align="left", bg_color=_GROUP, text_wrap=False, **_rules()
        )
        self.empty = self._make(italic=True, align="center", **_grid())
        self.note = self._make(italic=True, align="left", valign="top", font_size=11)
        self.place_text = self._make(italic=True)
        self.signer_text = self._make(bold=True)
        self.signature = self._make(bold=True, align="center", valign="top")
        self.cells = {kind: self._make(**_grid(), **look) for kind, look in _KINDS.items()}
        self.totals = {
            kind: self._make(bold=True, bg_color=_HEAD, **_grid(), **look)
            for kind, look in _KINDS.items()
        }

    def _make(self, **look: Any) -> Format:  # noqa: ANN401 - XlsxWriter's own property values
        base = {
            "font_name": FONT,
            "font_size": 12,
            "font_color": _INK,
            "valign": "vcenter",
            "text_wrap": True,
        }
        made: Format = self._workbook.add_format(base | look)
        return made


def _rules() -> dict[str, Any]:
    """Lines above and below only: a group's name runs over the cells beside it."""
    return {"top": 1, "bottom": 1, "border_color": _RULE}


def _grid() -> dict[str, Any]:
    return {"border": 1, "border_color": _RULE}
