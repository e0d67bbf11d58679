"""Papers of a decision: quyết định khen thưởng, one for each award that was decided."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from thidua_desktop.application.naming import file_stem
from thidua_desktop.application.paper_kinds.draft import Draft
from thidua_desktop.application.paper_kinds.kind import PaperGroup, PaperKind, PlannedPaper
from thidua_desktop.application.papers import wording
from thidua_desktop.application.papers.quyet_dinh import QuyetDinhOrder, build_quyet_dinh


def _decisions(draft: Draft) -> Iterable[PlannedPaper]:
    """Quyết định khen thưởng of each award and decision."""
    for decision in draft.decisions:
        context = draft.of_decision(decision)
        for award in draft.awards_of(one.proposal for one in draft.decided[decision.id]):
            nominees = draft.rewarded(decision, award)
            order = QuyetDinhOrder(award, nominees, decision, draft.session(decision.session))
            yield PlannedPaper(
                stem=file_stem("quyet-dinh", f"{award}-{decision.id}"),
                kind=DECISION.code,
                group=DECISION.group,
                about=wording.award_name(context.pack.form(award), context),
                draw=partial(build_quyet_dinh, context, order),
                number=decision.number,
                signed_on=decision.decided_on,
                award=award,
                proposals=tuple(one.proposal.id for one in nominees),
            )


DECISION = PaperKind("quyet_dinh", PaperGroup.DECIDING, _decisions, in_dossier=True)
