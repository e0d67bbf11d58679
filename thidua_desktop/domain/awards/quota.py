"""Số lượng khen thưởng: how many awards a plan or province allows, and who fits within."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import groupby

from thidua_desktop.domain.kinds import UNIT_KINDS, CycleKind, QuotaKind, SubjectKind
from thidua_desktop.domain.plan import QuotaRule
from thidua_desktop.domain.reasons import Reason

COMMUNE_SCOPE = "commune"
PROVINCE_SCOPE = "province"

_WHOLE = 100


@dataclass(frozen=True, slots=True)
class QuotaLine:
    """One number for one form on one occasion.

    Attributes:
        subjects: the kinds that share it.
        figure: the number or whole percentage, `None` where no limit is set.
        scope: `"commune"`, or `"province"` for the whole province's number.
        text: the plan's own words.
    """

    quota: QuotaKind
    kind: CycleKind
    award: str
    subjects: tuple[SubjectKind, ...]
    figure: int | None
    scope: str = COMMUNE_SCOPE
    text: str = ""

    @classmethod
    def of_rule(cls, rule: QuotaRule) -> QuotaLine:
        """The line of a plan."""
        return cls(
            rule.formula,
            rule.kind,
            rule.award,
            (rule.subject, *rule.shared_with),
            rule.maximum,
            rule.scope,
            rule.text,
        )


@dataclass(frozen=True, slots=True)
class QuotaState:
    """What is left of a quota.

    Attributes:
        maximum: `None` where nothing limits, or where it can't be told (`is_known`).
        used: how many are proposed or decided already.
        is_known: `False` where a percentage lacks the number of participants.
        shared_with: the other kinds that take from the same number.
    """

    maximum: int | None
    used: int
    scope: str
    reasons: tuple[Reason, ...]
    is_known: bool = True
    shared_with: tuple[SubjectKind, ...] = ()

    @property
    def remaining(self) -> int | None:
        """How many more fit, never below 0; `None` where nothing limits."""
        return None if self.maximum is None else max(0, self.maximum - self.used)

    @property
    def is_full(self) -> bool:
        """Whether not one more fits."""
        return self.remaining == 0

    @property
    def blocks(self) -> bool:
        """Whether one more needs a reason: the commune's own number is used up."""
        return self.is_full and self.scope == COMMUNE_SCOPE


@dataclass(frozen=True, slots=True)
class Contender:
    """One of those who compete for the places of a quota.

    Attributes:
        standing: the higher, the better: votes, or points.
        has_women_priority: parts equals (NĐ 152/2025/NĐ-CP Điều 4.6), `None` where not known.
    """

    key: str
    standing: int
    has_women_priority: bool | None = None


@dataclass(frozen=True, slots=True)
class Selection:
    """Who gets the places.

    Attributes:
        chosen: best first, never more than the places.
        tied: equals at the edge that the places can't hold together: the council decides.
        left_out: everyone else.
    """

    chosen: tuple[Contender, ...]
    tied: tuple[Contender, ...]
    left_out: tuple[Contender, ...]


def counted_as(rules: Sequence[QuotaRule | QuotaLine], kind: CycleKind, award: str) -> CycleKind:
    """The occasion whose number holds.

    What is given at mid-year is given in that year: 6 tháng takes from the year's number, unless
    a line of its own was set.
    """
    has_own = any(rule.kind is kind and rule.award == award for rule in rules)
    return CycleKind.ANNUAL if kind is CycleKind.HALF_YEAR and not has_own else kind


def quota_state(
    rules: Sequence[QuotaRule | QuotaLine],
    kind: CycleKind,
    award: str,
    subject: SubjectKind,
    used_counts: Mapping[SubjectKind, int],
    *,
    participants: Mapping[SubjectKind, int] | None = None,
) -> QuotaState:
    """What the rules leave for one more candidate of a kind.

    An enterprise (doanh nghiệp, hợp tác xã) uses the collectives' line where it has none of its
    own. Where several lines count, the tightest one answers.

    Args:
        rules: the plan's and the province's lines.
        kind: the occasion.
        award: the form's code.
        subject: the kind of the candidate.
        used_counts: how many of each kind are proposed or decided on this occasion.
        participants: how many of each kind take part, for percentages.
    """
    states = [
        replace(
            _state(line, used_counts, participants or {}),
            shared_with=tuple(kind for kind in line.subjects if kind is not subject),
        )
        for line in _lines(rules, kind, award)
        if subject in line.subjects
    ]
    if not states:
        used = used_counts.get(subject, 0)
        return QuotaState(None, used, COMMUNE_SCOPE, (Reason("quota_no_rule"),))
    return min(states, key=_tightness)


def listed_together(
    rules: Sequence[QuotaRule | QuotaLine], kind: CycleKind, award: str, subject: SubjectKind
) -> tuple[SubjectKind, ...]:
    """The kinds that stand on one ranked list with a kind.

    Collectives and enterprises are ranked by points alike: they stand together wherever they
    take from the same numbers. People have no points of their own and stand apart.
    """
    if subject.is_person:
        return (subject,)
    units = set(UNIT_KINDS)
    limits = [kinds for line in _lines(rules, kind, award) if (kinds := set(line.subjects)) & units]
    together = bool(limits) and all(kinds >= units for kinds in limits)
    return UNIT_KINDS if together else (subject,)


def sharing_kinds(
    rules: Sequence[QuotaRule | QuotaLine],
    kind: CycleKind,
    award: str,
    subjects: Sequence[SubjectKind],
) -> tuple[SubjectKind, ...]:
    """The other kinds that take from a number of these kinds."""
    shared = {
        other
        for line in _lines(rules, kind, award)
        if set(line.subjects) & set(subjects)
        for other in line.subjects
    }
    return tuple(one for one in SubjectKind if one in shared and one not in subjects)


def select_within_quota(contenders: Sequence[Contender], places: int | None) -> Selection:
    """Fill the places from the best down; equals who can't all have one are left to the council.

    Taking one contender away never costs another the place.

    Args:
        contenders: in any order; the result does not depend on it.
        places: `None` where nothing limits.
    """
    in_order = sorted(contenders, key=lambda one: (-one.standing, one.key))
    groups = [
        group
        for _, equals in groupby(in_order, key=lambda one: one.standing)
        for group in _by_priority(list(equals))
    ]
    free = len(in_order) if places is None else places
    chosen: list[Contender] = []
    while groups and len(groups[0]) <= free - len(chosen):
        chosen += groups.pop(0)
    tied = groups.pop(0) if groups and len(chosen) < free else []
    left_out = [one for group in groups for one in group]
    return Selection(tuple(chosen), tuple(tied), tuple(left_out))


def _by_priority(equals: list[Contender]) -> list[list[Contender]]:
    """Equals parted by the women's priority, as far as it is known of all of them."""
    if any(one.has_women_priority is None for one in equals):
        return [equals]
    first = [one for one in equals if one.has_women_priority]
    then = [one for one in equals if not one.has_women_priority]
    return [group for group in (first, then) if group]


def _lines(rules: Sequence[QuotaRule | QuotaLine], kind: CycleKind, award: str) -> list[QuotaLine]:
    """The lines of an award on an occasion, each with all kinds that it holds."""
    lines = [rule if isinstance(rule, QuotaLine) else QuotaLine.of_rule(rule) for rule in rules]
    counted = counted_as(rules, kind, award)
    asked = [line for line in lines if line.kind is counted and line.award == award]
    own = {subject for line in asked for subject in line.subjects}
    return [_with_enterprises(line, own) for line in asked]


def _with_enterprises(line: QuotaLine, own: Set[SubjectKind]) -> QuotaLine:
    """A collectives' line holds the enterprises too, where they have none of their own."""
    if SubjectKind.COLLECTIVE not in line.subjects or SubjectKind.ENTERPRISE in own:
        return line
    return replace(line, subjects=(*line.subjects, SubjectKind.ENTERPRISE))


def _state(
    line: QuotaLine,
    used_counts: Mapping[SubjectKind, int],
    participants: Mapping[SubjectKind, int],
) -> QuotaState:
    used = sum(used_counts.get(subject, 0) for subject in line.subjects)
    said = Reason("quota_text", {"text": line.text})
    told = (said,) if line.text else ()
    if line.figure is None:
        return QuotaState(None, used, line.scope, (*told, Reason("quota_no_limit")))
    if line.quota is not QuotaKind.PERCENT_OF_PARTICIPANTS:
        return _limited(line.figure, used, line.scope, told)
    total = sum(participants.get(subject, 0) for subject in line.subjects)
    untold = any(kind not in participants for kind in line.subjects if kind.is_person)
    if untold or not total:
        lacking = Reason("quota_participants_unknown", {"percent": line.figure})
        return QuotaState(None, used, line.scope, (*told, lacking), is_known=False)
    maximum = line.figure * total // _WHOLE
    share = Reason("quota_percent", {"percent": line.figure, "total": total, "maximum": maximum})
    return _limited(maximum, used, line.scope, (*told, share))


def _limited(maximum: int, used: int, scope: str, told: tuple[Reason, ...]) -> QuotaState:
    counted = Reason("quota_used", {"used": used, "maximum": maximum})
    whose = (Reason("quota_of_province"),) if scope == PROVINCE_SCOPE else ()
    return QuotaState(maximum, used, scope, (*told, counted, *whose))


def _tightness(state: QuotaState) -> tuple[bool, bool, bool, bool, int]:
    """Sorts what blocks first, then what is full, then what is not known, then what is scarce."""
    scarce = state.remaining
    return (not state.blocks, not state.is_full, state.is_known, scarce is None, scarce or 0)
