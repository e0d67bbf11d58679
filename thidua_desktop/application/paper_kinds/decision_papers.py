"""Papers of a decision: quyết định khen thưởng for each award, ký nhận, lời dẫn lễ trao."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from thidua_desktop.application.naming import file_stem
from thidua_desktop.application.paper_kinds.draft import Draft
from thidua_desktop.application.paper_kinds.kind import PaperGroup, PaperKind, PlannedPaper
from thidua_desktop.application.papers import wording
from thidua_desktop.application.papers.ceremony_script import (
    CeremonyOrder,
    GivenAward,
    build_ceremony_script,
)
from thidua_desktop.application.papers.model import Paper
from thidua_desktop.application.papers.quyet_dinh import QuyetDinhOrder, build_quyet_dinh
from thidua_desktop.application.papers.signing_list import SigningOrder, build_signing_list
from thidua_desktop.domain.proposals import Decision
from thidua_desktop.domain.vietnamese.numerals import two_digit_count


def _given(draft: Draft, decision: Decision) -> tuple[GivenAward, ...]:
    """What a decision gave, award by award from the highest."""
    awards = draft.awards_of(one.proposal for one in draft.decided[decision.id])
    return tuple(GivenAward(a, decision, draft.rewarded(decision, a)) for a in awards)


def _planned(
    draft: Draft, kind: PaperKind, name: str, given: GivenAward, draw: Callable[[], Paper]
) -> PlannedPaper:
    decision = given.decision
    context = draft.of_decision(decision)
    is_decision = kind is DECISION
    return PlannedPaper(
        stem=file_stem(name, f"{given.award}-{decision.id}"),
        kind=kind.code,
        group=kind.group,
        about=wording.award_name(context.pack.form(given.award), context),
        draw=draw,
        number=decision.number if is_decision else None,
        signed_on=decision.decided_on if is_decision else None,
        award=given.award,
        proposals=tuple(one.proposal.id for one in given.nominees),
    )


def _decisions(draft: Draft) -> Iterable[PlannedPaper]:
    """Quyết định khen thưởng of each award and decision."""
    for decision in draft.decisions:
        context, session = draft.of_decision(decision), draft.session(decision.session)
        for given in _given(draft, decision):
            order = QuyetDinhOrder(given.award, given.nominees, decision, session)
            draw = partial(build_quyet_dinh, context, order)
            yield _planned(draft, DECISION, "quyet-dinh", given, draw)


def _signing_lists(draft: Draft) -> Iterable[PlannedPaper]:
    """One for each award and decision that gave money."""
    for decision in draft.decisions:
        context = draft.of_decision(decision)
        for given in _given(draft, decision):
            if any(one.amount for one in given.nominees):
                order = SigningOrder(given.award, given.nominees, decision)
                draw = partial(build_signing_list, context, order)
                yield _planned(draft, SIGNING, "danh-sach-ky-nhan", given, draw)


def _ceremony(draft: Draft) -> Iterable[PlannedPaper]:
    """One text for all that the cycle's decisions gave."""
    given = tuple(one for decision in draft.decisions for one in _given(draft, decision))
    if given:
        proposals = tuple(one.proposal.id for award in given for one in award.nominees)
        yield PlannedPaper(
            stem=file_stem("loi-dan-le-trao", draft.context.cycle.id),
            kind=CEREMONY.code,
            group=CEREMONY.group,
            about=f"{two_digit_count(len(proposals))} tập thể, cá nhân, hộ gia đình được khen",
            draw=partial(build_ceremony_script, draft.context, CeremonyOrder(given)),
            proposals=proposals,
        )


DECISION = PaperKind("quyet_dinh", PaperGroup.DECIDING, _decisions, in_dossier=True)
SIGNING = PaperKind("signing_list", PaperGroup.CEREMONY, _signing_lists, in_dossier=True)
CEREMONY = PaperKind("ceremony_script", PaperGroup.CEREMONY, _ceremony, in_dossier=True)
