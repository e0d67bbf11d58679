"""What the office gave before this cycle, for «đã được khen thưởng»."""

from __future__ import annotations

from collections.abc import Mapping

from thidua_desktop.application.books import Books
from thidua_desktop.application.papers import wording
from thidua_desktop.application.papers.achievement_facts import PastAward
from thidua_desktop.application.papers.context import PaperContext, Registration
from thidua_desktop.domain.award_forms import AwardKind
from thidua_desktop.domain.proposals import ProposalStatus


def past_awards(books: Books, context: PaperContext) -> Mapping[str, tuple[PastAward, ...]]:
    """By the code of the unit or person, the oldest first; this cycle's own are left out."""
    proposals = {one.id: one for one in books.awards.proposals()}
    found: dict[str, list[PastAward]] = {}
    for decision in sorted(books.awards.decisions(), key=lambda one: one.decided_on):
        registration = Registration(decision.number, decision.decided_on)
        cited = wording.cited_paper("Quyết định", "QĐ-UBND", context, registration)
        for given in books.awards.decided_awards(decision.id):
            proposal = proposals[given.proposal]
            form = context.pack.find_form(proposal.award)
            is_void = proposal.status is ProposalStatus.CANCELLED
            if form is None or is_void or proposal.cycle == context.cycle.id:
                continue
            is_title = form.kind is AwardKind.DANH_HIEU
            award = PastAward(
                year=decision.decided_on.year,
                name=form.name if is_title else wording.award_name(form, context),
                decision=f"{cited} của Chủ tịch {context.committee}",
                is_title=is_title,
            )
            found.setdefault(proposal.subject_code, []).append(award)
    return {code: tuple(awards) for code, awards in found.items()}
