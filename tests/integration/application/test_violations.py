"""Vi phạm làm hạ bậc: written down with a paper, felt in the ranking, taken back."""

from __future__ import annotations

import pytest

from tests.office_in_hand import CYCLE, OfficeInHand
from thidua_desktop.application.results.closing import close_cycle
from thidua_desktop.application.results.ranked_units import RankedUnit
from thidua_desktop.application.results.ranking import rank_cycle
from thidua_desktop.application.results.violations import (
    highest_class,
    record_violation,
    remove_violation,
    violations_of,
)
from thidua_desktop.domain.errors import InputError, NotFound, RuleViolation
from thidua_desktop.domain.scoring.policy import Classification, Violation

ECONOMY = "Phòng Kinh tế"


@pytest.fixture
def ready(office: OfficeInHand) -> OfficeInHand:
    office.collect_all(but=["Công an xã"])
    office.appraise_all()
    return office


def ranked(office: OfficeInHand) -> RankedUnit:
    found = rank_cycle(office.desk, CYCLE).find(office.unit(ECONOMY))
    assert found is not None
    return found


def record(office: OfficeInHand, kind: Violation, document: str = "QĐ mẫu 5/QĐ") -> None:
    record_violation(office.desk, CYCLE, office.unit(ECONOMY), kind, document)


def test_a_violation_lowers_the_class_and_says_so(ready: OfficeInHand) -> None:
    before = ranked(ready)
    record(ready, Violation.LEADER_DISMISSED)
    after = ranked(ready)
    assert after.classification is Classification.NOT_COMPLETED
    assert (after.total, after.self_points) == (before.total, before.self_points)
    assert "violation_leader_dismissed" in [reason.code for reason in after.why]


@pytest.mark.parametrize("kind", list(Violation))
def test_no_violation_leaves_more_than_its_highest_class(
    ready: OfficeInHand, kind: Violation
) -> None:
    record(ready, kind)
    assert highest_class(kind).is_at_least(ranked(ready).classification)


def test_one_kind_stands_once_with_its_newest_paper(ready: OfficeInHand) -> None:
    record(ready, Violation.LEADER_WARNED)
    record(ready, Violation.LEADER_WARNED, " QĐ mẫu 6/QĐ ")
    [found] = violations_of(ready.desk, CYCLE)
    assert (found.document, found.recorded_on) == ("QĐ mẫu 6/QĐ", ready.clock.today())


def test_it_is_taken_out_and_the_operation_undone(ready: OfficeInHand) -> None:
    before = ranked(ready)
    record(ready, Violation.CORRUPTION)
    remove_violation(ready.desk, CYCLE, ready.unit(ECONOMY), Violation.CORRUPTION)
    assert ranked(ready) == before
    ready.desk.store.undo(ready.desk.store.operations(1)[0].id)
    assert ranked(ready).classification is Classification.NOT_COMPLETED


def test_what_cannot_be_recorded_is_refused(ready: OfficeInHand) -> None:
    with pytest.raises(InputError, match="violation_without_document"):
        record(ready, Violation.CORRUPTION, "  ")
    with pytest.raises(NotFound, match="unit_unknown"):
        record_violation(ready.desk, CYCLE, "DV999", Violation.CORRUPTION, "x")
    with pytest.raises(NotFound, match="violation_unknown"):
        remove_violation(ready.desk, CYCLE, ready.unit(ECONOMY), Violation.CORRUPTION)
    close_cycle(ready.desk, CYCLE)
    with pytest.raises(RuleViolation, match="cycle_closed"):
        record(ready, Violation.CORRUPTION)
    assert violations_of(ready.desk, CYCLE) == ()
