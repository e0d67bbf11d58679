"""Dịp khen thưởng: whether the plan gives an award on this occasion."""

from __future__ import annotations

from collections.abc import Iterator

from thidua_desktop.domain.awards.verdict import Check, Condition, Question


def occasion(question: Question) -> Iterator[Check]:
    """The plan gives the award on this occasion; else it only warns, for guidance may differ."""
    planned = question.facts.occasion
    if planned is None:
        return
    condition = Condition("occasion", planned.plan, blocking=False)
    award = question.form.name
    if not planned.is_named:
        yield condition.unknown("occasion_not_planned", "occasion_ask", award=award)
    elif planned.fits and not planned.words:
        yield condition.passed("occasion_any", award=award)
    elif planned.fits:
        yield condition.passed("occasion_fits", award=award, occasions=planned.words)
    else:
        yield condition.failed(
            "occasion_other", "occasion_wait", award=award, occasions=planned.words
        )
