"""Papers in the window: seen page by page, written in the wanted form, opened, printed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtWidgets import QLabel

from tests.gui.conftest import Opened, OpenWindow
from tests.gui.office import SampleOffice
from thidua_desktop.application.dossiers.paper_names import unnamed_signers
from thidua_desktop.application.papers.formats import PaperFormat
from thidua_desktop.application.records import Office
from thidua_desktop.application.setting_up.office import change_office
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.pages import papers as papers_module
from thidua_desktop.ui.pages.papers import PapersPage


@pytest.fixture
def window(open_window: OpenWindow, busy_office: SampleOffice) -> MainWindow:
    return open_window(busy_office)


@pytest.fixture
def page(window: MainWindow) -> PapersPage:
    window.show_page("papers")
    shown = window.current
    assert isinstance(shown, PapersPage)
    return shown


def test_blank_forms_are_written_when_they_are_looked_for(
    page: PapersPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page, "choose_folder", lambda _words: tmp_path / "ra")
    page.filters.choose("group", "appraising")
    shown = page.table.model.shown
    assert any(planned.is_blank for planned in shown)
    page.write_all([PaperFormat.PDF])
    assert len(list((tmp_path / "ra").iterdir())) == len(shown)
    assert "để trống" not in page.notice.text.text()


def endings(folder: Path) -> set[str]:
    return {path.suffix for path in folder.iterdir()}


@pytest.mark.parametrize(
    ("formats", "wanted"),
    [(None, {".pdf", ".docx"}), ("pdf", {".pdf"}), ("docx", {".docx"})],
)
def test_papers_are_written_in_the_wanted_form(
    page: PapersPage,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    formats: str | None,
    wanted: set[str],
) -> None:
    monkeypatch.setattr(page, "choose_folder", lambda _words: tmp_path / "ra")
    if formats is None:
        page.header.main.click()
    else:
        page.write_all([PaperFormat(formats)])
    assert endings(tmp_path / "ra") == wanted
    shown = page.table.model.shown
    count = sum(not planned.is_blank for planned in shown)
    assert f"{len(shown) - count} mẫu để trống không ghi" in page.notice.text.text()
    assert len(list((tmp_path / "ra").iterdir())) == count * len(wanted)
    assert f"Đã ghi {count} văn bản ({count * len(wanted)} tệp)" in page.notice.text.text()


def test_a_signer_without_a_name_is_told(
    page: PapersPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page, "choose_folder", lambda _words: tmp_path / "ra")
    named = Office(chair="Nguyễn Văn Mẫu", department_head="Trần Thị Ví Dụ")
    change_office(page.desk, named)
    page.write_all([PaperFormat.PDF])
    assert page.notice.text.text().startswith("Xong.")
    change_office(page.desk, replace(named, chair=""))
    page.write_all([PaperFormat.PDF])
    assert "Có chỗ ký chưa có tên" in page.notice.text.text()
    (issue,) = unnamed_signers(page.desk)
    assert issue.code == "chair_name_missing"
    change_office(page.desk, Office(signer_is_deputy=True))
    assert [one.code for one in unnamed_signers(page.desk)] == [
        "deputy_name_missing",
        "department_head_missing",
    ]


def test_one_paper_is_opened_in_word(page: PapersPage, opened: Opened) -> None:
    page.edit_in_word()
    (path,) = opened.paths
    assert path.suffix == ".docx"
    assert Document(str(path)).paragraphs


def test_without_a_printer_it_says_so_and_shows_the_paper(
    page: PapersPage, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(papers_module, "has_printer", lambda: False)
    page.print_page()
    assert [path.suffix for path in opened.paths] == [".pdf"]
    assert page.notice.text.text().startswith("Lưu ý. Máy này chưa cài máy in.")


def test_with_a_printer_nothing_has_to_be_said(
    page: PapersPage, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(papers_module, "has_printer", lambda: True)
    page.print_page()
    assert len(opened.paths) == 1
    assert not page.notice.isVisible()


def test_every_page_of_the_selected_paper_is_shown(page: PapersPage) -> None:
    def shown() -> int:
        return len(page.preview.findChildren(QLabel, "paperPage"))

    counts = []
    for number in range(len(page.table.model.shown)):
        page.table.select_key(page.table.model.shown[number].stem)
        counts.append(shown())
    assert max(counts) > 1
    for number, count in enumerate(counts):
        page.table.select_key(page.table.model.shown[number].stem)
        assert shown() == count


def test_the_office_gets_its_own_templates_and_hears_what_it_broke(
    page: PapersPage, busy_office: SampleOffice
) -> None:
    page.change_templates()
    folder = busy_office.store.folder / "templates"
    assert (folder / "huong-dan.txt").exists()
    for template in folder.glob("*.docx"):
        template.write_bytes(b"x")
    page.edit_in_word()
    assert page.notice.text.text().startswith("Chưa được. Mẫu Word «")
