"""Thành viên Hội đồng: the register of members and the decision that it goes back to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from thidua_desktop.application.books import Books
from thidua_desktop.application.paper_words import refuse_unprintable
from thidua_desktop.application.ports import Desk
from thidua_desktop.domain.council_members import (
    CouncilDecision,
    CouncilMember,
    decision_on,
    member_faults,
    serving_on,
)
from thidua_desktop.domain.errors import Conflict, InputError
from thidua_desktop.domain.reasons import Issue
from thidua_desktop.domain.vietnamese.folding import fold


@dataclass(frozen=True, slots=True)
class CouncilOnDay:
    """The council as it is on one day.

    Attributes:
        decision: the one it goes back to, `None` where none is registered.
        everyone: former and coming members too.
    """

    decision: CouncilDecision | None
    members: tuple[CouncilMember, ...]
    everyone: tuple[CouncilMember, ...]


def council_on(desk: Desk, day: dt.date | None = None) -> CouncilOnDay:
    """The council on a day, today's where none is said."""
    with desk.store.read() as books:
        return council_in(books, day or desk.clock.today())


def council_in(books: Books, day: dt.date) -> CouncilOnDay:
    """As `council_on`, within a reading."""
    everyone = books.council.members()
    return CouncilOnDay(
        decision_on(books.council.decisions(), day), serving_on(everyone, day), everyone
    )


def save_council_decision(desk: Desk, decision: CouncilDecision) -> CouncilDecision:
    """Add the decision on the council, or write its new state.

    Raises:
        Conflict: another decision has this number and day.
    """
    with desk.store.write("council_decision_saved", number=decision.number) as books:
        for known in books.council.decisions():
            same = (known.number, known.decided_on) == (decision.number, decision.decided_on)
            if same and known.id != decision.id:
                raise Conflict("council_decision_exists", number=decision.number)
        if decision.id:
            books.council.update_decision(decision)
            return decision
        return replace(decision, id=books.council.add_decision(decision))


def add_member(desk: Desk, draft: CouncilMember) -> CouncilMember:
    """Add a member; the number is given here.

    Raises:
        InputError: they have no name, or their days can't be.
        Conflict: they sit on the council already.
        NotFound: their unit does not exist.
    """
    return add_members(desk, [draft])[0]


def add_members(desk: Desk, drafts: Sequence[CouncilMember]) -> tuple[CouncilMember, ...]:
    """Add several members as one operation.

    Raises:
        InputError, Conflict, NotFound: as `add_member`, of the first that can't be added.
    """
    for draft in drafts:
        _refuse_faults(draft)
    action = "member_added" if len(drafts) == 1 else "members_added"
    names = drafts[0].name if drafts else ""
    with desk.store.write(action, name=names, count=len(drafts)) as books:
        added = []
        for draft in drafts:
            _refuse_twin(books, draft)
            added.append(replace(draft, id=books.council.add_member(draft)))
    return tuple(added)


def change_member(desk: Desk, member: CouncilMember) -> None:
    """Write a member's new state.

    Raises:
        InputError, Conflict: as `add_member`.
        NotFound: the member or their unit does not exist.
    """
    change_members(desk, [member])


def change_members(desk: Desk, members: Sequence[CouncilMember]) -> None:
    """Write the new state of several members as one operation.

    Raises:
        InputError, Conflict, NotFound: as `change_member`, of the first that can't be.
    """
    for member in members:
        _refuse_faults(member)
    with desk.store.write("member_changed", name=members[0].name) as books:
        for member in members:
            books.council.member(member.id)
            _refuse_twin(books, member)
            books.council.update_member(member)


def remove_member(desk: Desk, member_id: int) -> None:
    """Take out a member who was put in by mistake.

    Raises:
        NotFound: no such member.
        Conflict: they were at a session: their last day is set instead.
    """
    with desk.store.read() as books:
        member = books.council.member(member_id)
        if books.council.has_attended(member_id):
            raise Conflict("member_has_attended", name=member.name)
    with desk.store.write("member_removed", name=member.name) as books:
        books.council.remove_member(member_id)


def _refuse_faults(member: CouncilMember) -> None:
    faults: tuple[Issue, ...] = member_faults(member)
    if faults:
        raise InputError("member_wrong", faults)
    refuse_unprintable(member.name, member.post, member.field, member.area)


def _refuse_twin(books: Books, member: CouncilMember) -> None:
    """Namesakes with one post who sit at one time are the same person, typed in twice."""
    if member.unit:
        books.units.get(member.unit)
    for known in books.council.members():
        same = (fold(known.name), fold(known.post)) == (fold(member.name), fold(member.post))
        if known.id != member.id and same and _overlap(known, member):
            raise Conflict("member_exists", name=known.name)


def _overlap(one: CouncilMember, other: CouncilMember) -> bool:
    first = max(one.valid_from or dt.date.min, other.valid_from or dt.date.min)
    last = min(one.valid_to or dt.date.max, other.valid_to or dt.date.max)
    return first <= last
