"""An import of days ago is found in the journal and taken back, with its rows told by name."""

from __future__ import annotations

import datetime as dt

from openpyxl import Workbook
from pytestqt.modeltest import ModelTester

from tests.gui.conftest import OpenWindow, Person
from tests.gui.office import SampleOffice
from thidua_desktop.application.enrolling.list_import import import_units
from thidua_desktop.application.enrolling.registers import change_unit, list_units
from thidua_desktop.ui.dialogs.undo_dialog import UndoDialog
from thidua_desktop.ui.pages.journal import JournalPage


def test_an_old_import_is_found_and_undone_with_its_rows_by_name(
    open_window: OpenWindow,
    enrolled_office: SampleOffice,
    person: Person,
    qtmodeltester: ModelTester,
) -> None:
    desk = enrolled_office.desk
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    for row in (("STT", "Tên đơn vị", "Nhóm"), (1, "Xóm 8", "Xóm"), (2, "Xóm 9", "Xóm")):
        sheet.append(row)
    path = enrolled_office.folder / "ds.xlsx"
    workbook.save(path)
    import_units(desk, path)
    kept = next(unit for unit in list_units(desk) if unit.name == "Xóm 9")
    enrolled_office.clock.set(enrolled_office.clock.today() + dt.timedelta(days=9))
    for number in range(230):
        change_unit(desk, type(kept)(kept.code, "Xóm 9", kept.group, kept.subject, str(number)))
    window = open_window(enrolled_office)
    window.show_page("journal")
    page = window.current
    assert isinstance(page, JournalPage)
    assert page.table.model.total > 230
    page.filters.choose("kind", "imports")
    [found] = page.table.model.shown
    assert found.action == "units_imported"
    qtmodeltester.check(page.table.model)  # type: ignore[no-untyped-call]
    page.table.view.selectRow(0)
    page._undo()
    [dialog] = person.shown
    assert isinstance(dialog, UndoDialog)
    assert dialog.rows.toPlainText().splitlines() == [
        "Bỏ đơn vị «Xóm 8»",
        "Giữ nguyên: đơn vị «Xóm 9»",
    ]
    names = {unit.name for unit in list_units(desk)}
    assert "Xóm 8" not in names
    assert "Xóm 9" in names
