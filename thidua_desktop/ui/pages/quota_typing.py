"""The plan's quota lines as they are typed: kept until they are saved."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from thidua_desktop.application.setting_up.planning import save_quotas
from thidua_desktop.domain.plan import QuotaRule
from thidua_desktop.ui.dialogs.quota_dialog import QuotaDialog
from thidua_desktop.ui.theme import Tone

if TYPE_CHECKING:
    from thidua_desktop.ui.pages.page import Page
    from thidua_desktop.ui.widgets.record_table import RecordTable


class QuotaTyping:
    """Typed over, added, dropped, saved; no refresh may lose what is not saved yet."""

    def __init__(self, page: Page, table: RecordTable, come: Callable[[], object]) -> None:
        self._page = page
        self._table = table
        self._come = come
        self._typed: tuple[QuotaRule, ...] | None = None
        self._awards: Mapping[str, str] = {}

    def show(self, quotas: Sequence[QuotaRule], awards: Mapping[str, str]) -> None:
        """The plan's lines, or what was typed over them."""
        self._awards = awards
        self._table.model.set_records(quotas if self._typed is None else self._typed)

    def take_typed(self, _edited: list[QuotaRule]) -> None:
        """Keep what stands in the table."""
        self._typed = tuple(self._table.model.everything)
        self._page.tell(Tone.INFO, "Số lượng đã sửa, chưa lưu.", action=("Lưu số lượng", self.save))

    def add(self) -> None:
        """Ask for a further line; it stands in the table until it is saved."""
        page = self._page
        dialog = QuotaDialog(list(self._awards.items()), page.texts, page.icons, page)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._put([*self._table.model.everything, dialog.rule()])

    def drop(self) -> None:
        """Take the chosen line out of the table."""
        chosen = self._table.current
        if chosen is not None:
            self._put([one for one in self._table.model.everything if one != chosen])

    def _put(self, quotas: list[QuotaRule]) -> None:
        self._come()
        self._table.model.set_records(quotas)
        self.take_typed(quotas)

    def save(self) -> None:
        """Save the lines as they stand."""
        desk, quotas = self._page.desk, tuple(self._table.model.everything)

        def settle(_nothing: None) -> None:
            self._typed = None
            self._page.tell(Tone.GOOD, "Đã lưu số lượng khen thưởng.")

        self._page.do(lambda _progress: save_quotas(desk, quotas), settle)
