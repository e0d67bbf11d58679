"""The table of findings, and the words of its panel."""

from __future__ import annotations

from dataclasses import asdict

from thidua_desktop.application.findings.board import FoundLine, Quoted, SideBySide
from thidua_desktop.application.text import Texts
from thidua_desktop.domain.findings.finding import FindingKind
from thidua_desktop.domain.findings.limits import FindingLimits
from thidua_desktop.ui.models.columns import Column, Mark
from thidua_desktop.ui.theme import Tone
from thidua_desktop.ui.wording import points

MOST_CODES = 3
"""So many codes of criteria are named in the table; the panel tells them all."""

MOST_CHANGES = 6
"""So many criteria are told that make up a difference of totals."""

KIND_LOOKS = {
    FindingKind.LIKE_OTHER: Mark(Tone.WARNING, "copy"),
    FindingKind.LIKE_LAST_YEAR: Mark(Tone.WARNING, "history"),
    FindingKind.JUMP: Mark(Tone.INFO, "alert-circle"),
    FindingKind.OVERRATED: Mark(Tone.INFO, "chevron-up"),
    FindingKind.NEAR_TIE: Mark(Tone.PLAIN, "trophy"),
}
OPEN, CHANGED, SEEN = "open", "changed", "seen"
STATES = {
    OPEN: ("Chưa xem", Mark(Tone.WARNING, "circle")),
    CHANGED: ("Có thay đổi", Mark(Tone.WARNING, "alert-triangle")),
    SEEN: ("Đã xem", Mark(Tone.GOOD, "check-circle")),
}
_ORDER = {kind: place for place, kind in enumerate(FindingKind)}


def state_of(line: FoundLine) -> str:
    """Whether it was looked at."""
    if line.has_changed:
        return CHANGED
    return OPEN if line.is_open else SEEN


def kind_words(texts: Texts, kind: FindingKind) -> str:
    """«Giống đơn vị khác»."""
    return texts.render(f"finding_kind_{kind.value}", {})


def limit_words(texts: Texts, kind: FindingKind, limits: FindingLimits) -> str:
    """From where on such a thing is told."""
    return texts.render(f"finding_limit_{kind.value}", asdict(limits))


def finding_columns(texts: Texts) -> tuple[Column[FoundLine], ...]:
    """Unit, kind, criteria, what there is to see, and whether it was looked at."""
    return (
        Column("Đơn vị", lambda one: one.unit_name, 150, found_by=lambda one: " ".join(one.units)),
        Column(
            "Loại",
            lambda one: kind_words(texts, one.finding.key.kind),
            140,
            sort_key=lambda one: _ORDER[one.finding.key.kind],
            mark=lambda one: KIND_LOOKS[one.finding.key.kind],
        ),
        Column(
            "Điều cần xem",
            lambda one: sentence(texts, one),
            0,
            tooltip=lambda one: sentence(texts, one),
        ),
        Column(
            "Tình trạng",
            lambda one: STATES[state_of(one)][0],
            110,
            mark=lambda one: STATES[state_of(one)][1],
        ),
    )


def sentence(texts: Texts, line: FoundLine) -> str:
    """«ND1, ND2, ND3 và 4 tiêu chí: 7 nội dung trùng …»; no codes for the whole unit."""
    said = texts.reason(line.finding.why)
    if not line.criteria:
        return said
    named = ", ".join(line.criteria[:MOST_CODES])
    more = len(line.criteria) - MOST_CODES
    return f"{named} và {more} tiêu chí: {said}" if more > 0 else f"{named}: {said}"


def change_pairs(line: FoundLine) -> list[tuple[str, str]]:
    """«A1: 5,5 → 23, tăng 17,5», the largest differences."""
    told = []
    for one in line.finding.changes[:MOST_CHANGES]:
        way = "tăng" if one.now > one.before else "giảm"
        change = points(abs(one.now - one.before))
        told.append((one.criterion, f"{points(one.before)} → {points(one.now)}, {way} {change}"))
    return told


def pair_title(texts: Texts, pair: SideBySide) -> str:
    """«ND1 – Thuyết minh: trùng 87% số chữ»."""
    first, second = (_place(texts, one) for one in (pair.first, pair.second))
    place = first if first == second else f"{first} và {second}"
    return place if pair.percent is None else f"{place}: trùng {pair.percent}% số chữ"


def heading(quoted: Quoted) -> str:
    """Whose text it is, with the year where it is not this one's."""
    return f"{quoted.heading}, năm {quoted.year}" if quoted.year else quoted.heading


def _place(texts: Texts, quoted: Quoted) -> str:
    field = texts.render(f"finding_field_{quoted.field.value}", {})
    return f"{quoted.criterion} – {field}" if quoted.criterion else field
