"""Words of titles that are one term, which a clerk does not part at the end of a line."""

from __future__ import annotations

import re
from itertools import takewhile

BOND = "\ue000"
"""Stands for a space at which no line ends; of the private use area, so that no text has it."""

_TERMS = (
    "ủy ban nhân dân",
    "thi đua - khen thưởng",
    "đổi mới sáng tạo",
    "chuyển đổi số",
    "khoa học",
    "công nghệ",
    "phong trào",
    "giấy khen",
    "bằng khen",
    "cờ thi đua",
    "huân chương",
    "danh hiệu",
    "chủ tịch",
    "phó chủ tịch",
    "hội đồng",
    "khen thưởng",
    "thi đua",
    "tập thể",
    "cá nhân",
    "hộ gia đình",
    "thành tích",
    "xuất sắc",
    "đề nghị",
    "về việc",
    "phát triển",
    "đột phá",
    "cả nước",
    "hợp tác xã",
    "đơn vị",
    "công tác",
    "chức vụ",
    "địa chỉ",
)
_PLACE = r"(?:xã|phường|đặc khu|tỉnh|thành phố)"
_KEPT = re.compile(
    "|".join(
        (
            rf"\b(?:{'|'.join(sorted(_TERMS, key=len, reverse=True))})\b",
            r"\b(?:năm|tháng|ngày|số) \d+",
        )
    ),
    re.IGNORECASE,
)
_PLACES = re.compile(rf"\b({_PLACE})((?: \w+){{1,4}})")
_PLACE_IN_CAPITALS = re.compile(rf"\b{_PLACE.upper()}(?: \w+){{1,4}}$")


def bound(text: str) -> str:
    """A text with bonds within its terms and names of places."""
    text = _PLACES.sub(_bound_place, text)
    for pattern in (_PLACE_IN_CAPITALS, _KEPT):
        text = pattern.sub(lambda found: found[0].replace(" ", BOND), text)
    return text


def _bound_place(found: re.Match[str]) -> str:
    """«xã Cao Minh» out of «xã Cao Minh cho các»: a name is as long as its words have capitals."""
    words = found[2].split()
    name = list(takewhile(lambda word: word[0].isupper(), words))
    if not name:
        return found[0]
    return " ".join([BOND.join([found[1].replace(" ", BOND), *name]), *words[len(name) :]])
