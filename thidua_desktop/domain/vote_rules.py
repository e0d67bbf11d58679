"""Quy định biểu quyết in force: the rule pack's, or the province's where the law leaves room."""

from __future__ import annotations

from dataclasses import replace

from thidua_desktop.domain.award_forms import VoteRule
from thidua_desktop.domain.errors import RuleViolation

_MAJORITY_PERCENT = 50


def rule_in_force(by_pack: VoteRule, own: VoteRule | None) -> VoteRule:
    """The office's own rule where there is one, but never less than the law itself asks.

    A law that came after the own rule and asks for more wins.
    """
    if own is None or _falls_short(by_pack, own):
        return by_pack
    return replace(own, ballot_required=own.ballot_required or by_pack.ballot_required)


def refuse_less_than_law(by_pack: VoteRule, own: VoteRule) -> None:
    """Refuse an own rule that asks for less than the law.

    Raises:
        RuleViolation: the law sets the share or the secret ballot itself.
    """
    drops_ballot = by_pack.ballot_required and not own.ballot_required
    if by_pack.source.province_may_set or not (drops_ballot or _falls_short(by_pack, own)):
        return
    raise RuleViolation(
        "vote_rule_below_law",
        by_pack.source.citation,
        percent=by_pack.threshold_percent or _MAJORITY_PERCENT,
    )


def _falls_short(by_pack: VoteRule, own: VoteRule) -> bool:
    if by_pack.source.province_may_set:
        return False
    least = by_pack.threshold_percent
    return least is not None and (own.threshold_percent or _MAJORITY_PERCENT) < least
