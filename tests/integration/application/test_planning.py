"""Kế hoạch: an audience shares 100 points, quota lines are sound, the office's words win."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.office_in_hand import CYCLE, OfficeInHand
from thidua_desktop.application.naming import commune_title
from thidua_desktop.application.records import Office
from thidua_desktop.application.setting_up.office import change_office
from thidua_desktop.application.setting_up.planning import (
    ScoringWay,
    plan_in_force,
    save_quotas,
    set_points,
    set_scoring_way,
)
from thidua_desktop.domain.errors import InputError, NotFound, RuleViolation
from thidua_desktop.domain.kinds import CommuneKind, CycleKind, SubjectKind
from thidua_desktop.domain.plan import QuotaRule
from thidua_desktop.domain.scoring.criterion import Method


def points(office: OfficeInHand, audience: str = "front") -> dict[str, int]:
    criteria = plan_in_force(office.desk).audience(audience).criteria
    return {criterion.code: criterion.max_points for criterion in criteria.criteria}


def test_points_may_be_shared_otherwise(new_office: OfficeInHand) -> None:
    edited = set_points(new_office.desk, "front", {"1A": 45_00, "1B": 55_00})
    assert edited.standard_total == 100_00
    assert points(new_office)["1A"] == 45_00
    assert points(new_office, "enterprise")["2A"] == 25_00


@pytest.mark.parametrize("changed", [{"1A": 45_00}, {"1A": 40_01}, {"1A": 1}])
def test_standard_points_must_share_100(new_office: OfficeInHand, changed: dict[str, int]) -> None:
    before = points(new_office)
    with pytest.raises(RuleViolation, match="points_not_100") as caught:
        set_points(new_office.desk, "front", changed)
    assert caught.value.data["total"] == 60_00 + changed["1A"]
    assert points(new_office) == before


@pytest.mark.parametrize("wrong", [{"1A": -5_00, "1B": 105_00}, {"1A": 0}, {"THUONG": 0}])
def test_a_maximum_of_zero_or_below_is_refused(
    new_office: OfficeInHand, wrong: dict[str, int]
) -> None:
    before = points(new_office)
    with pytest.raises(InputError, match="maximum_points_wrong") as refused:
        set_points(new_office.desk, "front", wrong)
    assert [issue.code for issue in refused.value.issues] == ["criterion_maximum_not_positive"]
    assert points(new_office) == before


def test_bonus_and_penalty_stand_beside_the_100(new_office: OfficeInHand) -> None:
    set_points(new_office.desk, "front", {"THUONG": 3_00})
    assert points(new_office)["THUONG"] == 3_00


def test_unknown_audiences_and_criteria_are_told(new_office: OfficeInHand) -> None:
    with pytest.raises(NotFound, match="audience_unknown"):
        set_points(new_office.desk, "nobody", {})
    with pytest.raises(NotFound, match="criterion_unknown"):
        set_points(new_office.desk, "front", {"Z9": 1})


def test_the_journal_names_the_plan_and_the_audience(new_office: OfficeInHand) -> None:
    set_points(new_office.desk, "front", {"1A": 45_00, "1B": 55_00})
    plan = plan_in_force(new_office.desk)
    said = {done.action: done.data for done in new_office.desk.store.operations()}
    assert said["points_changed"] == {"audience": plan.audience("front").name}
    assert said["plan_adopted"] == {"plan": commune_title(plan.commune)}


def test_an_open_cycle_keeps_the_points_it_was_opened_with(office: OfficeInHand) -> None:
    set_points(office.desk, "front", {"1A": 45_00, "1B": 55_00})
    with office.desk.store.read() as books:
        own = books.plans.criteria_sets(CYCLE)["front"]
    assert [criterion.max_points for criterion in own.criteria[:2]] == [40_00, 60_00]
    assert office.form("Hội Nông dân xã").criteria == own


QUOTA = QuotaRule(CycleKind.ANNUAL, "giay_khen_xa", SubjectKind.COLLECTIVE, 3, "commune", "")


def test_quota_lines_are_replaced_as_a_whole(new_office: OfficeInHand) -> None:
    save_quotas(new_office.desk, [QUOTA, replace(QUOTA, kind=CycleKind.FINAL, maximum=None)])
    assert [(q.kind, q.maximum) for q in plan_in_force(new_office.desk).quotas] == [
        (CycleKind.ANNUAL, 3),
        (CycleKind.FINAL, None),
    ]


def test_every_fault_of_quota_lines_is_told(new_office: OfficeInHand) -> None:
    before = plan_in_force(new_office.desk).quotas
    with pytest.raises(InputError, match="quotas_wrong") as caught:
        save_quotas(new_office.desk, [QUOTA, replace(QUOTA, maximum=-1)])
    assert [issue.code for issue in caught.value.issues] == ["quota_twice", "quota_negative"]
    named = {issue.data["award"] for issue in caught.value.issues}
    assert named == {"Giấy khen của Chủ tịch Ủy ban nhân dân cấp xã"}
    assert plan_in_force(new_office.desk).quotas == before


def test_the_offices_own_words_stand_in_place_of_the_plans(new_office: OfficeInHand) -> None:
    planned = plan_in_force(new_office.desk).commune
    with new_office.writing() as books:
        office = replace(
            books.office, commune_kind=CommuneKind.PHUONG, commune_name="Ví Dụ", movement="Thử"
        )
        books.save_office(office)
    plan = plan_in_force(new_office.desk)
    assert (plan.commune.kind, plan.commune.name, plan.movement) == (
        CommuneKind.PHUONG,
        "Ví Dụ",
        "Thử",
    )
    assert plan.commune.place_in_date == "Ví Dụ"
    assert plan.commune.hamlet_word == planned.hamlet_word


def test_a_criterion_may_be_judged_another_way_from_the_next_cycle_on(
    office: OfficeInHand,
) -> None:
    way = ScoringWay(Method.COUNT_CAP, {"points_each": 5_00}, requires_evidence=True)
    changed = set_scoring_way(office.desk, "front", "1A", way)
    with office.desk.store.read() as books:
        assert books.plans.criteria_sets(None)["front"].find("1A") == changed
        frozen = books.plans.criteria_sets(CYCLE)["front"].find("1A")
    assert frozen is not None
    assert (frozen.method, frozen.requires_evidence) == (Method.MANUAL, False)
    assert (changed.method, changed.max_points) == (Method.COUNT_CAP, frozen.max_points)
    before = office.desk.store.operations(1)
    assert set_scoring_way(office.desk, "front", "1A", way) == changed
    assert office.desk.store.operations(1) == before


def test_a_way_that_cannot_be_used_is_refused(office: OfficeInHand) -> None:
    broken = ScoringWay(Method.STEPS, {"steps": ((50_00, 20_00), (100_00, 5_00))})
    with pytest.raises(InputError, match="scoring_way_wrong") as refused:
        set_scoring_way(office.desk, "front", "1A", broken)
    assert [issue.code for issue in refused.value.issues] == ["criterion_steps_not_rising"]
    with pytest.raises(NotFound, match="criterion_unknown"):
        set_scoring_way(office.desk, "front", "ZZ", ScoringWay(Method.BINARY))
    with pytest.raises(NotFound, match="audience_unknown"):
        set_scoring_way(office.desk, "nobody", "1A", ScoringWay(Method.BINARY))


def test_points_beyond_all_reason_are_refused(office: OfficeInHand) -> None:
    with pytest.raises(InputError, match="maximum_points_wrong"):
        set_points(office.desk, "front", {"THUONG": 10**14})
    with pytest.raises(InputError, match="late_points_outside"):
        change_office(office.desk, Office(late_points_per_day=10**20))
