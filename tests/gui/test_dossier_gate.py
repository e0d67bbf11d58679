"""Kiểm tra hồ sơ in the window: confirmed, undone, packed with a reason."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.modeltest import ModelTester

from tests.gui.conftest import OpenWindow
from tests.gui.office import SampleOffice, with_council
from tests.gui.test_stories import CYCLE, page_of
from thidua_desktop.application.dossiers.gate import CheckedDossier, check_dossiers, save_rule
from thidua_desktop.domain.dossier_parts import PartNeed, PartState
from thidua_desktop.ui.dialogs.dossier_rule_dialog import DossierRuleDialog
from thidua_desktop.ui.pages.dossier_gate import DIFFERENCES, DossierGatePage


@pytest.fixture
def page(open_window: OpenWindow, collected_office: SampleOffice) -> DossierGatePage:
    with_council(collected_office, CYCLE)
    return page_of(open_window(collected_office), "dossier_gate", DossierGatePage)


def first(page: DossierGatePage) -> CheckedDossier:
    return check_dossiers(page.desk, page.texts, CYCLE).dossiers[0]


def test_a_part_is_confirmed_and_taken_back(page: DossierGatePage) -> None:
    assert page.table.model.shown
    page.panel.part.setCurrentIndex(page.panel.part.findData("report"))
    page.panel.note.setText("bản giấy")
    page.panel.missing.click()
    assert first(page).state is PartState.MISSING
    assert page.panel.note.text() == "bản giấy"
    page.panel.take_back.click()
    assert first(page).state is PartState.COMPLETE
    assert not page.panel.take_back.isEnabled()


def test_a_file_is_put_to_a_part(
    page: DossierGatePage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    proof = tmp_path / "minh-chung.pdf"
    proof.write_bytes(b"mau")
    monkeypatch.setattr(page, "choose_files", lambda *_words: [proof])
    page.panel.attach.click()
    assert any(part.mark and part.mark.attachment for part in first(page).parts)


def test_what_is_open_is_packed_with_a_reason_only(
    page: DossierGatePage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder = tmp_path / "ho-so"
    monkeypatch.setattr(page, "choose_folder", lambda _words: folder)
    page.panel.missing.click()
    monkeypatch.setattr(page, "ask_why", lambda _count: "")
    page.header.main.click()
    assert not folder.exists()
    monkeypatch.setattr(page, "ask_why", lambda _count: "Bổ sung sau")
    page.header.main.click()
    assert len(list(folder.glob("*.zip"))) == 1


def test_the_filters_and_tabs_show_their_part(
    page: DossierGatePage, qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(page.table.model)  # type: ignore[no-untyped-call]
    qtmodeltester.check(page.differences.model)  # type: ignore[no-untyped-call]
    page.filters.choose("state", PartState.MISSING.value)
    assert not page.table.model.shown
    page.filters.clear()
    page.tabs.setCurrentIndex(DIFFERENCES)
    assert page.lists.currentWidget() is page.differences
    assert page.panel.isHidden()


def test_the_province_says_what_it_asks(
    page: DossierGatePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(dialog: DossierRuleDialog) -> DossierRuleDialog.DialogCode:
        assert dialog.fault() == "Cần điền tên thành phần."
        dialog.text.setText("Bản xác nhận mẫu")
        assert dialog.fault()
        dialog.citation.setText("Quyết định mẫu của tỉnh")
        assert not dialog.fault()
        dialog.need.setCurrentIndex(dialog.need.findData(PartNeed.NEEDED))
        return DossierRuleDialog.DialogCode.Accepted

    monkeypatch.setattr(DossierRuleDialog, "exec", fill)
    page.edit_rule()
    assert "Đã ghi vào hồ sơ." in page.notice.text.text()
    assert first(page).state is PartState.UNCLEAR

    def drop(dialog: DossierRuleDialog) -> DossierRuleDialog.DialogCode:
        assert dialog.drop.isHidden()
        dialog.part.setCurrentIndex(dialog.part.findText("Bản xác nhận mẫu"))
        assert dialog.citation.text() == "Quyết định mẫu của tỉnh"
        assert not dialog.drop.isHidden()
        dialog.drop.click()
        return DossierRuleDialog.DialogCode.Accepted

    monkeypatch.setattr(DossierRuleDialog, "exec", drop)
    page.edit_rule()
    assert first(page).state is PartState.COMPLETE


def test_a_part_that_the_province_does_not_ask_can_be_asked_again(
    page: DossierGatePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    award = first(page).proposal.award
    save_rule(page.desk, award, "Báo cáo", PartNeed.NOT_NEEDED, "Quyết định mẫu", "report")
    page.refresh()

    def drop(dialog: DossierRuleDialog) -> DossierRuleDialog.DialogCode:
        dialog.part.setCurrentIndex(dialog.part.findData("report"))
        assert "không yêu cầu" in dialog.part.currentText()
        dialog.drop.click()
        return DossierRuleDialog.DialogCode.Accepted

    monkeypatch.setattr(DossierRuleDialog, "exec", drop)
    page.edit_rule()
    assert "report" in {one.part.code for one in first(page).parts}
