"""Tập huấn, hội thi, phát động, khảo sát: what was organised."""

from __future__ import annotations

from dataclasses import replace

from thidua_desktop.application.paper_words import refuse_unprintable
from thidua_desktop.application.ports import Desk
from thidua_desktop.domain.errors import InputError
from thidua_desktop.domain.movement_book import Activity


def save_activity(desk: Desk, activity: Activity) -> int:
    """Add an activity, or write its new state; its number.

    Raises:
        NotFound: no such entry.
        InputError: the name is missing, or fewer than nobody took part.
    """
    tidy = replace(
        activity,
        name=" ".join(activity.name.split()),
        place=activity.place.strip(),
        organiser=activity.organiser.strip(),
        result=activity.result.strip(),
        document=activity.document.strip(),
    )
    if not tidy.name:
        raise InputError("activity_name_missing")
    if tidy.people is not None and tidy.people < 0:
        raise InputError("activity_people_negative")
    refuse_unprintable(tidy.name, tidy.place, tidy.organiser, tidy.result, tidy.document)
    with desk.store.write("activity_saved", name=tidy.name) as books:
        if tidy.id:
            books.movement.activities.get(tidy.id)
            books.movement.activities.update(tidy)
            return tidy.id
        return books.movement.activities.add(tidy)


def remove_activity(desk: Desk, number: int) -> None:
    """Take out an activity that was recorded by mistake.

    Raises:
        NotFound: no such entry.
    """
    with desk.store.read() as books:
        old = books.movement.activities.get(number)
    with desk.store.write("activity_removed", name=old.name) as books:
        books.movement.activities.remove(number)
