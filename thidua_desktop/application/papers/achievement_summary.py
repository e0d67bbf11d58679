"""Báo cáo tóm tắt thành tích, written by the proposing office (NĐ 152/2025/NĐ-CP Điều 33.8)."""

from __future__ import annotations

from dataclasses import dataclass

from thidua_desktop.application.papers import offices, wording
from thidua_desktop.application.papers.achievement_facts import AchievementFacts
from thidua_desktop.application.papers.blanks import blank_lines
from thidua_desktop.application.papers.checks import refuse_unfit
from thidua_desktop.application.papers.context import (
    BLANK,
    PaperContext,
    Registration,
)
from thidua_desktop.application.papers.model import Block, Paper, Paragraph, ParagraphStyle
from thidua_desktop.application.papers.subjects import (
    SUBJECT_WORDS,
    addressed_name,
    named,
    sections,
)
from thidua_desktop.domain.award_forms import AwardLevel
from thidua_desktop.domain.vietnamese.numerals import roman, two_digit_count


@dataclass(frozen=True, slots=True)
class SummaryOrder:
    """All who are proposed for one award, with what is known of them."""

    award: str
    facts: tuple[AchievementFacts, ...]
    registration: Registration = BLANK


def build_achievement_summary(context: PaperContext, order: SummaryOrder) -> Paper:
    """One paper with a few lines on each; by the department, above the commune by the committee.

    Raises:
        NotFound: the rule pack has no such form.
        RuleViolation: nobody is proposed, or someone whom the council did not pass.
    """
    form = context.pack.form(order.award)
    nominees = [one.nominee for one in order.facts]
    refuse_unfit(nominees)
    is_own = form.level is AwardLevel.COMMUNE
    issuer = offices.department(context) if is_own else offices.committee(context)
    sign = offices.department_signature if is_own else offices.committee_signature
    return Paper(
        parent=issuer.parent,
        issuer=issuer.lines,
        number=order.registration.number,
        symbol=f"BC-{issuer.code}",
        place=context.plan.commune.place_in_date,
        signed_on=order.registration.signed_on,
        year=context.today.year,
        kind="BÁO CÁO",
        subject=f"Tóm tắt thành tích của {named(nominees)} đề nghị tặng "
        f"{wording.award_name(form, context)} {wording.merit(context)}",
        blocks=_text(order),
        signatures=(sign(context),),
        recipients=(f"Hội đồng TĐKT {context.word}", offices.filing(context)),
        snapshot=context.snapshot,
    )


def _text(order: SummaryOrder) -> tuple[Block, ...]:
    facts = {one.nominee.proposal.id: one for one in order.facts}
    blocks: list[Block] = []
    for number, (kind, part) in enumerate(sections([o.nominee for o in order.facts]), start=1):
        head = f"{roman(number)}. {SUBJECT_WORDS[kind].upper()} ({two_digit_count(len(part))})"
        blocks.append(Paragraph(head, ParagraphStyle.HEADING))
        for place, nominee in enumerate(part, start=1):
            blocks += _one(place, facts[nominee.proposal.id])
    return tuple(blocks)


def _one(place: int, facts: AchievementFacts) -> list[Block]:
    nominee = facts.nominee
    detail = nominee.proposal.detail
    name = addressed_name(nominee)
    head = f"{place}. {name}, {detail}" if detail else f"{place}. {name}"
    achievement = nominee.proposal.achievement.strip().rstrip(". ")
    texts = [f"{achievement}." if achievement else blank_lines()[0]]
    if nominee.result:
        among = f", xếp thứ {facts.rank}/{facts.among} trong nhóm" if facts.rank else ""
        texts.append(f"Kết quả chấm điểm: {nominee.result}{among}.")
    if facts.highlights.strip():
        said = " ".join(facts.highlights.split()).rstrip(". ")
        texts.append(f"Mô hình, sáng kiến, cách làm hay: {said}.")
    return list(wording.section(head, *texts))
