"""What is done with a province's form: open, keep, fill, pass on."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QInputDialog

from thidua_desktop.application.naming import file_stem
from thidua_desktop.application.province_forms.building import BuiltForm
from thidua_desktop.application.province_forms.keeping import (
    FilledCopy,
    OpenedForm,
    change_profile,
    fill_form,
    give_away,
    open_new_form,
    remove_profile,
    save_new_profile,
    take_over,
    worded,
)
from thidua_desktop.application.province_workbooks.profile import FormProfile
from thidua_desktop.application.province_workbooks.template import Place
from thidua_desktop.domain.reasons import Issue, Severity
from thidua_desktop.ui.theme import Tone

if TYPE_CHECKING:
    from thidua_desktop.ui.pages.page import CyclePage

FORM, SHEET = "form", "sheet"
"""The two choices of the filter line."""

_WORKBOOKS = "Biểu Excel của tỉnh (*.xlsx *.xlsm)"
_EXCHANGE = "Cách điền biểu của tỉnh (*.zip)"


@dataclass(slots=True)
class ShownForm:
    """What the page shows.

    Attributes:
        place: the selected cell.
        is_new: whether its profile differs from what is kept.
    """

    profiles: tuple[FormProfile, ...] = ()
    opened: OpenedForm | None = None
    built: BuiltForm | None = None
    is_new: bool = False
    place: Place | None = None


class ProvinceWork:
    """The deeds of the page's buttons."""

    def __init__(self, page: CyclePage) -> None:
        self._page = page
        self.shown = ShownForm()

    def change(self, profile: FormProfile) -> None:
        """Take a changed profile; a kept one is kept anew with its next save."""
        if self.shown.opened is not None:
            self.shown.opened = replace(self.shown.opened, profile=profile)
            self.shown.is_new = True
            self._page.refresh()

    def open_file(self) -> None:
        """Open a workbook of the province."""
        files = self._page.choose_files("Mở biểu của tỉnh", _WORKBOOKS)
        if not files:
            return
        desk, path = self._page.desk, files[0]

        def show(opened: OpenedForm) -> None:
            self.shown.opened, self.shown.is_new, self.shown.place = opened, True, None
            notes = (*opened.template.losses, *opened.template.notes)
            found = sum(c.is_filled for area in opened.profile.areas for c in area.columns)
            known = f" theo cách điền «{opened.known_as}»" if opened.known_as else ""
            self._page.tell(
                Tone.GOOD if found else Tone.WARNING,
                f"Đã ghép được {found} cột{known}. Xem lại từng cột, rồi lưu cách điền."
                if found
                else "Chưa nhận ra bảng nào. Chọn ô hoặc cột trong biểu để ghép.",
                details=[self._page.texts.issue(issue) for issue in notes],
            )
            self._page.refresh()

        work = partial(open_new_form, desk, path)
        self._page.do(lambda _progress: work(), show, what="Đang mở biểu", changes=False)

    def save(self) -> None:
        """Keep the profile with its workbook."""
        if self.shown.opened is None:
            return
        desk, opened = self._page.desk, self.shown.opened
        is_kept = any(one.name == opened.profile.name for one in self.shown.profiles)

        def keep() -> FormProfile:
            if opened.profile.file and is_kept:
                change_profile(desk, opened.profile)
                return opened.profile
            return save_new_profile(desk, opened, replaces=is_kept)

        def tell(saved: FormProfile) -> None:
            self.shown.opened, self.shown.is_new = None, False
            self._page.filters.set_choices(FORM, [(saved.name, saved.name)])
            self._page.tell(Tone.GOOD, f"Đã lưu cách điền «{saved.name}» cùng tệp của tỉnh.")

        self._page.do(lambda _progress: keep(), tell)

    def fill(self) -> None:
        """Write a filled copy."""
        if self.shown.opened is None or self._page.cycle is None:
            return
        desk, texts, opened, cycle = (
            self._page.desk,
            self._page.texts,
            self.shown.opened,
            self._page.cycle,
        )
        name = f"{file_stem(opened.profile.name, cycle.id)}{opened.template.suffix}"
        kinds = f"Excel (*{opened.template.suffix})"
        path = self._page.choose_new_file("Ghi bản điền biểu của tỉnh", name, kinds)
        if path is None:
            return

        def tell(filled: FilledCopy) -> None:
            issues = worded(filled.built.issues, texts)
            doubts = [issue for issue in issues if issue.severity is not Severity.NOTE]
            self._page.tell(
                Tone.WARNING if doubts else Tone.GOOD,
                f"Đã điền {filled.rows} dòng vào {path.name}; mọi phần khác được giữ nguyên.",
                details=[self.sentence(issue) for issue in doubts or issues],
                action=self._page.open_file_action(path, "Mở tệp"),
            )

        work = partial(fill_form, desk, texts, cycle.id, opened, path)
        self._page.do(lambda _progress: work(), tell, what="Đang điền biểu", changes=False)

    def sentence(self, issue: Issue) -> str:
        """An issue with its place."""
        place = self._page.texts.place(issue)
        sentence = self._page.texts.issue(issue)
        return f"{place}: {sentence}" if place else sentence

    def rename(self) -> None:
        """Give the profile another name; it is kept with the next save."""
        if self.shown.opened is None:
            return
        name = self.ask_name(self.shown.opened.profile.name)
        if name:
            self.change(replace(self.shown.opened.profile, name=name))

    def ask_name(self, name: str) -> str:
        """Ask for a name; apart, so that tests can stand in for a person."""
        typed, is_given = QInputDialog.getText(self._page, "Đổi tên cách điền", "Tên:", text=name)
        return typed.strip() if is_given else ""

    def give(self) -> None:
        """Write the kept profile with its workbook for another commune."""
        if self.shown.opened is None or self.shown.is_new:
            self._page.tell(Tone.WARNING, "Lưu cách điền trước, rồi xuất cho xã khác.")
            return
        desk, name = self._page.desk, self.shown.opened.profile.name
        path = self._page.choose_new_file("Xuất cách điền", f"{file_stem(name)}.zip", _EXCHANGE)
        if path is not None:
            self._page.do(
                lambda _progress: give_away(desk, name, path),
                lambda _nothing: self._page.tell(
                    Tone.GOOD, f"Đã ghi {path.name}, gồm cả tệp của tỉnh."
                ),
                changes=False,
            )

    def take(self) -> None:
        """Take over a profile of another commune."""
        files = self._page.choose_files("Nhận cách điền", _EXCHANGE)
        if not files:
            return
        desk, path = self._page.desk, files[0]

        def work() -> FormProfile:
            with tempfile.TemporaryDirectory() as folder:
                return take_over(desk, path, Path(folder))

        def tell(saved: FormProfile) -> None:
            self.shown.opened, self.shown.is_new = None, False
            self._page.tell(Tone.GOOD, f"Đã nhận cách điền «{saved.name}».")

        self._page.do(lambda _progress: work(), tell)

    def remove(self) -> None:
        """Forget the kept profile; the journal can bring it back."""
        if self.shown.opened is None:
            return
        desk, name = self._page.desk, self.shown.opened.profile.name
        was_kept = any(one.name == name for one in self.shown.profiles)
        self.shown.opened, self.shown.is_new, self.shown.place = None, False, None
        if was_kept:
            self._page.do(
                lambda _progress: remove_profile(desk, name),
                lambda _nothing: self._page.tell(Tone.GOOD, f"Đã bỏ cách điền «{name}»."),
            )
        else:
            self._page.refresh()
