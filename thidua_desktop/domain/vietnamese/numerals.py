"""Numbers as offices write and read them: points, counts, money, shares, numbers in words."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from thidua_desktop.domain.vietnamese.cleaning import clean_text
from thidua_desktop.domain.vietnamese.letters import full_width

PointsFault = Literal[
    "not_number", "negative", "ambiguous_number", "too_many_decimals", "percent_not_points"
]
PointsRemark = Literal["unit_dropped"]

LARGEST_IN_WORDS = 10**15

_WRITTEN_POINTS = re.compile(
    r"([+-]?)\s?([0-9][0-9.,]{0,19})\s?(?:(%|phần trăm)|(điểm|diem|đ|d)\.?)?"
)
_ONE_MARK = re.compile(r"([0-9]+)(?:[.,]([0-9]+))?")
_THOUSAND_OR_DECIMAL = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")
_DOTS_GROUP = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?")
_COMMAS_GROUP = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_TYPED_FORMS = {**full_width(), 0x2212: "-"}
_DECIMALS = 2
# What a spreadsheet's own arithmetic leaves behind: 8.2 comes as 8.200000000000001.
_FLOAT_NOISE = Decimal("0.0000001")

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_UNITS_AFTER_TENS = {**dict(enumerate(_DIGITS)), 1: "mốt", 5: "lăm"}
_SCALES = ((10**6, "triệu"), (10**3, "nghìn"), (1, ""))
_LARGEST_ROMAN = 3999
_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L")),
    *((40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)


class NumeralError(ValueError):
    """A text or cell is not a number of points that can be relied on.

    Attributes:
        code: what is wrong with it.
    """

    def __init__(self, code: PointsFault) -> None:
        super().__init__(code)
        self.code: PointsFault = code


@dataclass(frozen=True, slots=True)
class ParsedPoints:
    """Points as understood.

    Attributes:
        points: ×100.
        remark: what was passed over and should be shown; `None` where nothing was.
    """

    points: int
    remark: PointsRemark | None = None


def points_text(points: int) -> str:
    """Points (điểm, ×100) with a decimal comma: 8725 → «87,25», 8750 → «87,5».

    Without dots for thousands, so that what is shown can be typed back.
    """
    sign = "-" if points < 0 else ""
    whole, hundredths = divmod(abs(points), 100)
    decimals = f"{hundredths:02d}".rstrip("0")
    return f"{sign}{whole},{decimals}" if decimals else f"{sign}{whole}"


def parse_points(value: float | str) -> ParsedPoints:
    """Read points from a cell or from what someone typed: 8, 8.5, «8,5», «8,5 điểm».

    Raises:
        NumeralError: nothing is guessed. «1.234» is ambiguous; «95%» is no number of points.
    """
    if isinstance(value, bool):
        raise NumeralError("not_number")
    return _from_text(value) if isinstance(value, str) else ParsedPoints(_from_number(value))


def _from_number(value: float) -> int:
    """Points from a number; a decimal fraction is taken as it is shown, not as it is stored."""
    if not math.isfinite(value):
        raise NumeralError("not_number")
    if isinstance(value, int):
        points = value * 100
    else:
        exact = Decimal(str(value)) * 100
        points = int(exact.to_integral_value())
        if abs(exact - points) > _FLOAT_NOISE:
            raise NumeralError("too_many_decimals")
    if points < 0:
        raise NumeralError("negative")
    return points


def _from_text(text: str) -> ParsedPoints:
    written = clean_text(text).translate(_TYPED_FORMS).lower()
    found = _WRITTEN_POINTS.fullmatch(written)
    if found is None:
        raise NumeralError("not_number")
    sign, number, percent, unit = found.groups()
    if percent:
        raise NumeralError("percent_not_points")
    points = _hundredths(number)
    if sign == "-" and points:
        raise NumeralError("negative")
    return ParsedPoints(points, "unit_dropped" if unit else None)


def _hundredths(number: str) -> int:
    """A number with one mark, or with marks whose two roles can be told apart, ×100."""
    if _THOUSAND_OR_DECIMAL.fullmatch(number):
        raise NumeralError("ambiguous_number")
    found = _ONE_MARK.fullmatch(number)
    if found is None:
        found = _ONE_MARK.fullmatch(_without_groups(number))
    if found is None:
        raise NumeralError("not_number")
    whole, decimals = found[1], found[2] or ""
    if len(decimals) > _DECIMALS:
        raise NumeralError("too_many_decimals")
    return int(whole + decimals.ljust(_DECIMALS, "0"))


def _without_groups(number: str) -> str:
    if _DOTS_GROUP.fullmatch(number):
        return number.replace(".", "")
    return number.replace(",", "") if _COMMAS_GROUP.fullmatch(number) else number


def integer_text(number: int) -> str:
    """A whole number with dots for thousands: «1.520.000»."""
    return f"{number:,}".replace(",", ".")


def money_text(dong: int) -> str:
    """An amount of money: «1.520.000 đồng»."""
    return f"{integer_text(dong)} đồng"


def percent_text(part: int, total: int) -> str:
    """A share as it is printed: «66,67%».

    Rounded to two decimals, but never up to a whole percent that was not reached: a share just
    under the 80% that a rule asks for must not be shown as 80%.

    Raises:
        ValueError: the total is not positive, so there is no share.
    """
    return f"{points_text(percent_x100(part, total))}%"


def percent_x100(part: int, total: int) -> int:
    """The same share as a number ×100: 2 of 3 → 6667.

    Raises:
        ValueError: the total is not positive.
    """
    if total <= 0:
        raise ValueError(total)
    floor, rest = divmod(part * 10_000, total)
    rounded = floor + (2 * rest >= total)
    return floor if rounded % 100 == 0 else rounded


def two_digit_count(count: int) -> str:
    """A count or a number of a document, with a zero before one digit: «05 tập thể»."""
    return f"{count:02d}"


def number_words(number: int) -> str:
    """A number in words: 1520000 → «một triệu năm trăm hai mươi nghìn».

    Raises:
        ValueError: below zero or above `LARGEST_IN_WORDS`.
    """
    if not 0 <= number <= LARGEST_IN_WORDS:
        raise ValueError(number)
    if number == 0:
        return _DIGITS[0]
    billions, rest = divmod(number, 10**9)
    above = [number_words(billions), "tỷ"] if billions else []
    return " ".join([*above, *_below_a_billion(rest, follows=bool(above))])


def money_words(dong: int) -> str:
    """An amount as the line «Bằng chữ» gives it: «Một triệu năm trăm hai mươi nghìn đồng».

    Raises:
        ValueError: below zero or above `LARGEST_IN_WORDS`.
    """
    words = number_words(dong)
    return f"{words[0].upper()}{words[1:]} đồng"


def _below_a_billion(number: int, *, follows: bool) -> list[str]:
    words: list[str] = []
    for scale, name in _SCALES:
        group, number = divmod(number, scale)
        if group:
            words += [*_below_a_thousand(group, follows=follows), name]
            follows = True
    return [word for word in words if word]


def _below_a_thousand(number: int, *, follows: bool) -> list[str]:
    """Three digits; after a larger group the hundreds are named even when there are none."""
    hundreds, rest = divmod(number, 100)
    words = [_DIGITS[hundreds], "trăm"] if hundreds or follows else []
    tens, unit = divmod(rest, 10)
    if tens == 0:
        last = [_DIGITS[unit]] if unit else []
        return [*words, "linh", *last] if words and last else [*words, *last]
    if tens == 1:
        return [*words, "mười", *([_unit_after_ten(unit)] if unit else [])]
    return [*words, _DIGITS[tens], "mươi", *([_UNITS_AFTER_TENS[unit]] if unit else [])]


def _unit_after_ten(unit: int) -> str:
    return _DIGITS[unit] if unit == 1 else _UNITS_AFTER_TENS[unit]


def roman(number: int) -> str:
    """A number in Roman figures, for parts and annexes: 4 → «IV».

    Raises:
        ValueError: not in 1 … 3999.
    """
    if not 1 <= number <= _LARGEST_ROMAN:
        raise ValueError(number)
    figures = []
    for value, sign in _ROMAN:
        times, number = divmod(number, value)
        figures.append(sign * times)
    return "".join(figures)
