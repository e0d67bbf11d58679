"""Beside the collecting: what is known of a unit's form, of a file, of a return slip."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication

from thidua_desktop.application.collecting.board import BoardRow, BoardState
from thidua_desktop.application.collecting.reminding import AWAITED, UnitReminder
from thidua_desktop.application.collecting.returning import ReturnedSlip
from thidua_desktop.application.collecting.taking import PERSON_LIST, UNIT_LIST, CollectedFile
from thidua_desktop.application.naming import criterion_mark
from thidua_desktop.application.text import Texts
from thidua_desktop.domain.reasons import Issue
from thidua_desktop.domain.self_reports import SelfReport
from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.pages.collecting_columns import BOARD_LOOKS, FILE_LOOKS, late_words
from thidua_desktop.ui.severity import SEVERITIES
from thidua_desktop.ui.widgets.labels import button
from thidua_desktop.ui.widgets.side_panel import SidePanel
from thidua_desktop.ui.wording import day, points


def is_people(file: CollectedFile) -> bool:
    """Whether the file is a list of people rather than of units."""
    return any(issue.code == PERSON_LIST for issue in file.issues)


class CollectingPanel(SidePanel):
    """Tells one line of each of the three tabs."""

    list_wanted = Signal(object)
    """A `CollectedFile` that is a list shall be imported as one."""

    typing_wanted = Signal(str)
    """The paper form of this unit shall be typed in."""

    reminder_wanted = Signal(str)
    """The message that reminds this unit shall be copied."""

    def __init__(self, icons: Icons, texts: Texts, open_path: Callable[[Path], None]) -> None:
        super().__init__(icons, "Chọn một dòng để xem chỗ cần sửa.")
        self._texts = texts
        self._open_path = open_path
        self.calendar_doubts: tuple[str, ...] = ()

    def show_row(self, row: BoardRow | None) -> None:
        """Where a unit stands."""
        self.clear()
        if row is not None:
            self.add_title(row.name, row.group_name)
            look = BOARD_LOOKS[row.state]
            self.add_line(look.tone, look.icon, self._texts.render(f"board_{row.state}", {}))
            late = late_words(row)
            self.add_pairs(
                [
                    ("Nhận ngày", day(row.received_on) if row.received_on else ""),
                    ("Chậm hạn", late),
                    ("Tệp", row.file_name),
                    ("Điện thoại", row.phone),
                ]
            )
            if late and self.calendar_doubts:
                doubts = ", ".join(self.calendar_doubts)
                self.add_text(f"Ngày làm việc tính theo lịch chưa chắc chắn: {doubts}.", "caption")
            if row.state is BoardState.FAULTY and row.received_on is not None:
                self.add_text("Phiếu nhận trước đó vẫn được dùng; tệp gửi sau còn chỗ phải sửa.")
            self._add_issues(row.issues)
            if row.state in AWAITED:
                reminds = button("Chép tin nhắc đơn vị", "remind", icon=self._icons.get("copy"))
                reminds.clicked.connect(lambda: self.reminder_wanted.emit(row.unit))
                self.add(reminds)
            if row.received_on is None or row.is_paper:
                words = "Nhập lại bản giấy…" if row.is_paper else "Nhập thay đơn vị…"
                types = button(words, "typeIn", icon=self._icons.get("pencil"))
                types.setToolTip("Đơn vị gửi phiếu giấy đã ký: gõ vào thay đơn vị.")
                types.clicked.connect(lambda: self.typing_wanted.emit(row.unit))
                self.add(types)
            if row.requests:
                self.add_section("Kiến nghị, vướng mắc của đơn vị")
                self.add_text(row.requests)
        self.end()

    def show_file(self, file: CollectedFile | None) -> None:
        """What became of a file, and how its answers were understood."""
        self.clear()
        if file is not None:
            look = FILE_LOOKS[file.status]
            self.add_title(file.unit_name or "Chưa rõ đơn vị", file.name)
            self.add_line(look.mark.tone, look.mark.icon, look.word)
            self._add_issues(file.issues)
            if file.report is not None:
                self._add_answers(file.report)
            if {issue.code for issue in file.issues} & {UNIT_LIST, PERSON_LIST}:
                imports = button("Nhập danh sách này…", "importList", role="main")
                imports.clicked.connect(lambda: self.list_wanted.emit(file))
                self.add(imports)
            opens = button("Mở tệp", "openFile", icon=self._icons.get("eye"))
            opens.clicked.connect(lambda: self._open_path(file.path))
            self.add(opens)
        self.end()

    def show_slip(self, slip: ReturnedSlip | None) -> None:
        """A return slip with its message."""
        self.clear()
        if slip is not None:
            self.add_title(slip.unit_name, slip.path.name)
            self.add_section("Lời nhắn gửi đơn vị")
            self.add_text(slip.message)
            copies = button("Chép lời nhắn", "copyMessage", icon=self._icons.get("copy"))
            copies.clicked.connect(lambda: QGuiApplication.clipboard().setText(slip.message))
            self.add(copies)
        self.end()

    def show_reminder(self, reminder: UnitReminder | None) -> None:
        """The message to one unit, to be copied into Zalo."""
        self.clear()
        if reminder is not None:
            self.add_title(reminder.unit_name, reminder.phone)
            self.add_section("Tin gửi đơn vị")
            self.add_text(reminder.message)
            copies = button("Chép tin này", "copyReminder", icon=self._icons.get("copy"))
            copies.clicked.connect(lambda: QGuiApplication.clipboard().setText(reminder.message))
            self.add(copies)
        self.end()

    def _add_answers(self, report: SelfReport) -> None:
        """The points as they were understood, whatever way they were written."""
        total = sum(line.points or 0 for line in report.lines)
        self.add_section(f"Điểm tự chấm được hiểu là {points(total)}")
        self.add_pairs(
            [
                (
                    criterion_mark(line.criterion),
                    "để trống" if line.points is None else points(line.points),
                )
                for line in report.lines
            ]
        )

    def _add_issues(self, issues: tuple[Issue, ...]) -> None:
        if not issues:
            return
        self.add_section(f"{len(issues)} chỗ cần xem")
        for issue in issues:
            place = self._texts.place(issue)
            sentence = self._texts.issue(issue)
            look = SEVERITIES[issue.severity]
            where = f"{look.word}, {place}" if place else look.word
            self.add_line(look.mark.tone, look.mark.icon, sentence, where)
