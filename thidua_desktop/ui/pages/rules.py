"""Căn cứ pháp lý: which rules hold when, new ones from a file, old ones that go on."""

from __future__ import annotations

from PySide6.QtCore import Slot

from thidua_desktop.application.rules.own_rules import (
    RuleLine,
    RuleOrigin,
    RulesInForce,
    add_rules,
    drop_rules,
    let_rules_go_on,
    rules_in_force,
)
from thidua_desktop.domain.rule_pack import RulePack
from thidua_desktop.domain.vietnamese.numerals import money_text
from thidua_desktop.ui.dialogs.rule_extension_dialog import RuleExtensionDialog
from thidua_desktop.ui.models.columns import Column, Mark
from thidua_desktop.ui.models.table_model import RecordTableModel
from thidua_desktop.ui.pages.page import Page
from thidua_desktop.ui.state import WindowState
from thidua_desktop.ui.theme import Tone
from thidua_desktop.ui.widgets.record_table import RecordTable
from thidua_desktop.ui.widgets.side_panel import SidePanel
from thidua_desktop.ui.wording import day

_MARKS = {
    RuleOrigin.SHIPPED: Mark(Tone.PLAIN),
    RuleOrigin.OWN: Mark(Tone.INFO, "file-text"),
    RuleOrigin.GOES_ON: Mark(Tone.WARNING, "alert-triangle"),
}


class RulesPage(Page):
    """The rules by their days; the panel says what they cite and what is not sure."""

    TITLE = "Căn cứ pháp lý"

    def __init__(self, state: WindowState) -> None:
        super().__init__(state)
        self._held: RulesInForce | None = None
        self.header.set_main("Áp dụng tiếp…", "calendar", self.go_on)
        self.header.add_action("Nhận căn cứ mới từ tệp…", "upload", self.take_file)
        self.header.add_more("Bỏ căn cứ đang chọn", "x", self.drop)
        model: RecordTableModel[RuleLine] = RecordTableModel(
            [
                Column("Căn cứ", _name, 0),
                Column("Từ ngày", lambda line: day(line.pack.valid_from), 104),
                Column("Đến hết ngày", _last_day, 110),
                Column("Nguồn", self._origin, 140, mark=lambda line: _MARKS[line.origin]),
            ],
            self.icons,
            self,
        )
        self.table = RecordTable(
            model, self.icons, "bộ căn cứ", key=lambda line: (line.pack.code, line.pack.valid_from)
        )
        self.panel = SidePanel(self.icons, "Chọn một dòng để xem văn bản và điều cần lưu ý.")
        self.add_table_with_panel(self.table, self.panel)
        self.table.selected.connect(self._show_line)

    def _origin(self, line: RuleLine) -> str:
        return self.texts.render(f"rule_origin_{line.origin}", {}).capitalize()

    def refresh(self) -> None:
        """Read which rules hold."""
        desk = self.desk
        self.ask(lambda: rules_in_force(desk), self._show)

    def _show(self, held: RulesInForce) -> None:
        self._held = held
        said = {"date": held.open_from}
        self.header.set_subtitle(
            self.texts.render("rules_open_from", said)
            if held.open_from
            else "Mọi ngày từ nay đã có căn cứ pháp lý."
        )
        self.table.model.set_records(held.lines)
        if self.table.current is None:
            today = self.desk.clock.today()
            of_today = [line for line in held.lines if line.pack.covers(today)]
            for line in of_today or held.lines[-1:]:
                self.table.select_key((line.pack.code, line.pack.valid_from))

    @Slot(object)
    def _show_line(self, line: RuleLine | None) -> None:
        self.panel.clear()
        if line is not None:
            self._tell(line, line.pack)
        self.panel.end()

    def _tell(self, line: RuleLine, pack: RulePack) -> None:
        self.panel.add_title(pack.name, self._origin(line))
        if line.document:
            self.panel.add_line(Tone.WARNING, "alert-triangle", f"Theo {line.document}")
        salary = max(pack.base_salaries, key=lambda one: one.valid_from, default=None)
        if salary is not None:
            self.panel.add_section("Lương cơ sở")
            self.panel.add_text(f"{money_text(salary.amount)}/tháng ({salary.source.citation})")
        self.panel.add_section("Văn bản")
        for law in pack.laws:
            self.panel.add_text(law.citation)
        if pack.tie_break:
            self.panel.add_section("Khi ngang nhau")
            for note in pack.tie_break:
                self.panel.add_text(f"{note.text} ({note.source.citation})")
        if pack.notes:
            self.panel.add_section("Cần lưu ý")
            for note in pack.notes:
                self.panel.add_text(note.text)

    # ---- Deeds

    def go_on(self) -> None:
        """Ask by which document the last rules go on."""
        if self._held is None:
            return
        if self._held.open_from is None:
            self.tell(Tone.INFO, "Mọi ngày từ nay đã có căn cứ pháp lý, không cần áp dụng tiếp.")
            return
        desk = self.desk
        dialog = RuleExtensionDialog(self._held.open_from, self.icons, self)
        self.do_as_filled(
            dialog,
            dialog.extension,
            lambda extension: let_rules_go_on(desk, extension),
            lambda pack: self.tell(
                Tone.GOOD, f"Đã áp dụng tiếp căn cứ pháp lý từ ngày {day(pack.valid_from)}."
            ),
        )

    def take_file(self) -> None:
        """Ask for the office's own rules."""
        desk = self.desk
        chosen = self.choose_files("Chọn tệp căn cứ pháp lý", "Căn cứ pháp lý (*.toml)")
        if chosen:
            self.do(
                lambda _progress: add_rules(desk, chosen[0]),
                lambda pack: self.tell(Tone.GOOD, f"Đã nhận «{pack.name}»."),
            )

    def drop(self) -> None:
        """Take the chosen rules out, where they are the office's own."""
        line, desk = self.table.current, self.desk
        if not isinstance(line, RuleLine) or line.origin is RuleOrigin.SHIPPED:
            self.tell(Tone.INFO, "Căn cứ có sẵn trong chương trình không bỏ được.")
            return
        self.do(
            lambda _progress: drop_rules(desk, line.pack.code),
            lambda _code: self.tell(Tone.GOOD, f"Đã bỏ «{line.pack.name}»."),
        )


def _last_day(line: RuleLine) -> str:
    return day(line.pack.valid_to) if line.pack.valid_to else "Chưa nêu"


def _name(line: RuleLine) -> str:
    return f"Theo {line.document}" if line.document else line.pack.name
