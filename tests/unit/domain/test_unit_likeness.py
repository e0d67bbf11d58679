"""An old list names units as they were called; whom it means is found, and never guessed."""

from __future__ import annotations

import datetime as dt

import pytest

from thidua_desktop.domain.kinds import SubjectKind
from thidua_desktop.domain.lineage import NamedUnit, UnitEvent, UnitEventKind
from thidua_desktop.domain.unit_likeness import UnitNameLikeness, UnitNames
from thidua_desktop.domain.units import Unit


def unit(code: str, name: str) -> Unit:
    return Unit(code, name, "hamlet", SubjectKind.COLLECTIVE)


def event(kind: UnitEventKind, before: dict[str, str], after: dict[str, str]) -> UnitEvent:
    then, now = (tuple(NamedUnit(*item) for item in side.items()) for side in (before, after))
    return UnitEvent(1, kind, dt.date(2026, 1, 1), then, now)


NAMES = UnitNames(
    [
        unit("DV1", "Phòng Tổng hợp"),
        unit("DV4", "Thôn Liên Hợp"),
        unit("DV6", "Thôn 3A"),
        unit("DV7", "Thôn 3B"),
        unit("DV8", "Thôn Hạ"),
        unit("DV9", "Xóm Đồng"),
        unit("DV10", "Xóm Đông"),
    ],
    [
        event(UnitEventKind.RENAMED, {"DV1": "Phòng Kinh tế"}, {"DV1": "Phòng Tổng hợp"}),
        event(UnitEventKind.MERGED, {"DV2": "Thôn 1", "DV3": "Thôn 2"}, {"DV4": "Thôn Liên Hợp"}),
        event(UnitEventKind.SPLIT, {"DV5": "Thôn 3"}, {"DV6": "Thôn 3A", "DV7": "Thôn 3B"}),
        event(UnitEventKind.ENDED, {"DV11": "Ban Quản lý chợ"}, {}),
    ],
)


@pytest.mark.parametrize(
    ("name", "likeness", "codes"),
    [
        ("PHÒNG  KINH TẾ", UnitNameLikeness.FORMER, ["DV1"]),
        ("Thôn 2", UnitNameLikeness.FORMER, ["DV4"]),
        ("Thôn 3", UnitNameLikeness.FORMER, ["DV6", "DV7"]),
        ("thon ha", UnitNameLikeness.UNMARKED, ["DV8"]),
        ("Thôn Hà", UnitNameLikeness.MARKED_OTHERWISE, ["DV8"]),
        ("xom dong", UnitNameLikeness.MARKED_OTHERWISE, ["DV9", "DV10"]),
    ],
)
def test_whom_a_name_may_mean(name: str, likeness: UnitNameLikeness, codes: list[str]) -> None:
    assert NAMES.exactly(name) is None
    found = NAMES.like(name)
    assert found is not None
    assert (found.likeness, [one.code for one in found.units]) == (likeness, codes)


@pytest.mark.parametrize("name", ["Thôn 9", "Ban Quản lý chợ", ""])
def test_nothing_speaks_for_anybody(name: str) -> None:
    assert NAMES.like(name) is None


def test_the_name_of_today_is_its_own() -> None:
    found = NAMES.exactly("thôn  HẠ")
    assert found is not None
    assert found.code == "DV8"
