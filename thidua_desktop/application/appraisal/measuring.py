"""Tính điểm theo số liệu: what a criterion's own method makes of counted figures."""

from __future__ import annotations

from thidua_desktop.application.appraisal.appraising import Points, appraise
from thidua_desktop.application.cycles.unit_criteria import UnitCriteria
from thidua_desktop.application.evidence.linking import attached_by_criterion
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.text import Texts
from thidua_desktop.domain.errors import InputError, RuleViolation
from thidua_desktop.domain.scoring.criterion import Criterion, Method
from thidua_desktop.domain.scoring.methods import Answer, Evaluation, evaluate

WITH_BASE = frozenset({Method.RATIO, Method.STEPS})
"""The methods that ask for a whole beside the part."""


def measured(criterion: Criterion, answer: Answer) -> Evaluation:
    """What these figures are worth.

    Raises:
        RuleViolation: the criterion is judged freely, or there was nothing to count: no figure
            says then what the unit deserves, so the officer has to.
        InputError: a figure below zero, or a part above its whole.
    """
    if criterion.method is Method.MANUAL:
        raise RuleViolation("criterion_not_counted", criterion=criterion.code)
    if answer.amount < 0 or answer.base < 0:
        raise InputError("figures_negative", criterion=criterion.code)
    if criterion.method in WITH_BASE and answer.amount > answer.base > 0:
        raise InputError("figures_over_whole", amount=answer.amount, base=answer.base)
    found = evaluate(criterion, answer)
    if found.not_applicable:
        raise RuleViolation("figures_without_base", criterion=criterion.code)
    return found


def appraise_by_figures(
    desk: Desk, texts: Texts, cycle_id: str, given: Points, answer: Answer
) -> Points:
    """Give the points that the figures are worth; how they were found stands as the reason.

    Of `given` unit, criterion and a further reason are used; there is evidence where the unit's
    report names some or a file is attached.

    Raises:
        NotFound: no such cycle, unit or criterion.
        RuleViolation, InputError: as `measured` and `appraise`.
    """
    with desk.store.read() as books:
        criterion = UnitCriteria(books, desk, cycle_id).line(given.unit, given.criterion)
        report = books.collecting.reports(cycle_id).get(given.unit)
        attached = attached_by_criterion(books.evidence.of_cycle(cycle_id))
    is_named = report is not None and report.line(criterion.code).has_evidence
    has_evidence = is_named or (given.unit, criterion.code) in attached
    found = measured(criterion, Answer(answer.amount, answer.base, has_evidence))
    reason = " ".join(filter(None, [*texts.reasons(found.reasons), given.reason.strip()]))
    points = Points(given.unit, given.criterion, found.points, reason)
    appraise(desk, cycle_id, points)
    return points
