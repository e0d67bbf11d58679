"""Orders for the papers around an award and around the units, from the small year in hand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from tests.council_papers_in_hand import ballots, count_minutes, minutes_by_name
from tests.papers_in_hand import (
    DECISION,
    bien_ban_order,
    nominees_for,
    quyet_dinh_order,
    to_trinh_order,
)
from thidua_desktop.application.papers.achievement_facts import (
    AchievementFacts,
    PastAward,
    ReportedResult,
)
from thidua_desktop.application.papers.achievement_report import (
    AchievementOrder,
    build_achievement_report,
)
from thidua_desktop.application.papers.achievement_summary import (
    SummaryOrder,
    build_achievement_summary,
)
from thidua_desktop.application.papers.bien_ban import build_bien_ban
from thidua_desktop.application.papers.ceremony_script import (
    CeremonyOrder,
    GivenAward,
    build_ceremony_script,
)
from thidua_desktop.application.papers.context import Nominee, PaperContext
from thidua_desktop.application.papers.inspection_minutes import (
    InspectedItem,
    InspectionRecord,
    build_inspection_minutes,
)
from thidua_desktop.application.papers.model import Paper
from thidua_desktop.application.papers.quyet_dinh import build_quyet_dinh
from thidua_desktop.application.papers.reminder_letter import (
    MissingReport,
    ReminderOrder,
    build_reminder_letter,
)
from thidua_desktop.application.papers.score_sheet import (
    ScoreEntry,
    ScoreSheetOrder,
    build_score_sheet,
)
from thidua_desktop.application.papers.signing_list import SigningOrder, build_signing_list
from thidua_desktop.application.papers.supplement_request import (
    MissingPart,
    SupplementOrder,
    build_supplement_request,
)
from thidua_desktop.application.papers.to_trinh import build_to_trinh
from thidua_desktop.domain.kinds import SubjectKind
from thidua_desktop.domain.plan import Plan
from thidua_desktop.domain.scoring.criterion import Role

SCHOOL = "Trường Tiểu học Số Mẫu"
PAST = (
    PastAward(
        2024,
        "Giấy khen của Chủ tịch Ủy ban nhân dân xã",
        "Quyết định số 12/QĐ-UBND ngày 20 tháng 12 năm 2024 của Chủ tịch Ủy ban nhân dân xã",
    ),
    PastAward(2025, "Lao động tiên tiến", "Quyết định số 07/QĐ-UBND", is_title=True),
)


def nominee_of(plan: Plan, subject: SubjectKind, award: str = "giay_khen_xa") -> Nominee:
    """The first of a kind among those in hand."""
    nominees = to_trinh_order(plan, award).nominees
    return next(one for one in nominees if one.proposal.subject is subject)


def results_of(plan: Plan) -> tuple[ReportedResult, ...]:
    """Two criteria of the plan: one appraised, one not."""
    first, second = plan.audiences[0].criteria.of_role(Role.STANDARD)[:2]
    return (
        ReportedResult(
            first.text,
            first.max_points,
            first.max_points - 50,
            "Đã ban hành kế hoạch và 03 văn bản chỉ đạo",
            "Kế hoạch số 05/KH-TH ngày 12/02/2026",
            is_appraised=True,
        ),
        ReportedResult(second.text, second.max_points, None),
    )


def facts_of(plan: Plan, subject: SubjectKind, award: str = "giay_khen_xa") -> AchievementFacts:
    """What is known of the first of a kind."""
    nominee = nominee_of(plan, subject, award)
    if subject is SubjectKind.COLLECTIVE:
        return AchievementFacts(
            nominee,
            SCHOOL,
            "Hiệu trưởng",
            phone="0912 000 000",
            people_total=32,
            people_female=25,
            rank=1,
            among=6,
            results=results_of(plan),
            highlights="Mô hình “Lớp học số cuối tuần” cho phụ huynh",
            history=PAST,
        )
    if subject is SubjectKind.ENTERPRISE:
        return AchievementFacts(nominee, nominee.proposal.subject_name, is_under_committee=False)
    place = nominee.proposal.detail if subject is SubjectKind.HOUSEHOLD else SCHOOL
    return AchievementFacts(nominee, place, history=PAST)


def report_order(
    plan: Plan, subject: SubjectKind, *, award: str = "giay_khen_xa", is_thematic: bool = True
) -> AchievementOrder:
    """Báo cáo thành tích of the first of a kind."""
    return AchievementOrder(award, facts_of(plan, subject, award), is_thematic)


def summary_order(plan: Plan) -> SummaryOrder:
    """Tóm tắt thành tích of all."""
    award = "bang_khen_tinh"
    known = facts_of(plan, SubjectKind.COLLECTIVE, award)
    nominees = to_trinh_order(plan, award).nominees
    facts = tuple(
        known if one.proposal.id == known.nominee.proposal.id else AchievementFacts(one)
        for one in nominees
    )
    return SummaryOrder(award, facts)


def signing_order(plan: Plan) -> SigningOrder:
    """Money for all."""
    return SigningOrder("giay_khen_xa", quyet_dinh_order(plan).nominees, DECISION)


def ceremony_order(plan: Plan) -> CeremonyOrder:
    """Giấy khen for all, and a higher form for one of them, given lowest first."""
    given = quyet_dinh_order(plan).nominees
    higher = nominees_for("bang_khen_tinh", "Xóm")[1:2]
    return CeremonyOrder(
        (
            GivenAward("giay_khen_xa", DECISION, given),
            GivenAward("bang_khen_tinh", DECISION, higher),
        )
    )


def reminder_order(plan: Plan) -> ReminderOrder:
    """Two units are late, a third must mend its form."""
    group = plan.groups[0].name
    missing = (
        MissingReport("Phòng Kinh tế Ví Dụ", group, 3),
        MissingReport("Hội Nông dân xã Ví Dụ", plan.groups[1].name, 3),
        MissingReport(SCHOOL, group, 0, is_returned=True),
    )
    return ReminderOrder(missing, received=27)


def score_sheet_order(plan: Plan) -> ScoreSheetOrder:
    """A sheet with an appraised line, an open one and both pools."""
    entries = tuple(
        ScoreEntry(
            criterion.code,
            criterion.text,
            criterion.role,
            criterion.max_points,
            criterion.max_points if criterion.role is Role.STANDARD else None,
            criterion.max_points - 50 if number == 0 else None,
            "Đã thực hiện đủ" if number == 0 else "",
            "Báo cáo số 11/BC-TH" if number == 0 else "",
            "Thiếu văn bản phân công" if number == 0 else "",
        )
        for number, criterion in enumerate(plan.audiences[0].criteria.criteria)
    )
    why = ("Điểm chuẩn: 96,5 trên 100 điểm.", "Tổng điểm 96,5: đạt mức Hoàn thành xuất sắc.")
    return ScoreSheetOrder(
        SCHOOL,
        plan.groups[0].name,
        6,
        1,
        9650,
        "Hoàn thành xuất sắc",
        entries,
        why,
        dt.date(2026, 12, 8),
        dt.date(2026, 12, 14),
    )


def supplement_order(plan: Plan) -> SupplementOrder:
    """A person's dossier without its report."""
    missing = (
        MissingPart(
            "Báo cáo thành tích", "Điểm c khoản 2 Điều 6 Nghị định số 152/2025/NĐ-CP của Chính phủ"
        ),
        MissingPart("Xác nhận không trong thời gian xem xét kỷ luật"),
    )
    return SupplementOrder(nominee_of(plan, SubjectKind.INDIVIDUAL), SCHOOL, missing)


def inspection_record(plan: Plan) -> InspectionRecord:
    """The form that a team takes along."""
    items = tuple(
        InspectedItem(one.text, one.maximum, one.points, one.evidence) for one in results_of(plan)
    )
    return InspectionRecord(SCHOOL, items=items)


_Builder = Callable[[PaperContext, Plan], Paper]


def _report(subject: SubjectKind, **more: object) -> _Builder:
    return lambda context, plan: build_achievement_report(
        context,
        report_order(plan, subject, **more),  # type: ignore[arg-type]
    )


BUILDERS: Mapping[str, _Builder] = {
    "to-trinh-tinh": lambda c, p: build_to_trinh(c, to_trinh_order(p, "bang_khen_tinh")),
    "to-trinh-xa": lambda c, p: build_to_trinh(c, to_trinh_order(p, "giay_khen_xa")),
    "quyet-dinh": lambda c, p: build_quyet_dinh(c, quyet_dinh_order(p)),
    "bien-ban": lambda c, p: build_bien_ban(c, bien_ban_order(p)),
    "bien-ban-co-ten": minutes_by_name,
    "kiem-phieu": count_minutes,
    "phieu-bau": ballots,
    "bao-cao-tap-the": _report(SubjectKind.COLLECTIVE, is_thematic=False),
    "bao-cao-ca-nhan": _report(SubjectKind.INDIVIDUAL, award="bang_khen_tinh", is_thematic=False),
    "bao-cao-chuyen-de-tap-the": _report(SubjectKind.COLLECTIVE),
    "bao-cao-chuyen-de-ca-nhan": _report(SubjectKind.INDIVIDUAL),
    "bao-cao-doanh-nghiep": _report(SubjectKind.ENTERPRISE),
    "bao-cao-ho": _report(SubjectKind.HOUSEHOLD),
    "tom-tat": lambda c, p: build_achievement_summary(c, summary_order(p)),
    "ky-nhan": lambda c, p: build_signing_list(c, signing_order(p)),
    "loi-dan": lambda c, p: build_ceremony_script(c, ceremony_order(p)),
    "don-doc": lambda c, p: build_reminder_letter(c, reminder_order(p)),
    "phieu-diem": lambda c, p: build_score_sheet(c, score_sheet_order(p)),
    "bo-sung": lambda c, p: build_supplement_request(c, supplement_order(p)),
    "kiem-tra": lambda c, p: build_inspection_minutes(c, inspection_record(p)),
}
"""Every paper of an office by a short name."""
