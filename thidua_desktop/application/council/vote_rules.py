"""Quy định biểu quyết: what holds for each award, and the province's own in its place."""

from __future__ import annotations

from dataclasses import dataclass

from thidua_desktop.application.books import Books
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.setting_up.award_forms import pack_of_day
from thidua_desktop.domain.award_forms import AwardForm, Source, Sure, VoteRule
from thidua_desktop.domain.errors import InputError
from thidua_desktop.domain.reasons import Issue
from thidua_desktop.domain.rule_pack import Quorum, RulePack
from thidua_desktop.domain.vote_rules import refuse_less_than_law, rule_in_force


@dataclass(frozen=True, slots=True)
class RuleInForce:
    """How one award is voted on.

    Attributes:
        by_pack: what the rule pack says.
        is_own: whether the office's own rule stands in its place.
    """

    form: AwardForm
    by_pack: VoteRule
    rule: VoteRule
    is_own: bool


@dataclass(frozen=True, slots=True)
class VotingRules:
    """Quorum and thresholds as they hold in this office today."""

    quorum: Quorum
    pack_quorum: Quorum
    awards: tuple[RuleInForce, ...]

    @property
    def has_own_quorum(self) -> bool:
        """Whether the quorum is the office's own."""
        return self.quorum != self.pack_quorum


def rule_of(books: Books, form: AwardForm) -> VoteRule:
    """How the council votes on a form in this office."""
    return rule_in_force(form.vote, books.council.vote_rules().get(form.code))


def quorum_of(books: Books, pack: RulePack) -> Quorum:
    """How many must be present in this office."""
    return books.council.quorum() or pack.quorum


def voting_rules(desk: Desk) -> VotingRules:
    """What holds today, award by award, the highest first."""
    pack = pack_of_day(desk)
    with desk.store.read() as books:
        own = books.council.vote_rules()
        quorum = quorum_of(books, pack)
    forms = sorted(pack.award_forms, key=lambda form: form.order)
    return VotingRules(
        quorum,
        pack.quorum,
        tuple(
            RuleInForce(
                form, form.vote, rule_in_force(form.vote, own.get(form.code)), form.code in own
            )
            for form in forms
        ),
    )


def own_source(citation: str) -> Source:
    """Where an own rule stands, as the officer says it."""
    return Source(citation.strip(), Sure.PRACTICE, province_may_set=True)


def set_vote_rule(desk: Desk, award: str, rule: VoteRule) -> None:
    """Let another rule hold for an award.

    Raises:
        NotFound: no such award.
        InputError: no document is named, or the share is no percentage.
        RuleViolation: it asks for less than the law.
    """
    form = pack_of_day(desk).form(award)
    faults = [Issue("vote_rule_without_document")] if not rule.source.citation.strip() else []
    if rule.threshold_percent is not None and not 0 < rule.threshold_percent <= 100:  # noqa: PLR2004
        faults.append(Issue("vote_rule_no_percentage", data={"percent": rule.threshold_percent}))
    if faults:
        raise InputError("vote_rule_wrong", faults)
    refuse_less_than_law(form.vote, rule)
    with desk.store.write("vote_rule_set", award=form.name) as books:
        books.council.save_vote_rule(award, rule)


def reset_vote_rule(desk: Desk, award: str) -> None:
    """Go back to the rule pack's rule.

    Raises:
        NotFound: no such award.
    """
    form = pack_of_day(desk).form(award)
    with desk.store.write("vote_rule_reset", award=form.name) as books:
        books.council.remove_vote_rule(award)


def set_quorum(desk: Desk, quorum: Quorum) -> None:
    """Let another share of members make the quorum.

    Raises:
        InputError: no document is named, or it is no share.
    """
    faults = [] if quorum.source.citation.strip() else [Issue("vote_rule_without_document")]
    if not 0 < quorum.parts <= quorum.of:
        faults.append(Issue("quorum_no_share", data={"parts": quorum.parts, "of": quorum.of}))
    if faults:
        raise InputError("vote_rule_wrong", faults)
    with desk.store.write("quorum_set", parts=quorum.parts, of=quorum.of) as books:
        books.council.save_quorum(quorum)


def reset_quorum(desk: Desk) -> None:
    """Go back to the rule pack's quorum."""
    with desk.store.write("quorum_reset") as books:
        books.council.remove_quorum()
