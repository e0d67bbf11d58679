"""Kiểm tra điều kiện: every condition of an award for one candidate, none left out silently."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from thidua_desktop.domain.award_forms import AwardForm
from thidua_desktop.domain.awards import conditions, principles
from thidua_desktop.domain.awards.facts import CandidateFacts
from thidua_desktop.domain.awards.occasion import occasion
from thidua_desktop.domain.awards.verdict import Check, Question
from thidua_desktop.domain.rule_pack import RulePack

_CONDITIONS: tuple[Callable[[Question], Iterator[Check]], ...] = (
    conditions.form_fits,
    conditions.dated_rules,
    conditions.transition,
    conditions.commendation,
    conditions.report,
    conditions.classification,
    conditions.achievement,
    conditions.recent_report,
    conditions.standards,
    principles.one_achievement_once,
    principles.hold,
    principles.after_discipline,
    principles.period_after_last,
    principles.thematic_no_basis,
    principles.initiative_once,
    principles.cancelled_award,
    occasion,
    conditions.quota,
    principles.women_priority,
    principles.direct_worker,
    principles.maternity_leave,
    principles.lower_form_not_needed,
)
"""In the order in which an officer goes through a dossier."""


def check_award(form: AwardForm, pack: RulePack, facts: CandidateFacts) -> tuple[Check, ...]:
    """Judge every condition of a form for a candidate.

    A condition that does not concern the candidate (such as the sáng kiến of one who has none)
    gives no check; one that does and lacks its data gives «chưa có dữ liệu».
    """
    question = Question(form, pack, facts)
    return tuple(check for condition in _CONDITIONS for check in condition(question))
