"""The tabs of a step's sections."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from thidua_desktop.ui.widgets.section_bar import SectionBar

WHOLE = ("papers", "Văn bản")
PART = ("certificates", "Giấy khen")


def test_a_step_without_sections_has_no_tabs(qtbot: QtBot) -> None:
    bar = SectionBar()
    qtbot.addWidget(bar)
    bar.show_sections((WHOLE,), "papers")
    assert bar.isHidden()


def test_a_tab_tells_its_page_and_showing_one_tells_nothing(qtbot: QtBot) -> None:
    bar = SectionBar()
    qtbot.addWidget(bar)
    heard: list[str] = []
    bar.chosen.connect(heard.append)
    bar.show_sections((WHOLE, PART), "certificates")
    assert not bar.isHidden()
    assert heard == []
    assert bar.tabs.tabText(bar.tabs.currentIndex()) == "Giấy khen"
    bar.tabs.setCurrentIndex(0)
    assert heard == ["papers"]
