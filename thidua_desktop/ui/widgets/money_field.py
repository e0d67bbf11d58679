"""A field for money in đồng: dots between thousands may be typed, and are shown."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from thidua_desktop.domain.vietnamese.numerals import integer_text

WIDTH = 180
_LONGEST = 12


class MoneyField(QLineEdit):
    """Empty counts as 0; what is no amount is `None`."""

    def __init__(self, name: str, amount: int = 0) -> None:
        super().__init__(integer_text(amount) if amount else "")
        self.setObjectName(name)
        self.setPlaceholderText("đồng")
        self.setFixedWidth(WIDTH)

    def amount(self) -> int | None:
        """What is typed."""
        digits = "".join(self.text().split()).replace(".", "").removesuffix("đ")
        if not digits:
            return 0
        is_amount = digits.isascii() and digits.isdigit() and len(digits) <= _LONGEST
        return int(digits) if is_amount else None
