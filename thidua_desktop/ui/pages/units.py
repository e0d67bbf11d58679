"""Đơn vị, cá nhân: the two registers, by hand and from Excel lists."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget

from thidua_desktop.application.enrolling.list_workbooks import ListKind
from thidua_desktop.application.enrolling.registers import (
    add_person,
    add_unit,
    change_person,
    change_unit,
    list_groups,
    list_people,
    list_units,
)
from thidua_desktop.application.enrolling.unit_changes import unit_events
from thidua_desktop.domain.units import Person, Unit
from thidua_desktop.ui.dialogs.person_dialog import PersonDialog
from thidua_desktop.ui.dialogs.unit_dialog import UnitDialog
from thidua_desktop.ui.models.table_model import RecordTableModel
from thidua_desktop.ui.pages.import_wizard import ImportWizard
from thidua_desktop.ui.pages.page import Page
from thidua_desktop.ui.pages.unit_changing import UnitChanging
from thidua_desktop.ui.pages.unit_columns import Registers, person_columns, unit_columns
from thidua_desktop.ui.state import WindowState
from thidua_desktop.ui.theme import Tone
from thidua_desktop.ui.widgets.record_table import RecordTable
from thidua_desktop.ui.widgets.register_panel import RegisterPanel
from thidua_desktop.ui.widgets.tab_line import tab_line

UNITS, PEOPLE = 0, 1


class UnitsPage(Page):
    """Two lists under two tabs; the panel tells about the selected line."""

    TITLE = "Đơn vị, cá nhân"

    def __init__(self, state: WindowState) -> None:
        super().__init__(state)
        self.header.set_main("Thêm đơn vị", "plus", self.add_new)
        self.header.add_action("Sửa", "pencil", self.edit)
        self.header.add_action("Nhập từ Excel…", "upload", self.import_list)
        self._offer_changes()
        self._known = Registers((), (), ())
        self.tabs = tab_line("registerTabs", "Danh sách", "Đơn vị", "Cá nhân, hộ gia đình")
        self.body.addWidget(self.tabs)
        filters = self.add_filters("Tìm đơn vị, cá nhân")
        filters.add_choice("group", "Nhóm", "Tất cả nhóm")
        self.units = register_table(unit_columns(lambda: self._known), self, "đơn vị")
        self.people = register_table(person_columns(lambda: self._known), self, "người")
        self.lists = QStackedWidget()
        self.lists.addWidget(self.units)
        self.lists.addWidget(self.people)
        self.panel = RegisterPanel(self.icons, self.texts)
        self.add_table_with_panel(self.lists, self.panel)
        self._connect()

    def _connect(self) -> None:
        self.filters.changed.connect(self._filter)
        self.tabs.currentChanged.connect(self._switch)
        self.state.list_dropped.connect(self.take_dropped)
        for table in (self.units, self.people):
            table.selected.connect(self._show_record)
            table.opened.connect(self.edit)

    # ---- Show

    def refresh(self) -> None:
        """Read both registers."""
        desk = self.desk
        self.ask(
            lambda: Registers(
                list_units(desk), list_people(desk), list_groups(desk), unit_events(desk)
            ),
            self._show,
        )

    def _show(self, known: Registers) -> None:
        self._known = known
        self.panel.set_registers(known.units, known.people, known.groups)
        self.panel.set_events(known.events)
        self.filters.set_choices("group", [(group.code, group.name) for group in known.groups])
        for table, noun in ((self.units, "đơn vị"), (self.people, "người")):
            table.empty.say(
                "building" if table is self.units else "users",
                f"Chưa có {noun} nào",
                "Nhập danh sách đang có bằng Excel: chương trình tự nhận các cột, "
                "báo từng ô còn sai trước khi lưu.",
                ("Nhập từ Excel…", self.import_list),
            )
        ended = [unit for unit in known.units if unit.valid_to]
        living = [unit for unit in known.units if not unit.valid_to]
        self.units.model.set_records([*living, *ended])
        self.people.model.set_records(known.people)
        self.header.set_subtitle(
            f"{len(living)} đơn vị trong {len({unit.group for unit in living})} nhóm, "
            f"{len(known.people)} cá nhân và hộ gia đình"
            + (f"; {len(ended)} đơn vị không còn" if ended else "")
        )
        self._filter()
        self.table.select_first()

    @property
    def table(self) -> RecordTable:
        """The list of the chosen tab."""
        return self.units if self.tabs.currentIndex() == UNITS else self.people

    @Slot(int)
    def _switch(self, tab: int) -> None:
        self.lists.setCurrentIndex(tab)
        self.header.rename_main("Thêm đơn vị" if tab == UNITS else "Thêm cá nhân")
        self.table.select_first()
        self._show_record(self.table.current)

    @Slot()
    def _filter(self) -> None:
        group = self.filters.chosen("group")
        in_group = {unit.code for unit in self._known.units if unit.group == group}
        text = self.filters.text
        self.units.model.set_filter(text, (lambda u: u.group == group) if group else None)
        self.people.model.set_filter(text, (lambda p: p.unit in in_group) if group else None)

    @Slot(object)
    def _show_record(self, record: Unit | Person | None) -> None:
        self.panel.show_record(record)

    # ---- Change

    def _offer_changes(self) -> None:
        changing = UnitChanging(self)
        for words, icon, change in (
            ("Đổi tên từ ngày…", "pencil", changing.rename),
            ("Tách đơn vị…", "copy", changing.split),
            ("Giải thể…", "x", changing.end),
        ):
            self.header.add_more(words, icon, partial(self._with_unit, change))
        self.header.add_more(
            "Sáp nhập…",
            "users",
            lambda: changing.merge(
                [unit for unit in self._known.units if unit.valid_to is None],
                [unit for unit in self.units.chosen if unit.valid_to is None],
            ),
        )

    def _with_unit(self, change: Callable[[Unit], None]) -> None:
        record = self.table.current
        if isinstance(record, Unit):
            change(record)
        else:
            self.tell(Tone.INFO, "Hãy chọn một đơn vị trong danh sách trước.")

    def add_new(self) -> None:
        """Add a unit or a person, by the tab."""
        if self.tabs.currentIndex() == UNITS:
            self._ask_unit(None)
        else:
            self._ask_person(None)

    @Slot()
    def edit(self) -> None:
        """Edit the selected line (F2, double click)."""
        record = self.table.current
        if isinstance(record, Unit):
            self._ask_unit(record)
        elif isinstance(record, Person):
            self._ask_person(record)

    def _ask_unit(self, unit: Unit | None) -> None:
        desk = self.desk
        dialog = UnitDialog(unit, self._known.groups, self.icons, self)
        self.do_as_filled(
            dialog,
            dialog.unit,
            lambda draft: change_unit(desk, draft) if unit else add_unit(desk, draft),
            lambda _nothing: self._tell_saved(dialog.unit().name),
        )

    def _ask_person(self, person: Person | None) -> None:
        desk = self.desk
        dialog = PersonDialog(person, self._units_for(person), self.texts, self.icons, self)
        self.do_as_filled(
            dialog,
            dialog.person,
            lambda draft: change_person(desk, draft) if person else add_person(desk, draft),
            lambda _nothing: self._tell_saved(dialog.person().full_name),
        )

    def _units_for(self, person: Person | None) -> list[Unit]:
        """The units that are there now, and the one that the person stands in already."""
        own = person.unit if person else ""
        return [unit for unit in self._known.units if not unit.valid_to or unit.code == own]

    def _tell_saved(self, name: str) -> None:
        self.tell(Tone.GOOD, f"Đã lưu «{name}».")

    # ---- Import

    def import_list(self) -> None:
        """Four steps: a blank list, the file, the check, the result."""
        self._wizard().exec()

    @Slot(object, bool)
    def take_dropped(self, path: Path, is_people: bool) -> None:  # noqa: FBT001  a slot
        """Judge a list that was dropped among other files."""
        self.tabs.setCurrentIndex(PEOPLE if is_people else UNITS)
        wizard = self._wizard()
        wizard.read(path)
        wizard.exec()

    def _wizard(self) -> ImportWizard:
        if self.tabs.currentIndex() == UNITS:
            return ImportWizard(self, ListKind.UNITS, self._known.group_name)
        return ImportWizard(self, ListKind.PEOPLE, self._known.unit_name)


def register_table(columns: Any, page: Page, noun: str) -> RecordTable:
    """The table of one register."""
    model: RecordTableModel[Any] = RecordTableModel(columns, page.icons, page)
    return RecordTable(model, page.icons, noun, key=lambda record: record.code)
