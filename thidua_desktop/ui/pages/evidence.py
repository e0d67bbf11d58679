"""Minh chứng: every file of the cycle, and a folder looked through before any of it is taken."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget

from thidua_desktop.application.evidence.export import export_evidence
from thidua_desktop.application.evidence.gaps import EvidenceGap, evidence_gaps
from thidua_desktop.application.evidence.linking import (
    EvidencePlace,
    EvidenceUnit,
    evidence_of,
    evidence_units,
)
from thidua_desktop.application.evidence.looking import (
    FoundEvidence,
    FoundState,
    look_for_evidence,
)
from thidua_desktop.application.naming import criterion_mark, file_stem
from thidua_desktop.domain.cycles import Cycle
from thidua_desktop.domain.evidence import Evidence
from thidua_desktop.ui.models.table_model import RecordTableModel
from thidua_desktop.ui.pages.evidence_columns import (
    FOUND_LOOKS,
    GAP_LOOKS,
    WHOLE,
    EvidenceNames,
    found_columns,
    gap_columns,
    link_columns,
)
from thidua_desktop.ui.pages.evidence_work import KINDS, EvidenceWork
from thidua_desktop.ui.pages.page import PanelPage
from thidua_desktop.ui.state import WindowState
from thidua_desktop.ui.theme import Tone
from thidua_desktop.ui.widgets.drop_area import DropArea
from thidua_desktop.ui.widgets.folded_text import FoldedText
from thidua_desktop.ui.widgets.labels import button
from thidua_desktop.ui.widgets.record_table import RecordTable
from thidua_desktop.ui.widgets.side_panel import SidePanel
from thidua_desktop.ui.widgets.tab_line import tab_line
from thidua_desktop.ui.wording import cycle_name, file_size, points

LINKS, FOUND, GAPS = range(3)


class EvidencePage(PanelPage):
    """The files that are tied, those only looked at, and the criteria without a file."""

    TITLE = "Minh chứng"

    def __init__(self, state: WindowState) -> None:
        super().__init__(state)
        self.work = EvidenceWork(self)
        self._names: list[EvidenceNames] = [EvidenceNames({})]
        self.header.set_main("Thêm tệp…", "plus", self.choose)
        self.header.add_action("Lấy tệp quét mới", "inbox", self.fetch_scans)
        self.header.add_action("Xuất minh chứng…", "file-output", self.export)
        self.header.add_more("Chọn lại thư mục quét…", "folder-open", self.work.set_scan_folder)
        self.drop = DropArea(
            self.icons,
            "Thả tệp hoặc cả thư mục vào đây: tên thư mục, tên tệp cho biết đơn vị và tiêu chí, "
            "ví dụ «Xóm 1/TC2».",
        )
        self.body.addWidget(self.drop)
        self.tabs = tab_line("evidenceTabs", "Cách xem", "Đã gắn", "Vừa đọc", "Còn thiếu")
        self.body.addWidget(self.tabs)
        self.add_filters("Tìm tệp, đơn vị").add_choice("unit", "Đơn vị")
        links: RecordTableModel[Evidence] = RecordTableModel(
            link_columns(self._names), self.icons, self
        )
        found: RecordTableModel[FoundEvidence] = RecordTableModel(
            found_columns(self._names, self.texts), self.icons, self
        )
        self.links = RecordTable(links, self.icons, "tệp", key=lambda one: one.key)
        self.found = RecordTable(found, self.icons, "tệp", key=lambda one: one.path)
        gaps: RecordTableModel[EvidenceGap] = RecordTableModel(
            gap_columns(self.texts), self.icons, self
        )
        self.gaps = RecordTable(
            gaps, self.icons, "tiêu chí", key=lambda gap: (gap.unit, gap.criterion)
        )
        self.found.select_by_cell()
        self.views = QStackedWidget()
        self.views.addWidget(self.links)
        self.views.addWidget(self.found)
        self.views.addWidget(self.gaps)
        self.panel = SidePanel(self.icons, "Chọn một tệp để xem và mở.")
        self.add_table_with_panel(self.views, self.panel)
        self._connect()

    def _connect(self) -> None:
        self.drop.dropped.connect(self.look)
        self.drop.choose_folder.clicked.connect(self._choose_folder)
        self.tabs.currentChanged.connect(self._switch)
        self.filters.changed.connect(self._filter)
        for table in (self.links, self.found, self.gaps):
            table.selected.connect(lambda _one: self.show_record(self.table.current))
        self.links.opened.connect(self.work.open)
        self.links.model.records_edited.connect(lambda edited: self.work.rename(edited[0]))
        self.found.model.records_edited.connect(lambda _edited: self._tell_found())
        self.found.model.cell_rejected.connect(lambda why: self.tell(Tone.BAD, why))

    @property
    def table(self) -> RecordTable:
        """The table of the chosen tab."""
        return (self.links, self.found, self.gaps)[self.tabs.currentIndex()]

    def table_of(self) -> RecordTable:
        """The files that are tied."""
        return self.links

    # ---- Show

    def refresh_cycle(self, cycle: Cycle) -> None:
        """Read the links."""
        desk = self.desk
        self.ask(
            lambda: (
                evidence_units(desk, cycle.id),
                evidence_of(desk, cycle.id),
                evidence_gaps(desk, cycle.id),
            ),
            self._show,
        )

    def _show(
        self, known: tuple[Sequence[EvidenceUnit], Sequence[Evidence], Sequence[EvidenceGap]]
    ) -> None:
        units, links, gaps = known
        by_code: Mapping[str, EvidenceUnit] = {unit.code: unit for unit in units}
        self._names[:] = [EvidenceNames(by_code)]
        self.filters.set_choices("unit", [(unit.code, unit.name) for unit in units])
        self.links.empty.say(
            "file-text",
            "Chưa có tệp minh chứng",
            "Thả thư mục đơn vị gửi vào khung phía trên, hoặc thả tệp vào từng tiêu chí ở trang "
            "Thẩm định.",
        )
        self.found.empty.say(
            "folder-open",
            "Chưa đọc thư mục nào",
            "Các tệp vừa đọc hiện ở đây để xem trước; chưa xem thì chưa có gì được thêm.",
        )
        self.gaps.empty.say(
            "check-circle",
            "Không thiếu minh chứng",
            "Mọi minh chứng mà các đơn vị đã nộp phiếu có nêu đều đã có tệp.",
        )
        self.links.model.set_records(links)
        self.gaps.model.set_records(gaps)
        holders = len({link.unit for link in links})
        if self.cycle is not None:
            lacking = len({gap.unit for gap in gaps})
            told = f"{len(links)} tệp của {holders} đơn vị"
            told += f"; {lacking} đơn vị còn thiếu tệp" if lacking else ""
            self.header.set_subtitle(f"{cycle_name(self.cycle)}: {told}.")
        self._filter()
        self.table.select_first()

    @Slot()
    def _filter(self) -> None:
        unit = self.filters.chosen("unit")
        for table in (self.links, self.found, self.gaps):
            table.model.set_filter(
                self.filters.text, (lambda one: one.unit == unit) if unit else None
            )

    @Slot(int)
    def _switch(self, tab: int) -> None:
        self.views.setCurrentIndex(tab)
        self.table.select_first()
        self.show_record(self.table.current)

    def fill_panel(self, record: Any) -> None:
        """A file with what it proves, and what can be done with it."""
        panel, names = self.panel, self._names[-1]
        if isinstance(record, EvidenceGap):
            self._fill_gap(record)
            return
        panel.add_title(record.title, names.unit(record.unit))
        if isinstance(record, FoundEvidence):
            self._fill_found(record)
        criterion = names.criterion_text(record.unit, record.criterion)
        if criterion:
            panel.add_section(f"Tiêu chí {criterion_mark(record.criterion)}")
            panel.add_text(criterion)
        if isinstance(record, Evidence):
            if not record.criterion:
                panel.add_text(WHOLE)
            panel.add_pairs([("Cỡ tệp", file_size(record.size))])
            opens = button("Mở tệp", "openEvidence", icon=self.icons.get("eye"))
            opens.clicked.connect(lambda: self.work.open(record))
            removes = button("Gỡ tệp này", "removeEvidence", icon=self.icons.get("x"))
            removes.clicked.connect(lambda: self.work.remove(record))
            panel.add(opens)
            panel.add(removes)

    def _fill_found(self, record: FoundEvidence) -> None:
        """How a file was recognised, and what the officer can say to it."""
        panel = self.panel
        look = FOUND_LOOKS[record.state]
        panel.add_line(look.tone, look.icon, self.texts.render(f"found_{record.state}", {}))
        if record.issue is not None:
            panel.add_text(self.texts.issue(record.issue))
        if record.state is FoundState.UNSURE:
            panel.add_text("Gõ tên đơn vị, mã tiêu chí vào bảng rồi thêm.", "caption")
        if record.state is FoundState.UNSURE and record.unit:
            words = "Đúng như vậy" if record.criterion else "Gắn cho cả phiếu"
            agrees = button(words, "agreeFound", icon=self.icons.get("check"))
            agrees.setToolTip("Áp dụng cho mọi dòng đang chọn")
            agrees.clicked.connect(self.agree)
            panel.add(agrees)

    def _fill_gap(self, gap: EvidenceGap) -> None:
        """Why a file is missed, and where it goes when it comes."""
        look = GAP_LOOKS[gap.kind]
        self.panel.add_title(
            gap.name, f"Tiêu chí {criterion_mark(gap.criterion)}, tự chấm {points(gap.points)}"
        )
        self.panel.add_line(
            look.tone, look.icon, self.texts.render(f"gap_{gap.kind}_why", {}), gap.named
        )
        place = EvidencePlace(gap.unit, gap.criterion)
        self.panel.add(self.work.list_of(place, ()))
        self.panel.add_section(f"Nội dung tiêu chí {criterion_mark(gap.criterion)}")
        self.panel.add(FoldedText(gap.text))

    # ---- Look, then take

    @Slot()
    def choose(self) -> None:
        """Choose files to be recognised."""
        files = self.choose_files("Chọn tệp minh chứng", KINDS)
        if files:
            self.look(files)

    @Slot()
    def _choose_folder(self) -> None:
        folder = self.choose_folder("Chọn thư mục minh chứng")
        if folder is not None:
            self.look([folder])

    def fetch_scans(self) -> None:
        """Look at the new files of the scan folder."""
        self.work.with_scans(self.look)

    @Slot(list)
    def look(self, paths: Sequence[Path]) -> None:
        """Recognise files; nothing is taken."""
        cycle, desk = self.cycle, self.desk
        if cycle is None:
            self.tell(Tone.WARNING, "Cần mở kỳ trước khi thêm minh chứng.")
            return
        self.do(
            lambda _progress: look_for_evidence(desk, cycle.id, paths),
            self._show_found,
            what="Đang xem thư mục",
            changes=False,
        )

    def _show_found(self, found: tuple[FoundEvidence, ...]) -> None:
        order = (FoundState.UNSURE, FoundState.ASIDE, FoundState.READY)
        self.found.model.set_records(sorted(found, key=lambda one: order.index(one.state)))
        self.tabs.setCurrentIndex(FOUND)
        self.found.select_first()
        self._tell_found()

    def _tell_found(self) -> None:
        everything = self.found.model.everything
        count = {state: sum(one.state is state for one in everything) for state in FoundState}
        ready = count[FoundState.READY]
        self.tell(
            Tone.INFO,
            f"Mới xem {len(everything)} tệp, chưa thêm: nhận ra {ready}, chưa chắc "
            f"{count[FoundState.UNSURE]}, để riêng {count[FoundState.ASIDE]}.",
            action=(f"Thêm {ready} tệp", self.take) if ready else None,
        )
        self.show_record(self.table.current)

    @Slot()
    def agree(self) -> None:
        """What was guessed of the chosen lines is right."""
        chosen = {
            one.path for one in self.found.chosen if one.state is FoundState.UNSURE and one.unit
        }
        self.found.model.set_records(
            [
                replace(one, state=FoundState.READY, issue=None) if one.path in chosen else one
                for one in self.found.model.everything
            ]
        )
        self._tell_found()

    def take(self) -> None:
        """Take what is recognised; the others stay to be told where they belong."""
        everything = self.found.model.everything
        ready = [one for one in everything if one.state is FoundState.READY]
        rest = [one for one in everything if one.state is not FoundState.READY]

        def show_rest() -> None:
            self.found.model.set_records(rest)
            self.tabs.setCurrentIndex(FOUND if rest else LINKS)

        self.work.take(ready, show_rest)

    def export(self) -> None:
        """Write the files under readable names into a folder, with a mục lục."""
        cycle, desk = self.cycle, self.desk
        if cycle is None:
            return
        chosen = self.choose_folder("Chọn thư mục để xuất minh chứng")
        if chosen is None:
            return
        target, unit = chosen / file_stem("minh-chung", cycle.id), self.filters.chosen("unit")
        self.do(
            lambda progress: export_evidence(desk, cycle.id, target, unit, progress),
            lambda written: self.tell(
                Tone.GOOD,
                f"Đã xuất {len(written) - 1} tệp minh chứng kèm mục lục.",
                action=self.open_file_action(target, "Mở thư mục"),
            ),
            what="Đang xuất minh chứng",
            changes=False,
        )
