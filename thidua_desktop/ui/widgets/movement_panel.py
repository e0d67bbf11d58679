"""Beside sổ phong trào: one entry with what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import Signal, SignalInstance

from thidua_desktop.application.movement.book import ExemplarLine, InspectionLine
from thidua_desktop.application.text import Texts
from thidua_desktop.domain.movement_book import Activity, InspectionState
from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.theme import Tone
from thidua_desktop.ui.widgets.labels import button
from thidua_desktop.ui.widgets.side_panel import SidePanel
from thidua_desktop.ui.wording import count, day


class MovementPanel(SidePanel):
    """Tells about an entry; its buttons ask the page."""

    edited = Signal()
    told_result = Signal()
    remedied = Signal()
    minutes_wanted = Signal()
    removed = Signal()

    def __init__(self, icons: Icons, texts: Texts) -> None:
        super().__init__(icons, "Chọn một dòng để xem.")
        self._texts = texts

    def show_entry(self, entry: ExemplarLine | InspectionLine | Activity | None) -> None:
        """Whatever was chosen."""
        self.clear()
        if isinstance(entry, ExemplarLine):
            self._tell_exemplar(entry)
        elif isinstance(entry, InspectionLine):
            self._tell_inspection(entry)
        elif isinstance(entry, Activity):
            self._tell_activity(entry)
        if entry is not None:
            self._add("Sửa…", "entryEdit", "pencil", self.edited)
            self._add("Xóa dòng ghi nhầm", "entryRemove", "x", self.removed)
        self.end()

    def _tell_exemplar(self, line: ExemplarLine) -> None:
        one = line.exemplar
        self.add_title(one.name, self._texts.render(f"exemplar_kind_{one.kind}", {}))
        self.add_pairs(
            [
                ("Tập thể, cá nhân", line.who.name),
                ("Chức vụ, đơn vị", line.who.detail),
                ("Ngày ghi nhận", day(one.noted_on)),
                ("Kết quả", one.result),
                ("Nơi nhân rộng", one.spread),
            ]
        )

    def _tell_inspection(self, line: InspectionLine) -> None:
        one = line.inspection
        self.add_title(line.unit_name, f"Kiểm tra ngày {day(one.held_on)}")
        tone, icon = _STATES[line.state]
        self.add_line(tone, icon, self._texts.render(f"inspection_state_{line.state}", {}))
        self.add_pairs(
            [
                ("Địa điểm", one.place),
                ("Đoàn kiểm tra", "\n".join(one.inspectors)),
                ("Đại diện đơn vị", "\n".join(one.hosts)),
                ("Ưu điểm", one.strengths),
                ("Hạn chế", one.weaknesses),
                ("Kết luận", one.conclusion),
                ("Kiến nghị", one.requests),
                ("Hạn khắc phục", day(one.remedy_by) if one.remedy_by else ""),
                ("Đã khắc phục", day(one.remedied_on) if one.remedied_on else ""),
            ]
        )
        self._add("Ghi kết quả…", "entryResult", "clipboard-check", self.told_result)
        if line.state in (InspectionState.TO_REMEDY, InspectionState.OVERDUE):
            self._add("Ghi đã khắc phục…", "entryRemedied", "check", self.remedied)
        self._add("Đến biên bản kiểm tra", "entryMinutes", "file-text", self.minutes_wanted)

    def _tell_activity(self, one: Activity) -> None:
        self.add_title(one.name, self._texts.render(f"activity_kind_{one.kind}", {}))
        self.add_pairs(
            [
                ("Ngày tổ chức", day(one.held_on)),
                ("Địa điểm", one.place),
                ("Đơn vị tổ chức", one.organiser),
                ("Số người tham gia", "" if one.people is None else count(one.people)),
                ("Kết quả", one.result),
                ("Văn bản", one.document),
            ]
        )

    def _add(self, words: str, name: str, icon: str, asked: SignalInstance) -> None:
        made = button(words, name, icon=self._icons.get(icon))
        made.clicked.connect(asked)
        self.add(made)


_STATES = {
    InspectionState.PLANNED: (Tone.INFO, "calendar"),
    InspectionState.HELD: (Tone.GOOD, "check-circle"),
    InspectionState.TO_REMEDY: (Tone.INFO, "clock"),
    InspectionState.OVERDUE: (Tone.WARNING, "alert-triangle"),
    InspectionState.REMEDIED: (Tone.GOOD, "check-circle"),
}
