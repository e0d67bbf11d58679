"""Tạm dừng xét holds to the end: a matter that came up after the proposal keeps it back too.

Neither the vote nor the decision nor the list for the level above takes in whoever has a matter
pending, or a discipline running, on its day; once that is over the proposal goes on where it stood.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from thidua_desktop.application.awarding.past import Past
from thidua_desktop.application.books import Books
from thidua_desktop.domain.awards.cases import CaseSubject, DisciplineRecord
from thidua_desktop.domain.awards.facts import Discipline, Hold
from thidua_desktop.domain.errors import RuleViolation
from thidua_desktop.domain.proposals import Proposal
from thidua_desktop.domain.rule_pack import Principle, RulePack


@dataclass(frozen=True, slots=True)
class Obstacle:
    """A pending matter or a running discipline, as far as a proposal has to wait for it.

    Attributes:
        code: of the refusal that it leads to.
    """

    code: str
    since: dt.date
    document: str
    time: Hold | Discipline

    def stands_on(self, day: dt.date) -> bool:
        """Whether it keeps back on this day."""
        if isinstance(self.time, Hold):
            return self.time.is_active(day)
        return self.time.is_running(day)


def obstacles_of_proposals(
    books: Books, proposals: Iterable[Proposal]
) -> Mapping[int, tuple[Obstacle, ...]]:
    """What keeps or kept each of them back, by the proposal; through renames and mergers."""
    past = Past.read(books)
    found = {}
    for one in proposals:
        subject = CaseSubject(one.subject_code, is_person=one.is_person)
        obstacles = (
            *(_matter(hold) for hold in past.holds_of(subject)),
            *(_discipline(record) for record in past.discipline_records_of(subject)),
        )
        if obstacles:
            found[one.id] = obstacles
    return found


def _matter(hold: Hold) -> Obstacle:
    return Obstacle("proposal_on_hold", hold.from_day, hold.document, hold)


def _discipline(record: DisciplineRecord) -> Obstacle:
    time = record.discipline
    return Obstacle("proposal_under_discipline", time.from_day, record.document, time)


def held_back(books: Books, proposals: Iterable[Proposal], day: dt.date) -> Mapping[int, Obstacle]:
    """What keeps each of them back on a day; without those whom nothing does."""
    found = {}
    for number, obstacles in obstacles_of_proposals(books, proposals).items():
        standing = [one for one in obstacles if one.stands_on(day)]
        if standing:
            found[number] = standing[0]
    return found


def refuse_held(books: Books, pack: RulePack, proposal: Proposal, day: dt.date) -> None:
    """Refuse to go on with a proposal that is kept back.

    Raises:
        RuleViolation: it is, on this day.
    """
    obstacle = held_back(books, [proposal], day).get(proposal.id)
    if obstacle is not None:
        raise on_hold(pack, proposal, obstacle)


def on_hold(pack: RulePack, proposal: Proposal, obstacle: Obstacle) -> RuleViolation:
    """What to say of a proposal that is kept back."""
    return RuleViolation(
        obstacle.code,
        pack.article(Principle.HOLD),
        name=proposal.subject_name,
        since=obstacle.since,
        document=obstacle.document,
    )
