"""Papers of a session: biên bản họp, and one tờ trình for each award that passed."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from thidua_desktop.application.naming import file_stem
from thidua_desktop.application.paper_kinds.draft import Draft
from thidua_desktop.application.paper_kinds.kind import PaperGroup, PaperKind, PlannedPaper
from thidua_desktop.application.papers import wording
from thidua_desktop.application.papers.bien_ban import BienBanOrder, build_bien_ban
from thidua_desktop.application.papers.context import Nominee
from thidua_desktop.application.papers.council_at_session import CouncilAtSession, clock_words
from thidua_desktop.application.papers.to_trinh import ToTrinhOrder, build_to_trinh
from thidua_desktop.domain.proposals import CouncilSession
from thidua_desktop.domain.vietnamese.dates import date_text


def _minutes(draft: Draft) -> Iterable[PlannedPaper]:
    """Biên bản họp of every session with votes."""
    for session in draft.sessions:
        ballots = draft.ballots[session.id]
        if ballots:
            nominees = tuple(draft.nominee(ballot.proposal, ballot) for ballot in ballots)
            order = _minutes_order(draft.councils[session.id], session, nominees)
            yield PlannedPaper(
                stem=file_stem("bien-ban-hop", session.id),
                kind=MINUTES.code,
                group=MINUTES.group,
                about=f"Phiên họp ngày {date_text(session.held_on)}",
                draw=partial(build_bien_ban, draft.of_session(session), order),
                number="",
                signed_on=session.held_on,
                proposals=tuple(ballot.proposal for ballot in ballots),
            )


def _minutes_order(
    council: CouncilAtSession, session: CouncilSession, nominees: tuple[Nominee, ...]
) -> BienBanOrder:
    record = council.record
    if record is None:
        return BienBanOrder(session, nominees, council=council)
    return BienBanOrder(
        session,
        nominees,
        place=record.place,
        began_at=clock_words(record.began_at),
        ended_at=clock_words(record.ended_at),
        discussion=record.discussion,
        council=council,
    )


def _submissions(draft: Draft) -> Iterable[PlannedPaper]:
    """One tờ trình for each award: what differs in who decides is never merged."""
    for session in draft.sessions:
        context = draft.of_session(session)
        passed = [ballot.proposal for ballot in draft.ballots[session.id] if ballot.passed]
        for award in draft.awards_of(passed):
            nominees = draft.submitted(session, award)
            if nominees:
                order = ToTrinhOrder(award, nominees, session)
                yield PlannedPaper(
                    stem=file_stem("to-trinh", f"{award}-{session.id}"),
                    kind=SUBMISSION.code,
                    group=SUBMISSION.group,
                    about=wording.award_name(context.pack.form(award), context),
                    draw=partial(build_to_trinh, context, order),
                    number="",
                    award=award,
                    proposals=tuple(one.proposal.id for one in nominees),
                )


MINUTES = PaperKind("bien_ban_hop", PaperGroup.SESSION, _minutes, in_dossier=True)
SUBMISSION = PaperKind("to_trinh", PaperGroup.PROPOSING, _submissions, in_dossier=True)
