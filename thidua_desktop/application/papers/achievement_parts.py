"""The parts of a báo cáo thành tích: who it is, what was achieved, what was given before."""

from __future__ import annotations

from collections.abc import Sequence

from thidua_desktop.application.papers import wording
from thidua_desktop.application.papers.achievement_facts import AchievementFacts, PastAward
from thidua_desktop.application.papers.blanks import blank_after, blank_lines, filled
from thidua_desktop.application.papers.context import DOTS, PaperContext
from thidua_desktop.application.papers.model import (
    Align,
    Block,
    Paragraph,
    ParagraphStyle,
    Table,
    TableColumn,
)
from thidua_desktop.domain.kinds import Gender
from thidua_desktop.domain.vietnamese.numerals import points_text, two_digit_count

_SHORT = DOTS * 4
_GENDERS = {Gender.MALE: "Nam", Gender.FEMALE: "Nữ"}
_EMPTY_ROWS = 2

_RESULT_COLUMNS = (
    TableColumn("STT", 9, Align.CENTRE),
    TableColumn("Nội dung, tiêu chí của Phong trào", 76),
    TableColumn("Kết quả đạt được", 59),
    TableColumn("Điểm / tối đa", 21, Align.CENTRE),
)


def person(facts: AchievementFacts, *, is_short: bool) -> tuple[Block, ...]:
    """I. Sơ lược lý lịch; the short form leaves out what a thematic report does not ask."""
    known = facts.nominee.person
    gender = _GENDERS[known.gender] if known and known.gender else _SHORT
    born = f"{DOTS}/{DOTS}/{known.birth_year}" if known and known.birth_year else _SHORT
    position = (known.position if known else "") or facts.nominee.proposal.detail
    lines = (
        f"- Họ và tên: {facts.plain_name}. Giới tính: {gender}.",
        f"- Ngày, tháng, năm sinh: {born}.",
        blank_after("- Quê quán:"),
        blank_after("- Nơi thường trú:"),
        filled("- Đơn vị công tác:", facts.unit_name),
        filled("- Chức vụ (Đảng, chính quyền, đoàn thể):", position),
    )
    more = (
        blank_after("- Trình độ chuyên môn, nghiệp vụ:"),
        blank_after("- Học hàm, học vị, danh hiệu, giải thưởng:"),
    )
    return wording.section("I. SƠ LƯỢC LÝ LỊCH", *lines, *(() if is_short else more))


def person_results(
    context: PaperContext, facts: AchievementFacts, *, with_pledge: bool
) -> tuple[Block, ...]:
    """II. Thành tích đạt được of a person."""
    pledge = (
        "Tôi cam kết nội dung báo cáo là trung thực; không bị kỷ luật từ khiển trách trở lên, "
        "không trong thời gian xem xét kỷ luật, điều tra, thanh tra, kiểm tra, xác minh đơn thư, "
        "báo chí nêu."
    )
    return (
        Paragraph("II. THÀNH TÍCH ĐẠT ĐƯỢC", ParagraphStyle.HEADING),
        *wording.section("1. Quyền hạn, nhiệm vụ được giao hoặc đảm nhận", *blank_lines(2)),
        *wording.section(
            f"2. Thành tích trong {wording.movement(context)} {wording.occasion(context)}",
            _sentence(facts.nominee.proposal.achievement),
            blank_after("- Số liệu so với kế hoạch, với kỳ trước:"),
            blank_after("- Biện pháp, giải pháp, sáng kiến:"),
            blank_after("- Hiệu quả, phạm vi ảnh hưởng:"),
        ),
        *(wording.section("3. Cam kết", pledge) if with_pledge else ()),
    )


def collective(facts: AchievementFacts, *, is_short: bool) -> tuple[Block, ...]:
    """I. Sơ lược đặc điểm, tình hình of a unit or enterprise."""
    lines = (
        blank_after("- Trụ sở chính:"),
        f"- Điện thoại: {facts.phone or _SHORT}",
        blank_after("- Trang thông tin điện tử:"),
        f"- Tổng số người: {_people(facts)}.",
    )
    more = (
        blank_after("- Quá trình thành lập và phát triển:"),
        blank_after("- Cơ cấu tổ chức, trình độ; tổ chức đảng, đoàn thể:"),
    )
    return (
        Paragraph("I. SƠ LƯỢC ĐẶC ĐIỂM, TÌNH HÌNH", ParagraphStyle.HEADING),
        *wording.section("1. Đặc điểm, tình hình", *lines, *(() if is_short else more)),
        *wording.section("2. Chức năng, nhiệm vụ được giao", *blank_lines(2)),
    )


def _people(facts: AchievementFacts) -> str:
    if facts.people_total is None:
        return f"{DOTS} (nữ: {DOTS})"
    women = DOTS if facts.people_female is None else two_digit_count(facts.people_female)
    return f"{two_digit_count(facts.people_total)} (nữ: {women})"


def collective_results(
    context: PaperContext, facts: AchievementFacts, *, is_enterprise: bool, is_thematic: bool
) -> tuple[Block, ...]:
    """II. Thành tích đạt được of a unit: its answers by criterion, then what only it can tell."""
    of_enterprise = (
        "Việc nộp ngân sách, đóng bảo hiểm xã hội, an toàn lao động, bảo vệ môi trường, phòng "
        "cháy, chữa cháy:"
    )
    law = (of_enterprise,) if is_enterprise else ()
    last = "4. Bài học kinh nghiệm" if is_thematic else "4. Hoạt động của tổ chức đảng, đoàn thể"
    return (
        Paragraph("II. THÀNH TÍCH ĐẠT ĐƯỢC", ParagraphStyle.HEADING),
        *wording.section(
            f"1. Kết quả thực hiện {wording.movement(context)} {wording.occasion(context)}",
            _sentence(facts.nominee.proposal.achievement),
            _standing(facts),
        ),
        *_results(facts),
        *wording.section(
            "2. Biện pháp, giải pháp, mô hình, sáng kiến",
            *([facts.highlights] if facts.highlights.strip() else blank_lines(2)),
        ),
        *wording.section(
            "3. Việc chấp hành chủ trương của Đảng, chính sách, pháp luật của Nhà nước",
            *law,
            *blank_lines(),
        ),
        *wording.section(last, *blank_lines(2)),
    )


def _standing(facts: AchievementFacts) -> str:
    """Points, class and place; empty without a score."""
    result = facts.nominee.result
    if not result:
        return ""
    place = f", xếp thứ {facts.rank} trên {facts.among} đơn vị cùng nhóm" if facts.rank else ""
    return f"Kết quả chấm điểm: {result}{place}."


def _results(facts: AchievementFacts) -> tuple[Block, ...]:
    rows = tuple(
        (
            str(number),
            one.text,
            _told(one.explanation, one.evidence),
            _points(one.points, one.maximum),
        )
        for number, one in enumerate(facts.results, start=1)
    )
    if not rows:
        return ()
    note = "Điểm là điểm thẩm định; tiêu chí chưa thẩm định ghi điểm tự chấm."
    some_open = any(not one.is_appraised for one in facts.results)
    return (
        Table(_RESULT_COLUMNS, rows),
        *((Paragraph(note, ParagraphStyle.NOTE),) if some_open else ()),
    )


def _told(explanation: str, evidence: str) -> str:
    words = [explanation.strip()] if explanation.strip() else []
    if evidence.strip():
        words.append(f"Minh chứng: {evidence.strip()}")
    return "\n".join(words) or DOTS * 4


def _points(points: int | None, maximum: int) -> str:
    return f"{DOTS if points is None else points_text(points)}/{points_text(maximum)}"


def household(facts: AchievementFacts) -> tuple[Block, ...]:
    """I. Sơ lược about a household."""
    known = facts.nominee.person
    born = str(known.birth_year) if known and known.birth_year else _SHORT
    address = facts.nominee.proposal.detail or facts.unit_name
    return wording.section(
        "I. SƠ LƯỢC VỀ HỘ GIA ĐÌNH",
        f"- Họ và tên chủ hộ: {facts.plain_name}. Năm sinh: {born}.",
        filled("- Địa chỉ:", address),
        f"- Số nhân khẩu: {DOTS}; nghề nghiệp chính: {_SHORT}",
        blank_after("- Hoàn cảnh gia đình:"),
    )


def household_results(context: PaperContext, facts: AchievementFacts) -> tuple[Block, ...]:
    """II. Thành tích, đóng góp of a household."""
    return (
        Paragraph("II. THÀNH TÍCH, ĐÓNG GÓP", ParagraphStyle.HEADING),
        *wording.section(
            f"1. Thành tích trong {wording.movement(context)} {wording.occasion(context)}",
            _sentence(facts.nominee.proposal.achievement),
            blank_after("- Mô hình, việc làm về chuyển đổi số, đổi mới sáng tạo:"),
        ),
        *wording.section(
            "2. Đóng góp công sức, đất đai, tài sản",
            blank_after("- Công sức:"),
            blank_after("- Đất đai, tài sản, tiền:"),
        ),
        *wording.section(
            "3. Việc chấp hành chủ trương của Đảng, chính sách, pháp luật của Nhà nước",
            *blank_lines(),
        ),
    )


def earlier_awards(facts: AchievementFacts) -> tuple[Block, ...]:
    """III. Các hình thức đã được khen thưởng: one table for danh hiệu, one for hình thức."""
    titles = [one for one in facts.history if one.is_title]
    forms = [one for one in facts.history if not one.is_title]
    return (
        Paragraph("III. CÁC HÌNH THỨC ĐÃ ĐƯỢC KHEN THƯỞNG", ParagraphStyle.HEADING),
        Paragraph("1. Danh hiệu thi đua", ParagraphStyle.HEADING),
        _history("Danh hiệu thi đua", "công nhận", titles),
        Paragraph("2. Hình thức khen thưởng", ParagraphStyle.HEADING),
        _history("Hình thức khen thưởng", "khen thưởng", forms),
    )


def _history(what: str, of: str, awards: Sequence[PastAward]) -> Table:
    decided = f"Số, ngày, tháng, năm của quyết định {of}; cơ quan ban hành quyết định"
    columns = (
        TableColumn("Năm", 14, Align.CENTRE),
        TableColumn(what, 60),
        TableColumn(decided, 86),
    )
    rows = tuple((str(one.year or ""), one.name, one.decision) for one in awards)
    return Table(columns, rows or (("", "", ""),) * _EMPTY_ROWS)


def _sentence(text: str) -> str:
    said = text.strip()
    return f"{said.rstrip('. ')}." if said else blank_lines()[0]
