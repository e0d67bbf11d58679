"""Sáng kiến: recorded once, used for one proposal."""

from __future__ import annotations

from dataclasses import dataclass, replace

from thidua_desktop.application.cases.checks import refuse_future
from thidua_desktop.application.cases.subjects import Who, name_of
from thidua_desktop.application.ports import Desk
from thidua_desktop.domain.awards.cases import Initiative
from thidua_desktop.domain.errors import InputError, RuleViolation
from thidua_desktop.domain.proposals import Proposal


@dataclass(frozen=True, slots=True)
class InitiativeLine:
    """A sáng kiến with the proposals that rest on it."""

    initiative: Initiative
    who: Who
    users: tuple[Proposal, ...]


def add_initiative(desk: Desk, initiative: Initiative) -> int:
    """Record a sáng kiến; its number.

    Raises:
        NotFound: no such unit or person.
        InputError: the name is missing, or the day is still to come.
    """
    if not initiative.name.strip():
        raise InputError("initiative_name_missing")
    if initiative.recognised_on is not None:
        refuse_future(initiative.recognised_on, desk.clock.today())
    tidy = replace(initiative, name=initiative.name.strip())
    words = {"name": name_of(desk, initiative.subject), "initiative": tidy.name}
    with desk.store.write("initiative_added", **words) as books:
        return books.initiatives.add(tidy)


def remove_initiative(desk: Desk, number: int) -> None:
    """Take out a sáng kiến that was recorded by mistake.

    Raises:
        NotFound: no such record.
        RuleViolation: a proposal rests on it, withdrawn ones too, whose record would be torn.
    """
    with desk.store.read() as books:
        old = books.initiatives.get(number)
        for proposal, used in books.initiatives.uses().items():
            if number in used:
                raise RuleViolation("initiative_in_use", proposal=proposal, initiative=old.name)
    with desk.store.write("initiative_removed", initiative=old.name) as books:
        books.initiatives.remove(number)
