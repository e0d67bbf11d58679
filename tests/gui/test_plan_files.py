"""The whole plan through a workbook in the window, and taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.gui.conftest import OpenWindow, Person
from tests.gui.office import SampleOffice
from tests.gui.test_stories import page_of
from thidua_desktop.application.setting_up.planning import plan_in_force
from thidua_desktop.ui.dialogs.plan_renewal_dialog import PlanRenewalDialog
from thidua_desktop.ui.pages.plan import PlanPage
from thidua_desktop.ui.widgets.file_choosing import FileChoosing

pytestmark = pytest.mark.gui


def test_the_plan_goes_out_and_comes_back_edited(
    open_window: OpenWindow,
    enrolled_office: SampleOffice,
    person: Person,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    book = tmp_path / "ke-hoach.xlsx"
    monkeypatch.setattr(FileChoosing, "choose_new_file", lambda *_words: book)
    monkeypatch.setattr(FileChoosing, "choose_files", lambda *_words: [book])
    page = page_of(open_window(enrolled_office), "plan", PlanPage)
    page.files.save_out()
    assert "Nhận kế hoạch đã sửa" in page.notice.text.text()
    page.files.take_back()
    assert "không có gì thay đổi" in page.notice.text.text()
    workbook = load_workbook(book)
    sheet = workbook["Tiêu chí"]
    sheet["C4"] = "Lời mới của tiêu chí đầu"
    sheet["E5"] = "nhiều"
    workbook.save(book)
    page.files.take_back()
    assert "ô E5" in page.notice.details.text()
    sheet["E5"] = plan_in_force(page.desk).audiences[0].criteria.criteria[1].max_points / 100
    workbook.save(book)
    person.leaves = {PlanRenewalDialog}
    page.files.take_back()
    before = plan_in_force(page.desk)
    person.leaves = set()
    page.files.take_back()
    after = plan_in_force(page.desk)
    texts = [plan.audiences[0].criteria.criteria[0].text for plan in (before, after)]
    assert texts[0] != texts[1] == "Lời mới của tiêu chí đầu"
