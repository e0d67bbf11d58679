"""Thông tin cơ quan: who signs, and what lateness costs."""

from __future__ import annotations

from thidua_desktop.application.ports import Desk
from thidua_desktop.application.records import Office


def office_of(desk: Desk) -> Office:
    """The office as its papers name it."""
    with desk.store.read() as books:
        return books.office


def change_office(desk: Desk, office: Office) -> None:
    """Write the office's new state."""
    with desk.store.write("office_changed") as books:
        books.save_office(office)
