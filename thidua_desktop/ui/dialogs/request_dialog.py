"""Kiến nghị, vướng mắc: what was done about one unit's requests."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QComboBox, QWidget

from thidua_desktop.application.collecting.unit_requests import UnitRequest
from thidua_desktop.domain.unit_requests import RequestStatus
from thidua_desktop.ui.dialogs.dialog import Dialog
from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.widgets.labels import named, selectable
from thidua_desktop.ui.widgets.text_fields import TextBox

_HEIGHT = 110


class RequestDialog(Dialog):
    """What is asked above, the status and the answer below."""

    def __init__(
        self,
        request: UnitRequest,
        words: Mapping[RequestStatus, str],
        icons: Icons,
        parent: QWidget | None,
    ) -> None:
        super().__init__("Kết quả xử lý kiến nghị", "Ghi", icons, parent)
        self.form.addRow(selectable(request.unit_name, "panelTitle"))
        self.form.addRow(selectable(request.text))
        self._status = QComboBox()
        named(self._status, "requestStatus", "Tình trạng")
        for status, word in words.items():
            self._status.addItem(word, status)
        is_open = request.status is RequestStatus.OPEN
        shown = RequestStatus.ANSWERED if is_open else request.status
        self._status.setCurrentIndex(self._status.findData(shown))
        self.answer = TextBox("requestAnswer", _HEIGHT, request.answer)
        self.add_row("Tình trạng", self._status)
        self.add_row("Nội dung trả lời", self.answer)
        self.add_hint("Nếu đã chuyển: ghi chuyển đến cơ quan nào, số văn bản, ngày chuyển.")

    @property
    def status(self) -> RequestStatus:
        """The chosen status."""
        return RequestStatus(self._status.currentData())

    def choose(self, status: RequestStatus) -> None:
        """Choose a status."""
        self._status.setCurrentIndex(self._status.findData(status))

    def fault(self) -> str:
        """An answer is needed wherever something was done."""
        if self.status is not RequestStatus.OPEN and not self.answer.words():
            return "Hãy ghi nội dung trả lời, hoặc nơi đã chuyển kiến nghị."
        return ""
