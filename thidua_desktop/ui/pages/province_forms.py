"""Biểu của tỉnh: the province's own workbook, pointed at once and filled from then on."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, Slot
from PySide6.QtWidgets import QInputDialog, QStackedWidget

from thidua_desktop.application.grids import column_letters
from thidua_desktop.application.naming import file_stem
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
    FilledCopy,
    OpenedForm,
    build,
    change_profile,
    field_words,
    fill_form,
    give_away,
    open_kept_form,
    open_new_form,
    province_profiles,
    remove_profile,
    save_new_profile,
    take_over,
    worded,
)
from thidua_desktop.application.province_workbooks.profile import CONSTANT, FormProfile
from thidua_desktop.application.province_workbooks.template import Place
from thidua_desktop.domain.cycles import Cycle
from thidua_desktop.domain.reasons import Issue, Severity
from thidua_desktop.ui.models.province_grid import ProvinceGridModel, place_words
from thidua_desktop.ui.pages.page import CyclePage
from thidua_desktop.ui.pages.province_view import sheet_view
from thidua_desktop.ui.state import WindowState
from thidua_desktop.ui.theme import Tone
from thidua_desktop.ui.widgets.empty_state import EmptyState
from thidua_desktop.ui.widgets.province_panel import ProvincePanel
from thidua_desktop.ui.widgets.province_sheet import ProvinceSheet

FORM, SHEET = "form", "sheet"
_WORKBOOKS = "Biểu Excel của tỉnh (*.xlsx *.xlsm)"
_EXCHANGE = "Cách điền biểu của tỉnh (*.zip)"


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
        self._profiles: tuple[FormProfile, ...] = ()
        self.opened: OpenedForm | None = None
        self.built: BuiltForm | None = None
        self._is_new = False
        self._place: Place | None = None
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

    def _add_actions(self) -> None:
        self.header.set_main("Ghi bản điền…", "save", self.fill)
        self.header.add_action("Mở biểu của tỉnh…", "folder-open", self.open_file)
        self.header.add_action("Lưu cách điền", "check", self.save)
        add = self.header.add_more
        add("Đổi tên cách điền…", "pencil", self.rename)
        add("Xuất cách điền cho xã khác…", "send", self.give)
        add("Nhận cách điền của xã khác…", "inbox", self.take)
        add("Bỏ cách điền này", "x", self.remove)
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
        desk, texts, opened = self.desk, self.texts, self.opened
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
        self._profiles, self.opened, self.built = known.profiles, known.opened, known.built
        names = [profile.name for profile in known.profiles]
        if self.opened is not None and self._is_new:
            names = [self.opened.profile.name, *(n for n in names if n != self.opened.profile.name)]
        self.filters.set_choices(FORM, [(name, name) for name in names])
        if self.opened is not None:
            self.filters.choose(FORM, self.opened.profile.name)
        self._show_sheets()
        self._show_form()

    def _show_sheets(self) -> None:
        sheets = self.opened.template.sheets if self.opened else ()
        visible = [sheet.title for sheet in sheets if sheet.grid.visible]
        self.filters.set_choices(SHEET, [(title, title) for title in visible])
        filled = [area.sheet for area in self.opened.profile.areas] if self.opened else []
        if filled and self.filters.chosen(SHEET) not in filled and self._place is None:
            self.filters.choose(SHEET, filled[0])

    def _show_form(self) -> None:
        if self.opened is None or self.built is None:
            self._show_empty()
            return
        self.stack.setCurrentWidget(self.grid)
        title = self.filters.chosen(SHEET)
        at = self.grid.currentIndex()
        self.model.show(sheet_view(self.built, title, self.texts))
        self.grid.setCurrentIndex(self.model.index(at.row(), at.column()))
        rows = sum(len(area.rows) for area in self.built.areas)
        doubts = sum(issue.severity is not Severity.NOTE for issue in self.built.issues)
        kept = "chưa lưu cách điền" if self._is_new else "đã lưu cách điền"
        told = f", {doubts} điều cần xem" if doubts else ""
        self.header.set_subtitle(f"{self.opened.template.name}: {rows} dòng{told}; {kept}.")
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
            ("Mở biểu của tỉnh…", self.open_file),
        )
        self.stack.setCurrentWidget(self.empty)

    def _show_panel(self) -> None:
        if self._place is None or self.opened is None or self.built is None:
            self.panel.show_nothing()
            return
        profile, title = self.opened.profile, self.filters.chosen(SHEET)
        if is_single(profile, title, self._place):
            self._show_cell(profile, title, self._place)
            return
        number = area_at(profile, title, self._place)
        if number is None:
            self.panel.show_nothing()
            return
        column = column_or_new(profile.areas[number], self._place[1])
        words = self.texts.render(f"province_column_{column.state.value}", {})
        needed = " Cột bắt buộc." if column.is_required else ""
        heading = column.title or f"Cột {column_letters(column.column)}"
        state = f"Cột {column_letters(column.column)}: {words.lower()}.{needed}"
        chosen = column.field if column.is_filled else ""
        self.panel.show_choices(heading, state, field_choices(self.texts), chosen)
        self.panel.show_constant(column.constant if chosen == CONSTANT else None)
        self.panel.show_entries(open_values(self.built, number, column))

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
        if self.opened is not None and wanted != self.opened.profile.name:
            self.opened, self._is_new, self._place = None, False, None
            self.refresh()
            return
        self._show_form()

    @Slot(QModelIndex, QModelIndex)
    def _select(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self._place = (current.row(), current.column()) if current.isValid() else None
        self._show_panel()

    @Slot(int)
    def _select_column(self, column: int) -> None:
        first = self.model.view.first_row
        self.grid.setCurrentIndex(self.model.index(first, column))

    @Slot(str)
    def _take_field(self, field: str) -> None:
        if self.opened is None or self._place is None:
            return
        profile, title = self.opened.profile, self.filters.chosen(SHEET)
        if is_single(profile, title, self._place):
            self._change(with_cell(profile, title, self._place, field))
            return
        number = area_at(profile, title, self._place)
        if number is not None:
            column = column_or_new(profile.areas[number], self._place[1])
            self._change(with_column(profile, number, taking(column, field)))

    @Slot(str)
    def _take_constant(self, words: str) -> None:
        if self.opened is None or self._place is None:
            return
        profile, title = self.opened.profile, self.filters.chosen(SHEET)
        if is_single(profile, title, self._place):
            self._change(with_cell(profile, title, self._place, CONSTANT, words))
            return
        number = area_at(profile, title, self._place)
        if number is not None:
            column = column_or_new(profile.areas[number], self._place[1])
            self._change(with_constant(profile, number, column, words))

    @Slot(str, str)
    def _take_entry(self, ours: str, theirs: str) -> None:
        if self.opened is None or self._place is None:
            return
        profile = self.opened.profile
        number = area_at(profile, self.filters.chosen(SHEET), self._place)
        if number is not None:
            column = column_or_new(profile.areas[number], self._place[1])
            self._change(with_column(profile, number, choosing(column, ours, theirs)))

    def _change(self, profile: FormProfile) -> None:
        """Take a changed profile; a kept one is kept anew with its next save."""
        if self.opened is not None:
            self.opened = replace(self.opened, profile=profile)
            self._is_new = True
            self.refresh()

    # ---- Do

    def open_file(self) -> None:
        """Open a workbook of the province."""
        files = self.choose_files("Mở biểu của tỉnh", _WORKBOOKS)
        if not files:
            return
        desk, path = self.desk, files[0]

        def show(opened: OpenedForm) -> None:
            self.opened, self._is_new, self._place = opened, True, None
            notes = (*opened.template.losses, *opened.template.notes)
            found = sum(c.is_filled for area in opened.profile.areas for c in area.columns)
            known = f" theo cách điền «{opened.known_as}»" if opened.known_as else ""
            self.tell(
                Tone.GOOD if found else Tone.WARNING,
                f"Đã ghép được {found} cột{known}. Xem lại từng cột, rồi lưu cách điền."
                if found
                else "Chưa nhận ra bảng nào. Chọn ô hoặc cột trong biểu để ghép.",
                details=[self.texts.issue(issue) for issue in notes],
            )
            self.refresh()

        work = partial(open_new_form, desk, path)
        self.do(lambda _progress: work(), show, what="Đang mở biểu", changes=False)

    def save(self) -> None:
        """Keep the profile with its workbook."""
        if self.opened is None:
            return
        desk, opened = self.desk, self.opened
        is_kept = any(one.name == opened.profile.name for one in self._profiles)

        def keep() -> FormProfile:
            if opened.profile.file and is_kept:
                change_profile(desk, opened.profile)
                return opened.profile
            return save_new_profile(desk, opened, replaces=is_kept)

        def tell(saved: FormProfile) -> None:
            self.opened, self._is_new = None, False
            self.filters.set_choices(FORM, [(saved.name, saved.name)])
            self.tell(Tone.GOOD, f"Đã lưu cách điền «{saved.name}» cùng tệp của tỉnh.")

        self.do(lambda _progress: keep(), tell)

    def fill(self) -> None:
        """Write a filled copy."""
        if self.opened is None or self.cycle is None:
            return
        desk, texts, opened, cycle = self.desk, self.texts, self.opened, self.cycle
        name = f"{file_stem(opened.profile.name, cycle.id)}{opened.template.suffix}"
        kinds = f"Excel (*{opened.template.suffix})"
        path = self.choose_new_file("Ghi bản điền biểu của tỉnh", name, kinds)
        if path is None:
            return

        def tell(filled: FilledCopy) -> None:
            issues = worded(filled.built.issues, texts)
            doubts = [issue for issue in issues if issue.severity is not Severity.NOTE]
            self.tell(
                Tone.WARNING if doubts else Tone.GOOD,
                f"Đã điền {filled.rows} dòng vào {path.name}; mọi phần khác được giữ nguyên.",
                details=[self._sentence(issue) for issue in doubts or issues],
                action=self.open_file_action(path, "Mở tệp"),
            )

        work = partial(fill_form, desk, texts, cycle.id, opened, path)
        self.do(lambda _progress: work(), tell, what="Đang điền biểu", changes=False)

    def print_page(self) -> None:
        """Ctrl+P: the paper of this page is the filled copy."""
        self.fill()

    def _sentence(self, issue: Issue) -> str:
        place = self.texts.place(issue)
        sentence = self.texts.issue(issue)
        return f"{place}: {sentence}" if place else sentence

    def rename(self) -> None:
        """Give the profile another name; it is kept with the next save."""
        if self.opened is None:
            return
        name = self.ask_name(self.opened.profile.name)
        if name:
            self._change(replace(self.opened.profile, name=name))

    def ask_name(self, name: str) -> str:
        """Ask for a name; apart, so that tests can stand in for a person."""
        typed, is_given = QInputDialog.getText(self, "Đổi tên cách điền", "Tên:", text=name)
        return typed.strip() if is_given else ""

    def give(self) -> None:
        """Write the kept profile with its workbook for another commune."""
        if self.opened is None or self._is_new:
            self.tell(Tone.WARNING, "Lưu cách điền trước, rồi xuất cho xã khác.")
            return
        desk, name = self.desk, self.opened.profile.name
        path = self.choose_new_file("Xuất cách điền", f"{file_stem(name)}.zip", _EXCHANGE)
        if path is not None:
            self.do(
                lambda _progress: give_away(desk, name, path),
                lambda _nothing: self.tell(Tone.GOOD, f"Đã ghi {path.name}, gồm cả tệp của tỉnh."),
                changes=False,
            )

    def take(self) -> None:
        """Take over a profile of another commune."""
        files = self.choose_files("Nhận cách điền", _EXCHANGE)
        if not files:
            return
        desk, path = self.desk, files[0]

        def work() -> FormProfile:
            with tempfile.TemporaryDirectory() as folder:
                return take_over(desk, path, Path(folder))

        def tell(saved: FormProfile) -> None:
            self.opened, self._is_new = None, False
            self.tell(Tone.GOOD, f"Đã nhận cách điền «{saved.name}».")

        self.do(lambda _progress: work(), tell)

    def remove(self) -> None:
        """Forget the kept profile; the journal can bring it back."""
        if self.opened is None:
            return
        desk, name = self.desk, self.opened.profile.name
        was_kept = any(one.name == name for one in self._profiles)
        self.opened, self._is_new, self._place = None, False, None
        if was_kept:
            self.do(
                lambda _progress: remove_profile(desk, name),
                lambda _nothing: self.tell(Tone.GOOD, f"Đã bỏ cách điền «{name}»."),
            )
        else:
            self.refresh()
