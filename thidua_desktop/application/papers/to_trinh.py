"""Tờ trình đề nghị khen thưởng, with the content of NĐ 152/2025/NĐ-CP Điều 33 khoản 11."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from thidua_desktop.application.papers import offices, wording
from thidua_desktop.application.papers.checks import refuse_unfit
from thidua_desktop.application.papers.context import (
    BLANK,
    DOTS,
    Nominee,
    PaperContext,
    Registration,
)
from thidua_desktop.application.papers.model import Annex, Paper, Paragraph, SignatureBlock
from thidua_desktop.application.papers.name_lists import proposal_list
from thidua_desktop.application.papers.offices import IssuingOffice
from thidua_desktop.application.papers.open_matters import open_matters
from thidua_desktop.application.papers.subjects import (
    addressed_name,
    counted,
    named,
    taken_in_words,
)
from thidua_desktop.domain.award_forms import AwardForm, AwardKind, AwardLevel
from thidua_desktop.domain.proposals import CouncilSession
from thidua_desktop.domain.vietnamese.dates import long_date
from thidua_desktop.domain.vietnamese.numerals import two_digit_count


@dataclass(frozen=True, slots=True)
class ToTrinhOrder:
    """What one tờ trình proposes: one award, for one level never goes with another.

    Attributes:
        nominees: all for this award, in the order that their list shall have.
        session: where the council voted; blanks stand for it while there is none.
        opinions: ý kiến của cơ quan liên quan, left to the pen while empty.
    """

    award: str
    nominees: tuple[Nominee, ...]
    session: CouncilSession | None = None
    registration: Registration = BLANK
    opinions: str = ""


def build_to_trinh(context: PaperContext, order: ToTrinhOrder) -> Paper:
    """The tờ trình for one award.

    Giấy khen is proposed by the department to the commune's chair; everything above by the
    committee to the province, through Sở Nội vụ.

    Raises:
        NotFound: the rule pack has no such form.
        RuleViolation: nobody is proposed, or someone whom the council did not pass.
    """
    form = context.pack.form(order.award)
    refuse_unfit(order.nominees)
    return _ToTrinh(context, order, form).paper()


class _ToTrinh:
    """One tờ trình in the making."""

    def __init__(self, context: PaperContext, order: ToTrinhOrder, form: AwardForm) -> None:
        self._context = context
        self._order = order
        self._form = form
        self._award = wording.award_name(form, context)
        self._is_own = form.level is AwardLevel.COMMUNE
        self._sender = _sender(context, is_own=self._is_own)
        self._addressees = _addressees(context, form)

    def paper(self) -> Paper:
        context, order, sender = self._context, self._order, self._sender
        names = named(order.nominees)
        subject = f"Về việc đề nghị tặng {self._award} cho {names} {wording.merit(context)}"
        return Paper(
            parent=sender.parent,
            issuer=sender.lines,
            number=order.registration.number,
            symbol=self._symbol,
            place=context.plan.commune.place_in_date,
            signed_on=order.registration.signed_on,
            year=context.today.year,
            kind="TỜ TRÌNH",
            subject=subject,
            addressees=self._addressees,
            blocks=(*self._bases(), *self._text()),
            signatures=(self._signature(),),
            recipients=self._recipients(),
            annexes=(self._annex(),),
            snapshot=context.snapshot,
        )

    @property
    def _symbol(self) -> str:
        return f"TTr-{self._sender.code}"

    def _bases(self) -> tuple[Paragraph, ...]:
        context = self._context
        laws = wording.law_citations(context, self._order.registration.signed_on)
        cited = [*laws, wording.plan_citation(context)]
        cited.append(wording.council_citation(context, self._order.session))
        return wording.bases([f"Căn cứ {one}" for one in cited])

    def _text(self) -> tuple[Paragraph, ...]:
        word = "danh hiệu thi đua" if self._form.kind is AwardKind.DANH_HIEU else "hình thức"
        opinions = self._order.opinions or DOTS * 13
        return (
            Paragraph(f"{self._sender.name} trình {self._decider} như sau:"),
            *wording.section("1. Quá trình bình xét", self._course(), self._session()),
            *wording.section(f"2. Nội dung, {word}, thành tích đề nghị", self._request()),
            *wording.section("3. Ý kiến của cơ quan liên quan", opinions),
            *wording.section("4. Ý kiến thẩm định", *self._appraisal(), *self._overrides()),
            *wording.section("5. Hồ sơ kèm theo", self._enclosed()),
            Paragraph(
                f"{self._sender.name} chịu trách nhiệm về tính chính xác của hồ sơ và kính trình "
                f"{self._decider} {self._asked()}./."
            ),
        )

    @property
    def _decider(self) -> str:
        return self._addressees[0]

    def _course(self) -> str:
        context = self._context
        return (
            f"Các đơn vị trên địa bàn {context.word} đã báo cáo kết quả, tự chấm điểm thực hiện "
            f"{wording.movement(context)} {wording.occasion(context)}; {context.department} đã "
            "thẩm định, tổng hợp kết quả và lập danh sách đề nghị."
        )

    def _session(self) -> str:
        session = self._order.session
        if session is None:
            held = f"ngày {DOTS}"
        else:
            present, total = map(two_digit_count, (session.present, session.members_total))
            held = (
                f"{long_date(session.held_on)} (có mặt {present} trên tổng số {total} thành viên"
                f"{wording.written_opinions(session)})"
            )
        return (
            f"{self._context.council} họp {held}, xét và biểu quyết từng trường hợp. Tỷ lệ đồng ý "
            "tính trên tổng số thành viên Hội đồng, ghi tại danh sách kèm theo."
        )

    def _request(self) -> str:
        nominees = self._order.nominees
        give = "trình cấp có thẩm quyền tặng" if self._is_of_state else "tặng"
        span = wording.period(nominees)
        counts = f"; thành tích tính {span}" if span else ""
        return (
            f"Đề nghị {give} {self._award} cho {counted(nominees)} "
            f"{wording.merit(self._context)}{counts}. Tên và tóm tắt thành tích của từng trường "
            "hợp tại danh sách kèm theo Tờ trình này."
        )

    def _appraisal(self) -> list[str]:
        """Says only of those who were confirmed that they meet everything."""
        nominees = self._order.nominees
        open_to = open_matters(self._context.pack, self._form, nominees)
        lacking = {name for names in open_to.values() for name in names}
        fit = [
            addressed_name(one)
            for one in nominees
            if addressed_name(one) not in lacking and not one.proposal.override_reason
        ]
        told = [self._fit(fit)]
        if open_to:
            told.append("Kết quả thẩm định các nội dung sau do người thẩm định ghi:")
        blank = DOTS * 5
        for matter, names in open_to.items():
            whose = "tất cả trường hợp" if len(names) == len(nominees) else "; ".join(names)
            told.append(f"- {matter} ({whose}): {blank}")
        return told

    def _fit(self, names: Sequence[str]) -> str:
        cases = "các trường hợp" if len(self._order.nominees) > 1 else "trường hợp"
        by = f"Qua thẩm định của {self._context.department}, {cases} đề nghị đúng đối tượng"
        met = "đủ điều kiện, tiêu chuẩn; hồ sơ, thủ tục theo quy định"
        if len(names) == len(self._order.nominees):
            return f"{by}, {met}."
        return f"{by}; {'; '.join(names)} {met}." if names else f"{by}."

    def _overrides(self) -> list[str]:
        """What is proposed although a check spoke against it is told, with the reason."""
        return [f"Riêng trường hợp {told}." for told in taken_in_words(self._order.nominees)]

    def _enclosed(self) -> str:
        context = self._context
        minutes = wording.council_citation(context, self._order.session)
        return (
            f"Danh sách đề nghị; {minutes[:1].lower()}{minutes[1:]}; báo cáo thành tích của "
            f"{named(self._order.nominees)}."
        )

    def _asked(self) -> str:
        if self._is_of_state:
            return "xem xét, trình cấp có thẩm quyền quyết định"
        return "xem xét, quyết định"

    @property
    def _is_of_state(self) -> bool:
        return self._form.level is AwardLevel.STATE

    def _signature(self) -> SignatureBlock:
        if self._is_own:
            return offices.department_signature(self._context)
        return offices.committee_signature(self._context)

    def _recipients(self) -> tuple[str, ...]:
        word = self._context.word
        council = f"Hội đồng TĐKT {word}"
        if self._is_own:
            return ("Như trên", council, offices.filing(self._context))
        above = f"TT. Đảng ủy, TT. HĐND {word} (b/c)"
        leaders = f"Chủ tịch, các PCT UBND {word}"
        return ("Như trên", above, leaders, council, offices.filing(self._context))

    def _annex(self) -> Annex:
        order, context = self._order, self._context
        members = order.session.members_total if order.session else None
        cited = wording.cited_paper("Tờ trình", self._symbol, context, order.registration)
        return Annex(
            label="",
            title=f"Danh sách {named(order.nominees)} đề nghị tặng {self._award}".upper(),
            attached_to=f"(Kèm theo {cited} của {self._sender.name})",
            blocks=proposal_list(order.nominees, wording.short_name(self._award), members),
            landscape=True,
        )


def _sender(context: PaperContext, *, is_own: bool) -> IssuingOffice:
    return offices.department(context) if is_own else offices.committee(context)


def _addressees(context: PaperContext, form: AwardForm) -> tuple[str, ...]:
    """Kính gửi: who decides or passes on, first."""
    if form.level is AwardLevel.COMMUNE:
        return (f"Chủ tịch {context.committee}",)
    of_province = f"Ủy ban nhân dân {context.province}"
    gives_flag = form.level is AwardLevel.PROVINCE and form.kind is AwardKind.DANH_HIEU
    first = of_province if gives_flag else f"Chủ tịch {of_province}"
    return (first, f"Sở Nội vụ {context.province}")
