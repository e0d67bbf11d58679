"""Vi phạm làm hạ bậc: what is asked for it."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QWidget

from thidua_desktop.application.results.violations import SOURCE, highest_class
from thidua_desktop.application.text import Texts
from thidua_desktop.domain.scoring.policy import Violation
from thidua_desktop.ui.dialogs.dialog import Dialog
from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.widgets.labels import label, selectable
from thidua_desktop.ui.widgets.text_fields import line_edit


class ViolationDialog(Dialog):
    """The kind, the paper, and what it does to the class."""

    def __init__(self, unit: str, texts: Texts, icons: Icons, parent: QWidget | None) -> None:
        super().__init__("Vi phạm làm hạ bậc xếp loại", "Ghi", icons, parent)
        self._texts = texts
        self._choice = QComboBox()
        self._choice.setObjectName("violationKind")
        for kind in Violation:
            self._choice.addItem(texts.render(f"violation_{kind}", {}), kind)
        self.document = line_edit("violationDocument")
        self._effect = label("", "caption", wraps=True)
        self.form.addRow(selectable(unit, "panelTitle"))
        self.add_row("Vi phạm", self._choice)
        self.add_row("Văn bản làm căn cứ", self.document, is_required=True)
        self.form.addRow("", self._effect)
        self.add_hint(f"{SOURCE}.")
        self._choice.currentIndexChanged.connect(self._tell)
        self._tell()

    @property
    def kind(self) -> Violation:
        """The chosen kind."""
        return Violation(self._choice.currentData())

    def choose(self, kind: Violation) -> None:
        """Choose a kind."""
        self._choice.setCurrentIndex(self._choice.findData(kind))

    def fault(self) -> str:
        """A class is never lowered without a paper."""
        return "" if self.document.text().strip() else self._texts.render(_NO_DOCUMENT, {})

    @Slot()
    def _tell(self) -> None:
        highest = self._texts.render(f"classification_{highest_class(self.kind)}", {})
        self._effect.setText(f"Xếp loại cao nhất còn lại: {highest}.")


_NO_DOCUMENT = "violation_without_document"
