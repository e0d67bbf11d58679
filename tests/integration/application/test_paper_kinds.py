"""Which papers a cycle needs: the catalogue over an office's real registers."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.council_in_hand import NAMES, enrol_council, held
from tests.office_in_hand import CYCLE, UNITS, OfficeInHand
from thidua_desktop.application.awarding.proposing import AwardRequest, propose
from thidua_desktop.application.council.sessions import RoundOrder, count_round, open_session, vote
from thidua_desktop.application.decisions.deciding import issue_decision
from thidua_desktop.application.dossiers.writing import plan_dossier, plan_papers
from thidua_desktop.application.paper_kinds.kind import PlannedPaper
from thidua_desktop.application.paper_kinds.subject_facts import has_seal
from thidua_desktop.application.papers.model import Paper, Table
from thidua_desktop.application.results.closing import close_cycle
from thidua_desktop.domain.council import Attendance, VoteCount
from thidua_desktop.domain.council_members import Presence
from thidua_desktop.domain.kinds import SubjectKind
from thidua_desktop.domain.units import Unit
from thidua_desktop.domain.voting import VoteMethod, VoteRound

HELD = dt.date(2026, 12, 22)


def of_kind(office: OfficeInHand, kind: str) -> list[PlannedPaper]:
    return [one for one in plan_papers(office.desk, office.texts, CYCLE) if one.kind == kind]


def words(paper: Paper) -> str:
    """Everything that stands in a paper, cells of tables too."""
    blocks = (*paper.blocks, *(block for annex in paper.annexes for block in annex.blocks))
    said = [paper.subject]
    for block in blocks:
        if isinstance(block, Table):
            said += [cell for row in (*block.rows, block.total) for cell in row]
        else:
            said.append(block.text)
    return "\n".join(said)


def proposed(office: OfficeInHand, *, unit: str = "", person: str = "") -> int:
    request = AwardRequest(
        CYCLE,
        "giay_khen_xa",
        unit=office.unit(unit) if unit else "",
        person=office.person(person) if person else "",
    )
    number = propose(office.desk, request, "Đi đầu chuyển đổi số", "Đã kiểm tra hồ sơ.").proposal
    assert number is not None
    return number


def decided(office: OfficeInHand) -> tuple[int, int]:
    office.collect_all()
    office.appraise_all()
    office.clock.set(dt.date(2026, 12, 18))
    numbers = proposed(office, unit="Phòng Kinh tế"), proposed(office, person="Trần Thị Ví Dụ")
    session = open_session(office.desk, CYCLE, HELD, Attendance(11, 10))
    for number in numbers:
        vote(office.desk, session.id, number, VoteCount(10, 0))
    issue_decision(office.desk, session.id, HELD)
    return numbers


def test_who_has_not_sent_is_reminded_and_nobody_else(office: OfficeInHand) -> None:
    office.collect_all(but=["Công an xã", "Phòng Kinh tế"])
    office.clock.set(dt.date(2026, 12, 13))
    (letter,) = of_kind(office, "reminder_letter")
    table = letter.paper.annexes[0].blocks[0]
    assert isinstance(table, Table)
    assert {(row[1], row[3], row[4]) for row in table.rows} == {
        ("Công an xã", "Chưa nộp", "3"),
        ("Phòng Kinh tế", "Chưa nộp", "3"),
    }


@pytest.mark.parametrize(
    ("name", "group", "sealed"),
    [
        ("Xóm 1", "hamlet", False),
        ("Khu dân cư Mẫu", "hamlet", False),
        ("Tổ dân phố 2", "khu_dan_cu", False),
        ("Phòng Kinh tế", "office", True),
        ("Tổ chức Hữu nghị Mẫu", "front", True),
    ],
)
def test_hamlets_have_no_seal(name: str, group: str, sealed: bool) -> None:
    assert has_seal(Unit("DV001", name, group, SubjectKind.COLLECTIVE)) is sealed


def test_all_sent_or_all_over_reminds_nobody(office: OfficeInHand) -> None:
    office.collect_all()
    assert of_kind(office, "reminder_letter") == []


def test_every_report_has_its_score_sheet_with_the_points_and_the_reasons(
    office: OfficeInHand,
) -> None:
    office.collect_all(but=["Công an xã"])
    office.appraise_all()
    sheets = of_kind(office, "score_sheet")
    assert len(sheets) == len(UNITS) - 1
    economy = next(one for one in sheets if one.about == "Phòng Kinh tế")
    assert "Tổng điểm:" in words(economy.paper)
    assert "Điểm chuẩn:" in words(economy.paper)
    assert len({one.stem for one in sheets}) == len(sheets)
    assert "Chưa thẩm định" not in words(economy.paper)


def test_a_line_that_nobody_appraised_says_so_on_the_sheet(office: OfficeInHand) -> None:
    office.collect(office.save("Phòng Kinh tế"))
    (sheet,) = of_kind(office, "score_sheet")
    assert "Chưa thẩm định; tạm tính" in words(sheet.paper)


def test_an_open_dossier_is_asked_for_until_it_is_whole(office: OfficeInHand) -> None:
    office.collect_all()
    number = proposed(office, person="Trần Thị Ví Dụ")
    (request,) = of_kind(office, "supplement_request")
    assert request.proposals == (number,)
    assert "Báo cáo thành tích" in words(request.paper)
    assert request.paper.addressees == ("Phòng Kinh tế",)


def test_a_report_is_filled_from_the_registers(office: OfficeInHand) -> None:
    unit, person = decided(office)
    reports = {one.proposals[0]: one for one in of_kind(office, "achievement_report")}
    of_unit, of_person = words(reports[unit].paper), words(reports[person].paper)
    assert "Đi đầu chuyển đổi số." in of_unit
    assert "xếp thứ" in of_unit
    assert "Trần Thị Ví Dụ" in of_person
    assert reports[person].paper.issuer == ("PHÒNG KINH TẾ",)


def test_what_was_decided_is_signed_for_and_called(office: OfficeInHand) -> None:
    decided(office)
    (signing,) = of_kind(office, "signing_list")
    (script,) = of_kind(office, "ceremony_script")
    assert "2.280.000" in words(signing.paper)
    assert words(script.paper).index("Phòng Kinh tế") < words(script.paper).index("Trần Thị Ví Dụ")


def test_the_dossier_holds_what_goes_with_the_awards_only(office: OfficeInHand) -> None:
    decided(office)
    kinds = {one.kind for one in plan_dossier(office.desk, office.texts, CYCLE)}
    assert {"to_trinh", "quyet_dinh", "achievement_report", "signing_list"} <= kinds
    assert not {"score_sheet", "inspection_minutes", "reminder_letter"} & kinds


def test_a_closed_cycle_keeps_its_papers(office: OfficeInHand) -> None:
    decided(office)
    before = {one.stem for one in plan_dossier(office.desk, office.texts, CYCLE)}
    close_cycle(office.desk, CYCLE)
    papers = plan_papers(office.desk, office.texts, CYCLE)
    assert before <= {one.stem for one in papers}
    assert not [one for one in papers if one.kind == "reminder_letter"]
    assert all(one.paper.snapshot for one in papers)


def test_a_session_has_ballots_before_and_minutes_of_the_count_after(office: OfficeInHand) -> None:
    office.collect_all()
    office.appraise_all()
    office.clock.set(dt.date(2026, 12, 18))
    number = proposed(office, unit="Phòng Kinh tế")
    enrol_council(office.desk)
    session = held(office.desk, CYCLE, HELD, {NAMES[5][0]: (Presence.ABSENT, "ốm")})
    (ballots,) = of_kind(office, "phieu_bau")
    assert len(ballots.paper.slips) == 8
    assert of_kind(office, "bien_ban_kiem_phieu") == []
    round_ = VoteRound(session, "giay_khen_xa", VoteMethod.BALLOT, 8, 8, 1)
    count_round(office.desk, RoundOrder(round_, {number: VoteCount(6, 1, 1)}))
    (count,) = of_kind(office, "bien_ban_kiem_phieu")
    assert "Số phiếu không hợp lệ: 01" in words(count.paper)
    (minutes,) = of_kind(office, "bien_ban_hop")
    said = words(minutes.paper)
    assert "Vũ Thị Mô Phỏng: ốm" in said
    assert "phát ra 08 phiếu, thu vào 08 phiếu, hợp lệ 07 phiếu" in said
    assert "Vắng mặt: ốm" in said


def test_a_show_of_hands_needs_no_ballots(office: OfficeInHand) -> None:
    office.collect_all()
    office.appraise_all()
    office.clock.set(dt.date(2026, 12, 18))
    number = proposed(office, unit="Phòng Kinh tế")
    enrol_council(office.desk)
    session = held(office.desk, CYCLE, HELD)
    round_ = VoteRound(session, "giay_khen_xa", VoteMethod.HANDS, 9, 9, 0)
    count_round(office.desk, RoundOrder(round_, {number: VoteCount(9, 0)}))
    assert of_kind(office, "phieu_bau") == of_kind(office, "bien_ban_kiem_phieu") == []
