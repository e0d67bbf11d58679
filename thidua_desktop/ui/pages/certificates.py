"""Giấy khen: who gets one, their numbers in the golden register, and printing them on blanks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QAction

from thidua_desktop.application.certificates.layouts import blank_layouts
from thidua_desktop.application.certificates.listing import (
    DecidedCertificate,
    certificates_of_cycle,
)
from thidua_desktop.application.certificates.printing import (
    CertificatesPrinted,
    PrintOrder,
    check_certificates,
    print_certificates,
)
from thidua_desktop.application.dossiers.paper_names import unnamed_chair
from thidua_desktop.domain.certificates.layout import (
    BlankLayout,
    CertificateField,
    PrinterOffset,
)
from thidua_desktop.domain.cycles import Cycle
from thidua_desktop.domain.reasons import Issue
from thidua_desktop.ui.models.table_model import RecordTableModel
from thidua_desktop.ui.pages.blank_work import LAYOUT, PRINTER, BlankWork
from thidua_desktop.ui.pages.certificate_columns import certificate_columns
from thidua_desktop.ui.pages.certificate_drawing import CertificateDrawing
from thidua_desktop.ui.pages.certificate_numbers import CertificateNumbers
from thidua_desktop.ui.pages.page import CyclePage
from thidua_desktop.ui.state import WindowState
from thidua_desktop.ui.theme import Tone
from thidua_desktop.ui.widgets.certificate_panel import CertificatePanel
from thidua_desktop.ui.widgets.record_table import RecordTable
from thidua_desktop.ui.wording import cycle_name

PAUSE = 40
"""Milliseconds of quiet before the picture is drawn anew while a line is being moved."""


@dataclass(frozen=True, slots=True)
class _Known:
    certificates: tuple[DecidedCertificate, ...]
    layouts: tuple[BlankLayout, ...]
    printers: Mapping[str, PrinterOffset]


class CertificatesPage(CyclePage):
    """The decided giấy khen; the panel shows the selected one on its blank."""

    TITLE = "Giấy khen"

    def __init__(self, state: WindowState) -> None:
        super().__init__(state)
        self._certificates: tuple[DecidedCertificate, ...] = ()
        self._issues: Mapping[tuple[int, int], Sequence[Issue]] = {}
        self.header.set_main("Ghi tệp in…", "printer", self.print_page)
        self.give = self.header.add_action(
            "Cấp số sổ vàng…", "trophy", lambda: self.numbers.give(self._certificates)
        )
        filters = self.add_filters("Tìm giấy khen")
        filters.add_choice(LAYOUT, "Mẫu phôi", every="")
        filters.add_choice(PRINTER, "Máy in", every="Không chỉnh")
        self.work = BlankWork(self)
        self.numbers = CertificateNumbers(self)
        model: RecordTableModel[DecidedCertificate] = RecordTableModel(
            certificate_columns(lambda one: self._issues.get(one.key, ())), self.icons, self
        )
        self.table = RecordTable(model, self.icons, "giấy khen", key=lambda one: one.key)
        names = [
            (field, self.texts.render(f"certificate_field_{field.value}", {}))
            for field in CertificateField
        ]
        self.panel = CertificatePanel(names, self.icons)
        self.drawing = CertificateDrawing(self, self.panel)
        self.add_table_with_panel(self.table, self.panel).setSizes([600, 440])
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(PAUSE)
        self._add_actions()
        self._connect()

    def _add_actions(self) -> None:
        add, work = self.header.add_more, self.work
        add("In trang thử…", "printer", work.print_trial)
        add("Đo độ lệch máy in…", "settings", work.measure)
        add("Chọn ảnh phôi để xem…", "eye", work.choose_scan)
        add("Thêm mẫu phôi từ mẫu này…", "plus", work.add)
        add("Dùng lại vị trí ban đầu", "undo", work.reset)
        self.reword_action = QAction(
            self.icons.get("pencil"), "Sửa lời ghi trên giấy khen này…", self
        )
        self.print_action = QAction(
            self.icons.get("printer"), "Ghi tệp in riêng các dòng đã chọn…", self
        )
        self.reword_action.triggered.connect(self._reword)
        self.print_action.triggered.connect(self._print_chosen)
        self.table.add_menu_action(self.reword_action)
        self.table.add_menu_action(self.print_action)

    def _connect(self) -> None:
        self.filters.changed.connect(self._choose)
        self.table.selected.connect(self._draw)
        self.table.model.records_edited.connect(self._numbers_typed)
        self.table.model.cell_rejected.connect(partial(self.tell, Tone.BAD))
        self.panel.layout_edited.connect(self._edit_layout)
        self.panel.save_wanted.connect(self.work.save)
        self.panel.drop_wanted.connect(self._drop_draft)
        self._rest.timeout.connect(self._draw)

    def table_of(self) -> RecordTable:
        """The giấy khen."""
        return self.table

    # ---- Show

    def refresh_cycle(self, cycle: Cycle) -> None:
        """Read who was decided, the layouts and the printers of this machine."""
        desk = self.desk
        self.ask(
            lambda: _Known(
                certificates_of_cycle(desk, cycle.id), blank_layouts(desk), desk.printers.all()
            ),
            self._show,
        )

    def _show(self, known: _Known) -> None:
        self._certificates = known.certificates
        self.work.show(known.layouts, known.printers)
        self.table.empty.say(
            "award",
            "Chưa có giấy khen nào",
            "Giấy khen có khi Chủ tịch đã ban hành quyết định khen thưởng.",
            ("Đến trang Hội đồng", lambda: self.go_to("council")),
        )
        self.panel.setVisible(bool(known.certificates))
        self.header.main.setEnabled(bool(known.certificates))
        self.give.setEnabled(any(one.kept.golden_number is None for one in known.certificates))
        self.table.model.set_records(known.certificates)
        self.table.select_first()
        self._choose()

    @Slot()
    def _choose(self) -> None:
        """Show another blank, or look for others."""
        self.table.model.set_filter(self.filters.text)
        blank = self.work.blank
        if blank is None or self.cycle is None:
            return
        numbered = sum(one.kept.golden_number is not None for one in self._certificates)
        self.header.set_subtitle(
            f"{cycle_name(self.cycle)}: {len(self._certificates)} giấy khen theo thứ tự trao, "
            f"{numbered} đã có số sổ vàng."
        )
        self.panel.show_blank(blank, is_edited=self.work.is_edited)
        self.drawing.load_scan(blank)
        self._check(blank)
        self._draw()

    def _check(self, blank: BlankLayout) -> None:
        """See which sheets go on the blank."""
        desk, texts, certificates = self.desk, self.texts, self._certificates
        order = PrintOrder(blank, certificates, self.work.offset)

        def show(issues: Mapping[tuple[int, int], Sequence[Issue]]) -> None:
            if certificates is self._certificates:
                self._issues = issues
                self.table.view.viewport().update()

        self.state.services.tasks.run(
            lambda _progress: check_certificates(desk, texts, order), show, self.tell_failure
        )

    @Slot()
    def _draw(self) -> None:
        blank, one = self.work.blank, self.table.current
        if blank is None or one is None:
            self.drawing.clear()
        else:
            self.drawing.draw(blank, one)

    # ---- Positions

    @Slot(object)
    def _edit_layout(self, layout: BlankLayout) -> None:
        self.work.draft = layout
        self.panel.show_blank(layout, is_edited=self.work.is_edited)
        self._rest.start()

    def save(self) -> None:
        """Keep the positions."""
        self.work.save()

    @Slot()
    def _drop_draft(self) -> None:
        self.work.draft = None
        self._choose()

    def add_new(self) -> None:
        """A further layout."""
        self.work.add()

    # ---- Numbers and words

    @Slot(list)
    def _numbers_typed(self, edited: list[DecidedCertificate]) -> None:
        self.numbers.take_over(edited, self._certificates)

    def tell_failure(self, error: Exception) -> None:
        """Show what was refused, and the numbers as they still are."""
        super().tell_failure(error)
        self.table.model.set_records(self._certificates)

    @Slot()
    def _reword(self) -> None:
        if self.table.current is not None:
            self.numbers.reword(self.table.current)

    # ---- Print

    @Slot()
    def print_page(self) -> None:
        """Write the sheets that are shown, in the order of the ceremony."""
        self._print(self.table.model.shown)

    @Slot()
    def _print_chosen(self) -> None:
        self._print(self.table.chosen)

    def _print(self, wanted: Sequence[DecidedCertificate]) -> None:
        blank, desk, texts = self.work.blank, self.desk, self.texts
        keys = {one.key for one in wanted}
        certificates = [one for one in self._certificates if one.key in keys]
        if blank is None or not certificates:
            return
        path = self.choose_new_file("Ghi tệp in giấy khen", "giay-khen.pdf", "PDF (*.pdf)")
        if path is None:
            return
        order = PrintOrder(blank, certificates, self.work.offset)
        self.do(
            lambda progress: (
                print_certificates(desk, texts, order, path, progress),
                unnamed_chair(desk),
            ),
            self._tell_printed,
            what="Đang ghi tệp in giấy khen",
            changes=False,
        )

    def _tell_printed(self, told: tuple[CertificatesPrinted, tuple[Issue, ...]]) -> None:
        made, unnamed = told
        left_out = len({issue.file for issue in made.issues})
        more = f" Còn {left_out} giấy khen chưa in được." if left_out else ""
        self.tell(
            Tone.WARNING if left_out or unnamed else Tone.GOOD,
            f"Đã ghi {len(made.printed)} giấy khen vào tệp {made.path.name}, "
            f"mỗi trang một tờ; in ở cỡ thật 100 %.{more}",
            details=[
                *(f"{issue.file}: {self.texts.issue(issue)}" for issue in made.issues),
                *(self.texts.issue(issue) for issue in unnamed),
            ],
            action=self.open_file_action(made.path, "Mở tệp để in"),
        )
