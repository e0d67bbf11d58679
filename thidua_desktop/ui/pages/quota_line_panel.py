"""Beside the ranked list: why a candidate stands there, what to do, and the shares of the list."""

from __future__ import annotations

from PySide6.QtCore import Signal

from thidua_desktop.application.awarding.listing import AwardDraft, Listed
from thidua_desktop.application.text import Texts
from thidua_desktop.domain.awards.quota_line import ListChoiceKind, ListPlace
from thidua_desktop.domain.awards.verdict import CheckState
from thidua_desktop.domain.rule_pack import Principle
from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.pages.quota_line_columns import CHECKED, look_of
from thidua_desktop.ui.theme import Tone
from thidua_desktop.ui.widgets.award_panel import under_check
from thidua_desktop.ui.widgets.labels import button
from thidua_desktop.ui.widgets.side_panel import SidePanel

_CHOSEN = tuple(f"list_{kind}" for kind in ListChoiceKind)


class QuotaLinePanel(SidePanel):
    """Tells about one candidate, then about the list."""

    take_in = Signal(object)
    leave_out = Signal(object)
    let_order = Signal(object)
    women_first = Signal()

    def __init__(self, icons: Icons, texts: Texts) -> None:
        super().__init__(icons, "Chọn một dòng để xem vì sao ở trên hay dưới vạch.")
        self._texts = texts
        self._button_icons = icons

    def tell(self, draft: AwardDraft | None, row: Listed | None) -> None:
        """Fill the panel anew."""
        self.clear()
        if row is not None:
            self._tell_place(row)
        if draft is not None:
            self._tell_list(draft)
        if row is not None and not row.line.candidate.is_proposed:
            self._tell_conditions(row)
        self.end()

    def _tell_place(self, row: Listed) -> None:
        place = f"Hạng {row.unit_rank} – {row.group}" if row.unit_rank else row.group
        self.add_title(row.name, "\n".join(part for part in (row.detail, place) if part))
        look = look_of(row)
        self.add_section("Vì sao")
        first, *others = self._texts.reasons(row.why)
        self.add_line(look.mark.tone, look.mark.icon, first, "\n".join(others))
        self._add_buttons(row)

    def _tell_conditions(self, row: Listed) -> None:
        """What fails and what is not known of the candidate, the number of places aside."""
        for state in (CheckState.FAIL, CheckState.UNKNOWN):
            found = [
                check
                for check in row.check.checks
                if check.state is state and check.code != Principle.QUOTA
            ]
            if found:
                self.add_section(f"{CHECKED[state].word}: {len(found)} điều kiện")
            for check in found:
                mark = CHECKED[state].mark
                told = self._texts.reason(check.reason)
                self.add_line(mark.tone, mark.icon, told, under_check(check, self._texts))

    def _add_buttons(self, row: Listed) -> None:
        """What the officer may say of a candidate who is not proposed yet."""
        if row.line.candidate.is_proposed:
            return
        if row.line.why.code in _CHOSEN:
            back = button("Để thứ tự quyết định", "letOrder", icon=self._button_icons.get("undo"))
            back.clicked.connect(lambda: self.let_order.emit(row))
            self.add(back)
        elif row.line.place is ListPlace.IN:
            out = button("Để lại…", "leaveOut", icon=self._button_icons.get("x"))
            out.clicked.connect(lambda: self.leave_out.emit(row))
            self.add(out)
        else:
            taken = button("Đưa vào…", "takeIn", icon=self._button_icons.get("plus"))
            taken.clicked.connect(lambda: self.take_in.emit(row))
            taken.setEnabled(all(block.overridable for block in row.blocks))
            self.add(taken)

    def _tell_list(self, draft: AwardDraft) -> None:
        if draft.result.can_part_equals:
            self.add_line(
                Tone.WARNING,
                "help-circle",
                "Có trường hợp ngang nhau ở vạch; ưu tiên nữ sẽ tách được.",
            )
            priority = button("Ưu tiên nữ (Điều 4.6)", "womenFirst")
            priority.clicked.connect(self.women_first)
            self.add(priority)
        self.add_section("Chỉ tiêu")
        for sentence in self._texts.reasons(draft.about_line):
            self.add_text(sentence)
        if draft.within:
            self.add_section("Cơ cấu trên vạch")
            for sentence in self._texts.reasons(draft.shares):
                self.add_text(sentence)
