"""Xếp hạng of a cycle: by group and by khối, late days, silence, ties – and frozen at the close."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from tests.office_in_hand import CYCLE, DUE, UNITS, OfficeInHand
from thidua_desktop.application.appraisal.appraising import Points, appraise
from thidua_desktop.application.collecting.taking import CollectOrder, collect_forms
from thidua_desktop.application.cycles.opening import change_due_day
from thidua_desktop.application.enrolling.registers import add_unit, change_unit
from thidua_desktop.application.results.closing import close_cycle
from thidua_desktop.application.results.ranked_units import RankedUnit
from thidua_desktop.application.results.ranking import rank_cycle
from thidua_desktop.domain.kinds import SubjectKind
from thidua_desktop.domain.scoring.policy import Classification
from thidua_desktop.domain.units import Unit

ECONOMY = "Phòng Kinh tế"
CULTURE = "Phòng Văn hóa - Xã hội"
POLICE = "Công an xã"


def ranked(office: OfficeInHand, name: str) -> RankedUnit:
    row = rank_cycle(office.desk, CYCLE).find(office.unit(name))
    assert row is not None
    return row


def reasons(row: RankedUnit) -> set[str]:
    return {reason.code for reason in row.why}


def test_units_are_ranked_within_their_group(office: OfficeInHand) -> None:
    office.collect_all(but=[POLICE])
    ranking = rank_cycle(office.desk, CYCLE)
    assert [group.code for group in ranking.groups] == ["office", "front", "school", "enterprise"]
    assert [(row.rank, row.unit.name, row.total) for row in ranking.groups[0].rows] == [
        (1, ECONOMY, 100_00),
        (2, CULTURE, 99_00),
        (None, POLICE, 0),
    ]
    assert not ranking.is_final


def test_every_unit_stands_in_one_group_and_in_its_khoi(office: OfficeInHand) -> None:
    office.collect_all()
    ranking = rank_cycle(office.desk, CYCLE)
    names = [row.unit.name for group in ranking.groups for row in group.rows]
    assert sorted(names) == sorted(name for name, _, _ in UNITS)
    members = {group.name: {row.unit.name for row in group.rows} for group in ranking.clusters}
    assert list(members) == ["Khối 1", "Khối 2", "Khối 10"]
    assert members["Khối 1"] == {ECONOMY, CULTURE, POLICE}
    assert sum(map(len, members.values())) == len(UNITS) - 1  # one has no khối


def test_a_khoi_of_several_groups_is_ranked_by_totals(office: OfficeInHand) -> None:
    farmers = office.unit("Hội Nông dân xã")
    with office.writing() as books:
        books.units.update(replace(books.units.get(farmers), cluster="Khối 1"))
    office.collect(
        office.save(ECONOMY, ND1=10), office.save("Hội Nông dân xã"), office.save(POLICE, ND1=12)
    )
    [khoi] = [g for g in rank_cycle(office.desk, CYCLE).clusters if g.name == "Khối 1"]
    assert [(row.rank, row.unit.name) for row in khoi.rows] == [
        (1, "Hội Nông dân xã"),
        (2, POLICE),
        (3, ECONOMY),
        (None, CULTURE),
    ]


def test_the_offices_points_count_before_the_units_own(office: OfficeInHand) -> None:
    office.collect(office.save(ECONOMY))
    before = ranked(office, ECONOMY)
    assert (before.self_points, before.appraised, before.total) == (100_00, None, 100_00)
    appraise(office.desk, CYCLE, Points(office.unit(ECONOMY), "ND1", 1000, "Chưa đủ."))
    after = ranked(office, ECONOMY)
    assert (after.self_points, after.appraised, after.total) == (100_00, 95_00, 95_00)
    assert (before.pending, after.pending) == (7, 6)


def test_late_days_take_points_off(office: OfficeInHand) -> None:
    late = DUE + dt.timedelta(days=4)
    order = CollectOrder([office.save(ECONOMY)], received_on=late)
    collect_forms(office.desk, CYCLE, order)
    row = ranked(office, ECONOMY)
    assert row.total == 98_00
    assert any("late" in code for code in reasons(row))


def test_moving_the_due_day_moves_what_lateness_takes_off(office: OfficeInHand) -> None:
    late = DUE + dt.timedelta(days=4)
    collect_forms(office.desk, CYCLE, CollectOrder([office.save(ECONOMY)], received_on=late))
    change_due_day(office.desk, CYCLE, late)
    assert ranked(office, ECONOMY).total == 100_00
    change_due_day(office.desk, CYCLE, None)
    assert ranked(office, ECONOMY).total == 100_00
    change_due_day(office.desk, CYCLE, DUE + dt.timedelta(days=3))
    assert ranked(office, ECONOMY).total == 99_50


def test_a_unit_without_a_report_has_no_rank_and_the_lowest_class(office: OfficeInHand) -> None:
    row = ranked(office, POLICE)
    assert (row.rank, row.self_points, row.total) == (None, None, 0)
    assert row.classification is Classification.NOT_COMPLETED


def test_equal_units_share_a_rank_and_say_so(office: OfficeInHand) -> None:
    office.collect(office.save(ECONOMY), office.save(POLICE), office.save(CULTURE, ND1=14))
    rows = rank_cycle(office.desk, CYCLE).groups[0].rows
    assert [(row.rank, row.tied) for row in rows] == [(1, True), (1, True), (3, False)]


def test_a_collective_of_70_percent_women_goes_before_an_equal_one(office: OfficeInHand) -> None:
    with office.writing() as books:
        unit = books.units.get(office.unit(POLICE))
        books.units.update(replace(unit, people_total=10, people_female=7))
    office.collect(office.save(ECONOMY), office.save(POLICE))
    rows = rank_cycle(office.desk, CYCLE).groups[0].rows
    assert [(row.rank, row.unit.name, row.tied) for row in rows[:2]] == [
        (1, POLICE, False),
        (2, ECONOMY, False),
    ]


def test_units_that_ended_before_the_cycles_last_day_are_not_ranked(office: OfficeInHand) -> None:
    with office.writing() as books:
        unit = books.units.get(office.unit(POLICE))
        books.units.update(replace(unit, valid_to=dt.date(2026, 6, 30)))
    names = [row.unit.name for row in rank_cycle(office.desk, CYCLE).groups[0].rows]
    assert POLICE not in names


def test_a_closed_cycle_keeps_its_results_whatever_changes_later(office: OfficeInHand) -> None:
    late = DUE + dt.timedelta(days=2)
    collect_forms(office.desk, CYCLE, CollectOrder([office.save(ECONOMY)], received_on=late))
    office.collect_all(but=[ECONOMY])
    office.appraise_all()
    before = rank_cycle(office.desk, CYCLE)
    office.clock.set(dt.date(2027, 1, 20))
    close_cycle(office.desk, CYCLE)
    with office.writing() as books:
        books.save_office(replace(books.office, late_points_per_day=100))
        police = books.units.get(office.unit(POLICE))
        books.units.update(replace(police, valid_to=dt.date(2026, 12, 31)))
    economy = before.find(office.unit(ECONOMY))
    assert economy is not None
    change_unit(office.desk, replace(economy.unit, name="Phòng Kinh tế mới", group="front"))
    add_unit(office.desk, Unit("", "Đội Mới", "office", SubjectKind.COLLECTIVE))
    after = rank_cycle(office.desk, CYCLE)
    assert (after.groups, after.clusters) == (before.groups, before.clusters)
    whys = [[row.why for g in r.groups + r.clusters for row in g.rows] for r in (before, after)]
    assert whys[0] == whys[1]


def test_a_closed_cycle_is_read_and_not_ranked_again(office: OfficeInHand) -> None:
    office.collect_all()
    close_cycle(office.desk, CYCLE)
    before = rank_cycle(office.desk, CYCLE)
    with office.writing() as books:
        late = replace(books.cycles.get(CYCLE), due_on=dt.date(2026, 1, 1))
        books.cycles.update(late)
        books.collecting.accept(replace(books.collecting.reports(CYCLE)["DV001"], lines=()), 1)
    assert rank_cycle(office.desk, CYCLE).groups == before.groups


def test_opening_a_cycle_again_by_undo_ranks_by_what_is_known_now(office: OfficeInHand) -> None:
    office.collect_all()
    close_cycle(office.desk, CYCLE)
    operation = office.desk.store.operations(1)[0].id
    with office.writing() as books:
        police = books.units.get(office.unit(POLICE))
        books.units.update(replace(police, name="Công an xã mới"))
    assert rank_cycle(office.desk, CYCLE).groups[0].rows[-1].unit.name == POLICE
    office.desk.store.undo(operation)
    assert rank_cycle(office.desk, CYCLE).groups[0].rows[-1].unit.name == "Công an xã mới"
