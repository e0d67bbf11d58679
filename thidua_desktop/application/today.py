"""Việc hôm nay: what to do now, in a few sentences with a button each, and the year's steps."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from thidua_desktop.application.collecting.board import BoardState
from thidua_desktop.application.machine_clock import clock_went_back
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.year_at_a_glance import Year, look_at_year
from thidua_desktop.domain.awards.cancelling import RecoveryState
from thidua_desktop.domain.cycles import Cycle
from thidua_desktop.domain.proposals import ProposalStatus
from thidua_desktop.domain.reasons import Reason, Value

MOST_SENTENCES = 7


class StepState(StrEnum):
    """Where a step of the year stands."""

    DONE = "done"  # xong
    CURRENT = "current"  # đang làm
    AHEAD = "ahead"  # chưa tới


@dataclass(frozen=True, slots=True)
class YearStep:
    """One of the twelve steps of the year (design, section 1)."""

    number: int
    page: str
    state: StepState


@dataclass(frozen=True, slots=True)
class TodaySentence:
    """One thing to do.

    Attributes:
        page: the page where it is done.
        action: the code of the button's word.
        weight: `"urgent"`, `"normal"` or `"done"`, for icon and order.
    """

    reason: Reason
    page: str
    action: str
    weight: str


@dataclass(frozen=True, slots=True)
class YearPicture:
    """One picture of the year: how many units stand where, of all."""

    total: int
    received: int
    appraised: int
    proposed: int
    decided: int


@dataclass(frozen=True, slots=True)
class TodayBoard:
    """The home page."""

    cycle: Cycle | None
    sentences: tuple[TodaySentence, ...]
    steps: tuple[YearStep, ...]
    picture: YearPicture


PAGES = (
    "plan",
    "units",
    "cycles",
    "forms",
    "collecting",
    "appraisal",
    "ranking",
    "awards",
    "council",
    "papers",
    "province",
    "archive",
)
"""The pages of the twelve steps, in order."""


_GOING_ON = (ProposalStatus.PROPOSED, ProposalStatus.PASSED)


def today_board(desk: Desk, cycle_id: str | None) -> TodayBoard:
    """The home page of a cycle; of an office without a cycle for `None`.

    Raises:
        NotFound: no such cycle.
    """
    year = look_at_year(desk, cycle_id)
    clock = clock_went_back(desk)
    first = () if clock is None else (TodaySentence(clock, "journal", "see_journal", "urgent"),)
    sentences = (*first, *_sentences(year))[:MOST_SENTENCES]
    return TodayBoard(year.cycle, sentences, _steps(year), _picture(year))


def _sentences(year: Year) -> tuple[TodaySentence, ...]:
    found = [*_under_way(year), *_awarding(year), *_after_decision(year)]
    if year.is_decided:
        found = [*_after_decision(year), *_awarding(year), *_under_way(year)]
    found = [*_cut_off(year), *_setting_up(year), *found, *_lacking_rules(year), *_signing(year)]
    order = ("urgent", "normal", "done")
    found.sort(key=lambda sentence: order.index(sentence.weight))
    return tuple(found[:MOST_SENTENCES])


def _cut_off(year: Year) -> list[TodaySentence]:
    """After the power failed: what was written last, so that nobody wonders what is lost."""
    if year.cut_off is None:
        return []
    at = year.cut_off.at.astimezone()
    reason = Reason("today_cut_off", {"time": f"{at:%H:%M}", "day": at.date()})
    return [TodaySentence(reason, "journal", "see_journal", "urgent")]


def _setting_up(year: Year) -> list[TodaySentence]:
    # Once forms are out, the office has made the copied words its own.
    is_copy = year.has_copied_plan and (year.board is None or not year.board.has_forms)
    copied = [_todo("today_copied_plan", "plan", "mend_plan", "urgent")] if is_copy else []
    if not year.units:
        return [*copied, _todo("today_no_units", "units", "import", "urgent")]
    if year.cycle is None:
        no_cycle = _todo("today_no_cycle", "cycles", "open_cycle", "urgent", units=year.units)
        return [*copied, no_cycle]
    return copied


def _under_way(year: Year) -> list[TodaySentence]:
    """What an open cycle waits for; a closed one takes no forms, points or proposals any more."""
    if year.cycle is not None and not year.cycle.is_open:
        over = [_todo("today_closed", "archive", "archive", "done")]
        next_one = [_todo("today_next_cycle", "cycles", "open_cycle", "normal")]
        return over + next_one if year.may_open_next else over
    return [*_collecting(year), *_typing(year), *_proposing(year)]


def _lacking_rules(year: Year) -> list[TodaySentence]:
    """Awards wait for rules; everything else of the year does not."""
    if year.rules_end is None or year.cycle is None:
        return []
    weight = "urgent" if year.has_rules_no_more and year.proposals else "normal"
    reason = Reason("today_no_rules", {"date": year.rules_end})
    return [TodaySentence(reason, "rules", "see_rules", weight)]


def _signing(year: Year) -> list[TodaySentence]:
    """Papers come with the first forms; a blank name under one is seen when it is printed."""
    if year.has_signer or year.board is None or not year.board.has_forms:
        return []
    return [_todo("today_no_signer", "plan", "name_signer", "normal")]


def _collecting(year: Year) -> list[TodaySentence]:
    board = year.board
    if board is None or not board.rows:
        return []
    if not board.has_forms:
        return [_todo("today_no_forms", "forms", "give_forms", "urgent", units=len(board.rows))]
    found = []
    # Once all is decided, a form that never came keeps nobody from the next step.
    pressing = "normal" if year.is_decided else "urgent"
    overdue = board.count(BoardState.OVERDUE)
    faulty = board.count(BoardState.FAULTY)
    waiting = board.count(BoardState.WAITING)
    if overdue:
        data = {"count": overdue, "due": board.cycle.due_on}
        found.append(TodaySentence(Reason("today_overdue", data), "collecting", "remind", pressing))
    if faulty:
        found.append(_todo("today_faulty", "collecting", "return_forms", pressing, count=faulty))
    if waiting:
        code = "today_waiting" if board.cycle.due_on else "today_waiting_undated"
        found.append(_todo(code, "collecting", "collect", "normal", count=waiting))
    if year.pending:
        found.append(_todo("today_pending", "appraisal", "appraise", "normal", count=year.pending))
    if board.is_complete and not year.pending:
        found.append(_todo("today_all_appraised", "ranking", "rank", "done", count=board.received))
    return found


def _typing(year: Year) -> list[TodaySentence]:
    """Paper forms that somebody was called away from."""
    drafts = year.board.drafts if year.board else 0
    return [_todo("today_typing", "typing_in", "type_in", "normal", count=drafts)] if drafts else []


def _proposing(year: Year) -> list[TodaySentence]:
    """What a finished ranking asks for."""
    received = year.board.received if year.board else 0
    if year.ranking is None or not received or year.pending:
        return []
    found = []
    tied = sum(row.tied for row in year.ranking.rows)
    if tied and not year.is_decided:
        found.append(_todo("today_tied", "ranking", "rank", "normal", count=tied))
    if not year.proposals:
        found.append(_todo("today_no_proposals", "awards", "propose", "normal"))
    return found


def _awarding(year: Year) -> list[TodaySentence]:
    found = []
    waiting = year.free_in(ProposalStatus.PROPOSED)
    if waiting:
        found.append(_before_council(year, waiting))
    passed = year.free_in(ProposalStatus.PASSED)
    if passed > year.referred:
        count = passed - year.referred
        found.append(_todo("today_passed", "council", "decide", "normal", count=count))
    if year.referred:
        found.append(
            _todo("today_referred", "dossier_gate", "refer", "normal", count=year.referred)
        )
    kept = sum(one.id in year.held and one.status in _GOING_ON for one in year.proposals)
    if kept:
        found.append(_todo("today_held", "cases", "conclude", "normal", count=kept))
    if year.cycle is not None and year.cycle.is_open and year.is_decided:
        decided = year.proposals_in(ProposalStatus.DECIDED)
        found.append(_todo("today_decided", "province", "province", "normal", count=decided))
    return found + _closing(year)


def _closing(year: Year) -> list[TodaySentence]:
    """Closing, and closing again what was opened for an addendum."""
    if year.cycle is None or not year.cycle.is_open:
        return []
    if year.addendum is not None:
        reason = Reason("today_reopened", {"reason": year.addendum.reason})
        return [TodaySentence(reason, "cycles", "close", "normal")]
    return [_todo("today_may_close", "cycles", "close", "normal")] if year.is_decided else []


def _before_council(year: Year, waiting: int) -> TodaySentence:
    """A session that was opened waits for its count, not for another session."""
    if year.uncounted is None:
        return _todo("today_before_council", "council", "council", "normal", count=waiting)
    data: dict[str, Value] = {"count": waiting, "day": year.uncounted.held_on}
    return TodaySentence(Reason("today_to_count", data), "council", "count", "normal")


def _after_decision(year: Year) -> list[TodaySentence]:
    """Numbers and recoveries wait in every year, whichever cycle is shown."""
    found = []
    states = [one.recovery.state for one in year.recoveries]
    overdue = states.count(RecoveryState.OVERDUE)
    if overdue:
        found.append(_todo("today_recovery_overdue", "rewards", "recover", "urgent", count=overdue))
    due = [one for one in year.recoveries if one.recovery.state is RecoveryState.DUE]
    first = min((one.recovery.due_on for one in due if one.recovery.due_on), default=None)
    if first is not None:
        reason = Reason("today_recovery_due", {"count": len(due), "due": first})
        found.append(TodaySentence(reason, "rewards", "recover", "normal"))
    undelivered = states.count(RecoveryState.UNDELIVERED)
    if undelivered:
        code = "today_recovery_undelivered"
        found.append(_todo(code, "rewards", "recover", "normal", count=undelivered))
    if year.late_remedies:
        code = "today_remedy_overdue"
        found.append(_todo(code, "movement_book", "inspect", "normal", count=year.late_remedies))
    if year.unnumbered:
        code = "today_unnumbered"
        found.append(_todo(code, "decisions", "number", "normal", count=year.unnumbered))
    return found


def _todo(code: str, page: str, action: str, weight: str, **data: int) -> TodaySentence:
    return TodaySentence(Reason(code, dict(data)), page, action, weight)


def _steps(year: Year) -> tuple[YearStep, ...]:
    board, cycle = year.board, year.cycle
    received = board.received if board else 0
    is_complete = received > 0 and board is not None and board.is_complete
    undecided = year.proposals_in(ProposalStatus.PROPOSED)
    closed = cycle is not None and not cycle.is_open
    done = {
        "plan": year.has_signer,
        "units": year.units > 0,
        "cycles": cycle is not None,
        "forms": board is not None and board.has_forms,
        "collecting": is_complete,
        "appraisal": received > 0 and not year.pending,
        "ranking": is_complete and not year.pending,
        "awards": bool(year.proposals),
        "council": bool(year.sessions) and not undecided,
        "papers": year.proposals_in(ProposalStatus.DECIDED) > 0,
        "province": closed,
        "archive": closed,
    }
    # A closed year is over, and what is left to be appraised is under way beside the collecting.
    done |= {page: True for page in PAGES if closed and page != "plan"}
    last = max((place for place, page in enumerate(PAGES) if done[page]), default=-1)
    begun = {"appraisal"} if received and year.pending else set()
    return tuple(
        YearStep(place + 1, page, _state(place, last, done=done[page], begun=page in begun))
        for place, page in enumerate(PAGES)
    )


def _state(place: int, last_done: int, *, done: bool, begun: bool) -> StepState:
    """Under way is what comes next, and what was passed over while a later step is done."""
    if done:
        return StepState.DONE
    return StepState.CURRENT if begun or place <= last_done + 1 else StepState.AHEAD


def _picture(year: Year) -> YearPicture:
    rows = year.ranking.rows if year.ranking else ()
    return YearPicture(
        total=len(rows),
        received=sum(row.rank is not None for row in rows),
        appraised=sum(row.rank is not None and row.pending == 0 for row in rows),
        proposed=len(year.proposals),
        decided=year.proposals_in(ProposalStatus.DECIDED),
    )
