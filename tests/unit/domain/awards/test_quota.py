"""Quotas: whose number counts, what is left, and that nobody gets in beyond it."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules_in_hand import COLLECTIVE, ENTERPRISE, HOUSEHOLD, INDIVIDUAL
from thidua_desktop.domain.awards.quota import (
    Contender,
    QuotaLine,
    QuotaState,
    quota_state,
    select_within_quota,
)
from thidua_desktop.domain.kinds import CycleKind, QuotaKind, SubjectKind
from thidua_desktop.domain.plan import QuotaRule

ANNUAL = CycleKind.ANNUAL


def rule(subject: SubjectKind, maximum: int | None, scope: str = "commune") -> QuotaRule:
    return QuotaRule(ANNUAL, "giay_khen_xa", subject, maximum, scope, "Tối đa …")


def combined(figure: int, *subjects: SubjectKind) -> QuotaLine:
    return QuotaLine(QuotaKind.ABSOLUTE_COMBINED, ANNUAL, "giay_khen_xa", subjects, figure)


def percent(figure: int, *subjects: SubjectKind) -> QuotaLine:
    return QuotaLine(QuotaKind.PERCENT_OF_PARTICIPANTS, ANNUAL, "giay_khen_xa", subjects, figure)


def state(
    *rules: QuotaRule | QuotaLine,
    of: SubjectKind = COLLECTIVE,
    used: Mapping[SubjectKind, int] | None = None,
    participants: Mapping[SubjectKind, int] | None = None,
) -> QuotaState:
    return quota_state(rules, ANNUAL, "giay_khen_xa", of, used or {}, participants=participants)


# The annual line of Cao Minh's plan: 2 tập thể, 5 cá nhân, nothing of households.
CAO_MINH = (rule(COLLECTIVE, 2), rule(INDIVIDUAL, 5))


@pytest.mark.parametrize(
    ("subject", "used", "maximum", "remaining", "blocks"),
    [
        (COLLECTIVE, {COLLECTIVE: 1}, 2, 1, False),
        (COLLECTIVE, {COLLECTIVE: 2}, 2, 0, True),
        (COLLECTIVE, {COLLECTIVE: 3}, 2, 0, True),
        (COLLECTIVE, {INDIVIDUAL: 5}, 2, 2, False),
        (INDIVIDUAL, {INDIVIDUAL: 5, COLLECTIVE: 0}, 5, 0, True),
        (HOUSEHOLD, {HOUSEHOLD: 40}, None, None, False),
    ],
)
def test_each_kind_has_its_own_number(
    subject: SubjectKind,
    used: dict[SubjectKind, int],
    maximum: int | None,
    remaining: int | None,
    blocks: bool,
) -> None:
    found = state(*CAO_MINH, of=subject, used=used)
    assert (found.maximum, found.remaining, found.blocks) == (maximum, remaining, blocks)


def test_other_occasions_and_awards_do_not_count() -> None:
    found = quota_state(CAO_MINH, CycleKind.FINAL, "giay_khen_xa", COLLECTIVE, {COLLECTIVE: 9})
    other = quota_state(CAO_MINH, ANNUAL, "bang_khen_tinh", COLLECTIVE, {COLLECTIVE: 9})
    assert found.maximum is None
    assert other.maximum is None
    assert [reason.code for reason in found.reasons] == ["quota_no_rule"]


def test_an_enterprise_shares_the_collectives_number() -> None:
    assert state(*CAO_MINH, of=ENTERPRISE, used={COLLECTIVE: 1, ENTERPRISE: 1}).blocks
    assert state(*CAO_MINH, of=COLLECTIVE, used={COLLECTIVE: 1, ENTERPRISE: 1}).blocks


def test_an_enterprise_with_its_own_number_uses_that() -> None:
    rules = (*CAO_MINH, rule(ENTERPRISE, 1))
    assert not state(*rules, of=ENTERPRISE, used={COLLECTIVE: 2}).is_full
    assert not state(*rules, of=COLLECTIVE, used={COLLECTIVE: 1, ENTERPRISE: 1}).is_full
    assert state(*rules, of=ENTERPRISE, used={ENTERPRISE: 1}).blocks


def test_the_provinces_number_only_warns() -> None:
    found = state(rule(COLLECTIVE, 15, "province"), used={COLLECTIVE: 15})
    assert found.is_full
    assert not found.blocks
    assert found.reasons[-1].code == "quota_of_province"


def test_no_limit_is_said() -> None:
    found = state(rule(COLLECTIVE, None))
    assert (found.maximum, found.is_full) == (None, False)
    assert [reason.code for reason in found.reasons] == ["quota_text", "quota_no_limit"]


def test_two_cases_together_whatever_they_are() -> None:
    assert state(
        combined(2, COLLECTIVE, INDIVIDUAL), of=INDIVIDUAL, used={COLLECTIVE: 1, INDIVIDUAL: 1}
    ).blocks
    assert (
        state(combined(2, COLLECTIVE, INDIVIDUAL), of=COLLECTIVE, used={INDIVIDUAL: 1}).remaining
        == 1
    )


def test_a_share_of_those_who_take_part() -> None:
    found = state(percent(10, COLLECTIVE), used={COLLECTIVE: 3}, participants={COLLECTIVE: 39})
    assert (found.maximum, found.blocks) == (3, True)


def test_a_share_of_an_unknown_number_is_unknown() -> None:
    found = state(percent(10, COLLECTIVE))
    assert (found.is_known, found.is_full) == (False, False)


def test_the_tightest_line_answers() -> None:
    lines = (rule(COLLECTIVE, 5), combined(2, COLLECTIVE, INDIVIDUAL), percent(50, COLLECTIVE))
    assert (
        state(*lines, used={COLLECTIVE: 1, INDIVIDUAL: 1}, participants={COLLECTIVE: 40}).maximum
        == 2
    )
    full_province = state(
        rule(COLLECTIVE, 1, "province"), combined(1, COLLECTIVE), used={COLLECTIVE: 1}
    )
    assert full_province.blocks


contenders = st.lists(
    st.builds(
        Contender,
        key=st.uuids().map(str),
        standing=st.integers(0, 4),
        has_women_priority=st.none() | st.booleans(),
    ),
    max_size=12,
    unique_by=lambda one: one.key,
)


@given(contenders, st.integers(0, 12))
def test_never_more_than_the_places(field: list[Contender], places: int) -> None:
    selection = select_within_quota(field, places)
    parts = (*selection.chosen, *selection.tied, *selection.left_out)
    assert len(selection.chosen) <= places
    assert sorted(one.key for one in parts) == sorted(one.key for one in field)
    worst = min((one.standing for one in selection.chosen), default=99)
    assert all(one.standing <= worst for one in (*selection.tied, *selection.left_out))


@given(contenders, st.integers(0, 12), st.data())
def test_taking_one_away_costs_nobody_the_place(
    field: list[Contender], places: int, data: st.DataObject
) -> None:
    if not field:
        return
    gone = data.draw(st.sampled_from(field))
    before = {one.key for one in select_within_quota(field, places).chosen}
    rest = [one for one in field if one is not gone]
    after = {one.key for one in select_within_quota(rest, places).chosen}
    assert before - {gone.key} <= after


@given(contenders, st.integers(0, 12), st.randoms(use_true_random=False))
def test_the_order_of_the_list_changes_nothing(
    field: list[Contender], places: int, random: Random
) -> None:
    shuffled = list(field)
    random.shuffle(shuffled)
    assert select_within_quota(shuffled, places) == select_within_quota(field, places)


def test_of_equals_a_woman_first() -> None:
    woman, man = Contender("w", 9, True), Contender("m", 9, False)
    assert select_within_quota([man, woman], 1).chosen == (woman,)
    assert select_within_quota([man, woman], 1).left_out == (man,)


def test_what_is_not_known_is_left_to_the_council() -> None:
    woman, unknown = Contender("w", 9, True), Contender("x", 9, None)
    assert select_within_quota([unknown, woman], 1).tied == (woman, unknown)


def test_without_a_limit_all_are_chosen() -> None:
    field = [Contender("a", 1), Contender("b", 1)]
    assert select_within_quota(field, None).chosen == tuple(field)
