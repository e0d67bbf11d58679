"""Đề nghị cả danh sách: everyone above the line in one operation, the blocked put aside."""

from __future__ import annotations

from dataclasses import dataclass

from thidua_desktop.application.awarding.candidates import AwardScene, Candidate, Wording
from thidua_desktop.application.awarding.listing import (
    AwardDraft,
    Listed,
    ListOrder,
    award_draft,
)
from thidua_desktop.application.awarding.proposing import add_proposal
from thidua_desktop.application.paper_words import refuse_unprintable
from thidua_desktop.application.ports import Desk
from thidua_desktop.domain.awards.quota_line import ListChoiceKind
from thidua_desktop.domain.awards.verdict import may_propose
from thidua_desktop.domain.errors import InputError, RuleViolation
from thidua_desktop.domain.rule_pack import Principle, RulePack, pack_for


@dataclass(frozen=True, slots=True)
class ListWording:
    """What all proposals of a list say.

    Attributes:
        over_reason: why there are more than the number; who is beyond it bears this reason.
        confirmed: codes of what the officer confirms of everyone who is asked it.
    """

    achievement: str
    over_reason: str = ""
    confirmed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ListProposed:
    """What became of a list: who was proposed, and who was put aside because a block stands."""

    proposed: tuple[tuple[int, Listed], ...]
    put_aside: tuple[Listed, ...]
    operation: int | None

    @property
    def proposals(self) -> tuple[int, ...]:
        """The numbers of the proposals."""
        return tuple(number for number, _ in self.proposed)


def propose_list(desk: Desk, order: ListOrder, wording: ListWording) -> ListProposed:
    """Propose everyone above the line who is not proposed yet, as one operation.

    Only who stands beyond the number bears the reason for it, and only who is blocked the reason
    of being taken in: a proposal that bears a reason takes nobody's place later on.

    Raises:
        NotFound: no such cycle or award.
        InputError: the achievement is empty.
        RuleViolation: the list holds more than the quota and bears no reason, the cycle is
            closed, or no rules are known for today.
    """
    if not wording.achievement.strip():
        raise InputError("achievement_missing")
    refuse_unprintable(wording.achievement)
    pack = pack_for(desk.rule_packs.packs(), desk.clock.today())
    draft = award_draft(desk, order, wording.confirmed)
    draft.cycle.require_open()
    reasons = _reasons(draft, _over_reason(draft, wording, pack))
    taken = [row for row in draft.new if _is_free(row, reasons[row.code])]
    aside = tuple(row for row in draft.new if row not in taken)
    if not taken:
        return ListProposed((), aside, None)
    with desk.store.write("list_proposed", award=draft.form.name, count=len(taken)) as books:
        scene = AwardScene(books, desk, books.cycles.get(order.cycle))
        numbers = [
            add_proposal(
                scene,
                _candidate(scene, order, row),
                Wording(wording.achievement, reasons[row.code]),
                row.check.confirmed,
            )
            for row in taken
        ]
        operation = books.operation
    return ListProposed(tuple(zip(numbers, taken, strict=True)), aside, operation)


def _over_reason(draft: AwardDraft, wording: ListWording, pack: RulePack) -> str:
    """Why there are more than the number, as said now or when the line was moved."""
    reason = wording.over_reason.strip() or draft.drawn.reason
    if draft.result.over and not reason:
        maximum = draft.result.places.allowed or 0
        raise RuleViolation(
            "list_over_quota",
            pack.article(Principle.QUOTA),
            over=draft.result.over,
            maximum=maximum,
        )
    return reason


def _reasons(draft: AwardDraft, over_reason: str) -> dict[str, str]:
    """The reason that each new proposal bears; the last of the list are those beyond the number."""
    first_over = len(draft.new) - draft.result.over
    found = {}
    for place, row in enumerate(draft.new):
        parts = [_said(row) if row.blocks else "", over_reason if place >= first_over else ""]
        found[row.code] = "; ".join(dict.fromkeys(filter(None, parts)))
    return found


def _said(row: Listed) -> str:
    """The officer's reason for taking one in, empty where the order did."""
    is_taken_in = row.line.why.code == f"list_{ListChoiceKind.TAKEN_IN}"
    return str(row.line.why.data["reason"]) if is_taken_in else ""


def _is_free(row: Listed, reason: str) -> bool:
    """Whether nothing but the number stands against it, or a reason lifts what does."""
    checks = [one for one in row.check.checks if one.code != Principle.QUOTA]
    return may_propose(checks, reason)


def _candidate(scene: AwardScene, order: ListOrder, row: Listed) -> Candidate:
    find = scene.person if row.subject.is_person else scene.unit
    return Candidate(scene, order.award, find(row.code))
