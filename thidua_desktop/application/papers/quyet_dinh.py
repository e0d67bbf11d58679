"""Quyết định khen thưởng of the commune's chair, with its list and money."""

from __future__ import annotations

from dataclasses import dataclass

from thidua_desktop.application.papers import offices, wording
from thidua_desktop.application.papers.checks import refuse_unfit
from thidua_desktop.application.papers.context import BLANK, Nominee, PaperContext, Registration
from thidua_desktop.application.papers.model import Annex, Paper, Paragraph, ParagraphStyle
from thidua_desktop.application.papers.name_lists import decided_list
from thidua_desktop.application.papers.subjects import counted, named
from thidua_desktop.domain.award_forms import AwardForm, AwardLevel
from thidua_desktop.domain.errors import RuleViolation
from thidua_desktop.domain.kinds import CommuneKind
from thidua_desktop.domain.proposals import CouncilSession, Decision
from thidua_desktop.domain.vietnamese.numerals import money_text, money_words

_ECONOMY_DEPARTMENTS = {
    CommuneKind.XA: "Phòng Kinh tế",
    CommuneKind.PHUONG: "Phòng Kinh tế, Hạ tầng và Đô thị",
    CommuneKind.DAC_KHU: "Phòng Kinh tế",
}
"""The department that pays (NĐ 150/2025/NĐ-CP)."""


@dataclass(frozen=True, slots=True)
class QuyetDinhOrder:
    """What one decision gives.

    Attributes:
        nominees: all with their amounts, in the order that the list shall have.
        proposed_by: số and ngày of the department's tờ trình.
    """

    award: str
    nominees: tuple[Nominee, ...]
    decision: Decision
    session: CouncilSession | None = None
    proposed_by: Registration = BLANK


def build_quyet_dinh(context: PaperContext, order: QuyetDinhOrder) -> Paper:
    """The decision on one award.

    Raises:
        NotFound: the rule pack has no such form.
        RuleViolation: the award isn't the commune's to give, nobody is on the list, or someone
            whom the council did not pass.
    """
    form = context.pack.form(order.award)
    if form.level is not AwardLevel.COMMUNE:
        raise RuleViolation("award_not_of_commune", form.source.citation, award=form.name)
    refuse_unfit(order.nominees)
    return _QuyetDinh(context, order, form).paper()


class _QuyetDinh:
    """One decision in the making."""

    def __init__(self, context: PaperContext, order: QuyetDinhOrder, form: AwardForm) -> None:
        self._context = context
        self._order = order
        self._form = form
        self._award = wording.award_name(form, context)
        self._issuer = offices.committee(context)
        self._symbol = f"QĐ-{self._issuer.code}"
        self._registration = Registration(order.decision.number, order.decision.decided_on)

    def paper(self) -> Paper:
        context, order = self._context, self._order
        names = named(order.nominees)
        return Paper(
            parent=self._issuer.parent,
            issuer=self._issuer.lines,
            number=order.decision.number,
            symbol=self._symbol,
            place=context.plan.commune.place_in_date,
            signed_on=order.decision.decided_on,
            year=order.decision.decided_on.year,
            kind="QUYẾT ĐỊNH",
            subject=f"Về việc tặng {self._award} cho {names} {wording.merit(context)}",
            sub_issuer=self._chair.upper(),
            blocks=(
                *self._bases(),
                Paragraph("QUYẾT ĐỊNH:", ParagraphStyle.CENTRED),
                *(Paragraph(text, ParagraphStyle.ARTICLE) for text in self._articles()),
            ),
            signatures=(offices.chair_signature(context),),
            recipients=self._recipients(),
            annexes=(self._annex(),),
            snapshot=context.snapshot,
        )

    @property
    def _chair(self) -> str:
        return f"Chủ tịch {self._context.committee}"

    def _bases(self) -> tuple[Paragraph, ...]:
        context, order = self._context, self._order
        laws = wording.law_citations(context, order.decision.decided_on, with_money=True)
        cited = [*laws, wording.plan_citation(context)]
        cited.append(wording.council_citation(context, order.session))
        asked = wording.cited_paper("Tờ trình", "TTr-VHXH", context, order.proposed_by)
        head = f"Trưởng {context.department[:1].lower()}{context.department[1:]}"
        return wording.bases(
            [*(f"Căn cứ {one}" for one in cited), f"Theo đề nghị của {head} tại {asked}"]
        )

    def _articles(self) -> tuple[str, ...]:
        parts = (self._gift(), self._money(), self._duties())
        return tuple(f"Điều {number}. {text}" for number, text in enumerate(parts, start=1))

    def _gift(self) -> str:
        nominees = self._order.nominees
        span = wording.period(nominees)
        counts = f" Thành tích tính {span}." if span else ""
        return (
            f"Tặng {self._award} cho {counted(nominees)} {wording.merit(self._context)} "
            f"(có danh sách kèm theo).{counts}"
        )

    def _money(self) -> str:
        total = sum(one.amount or 0 for one in self._order.nominees)
        article = wording.article_text(self._form.bonus_source.citation)
        by = f"thực hiện theo {article}, " if article else ""
        base = money_text(self._order.decision.base_salary)
        return (
            f"Tiền thưởng kèm theo {by}tính trên mức lương cơ sở {base}/tháng. Tổng số tiền: "
            f"{money_text(total)} (Bằng chữ: {money_words(total)}), chi từ Quỹ thi đua, khen "
            f"thưởng của {self._context.word}."
        )

    def _duties(self) -> str:
        context = self._context
        economy = _ECONOMY_DEPARTMENTS[context.plan.commune.kind]
        heads = [f"Trưởng {name[:1].lower()}{name[1:]}" for name in (context.department, economy)]
        return (
            "Quyết định này có hiệu lực kể từ ngày ký. Chánh Văn phòng Hội đồng nhân dân và Ủy "
            f"ban nhân dân {context.word}; {heads[0]}; {heads[1]}; {named(self._order.nominees)} "
            "có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./."
        )

    def _recipients(self) -> tuple[str, ...]:
        word = self._context.word
        return (
            "Như Điều 3",
            f"TT. Đảng ủy, TT. HĐND {word} (b/c)",
            f"Chủ tịch, các PCT UBND {word}",
            f"Hội đồng TĐKT {word}",
            offices.filing(self._context),
        )

    def _annex(self) -> Annex:
        context, order = self._context, self._order
        cited = wording.cited_paper("Quyết định", self._symbol, context, self._registration)
        return Annex(
            label="",
            title=f"Danh sách {named(order.nominees)} được tặng {self._award}".upper(),
            attached_to=f"(Kèm theo {cited} của {self._chair})",
            blocks=decided_list(order.nominees),
        )
