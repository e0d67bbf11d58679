"""Tờ trình: who proposes what to whom."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.papers_in_hand import (
    OFFICE,
    SESSION,
    SLUGS,
    context_of,
    nominees_for,
    shipped_plan,
    to_trinh_order,
)
from thidua_desktop.application.papers.context import DOTS, Registration
from thidua_desktop.application.papers.model import Paper, Paragraph, ParagraphStyle, Table
from thidua_desktop.application.papers.to_trinh import ToTrinhOrder, build_to_trinh
from thidua_desktop.domain.errors import NotFound, RuleViolation
from thidua_desktop.domain.proposals import ProposalStatus

PLAN = shipped_plan("xuan-hung")
WARD = shipped_plan("tay-hieu")


def built(award: str = "bang_khen_tinh", **changes: object) -> Paper:
    order = replace(to_trinh_order(PLAN, award), **changes)  # type: ignore[arg-type]
    return build_to_trinh(context_of(PLAN), order)


def text_of(paper: Paper, style: ParagraphStyle | None = None) -> str:
    paragraphs = [block for block in paper.blocks if isinstance(block, Paragraph)]
    return "\n".join(p.text for p in paragraphs if style in (None, p.style))


def test_the_committee_proposes_to_the_province_through_its_department_of_home_affairs() -> None:
    paper = built()
    assert (paper.parent, paper.issuer) == ("", ("ỦY BAN NHÂN DÂN", "XÃ XUÂN HƯNG"))
    assert paper.symbol == "TTr-UBND"
    assert paper.addressees == (
        "Chủ tịch Ủy ban nhân dân tỉnh Ninh Bình",
        "Sở Nội vụ tỉnh Ninh Bình",
    )
    assert paper.signatures[0].authority == ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")
    assert paper.signatures[0].name == OFFICE.chair


def test_the_department_proposes_giay_khen_to_the_chair() -> None:
    paper = built("giay_khen_xa")
    assert (paper.parent, paper.issuer) == ("UBND XÃ XUÂN HƯNG", ("PHÒNG VĂN HÓA - XÃ HỘI",))
    assert paper.symbol == "TTr-VHXH"
    assert paper.addressees == ("Chủ tịch Ủy ban nhân dân xã Xuân Hưng",)
    assert paper.signatures[0].authority == ("TRƯỞNG PHÒNG",)
    assert paper.signatures[0].name == OFFICE.department_head


def test_a_flag_is_the_committees_of_the_province_and_a_title() -> None:
    paper = built("co_thi_dua_tinh")
    assert paper.addressees[0] == "Ủy ban nhân dân tỉnh Ninh Bình"
    assert "tặng Cờ thi đua của Ủy ban nhân dân tỉnh Ninh Bình" in paper.subject
    assert "2. Nội dung, danh hiệu thi đua, thành tích đề nghị" in text_of(paper)


def test_what_the_state_gives_is_only_passed_on_by_the_province() -> None:
    paper = built("huan_chuong_lao_dong")
    assert paper.addressees[0] == "Chủ tịch Ủy ban nhân dân tỉnh Ninh Bình"
    assert "trình cấp có thẩm quyền tặng Huân chương Lao động hạng ……" in text_of(paper)
    assert text_of(paper).endswith("xem xét, trình cấp có thẩm quyền quyết định./.")


def test_it_has_the_content_that_the_decree_asks_for() -> None:
    """NĐ 152/2025/NĐ-CP Điều 33.11: a) căn cứ b) nội dung c) ý kiến d) thẩm định."""
    paper = built()
    assert text_of(paper, ParagraphStyle.BASIS)
    assert text_of(paper, ParagraphStyle.HEADING).splitlines() == [
        "1. Quá trình bình xét",
        "2. Nội dung, hình thức, thành tích đề nghị",
        "3. Ý kiến của cơ quan liên quan",
        "4. Ý kiến thẩm định",
        "5. Hồ sơ kèm theo",
    ]
    assert "đúng đối tượng, đủ điều kiện, tiêu chuẩn; hồ sơ, thủ tục" in text_of(paper)


def test_what_nobody_confirmed_is_not_asserted() -> None:
    """The appraisal says only of the confirmed that they meet everything."""
    first, second, *rest = nominees_for("bang_khen_tinh", "Xóm")
    bare = replace(first, proposal=replace(first.proposal, confirmed=()))
    cleared = replace(second.proposal, confirmed=("report",))
    text = text_of(built(nominees=(bare, replace(second, proposal=cleared), *rest)))
    assert "các trường hợp đề nghị đúng đối tượng; Hợp tác xã Nông nghiệp Ví Dụ; " in text
    assert f"việc bị kỷ luật (Ông Bùi Văn Thí Điểm; Trường Tiểu học Số Mẫu): {DOTS * 5}\n" in text
    assert f"- Báo cáo thành tích (Ông Bùi Văn Thí Điểm): {DOTS * 5}\n" in text


def test_where_nothing_is_confirmed_everything_is_left_to_the_officer() -> None:
    nominees = [
        replace(one, proposal=replace(one.proposal, confirmed=()))
        for one in nominees_for("bang_khen_tinh", "Xóm")
    ]
    text = text_of(built(nominees=tuple(nominees)))
    assert "đủ điều kiện" not in text
    assert (
        "Qua thẩm định của Phòng Văn hóa - Xã hội, các trường hợp đề nghị đúng đối tượng." in text
    )
    assert f"việc bị kỷ luật (tất cả trường hợp): {DOTS * 5}\n" in text


@pytest.mark.parametrize(
    ("places", "words"),
    [
        ((1,), "tập thể"),
        ((1, 2), "các tập thể"),
        ((0,), "cá nhân"),
        ((1, 0), "tập thể, cá nhân"),
        ((1, 0, 4), "tập thể, các cá nhân"),
        ((1, 2, 3, 0), "các tập thể, hộ gia đình, cá nhân"),
    ],
)
def test_one_is_not_called_many(places: tuple[int, ...], words: str) -> None:
    nominees = nominees_for("bang_khen_tinh", "Xóm")
    paper = built(nominees=tuple(nominees[place] for place in places))
    assert f" cho {words} có thành tích" in paper.subject


def test_bases_end_with_semicolons_and_the_last_with_a_full_stop() -> None:
    lines = text_of(built(), ParagraphStyle.BASIS).splitlines()
    assert all(line.startswith("Căn cứ ") for line in lines)
    assert [line[-1] for line in lines] == [";"] * (len(lines) - 1) + ["."]


def test_only_instruments_that_were_read_and_are_in_force_are_cited() -> None:
    text = text_of(built(), ParagraphStyle.BASIS)
    assert "Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022" in text
    assert "chưa đọc" not in text
    assert "hết hiệu lực" not in text


def test_collectives_and_households_stand_before_people() -> None:
    """NĐ 152/2025/NĐ-CP Điều 29."""
    (annex,) = built().annexes
    headings = [block.text for block in annex.blocks if isinstance(block, Paragraph)]
    assert headings == ["I. TẬP THỂ (02)", "II. HỘ GIA ĐÌNH (01)", "III. CÁ NHÂN (02)"]
    assert "02 tập thể, 01 hộ gia đình, 02 cá nhân" in text_of(built())


def test_the_lists_have_the_columns_for_which_something_is_known() -> None:
    (annex,) = built().annexes
    collectives, households, people = (b for b in annex.blocks if isinstance(b, Table))
    assert [column.title for column in collectives.columns] == [
        "STT",
        "Tên tập thể",
        "Tóm tắt thành tích",
        "Danh hiệu, hình thức đề nghị",
        "Điểm, xếp loại",
        "Số phiếu đồng ý/tổng số thành viên",
        "Ghi chú",
    ]
    assert [column.title for column in people.columns][1:4] == [
        "Họ và tên",
        "Năm sinh",
        "Chức vụ, đơn vị công tác",
    ]
    assert households.columns[3].title == "Địa chỉ"
    assert people.rows[0][1:4] == (
        "Ông Bùi Văn Thí Điểm",
        "1988",
        "Tổ trưởng tổ công nghệ số, Xóm 1",
    )
    assert people.rows[0][6] == "10/11 (90,91%)"


def test_votes_count_on_all_members_not_on_those_present() -> None:
    text = text_of(built())
    assert "có mặt 10 trên tổng số 11 thành viên" in text
    assert "tính trên tổng số thành viên Hội đồng" in text


def test_what_is_not_known_is_left_to_the_pen() -> None:
    order = ToTrinhOrder("bang_khen_tinh", nominees_for("bang_khen_tinh", "Xóm"))
    text = text_of(build_to_trinh(context_of(PLAN), order))
    assert "Căn cứ Kế hoạch số ……/KH-UBND ngày …… tháng …… năm ……" in text
    assert "Căn cứ Biên bản họp Hội đồng Thi đua - Khen thưởng xã Xuân Hưng ngày ……." in text
    assert "3. Ý kiến của cơ quan liên quan\n………" in text


def test_a_number_below_ten_has_a_zero_in_the_annex_too() -> None:
    paper = built(registration=Registration("5", SESSION.held_on))
    assert paper.number == "5"
    (annex,) = paper.annexes
    assert annex.attached_to == (
        "(Kèm theo Tờ trình số 05/TTr-UBND ngày 20 tháng 12 năm 2026 của "
        "Ủy ban nhân dân xã Xuân Hưng)"
    )


def test_an_override_is_told_with_its_reason() -> None:
    first, *rest = nominees_for("bang_khen_tinh", "Xóm")
    told = replace(first, proposal=replace(first.proposal, override_reason="đã bổ sung hồ sơ."))
    paper = built(nominees=(told, *rest))
    words = "Ông Bùi Văn Thí Điểm được đưa vào xét vì: đã bổ sung hồ sơ."
    assert f"Riêng trường hợp {words}\n" in text_of(paper)
    (annex,) = paper.annexes
    assert Paragraph(words) in annex.blocks
    alone = replace(first, choice_reason="Hội đồng đề nghị.")
    assert alone.taken_in_for == "Hội đồng đề nghị"
    both = replace(told, choice_reason="Hội đồng đề nghị")
    assert both.taken_in_for == "đã bổ sung hồ sơ; Hội đồng đề nghị"
    assert replace(told, choice_reason="đã bổ sung hồ sơ").taken_in_for == "đã bổ sung hồ sơ"


@pytest.mark.parametrize("status", [ProposalStatus.NOT_PASSED, ProposalStatus.WITHDRAWN])
def test_nobody_is_proposed_whom_the_council_did_not_pass(status: ProposalStatus) -> None:
    first, *rest = nominees_for("bang_khen_tinh", "Xóm")
    out = replace(first, proposal=replace(first.proposal, status=status))
    with pytest.raises(RuleViolation) as caught:
        built(nominees=(out, *rest))
    assert caught.value.code == "paper_names_not_passed"
    assert caught.value.data["names"] == ("Bùi Văn Thí Điểm",)


def test_a_paper_names_someone() -> None:
    with pytest.raises(RuleViolation, match="paper_without_names"):
        built(nominees=())


def test_an_unknown_award_is_not_proposed() -> None:
    with pytest.raises(NotFound):
        built("khong_co")


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("award", ["giay_khen_xa", "bang_khen_tinh"])
def test_the_commune_is_called_what_it_is(slug: str, award: str) -> None:
    plan = shipped_plan(slug)
    paper = build_to_trinh(context_of(plan), to_trinh_order(plan, award))
    said = f"{text_of(paper)}\n{paper}"
    other = "xã" if plan.commune.kind.value == "phuong" else "phường"
    assert f"UBND {other}" not in said
    assert f"Ủy ban nhân dân {other}" not in said
    assert f"địa bàn {other}" not in said


def test_a_deputy_signs_for_the_chair() -> None:
    context = context_of(WARD, replace(OFFICE, signer_is_deputy=True))
    (signature,) = build_to_trinh(context, to_trinh_order(WARD)).signatures
    assert signature.authority == ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
    assert signature.name == OFFICE.deputy
