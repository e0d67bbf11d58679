"""Biên bản họp Hội đồng: attendance, votes, shares on all members."""

from __future__ import annotations

from dataclasses import replace

from tests.papers_in_hand import OFFICE, SESSION, bien_ban_order, context_of, shipped_plan
from thidua_desktop.application.papers.bien_ban import BienBanOrder, build_bien_ban
from thidua_desktop.application.papers.context import DOTS
from thidua_desktop.application.papers.model import Paper, Paragraph, Table

PLAN = shipped_plan("trung-khanh")


def text_of(paper: Paper) -> str:
    return "\n".join(block.text for block in paper.blocks if isinstance(block, Paragraph))


def table_of(paper: Paper) -> Table:
    (table,) = (block for block in paper.blocks if isinstance(block, Table))
    return table


def built(**changes: object) -> Paper:
    order: BienBanOrder = replace(bien_ban_order(PLAN), **changes)  # type: ignore[arg-type]
    return build_bien_ban(context_of(PLAN), order)


def test_the_council_writes_minutes_under_the_committee() -> None:
    paper = built()
    assert paper.parent == "UBND XÃ TRÙNG KHÁNH"
    assert " ".join(paper.issuer) == "HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG"
    assert paper.symbol == "BB-HĐTĐKT"
    assert paper.place == ""
    assert [(block.authority, block.name) for block in paper.signatures] == [
        (("THƯ KÝ",), OFFICE.officer),
        (("CHỦ TỌA",), OFFICE.chair),
    ]


def test_attendance_says_who_was_absent_or_leaves_room_for_it() -> None:
    assert "tổng số theo quyết định thành lập 11; có mặt 10; vắng mặt 01 (lý do: …" in text_of(
        built()
    )
    assert "(đi học tập trung)" in text_of(built(absence="đi học tập trung"))
    full = replace(SESSION, present=SESSION.members_total)
    assert "có mặt 11; vắng mặt 00." in text_of(built(session=full))


def test_higher_awards_and_more_votes_stand_first() -> None:
    rows = table_of(built()).rows
    heads = [row[0] for row in rows if len(row) == 1]
    assert heads == [
        "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh Cao Bằng - tập thể",
        "Giấy khen của Chủ tịch Ủy ban nhân dân xã Trùng Khánh - tập thể",
        "Giấy khen của Chủ tịch Ủy ban nhân dân xã Trùng Khánh - hộ gia đình",
        "Giấy khen của Chủ tịch Ủy ban nhân dân xã Trùng Khánh - cá nhân",
    ]
    assert [row[1:] for row in rows[3:6]] == [
        ("Trường Tiểu học Số Mẫu", "10", "0", "0", "90,91%", "Đạt"),
        ("Hợp tác xã Nông nghiệp Ví Dụ", "8", "2", "0", "72,73%", "Đạt"),
        ("Trạm Y tế Chưa Đạt", "4", "6", "0", "36,36%", "Không đạt"),
    ]


def test_shares_count_on_all_members() -> None:
    assert "Tỷ lệ đồng ý tính trên tổng số 11 thành viên Hội đồng." in text_of(built())


def test_the_conclusion_tells_both_who_passed_and_who_did_not() -> None:
    text = text_of(built())
    assert "- Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh Cao Bằng cho 01 tập thể;" in text
    assert "xã Trùng Khánh cho 02 tập thể, 01 hộ gia đình, 02 cá nhân." in text
    assert "Không đủ tỷ lệ đồng ý để đề nghị: Trạm Y tế Chưa Đạt." in text
    assert "thống nhất" not in text


def test_how_the_minutes_were_approved_is_left_to_the_pen_until_noted() -> None:
    assert text_of(built()).endswith(f"viên dự họp; kết quả thông qua: {DOTS * 5}./.")
    noted = text_of(built(approval="09/10 thành viên đồng ý"))
    assert noted.endswith("kết quả thông qua: 09/10 thành viên đồng ý./.")


def test_who_wrote_is_counted_beside_those_present() -> None:
    text = text_of(built(session=replace(SESSION, present=9, written=1)))
    assert "có mặt 09; vắng mặt 02 (lý do: …" in text
    assert "…), 01 thành viên gửi ý kiến bằng văn bản." in text


def test_nobody_passed() -> None:
    order = bien_ban_order(PLAN)
    (out,) = (one for one in order.nominees if one.ballot and not one.ballot.passed)
    assert "Không có trường hợp nào đủ tỷ lệ đồng ý" in text_of(built(nominees=(out,)))


def test_what_was_not_voted_on_is_neither_passed_nor_refused() -> None:
    order = bien_ban_order(PLAN)
    waiting = replace(order.nominees[0], ballot=None)
    paper = built(nominees=(waiting,))
    assert table_of(paper).rows[1][2:] == ("", "", "", "", "Chưa biểu quyết")
    assert "Không đủ tỷ lệ" not in text_of(paper)


def test_what_was_noted_is_written_down() -> None:
    text = text_of(built(place="Hội trường UBND xã", began_at="08 giờ 00 phút", ended_at="10 giờ"))
    assert "Thời gian bắt đầu: 08 giờ 00 phút, ngày 20 tháng 12 năm 2026." in text
    assert "Địa điểm: Hội trường UBND xã." in text
    assert "kết thúc lúc 10 giờ cùng ngày" in text
