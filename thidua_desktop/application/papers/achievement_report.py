"""Báo cáo thành tích: pre-filled from what the office knows, dots for what it does not.

Four forms: of an individual, of a collective, the shorter one of a thematic movement (theo chuyên
đề) for both, and that of a household. No national wording of the last two was seen; their layout
follows the practice that the text `paper_source_achievement_report` names.
"""

from __future__ import annotations

from dataclasses import dataclass

from thidua_desktop.application.papers import achievement_parts as parts
from thidua_desktop.application.papers import wording
from thidua_desktop.application.papers.achievement_facts import AchievementFacts
from thidua_desktop.application.papers.context import DOTS, PaperContext
from thidua_desktop.application.papers.model import Block, Paper, SignatureBlock
from thidua_desktop.domain.award_forms import AwardForm, AwardKind, AwardLevel
from thidua_desktop.domain.kinds import SubjectKind

_FLAG = "Cờ"
_SEALED = "(Ký tên, đóng dấu)"
_BY_HAND = "(Ký, ghi rõ họ tên)"


@dataclass(frozen=True, slots=True)
class AchievementOrder:
    """One report for one proposal.

    Attributes:
        is_thematic: the shorter form of a thematic movement.
    """

    award: str
    facts: AchievementFacts
    is_thematic: bool = True


def is_thematic_form(form: AwardForm) -> bool:
    """Whether a form is proposed for the movement itself; danh hiệu look at a whole year's work."""
    return form.kind is not AwardKind.DANH_HIEU or form.name.startswith(_FLAG)


def build_achievement_report(context: PaperContext, order: AchievementOrder) -> Paper:
    """The report of one unit, person or household.

    Raises:
        NotFound: the rule pack has no such form.
    """
    return _Report(context, order).paper()


class _Report:
    """One report in the making."""

    def __init__(self, context: PaperContext, order: AchievementOrder) -> None:
        self._context = context
        self._facts = order.facts
        self._is_thematic = order.is_thematic
        self._form = context.pack.form(order.award)
        self._subject = order.facts.nominee.proposal.subject

    def paper(self) -> Paper:
        context, facts = self._context, self._facts
        unit = facts.unit_name
        return Paper(
            parent=f"UBND {context.commune}".upper() if facts.is_under_committee else "",
            issuer=(unit.upper() if unit else DOTS * 5,),
            number="",
            symbol=f"BC-{DOTS}" if facts.nominee.is_collective and facts.has_seal else "",
            place=context.plan.commune.place_in_date,
            signed_on=None,
            year=context.today.year,
            kind="BÁO CÁO THÀNH TÍCH",
            subject=self._title(),
            blocks=self._blocks(),
            signatures=self._signatures(),
            snapshot=context.snapshot,
        )

    def _title(self) -> str:
        award = wording.award_name(self._form, self._context)
        if not self._is_thematic:
            return f"Đề nghị tặng {award} {wording.occasion(self._context)}"
        movement = wording.movement(self._context)
        return f"Đề nghị tặng {award} trong {movement} {wording.occasion(self._context)}"

    def _blocks(self) -> tuple[Block, ...]:
        context, facts = self._context, self._facts
        if self._subject is SubjectKind.HOUSEHOLD:
            return (*parts.household(facts), *parts.household_results(context, facts))
        history = () if self._is_thematic else parts.earlier_awards(facts)
        if self._subject is SubjectKind.INDIVIDUAL:
            short = self._is_thematic
            return (
                *parts.person(facts, is_short=short),
                *parts.person_results(context, facts, with_pledge=not short),
                *history,
            )
        is_enterprise = self._subject is SubjectKind.ENTERPRISE
        return (
            *parts.collective(facts, is_short=self._is_thematic),
            *parts.collective_results(
                context, facts, is_enterprise=is_enterprise, is_thematic=self._is_thematic
            ),
            *history,
        )

    def _signatures(self) -> tuple[SignatureBlock, ...]:
        above = SignatureBlock(("XÁC NHẬN CỦA", "CẤP TRÌNH KHEN"), note=_SEALED)
        name = self._facts.nominee.proposal.subject_name
        if self._subject is SubjectKind.HOUSEHOLD:
            confirmed = f"UBND {self._context.word}".upper()
            return (
                SignatureBlock(("XÁC NHẬN CỦA", confirmed), note=_SEALED),
                SignatureBlock(("XÁC NHẬN CỦA", self._hamlet()), note=_BY_HAND),
                SignatureBlock(("CHỦ HỘ",), self._facts.plain_name, _BY_HAND),
            )
        if self._subject is SubjectKind.INDIVIDUAL:
            unit = SignatureBlock(("XÁC NHẬN CỦA", self._unit_post()), note=self._by_unit)
            own = SignatureBlock(("NGƯỜI BÁO CÁO",), name, _BY_HAND)
            is_above = self._form.level is not AwardLevel.COMMUNE
            return (above, unit, own) if is_above else (unit, own)
        head = self._facts.unit_head.upper() or self._unit_post()
        return (above, SignatureBlock((head,), note=self._by_unit))

    @property
    def _by_unit(self) -> str:
        return _SEALED if self._facts.has_seal else _BY_HAND

    def _unit_post(self) -> str:
        if self._facts.has_seal:
            return "THỦ TRƯỞNG ĐƠN VỊ"
        return self._facts.unit_head.upper() or self._hamlet()

    def _hamlet(self) -> str:
        word = self._context.plan.commune.hamlet_word.split(", ")[-1]
        return f"TRƯỞNG {word}".upper()
