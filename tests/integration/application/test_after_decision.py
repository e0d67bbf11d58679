"""Sau quyết định: numbers, payments, the way above, cancelling, the fund; each with its undo."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tests.decisions_in_hand import ACHIEVEMENT, SIGNED, Decided, decide
from tests.office_in_hand import CYCLE, OfficeInHand
from thidua_desktop.application.awarding.candidates import DossierFacts
from thidua_desktop.application.awarding.listing import ListOrder, award_draft
from thidua_desktop.application.awarding.proposing import AwardRequest, check
from thidua_desktop.application.certificates.listing import certificates_of_cycle
from thidua_desktop.application.cycles.opening import open_cycle
from thidua_desktop.application.decisions.book import decision_book, register_decision
from thidua_desktop.application.decisions.cancelling import (
    CancelOrder,
    cancel_award,
    follow_recovery,
)
from thidua_desktop.application.decisions.referring import (
    Answer,
    answer_given,
    answer_refused,
    send_up,
    take_back_referral,
)
from thidua_desktop.application.decisions.scans import (
    attach_scan,
    copy_scan,
    remove_scan,
    scans_of,
)
from thidua_desktop.application.rewards.fund_book import (
    mend_spending,
    remove_spending,
    set_fund,
    show_fund,
    spend,
)
from thidua_desktop.application.rewards.paying import bonuses, pay, take_back_payment
from thidua_desktop.application.setting_up.working_calendar import (
    calendar_in,
    days_of_year,
    forget_day,
    set_day,
)
from thidua_desktop.domain.awards.cancelling import CancelGround, RecoveryState
from thidua_desktop.domain.awards.outcomes import PaymentKind
from thidua_desktop.domain.errors import Conflict, InputError, NotFound, RuleViolation
from thidua_desktop.domain.fund import FundArea, FundYear, SpendingKind
from thidua_desktop.domain.kinds import CycleKind, SubjectKind
from thidua_desktop.domain.proposals import ProposalStatus
from thidua_desktop.domain.working_days import DayKind

UNIT_MONEY, PERSON_MONEY = 1_520_000, 760_000
LATER = dt.date(2026, 12, 28)
CANCELLED = dt.date(2027, 1, 11)
ORDER = CancelOrder(CancelGround.FALSE_CLAIM, "Kết luận số 02/KL-UBND", CANCELLED)


@pytest.fixture
def decided(office: OfficeInHand) -> Decided:
    return decide(office)


# ---- The signed paper


def test_a_scan_is_kept_once_copied_and_taken_off(decided: Decided, tmp_path: Path) -> None:
    desk = decided.office.desk
    paper = tmp_path / "QĐ khen thưởng.pdf"
    paper.write_bytes(b"%PDF-1.4 made up")
    first = attach_scan(desk, decided.decision, paper)
    again = attach_scan(desk, decided.decision, paper)
    assert (first.is_new, again.is_new, again.scan) == (True, False, first.scan)
    (line,) = decision_book(desk)
    assert line.scans == (first.scan,)
    copied = copy_scan(desk, first.scan, tmp_path / "mo")
    assert (copied.name, copied.read_bytes()) == ("QĐ khen thưởng.pdf", paper.read_bytes())
    remove_scan(desk, first.scan)
    assert scans_of(desk, decided.decision) == ()
    decided.undo_last()
    assert scans_of(desk, decided.decision) == (first.scan,)


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("quyet-dinh.docx", b"PK", "decision_scan_kind"),
        ("quyet-dinh.pdf", b"", "decision_scan_refused"),
        ("quyet-dinh.pdf", b"MZ program", "decision_scan_refused"),
    ],
)
def test_what_is_no_scan_is_refused(
    decided: Decided, tmp_path: Path, name: str, content: bytes, code: str
) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    with pytest.raises(InputError) as refused:
        attach_scan(decided.office.desk, decided.decision, file)
    assert refused.value.code == code
    assert decision_book(decided.office.desk)[0].scans == ()


def test_a_scan_needs_its_decision(decided: Decided, tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        attach_scan(decided.office.desk, 99, tmp_path / "khong-co.pdf")


# ---- The number


def test_a_decision_gets_its_number_later_and_undo_takes_it_back(decided: Decided) -> None:
    desk = decided.office.desk
    assert decision_book(desk)[0].decision.number == ""
    register_decision(desk, decided.decision, " 125/QĐ-UBND ", signer="Nguyễn Văn Mẫu")
    line = decision_book(desk, 2026)[0]
    assert (line.decision.number, line.signer) == ("125/QĐ-UBND", "Nguyễn Văn Mẫu")
    assert line.total == UNIT_MONEY + PERSON_MONEY
    assert decision_book(desk, 2025) == ()
    decided.undo_last()
    assert decision_book(desk)[0].decision.number == ""


@pytest.mark.parametrize("second", ["125", "0125/QĐ-UBND", "125/QĐ-CT"])
def test_a_number_is_used_once_a_year(decided: Decided, second: str) -> None:
    desk = decided.office.desk
    other = _another_decision(decided)
    register_decision(desk, decided.decision, "125/QĐ-UBND")
    with pytest.raises(Conflict) as refused:
        register_decision(desk, other, second)
    assert refused.value.code == "decision_number_taken"
    register_decision(desk, other, "125a/QĐ-UBND")
    register_decision(desk, decided.decision, "125/QĐ-UBND", note="Bản gốc ở văn thư")


def _another_decision(decided: Decided) -> int:
    """A second decision of the year, as one more session would make it."""
    with decided.office.writing() as books:
        first = books.awards.decisions()[0]
        return books.awards.add_decision(first, [])


def test_another_date_goes_by_its_own_base_salary(decided: Decided) -> None:
    desk = decided.office.desk
    with pytest.raises(InputError) as refused:
        register_decision(desk, decided.decision, "7", dt.date(2026, 12, 21))
    assert refused.value.code == "decision_before_session"
    made = register_decision(desk, decided.decision, "7", LATER)
    assert (made.recomputed, made.decision.decided_on) == ((), LATER)


def test_money_that_was_given_is_not_recomputed_behind_its_back(decided: Decided) -> None:
    desk = decided.office.desk
    pay(desk, [decided.unit], LATER)
    with decided.office.writing() as books:
        award = books.awards.decided_awards(decided.decision)[0]
        books.awards.update_decided_award(
            type(award)(award.decision, award.proposal, 60, 1_410_000)
        )
    with pytest.raises(RuleViolation) as refused:
        register_decision(desk, decided.decision, "7", LATER)
    assert refused.value.code == "decision_date_changes_paid"
    take_back_payment(desk, decided.unit)
    made = register_decision(desk, decided.decision, "7", LATER)
    assert made.recomputed == (decided.unit,)
    assert decision_book(desk)[0].total == UNIT_MONEY + PERSON_MONEY


# ---- Money


def test_bonuses_are_given_as_money_or_as_a_gift_of_equal_value(decided: Decided) -> None:
    desk = decided.office.desk
    assert {b.proposal.id: (b.amount, b.is_due) for b in bonuses(desk)} == {
        decided.unit: (UNIT_MONEY, True),
        decided.person: (PERSON_MONEY, True),
    }
    pay(desk, [decided.unit], LATER, receiver="Nguyễn Văn Mẫu")
    pay(desk, [decided.person], LATER, gift="Máy tính bảng")
    found = {b.proposal.id: b.payment for b in bonuses(desk)}
    unit, person = found[decided.unit], found[decided.person]
    assert unit is not None
    assert person is not None
    assert (unit.receiver, unit.kind) == ("Nguyễn Văn Mẫu", PaymentKind.MONEY)
    assert (person.receiver, person.amount) == (
        "Trần Thị Ví Dụ",
        PERSON_MONEY,
    )
    state = show_fund(desk, 2026).state
    assert (state.awards_paid, state.gifts) == (UNIT_MONEY + PERSON_MONEY, PERSON_MONEY)


def test_what_is_not_due_is_not_paid(decided: Decided) -> None:
    desk = decided.office.desk
    for proposals, on, code in (
        ([decided.higher], LATER, "bonus_not_due"),
        ([decided.unit], dt.date(2026, 12, 23), "paid_before_decision"),
    ):
        with pytest.raises((RuleViolation, InputError)) as refused:
            pay(desk, proposals, on)
        assert refused.value.code == code
    with pytest.raises(RuleViolation):
        take_back_payment(desk, decided.unit)


# ---- Above the commune


def test_what_went_up_is_followed_to_its_answer(decided: Decided) -> None:
    desk, higher = decided.office.desk, decided.higher
    send_up(desk, [higher], LATER, "12/TTr-UBND")
    assert decided.status(higher) is ProposalStatus.SUBMITTED
    with pytest.raises(InputError):
        answer_given(desk, [higher], Answer("310/QĐ-UBND", SIGNED))
    answer_given(desk, [higher], Answer("310/QĐ-UBND", dt.date(2027, 1, 20)))
    assert decided.status(higher) is ProposalStatus.DECIDED
    with desk.store.read() as books:
        kept = books.outcomes.referrals()[higher]
    assert (kept.document, kept.sent_on, kept.decider) == (
        "12/TTr-UBND",
        LATER,
        "Chủ tịch Ủy ban nhân dân tỉnh",
    )
    decided.undo_last()
    assert decided.status(higher) is ProposalStatus.SUBMITTED
    answer_refused(desk, [higher], "Chưa đủ số phiếu")
    assert decided.status(higher) is ProposalStatus.REFUSED
    take_back_referral(desk, higher)
    assert decided.status(higher) is ProposalStatus.PASSED


def test_the_commune_s_own_awards_do_not_go_up(decided: Decided) -> None:
    desk = decided.office.desk
    with pytest.raises(RuleViolation) as refused:
        send_up(desk, [decided.unit], LATER)
    assert refused.value.code == "award_is_own"
    with pytest.raises(RuleViolation):
        take_back_referral(desk, decided.higher)
    assert show_fund(desk, 2026).state.awards == UNIT_MONEY + PERSON_MONEY


# ---- Cancelling


def test_a_cancelled_award_counts_no_more_and_stays_visible(decided: Decided) -> None:
    desk = decided.office.desk
    pay(desk, [decided.person], LATER)
    cancelled = cancel_award(desk, decided.person, ORDER)
    assert cancelled.recovery.state is RecoveryState.UNDELIVERED
    assert decided.status(decided.person) is ProposalStatus.CANCELLED
    line = decision_book(desk)[0]
    assert len(line.awards) == 2
    assert line.total == UNIT_MONEY
    state = show_fund(desk, 2026).state
    assert (state.awards, state.to_recover) == (UNIT_MONEY, PERSON_MONEY)
    follow_recovery(desk, decided.person, returned_on=dt.date(2027, 1, 25))
    assert show_fund(desk, 2026).state.to_recover == 0
    decided.undo_last()
    decided.undo_last()
    assert decided.status(decided.person) is ProposalStatus.DECIDED


def test_a_cancelled_award_is_no_award_any_more(decided: Decided) -> None:
    desk, who = decided.office.desk, decided.office.person("Trần Thị Ví Dụ")
    next_cycle = open_cycle(desk, CycleKind.ANNUAL, 2027).id
    order = ListOrder(next_cycle, "giay_khen_xa", SubjectKind.INDIVIDUAL)

    def is_rewarded() -> bool:
        return next(r.was_rewarded for r in award_draft(desk, order).rows if r.code == who)

    assert is_rewarded()
    assert len(certificates_of_cycle(desk, CYCLE)) == 2
    cancel_award(desk, decided.person, ORDER)
    assert not is_rewarded()
    assert [one.proposal for one in certificates_of_cycle(desk, CYCLE)] == [decided.unit]
    cited = DossierFacts(cited=(f"proposal:{decided.person}",))
    with pytest.raises(InputError, match="cited_cancelled"):
        check(desk, AwardRequest(next_cycle, "giay_khen_xa", person=who, dossier=cited))
    # The same achievement is not rewarded again after all (P12).
    again = check(desk, AwardRequest(CYCLE, "giay_khen_xa", person=who), ACHIEVEMENT)
    assert "cancelled_award" in {one.code for one in again.checks if one.blocks}


def test_fifteen_working_days_run_from_receiving_over_tet(decided: Decided) -> None:
    desk, clock = decided.office.desk, decided.office.clock
    cancel_award(desk, decided.person, ORDER)
    received = dt.date(2027, 1, 25)
    clock.set(received)
    followed = follow_recovery(desk, decided.person, received_on=received)
    # Tết 2027 is only expected: 04, 05, 08, 09, 10 February.
    assert followed.recovery.due_on == dt.date(2027, 2, 22)
    assert followed.recovery.doubts == ("Tết Nguyên đán 2027 (dự kiến)",)
    assert followed.recovery.state is RecoveryState.DUE
    clock.set(dt.date(2027, 2, 23))
    again = follow_recovery(desk, decided.person, number="15/QĐ-UBND")
    assert again.recovery.state is RecoveryState.OVERDUE


def test_what_can_not_be_cancelled_is_refused(decided: Decided) -> None:
    desk = decided.office.desk
    early = CancelOrder(ORDER.ground, ORDER.document, dt.date(2026, 12, 23))
    upside_down = CancelOrder(ORDER.ground, ORDER.document, CANCELLED, "", SIGNED)
    nothing = CancelOrder(ORDER.ground, "  ", CANCELLED)
    for proposal, order, code in (
        (decided.higher, ORDER, "nothing_to_cancel"),
        (decided.unit, early, "cancelling_before_decision"),
        (decided.unit, upside_down, "recovery_day_too_early"),
        (decided.unit, nothing, "cancelling_without_document"),
    ):
        with pytest.raises((RuleViolation, InputError)) as refused:
            cancel_award(desk, proposal, order)
        assert refused.value.code == code
    with pytest.raises(NotFound):
        follow_recovery(desk, decided.unit, returned_on=CANCELLED)
    cancel_award(desk, decided.unit, ORDER)
    with pytest.raises(RuleViolation):
        cancel_award(desk, decided.unit, ORDER)


def test_an_award_from_above_can_be_cancelled_too(decided: Decided) -> None:
    desk = decided.office.desk
    answer_given(desk, [decided.higher], Answer("310", dt.date(2027, 1, 5)))
    cancel_award(desk, decided.higher, ORDER)
    assert decided.status(decided.higher) is ProposalStatus.CANCELLED
    with pytest.raises(RuleViolation):
        take_back_referral(desk, decided.higher)


# ---- The fund


def test_the_fund_of_a_year(decided: Decided) -> None:
    desk = decided.office.desk
    set_fund(desk, FundYear(2026, 10_000_000, 1_000_000, 900_000_000, FundArea.PLAIN))
    goods = spend(desk, SpendingKind.GOODS, LATER, 500_000, "Khung giấy khen")
    spend(desk, SpendingKind.ORGANISING, LATER, 2_500_000, "Hội nghị tổng kết", "HĐ 05")
    book = show_fund(desk, 2026)
    assert book.offered == 9_000_000
    assert book.state.left == 11_000_000 - UNIT_MONEY - PERSON_MONEY - 3_000_000
    codes = [reason.code for reason in book.state.warnings]
    assert codes == ["fund_organising_over", "fund_budget_over"]
    mend_spending(desk, type(goods)(goods.id, goods.kind, LATER, 600_000, "Khung, phôi"))
    assert show_fund(desk, 2026).state.goods == 600_000
    remove_spending(desk, goods.id)
    assert show_fund(desk, 2026).state.goods == 0
    decided.undo_last()
    assert "Khung, phôi" in {one.content for one in show_fund(desk, 2026).spendings}
    assert show_fund(desk, 2027).state.spent == 0


def test_slips_of_the_pen_in_the_fund_are_refused(decided: Decided) -> None:
    desk = decided.office.desk
    for year, amount, content in ((1999, 1, "Hoa"), (2026, 0, "Hoa"), (2026, 1, " ")):
        with pytest.raises(InputError):
            spend(desk, SpendingKind.OTHER, dt.date(year, 5, 5), amount, content)
    with pytest.raises(InputError):
        set_fund(desk, FundYear(2026, -1))
    with pytest.raises(NotFound):
        remove_spending(desk, 99)


# ---- Days off


def is_worked(office: OfficeInHand, day: dt.date) -> bool:
    with office.desk.store.read() as books:
        return calendar_in(books, office.desk).is_working(day)


def test_the_office_enters_its_own_days(new_office: OfficeInHand) -> None:
    desk = new_office.desk
    culture = dt.date(2026, 11, 24)
    assert is_worked(new_office, culture)
    set_day(desk, culture, DayKind.OFF, "Ngày Văn hóa Việt Nam")
    assert not is_worked(new_office, culture)
    own = [one.entry.name for one in days_of_year(desk, 2026) if one.is_own]
    assert own == ["Ngày Văn hóa Việt Nam"]
    forget_day(desk, culture)
    assert is_worked(new_office, culture)
    with pytest.raises(RuleViolation):
        forget_day(desk, culture)
    with pytest.raises(InputError):
        set_day(desk, culture, DayKind.OFF, "")


def test_the_days_that_ship_are_sound(new_office: OfficeInHand) -> None:
    shipped = new_office.desk.holidays.days()
    days = [entry.day for entry in shipped.days]
    assert len(set(days)) == len(days)
    weekend = 5
    for entry in shipped.days:
        # A working day is made up on a weekend; days off may span one.
        assert entry.kind is DayKind.OFF or entry.day.weekday() >= weekend
    assert {2025, 2026, 2027} <= {day.year for day in days}
