"""Beside the registers: everything about a unit or a person."""

from __future__ import annotations

from collections.abc import Sequence

from thidua_desktop.application.text import Texts
from thidua_desktop.domain.lineage import UnitEvent
from thidua_desktop.domain.plan import UnitGroup
from thidua_desktop.domain.units import Person, Unit
from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.theme import Tone
from thidua_desktop.ui.widgets.side_panel import SidePanel
from thidua_desktop.ui.wording import count, day


class RegisterPanel(SidePanel):
    """Tells a unit with its people, or a person with their unit."""

    def __init__(self, icons: Icons, texts: Texts) -> None:
        super().__init__(icons, "Chọn một dòng để xem chi tiết.")
        self._texts = texts
        self._units: dict[str, str] = {}
        self._groups: dict[str, str] = {}
        self._people: tuple[Person, ...] = ()
        self._events: tuple[UnitEvent, ...] = ()

    def set_registers(
        self, units: Sequence[Unit], people: Sequence[Person], groups: Sequence[UnitGroup]
    ) -> None:
        """The registers that are told from."""
        self._units = {unit.code: unit.name for unit in units}
        self._groups = {group.code: group.name for group in groups}
        self._people = tuple(people)

    def set_events(self, events: Sequence[UnitEvent]) -> None:
        """What happened to units."""
        self._events = tuple(events)

    def show_record(self, record: Unit | Person | None) -> None:
        """Tell one line of a register."""
        self.clear()
        if isinstance(record, Unit):
            self._tell_unit(record)
        elif isinstance(record, Person):
            self._tell_person(record)
        self.end()

    def _tell_unit(self, unit: Unit) -> None:
        self.add_title(unit.name, self._groups.get(unit.group, ""))
        self.add_pairs(
            [
                ("Mã", unit.code),
                ("Khối thi đua", unit.cluster),
                ("Người đứng đầu", unit.head),
                ("Số người", count(unit.people_total)),
                ("Trong đó nữ", count(unit.people_female)),
                ("Điện thoại", unit.phone),
                ("Từ ngày", day(unit.valid_from) if unit.valid_from else ""),
                ("Đến ngày", day(unit.valid_to) if unit.valid_to else ""),
            ]
        )
        self._tell_events(unit)
        people = [person for person in self._people if person.unit == unit.code]
        if people:
            self.add_section(f"{len(people)} người trong danh sách")
            self.add_text("\n".join(person.full_name for person in people))

    def _tell_events(self, unit: Unit) -> None:
        events = [event for event in self._events if event.concerns(unit.code)]
        if not events:
            return
        self.add_section("Đổi tên, sáp nhập, tách")
        for event in reversed(events):
            before, after = (
                ", ".join(part.name for part in side) for side in (event.before, event.after)
            )
            said = self._texts.render(
                f"unit_event_{event.kind}", {"before": before, "after": after}
            )
            under = f"Từ {day(event.on)}" + (f". {event.document}" if event.document else "")
            self.add_line(Tone.INFO, "history", said, under)

    def _tell_person(self, person: Person) -> None:
        self.add_title(person.full_name, self._texts.render(f"subject_{person.subject}", {}))
        self.add_pairs(
            [
                ("Mã", person.code),
                ("Chức vụ", person.position),
                ("Đơn vị", self._units.get(person.unit, "")),
                ("Năm sinh", str(person.birth_year or "")),
            ]
        )
