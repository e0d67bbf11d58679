"""The whole plan through a workbook in the window, and taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.gui.conftest import OpenWindow, Person
from tests.gui.office import SampleOffice
from tests.gui.test_stories import page_of
from tests.unit.application.test_plan_texts import LETTERED
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


def test_a_word_file_becomes_a_draft_to_check(
    open_window: OpenWindow,
    enrolled_office: SampleOffice,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text, book = tmp_path / "ke-hoach.txt", tmp_path / "nhap.xlsx"
    text.write_text(LETTERED, encoding="utf-8")
    monkeypatch.setattr(FileChoosing, "choose_new_file", lambda *_words: book)
    monkeypatch.setattr(FileChoosing, "choose_files", lambda *_words: [text])
    page = page_of(open_window(enrolled_office), "plan", PlanPage)
    page.files.draft_from_text()
    assert "Đã đọc 2 nội dung thi đua, 2 đối tượng, 4 tiêu chí" in page.notice.text.text()
    assert load_workbook(book)["Tiêu chí"]["C4"].value.startswith("Xử lý")
    text.write_text("Không phải kế hoạch", encoding="utf-8")
    page.files.draft_from_text()
    assert "Không tìm thấy" in page.notice.text.text()
