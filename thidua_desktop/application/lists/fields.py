"""What a list says of one unit or person, field by field: typed, understood, known before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from thidua_desktop.domain.reasons import Value
from thidua_desktop.domain.units import Person, Unit

UNIT_FIELDS: Mapping[str, tuple[str, ...]] = {
    "name": ("name",),
    "group": ("group",),
    "cluster": ("cluster",),
    "head": ("head",),
    "people_total": ("total",),
    "people_female": ("female",),
    "phone": ("phone",),
}
"""The columns that a field of a unit may come from."""

PERSON_FIELDS: Mapping[str, tuple[str, ...]] = {
    "full_name": ("name", "household"),
    "subject": ("household",),
    "unit": ("unit",),
    "position": ("position",),
    "birth_year": ("birth", "birth_male", "birth_female"),
    "gender": ("gender", "address"),
    "is_leader": ("leader", "duty", "direct"),
}
"""The same of a person."""


@dataclass(frozen=True, slots=True)
class FieldRead:
    """One value of a row.

    Attributes:
        key: the field of the unit or person.
        typed: what stands in the file; empty where the list says nothing.
        understood: what would be kept; `None` where the row can't be taken or nothing is known.
        known: what is kept now; `None` for a new unit or person.
    """

    key: str
    typed: str
    understood: Value
    known: Value

    @property
    def is_new_value(self) -> bool:
        """Whether something that is kept would change."""
        return self.known not in (None, "") and self.known != self.understood


def fields_read(
    typed: Mapping[str, str],
    record: Unit | Person | None,
    known: Unit | Person | None,
    columns: Mapping[str, tuple[str, ...]],
) -> tuple[FieldRead, ...]:
    """The fields of one row, in the order of `columns`."""
    return tuple(
        FieldRead(
            key,
            next((text for meaning in meanings if (text := typed.get(meaning, ""))), ""),
            _value(record, key),
            _value(known, key),
        )
        for key, meanings in columns.items()
    )


def _value(record: Unit | Person | None, key: str) -> Value:
    value: Value = getattr(record, key) if record is not None else None
    return value
