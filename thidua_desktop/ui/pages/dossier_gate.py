"""Kiểm tra hồ sơ: đủ, thiếu, chưa rõ before anything is sent; where the papers do not agree."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QInputDialog, QStackedWidget

from thidua_desktop.application.dossiers.gate import (
    CheckedDossier,
    DossierGate,
    check_dossiers,
    mark_part,
    remove_rule,
    save_rule,
    unmark_part,
)
from thidua_desktop.application.dossiers.packing import PackOrder, pack_dossiers
from thidua_desktop.application.dossiers.papers_compared import Difference
from thidua_desktop.application.papers.wording import short_name
from thidua_desktop.domain.award_forms import AwardLevel
from thidua_desktop.domain.cycles import Cycle
from thidua_desktop.domain.dossier_parts import DossierPart, PartNeed, PartState
from thidua_desktop.ui.dialogs.dossier_rule_dialog import CheckLists, DossierRuleDialog
from thidua_desktop.ui.models.columns import Align, Column, Mark
from thidua_desktop.ui.models.table_model import RecordTableModel
from thidua_desktop.ui.pages.page import CyclePage
from thidua_desktop.ui.state import WindowState
from thidua_desktop.ui.theme import Tone
from thidua_desktop.ui.widgets.dossier_panel import LOOKS, DossierPanel
from thidua_desktop.ui.widgets.record_table import RecordTable
from thidua_desktop.ui.widgets.tab_line import tab_line
from thidua_desktop.ui.wording import cycle_name

DOSSIERS, DIFFERENCES = 0, 1
_FILES = "Tệp minh chứng (*.pdf *.jpg *.jpeg *.png *.docx *.doc *.xlsx *.zip);;Mọi tệp (*)"


class DossierGatePage(CyclePage):
    """The dossiers with their states; the panel tells about the parts of one."""

    TITLE = "Kiểm tra hồ sơ"

    def __init__(self, state: WindowState) -> None:
        super().__init__(state)
        self.header.set_main("Đóng gói hồ sơ…", "save", self.pack)
        self.header.add_action("Quy định của tỉnh…", "settings", self.edit_rule)
        self._gate = DossierGate((), ())
        self.tabs = tab_line("gateTabs", "Danh sách", "Hồ sơ", "Chỗ không khớp")
        self.body.addWidget(self.tabs)
        filters = self.add_filters("Tìm hồ sơ")
        filters.add_choice("level", "Cấp", "Tất cả cấp")
        filters.add_choice("state", "Tình trạng")
        model: RecordTableModel[CheckedDossier] = RecordTableModel(
            self._columns(), self.icons, self
        )
        self.table = RecordTable(model, self.icons, "hồ sơ", key=lambda one: one.proposal.id)
        differences: RecordTableModel[Difference] = RecordTableModel(
            [Column("Chỗ không khớp", lambda one: self.texts.reason(one.reason), 0)],
            self.icons,
            self,
        )
        self.differences = RecordTable(
            differences, self.icons, "chỗ", key=lambda one: self.texts.reason(one.reason)
        )
        self.lists = QStackedWidget()
        self.lists.addWidget(self.table)
        self.lists.addWidget(self.differences)
        self.panel = DossierPanel(self.icons, self.texts)
        splitter = self.add_table_with_panel(self.lists, self.panel)
        splitter.setSizes([720, 340])
        filters.changed.connect(self._filter)
        self.tabs.currentChanged.connect(self._switch)
        self.table.selected.connect(self.panel.show_dossier)
        self.panel.marked.connect(self._mark)
        self.panel.unmarked.connect(self._unmark)
        self.panel.attached.connect(self._attach)

    def _columns(self) -> list[Column[CheckedDossier]]:
        return [
            Column(
                "Cấp",
                self._level_words,
                100,
                sort_key=lambda one: list(AwardLevel).index(one.level),
            ),
            Column("Hình thức", lambda one: short_name(one.award_name), 180),
            Column("Tên", lambda one: one.name, 0),
            Column(
                "Tình trạng",
                lambda one: self._state_words(one.state),
                110,
                sort_key=lambda one: list(PartState).index(one.state),
                mark=lambda one: Mark(*LOOKS[one.state]),
            ),
            Column(
                "Đã có",
                lambda one: f"{one.count(PartState.COMPLETE)}/{len(one.parts)}",
                70,
                Align.RIGHT,
                sort_key=lambda one: one.count(PartState.COMPLETE),
            ),
        ]

    def _level_words(self, dossier: CheckedDossier) -> str:
        return self._level_name(dossier.level)

    def _level_name(self, level: AwardLevel) -> str:
        words = self.texts.render(f"award_level_{level}", {})
        return f"{words[:1].upper()}{words[1:]}"

    def _state_words(self, state: PartState) -> str:
        return self.texts.render(f"part_state_{state}", {})

    def table_of(self) -> RecordTable:
        """The dossiers."""
        return self.table

    # ---- Show

    def refresh_cycle(self, cycle: Cycle) -> None:
        """Check anew."""
        desk, texts = self.desk, self.texts
        self.ask(lambda: check_dossiers(desk, texts, cycle.id), self._show)

    def _show(self, gate: DossierGate) -> None:
        self._gate = gate
        self.table.empty.say(
            "clipboard-check",
            "Chưa có hồ sơ nào",
            "Hồ sơ có khi đã đề nghị khen thưởng.",
            ("Đến trang Đề nghị khen thưởng", lambda: self.go_to("awards")),
        )
        self.differences.empty.say(
            "check-circle", "Các văn bản khớp nhau", "Tên, chức vụ, số lượng, số tiền đều khớp."
        )
        self.filters.set_choices(
            "level", [(one.value, self._level_name(one)) for one in AwardLevel]
        )
        self.filters.set_choices(
            "state", [(one.value, self._state_words(one)) for one in PartState]
        )
        self.differences.model.set_records(gate.differences)
        self.table.model.set_records(gate.dossiers)
        self._filter()
        found = len(gate.differences)
        self.tabs.setTabText(
            DIFFERENCES, f"Chỗ không khớp ({found})" if found else "Chỗ không khớp"
        )
        if self.cycle is not None:
            self.header.set_subtitle(
                f"{cycle_name(self.cycle)}: {len(gate.dossiers)} hồ sơ, "
                f"{len(gate.open)} hồ sơ còn thiếu hoặc chưa rõ, {found} chỗ không khớp."
            )
        self.panel.setVisible(bool(gate.dossiers) and self.tabs.currentIndex() == DOSSIERS)
        if self.table.current is None:
            self.table.select_first()
        self.panel.show_dossier(self.table.current)

    @Slot(int)
    def _switch(self, tab: int) -> None:
        self.lists.setCurrentIndex(tab)
        for choice in ("level", "state"):
            self.filters.show_choice(choice, is_shown=tab == DOSSIERS)
        self.panel.setVisible(tab == DOSSIERS and bool(self._gate.dossiers))

    @Slot()
    def _filter(self) -> None:
        level, state = self.filters.chosen("level"), self.filters.chosen("state")
        self.table.model.set_filter(
            self.filters.text,
            lambda one: (not level or one.level == level) and (not state or one.state == state),
        )
        self.differences.model.set_filter(self.filters.text)

    # ---- Do

    @Slot(str, bool, str)
    def _mark(self, part: str, is_there: bool, note: str) -> None:  # noqa: FBT001 - a signal's
        self._say(part, is_there=is_there, note=note)

    @Slot(str, str)
    def _attach(self, part: str, note: str) -> None:
        files = self.choose_files("Chọn tệp của thành phần này", _FILES)
        if files:
            self._say(part, is_there=True, note=note, file=files[0])

    def _say(self, part: str, *, is_there: bool, note: str, file: Path | None = None) -> None:
        chosen, desk = self.table.current, self.desk
        if chosen is None or not part:
            return
        number = chosen.proposal.id
        self.do(
            lambda _progress: mark_part(
                desk, number, part, is_there=is_there, note=note, file=file
            ),
            self._tell_saved,
        )

    @Slot(str)
    def _unmark(self, part: str) -> None:
        chosen, desk = self.table.current, self.desk
        if chosen is not None:
            number = chosen.proposal.id
            self.do(lambda _progress: unmark_part(desk, number, part), self._tell_saved)

    def _tell_saved(self, _operation: int) -> None:
        self.tell(Tone.GOOD, "Đã ghi vào hồ sơ.")

    @Slot()
    def edit_rule(self) -> None:
        """Write what the province asks."""
        awards: dict[str, str] = {}
        parts: dict[str, list[DossierPart]] = {}
        for dossier in self._gate.dossiers:
            awards[dossier.proposal.award] = dossier.award_name
            listed = parts.setdefault(dossier.proposal.award, [])
            listed += [
                one.part for one in dossier.parts if one.part.code not in {p.code for p in listed}
            ]
        if not awards:
            self.tell(Tone.INFO, "Chưa có hồ sơ nào để ghi quy định.")
            return
        needs = {one: self.texts.render(f"part_need_{one}", {}) for one in PartNeed}
        lists = CheckLists(parts, self._gate.rules)
        dialog = DossierRuleDialog(awards, lists, needs, self.icons, self)
        desk = self.desk

        def filled() -> Callable[[], object]:
            award, text, need, citation, part = dialog.chosen()
            if dialog.is_dropped:
                return partial(remove_rule, desk, award, part)
            return partial(save_rule, desk, award, text, need, citation, part)

        self.do_as_filled(dialog, filled, lambda keep: keep(), self._tell_saved)

    def ask_why(self, count: int) -> str:
        """Why dossiers go out although something is open; apart, for tests."""
        said, agreed = QInputDialog.getText(
            self,
            "Hồ sơ chưa đủ",
            f"Còn {count} hồ sơ thiếu hoặc chưa rõ. Lý do vẫn đóng gói (ghi vào mục lục):",
        )
        return str(said).strip() if agreed else ""

    @Slot()
    def pack(self) -> None:
        """Write the zips; where something is open, only with a reason."""
        cycle, desk, texts = self.cycle, self.desk, self.texts
        if cycle is None:
            return
        why = ""
        if self._gate.open:
            why = self.ask_why(len(self._gate.open))
            if not why:
                return
        folder = self.choose_folder("Chọn thư mục để ghi hồ sơ")
        if folder is None:
            return
        order = PackOrder(folder, why)
        self.do(
            lambda progress: pack_dossiers(desk, texts, cycle.id, order, progress),
            lambda made: self._tell_packed(made, folder),
            what="Đang đóng gói hồ sơ",
            changes=False,
        )

    def _tell_packed(self, made: tuple[Path, ...], folder: Path) -> None:
        self.tell(
            Tone.GOOD,
            f"Đã đóng gói {len(made)} tệp hồ sơ, mỗi cấp khen thưởng một tệp.",
            action=self.open_file_action(folder, "Mở thư mục"),
        )
