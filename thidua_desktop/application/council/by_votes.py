"""Lấy theo số phiếu: after the votes of a session, who takes the places of each award."""

from __future__ import annotations

from dataclasses import dataclass

from thidua_desktop.application.awarding.quotas import STANDING, counted_together, quota_with
from thidua_desktop.application.books import Books
from thidua_desktop.application.council.vote_judging import SessionInHand
from thidua_desktop.application.council.vote_rules import rule_of
from thidua_desktop.application.ports import Desk
from thidua_desktop.domain.by_votes import Places, Standing, take_places
from thidua_desktop.domain.errors import RuleViolation
from thidua_desktop.domain.proposals import Proposal, ProposalStatus

_OPEN = (ProposalStatus.PASSED, ProposalStatus.NOT_PASSED)


@dataclass(frozen=True, slots=True)
class PlacesTaken:
    """Who took the places in a session, over all awards.

    Attributes:
        left: passed, and others had more votes.
        tied: as many votes as each other for fewer places: the council has to vote again.
    """

    taken: tuple[Proposal, ...]
    left: tuple[Proposal, ...]
    tied: tuple[Proposal, ...]


def places_by_votes(desk: Desk, session_id: str) -> PlacesTaken:
    """Who would take the places of a session's awards, those with a reason to be beyond them too.

    Raises:
        NotFound: no such session.
    """
    with desk.store.read() as books:
        return _places(books, SessionInHand.of(books, desk, session_id))


def take_by_votes(desk: Desk, session_id: str) -> PlacesTaken:
    """Let those with the most votes go on, and leave the others, where places are too few.

    Raises:
        NotFound: no such session.
        RuleViolation: nobody is left: there are places for all.
    """
    places = places_by_votes(desk, session_id)
    changed = [one for one in places.left if one.status is ProposalStatus.PASSED]
    changed += [one for one in places.taken if one.status is ProposalStatus.NOT_PASSED]
    if not changed:
        code = "places_tied" if places.tied else "places_enough"
        raise RuleViolation(code, names=tuple(one.subject_name for one in places.tied))
    with desk.store.write("taken_by_votes", session=session_id, count=len(places.left)) as books:
        for one in changed:
            is_left = one in places.left
            status = ProposalStatus.NOT_PASSED if is_left else ProposalStatus.PASSED
            books.awards.set_status(one.id, status)
    return places


def _places(books: Books, hand: SessionInHand) -> PlacesTaken:
    passed = {b.proposal: b for b in books.awards.ballots(hand.session.id) if b.passed}
    proposals = [books.awards.proposal(number) for number in passed]
    waiting = [one for one in proposals if one.status in _OPEN]
    found: list[Places[Proposal]] = []
    for award in sorted({one.award for one in waiting}):
        chair = books.voting.chair_votes(hand.session.id)
        decides = rule_of(books, hand.pack.form(award)).chair_breaks_tie
        standings = [
            Standing(one, passed[one.id].yes, decides and chair.get(one.id, False))
            for one in waiting
            if one.award == award
        ]
        found.append(take_places(standings, _Room(books, hand, award, waiting).fits))
    return PlacesTaken(
        tuple(one for places in found for one in places.taken),
        tuple(one for places in found for one in places.left),
        tuple(one for places in found for one in places.tied),
    )


class _Room:
    """The places of one award beside what other sessions took."""

    def __init__(
        self, books: Books, hand: SessionInHand, award: str, waiting: list[Proposal]
    ) -> None:
        self._books = books
        self._cycle = books.cycles.get(hand.session.cycle)
        self._award = award
        here = {one.id for one in waiting}
        self._elsewhere = [
            one
            for one in counted_together(books, self._cycle, award)
            if one.id not in here
            and not one.override_reason
            and one.status in STANDING
            and one.status is not ProposalStatus.PROPOSED
        ]

    def fits(self, taken: list[Proposal], one: Proposal) -> bool:
        """Whether the plan's number leaves a place for one more."""
        beside = [*self._elsewhere, *taken]
        return not quota_with(self._books, self._cycle, self._award, one.subject, beside).blocks
