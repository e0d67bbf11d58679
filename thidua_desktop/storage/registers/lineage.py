"""The register of what happened to units."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict

from thidua_desktop.domain.lineage import NamedUnit, UnitEvent, UnitEventKind
from thidua_desktop.storage.rows import Rows

_BEFORE, _AFTER = "before", "after"


class LineageRegister:
    """Port `Lineages`: the tables of unit events and of who took part in them."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def events(self) -> tuple[UnitEvent, ...]:
        """All events in the order in which they happened."""
        parts: dict[tuple[int, str], list[NamedUnit]] = defaultdict(list)
        for row in self._rows.select("SELECT * FROM unit_event_part ORDER BY unit_event, unit"):
            parts[row["unit_event"], row["side"]].append(NamedUnit(row["unit"], row["name"]))
        return tuple(
            UnitEvent(
                id=row["id"],
                kind=UnitEventKind(row["kind"]),
                on=dt.date.fromisoformat(row["happened_on"]),
                before=tuple(parts[row["id"], _BEFORE]),
                after=tuple(parts[row["id"], _AFTER]),
                document=row["document"],
            )
            for row in self._rows.select("SELECT * FROM unit_event ORDER BY happened_on, id")
        )

    def add(self, event: UnitEvent) -> int:
        """Add an event; give its number, whatever it bears."""
        row = {"kind": event.kind, "happened_on": event.on.isoformat(), "document": event.document}
        number = self._rows.insert("unit_event", row)
        sides = ((_BEFORE, event.before), (_AFTER, event.after))
        self._rows.insert_many(
            "unit_event_part",
            ("unit_event", "side", "unit", "name"),
            [(number, side, part.code, part.name) for side, parts in sides for part in parts],
        )
        return number
