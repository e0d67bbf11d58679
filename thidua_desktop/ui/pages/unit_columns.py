"""The columns of the registers of units and people."""

from __future__ import annotations

from collections.abc import Callable

from thidua_desktop.domain.units import Person, Unit
from thidua_desktop.domain.vietnamese.collation import name_sort_key
from thidua_desktop.ui.models.columns import Align, Column, Mark
from thidua_desktop.ui.theme import Tone
from thidua_desktop.ui.wording import count


def unit_columns(
    group_name: Callable[[str], str], earlier_names: Callable[[str], str]
) -> list[Column[Unit]]:
    """A unit as a line; it is found by its earlier names too."""
    return [
        Column(
            "Tên đơn vị",
            lambda unit: unit.name,
            0,
            mark=lambda unit: Mark(Tone.QUIET) if unit.valid_to else None,
            found_by=lambda unit: earlier_names(unit.code),
        ),
        Column("Nhóm", lambda unit: group_name(unit.group), 180),
        Column("Khối thi đua", lambda unit: unit.cluster, 104),
        Column(
            "Số người",
            lambda unit: count(unit.people_total),
            86,
            Align.RIGHT,
            sort_key=lambda unit: unit.people_total,
            is_searched=False,
        ),
        Column("Mã", lambda unit: unit.code, 76),
    ]


def person_columns(unit_name: Callable[[str], str]) -> list[Column[Person]]:
    """A person as a line; names sort by the given name."""
    return [
        Column(
            "Họ và tên",
            lambda person: person.full_name,
            200,
            sort_key=lambda person: name_sort_key(person.full_name),
        ),
        Column("Chức vụ", lambda person: person.position, 160),
        Column("Đơn vị", lambda person: unit_name(person.unit), 0),
        Column("Mã", lambda person: person.code, 84),
    ]
