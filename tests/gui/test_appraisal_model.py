"""The grid of units × criteria."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.gui.office import SampleOffice
from thidua_desktop.application.appraisal.appraising import appraisal_board
from thidua_desktop.ui.models.appraisal_model import AppraisalModel, Given

pytestmark = pytest.mark.gui


@pytest.fixture
def model(busy_office: SampleOffice) -> AppraisalModel:
    model = AppraisalModel()
    model.set_board(appraisal_board(busy_office.desk, "2026-annual", "hamlet"))
    return model


def test_qt_finds_nothing_wrong(model: AppraisalModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    model.set_filter("xom 1")
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    model.set_board(None)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]


def test_open_cells_and_units_without_a_report_are_told_apart(model: AppraisalModel) -> None:
    names = [row.name for row in model.rows]
    assert names == ["Xóm 1", "Xóm 2", "Xóm 3"]
    assert str(model.index(0, 0).data()).endswith("→ ?")
    assert model.index(2, 0).data() == "–"
    assert not model.index(2, 0).flags() & Qt.ItemFlag.ItemIsEditable


def test_typed_points_are_told_and_not_kept(model: AppraisalModel, qtbot: QtBot) -> None:
    criterion = model.criteria[0].code
    with qtbot.waitSignal(model.given) as told:
        model.setData(model.index(0, 0), "7,5")
    assert told.args == [[Given(model.rows[0].unit, criterion, 750, "")]]


def test_what_is_no_number_is_refused_by_name(model: AppraisalModel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(model.given), qtbot.waitSignal(model.cell_rejected) as refused:
        model.paste(model.index(0, 0), [["5", "nhiều"]])
    assert refused.args is not None
    assert "Xóm 1" in refused.args[0]
    assert "«nhiều»" in refused.args[0]


def test_a_block_never_falls_on_a_unit_without_a_report(
    model: AppraisalModel, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(model.given), qtbot.waitSignal(model.cell_rejected) as refused:
        model.paste(model.index(1, 0), [["5"], ["6"]])
    assert refused.args is not None
    assert "Xóm 2 chưa có phiếu" in refused.args[0]


def test_what_waits_is_counted_and_what_nobody_claims_is_not_asked_for(
    model: AppraisalModel,
) -> None:
    units = [row.unit for row in model.rows]
    own = [cell for row in model.rows if row.has_report for cell in row.cells]
    assert model.waiting() == sum(cell.is_pending for cell in own) > 0
    assert model.waiting(units[:1], [model.criteria[0].code]) == 1
    assert model.waiting(units[2:]) == 0
    places = [place for place, one in enumerate(own[: len(model.criteria)]) if not one.is_pending]
    assert [model.index(0, place).data() for place in places] == ["–"] * len(places)
    assert places


def test_a_block_from_excel_fills_cells_and_leaves_empty_ones_alone(
    model: AppraisalModel, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(model.given) as told:
        model.paste(model.index(0, 0), [["5", "", "6"]])
    assert told.args is not None
    assert [(g.criterion, g.points) for g in told.args[0]] == [
        (model.criteria[0].code, 500),
        (model.criteria[2].code, 600),
    ]


@pytest.mark.parametrize("typed", ["xom2", "XÓM 2", "x2"])
def test_search_forgives_as_on_every_page(model: AppraisalModel, typed: str) -> None:
    model.set_filter(typed)
    assert [row.name for row in model.rows] == ["Xóm 2"]
