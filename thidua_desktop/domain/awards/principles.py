"""Nguyên tắc khen thưởng: what the law says of every candidate, one function for each principle."""

from __future__ import annotations

from collections.abc import Iterator

from thidua_desktop.domain.award_forms import AwardLevel, CommendationType
from thidua_desktop.domain.awards.facts import AwardState, PreviousAward, Sameness
from thidua_desktop.domain.awards.verdict import Check, Condition, Question
from thidua_desktop.domain.kinds import SubjectKind
from thidua_desktop.domain.reasons import Value
from thidua_desktop.domain.rule_pack import Principle


def direct_worker(question: Question) -> Iterator[Check]:
    """Người trực tiếp lao động come first: a note, never a block (P3)."""
    facts = question.facts
    if facts.subject is not SubjectKind.INDIVIDUAL or facts.is_leader is None:
        return
    condition = Condition.of(Principle.FAIR_SHARE, question.pack, blocking=False)
    yield condition.passed("person_is_leader" if facts.is_leader else "person_is_direct_worker")


_UNCHECKED = {
    Principle.ONE_ACHIEVEMENT_ONCE.value: "achievement_unchecked",
    Principle.PERIOD_AFTER_LAST.value: "period_unchecked",
    Principle.CANCELLED_AWARD.value: "cancelled_unchecked",
}
"""What is open until somebody looked beyond the office's own records, condition by condition."""


def one_achievement_once(question: Question) -> Iterator[Check]:
    """One achievement is not rewarded several times or in several forms (P2)."""
    history = question.facts.history
    condition = Condition.of(Principle.ONE_ACHIEVEMENT_ONCE, question.pack)
    if history is None:
        yield condition.unknown("history_unknown", "history_fill_in")
        return
    found = [_against(question, earlier) for earlier in history]
    told = [check for check in found if check]
    worst = max(told, key=lambda check: (check.blocks, check.state.value == "fail"), default=None)
    yield worst or _if_checked(question, condition, condition.passed("achievement_is_new"))


def lower_form_not_needed(question: Question) -> Iterator[Check]:
    """Nobody must hold a lower form first: a note (P4)."""
    if question.form.level is AwardLevel.COMMUNE:
        return
    condition = Condition.of(Principle.LOWER_FORM_NOT_NEEDED, question.pack, blocking=False)
    yield condition.passed("lower_form_not_needed", award=question.form.name)


def thematic_no_basis(question: Question) -> Iterator[Check]:
    """A thematic or sudden award can't be the basis of a công trạng award (P5)."""
    facts = question.facts
    condition = Condition.of(Principle.THEMATIC_NO_BASIS, question.pack)
    if facts.commendation is not CommendationType.CONG_TRANG:
        if facts.commendation.is_no_basis_for_merit:
            yield condition.passed("no_basis_for_merit_later")
        return
    if facts.history is None:
        yield condition.unknown("history_unknown", "history_fill_in")
        return
    cited = [earlier for earlier in facts.history if earlier.is_cited]
    unfit = [earlier for earlier in cited if _is_thematic(earlier)]
    if unfit:
        names = tuple(earlier.name for earlier in unfit)
        yield condition.failed("cited_thematic", "cited_thematic_drop", awards=names)
    elif any(earlier.commendation is None for earlier in cited):
        yield condition.unknown("cited_type_unknown", "cited_type_fill_in")
    else:
        yield condition.passed("cited_awards_fit")


def hold(question: Question) -> Iterator[Check]:
    """Chưa khen while a matter is pending; resumed when it is concluded (P6)."""
    facts = question.facts
    condition = Condition.of(Principle.HOLD, question.pack, overridable=False)
    if facts.holds is None:
        yield condition.unknown("hold_unknown", "hold_confirm")
        return
    active = [held for held in facts.holds if held.is_active(facts.on)]
    for held in active:
        since, document = held.from_day, held.document
        yield condition.failed(f"hold_{held.kind}", "hold_resume", since=since, document=document)
    if not active:
        yield condition.passed("hold_none", day=facts.on)


def after_discipline(question: Question) -> Iterator[Check]:
    """After discipline the achievement counts from its end (P7)."""
    facts = question.facts
    running = Condition.of(Principle.DISCIPLINE, question.pack, overridable=False)
    counted = Condition.of(Principle.DISCIPLINE, question.pack)
    if facts.disciplines is None:
        yield running.unknown("discipline_unknown", "discipline_confirm")
        return
    begun = [one for one in facts.disciplines if one.from_day <= facts.on]
    ends = [one.to_day for one in begun if one.to_day is not None]
    latest = max(ends, default=None)
    begin = facts.achievement.period_from
    if any(one.is_running(facts.on) for one in begun):
        yield running.failed("discipline_running", "discipline_wait", day=facts.on)
    elif latest is None:
        yield running.passed("discipline_none")
    elif begin is None:
        yield counted.unknown("discipline_period_unknown", "period_fill_in", end=latest)
    elif begin < latest:
        yield counted.failed("discipline_counted", "discipline_count_from", end=latest, begin=begin)
    else:
        yield counted.passed("discipline_over", end=latest)


def maternity_leave(question: Question) -> Iterator[Check]:
    """Leave of a mother counts as working time: a note (P8)."""
    if question.facts.took_maternity_leave:
        condition = Condition.of(Principle.MATERNITY_LEAVE, question.pack, blocking=False)
        yield condition.passed("maternity_leave_counts")


def women_priority(question: Question) -> Iterator[Check]:
    """Of equals a woman, or a collective with at least 70 % women, is chosen (P9)."""
    if not question.facts.is_tied:
        return
    condition = Condition.of(Principle.WOMEN_PRIORITY, question.pack, blocking=False)
    match question.facts.has_women_priority:
        case None:
            yield condition.unknown("priority_unknown", "priority_fill_in")
        case True:
            yield condition.passed("priority_given")
        case False:
            yield condition.passed("priority_not_given")


def period_after_last(question: Question) -> Iterator[Check]:
    """The achievement begins after the one that the last decision rewarded (P10).

    Written for State-level awards, where it blocks; a sensible default, which warns, for others.
    Lower awards in between don't count: nobody needs them for a higher one.
    """
    facts = question.facts
    is_state = question.form.level is AwardLevel.STATE
    condition = Condition.of(Principle.PERIOD_AFTER_LAST, question.pack, blocking=is_state)
    if facts.history is None:
        yield condition.unknown("history_unknown", "history_fill_in")
        return
    counted = [earlier for earlier in facts.history if _counts_for_period(question, earlier)]
    ends = [earlier.achievement_end for earlier in counted]
    begin = facts.achievement.period_from
    if not counted:
        first = condition.passed("period_is_first")
        yield _if_checked(question, condition, first)
    elif begin is None or None in ends:
        yield condition.unknown("period_unknown", "period_fill_in")
    else:
        latest = max(end for end in ends if end is not None)
        data = {"begin": begin, "end": latest}
        if begin > latest:
            after = condition.passed("period_after_last", **data)
            yield _if_checked(question, condition, after)
        else:
            yield condition.failed("period_overlaps_last", "period_begin_later", **data)


def initiative_once(question: Question) -> Iterator[Check]:
    """One sáng kiến serves one proposal (P11)."""
    facts = question.facts
    if not facts.initiatives:
        return
    condition = Condition.of(Principle.INITIATIVE_ONCE, question.pack)
    if facts.used_initiatives is None:
        yield condition.unknown("initiative_unknown", "initiative_look_up")
        return
    again = tuple(item for item in facts.initiatives if item in facts.used_initiatives)
    if again:
        yield condition.failed("initiative_used", "initiative_other", initiatives=again)
    else:
        yield condition.passed("initiative_is_new")


def cancelled_award(question: Question) -> Iterator[Check]:
    """An award that was cancelled is not given again for the same achievement (P12)."""
    facts = question.facts
    if facts.history is None:
        condition = Condition.of(Principle.CANCELLED_AWARD, question.pack)
        yield condition.unknown("history_unknown", "history_fill_in")
        return
    cancelled = [
        one for one in facts.history if one.state is AwardState.CANCELLED and not one.namesake
    ]
    same = [
        one
        for one in cancelled
        if one.achievement.compare(facts.achievement) is not Sameness.DIFFERENT
    ]
    condition = Condition.of(Principle.CANCELLED_AWARD, question.pack, blocking=bool(same))
    if same:
        yield condition.failed("cancelled_same", "cancelled_same_do", award=same[0].name)
    elif cancelled:
        yield condition.failed("cancelled_before", "cancelled_look", award=cancelled[0].name)
    else:
        yield _if_checked(question, condition, condition.passed("cancelled_none"))


def _if_checked(question: Question, condition: Condition, good: Check) -> Check:
    """A good outcome counts only once somebody looked beyond the office's own records."""
    if question.facts.is_history_checked:
        return good
    return condition.unknown(_UNCHECKED[condition.code], "history_check")


def _against(question: Question, earlier: PreviousAward) -> Check | None:
    """What an earlier award says against this one, if anything."""
    if earlier.state is AwardState.CANCELLED:
        return None
    sameness = earlier.achievement.compare(question.facts.achievement)
    if sameness is Sameness.DIFFERENT:
        return None
    level = _level(question, earlier)
    is_higher = level is not None and not level.is_at_least(question.form.level)
    condition = Condition.of(Principle.ONE_ACHIEVEMENT_ONCE, question.pack, blocking=not is_higher)
    if earlier.namesake or sameness is Sameness.UNSURE:
        return _unsure(condition, earlier)
    if is_higher:
        return condition.failed("achievement_lower", "achievement_choose", award=earlier.name)
    code = f"achievement_{earlier.state}"
    return condition.failed(code, "achievement_already_do", award=earlier.name)


def _unsure(condition: Condition, earlier: PreviousAward) -> Check:
    """What only a person can tell: whether it is the same recipient, or the same achievement."""
    if not earlier.namesake:
        return condition.unknown("achievement_unsure", "achievement_compare", award=earlier.name)
    told: dict[str, Value] = {"award": earlier.name, "recipient": earlier.namesake}
    if not earlier.number or earlier.decided_on is None:
        return condition.unknown("recipient_unsure", "recipient_say", **told)
    told |= {"number": earlier.number, "on": earlier.decided_on}
    return condition.unknown("recipient_unsure_by_decision", "recipient_say", **told)


def _counts_for_period(question: Question, earlier: PreviousAward) -> bool:
    if earlier.state is not AwardState.DECIDED or earlier.namesake:
        return False
    level = _level(question, earlier)
    return level is None or level.is_at_least(question.form.level)


def _level(question: Question, earlier: PreviousAward) -> AwardLevel | None:
    if earlier.level is not None:
        return earlier.level
    form = question.pack.find_form(earlier.award)
    return form.level if form else None


def _is_thematic(earlier: PreviousAward) -> bool:
    return earlier.commendation is not None and earlier.commendation.is_no_basis_for_merit
