"""Mở phiên họp Hội đồng, lập quyết định."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from thidua_desktop.application.council.members import CouncilOnDay
from thidua_desktop.application.council.sessions import SessionOrder
from thidua_desktop.application.council_words import MODE_WORDS
from thidua_desktop.domain.council import Attendance
from thidua_desktop.domain.council_members import (
    AttendanceLine,
    CouncilRole,
    SessionMode,
    SessionRecord,
    attendance_of,
    line_of,
)
from thidua_desktop.domain.vietnamese.dates import long_date
from thidua_desktop.ui.dialogs.dialog import Dialog
from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.theme import Tone
from thidua_desktop.ui.widgets.attendance_table import AttendanceTable
from thidua_desktop.ui.widgets.day_edit import DayEdit
from thidua_desktop.ui.widgets.labels import label, named
from thidua_desktop.ui.widgets.number_field import NumberField

MEMBERS_WIDTH, MEMBERS_HEIGHT = 860, 560
NARROW = 220


class SessionDialog(Dialog):
    """The day and who was there, as plain numbers: where no members are registered."""

    def __init__(self, today: dt.date, icons: Icons, parent: QWidget | None) -> None:
        super().__init__("Mở phiên họp Hội đồng", "Mở phiên họp", icons, parent)
        self.day = DayEdit("day", today)
        self.members = NumberField("members")
        self.present = NumberField("present")
        self.written = NumberField("written")
        self.add_row("Ngày họp", self.day, is_required=True)
        self.add_row("Tổng số thành viên", self.members, is_required=True)
        self.add_hint("Theo quyết định thành lập Hội đồng; tỷ lệ tính trên tổng số này.")
        self.add_row("Có mặt", self.present, is_required=True)
        self.add_row("Lấy ý kiến bằng văn bản", self.written)

    def fault(self) -> str:
        """What is missing; whether the numbers can be is the use case's to say."""
        return "" if self.members.number() else "Cần điền tổng số thành viên Hội đồng."

    def held_on(self) -> dt.date:
        """The day."""
        return self.day.day()

    def attendance(self) -> Attendance:
        """Who was there."""
        return Attendance(self.members.number(), self.present.number(), self.written.number())


class MemberSessionDialog(Dialog):
    """A session with its members: how, when, where, who came."""

    def __init__(
        self, council: CouncilOnDay, today: dt.date, icons: Icons, parent: QWidget | None
    ) -> None:
        super().__init__("Mở phiên họp Hội đồng", "Mở phiên họp", icons, parent)
        self._council = council
        self.setMinimumWidth(MEMBERS_WIDTH)
        self.take_room(MEMBERS_WIDTH, MEMBERS_HEIGHT)
        self.mode = QComboBox()
        named(self.mode, "sessionMode", "Hình thức")
        for mode, word in MODE_WORDS.items():
            self.mode.addItem(word, mode)
        self.day = DayEdit("day", today)
        self.began, self.place = QLineEdit(), QLineEdit()
        self.began.setPlaceholderText("08:00")
        self.chair = self._members_box("sessionChair", CouncilRole.CHAIR)
        self.secretary = self._members_box("sessionSecretary", CouncilRole.SECRETARY)
        self.attendance_table = AttendanceTable(icons, [line_of(one) for one in council.members])
        self.counted = label("", "soft", wraps=True)
        self._build()
        self.mode.currentIndexChanged.connect(self._show_mode)
        self.attendance_table.changed.connect(self._count)
        self.attendance_table.rejected.connect(lambda why: self.notice.say(Tone.BAD, why))
        self._count()

    def _build(self) -> None:
        self.add_row("Hình thức", self.mode)
        self.add_row("Ngày họp", self.day, is_required=True)
        self.add_row("Giờ bắt đầu", self.began)
        self.add_row("Địa điểm", self.place)
        self.add_row("Chủ tọa", self.chair)
        self.add_row("Thư ký", self.secretary)
        self.form.addRow(self.counted)
        place = self.column.indexOf(self.form)
        self.column.removeItem(self.form)
        halves = QHBoxLayout()
        halves.setSpacing(20)
        halves.addLayout(self.form, 2)
        halves.addWidget(self.attendance_table, 3)
        self.column.insertLayout(place, halves, 10)

    def _members_box(self, name: str, role: CouncilRole) -> QComboBox:
        box = QComboBox()
        box.setObjectName(name)
        box.setMinimumWidth(NARROW)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for member in self._council.members:
            box.addItem(member.name, member.role)
        box.setCurrentIndex(max(0, box.findData(role)))
        return box

    @Slot()
    def _show_mode(self) -> None:
        self.attendance_table.show_mode(SessionMode(self.mode.currentData()))

    @Slot()
    def _count(self) -> None:
        found = attendance_of(self.attendance_table.lines)
        absent = found.members_total - found.voters
        self.counted.setText(
            f"Tổng số {found.members_total} thành viên: có mặt {found.present}, ý kiến bằng văn "
            f"bản {found.written}, vắng mặt {absent}."
        )

    def order(self) -> SessionOrder:
        """The session as the form says it."""
        decision = self._council.decision
        cited = ""
        if decision is not None:
            cited = f"Quyết định số {decision.number} {long_date(decision.decided_on)}"
        record = SessionRecord(
            "",
            SessionMode(self.mode.currentData()),
            began_at=self.began.text().strip(),
            place=self.place.text().strip(),
            chair=self.chair.currentText(),
            secretary=self.secretary.currentText(),
            council=cited,
        )
        return SessionOrder(self.day.day(), self.attendance_table.lines, record)


class AttendanceDialog(Dialog):
    """Điểm danh lại: the members of a session that is open already."""

    def __init__(
        self, lines: Sequence[AttendanceLine], icons: Icons, parent: QWidget | None
    ) -> None:
        super().__init__("Điểm danh lại", "Lưu", icons, parent)
        self.take_room(MEMBERS_WIDTH, MEMBERS_HEIGHT)
        self.attendance_table = AttendanceTable(icons, lines)
        self.attendance_table.rejected.connect(lambda why: self.notice.say(Tone.BAD, why))
        self.column.insertWidget(self.column.indexOf(self.form) + 1, self.attendance_table, 10)

    def lines(self) -> tuple[AttendanceLine, ...]:
        """Who came, as the table says it."""
        return tuple(self.attendance_table.lines)


class MinutesDialog(Dialog):
    """What the minutes tell beside names and votes."""

    def __init__(self, record: SessionRecord, icons: Icons, parent: QWidget | None) -> None:
        super().__init__("Nội dung biên bản", "Lưu", icons, parent)
        self._record = record
        self.began, self.ended = QLineEdit(record.began_at), QLineEdit(record.ended_at)
        self.place = QLineEdit(record.place)
        self.discussion = QPlainTextEdit(record.discussion)
        self.discussion.setTabChangesFocus(True)
        for field, name in (
            (self.began, "minutesBegan"),
            (self.ended, "minutesEnded"),
            (self.place, "minutesPlace"),
            (self.discussion, "minutesDiscussion"),
        ):
            field.setObjectName(name)
        self.add_row("Giờ bắt đầu", self.began)
        self.add_row("Giờ kết thúc", self.ended)
        self.add_row("Địa điểm", self.place)
        self.add_row("Ý kiến thảo luận", self.discussion)
        self.add_hint("Giờ ghi như 08:00; để trống thì biên bản chừa chỗ viết tay.")

    def record(self) -> SessionRecord:
        """The record as the form says it."""
        return replace(
            self._record,
            began_at=self.began.text().strip(),
            ended_at=self.ended.text().strip(),
            place=self.place.text().strip(),
            discussion=" ".join(self.discussion.toPlainText().split()),
        )


class DecisionDialog(Dialog):
    """The day of the decision; its number may come later from the văn thư."""

    def __init__(
        self, today: dt.date, whom: Sequence[str], icons: Icons, parent: QWidget | None
    ) -> None:
        super().__init__("Lập quyết định khen thưởng", "Lập quyết định", icons, parent)
        told = "; ".join(whom) or "chưa có trường hợp nào"
        self.form.addRow(label(f"Hội đồng đã đồng ý {len(whom)}: {told}.", "soft", wraps=True))
        self.day = DayEdit("day", today)
        self.number = QLineEdit()
        self.number.setObjectName("number")
        self.add_row("Ngày quyết định", self.day, is_required=True)
        self.add_row("Số quyết định", self.number)
        self.add_hint("Để trống khi văn thư chưa cấp số; số được điền khi ký ban hành.")

    def decided_on(self) -> dt.date:
        """The day."""
        return self.day.day()

    def number_text(self) -> str:
        """The number, empty while it is not given."""
        return self.number.text().strip()
