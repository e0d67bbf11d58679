"""A field for a day that may stay empty, typed as people write it."""

from __future__ import annotations

import datetime as dt

from PySide6.QtWidgets import QLineEdit

from thidua_desktop.domain.vietnamese.dates import DateError, date_text, parse_date


class DayField(QLineEdit):
    """Takes «15/1/2026» and the like; nothing is typed for the person."""

    def __init__(self, name: str, shown: dt.date | None = None) -> None:
        super().__init__(date_text(shown) if shown else "")
        self.setObjectName(name)
        self.setPlaceholderText("ngày/tháng/năm")

    @property
    def is_wrong(self) -> bool:
        """Whether something else than a day is typed."""
        return bool(self.text().strip()) and self.day() is None

    def day(self) -> dt.date | None:
        """The day, `None` where nothing or no day is typed."""
        try:
            read = parse_date(self.text().strip())
        except DateError:
            return None
        return read if isinstance(read, dt.date) else None
