"""Sổ khen thưởng, quá trình, năm năm: what holds, what is cancelled, through changed names."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tests.decisions_in_hand import Decided, decide
from tests.office_in_hand import OfficeInHand, opened
from thidua_desktop.application.cycles.opening import open_cycle
from thidua_desktop.application.decisions.book import register_decision
from thidua_desktop.application.decisions.cancelling import CancelOrder, cancel_award
from thidua_desktop.application.decisions.referring import Answer, answer_given
from thidua_desktop.application.enrolling.unit_changes import ChangeDay, rename_unit
from thidua_desktop.application.history.five_years import export_five_years, five_years, years_shown
from thidua_desktop.application.history.histories import Subject, histories
from thidua_desktop.application.rewards.book import reward_book
from thidua_desktop.application.rewards.export import export_rewards, print_rewards
from thidua_desktop.application.rewards.paying import pay
from thidua_desktop.application.today import today_board
from thidua_desktop.domain.awards.cancelling import CancelGround
from thidua_desktop.domain.kinds import CycleKind

LATER = dt.date(2027, 1, 8)
ORDER = CancelOrder(CancelGround.STANDARD_NOT_MET, "Kết luận số 02", LATER, "9", LATER)


@pytest.fixture
def decided(office: OfficeInHand) -> Decided:
    return decide(office, number="125/QĐ-UBND")


def subject(decided: Decided, name: str) -> Subject:
    return next(one for one in histories(decided.office.desk) if one.name == name)


def test_the_book_holds_own_awards_those_from_above_and_cancelled_ones(decided: Decided) -> None:
    desk = decided.office.desk
    waiting = reward_book(desk).rewards
    assert waiting[0].proposal.id == decided.higher
    answer_given(desk, [decided.higher], Answer("310/QĐ-UBND", LATER))
    cancel_award(desk, decided.person, ORDER)
    book = reward_book(desk)
    assert book.years == (2027, 2026)
    told = {one.proposal.id: (one.number, one.amount, one.is_standing) for one in book.rewards}
    assert told == {
        decided.higher: ("310/QĐ-UBND", 0, True),
        decided.unit: ("125/QĐ-UBND", 1_520_000, True),
        decided.person: ("125/QĐ-UBND", 0, False),
    }
    assert {one.proposal.id for one in book.of_year(2026)} == {decided.unit, decided.person}


def test_the_book_is_written_and_printed_as_it_is_shown(decided: Decided, tmp_path: Path) -> None:
    office = decided.office
    desk, texts = office.desk, office.texts
    pay(desk, [decided.unit], LATER, receiver="Nguyễn Văn Mẫu", gift="Máy in")
    cancel_award(desk, decided.person, ORDER)
    rewards = reward_book(desk).rewards
    export_rewards(desk, texts, rewards, "Tất cả", tmp_path / "so.xlsx")
    (sheet,) = office.written.summaries[tmp_path / "so.xlsx"].sheets
    by_name = {row[4]: row for row in sheet.rows}
    assert by_name["Phòng Kinh tế"][8:11] == (1_520_000, LATER, "Nguyễn Văn Mẫu")
    assert by_name["Phòng Kinh tế"][12] == "Chi bằng hiện vật: Máy in."
    assert "Hủy bỏ theo quyết định số 9 ngày 08/01/2027" in str(by_name["Trần Thị Ví Dụ"][12])
    assert sheet.total[8] == 1_520_000
    print_rewards(desk, texts, rewards, "Tất cả", tmp_path / "so.pdf")
    paper = office.written.papers[tmp_path / "so.pdf"]
    assert paper.kind == "SỔ KHEN THƯỞNG"
    export_rewards(desk, texts, (), "Năm 2020", tmp_path / "rong.xlsx")
    print_rewards(desk, texts, (), "Năm 2020", tmp_path / "rong.pdf")


def test_history_counts_what_holds_and_shows_the_rest(decided: Decided) -> None:
    desk = decided.office.desk
    person = subject(decided, "Trần Thị Ví Dụ")
    assert (person.awards, len(person.rewards)) == (1, 1)
    cancel_award(desk, decided.person, ORDER)
    person = subject(decided, "Trần Thị Ví Dụ")
    assert (person.awards, len(person.rewards)) == (0, 1)
    assert subject(decided, "Công an xã").results[0].row.rank is not None


def test_the_past_goes_with_a_renamed_unit(decided: Decided) -> None:
    desk = decided.office.desk
    rename_unit(
        desk, decided.office.unit("Phòng Kinh tế"), "Phòng Kinh tế và Hạ tầng", ChangeDay(LATER)
    )
    unit = subject(decided, "Phòng Kinh tế và Hạ tầng")
    assert unit.former_names == ("Phòng Kinh tế",)
    assert (len(unit.results), unit.awards) == (1, 1)


def test_five_years_side_by_side(decided: Decided, tmp_path: Path) -> None:
    office = decided.office
    open_cycle(office.desk, CycleKind.ANNUAL, 2027)
    table = five_years(office.desk)
    assert table.years == (2026, 2027, 2028, 2029, 2030)
    row = next(one for one in table.rows if one.name == "Phòng Kinh tế")
    assert [result.rank is not None for result in row.results] == [True] + [False] * 4
    assert row.years_rewarded == 1
    chart = table.chart_of(row)
    own, average = chart.lines
    peers = [one.results[0].total for one in table.rows if one.group == row.group]
    known = [total for total in peers if total is not None]
    assert own.values[0] == row.results[0].total
    assert average.values == (sum(known) // len(known), None, None, None, None)
    path = tmp_path / "nam.xlsx"
    export_five_years(office.desk, office.texts, table, table.rows, path)
    (sheet,) = office.written.summaries[path].sheets
    assert len(sheet.rows) == len(table.rows)
    assert len(sheet.columns) == 3 + 4 * 5
    assert office.desk.charts.draw(chart).startswith(b"%PDF")


@pytest.mark.parametrize(
    ("plan", "today", "years"),
    [
        ("cao-minh", 2026, (2026, 2030)),
        ("tay-hieu", 2026, (2025, 2029)),
        ("tay-hieu", 2030, (2026, 2030)),
        ("tay-hieu", 2033, (2026, 2030)),
    ],
)
def test_the_five_years_are_those_of_the_movement(
    tmp_path: Path, plan: str, today: int, years: tuple[int, int]
) -> None:
    with opened(tmp_path, plan, is_new=True, day=dt.date(today, 3, 1)) as office:
        shown = years_shown(office.desk)
    assert (shown[0], shown[-1], len(shown)) == (*years, 5)


def test_today_names_what_is_open_after_a_decision(decided: Decided) -> None:
    office = decided.office
    register_decision(office.desk, decided.decision, "")
    cancel_award(office.desk, decided.unit, CancelOrder(ORDER.ground, "Kết luận", LATER))
    cancel_award(office.desk, decided.person, ORDER)

    def codes() -> set[str]:
        found = today_board(office.desk, None).sentences
        return {one.reason.code for one in found if one.page in ("decisions", "rewards")}

    office.clock.set(LATER)
    assert codes() == {"today_unnumbered", "today_recovery_undelivered", "today_recovery_due"}
    office.clock.set(dt.date(2027, 3, 1))
    assert codes() == {"today_unnumbered", "today_recovery_undelivered", "today_recovery_overdue"}
