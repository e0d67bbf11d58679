"""The columns of the registers of units and people."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from thidua_desktop.domain.lineage import NamedUnit, UnitEvent, past_names
from thidua_desktop.domain.plan import UnitGroup
from thidua_desktop.domain.units import Person, Unit
from thidua_desktop.domain.vietnamese.collation import name_sort_key
from thidua_desktop.ui.models.columns import Align, Column, Mark
from thidua_desktop.ui.theme import Tone
from thidua_desktop.ui.wording import count, day


@dataclass(frozen=True, slots=True)
class Registers:
    """Both registers with the groups they are sorted into."""

    units: tuple[Unit, ...]
    people: tuple[Person, ...]
    groups: tuple[UnitGroup, ...]
    events: tuple[UnitEvent, ...] = ()

    def group_name(self, code: str) -> str:
        """The name of a group, its code where there is none."""
        return next((group.name for group in self.groups if group.code == code), code)

    def unit_name(self, code: str) -> str:
        """The name of a unit, its code where there is none."""
        return next((unit.name for unit in self.units if unit.code == code), code)

    def names_before(self, code: str) -> tuple[str, ...]:
        """The earlier names of a unit and of what it came from."""
        unit = next((unit for unit in self.units if unit.code == code), None)
        return past_names(NamedUnit(code, unit.name), self.events) if unit else ()


def unit_columns(known: Callable[[], Registers]) -> list[Column[Unit]]:
    """A unit as a line; it is found by its earlier names too."""
    return [
        Column(
            "Tên đơn vị",
            lambda unit: f"{unit.name} (đến {day(unit.valid_to)})" if unit.valid_to else unit.name,
            0,
            mark=lambda unit: Mark(Tone.QUIET) if unit.valid_to else None,
            found_by=lambda unit: ", ".join(known().names_before(unit.code)),
        ),
        Column("Nhóm", lambda unit: known().group_name(unit.group), 180),
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


def person_columns(known: Callable[[], Registers]) -> list[Column[Person]]:
    """A person as a line; names sort by the given name."""
    return [
        Column(
            "Họ và tên",
            lambda person: person.full_name,
            200,
            sort_key=lambda person: name_sort_key(person.full_name),
        ),
        Column("Chức vụ", lambda person: person.position, 240),
        Column("Đơn vị", lambda person: known().unit_name(person.unit), 0),
        Column("Mã", lambda person: person.code, 84),
    ]
