"""What a field of a province's form can be filled with."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from thidua_desktop.application.province_workbooks.coding import CodedValue
from thidua_desktop.domain.vietnamese.numerals import points_text


@dataclass(frozen=True, slots=True)
class Share:
    """Tỷ lệ: a share in hundredths of a percent, written as its cell shows shares."""

    hundredths: int

    @property
    def words(self) -> str:
        """«90,91%»."""
        return f"{points_text(self.hundredths)}%"

    @property
    def fraction(self) -> Decimal:
        """For a cell that shows percents by itself: 0.9091."""
        return Decimal(self.hundredths) / 10_000

    @property
    def percents(self) -> Decimal:
        """For a column that counts percents: 90.91."""
        return Decimal(self.hundredths) / 100


FieldValue = str | int | Decimal | dt.date | CodedValue | Share | None
"""`None` for what isn't known."""
