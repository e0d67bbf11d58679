"""The papers around an award and around the units: what each must and must not say."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.further_papers_in_hand import (
    BUILDERS,
    ceremony_order,
    facts_of,
    reminder_order,
    report_order,
    signing_order,
    summary_order,
    supplement_order,
)
from tests.papers_in_hand import OFFICE, PACK, SLUGS, context_of, shipped_plan
from thidua_desktop.application.papers.achievement_report import (
    AchievementOrder,
    build_achievement_report,
    is_thematic_form,
)
from thidua_desktop.application.papers.achievement_summary import build_achievement_summary
from thidua_desktop.application.papers.blanks import blank_after
from thidua_desktop.application.papers.ceremony_script import build_ceremony_script
from thidua_desktop.application.papers.model import Paper, Table
from thidua_desktop.application.papers.reminder_letter import build_reminder_letter
from thidua_desktop.application.papers.signing_list import build_signing_list
from thidua_desktop.application.papers.supplement_request import build_supplement_request
from thidua_desktop.domain.errors import RuleViolation
from thidua_desktop.domain.kinds import SubjectKind

PLAN = shipped_plan("trung-khanh")
CONTEXT = context_of(PLAN)


def tables(paper: Paper) -> list[Table]:
    return [block for block in paper.blocks if isinstance(block, Table)]


def text_of(paper: Paper) -> str:
    return "\n".join(block.text for block in paper.blocks if not isinstance(block, Table))


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("kind", BUILDERS)
def test_every_table_is_whole_and_every_paper_has_its_mark(kind: str, slug: str) -> None:
    plan = shipped_plan(slug)
    paper = BUILDERS[kind](context_of(plan), plan)
    assert paper.snapshot == context_of(plan).snapshot != ""
    for table in (*tables(paper), *(t for a in paper.annexes for t in a.blocks)):
        if isinstance(table, Table):
            widths = {len(row) for row in (*table.rows, table.total)} - {0, 1}
            assert widths <= {len(table.columns)}


def test_money_is_signed_for_in_figures_and_words() -> None:
    paper = build_signing_list(CONTEXT, signing_order(PLAN))
    (table,) = tables(paper)
    heads = [row[0] for row in table.rows if len(row) == 1]
    assert heads[-1].endswith("mỗi cá nhân 760.000 đồng (Bảy trăm sáu mươi nghìn đồng)")
    assert table.total[3] == "5.700.000"
    assert "Bằng chữ: Năm triệu bảy trăm nghìn đồng" in text_of(paper)


def test_unlike_sums_of_a_kind_are_not_told_as_one() -> None:
    order = signing_order(PLAN)
    first, *others = order.nominees
    paper = build_signing_list(
        CONTEXT, replace(order, nominees=(replace(first, amount=100_000), *others))
    )
    heads = [row[0] for row in tables(paper)[0].rows if len(row) == 1]
    assert "mỗi cá nhân" not in heads[-1]


def test_the_higher_award_is_called_first_and_people_last() -> None:
    paper = build_ceremony_script(CONTEXT, ceremony_order(PLAN))
    names = [row[1] for table in tables(paper) for row in table.rows]
    assert names == [
        "Trường Tiểu học Số Mẫu",
        "Trường Tiểu học Số Mẫu",
        "Hợp tác xã Nông nghiệp Ví Dụ",
        "Hộ ông Hoàng Văn Thử",
        "Ông Bùi Văn Thí Điểm",
        "Bà Đỗ Thị Làm Mẫu",
    ]
    told = text_of(paper)
    assert told.index("Bằng khen") < told.index("Giấy khen")


def test_a_letter_has_no_type_and_addresses_few_by_name_and_many_by_list() -> None:
    order = reminder_order(PLAN)
    paper = build_reminder_letter(CONTEXT, order)
    assert (paper.kind, paper.subject[:4], paper.symbol) == ("", "V/v ", "UBND-VHXH")
    assert len(paper.addressees) == len(order.missing)
    many = build_reminder_letter(CONTEXT, replace(order, missing=order.missing * 3))
    assert many.addressees == ("Các đơn vị có tên trong danh sách kèm theo",)
    (annex,) = many.annexes
    assert len(annex.blocks[0].rows) == 9  # type: ignore[union-attr]


def test_a_letter_to_one_unit_speaks_to_it_and_has_no_list() -> None:
    first, _, returned = reminder_order(PLAN).missing
    paper = build_reminder_letter(CONTEXT, replace(reminder_order(PLAN), missing=(first,)))
    told = text_of(paper)
    assert paper.annexes == ()
    assert "Phòng Kinh tế Ví Dụ chưa nộp phiếu, quá hạn 03 ngày." in told
    assert "đề nghị Phòng Kinh tế Ví Dụ hoàn thành" in told
    assert "danh sách" not in told
    mend = build_reminder_letter(CONTEXT, replace(reminder_order(PLAN), missing=(returned,)))
    assert f"{returned.unit_name} đã nộp nhưng phải sửa phiếu." in text_of(mend)


def test_dates_of_a_letter_are_written_out() -> None:
    told = text_of(build_reminder_letter(CONTEXT, reminder_order(PLAN)))
    assert "Thời hạn nộp phiếu là ngày 10 tháng 12 năm 2026." in told
    assert "trước ngày …… tháng …… năm 2026 để" in told


def test_a_hamlet_has_neither_seal_nor_number() -> None:
    order = report_order(PLAN, SubjectKind.COLLECTIVE)
    facts = replace(order.facts, unit_head="Trưởng thôn", has_seal=False)
    paper = build_achievement_report(CONTEXT, replace(order, facts=facts))
    assert paper.symbol == ""
    above, own = paper.signatures
    assert own.authority == ("TRƯỞNG THÔN",)
    assert (above.note, own.note) == ("(Ký tên, đóng dấu)", "(Ký, ghi rõ họ tên)")
    person = report_order(PLAN, SubjectKind.INDIVIDUAL)
    facts = replace(person.facts, unit_head="", has_seal=False)
    unit, _ = build_achievement_report(CONTEXT, replace(person, facts=facts)).signatures
    assert unit.authority == ("XÁC NHẬN CỦA", "TRƯỞNG XÓM")
    assert unit.note == "(Ký, ghi rõ họ tên)"


def test_nobody_is_reminded_and_nothing_asked_for_without_cause() -> None:
    with pytest.raises(RuleViolation):
        build_reminder_letter(CONTEXT, replace(reminder_order(PLAN), missing=()))
    with pytest.raises(RuleViolation):
        build_supplement_request(CONTEXT, replace(supplement_order(PLAN), missing=()))
    with pytest.raises(RuleViolation):
        build_achievement_summary(CONTEXT, replace(summary_order(PLAN), facts=()))


def test_a_report_is_signed_by_who_reports_and_confirmed_by_who_proposes() -> None:
    def authorities(subject: SubjectKind, award: str) -> list[str]:
        paper = build_achievement_report(CONTEXT, report_order(PLAN, subject, award=award))
        return [" ".join(block.authority) for block in paper.signatures]

    own, above = "giay_khen_xa", "bang_khen_tinh"
    assert authorities(SubjectKind.INDIVIDUAL, own) == [
        "XÁC NHẬN CỦA THỦ TRƯỞNG ĐƠN VỊ",
        "NGƯỜI BÁO CÁO",
    ]
    assert authorities(SubjectKind.INDIVIDUAL, above)[0] == "XÁC NHẬN CỦA CẤP TRÌNH KHEN"
    assert authorities(SubjectKind.COLLECTIVE, own)[1] == "HIỆU TRƯỞNG"
    assert authorities(SubjectKind.HOUSEHOLD, own)[-1] == "CHỦ HỘ"


def test_a_person_reports_without_a_number_and_a_unit_with_one() -> None:
    person = build_achievement_report(CONTEXT, report_order(PLAN, SubjectKind.INDIVIDUAL))
    unit = build_achievement_report(CONTEXT, report_order(PLAN, SubjectKind.COLLECTIVE))
    company = build_achievement_report(CONTEXT, report_order(PLAN, SubjectKind.ENTERPRISE))
    assert person.symbol == ""
    assert unit.symbol.startswith("BC-")
    assert (unit.parent, company.parent) == ("UBND XÃ TRÙNG KHÁNH", "")
    assert "bảo hiểm xã hội" in text_of(company)


def test_the_thematic_form_is_shorter_than_that_for_titles() -> None:
    order = report_order(PLAN, SubjectKind.COLLECTIVE)
    short = text_of(build_achievement_report(CONTEXT, order))
    whole = text_of(build_achievement_report(CONTEXT, replace(order, is_thematic=False)))
    past = "III. CÁC HÌNH THỨC ĐÃ ĐƯỢC KHEN THƯỞNG"
    assert past in whole
    assert past not in short
    forms = {form.code: is_thematic_form(form) for form in PACK.award_forms}
    assert forms["giay_khen_xa"]
    assert forms["co_thi_dua_tinh"]


def test_what_is_unknown_is_left_to_the_pen() -> None:
    facts = facts_of(PLAN, SubjectKind.ENTERPRISE)
    bare = replace(
        facts,
        unit_name="",
        nominee=replace(facts.nominee, proposal=replace(facts.nominee.proposal, achievement="")),
    )
    paper = build_achievement_report(CONTEXT, AchievementOrder("giay_khen_xa", bare))
    assert set(paper.issuer[0]) == {"…"}
    assert "None" not in text_of(paper)
    unsigned = build_achievement_summary(
        context_of(PLAN, replace(OFFICE, chair="", department_head="")), summary_order(PLAN)
    )
    assert [block.name for block in unsigned.signatures] == [""]


def test_a_row_of_dots_never_outgrows_its_line() -> None:
    assert blank_after("Quê quán:").count("…") > blank_after("x" * 30).count("…")
    assert blank_after("x" * 90).count("…") == 6
