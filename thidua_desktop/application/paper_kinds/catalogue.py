"""The catalogue: every kind of paper that the program draws up, in the order of lists.

A new kind is one entry here, three texts in ``resources/text/paper_kinds.toml``, and a function
that says which papers of it a cycle needs.
"""

from __future__ import annotations

from thidua_desktop.application.paper_kinds.ballot_papers import BALLOTS, COUNT_MINUTES
from thidua_desktop.application.paper_kinds.decision_papers import CEREMONY, DECISION, SIGNING
from thidua_desktop.application.paper_kinds.kind import PaperKind
from thidua_desktop.application.paper_kinds.proposal_papers import REPORT, SUMMARY, SUPPLEMENT
from thidua_desktop.application.paper_kinds.session_papers import MINUTES, SUBMISSION
from thidua_desktop.application.paper_kinds.unit_papers import INSPECTION, REMINDER, SCORE_SHEET

CATALOGUE: tuple[PaperKind, ...] = (
    BALLOTS,
    COUNT_MINUTES,
    MINUTES,
    SUBMISSION,
    DECISION,
    SIGNING,
    CEREMONY,
    SUMMARY,
    REPORT,
    REMINDER,
    SUPPLEMENT,
    SCORE_SHEET,
    INSPECTION,
)
