"""Căn cứ pháp lý in the window: what ships ends, the office lets it go on."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtWidgets import QDialog

from tests.gui.conftest import OpenWindow, Person
from tests.gui.office import SampleOffice
from tests.gui.test_stories import page_of
from thidua_desktop.application.rules.own_rules import RuleOrigin
from thidua_desktop.application.today import today_board
from thidua_desktop.ui.dialogs.rule_extension_dialog import RuleExtensionDialog
from thidua_desktop.ui.pages.rules import RulesPage

pytestmark = pytest.mark.gui


def test_the_last_rules_go_on_by_a_document(
    open_window: OpenWindow, enrolled_office: SampleOffice, person: Person
) -> None:
    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, RuleExtensionDialog)
        assert dialog.fault()
        dialog.document.setText("Công văn mẫu số 5")
        dialog.salary.setText("2.700.000")
        assert "lương cơ sở" in dialog.fault()
        dialog.salary_document.setText("Nghị định mẫu")

    enrolled_office.clock.set(dt.date(2027, 3, 20))
    person.fills = {RuleExtensionDialog: fill}
    page = page_of(open_window(enrolled_office), "rules", RulesPage)
    with page.desk.store.read() as books:
        (opened,) = books.cycles.all()
    wanted = {one.reason.code for one in today_board(page.desk, opened.id).sentences}
    assert "today_no_rules" in wanted
    page.go_on()
    lines = list(page.table.model.everything)
    assert [line.origin for line in lines][-1] is RuleOrigin.GOES_ON
    left = {one.reason.code for one in today_board(page.desk, opened.id).sentences}
    assert "today_no_rules" not in left
    page.table.select_key((lines[-1].pack.code, lines[-1].pack.valid_from))
    page.drop()
    assert [line.origin for line in page.table.model.everything] == [RuleOrigin.SHIPPED] * 2
    page.table.select_first()
    page.drop()
    assert "không bỏ được" in page.notice.text.text()
