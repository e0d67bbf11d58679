"""The rows of a province's table as the officer points at them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from thidua_desktop.application.province_forms.area_rows import (
    SUBJECT_CHOICES,
    RowsChoice,
    area_holding,
    rows_choice,
    with_new_area,
    with_rows,
    without_area,
)
from thidua_desktop.application.province_workbooks.profile import FormArea, RowsOf
from thidua_desktop.application.setting_up.award_forms import award_names
from thidua_desktop.application.text import Texts
from thidua_desktop.domain.errors import ThiDuaError
from thidua_desktop.ui.dialogs.province_rows_dialog import ProvinceRowsDialog, RowsWords

if TYPE_CHECKING:
    from thidua_desktop.ui.pages.page import CyclePage
    from thidua_desktop.ui.pages.province_work import ProvinceWork

_EVERYBODY = "Mọi đối tượng"


def rows_sentence(area: FormArea, texts: Texts) -> str:
    """Which rows a table has and what they are, in one line."""
    first, last = area.first_row + 1, area.last_row
    rows = f"Từ dòng {first}" if last is None else f"Dòng {first} đến {last + 1}"
    source = texts.render(f"province_rows_of_{area.rows_of.value}", {})
    whom = f", {_subjects_words(area.subjects, texts).lower()}" if area.subjects else ""
    return f"{rows}: {source[0].lower()}{source[1:]}{whom}."


class ProvinceRows:
    """Changes a table's rows, or begins a table at the selected row."""

    def __init__(self, page: CyclePage, work: ProvinceWork) -> None:
        self._page = page
        self._work = work

    def change(self, sheet: str) -> None:
        """Ask for the rows of the table at the selected cell of a sheet, and take them."""
        shown = self._work.shown
        if shown.opened is None or shown.place is None:
            return
        profile, template = shown.opened.profile, shown.opened.template
        number = area_holding(profile, sheet, shown.place)
        before = RowsChoice(shown.place[0], None)
        if number is not None:
            before = rows_choice(profile.areas[number])
        dialog = ProvinceRowsDialog(
            before, self._words(), self._page.icons, self._page, is_new=number is None
        )
        if not self.is_taken(dialog):
            return
        try:
            if number is None:
                changed = with_new_area(profile, template, sheet, dialog.chosen())
            elif dialog.is_dropped:
                changed = without_area(profile, number)
            else:
                changed = with_rows(profile, number, dialog.chosen())
        except ThiDuaError as error:
            self._page.tell_failure(error)
            return
        self._work.change(changed)

    def is_taken(self, dialog: QDialog) -> bool:
        """Ask; apart, so that tests can stand in for a person."""
        return dialog.exec() == QDialog.DialogCode.Accepted

    def _words(self) -> RowsWords:
        texts = self._page.texts
        sources = {one: texts.render(f"province_rows_of_{one.value}", {}) for one in RowsOf}
        subjects = [_subjects_words(kinds, texts) for kinds in SUBJECT_CHOICES]
        return RowsWords(sources, subjects, award_names(self._page.desk))


def _subjects_words(kinds: tuple[object, ...], texts: Texts) -> str:
    words = [texts.render(f"subject_{kind}", {}) for kind in kinds]
    return "; ".join([words[0], *(word.lower() for word in words[1:])]) if words else _EVERYBODY
