"""Sổ phong trào: exemplars, inspections, and what was organised."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QWidget

from thidua_desktop.application.movement.activities import remove_activity, save_activity
from thidua_desktop.application.movement.book import (
    ExemplarLine,
    InspectionLine,
    MovementBook,
    movement_book,
)
from thidua_desktop.application.movement.exemplars import (
    Highlight,
    remove_exemplar,
    reported_highlights,
    save_exemplar,
)
from thidua_desktop.application.movement.inspections import (
    remedy_inspection,
    remove_inspection,
    save_inspection,
)
from thidua_desktop.application.movement.sheets import export_movement_book
from thidua_desktop.application.movement.survey_form import export_survey_form
from thidua_desktop.domain.awards.cases import CaseSubject
from thidua_desktop.domain.movement_book import (
    Activity,
    Exemplar,
    ExemplarKind,
    Inspection,
    InspectionState,
)
from thidua_desktop.ui.dialogs.movement_dialogs import (
    ActivityDialog,
    ExemplarDialog,
    HighlightDialog,
    InspectionDialog,
    InspectionResultDialog,
    RemedyDialog,
)
from thidua_desktop.ui.pages.movement_columns import (
    activity_columns,
    exemplar_columns,
    inspection_columns,
)
from thidua_desktop.ui.pages.registers_page import Register, RegistersPage
from thidua_desktop.ui.state import WindowState
from thidua_desktop.ui.theme import Tone
from thidua_desktop.ui.widgets.movement_panel import MovementPanel

EXEMPLARS, INSPECTIONS, ACTIVITIES = range(3)
WORKBOOK = "Bảng tính Excel (*.xlsx)"


class MovementBookPage(RegistersPage):
    """Three registers, one at a time; the panel tells about the chosen entry."""

    TITLE = "Sổ phong trào"

    def __init__(self, state: WindowState) -> None:
        super().__init__(state)
        self.header.add_action("Lấy từ phiếu…", "inbox", self.take_from_forms)
        self.header.add_action("Xuất Excel…", "table", self.export)
        self.header.add_more("Biểu khảo sát thiết bị…", "table", self.save_survey_form)
        self._book = MovementBook((), (), ())
        for table in self.tables:
            table.opened.connect(self.edit)
        self.panel.edited.connect(self.edit)
        self.panel.told_result.connect(self.tell_result)
        self.panel.remedied.connect(self.remedy)
        self.panel.minutes_wanted.connect(self._show_minutes)
        self.panel.removed.connect(self.remove)

    def made_panel(self) -> QWidget:
        """What is known of the chosen entry, and what may be done with it."""
        self.panel = MovementPanel(self.icons, self.texts)
        return self.panel

    def registers(self) -> tuple[Register, ...]:
        """Exemplars, inspections, activities."""
        return (
            Register(
                "Điển hình, mô hình",
                "Ghi điển hình…",
                "điển hình, mô hình",
                exemplar_columns(self.texts),
                lambda line: line.exemplar.id,
                self._ask_exemplar,
                "Chưa ghi điển hình, mô hình nào",
                "Ghi khi phát hiện, để biểu dương, nhân rộng và đưa vào báo cáo tỉnh.",
            ),
            Register(
                "Kiểm tra, giám sát",
                "Ghi kiểm tra…",
                "lần kiểm tra",
                inspection_columns(self.texts),
                lambda line: line.inspection.id,
                self._ask_inspection,
                "Chưa ghi lần kiểm tra nào",
                "Ghi kế hoạch hoặc kết quả kiểm tra; biên bản được lập từ đây.",
            ),
            Register(
                "Tập huấn, hội thi, khảo sát",
                "Ghi hoạt động…",
                "hoạt động",
                activity_columns(self.texts),
                lambda one: one.id,
                self._ask_activity,
                "Chưa ghi hoạt động nào",
                "Ghi các lớp tập huấn, hội thi, phát động và khảo sát đã tổ chức.",
            ),
        )

    def show_record(self, record: ExemplarLine | InspectionLine | Activity | None) -> None:
        """Tell about an entry, or about none."""
        self.panel.show_entry(record)

    # ---- Show

    def refresh(self) -> None:
        """Read everything."""
        desk = self.desk
        self.ask(lambda: movement_book(desk), self._show)

    def _show(self, book: MovementBook) -> None:
        self._book = book
        overdue = sum(line.state is InspectionState.OVERDUE for line in book.inspections)
        late = f", {overdue} đơn vị quá hạn khắc phục" if overdue else ""
        self.header.set_subtitle(
            f"{len(book.exemplars)} điển hình, mô hình; {len(book.inspections)} lần kiểm tra"
            f"{late}; {len(book.activities)} hoạt động."
        )
        self.show_records(book.exemplars, book.inspections, book.activities)

    # ---- Do

    @Slot()
    def edit(self) -> None:
        """Ask anew about the chosen entry."""
        chosen = self.table.current
        if isinstance(chosen, ExemplarLine):
            self._ask_exemplar(chosen.exemplar)
        elif isinstance(chosen, InspectionLine):
            self._ask_inspection(chosen.inspection)
        elif isinstance(chosen, Activity):
            self._ask_activity(chosen)

    def _ask_exemplar(self, shown: Exemplar | None = None) -> None:
        desk = self.desk
        dialog = ExemplarDialog(self._book, shown, desk.clock.today(), self.texts, self.icons, self)
        self.do_as_filled(
            dialog,
            dialog.exemplar,
            lambda made: save_exemplar(desk, made),
            lambda _number: self.tell(Tone.GOOD, "Đã ghi điển hình, mô hình."),
        )

    def _ask_inspection(self, shown: Inspection | None = None) -> None:
        desk = self.desk
        dialog = InspectionDialog(self._book, shown, desk.clock.today(), self.icons, self)
        self.do_as_filled(
            dialog,
            dialog.inspection,
            lambda made: save_inspection(desk, made),
            lambda _number: self.tell(Tone.GOOD, "Đã ghi lần kiểm tra."),
        )

    def _ask_activity(self, shown: Activity | None = None) -> None:
        desk = self.desk
        dialog = ActivityDialog(shown, desk.clock.today(), self.texts, self.icons, self)
        self.do_as_filled(
            dialog,
            dialog.activity,
            lambda made: save_activity(desk, made),
            lambda _number: self.tell(Tone.GOOD, "Đã ghi hoạt động."),
        )

    @Slot()
    def tell_result(self) -> None:
        """Write down what was found at the chosen inspection."""
        chosen, desk = self.table.current, self.desk
        if isinstance(chosen, InspectionLine):
            dialog = InspectionResultDialog(chosen.unit_name, chosen.inspection, self.icons, self)
            self.do_as_filled(
                dialog,
                dialog.inspection,
                lambda made: save_inspection(desk, made),
                lambda _number: self.tell(
                    Tone.GOOD, f"Đã ghi kết quả kiểm tra {chosen.unit_name}."
                ),
            )

    @Slot()
    def remedy(self) -> None:
        """The unit of the chosen inspection has mended what was found."""
        chosen, desk = self.table.current, self.desk
        if isinstance(chosen, InspectionLine):
            dialog = RemedyDialog(chosen.unit_name, desk.clock.today(), self.icons, self)
            self.do_as_filled(
                dialog,
                dialog.on.day,
                lambda on: remedy_inspection(desk, chosen.inspection.id, on),
                lambda _done: self.tell(Tone.GOOD, f"Đã ghi {chosen.unit_name} khắc phục xong."),
            )

    @Slot()
    def _show_minutes(self) -> None:
        self.go_to("papers")

    @Slot()
    def remove(self) -> None:
        """Take out the chosen entry; it can be undone."""
        chosen, desk = self.table.current, self.desk
        if isinstance(chosen, ExemplarLine):
            number = chosen.exemplar.id
            self.take_out(lambda: remove_exemplar(desk, number))
        elif isinstance(chosen, InspectionLine):
            number = chosen.inspection.id
            self.take_out(lambda: remove_inspection(desk, number))
        elif isinstance(chosen, Activity):
            number = chosen.id
            self.take_out(lambda: remove_activity(desk, number))

    @Slot()
    def take_from_forms(self) -> None:
        """Offer what the units told in their forms, to be written into the book."""
        cycle, desk = self.cycle, self.desk
        if cycle is None:
            self.tell(Tone.INFO, "Chưa mở kỳ nào nên chưa có phiếu.")
            return
        self.do(lambda _progress: reported_highlights(desk, cycle.id), self._offer, changes=False)

    def _offer(self, highlights: tuple[Highlight, ...]) -> None:
        if not highlights:
            self.tell(Tone.INFO, "Các phiếu đã nhận chưa nêu mô hình, cách làm hay nào.")
            return
        dialog = HighlightDialog(highlights, self.icons, self)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        chosen, today = dialog.highlight(), self.desk.clock.today()
        owner = CaseSubject(chosen.unit, is_person=False)
        self.tabs.setCurrentIndex(EXEMPLARS)
        self._ask_exemplar(Exemplar(0, ExemplarKind.MODEL, owner, "", today, chosen.text))

    @Slot()
    def save_survey_form(self) -> None:
        """Write the blank table of the IT survey, with all units in it."""
        desk = self.desk
        path = self.choose_new_file("Lưu biểu khảo sát", "bieu-khao-sat-cntt.xlsx", WORKBOOK)
        if path is None:
            return
        self.do(
            lambda _progress: export_survey_form(desk, path),
            lambda count: self.tell(
                Tone.GOOD,
                f"Đã lập biểu khảo sát của {count} đơn vị: {path.name}.",
                action=self.open_file_action(path, "Mở tệp"),
            ),
            changes=False,
        )

    @Slot()
    def export(self) -> None:
        """Write the book as a workbook."""
        desk, texts = self.desk, self.texts
        path = self.choose_new_file("Lưu sổ phong trào", "so-phong-trao.xlsx", WORKBOOK)
        if path is None:
            return
        self.do(
            lambda _progress: export_movement_book(desk, texts, path),
            lambda count: self.tell(
                Tone.GOOD,
                f"Đã ghi {count} dòng vào tệp {path.name}.",
                action=self.open_file_action(path, "Mở tệp"),
            ),
            changes=False,
        )
