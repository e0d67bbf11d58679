"""Beside the registers of cases: one record with what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import Signal

from thidua_desktop.application.cases.earlier_awards import EarlierLine, Namesake
from thidua_desktop.application.cases.initiatives import InitiativeLine
from thidua_desktop.application.cases.subjects import Who
from thidua_desktop.application.text import Texts
from thidua_desktop.domain.awards.cases import DisciplineRecord, HoldRecord
from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.theme import Tone
from thidua_desktop.ui.widgets.labels import button
from thidua_desktop.ui.widgets.side_panel import SidePanel
from thidua_desktop.ui.wording import day


class CasePanel(SidePanel):
    """Tells about a record; its buttons ask the page."""

    advanced = Signal()
    removed = Signal()
    same = Signal(object)
    other = Signal(object)
    reopened = Signal(object)
    """The last three with whom the officer speaks of."""

    def __init__(self, icons: Icons, texts: Texts) -> None:
        super().__init__(icons, "Chọn một dòng để xem.")
        self._texts = texts

    def show_nothing(self) -> None:
        """No record is chosen."""
        self.clear()
        self.end()

    def show_hold(self, record: HoldRecord, who: Who) -> None:
        """A pending or concluded matter."""
        self.clear()
        self.add_title(who.name, who.detail)
        self.add_pairs(
            [
                ("Vụ việc", self._texts.render(f"hold_kind_{record.hold.kind}", {})),
                ("Từ ngày", day(record.hold.from_day)),
                ("Văn bản", record.hold.document),
                ("Kết luận ngày", day(record.hold.to_day) if record.hold.to_day else ""),
                ("Kết luận", record.conclusion),
            ]
        )
        if record.is_open:
            words = "Tạm dừng xét khen thưởng cho đến khi có kết luận."
            self.add_line(Tone.WARNING, "alert-triangle", words)
            self._add_deed("Ghi kết luận…")
        self._add_removal()
        self.end()

    def show_discipline(self, record: DisciplineRecord, who: Who) -> None:
        """A discipline."""
        end = record.discipline.to_day
        self.clear()
        self.add_title(who.name, who.detail)
        self.add_pairs(
            [
                ("Hình thức", record.form),
                ("Từ ngày", day(record.discipline.from_day)),
                ("Đến ngày", day(end) if end else "chưa ghi"),
                ("Quyết định", record.document),
            ]
        )
        self._add_deed("Ghi ngày hết…")
        self._add_removal()
        self.end()

    def show_earlier(self, line: EarlierLine) -> None:
        """An earlier award, and who of the registers it may have been given to."""
        award = line.award
        told = award.achievement
        self.clear()
        self.add_title(award.recipient, award.name)
        self.add_pairs(
            [
                ("Số", award.number),
                ("Ngày", day(award.decided_on) if award.decided_on else ""),
                ("Từ ngày", day(told.period_from) if told.period_from else ""),
                ("Đến ngày", day(told.period_to) if told.period_to else ""),
                ("Phong trào", told.movement),
                ("Thành tích", told.text),
                ("Là", line.owner.name if line.owner else ""),
            ]
        )
        if line.namesakes:
            self.add_section("Có thể là một")
        for one in line.namesakes:
            self._add_namesake(one)
        self._add_removal()
        self.end()

    def show_initiative(self, line: InitiativeLine) -> None:
        """A sáng kiến, and the proposals that rest on it."""
        one = line.initiative
        self.clear()
        self.add_title(one.name, line.who.name)
        self.add_pairs(
            [
                ("Nơi công nhận", one.recognised_by),
                ("Số", one.number),
                ("Ngày", day(one.recognised_on) if one.recognised_on else ""),
            ]
        )
        for proposal in line.users:
            words = f"Đã dùng cho đề nghị số {proposal.id}: {proposal.subject_name}."
            self.add_line(Tone.INFO, "info", words)
        self._add_removal()
        self.end()

    def _add_namesake(self, one: Namesake) -> None:
        subject = one.who.subject
        self.add_text(f"{one.who.name} – {one.who.detail}" if one.who.detail else one.who.name)
        if one.is_same is not None:
            words = "Cùng người" if one.is_same else "Khác người"
            tone, icon = (Tone.GOOD, "check") if one.is_same else (Tone.QUIET, "x")
            self.add_line(tone, icon, words)
            again = button("Xem lại", f"again_{subject.code}", icon=self._icons.get("undo"))
            again.clicked.connect(lambda: self.reopened.emit(subject))
            self.add(again)
            return
        same = button("Cùng người", f"same_{subject.code}", icon=self._icons.get("check"))
        same.clicked.connect(lambda: self.same.emit(subject))
        other = button("Khác người", f"other_{subject.code}", icon=self._icons.get("x"))
        other.clicked.connect(lambda: self.other.emit(subject))
        self.add(same)
        self.add(other)

    def _add_deed(self, words: str) -> None:
        made = button(words, "caseDeed", icon=self._icons.get("pencil"))
        made.clicked.connect(self.advanced)
        self.add(made)

    def _add_removal(self) -> None:
        made = button("Xóa dòng ghi nhầm", "caseRemove", icon=self._icons.get("x"))
        made.clicked.connect(self.removed)
        self.add(made)
