"""The table model: sorting, searching, editing, and what Qt demands of any model."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.models.clipboard import block_of, block_text
from thidua_desktop.ui.models.columns import Align, CellRejectedError, Column, Mark
from thidua_desktop.ui.models.table_model import RecordRole, RecordTableModel
from thidua_desktop.ui.theme import Tone

pytestmark = pytest.mark.gui


@dataclass(frozen=True, slots=True)
class School:
    name: str
    pupils: int | None


SCHOOLS = (
    School("Trường Tiểu học số 2", 310),
    School("Trường Mầm non Đoàn Kết", None),
    School("Trường Trung học cơ sở", 95),
)


def with_pupils(school: School, text: str) -> School:
    if not text.isdecimal():
        raise CellRejectedError(f"«{text}» không phải là số")
    return replace(school, pupils=int(text))


@pytest.fixture
def model(icons: Icons) -> RecordTableModel[School]:
    columns: list[Column[School]] = [
        Column("Tên", lambda school: school.name, 0),
        Column(
            "Số học sinh",
            lambda school: "–" if school.pupils is None else str(school.pupils),
            90,
            Align.RIGHT,
            sort_key=lambda school: school.pupils,
            mark=lambda school: None if school.pupils else Mark(Tone.WARNING, "alert-triangle"),
            edit=with_pupils,
        ),
    ]
    model: RecordTableModel[School] = RecordTableModel(columns, icons)
    model.set_records(SCHOOLS)
    return model


def names(model: RecordTableModel[School]) -> list[str]:
    return [school.name.removeprefix("Trường ") for school in model.shown]


def test_qt_finds_nothing_wrong(
    model: RecordTableModel[School], qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    model.set_filter("tieu hoc")
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    model.set_records([])
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]


def test_the_first_column_counts_the_rows_as_they_stand(model: RecordTableModel[School]) -> None:
    model.sort(2, Qt.SortOrder.DescendingOrder)
    assert model.headerData(0, Qt.Orientation.Horizontal) == "STT"
    assert [model.index(row, 0).data() for row in range(3)] == ["1", "2", "3"]


@pytest.mark.parametrize(
    ("column", "order", "expected"),
    [
        (1, Qt.SortOrder.AscendingOrder, ["Mầm non Đoàn Kết", "Tiểu học số 2", "Trung học cơ sở"]),
        (2, Qt.SortOrder.AscendingOrder, ["Trung học cơ sở", "Tiểu học số 2", "Mầm non Đoàn Kết"]),
        (0, Qt.SortOrder.AscendingOrder, ["Tiểu học số 2", "Mầm non Đoàn Kết", "Trung học cơ sở"]),
    ],
)
def test_sorting(
    model: RecordTableModel[School], column: int, order: Qt.SortOrder, expected: list[str]
) -> None:
    model.sort(column, order)
    assert names(model) == expected


@pytest.mark.parametrize(
    "text", ["doan ket", "ĐOÀN", "đoàn", "kết  mầm", "mamnon", "tmndk", "non doan"]
)
def test_search_forgives_marks_case_spaces_and_finds_initials(
    model: RecordTableModel[School], text: str
) -> None:
    model.set_filter(text)
    assert names(model) == ["Mầm non Đoàn Kết"]


def test_a_filter_and_a_search_hold_together(model: RecordTableModel[School]) -> None:
    model.set_filter("truong", lambda school: school.pupils is not None)
    assert names(model) == ["Tiểu học số 2", "Trung học cơ sở"]
    assert model.total == 3


def test_numbers_stand_right_and_a_missing_one_is_marked(model: RecordTableModel[School]) -> None:
    missing = model.index(1, 2)
    assert missing.data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    assert missing.data(Qt.ItemDataRole.DecorationRole) is not None
    assert model.index(0, 2).data(Qt.ItemDataRole.DecorationRole) is None
    assert missing.data(RecordRole) == SCHOOLS[1]


def test_typing_into_a_cell_tells_the_new_record(
    model: RecordTableModel[School], qtbot: QtBot
) -> None:
    with qtbot.waitSignal(model.records_edited) as told:
        assert model.setData(model.index(2, 2), "120")
    assert told.args == [[School("Trường Trung học cơ sở", 120)]]
    assert model.index(2, 2).data() == "120"


def test_only_declared_columns_can_be_typed_into(model: RecordTableModel[School]) -> None:
    editable = Qt.ItemFlag.ItemIsEditable
    assert not model.index(0, 0).flags() & editable
    assert not model.index(0, 1).flags() & editable
    assert model.index(0, 2).flags() & editable


def test_a_pasted_block_is_taken_whole_or_not_at_all(
    model: RecordTableModel[School], qtbot: QtBot
) -> None:
    with qtbot.waitSignal(model.cell_rejected) as refused:
        assert not model.paste(model.index(0, 2), [["1"], ["hai"], ["3"]])
    assert refused.args == ["«hai» không phải là số"]
    assert model.shown == SCHOOLS
    with qtbot.waitSignal(model.records_edited) as told:
        assert model.paste(model.index(0, 2), block_of("1\n2\n3\n4\n"))
    assert told.args is not None
    assert [school.pupils for school in told.args[0]] == [1, 2, 3]


def test_a_block_cannot_be_pasted_over_fixed_columns(
    model: RecordTableModel[School], qtbot: QtBot
) -> None:
    with qtbot.waitSignal(model.cell_rejected) as refused:
        assert not model.paste(model.index(0, 1), [["Tên mới", "5"]])
    assert refused.args == ["Cột «Tên» không sửa được tại đây."]
    assert model.shown == SCHOOLS


def test_what_is_copied_can_be_pasted_in_excel(model: RecordTableModel[School]) -> None:
    indexes: list[QModelIndex] = [model.index(row, column) for row in (0, 1) for column in (1, 2)]
    text = block_text(indexes)
    assert text == "Trường Tiểu học số 2\t310\nTrường Mầm non Đoàn Kết\t–\n"
    assert block_of(text) == [["Trường Tiểu học số 2", "310"], ["Trường Mầm non Đoàn Kết", "–"]]
    assert block_of('"hai\ndòng"\tb\n') == [["hai\ndòng", "b"]]


def test_a_row_of_sums_stays_last_and_is_not_counted(model: RecordTableModel[School]) -> None:
    model.set_records(SCHOOLS, School("Tổng cộng", 405))
    assert (model.total, model.rowCount()) == (3, 4)
    for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
        model.sort(2, order)
        assert names(model)[-1] == "Tổng cộng"
    model.set_filter("mam non")
    assert names(model) == ["Mầm non Đoàn Kết", "Tổng cộng"]
    assert [model.index(row, 0).data() for row in range(2)] == ["1", None]
