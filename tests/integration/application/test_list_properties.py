"""Whatever a list holds: a second import changes nothing, and the order of its rows neither."""

from __future__ import annotations

import tempfile
from pathlib import Path
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.office_in_hand import OfficeInHand, opened
from thidua_desktop.application.enrolling.list_import import (
    ImportOutcome,
    import_people,
    import_units,
)
from thidua_desktop.application.enrolling.registers import list_people, list_units
from thidua_desktop.application.grids import CellValue, SheetGrid
from thidua_desktop.application.lists.reading import RowStatus

Row = tuple[CellValue, ...]

UNIT_HEAD: Row = ("STT", "Tên đơn vị", "Nhóm", "Tổng số", "Nữ")
PERSON_HEAD: Row = ("STT", "Họ và tên", "Năm sinh", "Chức vụ", "Đơn vị", "Trực tiếp")

UNIT_ROWS = st.lists(
    st.tuples(
        st.sampled_from(("1", "2.", "03", 4)),
        st.sampled_from(("Công an xã", "Tổng công ty Mẫu", "Xóm Hồng", "Trường Ví Dụ", "Đội Mẫu")),
        st.sampled_from(("Cơ quan", "Trường học", "Các xóm", "Doanh nghiệp")),
        st.sampled_from((5, 10, None, "12 người")),
        st.sampled_from((0, 5, None)),
    ),
    max_size=5,
    unique_by=lambda row: row[1],
)
PERSON_ROWS = st.lists(
    st.tuples(
        st.sampled_from(("1", "2.", "03", None)),
        st.sampled_from(("Tống Công Mẫu", "Lê Văn Mẫu", "LÊ VĂN MẪU")),
        st.sampled_from((1980, 1990, None, "?")),
        st.sampled_from(("Cán bộ", None)),
        st.sampled_from(("Công an xã", "Không Có", None)),
        st.sampled_from(("x", "không", None)),
    ),
    max_size=6,
)


def put(office: OfficeInHand, head: Row, rows: list[Row]) -> Path:
    sheet = SheetGrid("DS", visible=True, rows=(head, *rows))
    return office.grids.put(office.folder / "ds.xlsx", (sheet,))


def statuses(outcome: ImportOutcome) -> set[RowStatus]:
    return {row.status for row in outcome.rows}


@settings(max_examples=15, deadline=None)
@given(rows=UNIT_ROWS, order=st.randoms(use_true_random=False))
def test_units_are_the_same_in_any_order_and_at_the_second_time(
    rows: list[Row], order: Random
) -> None:
    permuted = order.sample(rows, len(rows))
    with tempfile.TemporaryDirectory() as name, opened(Path(name) / "o", is_new=True) as office:
        import_units(office.desk, put(office, UNIT_HEAD, rows))
        units = {unit.name: unit for unit in list_units(office.desk)}
        again = import_units(office.desk, put(office, UNIT_HEAD, permuted))
        assert again.operation is None
        assert statuses(again) <= {RowStatus.SAME, RowStatus.REJECTED}
        assert len(again.rows) == len(rows)
        assert {unit.name: unit for unit in list_units(office.desk)} == units


@settings(max_examples=15, deadline=None)
@given(known=PERSON_ROWS, rows=PERSON_ROWS)
def test_people_are_the_same_at_the_second_time(known: list[Row], rows: list[Row]) -> None:
    with tempfile.TemporaryDirectory() as name, opened(Path(name) / "o", is_new=True) as office:
        import_units(office.desk, put(office, UNIT_HEAD, [(1, "Công an xã", "Cơ quan", 5, 2)]))
        import_people(office.desk, put(office, PERSON_HEAD, known))
        path = put(office, PERSON_HEAD, rows)
        rehearsed = import_people(office.desk, path, dry_run=True)
        done = import_people(office.desk, path)
        people = list_people(office.desk)
        again = import_people(office.desk, path)
        assert [row.status for row in rehearsed.rows] == [row.status for row in done.rows]
        assert rehearsed.issues == done.issues
        assert again.operation is None
        assert statuses(again) <= {RowStatus.SAME, RowStatus.REJECTED}
        assert list_people(office.desk) == people
