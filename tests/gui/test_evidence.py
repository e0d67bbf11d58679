"""Minh chứng in the window: dropped on a criterion, recognised from a folder, opened, undone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLabel, QToolButton

from tests.gui.conftest import Opened, OpenWindow, Person
from tests.gui.office import SampleOffice
from thidua_desktop.application.enrolling.registers import list_units
from thidua_desktop.application.evidence.linking import evidence_of
from thidua_desktop.ui.pages.appraisal import AppraisalPage
from thidua_desktop.ui.pages.evidence import FOUND, GAPS, LINKS, EvidencePage
from thidua_desktop.ui.widgets.appraisal_panel import AppraisalPanel
from thidua_desktop.ui.widgets.evidence_list import EvidenceList
from thidua_desktop.ui.widgets.folded_text import FoldedText

pytestmark = pytest.mark.gui
CYCLE = "2026-annual"
KEPT_ALIVE: list[QMimeData] = []
"""A drop does not own what it brings."""


@pytest.fixture
def office(enrolled_office: SampleOffice) -> SampleOffice:
    return enrolled_office


def pdf(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"%PDF-1.4 {path.name}", encoding="utf-8")
    return path


def dropping(place: QPointF, *paths: Path) -> QDropEvent:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    KEPT_ALIVE.append(data)
    copying, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    return QDropEvent(place, copying, data, left, Qt.KeyboardModifier.NoModifier)


def drop(widget: AppraisalPanel, *paths: Path) -> None:
    widget.dropEvent(dropping(QPointF(5, 5), *paths))


def shown(page: AppraisalPage) -> list[str]:
    (evidence,) = page.panel.findChildren(EvidenceList)
    return [label.text() for label in evidence.findChildren(QLabel)]


def titles(office: SampleOffice) -> list[str]:
    return [link.title for link in evidence_of(office.desk, CYCLE)]


def test_a_file_dropped_on_a_criterion_is_listed_opened_and_undone(
    open_window: OpenWindow, office: SampleOffice, opened: Opened, person: Person
) -> None:
    window = open_window(office)
    window.show_page("appraisal")
    page = window.current
    assert isinstance(page, AppraisalPage)
    assert shown(page) == ["Chưa có tệp. Thả tệp vào đây."]
    kept = pdf(office.folder / "Biên bản họp (mẫu).pdf")
    drop(page.panel, kept, office.folder / "phieu", pdf(office.folder / "x.exe"))
    assert titles(office) == []  # the folder is not there, so nothing was taken
    drop(page.panel, kept, pdf(office.folder / "x.exe"))
    assert titles(office) == ["Biên bản họp (mẫu).pdf"]
    assert "1 tệp không nhận" in page.notice.text.text()
    assert shown(page) == ["Biên bản họp (mẫu).pdf"]
    (evidence,) = page.panel.findChildren(EvidenceList)
    view = evidence.findChild(QToolButton, "openEvidence")
    assert view is not None
    view.click()
    (copy,) = opened.paths
    assert (copy.name, copy.read_bytes()) == (kept.name, kept.read_bytes())
    assert not copy.stat().st_mode & 0o222
    page.undoing.undo_newest()
    assert person.shown
    assert titles(office) == []


def test_a_folder_is_seen_before_it_is_taken(open_window: OpenWindow, office: SampleOffice) -> None:
    folder = office.folder / "usb"
    pdf(folder / "xom-1" / "TC1" / "bien ban.pdf")
    pdf(folder / "la" / "anh.jpg")
    window = open_window(office)
    window.show_page("evidence")
    page = window.current
    assert isinstance(page, EvidencePage)
    page.look([folder])
    assert titles(office) == []
    assert page.tabs.currentIndex() == FOUND
    model = page.found.model
    assert [one.shown for one in model.everything] == ["la/anh.jpg", "xom-1/TC1/bien ban.pdf"]
    assert not model.setData(model.index(0, 2), "Xóm")
    assert "khớp với" in page.notice.text.text()
    assert model.setData(model.index(0, 2), "xom 2")
    assert model.setData(model.index(0, 3), "b1")
    page.notice.action.click()
    assert sorted(titles(office)) == ["anh.jpg", "bien ban.pdf"]
    assert page.tabs.currentIndex() == LINKS
    names = {unit.code: unit.name for unit in list_units(office.desk)}
    links = evidence_of(office.desk, CYCLE)
    placed = {one.title: (names[one.unit], one.criterion) for one in links}
    assert placed == {"anh.jpg": ("Xóm 2", "B1"), "bien ban.pdf": ("Xóm 1", "B1")}


def test_a_right_guess_is_agreed_to(open_window: OpenWindow, office: SampleOffice) -> None:
    folder = office.folder / "usb"
    pdf(folder / "xom-1" / "2. anh.jpg")
    pdf(folder / "xom-2" / "quyet dinh.pdf")
    pdf(folder / "la.pdf")
    window = open_window(office)
    window.show_page("evidence")
    page = window.current
    assert isinstance(page, EvidencePage)
    page.look([folder])
    page.found.view.selectAll()
    page.agree()
    page.notice.action.click()
    links = evidence_of(office.desk, CYCLE)
    assert sorted((one.title, one.criterion) for one in links) == [
        ("2. anh.jpg", "B2"),
        ("quyet dinh.pdf", ""),
    ]
    assert [one.shown for one in page.found.model.everything] == ["la.pdf"]


def test_a_file_dropped_on_a_cell_proves_that_cell(
    open_window: OpenWindow, office: SampleOffice
) -> None:
    window = open_window(office)
    window.show_page("appraisal")
    page = window.current
    assert isinstance(page, AppraisalPage)
    view = page.grid.view
    index = page.model.index(1, 1)
    place = QPointF(view.visualRect(index).center())
    view.dropEvent(dropping(place, pdf(office.folder / "a.pdf")))
    found = page.model.at(index)
    assert found is not None
    (link,) = evidence_of(office.desk, CYCLE)
    assert (link.unit, link.criterion) == (found[0].unit, found[1].code)


def test_scans_are_offered_before_they_are_tied(
    open_window: OpenWindow, office: SampleOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    scans = office.folder / "quet"
    pdf(scans / "scan0001.pdf")
    window = open_window(office)
    window.show_page("appraisal")
    page = window.current
    assert isinstance(page, AppraisalPage)
    monkeypatch.setattr(page, "choose_folder", lambda _caption: scans)
    (evidence,) = page.panel.findChildren(EvidenceList)
    evidence.scans_wanted.emit()
    assert "scan0001.pdf" in page.notice.text.text()
    assert titles(office) == []
    page.notice.action.click()
    assert titles(office) == ["scan0001.pdf"]
    (evidence,) = page.panel.findChildren(EvidenceList)
    evidence.scans_wanted.emit()
    assert "Không có tệp mới" in page.notice.text.text()


def test_a_file_is_renamed_and_what_is_missing_is_listed(
    open_window: OpenWindow, collected_office: SampleOffice
) -> None:
    window = open_window(collected_office)
    window.show_page("evidence")
    page = window.current
    assert isinstance(page, EvidencePage)
    page.tabs.setCurrentIndex(GAPS)
    before = page.gaps.model.everything
    (drop_area,) = page.panel.findChildren(EvidenceList)
    drop_area.dropped.emit([pdf(collected_office.folder / "IMG_0042.pdf")])
    assert page.gaps.model.everything == before[1:]
    assert "đơn vị còn thiếu tệp" in page.header.subtitle.text()
    page.tabs.setCurrentIndex(LINKS)
    page.links.model.setData(page.links.model.index(0, 3), "Biên bản kiểm tra")
    assert titles(collected_office) == ["Biên bản kiểm tra.pdf"]


def test_long_words_are_folded_until_asked_for(open_window: OpenWindow) -> None:
    del open_window
    whole = "Thực hiện có chất lượng các nhiệm vụ được giao. " * 20
    long = FoldedText(whole)
    long.resize(260, 400)
    long.show()
    assert long.more.isVisible()
    seen = long.words.text()
    assert whole.startswith(seen.removesuffix("…"))
    assert len(seen) < len(whole) / 5
    long.more.click()
    assert long.words.text() == whole
    assert long.more.text() == "Thu gọn"
    short = FoldedText("Đã làm.")
    short.resize(260, 400)
    short.show()
    assert not short.more.isVisible()
