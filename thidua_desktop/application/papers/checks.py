"""What no paper may say."""

from __future__ import annotations

from collections.abc import Sequence

from thidua_desktop.application.papers.context import Nominee
from thidua_desktop.domain.errors import RuleViolation
from thidua_desktop.domain.proposals import ProposalStatus

_OUT = (ProposalStatus.NOT_PASSED, ProposalStatus.WITHDRAWN, ProposalStatus.REFUSED)


def refuse_unfit(nominees: Sequence[Nominee]) -> None:
    """See that a paper proposes or rewards someone, and only those who passed.

    Raises:
        RuleViolation: nobody is on the list, or someone withdrawn or not passed.
    """
    if not nominees:
        raise RuleViolation("paper_without_names")
    out = tuple(one.proposal.subject_name for one in nominees if _is_out(one))
    if out:
        raise RuleViolation("paper_names_not_passed", names=out)


def _is_out(nominee: Nominee) -> bool:
    voted_down = nominee.ballot is not None and not nominee.ballot.passed
    return voted_down or nominee.proposal.status in _OUT
