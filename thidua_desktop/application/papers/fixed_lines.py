"""Lines that NĐ 30/2020/NĐ-CP words the same in every paper, for all writers."""

from __future__ import annotations

from collections.abc import Sequence

from thidua_desktop.application.papers.model import Paper
from thidua_desktop.domain.vietnamese.dates import blank_long_date, long_date
from thidua_desktop.domain.vietnamese.numerals import two_digit_count

STATE_NAME = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
CALL = "Kính gửi:"
RECIPIENTS_TITLE = "Nơi nhận:"

NUMBER_GAP = "\u00a0" * 8
"""Room for the pen of the văn thư; ordinary spaces would shrink to one in print."""


def number_line(paper: Paper) -> str:
    """«Số: 05/TTr-UBND», with room while the number isn't given; empty without a symbol."""
    return f"Số: {with_symbol(paper.number, paper.symbol)}" if paper.symbol else ""


def with_symbol(number: str, symbol: str, blank: str = NUMBER_GAP) -> str:
    """«05/TTr-UBND»; a number that was typed with its symbol has it already."""
    given = document_number(number)
    if given == NUMBER_GAP:
        given = blank
    return given if "/" in given else f"{given}/{symbol}"


def document_number(number: str) -> str:
    """A number of a document with a zero before one digit, or the room for it."""
    given = number.strip()
    if given.isascii() and given.isdecimal():
        return two_digit_count(int(given))
    return given or NUMBER_GAP


def place_and_date(paper: Paper) -> str:
    """«Cao Minh, ngày 05 tháng 01 năm 2026», or blanks for day and month; empty without place."""
    if not paper.place:
        return ""
    date = long_date(paper.signed_on) if paper.signed_on else blank_long_date(paper.year)
    return f"{paper.place}, {date}"


def dashed(lines: Sequence[str]) -> list[str]:
    """Lines of a list: «- Như trên;», the last with a full stop."""
    ends = [";"] * (len(lines) - 1) + ["."]
    return [f"- {line.rstrip(' ;.')}{end}" for line, end in zip(lines, ends, strict=False)]
