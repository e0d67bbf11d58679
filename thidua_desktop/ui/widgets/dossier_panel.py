"""Beside the dossiers: each part with its state and what makes it so, and the officer's word."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from thidua_desktop.application.dossiers.gate import CheckedDossier
from thidua_desktop.application.text import Texts
from thidua_desktop.domain.dossier_parts import PartState, PartVerdict
from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.theme import Tone
from thidua_desktop.ui.widgets.labels import button, label, named
from thidua_desktop.ui.widgets.side_panel import SidePanel

LOOKS = {
    PartState.COMPLETE: (Tone.GOOD, "check-circle"),
    PartState.MISSING: (Tone.BAD, "alert-circle"),
    PartState.UNCLEAR: (Tone.WARNING, "help-circle"),
}


class DossierPanel(SidePanel):
    """Tells about one dossier; its parts are confirmed below."""

    marked = Signal(str, bool, str)
    """Part, whether it is there, note."""
    unmarked = Signal(str)
    attached = Signal(str, str)
    """Part, note."""

    def __init__(self, icons: Icons, texts: Texts) -> None:
        super().__init__(icons, "Chọn một hồ sơ để xem từng thành phần.")
        self._texts = texts
        self.part = QComboBox()
        named(self.part, "dossierPart", "Thành phần")
        self.note = QLineEdit()
        named(self.note, "dossierNote", "Ghi chú")
        self.note.setPlaceholderText("Ghi chú, nếu cần")
        self.there = button("Đã có", "partThere", icon=icons.get("check"))
        self.missing = button("Thiếu", "partMissing", icon=icons.get("x"))
        self.attach = button("Đính kèm tệp…", "partFile", icon=icons.get("upload"))
        self.take_back = button("Bỏ xác nhận", "partUnmark", icon=icons.get("undo"))
        self.there.clicked.connect(lambda: self._mark(is_there=True))
        self.missing.clicked.connect(lambda: self._mark(is_there=False))
        self.attach.clicked.connect(lambda: self.attached.emit(self._code, self.note.text()))
        self.take_back.clicked.connect(lambda: self.unmarked.emit(self._code))
        self.part.currentIndexChanged.connect(self._show_part)
        self._verdicts: dict[str, PartVerdict] = {}
        self._form = self._make_form()
        self.add_foot(self._form)
        self._form.hide()

    def _make_form(self) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 8, 8, 0)
        column.setSpacing(8)
        column.addWidget(label("Xác nhận thành phần", "section"))
        self.part.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        column.addWidget(self.part)
        column.addWidget(self.note)
        for pair in ((self.there, self.missing), (self.attach, self.take_back)):
            row = QHBoxLayout()
            row.setSpacing(8)
            for one in pair:
                row.addWidget(one, 1)
            column.addLayout(row)
        return whole

    @property
    def _code(self) -> str:
        return str(self.part.currentData() or "")

    def _mark(self, *, is_there: bool) -> None:
        self.marked.emit(self._code, is_there, self.note.text())

    def show_dossier(self, dossier: CheckedDossier | None) -> None:
        """Tell about one dossier, keeping the part that was chosen."""
        chosen = self._code
        self.clear()
        self._verdicts = {one.part.code: one for one in dossier.parts} if dossier else {}
        self._form.setVisible(bool(self._verdicts))
        if dossier is not None:
            self._tell(dossier)
        self.end()
        self.part.clear()
        for code, verdict in self._verdicts.items():
            self.part.addItem(verdict.part.text, code)
        self.part.setCurrentIndex(max(0, self.part.findData(chosen)))
        self._show_part()

    def _tell(self, dossier: CheckedDossier) -> None:
        self.add_title(dossier.name, dossier.award_name)
        tone, icon = LOOKS[dossier.state]
        self.add_line(tone, icon, f"Hồ sơ: {self._state_words(dossier.state).lower()}")
        self.add_section("Thành phần hồ sơ")
        for verdict in dossier.parts:
            tone, icon = LOOKS[verdict.state]
            need = self._texts.render(f"part_need_{verdict.part.need}", {})
            under = [f"{need}. {self._texts.reason(verdict.reason)}"]
            if verdict.mark is not None and verdict.mark.attachment:
                under.append("Có tệp đính kèm.")
            under.append(verdict.part.source.citation)
            words = f"{verdict.part.text}: {self._state_words(verdict.state).lower()}"
            self.add_line(tone, icon, words, "\n".join(under))

    def _state_words(self, state: PartState) -> str:
        return self._texts.render(f"part_state_{state}", {})

    def _show_part(self) -> None:
        verdict = self._verdicts.get(self._code)
        mark = verdict.mark if verdict else None
        self.note.setText(mark.note if mark else "")
        self.take_back.setEnabled(mark is not None)
