"""Reads how each session of a cycle went, for its papers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from thidua_desktop.application.books import Books
from thidua_desktop.application.papers.council_at_session import CouncilAtSession
from thidua_desktop.domain.proposals import CouncilSession
from thidua_desktop.domain.rule_pack import RulePack, last_pack_for
from thidua_desktop.domain.vote_rules import rule_in_force


def councils_at(
    books: Books, packs: Sequence[RulePack], sessions: Sequence[CouncilSession]
) -> Mapping[str, CouncilAtSession]:
    """The council at each session, by the session's id."""
    return {session.id: _council_at(books, packs, session) for session in sessions}


def _council_at(
    books: Books, packs: Sequence[RulePack], session: CouncilSession
) -> CouncilAtSession:
    own = books.council.vote_rules()
    pack = last_pack_for(tuple(packs), session.held_on)
    voting = books.voting
    lines = voting.attendance(session.id)
    return CouncilAtSession(
        record=voting.record(session.id),
        lines=lines,
        rounds={held.award: held for held in voting.rounds(session.id)},
        rules={form.code: rule_in_force(form.vote, own.get(form.code)) for form in pack.award_forms}
        if lines
        else {},
        chair=voting.chair_votes(session.id),
    )
