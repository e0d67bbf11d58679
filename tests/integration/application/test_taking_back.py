"""Undo stops before what a closed cycle rests on."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.office_in_hand import CYCLE, OfficeInHand
from thidua_desktop.application.appraisal.appraising import Points, appraise
from thidua_desktop.application.enrolling.registers import add_unit
from thidua_desktop.application.journal.taking_back import take_back
from thidua_desktop.application.journal.undo_words import change_lines, named_lines
from thidua_desktop.application.results.closing import close_cycle
from thidua_desktop.application.results.ranking import rank_cycle
from thidua_desktop.domain.errors import RuleViolation
from thidua_desktop.domain.kinds import SubjectKind
from thidua_desktop.domain.proposals import Proposal, ProposalStatus
from thidua_desktop.domain.units import Unit

ECONOMY = "Phòng Kinh tế"


def newest(office: OfficeInHand, action: str) -> int:
    return next(o.id for o in office.desk.store.operations() if o.action == action)


@pytest.fixture
def closed(office: OfficeInHand) -> OfficeInHand:
    """A closed cycle with one form and one appraised point."""
    office.collect(office.save(ECONOMY, ND1=15, ND2=8))
    appraise(office.desk, CYCLE, Points(office.unit(ECONOMY), "ND2", 700, "Thiếu số liệu."))
    close_cycle(office.desk, CYCLE)
    return office


@pytest.mark.parametrize("action", ["appraised", "forms_collected", "forms_given"])
@pytest.mark.parametrize("preview", [True, False])
def test_what_a_closed_cycle_rests_on_stays(
    closed: OfficeInHand, action: str, *, preview: bool
) -> None:
    before = rank_cycle(closed.desk, CYCLE), len(closed.desk.store.operations())
    with pytest.raises(RuleViolation) as refused:
        take_back(closed.desk, newest(closed, action), preview=preview)
    assert refused.value.code == "undo_in_closed_cycle"
    assert refused.value.data["cycles"] == (CYCLE,)
    assert (rank_cycle(closed.desk, CYCLE), len(closed.desk.store.operations())) == before


def test_once_the_closing_is_undone_the_rest_can_be(closed: OfficeInHand) -> None:
    take_back(closed.desk, newest(closed, "cycle_closed"))
    assert take_back(closed.desk, newest(closed, "appraised")).conflicts == ()
    with closed.desk.store.read() as books:
        assert books.appraisals.of_cycle(CYCLE) == ()


def test_what_no_cycle_rests_on_can_be_undone(closed: OfficeInHand) -> None:
    add_unit(closed.desk, Unit("", "Đơn vị thử", "office", SubjectKind.COLLECTIVE))
    number = newest(closed, "unit_added")
    assert take_back(closed.desk, number, preview=True).operation is None
    assert take_back(closed.desk, number).operation is not None


def test_an_undo_of_forms_tells_what_was_built_on_them(office: OfficeInHand) -> None:
    office.collect(office.save(ECONOMY, ND1=15, ND2=8))
    unit = office.unit(ECONOMY)
    appraise(office.desk, CYCLE, Points(unit, "ND2", 700, "Thiếu số liệu."))
    found = take_back(office.desk, newest(office, "forms_collected"), preview=True)
    told = {one.code: one.data["names"] for one in found.rests}
    assert told == {"undo_leaves_without_form": (ECONOMY,), "undo_under_appraisals": (ECONOMY,)}
    assert change_lines(found.restored[:1], office.texts, are_kept=True)[0].startswith("1 ")
    lines = named_lines(found.restored, office.texts, found.unit_names)
    assert f"Bỏ dòng tự chấm «{ECONOMY}, tiêu chí ND2»" in lines


def test_an_undo_that_takes_the_points_along_has_nothing_resting_on_it(
    office: OfficeInHand,
) -> None:
    office.collect(office.save(ECONOMY, ND1=15, ND2=8))
    appraise(office.desk, CYCLE, Points(office.unit(ECONOMY), "ND2", 700, "Thiếu số liệu."))
    found = take_back(office.desk, newest(office, "appraised"), preview=True)
    assert found.restored != ()
    assert found.rests == ()


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (ProposalStatus.PROPOSED, "undo_under_proposals"),
        (ProposalStatus.NOT_PASSED, "undo_under_votes"),
        (ProposalStatus.DECIDED, "undo_under_decisions"),
        (ProposalStatus.WITHDRAWN, ""),
    ],
)
def test_an_undo_of_points_tells_what_was_proposed_on_them(
    office: OfficeInHand, status: ProposalStatus, code: str
) -> None:
    office.collect(office.save(ECONOMY, ND1=15, ND2=8))
    unit = office.unit(ECONOMY)
    appraise(office.desk, CYCLE, Points(unit, "ND2", 700, "Thiếu số liệu."))
    day = dt.date(2026, 12, 14)
    subject = (SubjectKind.COLLECTIVE, unit, ECONOMY)
    made = Proposal(0, CYCLE, "giay_khen_xa", *subject, "", "Đi đầu.", day, day, day, status=status)
    with office.desk.store.write("proposed", name=ECONOMY, award="giay_khen_xa") as books:
        books.awards.add_proposal(made)
    found = take_back(office.desk, newest(office, "appraised"), preview=True)
    assert [one.code for one in found.rests] == ([code] if code else [])
