"""Everything typed into one unit's sheet at once is one operation, kept or refused whole."""

from __future__ import annotations

from itertools import islice

import pytest

from tests.office_in_hand import CYCLE, OfficeInHand
from thidua_desktop.application.appraisal.appraising import Points
from thidua_desktop.application.appraisal.council_figures import give_council_points
from thidua_desktop.application.appraisal.sheet_points import SheetPoints, save_sheet_points
from thidua_desktop.application.appraisal.unit_sheet import UnitSheet, unit_sheet
from thidua_desktop.domain.errors import RuleViolation

ECONOMY = "Phòng Kinh tế"


def sheet(office: OfficeInHand) -> UnitSheet:
    return unit_sheet(office.desk, CYCLE, office.unit(ECONOMY))


def test_a_pasted_block_is_one_step_back(office: OfficeInHand) -> None:
    office.collect_all()
    office.appraise_all()
    unit = office.unit(ECONOMY)
    codes = (one.criterion.code for one in sheet(office).lines if (one.cell.appraised or 0) > 200)
    first, second, third = islice(codes, 3)
    give_council_points(office.desk, CYCLE, [Points(unit, third, 100, "Biểu quyết")])
    before, operations = sheet(office), len(office.desk.store.operations(100))
    typed = SheetPoints(
        unit,
        appraised=[Points(unit, first, 100, "Thiếu văn bản")],
        council=[Points(unit, first, 50, "Biểu quyết"), Points(unit, second, 50, "Biểu quyết")],
        withdrawn=[third],
    )
    assert save_sheet_points(office.desk, CYCLE, typed) == 4
    after = {line.criterion.code: line.cell for line in sheet(office).lines}
    assert (after[first].appraised, after[first].council) == (100, 50)
    assert (after[second].council, after[third].council) == (50, None)
    newest = office.desk.store.operations(100)
    assert len(newest) == operations + 1
    office.desk.store.undo(newest[0].id)
    assert sheet(office) == before


def test_one_refused_figure_refuses_all(office: OfficeInHand) -> None:
    office.collect_all()
    before = sheet(office)
    unit, [first, second] = office.unit(ECONOMY), [one.criterion.code for one in before.lines[:2]]
    typed = SheetPoints(
        unit, appraised=[Points(unit, first, 0, "x")], council=[Points(unit, second, 0, "x")]
    )
    with pytest.raises(RuleViolation, match="line_not_appraised"):
        save_sheet_points(office.desk, CYCLE, typed)
    assert sheet(office) == before
    assert save_sheet_points(office.desk, CYCLE, SheetPoints(unit)) == 0
