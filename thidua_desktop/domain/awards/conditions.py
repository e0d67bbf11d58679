"""Conditions of the form, the dossier and the plan: what must be there for any award."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator

from thidua_desktop.domain.award_forms import AwardForm, AwardLevel
from thidua_desktop.domain.awards.verdict import Check, Condition, Question
from thidua_desktop.domain.kinds import SubjectKind
from thidua_desktop.domain.reasons import Value
from thidua_desktop.domain.rule_pack import Principle, RulePack, Standard

REPORT_MONTHS = 6
"""How old the end of a State-level report may be when it is handed in (Điều 33.9)."""

CHOICE_CODE = "standard_choice"


def form_fits(question: Question) -> Iterator[Check]:
    """The form may be given to such a subject (P1)."""
    condition = Condition.of(Principle.FORM_FITS_SUBJECT, question.pack, overridable=False)
    subject, award = question.facts.subject, question.form.name
    if question.form.fits(subject):
        yield condition.passed("form_fits", award=award)
    else:
        yield condition.failed(f"form_not_for_{subject}", "form_choose_other", award=award)


def dated_rules(question: Question) -> Iterator[Check]:
    """The pack holds on the day of the decision."""
    pack, day, received = question.pack, question.facts.on, question.facts.received_on
    condition = Condition.of(Principle.DATED_RULES, pack, overridable=False)
    if question.facts.carried_over is not None:
        yield condition.passed("rules_carried_over", pack=pack.name, received=received)
    elif pack.covers(day):
        yield condition.passed("rules_cover", pack=pack.name, day=day)
    else:
        yield condition.failed("rules_do_not_cover", "rules_update", pack=pack.name, day=day)


def transition(question: Question) -> Iterator[Check]:
    """Which law a dossier goes on under, by the day it was received."""
    rule = question.facts.carried_over or question.pack.transition
    if rule is None:
        return
    condition = Condition("transition", rule.source.citation, blocking=False)
    received = question.facts.received_on
    day = rule.received_before
    if received is None:
        yield condition.unknown("transition_unknown", "transition_fill_in", before=day)
    elif received < day and question.facts.carried_over is None:
        # Judged by today's rules for want of the earlier ones: never told as the old law.
        data: dict[str, Value] = {"received": received, "pack": question.pack.name}
        yield condition.unknown("transition_law_missing", "transition_law_compare", **data)
    elif received < day:
        yield condition.passed("transition_old_law", received=received, text=rule.text)
    else:
        yield condition.passed("transition_new_law", received=received, before=day)


def commendation(question: Question) -> Iterator[Check]:
    """The pack knows the loại hình; chuyên đề came with the law of 2026."""
    known = question.pack.commendations
    if not known:
        return
    found = next((one for one in known if one.type is question.facts.commendation), None)
    source = (found or known[0]).source
    condition = Condition("commendation", source.citation, overridable=False)
    if found is None:
        names = tuple(one.name for one in known)
        yield condition.failed("commendation_not_yet", "commendation_choose", names=names)
    else:
        yield condition.passed("commendation_is", name=found.name)


def report(question: Question) -> Iterator[Check]:
    """The candidate's report is there."""
    condition = Condition.of(Principle.REPORT, question.pack)
    match question.facts.has_report:
        case None:
            yield condition.unknown("report_unknown", "report_fill_in")
        case True:
            yield condition.passed("report_received")
        case False:
            yield condition.failed("report_missing", "report_ask_for")


def classification(question: Question) -> Iterator[Check]:
    """The unit's class is high enough; a practice, so it only warns."""
    rule, facts = question.pack.lowest_class, question.facts
    if rule is None or facts.subject.is_person:
        return
    reached = facts.classification
    condition = Condition("classification", rule.source.citation, blocking=False)
    if reached is None:
        yield condition.unknown("class_unknown", "class_fill_in", lowest=rule.name)
    elif reached.is_at_least(rule.classification):
        yield condition.passed("class_enough", lowest=rule.name)
    else:
        yield condition.failed("class_too_low", "class_consider", lowest=rule.name)


def achievement(question: Question) -> Iterator[Check]:
    """What the award is for is written down, with its period."""
    told = question.facts.achievement
    begin, end = told.period_from, told.period_to
    condition = Condition.of(Principle.ACHIEVEMENT, question.pack, overridable=False)
    if begin is not None and end is not None and begin > end:
        yield condition.failed("period_reversed", "period_correct", begin=begin, end=end)
    elif begin is None or end is None:
        yield condition.unknown("period_unknown", "period_fill_in")
    elif not told.text.strip():
        yield condition.unknown("achievement_unknown", "achievement_fill_in")
    else:
        yield condition.passed("achievement_written", begin=begin, end=end)


def recent_report(question: Question) -> Iterator[Check]:
    """A State-level report runs to within six months of being handed in (Điều 33.9)."""
    if question.form.level is not AwardLevel.STATE:
        return
    condition = Condition.of(Principle.RECENT_REPORT, question.pack)
    received, end = question.facts.received_on, question.facts.achievement.period_to
    if received is None or end is None:
        yield condition.unknown("recent_report_unknown", "recent_report_fill_in")
        return
    earliest = months_before(received, REPORT_MONTHS)
    if end > received:
        # What is still to come can't be in a report; it may only be a slip of a date.
        yield condition.failed("report_ahead", "report_ahead_do", end=end, received=received)
    elif end >= earliest:
        yield condition.passed("report_recent", end=end, received=received)
    else:
        yield condition.failed(
            "report_too_old", "report_renew", end=end, received=received, earliest=earliest
        )


def standards(question: Question) -> Iterator[Check]:
    """What the officer has to confirm: each must, and one of the choices."""
    asked = standards_for(question.pack, question.form, question.facts.subject)
    statements = question.facts.statements
    for standard in asked:
        if standard.is_choice:
            continue
        condition = Condition(f"standard_{standard.code}", standard.source.citation)
        match statements.get(standard.code):
            case None:
                yield condition.unknown("standard_unknown", "standard_confirm", text=standard.text)
            case True:
                yield condition.passed("standard_met", text=standard.text)
            case False:
                yield condition.failed("standard_not_met", "standard_review", text=standard.text)
    choices = tuple(standard for standard in asked if standard.is_choice)
    if choices:
        yield _one_of(choices, question)


def quota(question: Question) -> Iterator[Check]:
    """One more fits within the number; the province's number only warns."""
    state = question.facts.quota
    article = question.pack.article(Principle.QUOTA)
    scope = "commune" if state is None else state.scope
    condition = Condition(Principle.QUOTA.value, article, blocking=scope == "commune")
    if state is None:
        yield condition.unknown("quota_unknown", "quota_look_up")
    elif not state.is_known:
        yield condition.unknown("quota_not_countable", "quota_fill_in")
    elif state.maximum is None:
        yield condition.passed("quota_unlimited")
    elif state.is_full:
        yield condition.failed(
            f"quota_full_{scope}", f"quota_full_{scope}_do", used=state.used, maximum=state.maximum
        )
    else:
        yield condition.passed("quota_fits", used=state.used, maximum=state.maximum)


def standards_for(pack: RulePack, form: AwardForm, subject: SubjectKind) -> tuple[Standard, ...]:
    """What has to be confirmed for a form and a kind of subject."""
    return tuple(standard for standard in pack.standards if standard.asks(form.code, subject))


def months_before(day: dt.date, months: int) -> dt.date:
    """The same day some months earlier, or the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(day.day, last))


def _one_of(choices: tuple[Standard, ...], question: Question) -> Check:
    statements = question.facts.statements
    condition = Condition(CHOICE_CODE, choices[0].source.citation)
    met = next((choice for choice in choices if statements.get(choice.code)), None)
    texts = "; ".join(choice.text for choice in choices)
    if met is not None:
        return condition.passed("standard_met", text=met.text)
    if any(statements.get(choice.code) is None for choice in choices):
        return condition.unknown("choice_unknown", "choice_confirm", texts=texts)
    return condition.failed("choice_not_met", "choice_review", texts=texts)
