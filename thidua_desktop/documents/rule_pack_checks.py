"""What must agree between the parts of a rule pack's file, once each part has been read.

A part that is faulty in itself is left out here, so that one slip is told once.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from itertools import pairwise

from thidua_desktop.documents.toml_faults import Faults
from thidua_desktop.documents.toml_lines import Place
from thidua_desktop.domain.award_forms import AwardForm
from thidua_desktop.domain.dossier_parts import DossierPart
from thidua_desktop.domain.rule_pack import Principle, RulePack, Standard

_ONCE = {
    "vote_rules": ("code",),
    "articles": ("principle",),
    "award_forms": ("code",),
    "base_salaries": ("valid_from",),
    "commendations": ("type",),
}
"""The lists whose lines are told apart by these keys."""

_WHOLE = 100


def check_pack(pack: RulePack, values: Mapping[str, object], faults: Faults) -> None:
    """Note everything that does not agree.

    Args:
        pack: as far as it could be read.
        values: the tables of the file; they still hold what stands there twice.
        faults: what was found already.
    """
    for key, told_by in _ONCE.items():
        _check_once((key,), values.get(key), told_by, faults)
    _check_days(pack, faults)
    _check_articles(pack, faults)
    _check_shares(pack, values, faults)
    for at, form in enumerate(pack.award_forms):
        if not faults.within(("award_forms", at)):
            _check_form(form, ("award_forms", at), faults)
    _check_awards("standards", pack.standards, pack, faults)
    _check_awards("dossier_parts", pack.dossier_parts, pack, faults)


def _check_awards(
    key: str, lines: Sequence[Standard | DossierPart], pack: RulePack, faults: Faults
) -> None:
    """A line names forms that the pack has."""
    codes = tuple(form.code for form in pack.award_forms)
    for at, line in enumerate(lines):
        for award in line.awards:
            if award not in codes:
                faults.tell("rule_award_unknown", (key, at, "awards"), seen=award, known=codes)


def _check_once(place: Place, lines: object, told_by: tuple[str, ...], faults: Faults) -> None:
    first: dict[Hashable, Place] = {}
    for at, line in enumerate(lines if isinstance(lines, list) else []):
        if not isinstance(line, dict):
            continue
        key = tuple(str(line.get(name, "")) for name in told_by)
        if key in first:
            here = (*place, at, told_by[0])
            faults.tell("rule_twice", here, seen=key[0], first=faults.line(first[key]))
        first.setdefault(key, (*place, at))


def _check_days(pack: RulePack, faults: Faults) -> None:
    if faults.within(("valid_from",)) or faults.within(("valid_to",)):
        return
    if pack.valid_to is not None and pack.valid_to < pack.valid_from:
        days = {"first": pack.valid_from, "last": pack.valid_to}
        faults.tell("rule_days_reversed", ("valid_to",), **days)
    if not pack.base_salaries or faults.within(("base_salaries",)):
        return
    if pack.base_salaries[0].valid_from > pack.valid_from:
        place = ("base_salaries", 0, "valid_from")
        faults.tell("rule_salary_missing", place, first=pack.valid_from)
    for at, (earlier, later) in enumerate(pairwise(pack.base_salaries), start=1):
        if later.valid_from < earlier.valid_from:
            faults.tell("rule_salaries_unsorted", ("base_salaries", at, "valid_from"))


def _check_articles(pack: RulePack, faults: Faults) -> None:
    if faults.within(("articles",)):
        return
    missing = tuple(known.value for known in Principle if known not in pack.articles)
    if missing:
        faults.tell("rule_articles_missing", ("articles",), missing=missing)


def _check_shares(pack: RulePack, values: Mapping[str, object], faults: Faults) -> None:
    quorum = pack.quorum
    if not faults.within(("quorum",)) and not 0 < quorum.parts <= quorum.of:
        faults.tell("rule_quorum_wrong", ("quorum", "parts"), parts=quorum.parts, of=quorum.of)
    for at, salary in enumerate(pack.base_salaries):
        place: Place = ("base_salaries", at, "thousand_dong")
        if salary.amount <= 0 and not faults.within(place):
            faults.tell("rule_salary_not_positive", place)
    rules = values.get("vote_rules")
    for at, rule in enumerate(rules if isinstance(rules, list) else []):
        percent = rule.get("threshold_percent") if isinstance(rule, dict) else None
        place = ("vote_rules", at, "threshold_percent")
        if isinstance(percent, int) and not 1 <= percent <= _WHOLE and not faults.within(place):
            faults.tell("rule_threshold_wrong", place, percent=percent)


def _check_form(form: AwardForm, place: Place, faults: Faults) -> None:
    grades = {grade.code for grade in form.grades} or {""}
    seen: set[Hashable] = set()
    for at, line in enumerate(form.coefficients):
        here = (*place, "coefficients", at)
        if not form.fits(line.subject):
            faults.tell("rule_coefficient_subject", here, award=form.name, seen=line.subject.value)
        if line.grade not in grades:
            faults.tell("rule_grade_unknown", here, award=form.name, seen=line.grade)
        if line.value <= 0:
            faults.tell("rule_coefficient_not_positive", here, award=form.name)
        if (line.subject, line.grade) in seen:
            faults.tell("rule_coefficient_twice", here, award=form.name, seen=line.subject.value)
        seen.add((line.subject, line.grade))
