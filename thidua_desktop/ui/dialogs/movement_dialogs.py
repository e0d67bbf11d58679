"""Sổ phong trào: what is asked for one exemplar, one inspection, one activity."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QWidget

from thidua_desktop.application.movement.book import MovementBook
from thidua_desktop.application.movement.exemplars import Highlight
from thidua_desktop.application.text import Texts
from thidua_desktop.domain.movement_book import (
    Activity,
    ActivityKind,
    Exemplar,
    ExemplarKind,
    Inspection,
)
from thidua_desktop.ui.dialogs.dialog import Dialog
from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.widgets.day_edit import DayEdit, OptionalDay
from thidua_desktop.ui.widgets.labels import named
from thidua_desktop.ui.widgets.number_field import NumberField
from thidua_desktop.ui.widgets.text_fields import line_edit
from thidua_desktop.ui.widgets.who_field import WhoField

K = TypeVar("K", ExemplarKind, ActivityKind)

WIDTH = 640
_SHOWN, _TALL, _LOW = 120, 64, 44
_MOST_PEOPLE = 999_999


class ExemplarDialog(Dialog):
    """Whose it is, what it is, what came of it."""

    def __init__(
        self,
        book: MovementBook,
        shown: Exemplar | None,
        today: dt.date,
        texts: Texts,
        icons: Icons,
        parent: QWidget | None,
    ) -> None:
        super().__init__("Điển hình, mô hình, cách làm hay", "Ghi vào sổ", icons, parent)
        self.setMinimumWidth(WIDTH)
        self._id = shown.id if shown else 0
        self.who = WhoField(book.everyone)
        words = {kind: texts.render(f"exemplar_kind_{kind}", {}) for kind in ExemplarKind}
        self.kind = _choice("exemplarKind", words, shown.kind if shown else None)
        self.name = line_edit("exemplarName", shown.name if shown else "")
        self.noted = DayEdit("notedOn", shown.noted_on if shown else today)
        self.outcome = _text("result", shown.result if shown else "", _TALL)
        self.spread = line_edit("spread", shown.spread if shown else "")
        self.spread.setPlaceholderText("Đơn vị, địa bàn đã làm theo; để trống nếu chưa có")
        if shown:
            self.who.choose(shown.subject)
        self.add_row("Tập thể, cá nhân", self.who, is_required=True)
        self.add_row("Loại", self.kind, is_required=True)
        self.add_row("Tên", self.name, is_required=True)
        self.add_row("Ngày ghi nhận", self.noted, is_required=True)
        self.add_row("Kết quả", self.outcome)
        self.add_row("Nơi nhân rộng", self.spread)

    def exemplar(self) -> Exemplar:
        """What was filled in."""
        return Exemplar(
            self._id,
            ExemplarKind(self.kind.currentData()),
            self.who.someone(),
            self.name.text(),
            self.noted.day(),
            self.outcome.toPlainText(),
            self.spread.text(),
        )

    def fault(self) -> str:
        """Somebody and a name are needed."""
        if self.who.who() is None:
            return "Cần chọn đơn vị hoặc cá nhân."
        return "" if self.name.text().strip() else "Cần ghi tên điển hình, mô hình, cách làm."


class HighlightDialog(Dialog):
    """Which of the units' own words goes into the book."""

    def __init__(
        self, highlights: Sequence[Highlight], icons: Icons, parent: QWidget | None
    ) -> None:
        super().__init__("Mô hình, cách làm hay nêu trong phiếu", "Chọn", icons, parent)
        self.setMinimumWidth(WIDTH)
        self.choice = QComboBox()
        named(self.choice, "highlight", "Đơn vị")
        for one in highlights:
            kept = " (đã ghi vào sổ)" if one.is_kept else ""
            self.choice.addItem(f"{one.unit_name}{kept}", one)
        self.told = _text("told", "", _SHOWN)
        self.told.setReadOnly(True)
        self.add_row("Đơn vị", self.choice)
        self.add_row("Đơn vị nêu", self.told)
        self.choice.currentIndexChanged.connect(self._show)
        self._show()

    @Slot()
    def _show(self) -> None:
        self.told.setPlainText(self.highlight().text)

    def highlight(self) -> Highlight:
        """What was chosen."""
        chosen: Highlight = self.choice.currentData()
        return chosen


class InspectionDialog(Dialog):
    """Which unit is visited, when and by whom."""

    def __init__(
        self,
        book: MovementBook,
        shown: Inspection | None,
        today: dt.date,
        icons: Icons,
        parent: QWidget | None,
    ) -> None:
        super().__init__("Kiểm tra, giám sát", "Ghi vào sổ", icons, parent)
        self.setMinimumWidth(WIDTH)
        self._shown = shown
        self._assigned = book.assigned
        self._offered = ""
        self.unit = WhoField([one for one in book.everyone if not one.subject.is_person])
        self.held = DayEdit("heldOn", shown.held_on if shown else today)
        self.place = line_edit("place", shown.place if shown else "")
        self.inspectors = _text("inspectors", _joined(shown.inspectors if shown else ()), _TALL)
        self.add_row("Đơn vị", self.unit, is_required=True)
        self.add_row("Ngày kiểm tra", self.held, is_required=True)
        self.add_row("Địa điểm", self.place)
        self.add_row("Đoàn kiểm tra", self.inspectors)
        self.add_hint(
            "Mỗi dòng một người: họ tên, chức vụ; trưởng đoàn ở dòng đầu. Thành viên Hội đồng "
            "được phân công địa bàn đó được ghi sẵn. Ngày chưa đến là kế hoạch kiểm tra."
        )
        self.unit.choice.currentIndexChanged.connect(self._offer)
        if shown:
            self.unit.choose_unit(shown.unit)

    @Slot()
    def _offer(self) -> None:
        """Fill in who looks after the unit, unless something else was typed."""
        who = self.unit.who()
        if who is None or self.inspectors.toPlainText() != self._offered:
            return
        self._offered = _joined(self._assigned.get(who.code, ()))
        self.inspectors.setPlainText(self._offered)

    def inspection(self) -> Inspection:
        """What was filled in; what was found before stays."""
        unit = self.unit.someone().code
        kept = self._shown or Inspection(0, unit, self.held.day())
        return replace(
            kept,
            unit=unit,
            held_on=self.held.day(),
            place=self.place.text(),
            inspectors=tuple(self.inspectors.toPlainText().splitlines()),
        )

    def fault(self) -> str:
        """A unit is needed."""
        return "Cần chọn đơn vị được kiểm tra." if self.unit.who() is None else ""


class InspectionResultDialog(Dialog):
    """What was found at the unit, and until when it is mended."""

    def __init__(
        self, unit_name: str, shown: Inspection, icons: Icons, parent: QWidget | None
    ) -> None:
        super().__init__(f"Kết quả kiểm tra {unit_name}", "Ghi kết quả", icons, parent)
        self.setMinimumWidth(WIDTH)
        self._shown = shown
        self.hosts = _text("hosts", _joined(shown.hosts), _LOW)
        self.strengths = _text("strengths", shown.strengths, _LOW)
        self.weaknesses = _text("weaknesses", shown.weaknesses, _LOW)
        self.conclusion = _text("conclusion", shown.conclusion, _LOW)
        self.requests = _text("requests", shown.requests, _LOW)
        first = shown.remedy_by or shown.held_on
        self.remedy = OptionalDay("Phải khắc phục", first, is_set=shown.remedy_by is not None)
        self.add_row("Đại diện đơn vị", self.hosts)
        self.add_row("Ưu điểm", self.strengths)
        self.add_row("Hạn chế, nguyên nhân", self.weaknesses)
        self.add_row("Kết luận", self.conclusion)
        self.add_row("Kiến nghị của đơn vị", self.requests)
        self.add_row("Hạn khắc phục", self.remedy)

    def inspection(self) -> Inspection:
        """The inspection with what was found."""
        return replace(
            self._shown,
            hosts=tuple(self.hosts.toPlainText().splitlines()),
            strengths=self.strengths.toPlainText(),
            weaknesses=self.weaknesses.toPlainText(),
            conclusion=self.conclusion.toPlainText(),
            requests=self.requests.toPlainText(),
            remedy_by=self.remedy.day(),
        )

    def fault(self) -> str:
        """Mending comes after the visit."""
        by = self.remedy.day()
        return "Hạn khắc phục phải sau ngày kiểm tra." if by and by < self._shown.held_on else ""


class RemedyDialog(Dialog):
    """The day on which a unit had mended what was found."""

    def __init__(
        self, unit_name: str, today: dt.date, icons: Icons, parent: QWidget | None
    ) -> None:
        super().__init__("Đã khắc phục", "Ghi vào sổ", icons, parent)
        self.on = DayEdit("remediedOn", today)
        self.add_hint(f"Đơn vị: {unit_name}.")
        self.add_row("Ngày khắc phục xong", self.on, is_required=True)


class ActivityDialog(Dialog):
    """What was held, where, with how many."""

    def __init__(
        self,
        shown: Activity | None,
        today: dt.date,
        texts: Texts,
        icons: Icons,
        parent: QWidget | None,
    ) -> None:
        super().__init__("Tập huấn, hội thi, khảo sát", "Ghi vào sổ", icons, parent)
        self.setMinimumWidth(WIDTH)
        self._id = shown.id if shown else 0
        words = {kind: texts.render(f"activity_kind_{kind}", {}) for kind in ActivityKind}
        self.kind = _choice("activityKind", words, shown.kind if shown else None)
        self.name = line_edit("activityName", shown.name if shown else "")
        self.held = DayEdit("heldOn", shown.held_on if shown else today)
        self.place = line_edit("place", shown.place if shown else "")
        self.organiser = line_edit("organiser", shown.organiser if shown else "")
        self.people = NumberField("people")
        self.people.allow_up_to(_MOST_PEOPLE)
        if shown and shown.people is not None:
            self.people.setText(str(shown.people))
        self.outcome = _text("result", shown.result if shown else "", _TALL)
        self.document = line_edit("document", shown.document if shown else "")
        self.add_row("Loại", self.kind, is_required=True)
        self.add_row("Nội dung", self.name, is_required=True)
        self.add_row("Ngày tổ chức", self.held, is_required=True)
        self.add_row("Địa điểm", self.place)
        self.add_row("Đơn vị tổ chức", self.organiser)
        self.add_row("Số người tham gia", self.people)
        self.add_row("Kết quả", self.outcome)
        self.add_row("Văn bản", self.document)

    def activity(self) -> Activity:
        """What was filled in."""
        return Activity(
            self._id,
            ActivityKind(self.kind.currentData()),
            self.name.text(),
            self.held.day(),
            self.place.text(),
            self.organiser.text(),
            self.people.number() if self.people.text().strip() else None,
            self.outcome.toPlainText(),
            self.document.text(),
        )

    def fault(self) -> str:
        """A name is needed."""
        return "" if self.name.text().strip() else "Cần ghi nội dung hoạt động."


def _choice(name: str, words: Mapping[K, str], shown: object) -> QComboBox:
    made = QComboBox()
    made.setObjectName(name)
    for value, word in words.items():
        made.addItem(word, value)
    made.setCurrentIndex(max(0, made.findData(shown)))
    return made


def _text(name: str, text: str, height: int) -> QPlainTextEdit:
    made = QPlainTextEdit(text)
    named(made, name, "")
    made.setTabChangesFocus(True)
    made.setFixedHeight(height)
    return made


def _joined(names: tuple[str, ...]) -> str:
    return "\n".join(names)
