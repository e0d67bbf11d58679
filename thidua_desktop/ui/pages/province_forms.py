"""Biểu của tỉnh: the province's own workbook, pointed at once and filled from then on."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, Slot
from PySide6.QtWidgets import QStackedWidget

from thidua_desktop.application.grids import column_letters
from thidua_desktop.application.province_forms.area_rows import area_holding
from thidua_desktop.application.province_forms.building import BuiltForm
from thidua_desktop.application.province_forms.changing import choosing, taking, with_column
from thidua_desktop.application.province_forms.choosing import (
    area_at,
    cell_at,
    column_or_new,
    field_choices,
    is_single,
    office_codes,
    open_values,
    with_cell,
    with_constant,
)
from thidua_desktop.application.province_forms.keeping import (
    OpenedForm,
    build,
    field_words,
    open_kept_form,
    province_profiles,
)
from thidua_desktop.application.province_workbooks.profile import CONSTANT, FormProfile
from thidua_desktop.application.province_workbooks.template import Place
from thidua_desktop.domain.cycles import Cycle
from thidua_desktop.domain.reasons import Severity
from thidua_desktop.ui.models.province_grid import ProvinceGridModel, place_words
from thidua_desktop.ui.pages.page import CyclePage
from thidua_desktop.ui.pages.province_rows import ProvinceRows, rows_sentence
from thidua_desktop.ui.pages.province_view import sheet_view
from thidua_desktop.ui.pages.province_work import FORM, SHEET, ProvinceWork
from thidua_desktop.ui.state import WindowState
from thidua_desktop.ui.widgets.empty_state import EmptyState
from thidua_desktop.ui.widgets.province_panel import ProvincePanel
from thidua_desktop.ui.widgets.province_sheet import ProvinceSheet


@dataclass(frozen=True, slots=True)
class _Known:
    profiles: tuple[FormProfile, ...]
    opened: OpenedForm | None
    built: BuiltForm | None


class ProvinceFormsPage(CyclePage):
    """The sheet with what will stand in it; the panel says what the selected column takes."""

    TITLE = "Biểu của tỉnh"

    def __init__(self, state: WindowState) -> None:
        super().__init__(state)
        self.work = ProvinceWork(self)
        self.rows = ProvinceRows(self, self.work)
        self.shown = self.work.shown
        self._add_actions()
        self.model = ProvinceGridModel(self.icons, self)
        self.panel = ProvincePanel(self.icons)
        self.empty = EmptyState(self.icons)
        self.grid = ProvinceSheet(self.model)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.grid)
        self.stack.addWidget(self.empty)
        self.add_table_with_panel(self.stack, self.panel).setSizes([760, 300])
        self.grid.selectionModel().currentChanged.connect(self._select)
        self.grid.horizontalHeader().sectionClicked.connect(self._select_column)
        self.panel.field_chosen.connect(self._take_field)
        self.panel.constant_typed.connect(self._take_constant)
        self.panel.entry_chosen.connect(self._take_entry)
        self.panel.rows_wanted.connect(self._change_rows)

    def _add_actions(self) -> None:
        self.header.set_main("Ghi bản điền…", "save", self.work.fill)
        self.header.add_action("Mở biểu của tỉnh…", "folder-open", self.work.open_file)
        self.header.add_action("Lưu cách điền", "check", self.work.save)
        add = self.header.add_more
        add("Đổi tên cách điền…", "pencil", self.work.rename)
        add("Xuất cách điền cho xã khác…", "send", self.work.give)
        add("Nhận cách điền của xã khác…", "inbox", self.work.take)
        add("Bỏ cách điền này", "x", self.work.remove)
        self.filters.search.hide()
        self.body.addWidget(self.filters)
        self.filters.add_choice(FORM, "Biểu", every="")
        self.filters.add_choice(SHEET, "Trang", every="")
        self.filters.changed.connect(self._choose)

    # ---- Show

    def show_without_cycle(self) -> None:
        """A form is filled for a cycle."""
        self.empty.say(
            "calendar",
            "Chưa mở kỳ nào",
            "Mở kỳ trước; biểu của tỉnh được điền theo số liệu của kỳ.",
            ("Đến trang Kỳ", lambda: self.go_to("cycles")),
        )
        self.stack.setCurrentWidget(self.empty)

    def refresh_cycle(self, cycle: Cycle) -> None:
        """Read the kept profiles, and fill the shown one anew."""
        desk, texts, opened = self.desk, self.texts, self.shown.opened
        wanted = self.filters.chosen(FORM)

        def read() -> _Known:
            profiles = province_profiles(desk)
            shown = opened
            if shown is None and profiles:
                chosen = next((one for one in profiles if one.name == wanted), profiles[0])
                shown = open_kept_form(desk, chosen)
            built = build(desk, texts, cycle.id, shown) if shown else None
            return _Known(profiles, shown, built)

        self.ask(read, self._show)

    def _show(self, known: _Known) -> None:
        self.shown.profiles = known.profiles
        self.shown.opened, self.shown.built = known.opened, known.built
        names = [profile.name for profile in known.profiles]
        if self.shown.opened is not None and self.shown.is_new:
            names = [
                self.shown.opened.profile.name,
                *(n for n in names if n != self.shown.opened.profile.name),
            ]
        self.filters.set_choices(FORM, [(name, name) for name in names])
        if self.shown.opened is not None:
            self.filters.choose(FORM, self.shown.opened.profile.name)
        self._show_sheets()
        self._show_form()

    def _show_sheets(self) -> None:
        sheets = self.shown.opened.template.sheets if self.shown.opened else ()
        visible = [sheet.title for sheet in sheets if sheet.grid.visible]
        self.filters.set_choices(SHEET, [(title, title) for title in visible])
        filled = (
            [area.sheet for area in self.shown.opened.profile.areas] if self.shown.opened else []
        )
        if filled and self.filters.chosen(SHEET) not in filled and self.shown.place is None:
            self.filters.choose(SHEET, filled[0])

    def _show_form(self) -> None:
        if self.shown.opened is None or self.shown.built is None:
            self._show_empty()
            return
        self.stack.setCurrentWidget(self.grid)
        title = self.filters.chosen(SHEET)
        at = self.grid.currentIndex()
        self.model.show(sheet_view(self.shown.built, title, self.texts))
        self.grid.setCurrentIndex(self.model.index(at.row(), at.column()))
        rows = sum(len(area.rows) for area in self.shown.built.areas)
        doubts = sum(issue.severity is not Severity.NOTE for issue in self.shown.built.issues)
        kept = "chưa lưu cách điền" if self.shown.is_new else "đã lưu cách điền"
        told = f", {doubts} điều cần xem" if doubts else ""
        self.header.set_subtitle(f"{self.shown.opened.template.name}: {rows} dòng{told}; {kept}.")
        self._show_panel()

    def _show_empty(self) -> None:
        self.model.show(sheet_view(None, "", self.texts))
        self.panel.show_nothing()
        self.header.set_subtitle("")
        self.empty.say(
            "table",
            "Chưa có biểu nào của tỉnh",
            "Mở tệp Excel mà tỉnh yêu cầu điền. Chương trình đề xuất cột nào lấy số liệu nào; "
            "sửa lại nếu cần, rồi lưu để các kỳ sau chỉ việc ghi.",
            ("Mở biểu của tỉnh…", self.work.open_file),
        )
        self.stack.setCurrentWidget(self.empty)

    def _doubts(self) -> list[str]:
        """What is to be looked at before the form is written, in words."""
        built = self.shown.built
        issues = built.issues if built else ()
        return [self.work.sentence(one) for one in issues if one.severity is not Severity.NOTE]

    def _show_panel(self) -> None:
        if self.shown.place is None or self.shown.opened is None or self.shown.built is None:
            self.panel.show_nothing(self._doubts())
            return
        profile, title = self.shown.opened.profile, self.filters.chosen(SHEET)
        held = area_holding(profile, title, self.shown.place)
        self.panel.show_rows(
            rows_sentence(profile.areas[held], self.texts) if held is not None else ""
        )
        if is_single(profile, title, self.shown.place):
            self._show_cell(profile, title, self.shown.place)
            return
        number = area_at(profile, title, self.shown.place)
        if number is None:
            self.panel.show_nothing()
            return
        column = column_or_new(profile.areas[number], self.shown.place[1])
        words = self.texts.render(f"province_column_{column.state.value}", {})
        needed = " Cột bắt buộc." if column.is_required else ""
        heading = column.title or f"Cột {column_letters(column.column)}"
        state = f"Cột {column_letters(column.column)}: {words.lower()}.{needed}"
        chosen = column.field if column.is_filled else ""
        self.panel.show_choices(heading, state, field_choices(self.texts), chosen)
        self.panel.show_constant(column.constant if chosen == CONSTANT else None)
        self.panel.show_entries(open_values(self.shown.built, number, column))

    def _show_cell(self, profile: FormProfile, title: str, place: Place) -> None:
        cell = cell_at(profile, title, place)
        names = [(code, field_words(code, self.texts)) for code in office_codes()]
        words = cell.before.strip(" :") if cell else ""
        state = f"Riêng {place_words(place)}: lấy một số liệu chung của xã, phường."
        self.panel.show_choices(words, state, names, cell.field if cell else "")
        is_constant = cell is not None and cell.field == CONSTANT
        self.panel.show_constant(cell.constant if cell and is_constant else None)
        self.panel.show_entries(())

    # ---- Choose

    @Slot()
    def _choose(self) -> None:
        wanted = self.filters.chosen(FORM)
        if self.shown.opened is not None and wanted != self.shown.opened.profile.name:
            self.shown.opened, self.shown.is_new, self.shown.place = None, False, None
            self.refresh()
            return
        self._show_form()

    @Slot(QModelIndex, QModelIndex)
    def _select(self, current: QModelIndex, _previous: QModelIndex) -> None:
        row = self.model.workbook_row(current.row())
        self.shown.place = (row, current.column()) if current.isValid() else None
        self._show_panel()

    @Slot(int)
    def _select_column(self, column: int) -> None:
        first = self.model.view.first_row
        self.grid.setCurrentIndex(self.model.index(first, column))

    @Slot()
    def _change_rows(self) -> None:
        self.rows.change(self.filters.chosen(SHEET))

    @Slot(str)
    def _take_field(self, field: str) -> None:
        if self.shown.opened is None or self.shown.place is None:
            return
        profile, title = self.shown.opened.profile, self.filters.chosen(SHEET)
        if is_single(profile, title, self.shown.place):
            self.work.change(with_cell(profile, title, self.shown.place, field))
            return
        number = area_at(profile, title, self.shown.place)
        if number is not None:
            column = column_or_new(profile.areas[number], self.shown.place[1])
            self.work.change(with_column(profile, number, taking(column, field)))

    @Slot(str)
    def _take_constant(self, words: str) -> None:
        if self.shown.opened is None or self.shown.place is None:
            return
        profile, title = self.shown.opened.profile, self.filters.chosen(SHEET)
        if is_single(profile, title, self.shown.place):
            self.work.change(with_cell(profile, title, self.shown.place, CONSTANT, words))
            return
        number = area_at(profile, title, self.shown.place)
        if number is not None:
            column = column_or_new(profile.areas[number], self.shown.place[1])
            self.work.change(with_constant(profile, number, column, words))

    @Slot(str, str)
    def _take_entry(self, ours: str, theirs: str) -> None:
        if self.shown.opened is None or self.shown.place is None:
            return
        profile = self.shown.opened.profile
        number = area_at(profile, self.filters.chosen(SHEET), self.shown.place)
        if number is not None:
            column = column_or_new(profile.areas[number], self.shown.place[1])
            self.work.change(with_column(profile, number, choosing(column, ours, theirs)))

    def save(self) -> None:
        """Ctrl+S: keep the profile with its workbook."""
        self.work.save()

    def print_page(self) -> None:
        """Ctrl+P: the paper of this page is the filled copy."""
        self.work.fill()
