"""The four registers of vụ việc, lịch sử as a reader sees them."""

from __future__ import annotations

from dataclasses import dataclass

from thidua_desktop.application.awarding.past import Past
from thidua_desktop.application.cases.earlier_awards import EarlierLine, earlier_line
from thidua_desktop.application.cases.initiatives import InitiativeLine
from thidua_desktop.application.cases.subjects import Who, everyone_in
from thidua_desktop.application.ports import Desk
from thidua_desktop.domain.awards.cases import DisciplineRecord, HoldRecord


@dataclass(frozen=True, slots=True)
class CaseBook:
    """The four registers as a reader sees them.

    Attributes:
        everyone: whom a record may concern, units first.
    """

    holds: tuple[tuple[HoldRecord, Who], ...]
    disciplines: tuple[tuple[DisciplineRecord, Who], ...]
    earlier: tuple[EarlierLine, ...]
    initiatives: tuple[InitiativeLine, ...]
    everyone: tuple[Who, ...]


def case_book(desk: Desk) -> CaseBook:
    """Everything that is recorded, with names."""
    with desk.store.read() as books:
        past = Past.read(books)
        everyone = everyone_in(books)
    known = {who.subject: who for who in everyone}
    return CaseBook(
        holds=tuple((one, known[one.subject]) for one in past.holds),
        disciplines=tuple((one, known[one.subject]) for one in past.disciplines),
        earlier=tuple(earlier_line(one, past, known) for one in past.earlier),
        initiatives=tuple(
            InitiativeLine(one, known[one.subject], past.users(one)) for one in past.initiatives
        ),
        everyone=everyone,
    )
