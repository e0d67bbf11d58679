"""What an appraiser should look at twice: found over real registers, remembered, undone."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from tests.office_in_hand import CYCLE, Answer, OfficeInHand
from thidua_desktop.application.appraisal.appraising import Points, appraise
from thidua_desktop.application.awarding.list_moves import move_line
from thidua_desktop.application.awarding.listing import ListOrder, award_draft
from thidua_desktop.application.awarding.proposing import AwardRequest, propose
from thidua_desktop.application.collecting.giving_forms import forms_of_cycle, give_forms
from thidua_desktop.application.collecting.taking import CollectOrder, collect_forms
from thidua_desktop.application.cycles.opening import open_cycle
from thidua_desktop.application.enrolling.unit_changes import ChangeDay, merge_units
from thidua_desktop.application.findings.board import FindingsBoard, FoundLine
from thidua_desktop.application.findings.gathering import (
    finding_limits,
    findings,
    reopen_finding,
    review_finding,
    set_finding_limits,
)
from thidua_desktop.application.journal.taking_back import take_back
from thidua_desktop.domain.errors import InputError, NotFound
from thidua_desktop.domain.findings.finding import FigureChange, FindingKey, FindingKind
from thidua_desktop.domain.kinds import CycleKind, SubjectKind
from thidua_desktop.domain.units import Unit

ECONOMY, CULTURE, POLICE = "Phòng Kinh tế", "Phòng Văn hóa - Xã hội", "Công an xã"
FARMERS = "Hội Nông dân xã"
NEXT = "2027-annual"
COPIED = (
    "Đơn vị đã giao một đồng chí phụ trách chuyển đổi số, lập sổ theo dõi từng văn bản, mỗi "
    "chiều thứ sáu họp rút kinh nghiệm và gửi kết quả cho lãnh đạo xem trước giờ tan sở."
)
OWN = (
    "Bộ phận một cửa niêm yết mã quét ở quầy, nhân viên cầm tay chỉ việc cho người cao tuổi, "
    "tuần nào cũng đếm lại số hồ sơ nộp ở nhà và khen người làm nhanh nhất."
)


def of_kind(board: FindingsBoard, kind: FindingKind) -> list[FoundLine]:
    return [line for line in board.lines if line.finding.key.kind is kind]


def codes(board: FindingsBoard, kind: FindingKind) -> list[tuple[str, str]]:
    return [(line.unit_name, line.finding.why.code) for line in of_kind(board, kind)]


def copied(office: OfficeInHand) -> FindingsBoard:
    """Two units with one text between them, in different criteria."""
    office.collect(
        office.save(ECONOMY, ND1=Answer(10, COPIED), ND2=Answer(10, OWN)),
        office.save(CULTURE, ND3=Answer(10, COPIED.upper())),
    )
    return findings(office.desk, CYCLE)


def test_two_units_with_one_text_are_shown_side_by_side(office: OfficeInHand) -> None:
    board = copied(office)
    (line,) = of_kind(board, FindingKind.LIKE_OTHER)
    assert line.units == (ECONOMY, CULTURE)
    (pair,) = line.beside
    assert (pair.first.criterion, pair.second.criterion, pair.percent) == ("ND1", "ND3", 100)
    begin, end = pair.second.marks[0]
    assert pair.second.text[begin:end] == COPIED.upper().rstrip(".")
    economy, culture = office.unit(ECONOMY), office.unit(CULTURE)
    cells = board.of_cells()
    assert cells[economy, "ND1"] == cells[culture, "ND3"] == (line,)
    assert (economy, "ND3") not in cells
    told = office.texts.reason(line.finding.why)
    assert told == f"Trùng với {CULTURE}: 1 nội dung, nhiều nhất 100% số chữ."


def test_the_words_of_the_criteria_may_be_repeated(office: OfficeInHand) -> None:
    criteria = office.form(ECONOMY).criteria.criteria
    wording = " ".join(one.text for one in criteria)
    assert len(wording.split()) > 60
    office.collect(
        office.save(ECONOMY, ND1=Answer(10, wording)), office.save(CULTURE, ND1=Answer(10, wording))
    )
    assert of_kind(findings(office.desk, CYCLE), FindingKind.LIKE_OTHER) == []


def test_what_went_round_is_told_once(office: OfficeInHand) -> None:
    set_finding_limits(office.desk, replace(finding_limits(office.desk), common_units=2))
    names = (ECONOMY, CULTURE, POLICE)
    office.collect(*(office.save(name, ND1=Answer(10, COPIED)) for name in names))
    (line,) = of_kind(findings(office.desk, CYCLE), FindingKind.LIKE_OTHER)
    assert line.finding.why.code == "finding_like_many"
    assert sorted(line.units) == sorted(names)
    assert len(line.beside) == 1
    assert line.finding.cells == tuple((office.unit(name), "ND1") for name in names)


def test_achievements_of_people_are_compared_too(office: OfficeInHand) -> None:
    mau, vi_du = office.person("Nguyễn Văn Mẫu"), office.person("Đỗ Thử Nghiệm 1")
    for person in (mau, vi_du):
        request = AwardRequest(CYCLE, "giay_khen_xa", person=person)
        propose(office.desk, request, COPIED, "Hội đồng xem xét")
    (line,) = of_kind(findings(office.desk, CYCLE), FindingKind.LIKE_OTHER)
    assert line.units == (f"Nguyễn Văn Mẫu ({ECONOMY})", f"Đỗ Thử Nghiệm 1 ({POLICE})")
    assert line.finding.key.unit == office.unit(ECONOMY)
    assert line.finding.cells == ()
    assert review_finding(office.desk, CYCLE, [line.finding.key]) == 1


def next_year(
    office: OfficeInHand, name: str = ECONOMY, **changes: Answer | float
) -> FindingsBoard:
    """The same unit a year later, or the one that it went into."""
    open_cycle(office.desk, CycleKind.ANNUAL, 2027)
    give_forms(office.desk, NEXT, office.folder / "given-2027")
    form = next(f for f in forms_of_cycle(office.desk, NEXT) if f.unit_name == name)
    path = office.put(form, "nam-2027.xlsx", 9, dict(changes))
    collect_forms(office.desk, NEXT, CollectOrder([path]))
    return findings(office.desk, NEXT)


def test_last_years_words_and_figures_stand_beside_this_years(office: OfficeInHand) -> None:
    office.collect(office.save(ECONOMY, ND1=Answer(2, COPIED), ND2=Answer(0, OWN)))
    board = next_year(office, ND1=Answer(10, COPIED.replace("thứ sáu", "thứ hai")))
    assert board.before is not None
    assert board.before.id == CYCLE
    (again,) = of_kind(board, FindingKind.LIKE_LAST_YEAR)
    (pair,) = again.beside
    assert (pair.first.year, pair.second.year, pair.second.text) == (None, 2026, COPIED)
    assert len(pair.first.marks) == 2
    jumps = of_kind(board, FindingKind.JUMP)
    assert [line.finding.key.criterion for line in jumps] == ["", "ND1", "ND2"]
    assert jumps[0].finding.changes == (
        FigureChange("ND2", 0, 10_00),
        FigureChange("ND1", 2_00, 10_00),
    )
    explained = jumps[2].beside[0]
    assert (explained.second.text, explained.second.year) == (OWN, 2026)
    assert jumps[1].finding.cells == ((office.unit(ECONOMY), "ND1"),)


def test_the_words_of_a_forebear_are_told_under_its_name(office: OfficeInHand) -> None:
    office.collect(office.save(ECONOMY, ND2=Answer(10, OWN)))
    economy, police = office.unit(ECONOMY), office.unit(POLICE)
    draft = Unit("", "Phòng Chung (mẫu)", "office", SubjectKind.COLLECTIVE)
    day = ChangeDay(dt.date(2027, 1, 5), "Nghị quyết mẫu số 01")
    merge_units(office.desk, [economy, police], draft, day)
    board = next_year(office, "Phòng Chung (mẫu)", ND2=Answer(10, OWN))
    (again,) = of_kind(board, FindingKind.LIKE_LAST_YEAR)
    (pair,) = again.beside
    assert (pair.first.heading, pair.second.heading) == ("Phòng Chung (mẫu)", ECONOMY)
    assert pair.second.year == 2026


def test_a_unit_that_overrates_itself_is_told_once_it_was_appraised(office: OfficeInHand) -> None:
    office.collect_all()
    assert of_kind(findings(office.desk, CYCLE), FindingKind.OVERRATED) == []
    code = office.unit(POLICE)
    for criterion in ("ND2", "ND3"):
        appraise(office.desk, CYCLE, Points(code, criterion, 5_00, "Thiếu minh chứng"))
    (line,) = of_kind(findings(office.desk, CYCLE), FindingKind.OVERRATED)
    assert line.unit_name == POLICE
    assert [(one.criterion, one.now) for one in line.finding.changes] == [
        ("ND3", 5_00),
        ("ND2", 5_00),
    ]


def test_close_calls_name_the_other_unit_and_the_boundary(office: OfficeInHand) -> None:
    office.collect(
        office.save(ECONOMY, ND1=10.25), office.save(CULTURE, ND1=10), office.save(POLICE, ND1=9)
    )
    assert codes(findings(office.desk, CYCLE), FindingKind.NEAR_TIE) == [
        (ECONOMY, "finding_above_excellent"),
        (CULTURE, "finding_at_excellent"),
        (CULTURE, "finding_near_top"),
    ]


def test_units_of_one_khoi_are_close_across_their_groups(office: OfficeInHand) -> None:
    culture = office.unit(CULTURE)
    with office.writing() as books:
        books.units.update(replace(books.units.get(culture), cluster="Khối 2"))
    office.collect(office.save(CULTURE), office.save(FARMERS), office.save(ECONOMY, ND1=3))
    told = [
        (*line.units, line.finding.key.about)
        for line in of_kind(findings(office.desk, CYCLE), FindingKind.NEAR_TIE)
        if line.finding.why.code.startswith("finding_near_top")
    ]
    assert told == [(FARMERS, CULTURE, "cluster_top")]


def test_who_stands_just_below_the_quota_line_is_told(office: OfficeInHand) -> None:
    office.collect_all()
    office.appraise_all()
    order = ListOrder(CYCLE, "giay_khen_xa", SubjectKind.COLLECTIVE)
    rows = award_draft(office.desk, order).rows
    move_line(office.desk, order, 2)
    set_finding_limits(office.desk, replace(finding_limits(office.desk), near_tie=1_00))
    told = [
        (*line.units, line.finding.key.about)
        for line in of_kind(findings(office.desk, CYCLE), FindingKind.NEAR_TIE)
        if line.finding.why.code.startswith("finding_near_line")
    ]
    assert told == [(rows[2].name, rows[1].name, "giay_khen_xa")]


def test_a_word_stands_for_what_was_seen_and_no_longer(office: OfficeInHand) -> None:
    board = copied(office)
    (line,) = of_kind(board, FindingKind.LIKE_OTHER)
    assert line.is_open
    assert review_finding(office.desk, CYCLE, [line.finding.key], " Hai đơn vị làm chung. ") == 1
    (seen,) = of_kind(findings(office.desk, CYCLE), FindingKind.LIKE_OTHER)
    assert seen.review is not None
    assert (seen.is_open, seen.has_changed, seen.review.note) == (
        False,
        False,
        "Hai đơn vị làm chung.",
    )
    office.collect(
        office.save(CULTURE, "sau.xlsx", 30, ND3=Answer(10, COPIED), ND2=Answer(10, OWN + " Xong."))
    )
    (changed,) = of_kind(findings(office.desk, CYCLE), FindingKind.LIKE_OTHER)
    assert changed.finding.key == line.finding.key
    assert (changed.is_open, changed.has_changed) == (True, True)
    reopen_finding(office.desk, CYCLE, [line.finding.key])
    (reopened,) = of_kind(findings(office.desk, CYCLE), FindingKind.LIKE_OTHER)
    assert reopened.review is None


def test_a_word_is_undone_as_a_whole(office: OfficeInHand) -> None:
    board = copied(office)
    keys = [line.finding.key for line in board.lines]
    review_finding(office.desk, CYCLE, keys)
    assert findings(office.desk, CYCLE).open == 0
    newest = next(o.id for o in office.desk.store.operations() if o.action == "finding_reviewed")
    take_back(office.desk, newest)
    assert findings(office.desk, CYCLE).open == len(keys)


def test_what_is_not_found_can_not_be_seen(office: OfficeInHand) -> None:
    key = FindingKey("DV001", FindingKind.JUMP)
    with pytest.raises(NotFound):
        review_finding(office.desk, CYCLE, [key])


def test_the_thresholds_are_the_offices(office: OfficeInHand) -> None:
    copied(office)
    strict = replace(finding_limits(office.desk), like_words=200, like_run=200, near_tie=0)
    set_finding_limits(office.desk, strict)
    assert finding_limits(office.desk) == strict
    assert of_kind(findings(office.desk, CYCLE), FindingKind.LIKE_OTHER) == []
    assert findings(office.desk, CYCLE).limits == strict
    with pytest.raises(InputError):
        set_finding_limits(office.desk, replace(strict, like_percent=101))
