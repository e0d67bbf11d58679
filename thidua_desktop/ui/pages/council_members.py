"""Thành viên Hội đồng: who sits on the council and what each looks after."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication

from thidua_desktop.application.council.member_lists import PastedMembers, add_pasted
from thidua_desktop.application.council.members import (
    CouncilOnDay,
    add_member,
    change_member,
    change_members,
    council_on,
    remove_member,
    save_council_decision,
)
from thidua_desktop.application.council_words import ROLE_WORDS
from thidua_desktop.application.enrolling.registers import list_units
from thidua_desktop.domain.council_members import CouncilMember
from thidua_desktop.domain.units import Unit
from thidua_desktop.ui.dialogs.member_dialog import CouncilDecisionDialog, MemberDialog
from thidua_desktop.ui.models.clipboard import block_of
from thidua_desktop.ui.models.columns import Column
from thidua_desktop.ui.models.table_model import RecordTableModel
from thidua_desktop.ui.pages.page import Page
from thidua_desktop.ui.state import WindowState
from thidua_desktop.ui.theme import Tone
from thidua_desktop.ui.widgets.record_table import RecordTable
from thidua_desktop.ui.widgets.side_panel import SidePanel
from thidua_desktop.ui.wording import day

NOW, EVERYONE = "now", "everyone"


@dataclass(frozen=True, slots=True)
class _Known:
    council: CouncilOnDay
    units: tuple[Unit, ...]


class CouncilMembersPage(Page):
    """The members with their fields and areas; the panel tells about one."""

    TITLE = "Thành viên Hội đồng"

    def __init__(self, state: WindowState) -> None:
        super().__init__(state)
        self.header.set_main("Thêm thành viên", "plus", self.add_new)
        self.header.add_action("Sửa", "pencil", self.edit)
        self.header.add_action("Dán từ Excel", "copy", self.paste_list)
        self.header.add_more("Quyết định thành lập Hội đồng…", "gavel", self.edit_decision)
        self.header.add_more("Xóa thành viên nhập nhầm", "x", self.remove)
        self._known: _Known | None = None
        filters = self.add_filters("Tìm thành viên")
        filters.add_choice("who", "Danh sách", every="")
        filters.set_choices("who", [(NOW, "Đang là thành viên"), (EVERYONE, "Cả người đã thôi")])
        model: RecordTableModel[CouncilMember] = RecordTableModel(_columns(), self.icons, self)
        self.table = RecordTable(model, self.icons, "thành viên", key=lambda one: one.id)
        self.table.select_by_cell()
        self.panel = SidePanel(self.icons, "Chọn một thành viên để xem chi tiết.")
        self.add_table_with_panel(self.table, self.panel)
        filters.changed.connect(self._filter)
        self.table.selected.connect(self._show_member)
        self.table.opened.connect(self.edit)
        model.records_edited.connect(self._save_edited)
        model.cell_rejected.connect(lambda why: self.tell(Tone.BAD, why))

    # ---- Show

    def refresh(self) -> None:
        """Read the council of today."""
        desk = self.desk
        self.ask(lambda: _Known(council_on(desk), list_units(desk)), self._show)

    def _show(self, known: _Known) -> None:
        self._known = known
        decision = known.council.decision
        if decision is None:
            told = "Chưa ghi quyết định thành lập Hội đồng."
        else:
            told = f"Quyết định số {decision.number} ngày {day(decision.decided_on)}."
        self.header.set_subtitle(f"{len(known.council.members)} thành viên. {told}")
        self.table.empty.say(
            "users",
            "Chưa có thành viên Hội đồng nào",
            "Thêm từng người, hoặc chép danh sách trong Excel (họ và tên, chức vụ, trong Hội "
            "đồng, lĩnh vực, địa bàn, đơn vị) rồi bấm «Dán từ Excel».",
            ("Thêm thành viên", self.add_new),
        )
        self._filter()
        self.table.select_first()

    @Slot()
    def _filter(self) -> None:
        if self._known is None:
            return
        council = self._known.council
        shown = council.members if self.filters.chosen("who") == NOW else council.everyone
        if shown != self.table.model.everything:
            self.table.model.set_records(shown)
        self.table.model.set_filter(self.filters.text)

    @Slot(object)
    def _show_member(self, member: CouncilMember | None) -> None:
        self.panel.clear()
        if member is not None:
            self.panel.add_title(member.name, f"{ROLE_WORDS[member.role]} Hội đồng")
            self.panel.add_pairs(
                [
                    ("Chức vụ", member.post),
                    ("Lĩnh vực", member.field),
                    ("Địa bàn", member.area),
                    ("Đơn vị của mình", self._unit_name(member.unit)),
                    ("Từ ngày", day(member.valid_from) if member.valid_from else ""),
                    ("Đến ngày", day(member.valid_to) if member.valid_to else ""),
                ]
            )
        self.panel.end()

    def _unit_name(self, code: str) -> str:
        units = self._known.units if self._known else ()
        return next((unit.name for unit in units if unit.code == code), code)

    # ---- Change

    def add_new(self) -> None:
        """Add a member (Ctrl+N)."""
        self._ask_member(None)

    @Slot()
    def edit(self) -> None:
        """Edit the selected member."""
        member: CouncilMember | None = self.table.current
        if member is not None:
            self._ask_member(member)

    def _ask_member(self, member: CouncilMember | None) -> None:
        units = self._known.units if self._known else ()
        desk = self.desk
        dialog = MemberDialog(member, units, self.icons, self)
        self.do_as_filled(
            dialog,
            dialog.member,
            lambda draft: change_member(desk, draft) if member else add_member(desk, draft),
            lambda _nothing: self.tell(Tone.GOOD, f"Đã lưu «{dialog.member().name}»."),
        )

    @Slot(list)
    def _save_edited(self, members: list[CouncilMember]) -> None:
        desk = self.desk
        self._write(lambda: change_members(desk, members), "Đã lưu phân công.")

    def remove(self) -> None:
        """Take out a member who was put in by mistake."""
        member: CouncilMember | None = self.table.current
        if member is not None:
            desk, number, name = self.desk, member.id, member.name
            self._write(lambda: remove_member(desk, number), f"Đã xóa «{name}».")

    def edit_decision(self) -> None:
        """Write down the decision that set up the council."""
        known = self._known.council.decision if self._known else None
        desk = self.desk
        dialog = CouncilDecisionDialog(known, self.icons, self)
        self.do_as_filled(
            dialog,
            dialog.decision,
            lambda decision: save_council_decision(desk, decision),
            lambda _nothing: self.tell(Tone.GOOD, f"Đã lưu quyết định {dialog.decision().number}."),
        )

    def paste_list(self) -> None:
        """Add the members that were copied in Excel."""
        rows, desk = block_of(QGuiApplication.clipboard().text()), self.desk
        self.do(
            lambda _progress: add_pasted(desk, rows),
            self._tell_pasted,
        )

    def _tell_pasted(self, pasted: PastedMembers) -> None:
        """A unit that is not recognised leaves open on what a member does not vote."""
        unknown = [f"{name}: chưa nhận ra đơn vị «{unit}»." for name, unit in pasted.unknown_units]
        if unknown:
            unknown.append("Hãy chọn từng người, bấm «Sửa» rồi ghi đơn vị của mình.")
        tone = Tone.WARNING if unknown else Tone.GOOD
        self.tell(tone, f"Đã thêm {len(pasted.members)} thành viên.", details=unknown)

    def _write(self, work: Callable[[], object], done: str) -> None:
        self.do(lambda _progress: work(), lambda _nothing: self.tell(Tone.GOOD, done))


def _columns() -> list[Column[CouncilMember]]:
    return [
        Column("Họ và tên", lambda one: one.name, 0),
        Column("Trong Hội đồng", lambda one: ROLE_WORDS[one.role], 150),
        Column("Chức vụ", lambda one: one.post, 150),
        Column(
            "Lĩnh vực",
            lambda one: one.field,
            120,
            edit=lambda one, text: replace(one, field=text),
        ),
        Column(
            "Địa bàn",
            lambda one: one.area,
            110,
            edit=lambda one, text: replace(one, area=text),
        ),
    ]
