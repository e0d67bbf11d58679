"""Papers of the proposals: báo cáo thành tích, its summary, phiếu yêu cầu bổ sung."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from thidua_desktop.application.awarding.quotas import STANDING
from thidua_desktop.application.naming import file_stem
from thidua_desktop.application.paper_kinds.draft import Draft
from thidua_desktop.application.paper_kinds.kind import PaperGroup, PaperKind, PlannedPaper
from thidua_desktop.application.paper_kinds.subject_facts import facts_of
from thidua_desktop.application.papers import wording
from thidua_desktop.application.papers.achievement_report import (
    AchievementOrder,
    build_achievement_report,
    is_thematic_form,
)
from thidua_desktop.application.papers.achievement_summary import (
    SummaryOrder,
    build_achievement_summary,
)
from thidua_desktop.application.papers.context import Nominee
from thidua_desktop.application.papers.model import Paper
from thidua_desktop.application.papers.open_matters import open_matters
from thidua_desktop.application.papers.subjects import addressed_name
from thidua_desktop.application.papers.supplement_request import (
    MissingPart,
    SupplementOrder,
    build_supplement_request,
)
from thidua_desktop.domain.proposals import Proposal, ProposalStatus

_Drawing = Callable[[Draft, Proposal], Paper]


def _reports(draft: Draft) -> Iterable[PlannedPaper]:
    """One for every proposal that is still alive, by the highest award first."""
    alive = [one for one in draft.proposals.values() if one.status in STANDING]
    for award in draft.awards_of(one.id for one in alive):
        for proposal in alive:
            if proposal.award == award:
                yield _about_one(draft, REPORT, "bao-cao-thanh-tich", proposal, _report)


def _report(draft: Draft, proposal: Proposal) -> Paper:
    form = draft.context.pack.form(proposal.award)
    facts = facts_of(draft, draft.nominee(proposal.id))
    order = AchievementOrder(proposal.award, facts, is_thematic_form(form))
    return build_achievement_report(draft.context, order)


def _summaries(draft: Draft) -> Iterable[PlannedPaper]:
    """One for each award of a session: a few lines on everybody who goes on."""
    for session in draft.sessions:
        context = draft.of_session(session)
        passed = [ballot.proposal for ballot in draft.ballots[session.id] if ballot.passed]
        for award in draft.awards_of(passed):
            nominees = draft.submitted(session, award)
            if nominees:
                facts = tuple(facts_of(draft, one) for one in nominees)
                yield PlannedPaper(
                    stem=file_stem("tom-tat-thanh-tich", f"{award}-{session.id}"),
                    kind=SUMMARY.code,
                    group=SUMMARY.group,
                    about=wording.award_name(context.pack.form(award), context),
                    draw=partial(build_achievement_summary, context, SummaryOrder(award, facts)),
                    number="",
                    award=award,
                    proposals=tuple(one.proposal.id for one in nominees),
                )


def _supplements(draft: Draft) -> Iterable[PlannedPaper]:
    """One for every proposal that the council has not seen and that nobody confirmed in full."""
    for proposal in draft.proposals.values():
        if proposal.status is ProposalStatus.PROPOSED and _missing(draft, proposal):
            yield _about_one(draft, SUPPLEMENT, "phieu-yeu-cau-bo-sung", proposal, _supplement)


def _supplement(draft: Draft, proposal: Proposal) -> Paper:
    nominee = draft.nominee(proposal.id)
    facts = facts_of(draft, nominee)
    order = SupplementOrder(nominee, facts.unit_name, _missing(draft, proposal))
    return build_supplement_request(draft.context, order)


def _missing(draft: Draft, proposal: Proposal) -> tuple[MissingPart, ...]:
    form = draft.context.pack.form(proposal.award)
    nominee = Nominee(proposal)
    return tuple(map(MissingPart, open_matters(draft.context.pack, form, (nominee,))))


def _about_one(
    draft: Draft, kind: PaperKind, name: str, proposal: Proposal, draw: _Drawing
) -> PlannedPaper:
    """A paper on one proposal."""
    form = draft.context.pack.form(proposal.award)
    who = addressed_name(draft.nominee(proposal.id))
    return PlannedPaper(
        stem=file_stem(name, f"{proposal.id:03d}-{proposal.award}", proposal.subject_name),
        kind=kind.code,
        group=kind.group,
        about=f"{who} - {wording.short_name(wording.award_name(form, draft.context))}",
        draw=partial(draw, draft, proposal),
        award=proposal.award,
        proposals=(proposal.id,),
    )


REPORT = PaperKind("achievement_report", PaperGroup.PROPOSING, _reports, in_dossier=True)
SUMMARY = PaperKind("achievement_summary", PaperGroup.PROPOSING, _summaries, in_dossier=True)
SUPPLEMENT = PaperKind("supplement_request", PaperGroup.APPRAISING, _supplements)
