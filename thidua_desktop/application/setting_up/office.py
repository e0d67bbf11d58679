"""Thông tin cơ quan: who signs, and what lateness costs."""

from __future__ import annotations

from dataclasses import fields

from thidua_desktop.application.paper_words import refuse_unprintable
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.records import Office
from thidua_desktop.domain.errors import InputError

MOST_POINTS = 100_00
"""Lateness takes off no more than the whole report."""


def office_of(desk: Desk) -> Office:
    """The office as its papers name it."""
    with desk.store.read() as books:
        return books.office


def change_office(desk: Desk, office: Office) -> None:
    """Write the office's new state.

    Raises:
        InputError: words that could not be printed, or points beyond any report's.
    """
    if not all(0 <= one <= MOST_POINTS for one in (office.late_points_per_day, office.late_cap)):
        raise InputError("late_points_outside", most=MOST_POINTS)
    words = (getattr(office, field.name) for field in fields(office))
    refuse_unprintable(*(one for one in words if isinstance(one, str)))
    with desk.store.write("office_changed") as books:
        books.save_office(office)
