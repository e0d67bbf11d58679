"""The words that papers share: the award, the movement, the plan, the dates."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from thidua_desktop.application.cycle_titles import cycle_title
from thidua_desktop.application.papers.context import DOTS, Nominee, PaperContext, Registration
from thidua_desktop.application.papers.fixed_lines import with_symbol
from thidua_desktop.application.papers.model import Paragraph, ParagraphStyle
from thidua_desktop.domain.award_forms import AwardForm, AwardKind, Sure
from thidua_desktop.domain.kinds import CycleKind
from thidua_desktop.domain.proposals import CouncilSession
from thidua_desktop.domain.vietnamese.dates import long_date
from thidua_desktop.domain.vietnamese.numerals import two_digit_count

_AWARD_NAMES = {
    "giay_khen_xa": "Giấy khen của Chủ tịch {committee}",
    "bang_khen_tinh": "Bằng khen của Chủ tịch Ủy ban nhân dân {province}",
    "co_thi_dua_tinh": "Cờ thi đua của Ủy ban nhân dân {province}",
}
"""Forms whose name on paper says which commune or province gives them."""

_FLAG = "Cờ"
_MOVEMENT_WORD = "thi đua"
_LAW_NUMBER = re.compile(r"\d+/\d{4}/[\w-]+")
_MISSING_NUMBER_WORD = re.compile(r"(Nghị định|Nghị quyết|Quyết định|Thông tư) (?=\d)")
_BY_FORCE = ("luật", "nghị định", "quyết định", "thông tư")
_MAY_BE_CITED = (Sure.SEEN, Sure.QUOTED)


def award_name(form: AwardForm, context: PaperContext) -> str:
    """«Giấy khen của Chủ tịch Ủy ban nhân dân xã Xuân Hưng», «danh hiệu “Lao động tiên tiến”».

    Hạng of a huân chương is left to the pen.
    """
    name = _AWARD_NAMES.get(form.code, form.name).format(
        committee=context.committee, province=context.province
    )
    if form.grades:
        return f"{name} hạng {DOTS}"
    is_title = form.kind is AwardKind.DANH_HIEU and not name.startswith(_FLAG)
    return f"danh hiệu “{name}”" if is_title else name


def short_name(award: str) -> str:
    """«Bằng khen» out of «Bằng khen của Chủ tịch …», for columns under a title that says it all."""
    return award.partition(" của ")[0]


def movement(context: PaperContext) -> str:
    """The movement of the plan, as papers call it."""
    return movement_called(context.plan.movement)


def movement_called(name: str) -> str:
    """«Phong trào thi đua “…”»; a movement whose name begins with «Thi đua» says it once."""
    said = name.lower().startswith(_MOVEMENT_WORD)
    return f"Phong trào “{name}”" if said else f"Phong trào thi đua “{name}”"


def occasion(context: PaperContext) -> str:
    """«năm 2026», «6 tháng đầu năm 2026», «giai đoạn 2025 - 2027»."""
    cycle = context.cycle
    if cycle.kind in (CycleKind.MID_TERM, CycleKind.FINAL):
        return f"giai đoạn {cycle.achievement_from.year} - {cycle.achievement_to.year}"
    return cycle_title(cycle)


def merit(context: PaperContext) -> str:
    """What the awards are for."""
    return f"có thành tích xuất sắc trong {movement(context)} {occasion(context)}"


def period(nominees: Sequence[Nominee]) -> str:
    """«từ ngày … đến ngày …» where all have the same, as a decision must say (Điều 33.7)."""
    spans = {(one.proposal.period_from, one.proposal.period_to) for one in nominees}
    if len(spans) != 1:
        return ""
    first, last = spans.pop()
    return f"từ {long_date(first)} đến {long_date(last)}"


def plan_citation(context: PaperContext) -> str:
    """The commune's own plan, with dots for what its copy does not bear."""
    plan = context.plan
    number = plan.number.strip()
    number = number if number[:1].isdigit() else f"{DOTS}{number or '/KH-UBND'}"
    day = long_date(plan.issued_on) if plan.issued_on else f"ngày {DOTS} tháng {DOTS} năm {DOTS}"
    title = " ".join(plan.title.split())
    title = title[:1].lower() + title[1:]
    # A title that names the movement outright is no deed of the plan: «Kế hoạch … về phong trào …».
    title = f"về {title}" if title.startswith("phong trào") else title
    return f"Kế hoạch số {number} {day} của {context.committee} {title}"


def law_citations(
    context: PaperContext, day: dt.date | None, *, with_money: bool = False
) -> tuple[str, ...]:
    """The instruments in force when a paper is signed, the highest first; what nobody read is out.

    What only sets the base salary is cited where money is given, and nowhere else.
    """
    salaries = " ".join(salary.source.citation for salary in context.pack.base_salaries)
    on_salary = set(_LAW_NUMBER.findall(salaries))
    cited = [
        law.citation
        for law in context.pack.laws_on(day or context.today)
        if law.source.sure in _MAY_BE_CITED
        and (with_money or on_salary.isdisjoint(_LAW_NUMBER.findall(law.citation)))
    ]
    return tuple(_dated(one) for one in sorted(cited, key=_force))


def _force(citation: str) -> int:
    """Thứ bậc hiệu lực of an instrument by the type that it names, 0 for the highest."""
    said = citation.lower()
    of_type = (place for place, word in enumerate(_BY_FORCE) if said.startswith(word))
    return next(of_type, len(_BY_FORCE))


def _dated(citation: str) -> str:
    """A citation with room for the date that the rule pack does not know."""
    if " ngày " in citation:
        return citation
    return citation.replace(" của ", f" ngày {DOTS} tháng {DOTS} năm {DOTS} của ", 1)


def article_text(citation: str) -> str:
    """An article as papers write it: «Điều 49 Nghị định số 152/2025/NĐ-CP»."""
    return _MISSING_NUMBER_WORD.sub(r"\1 số ", citation)


def cited_paper(paper: str, symbol: str, context: PaperContext, registration: Registration) -> str:
    """«Tờ trình số 05/TTr-UBND ngày …», dotted where the number or date is not given yet.

    Mere room would do in a heading; within a sentence Word lets it vanish at the end of a line.
    """
    number = with_symbol(registration.number, symbol, DOTS)
    return f"{paper} số {number} {day_of(registration.signed_on, context.today.year)}"


def day_of(day: dt.date | None, year: int) -> str:
    """A long date, or dots for the day and the month."""
    return long_date(day) if day else f"ngày {DOTS} tháng {DOTS} năm {year}"


def written_opinions(session: CouncilSession) -> str:
    """«, 01 thành viên gửi ý kiến bằng văn bản» where some did, to go on a line of attendance."""
    if not session.written:
        return ""
    return f", {two_digit_count(session.written)} thành viên gửi ý kiến bằng văn bản"


def council_citation(context: PaperContext, session: CouncilSession | None) -> str:
    """The minutes that a paper rests on, with dots while there was no session."""
    day = long_date(session.held_on) if session else f"ngày {DOTS}"
    return f"Biên bản họp {context.council} {day}"


def bases(lines: Sequence[str]) -> tuple[Paragraph, ...]:
    """Căn cứ: each on its own line, the last with a full stop."""
    ends = [";"] * (len(lines) - 1) + ["."]
    return tuple(
        Paragraph(f"{line}{end}", ParagraphStyle.BASIS)
        for line, end in zip(lines, ends, strict=True)
    )


def section(title: str, *texts: str) -> tuple[Paragraph, ...]:
    """A heading with its paragraphs; empty texts are left out."""
    heading = Paragraph(title, ParagraphStyle.HEADING)
    return (heading, *(Paragraph(text) for text in texts if text))
