"""A page of several registers (sổ): one is shown at a time, behind tabs, beside one panel."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from thidua_desktop.ui.models.columns import Column
from thidua_desktop.ui.models.table_model import RecordTableModel
from thidua_desktop.ui.pages.page import Page
from thidua_desktop.ui.state import WindowState
from thidua_desktop.ui.theme import Tone
from thidua_desktop.ui.widgets.record_table import RecordTable
from thidua_desktop.ui.widgets.tab_line import tab_line


@dataclass(frozen=True, slots=True)
class Register:
    """One register of the page.

    Attributes:
        tab: its name on the tab.
        deed: the words of the main button while it is shown.
        words: what its records are called, after a number.
        key: what tells a record from the others.
        ask_new: asks for a new record.
        nothing: what an empty register says.
        hint: what it is for, or what to do next.
    """

    tab: str
    deed: str
    words: str
    columns: list[Column[Any]]
    key: Callable[[Any], object]
    ask_new: Callable[[], None]
    nothing: str
    hint: str


class RegistersPage(Page):
    """The tabs, the search and the tables; a subclass gives registers, panel and deeds."""

    def __init__(self, state: WindowState) -> None:
        super().__init__(state)
        self._registers = self.registers()
        self.header.set_main(self._registers[0].deed, "plus", self.add_new)
        self.tabs = tab_line("registerTabs", "Sổ", *(one.tab for one in self._registers))
        self.body.addWidget(self.tabs)
        self.add_filters("Tìm trong sổ")
        self.tables = tuple(self._table(one) for one in self._registers)
        self._lists = QStackedWidget()
        for table in self.tables:
            self._lists.addWidget(table)
        self.add_table_with_panel(self._lists, self.made_panel())
        self.tabs.currentChanged.connect(self._switch)
        self.filters.changed.connect(self._filter)

    def registers(self) -> tuple[Register, ...]:
        """The registers, in the order of their tabs."""
        raise NotImplementedError

    def made_panel(self) -> QWidget:
        """The panel that tells about the chosen record."""
        raise NotImplementedError

    def show_record(self, record: Any) -> None:
        """Tell about a record, or about none."""
        raise NotImplementedError

    def _table(self, register: Register) -> RecordTable:
        model: RecordTableModel[Any] = RecordTableModel(register.columns, self.icons, self)
        table = RecordTable(model, self.icons, register.words, key=register.key)
        table.empty.say("clipboard-list", register.nothing, register.hint)
        table.selected.connect(self._show_chosen)
        return table

    @property
    def table(self) -> RecordTable:
        """The register that is shown."""
        return self.tables[self.tabs.currentIndex()]

    @Slot()
    def add_new(self) -> None:
        """Ask for a record of the register that is shown."""
        self._registers[self.tabs.currentIndex()].ask_new()

    def show_records(self, *records: tuple[Any, ...]) -> None:
        """Fill the registers, in their order."""
        for table, shown in zip(self.tables, records, strict=True):
            table.model.set_records(shown)
        self._filter()
        self._switch(self.tabs.currentIndex())

    @Slot(int)
    def _switch(self, tab: int) -> None:
        self._lists.setCurrentIndex(tab)
        self.header.rename_main(self._registers[tab].deed)
        if self.table.current is None:
            self.table.select_first()
        self.show_record(self.table.current)

    @Slot(object)
    def _show_chosen(self, record: Any) -> None:
        self.show_record(record)

    @Slot()
    def _filter(self) -> None:
        for table in self.tables:
            table.model.set_filter(self.filters.text)

    def take_out(self, work: Callable[[], None]) -> None:
        """Take out a record that was written by mistake; it can be undone."""
        self.do(
            lambda _progress: work(),
            lambda _nothing: self.tell(Tone.GOOD, "Đã xóa dòng ghi nhầm."),
        )
