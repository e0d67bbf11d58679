"""Thêm, sửa cá nhân, hộ gia đình."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from thidua_desktop.application.text import Texts
from thidua_desktop.domain.kinds import PERSON_KINDS, Gender, SubjectKind
from thidua_desktop.domain.units import Person, Unit
from thidua_desktop.ui.dialogs.dialog import Dialog
from thidua_desktop.ui.icons import Icons

_GENDERS = (("Chưa rõ", None), ("Nam", Gender.MALE), ("Nữ", Gender.FEMALE))
_LEADS = (("Chưa rõ", None), ("Có", True), ("Không", False))


class PersonDialog(Dialog):
    """One person's fields; only the name is needed."""

    def __init__(
        self,
        person: Person | None,
        units: Sequence[Unit],
        texts: Texts,
        icons: Icons,
        parent: QWidget | None,
    ) -> None:
        super().__init__("Sửa cá nhân" if person else "Thêm cá nhân", "Lưu", icons, parent)
        self._person = person or Person("", "")
        known = self._person
        self.name = QLineEdit(known.full_name)
        self.position = QLineEdit(known.position)
        self.birth = QLineEdit(str(known.birth_year or ""))
        kinds = [(texts.render(f"subject_{kind}", {}), kind) for kind in PERSON_KINDS]
        places = [("Không thuộc đơn vị nào", ""), *((unit.name, unit.code) for unit in units)]
        self.kind = _choice(kinds, known.subject)
        self.unit = _choice(places, known.unit)
        self.gender = _choice(_GENDERS, known.gender)
        self.leads = _choice(_LEADS, known.is_leader)
        self.add_row("Họ và tên", self.name, is_required=True)
        self.add_row("Đối tượng", self.kind)
        self.add_row("Đơn vị", self.unit)
        self.add_row("Chức vụ", self.position)
        self.add_row("Năm sinh", self.birth)
        self.add_row("Giới tính", self.gender)
        self.add_row("Giữ chức vụ lãnh đạo, quản lý", self.leads)

    def fault(self) -> str:
        """What is missing or no number."""
        if not self.name.text().strip():
            return "Cần điền họ và tên."
        if self.birth.text().strip() and not self.birth.text().strip().isdecimal():
            return "Năm sinh cần là một số, ví dụ 1985."
        return ""

    def person(self) -> Person:
        """The person as the form says it."""
        birth, gender = self.birth.text().strip(), self.gender.currentData()
        return replace(
            self._person,
            full_name=self.name.text().strip(),
            subject=SubjectKind(self.kind.currentData()),
            unit=self.unit.currentData(),
            position=self.position.text().strip(),
            birth_year=int(birth) if birth else None,
            gender=Gender(gender) if gender else None,
            is_leader=self.leads.currentData(),
        )


def _choice(options: Sequence[tuple[str, object]], chosen: object) -> QComboBox:
    box = QComboBox()
    values = [value for _, value in options]
    for text, value in options:
        box.addItem(text, value)
    box.setCurrentIndex(values.index(chosen) if chosen in values else 0)
    return box
