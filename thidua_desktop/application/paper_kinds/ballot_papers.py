"""Papers of a secret ballot: the ballots before it, the minutes of the count after it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from thidua_desktop.application.naming import file_stem
from thidua_desktop.application.paper_kinds.draft import Draft
from thidua_desktop.application.paper_kinds.kind import PaperGroup, PaperKind, PlannedPaper
from thidua_desktop.application.papers import wording
from thidua_desktop.application.papers.bien_ban_kiem_phieu import (
    CountMinutesOrder,
    build_count_minutes,
)
from thidua_desktop.application.papers.context import Nominee
from thidua_desktop.application.papers.phieu_bau import BallotPaperOrder, build_ballot_paper
from thidua_desktop.domain.proposals import CouncilSession, ProposalStatus
from thidua_desktop.domain.voting import VoteMethod, VoteRound

_ON_BALLOT = (ProposalStatus.PROPOSED, ProposalStatus.PASSED, ProposalStatus.NOT_PASSED)


def _ballots(draft: Draft) -> Iterable[PlannedPaper]:
    """Ballots for what the newest session still has to vote on, but not by show of hands."""
    for session in draft.sessions[-1:]:
        context = draft.of_session(session)
        rounds = draft.councils[session.id].rounds
        for award, nominees in _by_award(draft, session):
            held = rounds.get(award)
            if held is not None and held.method is VoteMethod.HANDS:
                continue
            if all(one.ballot is not None for one in nominees):
                continue
            copies = held.issued if held else session.present + session.written
            order = BallotPaperOrder(award, session, nominees, copies)
            yield PlannedPaper(
                stem=file_stem("phieu-bau", f"{award}-{session.id}"),
                kind=BALLOTS.code,
                group=BALLOTS.group,
                about=wording.award_name(context.pack.form(award), context),
                draw=partial(build_ballot_paper, context, order),
                award=award,
                proposals=tuple(one.proposal.id for one in nominees),
            )


def _counts(draft: Draft) -> Iterable[PlannedPaper]:
    """Biên bản kiểm phiếu of every award that was voted on by ballot."""
    for session in draft.sessions:
        council = draft.councils[session.id]
        for award in draft.awards_of(b.proposal for b in draft.ballots[session.id]):
            held = council.rounds.get(award)
            if held is not None and held.method is VoteMethod.BALLOT:
                yield _count(draft, session, held)


def _count(draft: Draft, session: CouncilSession, held: VoteRound) -> PlannedPaper:
    context = draft.of_session(session)
    nominees = tuple(
        draft.nominee(ballot.proposal, ballot)
        for ballot in draft.ballots[session.id]
        if draft.proposals[ballot.proposal].award == held.award
    )
    order = CountMinutesOrder(session, draft.councils[session.id], held, nominees)
    return PlannedPaper(
        stem=file_stem("bien-ban-kiem-phieu", f"{held.award}-{session.id}"),
        kind=COUNT_MINUTES.code,
        group=COUNT_MINUTES.group,
        about=wording.award_name(context.pack.form(held.award), context),
        draw=partial(build_count_minutes, context, order),
        number="",
        signed_on=session.held_on,
        award=held.award,
        proposals=tuple(one.proposal.id for one in nominees),
    )


def _by_award(draft: Draft, session: CouncilSession) -> Iterable[tuple[str, tuple[Nominee, ...]]]:
    """What stands on the ballots of a session, in the order in which it was proposed."""
    voted = {ballot.proposal: ballot for ballot in draft.ballots[session.id]}
    open_ones = [
        one.id
        for one in draft.proposals.values()
        if one.id in voted
        or (one.status in _ON_BALLOT and not draft.is_held(one.id, session.held_on))
    ]
    for award in draft.awards_of(open_ones):
        yield (
            award,
            tuple(
                draft.nominee(number, voted.get(number))
                for number in sorted(open_ones)
                if draft.proposals[number].award == award
            ),
        )


BALLOTS = PaperKind("phieu_bau", PaperGroup.SESSION, _ballots)
COUNT_MINUTES = PaperKind("bien_ban_kiem_phieu", PaperGroup.SESSION, _counts, in_dossier=True)
