"""How things are called on paper and in file names."""

from __future__ import annotations

import re

from thidua_desktop.application.cycle_titles import keys_in_words
from thidua_desktop.application.records import Office
from thidua_desktop.domain.kinds import CommuneKind
from thidua_desktop.domain.plan import Commune
from thidua_desktop.domain.vietnamese.folding import fold

COMMUNE_WORDS = {
    CommuneKind.XA: "xã",
    CommuneKind.PHUONG: "phường",
    CommuneKind.DAC_KHU: "đặc khu",
}

_LONGEST_NAME = 40


def commune_title(commune: Commune) -> str:
    """«xã Xuân Hưng», «phường Tây Hiếu»."""
    return f"{COMMUNE_WORDS[commune.kind]} {commune.name}"


def file_stem(*parts: str) -> str:
    """A file name without marks, spaces and signs: «phieu-tu-cham_nam-2026_DV001_phong-kinh-te».

    Names without marks survive Zalo, old printers and the province's systems; keys of cycles
    stand in words, for units read the names too.
    """
    return "_".join(filter(None, (_plain(keys_in_words(part)) for part in parts)))


def _plain(part: str) -> str:
    if len(part) <= _LONGEST_NAME and re.fullmatch(r"[A-Za-z0-9_-]+", part):
        return part
    return re.sub(r"[^a-z0-9]+", "-", fold(part)).strip("-")[:_LONGEST_NAME].strip("-")


def authority_lines(office: Office) -> tuple[str, ...]:
    """Quyền hạn, chức vụ of who signs for the commune's committee (NĐ 30/2020 Điều 13)."""
    if office.signer_is_deputy:
        return ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
    return ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")


def signer_name(office: Office) -> str:
    """Họ tên of who signs; empty until it is typed in."""
    return office.deputy if office.signer_is_deputy else office.chair


_POOL_MARKS = {"THUONG": "Thưởng", "TRU": "Trừ"}


def criterion_mark(code: str) -> str:
    """What stands for a criterion on screen and paper: its own code, or «Thưởng», «Trừ»."""
    return _POOL_MARKS.get(code, code)
