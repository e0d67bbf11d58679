"""What a candidate was given before this cycle, for «đã được khen thưởng»."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from thidua_desktop.application.awarding.past import Past
from thidua_desktop.application.books import Books
from thidua_desktop.application.papers import wording
from thidua_desktop.application.papers.achievement_facts import PastAward
from thidua_desktop.application.papers.context import DOTS, PaperContext, Registration
from thidua_desktop.domain.award_forms import AwardKind
from thidua_desktop.domain.awards.cases import CaseSubject, EarlierAward
from thidua_desktop.domain.proposals import Proposal, ProposalStatus
from thidua_desktop.domain.vietnamese.dates import long_date

_Dated = tuple[dt.date, PastAward]
"""An award with the day that it is ordered by."""


def past_awards(books: Books, context: PaperContext) -> Mapping[str, tuple[PastAward, ...]]:
    """By the code of each candidate of this cycle, the oldest first; this cycle's own left out.

    Given here or elsewhere, to it or a unit that it came from. Of the awards that are known by
    a name alone only those count of which the officer said «cùng người», «cùng đơn vị».
    """
    past = Past.read(books)
    here = list(_given_here(books, context))
    found: dict[str, tuple[PastAward, ...]] = {}
    for code, is_person in {(one.subject_code, one.is_person) for one in _of_cycle(past, context)}:
        subject = CaseSubject(code, is_person=is_person)
        line = past.line(subject)
        ours = [
            dated
            for proposal, dated in here
            if proposal.subject_code in line and proposal.is_person == is_person
        ]
        theirs = [
            _given_elsewhere(one, context)
            for one in past.earlier
            if past.is_recipient(one, subject, ()) is True
        ]
        ordered = sorted([*ours, *theirs], key=lambda dated: dated[0])
        found[code] = tuple(award for _, award in ordered)
    return found


def _of_cycle(past: Past, context: PaperContext) -> Iterator[Proposal]:
    return (one for one in past.proposals if one.cycle == context.cycle.id)


def _given_here(books: Books, context: PaperContext) -> Iterator[tuple[Proposal, _Dated]]:
    proposals = {one.id: one for one in books.awards.proposals()}
    for decision in books.awards.decisions():
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
            yield proposal, (decision.decided_on, award)


def _given_elsewhere(earlier: EarlierAward, context: PaperContext) -> _Dated:
    """As the register of earlier awards has it; who decided is not recorded and stays a blank."""
    form = context.pack.find_form(earlier.award)
    day = earlier.decided_on or earlier.achievement.period_to
    signed = long_date(earlier.decided_on) if earlier.decided_on else f"ngày {DOTS}"
    award = PastAward(
        year=day.year if day else None,
        name=earlier.name,
        decision=f"Quyết định số {earlier.number or DOTS} {signed} của {DOTS}",
        is_title=form is not None and form.kind is AwardKind.DANH_HIEU,
    )
    return day or dt.date.min, award
