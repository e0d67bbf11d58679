"""A small year of made-up awards, from which every paper of a commune can be drawn up."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

from tests.cycles_in_hand import year_cycle
from thidua_desktop.application.papers.bien_ban import BienBanOrder
from thidua_desktop.application.papers.context import Nominee, PaperContext, Registration
from thidua_desktop.application.papers.quyet_dinh import QuyetDinhOrder
from thidua_desktop.application.papers.to_trinh import ToTrinhOrder
from thidua_desktop.application.records import Office
from thidua_desktop.documents.plan_file import FilePlanLibrary
from thidua_desktop.domain.award_forms import (
    AwardForm,
    AwardKind,
    AwardLevel,
    Grade,
    Source,
    Sure,
    VoteRule,
)
from thidua_desktop.domain.cycles import Cycle
from thidua_desktop.domain.kinds import Confirmation, Gender, SubjectKind
from thidua_desktop.domain.plan import Plan
from thidua_desktop.domain.proposals import (
    Ballot,
    CouncilSession,
    Decision,
    Proposal,
    ProposalStatus,
)
from thidua_desktop.domain.rule_pack import BaseSalary, Law, Quorum, RulePack
from thidua_desktop.domain.units import Person

SLUGS = ("cao-minh", "dang-thuy-tram", "tay-hieu", "trung-khanh", "xuan-hung")
FONTS = Path(__file__).parent.parent / "resources" / "fonts"

TODAY = dt.date(2026, 12, 22)
CYCLE = year_cycle(dt.date(2026, 1, 5), dt.date(2026, 12, 10))
SESSION = CouncilSession("2026-annual-1", CYCLE.id, dt.date(2026, 12, 20), 11, 10)
DECISION = Decision(1, SESSION.id, dt.date(2026, 12, 25), "9", "B", 2_530_000)
PROPOSED_BY = Registration("7", dt.date(2026, 12, 22))
OFFICE = Office(
    chair="Nguyễn Văn Mẫu",
    deputy="Trần Thị Ví Dụ",
    department_head="Lê Văn Giả Định",
    officer="Phạm Thị Minh Họa",
)

_SEEN = Source("Nghị định số 152/2025/NĐ-CP", Sure.SEEN)
_UNSEEN = Source("", Sure.GENERAL)
_BONUS = Source("Điều 49 đến Điều 54 Nghị định số 152/2025/NĐ-CP của Chính phủ", Sure.SEEN)
_SALARY = Source("Nghị định số 161/2026/NĐ-CP", Sure.SEEN)
_FROM = dt.date(2025, 7, 1)
_LAWS = (
    Law("Luật", "Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022", _FROM, None, _SEEN),
    Law(
        "Nghị định số 152/2025/NĐ-CP",
        "Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ",
        _FROM,
        None,
        _SEEN,
    ),
    Law(
        "Nghị định số 161/2026/NĐ-CP",
        "Nghị định số 161/2026/NĐ-CP ngày 15 tháng 5 năm 2026 của Chính phủ",
        _FROM,
        None,
        _SEEN,
    ),
    Law("Chưa đọc", "Văn bản chưa đọc", _FROM, None, _UNSEEN),
    Law("Đã hết hiệu lực", "Văn bản đã hết hiệu lực", _FROM, dt.date(2025, 12, 31), _SEEN),
)
_ALL = tuple(SubjectKind)


def _form(code: str, name: str, kind: AwardKind, level: AwardLevel, order: int) -> AwardForm:
    grades = (Grade("ba", "hạng Ba"),) if code == "huan_chuong_lao_dong" else ()
    vote = VoteRule(None, ballot_required=False, source=_SEEN)
    return AwardForm(code, name, kind, level, "", _ALL, (), grades, vote, order, _SEEN, _BONUS)


_FORMS = (
    _form("huan_chuong_lao_dong", "Huân chương Lao động", AwardKind.HINH_THUC, AwardLevel.STATE, 1),
    _form("co_thi_dua_tinh", "Cờ thi đua", AwardKind.DANH_HIEU, AwardLevel.PROVINCE, 2),
    _form("bang_khen_tinh", "Bằng khen", AwardKind.HINH_THUC, AwardLevel.PROVINCE, 3),
    _form("giay_khen_xa", "Giấy khen", AwardKind.HINH_THUC, AwardLevel.COMMUNE, 4),
)

PACK = RulePack(
    code="B",
    name="Thử",
    valid_from=dt.date(2026, 1, 1),
    valid_to=None,
    laws=_LAWS,
    articles={},
    award_forms=_FORMS,
    base_salaries=(BaseSalary(dt.date(2026, 7, 1), 2_530_000, _SALARY),),
    commendations=(),
    standards=(),
    quorum=Quorum(2, 3, _SEEN),
    lowest_class=None,
    transition=None,
    tie_break=(),
    notes=(),
)


def context_of(plan: Plan, office: Office = OFFICE, cycle: Cycle = CYCLE) -> PaperContext:
    """An office that works with a plan, on one day."""
    return PaperContext(plan, office, cycle, PACK, TODAY, "Số liệu ngày 22/12/2026 - 3f9a21bc")


def nominee(
    number: int,
    subject: SubjectKind,
    name: str,
    award: str = "giay_khen_xa",
    detail: str = "",
    votes: int = 10,
) -> Nominee:
    """One who is proposed and voted on."""
    achievement = (
        "Đi đầu trong chuyển đổi số trên địa bàn; 100% hồ sơ công việc xử lý trên môi trường "
        "mạng; có mô hình được các đơn vị khác học tập"
    )
    proposal = Proposal(
        id=number,
        cycle=CYCLE.id,
        award=award,
        subject=subject,
        subject_code=f"X{number}",
        subject_name=name,
        detail=detail,
        achievement=achievement,
        period_from=CYCLE.achievement_from,
        period_to=CYCLE.achievement_to,
        received_on=dt.date(2026, 12, 9),
        confirmed=tuple(Confirmation),
        status=ProposalStatus.PASSED if votes > 5 else ProposalStatus.NOT_PASSED,
    )
    ballot = Ballot(SESSION.id, number, votes, SESSION.present - votes, 0, passed=votes > 5)
    return Nominee(proposal, ballot=ballot)


def individual(nominee_: Nominee, gender: Gender, year: int) -> Nominee:
    """The same with what the register of people knows."""
    subject = nominee_.proposal.subject
    person = Person("CN0001", nominee_.proposal.subject_name, subject, "", "", year, gender)
    return replace(nominee_, person=person)


def nominees_for(award: str, hamlet: str) -> tuple[Nominee, ...]:
    """Two collectives, an enterprise, a household, two people; not in the order of lists."""
    person, collective = SubjectKind.INDIVIDUAL, SubjectKind.COLLECTIVE
    school = replace(
        nominee(2, collective, "Trường Tiểu học Số Mẫu", award),
        result="96,5 điểm - Hoàn thành xuất sắc",
    )
    company = nominee(3, SubjectKind.ENTERPRISE, "Hợp tác xã Nông nghiệp Ví Dụ", award, votes=8)
    household = nominee(4, SubjectKind.HOUSEHOLD, "Hoàng Văn Thử", award, f"{hamlet} 3")
    woman = nominee(5, person, "Đỗ Thị Làm Mẫu", award, "Hiệu trưởng, Trường Tiểu học Số Mẫu")
    man = nominee(1, person, "Bùi Văn Thí Điểm", award, f"Tổ trưởng tổ công nghệ số, {hamlet} 1")
    return (
        individual(man, Gender.MALE, 1988),
        school,
        company,
        individual(household, Gender.MALE, 1970),
        individual(woman, Gender.FEMALE, 1979),
    )


def to_trinh_order(plan: Plan, award: str = "bang_khen_tinh") -> ToTrinhOrder:
    """All proposed for one award."""
    return ToTrinhOrder(award, nominees_for(award, _hamlet(plan)), SESSION)


def quyet_dinh_order(plan: Plan) -> QuyetDinhOrder:
    """Giấy khen with money for all."""
    amounts = {
        SubjectKind.INDIVIDUAL: 760_000,
        SubjectKind.HOUSEHOLD: 1_140_000,
        SubjectKind.COLLECTIVE: 1_520_000,
        SubjectKind.ENTERPRISE: 1_520_000,
    }
    given = tuple(
        replace(one, amount=amounts[one.proposal.subject])
        for one in nominees_for("giay_khen_xa", _hamlet(plan))
    )
    return QuyetDinhOrder("giay_khen_xa", given, DECISION, SESSION, PROPOSED_BY)


def bien_ban_order(plan: Plan) -> BienBanOrder:
    """A session on two awards, with one who did not pass."""
    hamlet = _hamlet(plan)
    out = nominee(9, SubjectKind.COLLECTIVE, "Trạm Y tế Chưa Đạt", votes=4)
    voted = (
        *nominees_for("giay_khen_xa", hamlet),
        out,
        *nominees_for("bang_khen_tinh", hamlet)[1:2],
    )
    return BienBanOrder(SESSION, voted)


def _hamlet(plan: Plan) -> str:
    return plan.commune.hamlet_word.split(", ")[-1].capitalize()


def shipped_plan(slug: str) -> Plan:
    """One of the five plans."""
    return FilePlanLibrary(FONTS.parent / "plans").load(slug)
