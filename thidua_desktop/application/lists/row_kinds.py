"""What kind of row stands in a list: an item, a group's title, a total, a signature."""

from __future__ import annotations

import re

from thidua_desktop.application.grids import CellValue
from thidua_desktop.application.lists.table import text_of
from thidua_desktop.domain.vietnamese.folding import fold

_COUNTED = "đơn vị|cơ quan|tập thể|cá nhân|người|hộ|danh sách|chung|toàn xã|toàn phường"
_TOTAL = re.compile(
    r"tổng (?:cộng|số)(?: [^\W\d]+){0,6} ?[:\d]"
    rf"|(?:tổng (?:cộng|số)|tổng|cộng)(?: (?:{_COUNTED}))* ?(?:[:\d(]|$)"
)
_UNMARKED_TOTAL = re.compile(
    rf"(?:tong (?:cong|so)|tong|cong)(?: (?:{fold(_COUNTED)}))* ?(?:[:\d(]|$)"
)
_ITEM_NUMBER = re.compile(r"\d{1,4}(?:\.\d{1,3})*\s*[.)/]?")
_GROUP_MARK = re.compile(r"(?:[IVXLC]+|[A-HĐ])\s*[.)/:-]?")
_MARKED_TITLE = re.compile(r"(?:(?:[IVXLC]+|[A-HĐ])\s*[.)/:-]|[IVXLC]{2,}(?= ))\s*\w")
_TITLE_WORDS = re.compile(r"(cac|khoi|nhom|cum|phan) ")
_SIGNATURE = re.compile(
    r"^(nguoi lap|lap bieu|nguoi tong hop|noi nhan|xac nhan cua|tm\.|t/m|kt\.|tl\.|\(ky)"
    r"|, ?ngay\s*[\d.…_]*\s*(/|thang)"
)


def is_total(text: str) -> bool:
    """«Tổng cộng: 23 đơn vị» and its like; «Tổng công ty» is a unit, «Tống Công» a person.

    The marks tell them apart; a text without any must have a total's plain shape.
    """
    lower = text.lower()
    return bool((_UNMARKED_TOTAL if lower.isascii() else _TOTAL).match(lower))


def said_total(text: str) -> int | None:
    """The number of rows that a total names, `None` where it names none."""
    match = re.search(r"\d+", text)
    if match is None or ("người" in text.lower() and "đơn vị" not in text.lower()):
        return None
    return int(match.group())


def is_item_number(value: CellValue) -> bool:
    """Whether the number column counts a row: «1», «1.», «01», «1)», «2.3»."""
    return bool(_ITEM_NUMBER.fullmatch(text_of(value)))


def is_group_mark(value: CellValue) -> bool:
    """Whether the number column holds I, II, A, B: the mark of a group's title."""
    return bool(_GROUP_MARK.fullmatch(text_of(value)))


def begins_like_title(text: str) -> bool:
    """Whether a text bears the mark of a group's title itself: «II. Các trường học».

    A single letter needs its stop: «H Mẫu» may be someone's name.
    """
    return bool(_MARKED_TITLE.match(text))


def looks_like_title(text: str) -> bool:
    """Whether an unnumbered text is worded or set as a title: «Các trường học», «CÁC XÓM»."""
    return begins_like_title(text) or text.isupper() or bool(_TITLE_WORDS.match(fold(text)))


def is_signature(texts: list[str]) -> bool:
    """Whether the texts of a row are the end of the paper: «Người lập biểu», its place and day."""
    return any(_SIGNATURE.search(fold(text)) for text in texts)
