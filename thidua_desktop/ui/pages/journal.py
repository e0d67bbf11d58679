"""Nhật ký, sao lưu: every operation with its undo, copies that were checked, and a check."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Slot

from thidua_desktop.application.journal.kinds import is_bulk, is_draft, is_import
from thidua_desktop.application.records import BackupMade, Operation, Problem
from thidua_desktop.ui.dialogs.undo_dialog import operation_words
from thidua_desktop.ui.models.columns import Align, Column, Mark
from thidua_desktop.ui.models.table_model import RecordTableModel
from thidua_desktop.ui.pages.page import Page
from thidua_desktop.ui.state import WindowState
from thidua_desktop.ui.status_words import moment
from thidua_desktop.ui.theme import Tone
from thidua_desktop.ui.widgets.labels import button
from thidua_desktop.ui.widgets.record_table import RecordTable
from thidua_desktop.ui.widgets.side_panel import SidePanel
from thidua_desktop.ui.wording import capital, count, short_moment

KILOBYTE = 1024
EVERY = -1
_KINDS: Mapping[str, tuple[str, Callable[[Operation], bool]]] = {
    "imports": ("Nhập danh sách, thu phiếu", is_import),
    "bulk": ("Việc đổi nhiều dòng một lúc", is_bulk),
    "drafts": ("Kể cả bản nháp, phiếu bầu đang nhập", lambda _operation: True),
}


class JournalPage(Page):
    """The newest operations first; any of them can be undone as a whole, with a preview."""

    TITLE = "Nhật ký, sao lưu"

    def __init__(self, state: WindowState) -> None:
        super().__init__(state)
        self.header.set_main("Sao lưu…", "hard-drive", self.back_up)
        self.header.add_action("Kiểm tra dữ liệu", "shield", self.check)
        filters = self.add_filters("Tìm trong nhật ký")
        filters.add_choice("kind", "Loại việc", "Tất cả")
        filters.set_choices("kind", [(key, words) for key, (words, _) in _KINDS.items()])
        model: RecordTableModel[Operation] = RecordTableModel(
            [
                Column("Lúc", lambda o: short_moment(o.at), 136, sort_key=lambda o: o.at),
                Column("Việc", lambda o: capital(operation_words(o, self.texts)), 0),
                Column("Người làm", lambda o: o.actor, 110),
                Column(
                    "Số dòng",
                    lambda o: count(o.changes),
                    76,
                    Align.RIGHT,
                    sort_key=lambda o: o.changes,
                ),
                Column("Tình trạng", _state_words, 124, mark=_state_mark),
            ],
            self.icons,
            self,
        )
        self.table = RecordTable(model, self.icons, "thao tác", key=lambda o: o.id)
        self.panel = SidePanel(self.icons, "Chọn một thao tác để xem và hoàn tác.")
        self.add_table_with_panel(self.table, self.panel)
        filters.changed.connect(self._filter)
        self.table.selected.connect(self._show_record)

    def refresh(self) -> None:
        """Read all operations: an import of weeks ago is looked for here."""
        store = self.desk.store
        self.ask(lambda: store.operations(EVERY), self._show)

    def _show(self, operations: tuple[Operation, ...]) -> None:
        self.table.model.set_records(operations)
        self._filter()
        frame = self.state.frame
        last = frame.last_backup if frame else None
        copied = f"bản sao lưu gần nhất lúc {moment(last)}" if last else "chưa có bản sao lưu"
        self.header.set_subtitle(
            f"Mọi thay đổi đều được ghi lại và hoàn tác được cả thao tác; {copied}."
        )
        self.table.select_first()

    @Slot()
    def _filter(self) -> None:
        kind = _KINDS.get(self.filters.chosen("kind"))
        usual = kind[1] if kind else lambda one: not is_draft(one)
        self.table.model.set_filter(self.filters.text, usual)

    @Slot(object)
    def _show_record(self, operation: Operation | None) -> None:
        self.panel.clear()
        if operation is not None:
            self.panel.add_title(capital(operation_words(operation, self.texts)))
            self.panel.add_pairs(
                [
                    ("Thao tác số", str(operation.id)),
                    ("Lúc", moment(operation.at)),
                    ("Người làm", operation.actor),
                    ("Số dòng đổi", count(operation.changes)),
                ]
            )
            if operation.undone_by is not None:
                self.panel.add_line(
                    Tone.QUIET, "undo", f"Đã hoàn tác bằng thao tác số {operation.undone_by}."
                )
            else:
                undo = button("Hoàn tác…", "undoOperation", icon=self.icons.get("undo"))
                undo.clicked.connect(self._undo)
                self.panel.add(undo)
        self.panel.end()

    @Slot()
    def _undo(self) -> None:
        operation: Operation | None = self.table.current
        if operation is not None:
            self.undoing.undo(operation)

    def back_up(self) -> None:
        """Write a checked copy into a folder of the person's choice."""
        folder = self.choose_folder("Chọn nơi để bản sao lưu, ví dụ một USB")
        if folder is None:
            return
        store = self.desk.store

        def tell(made: BackupMade) -> None:
            size = count(max(1, made.size // KILOBYTE))
            self.tell(
                Tone.GOOD,
                f"Bản sao lưu {made.path.name} ({size} KB) đã được mở lại và kiểm tra, "
                f"đủ {made.operations} thao tác.",
                action=self.open_file_action(folder, "Mở thư mục"),
            )

        self.do(lambda _progress: store.backup(folder), tell, what="Đang sao lưu và kiểm tra")

    def check(self) -> None:
        """Prove database, journal and attachments."""
        store = self.desk.store
        self.do(
            lambda _progress: store.check(), self._tell_check, what="Đang kiểm tra", changes=False
        )

    def _tell_check(self, problems: tuple[Problem, ...]) -> None:
        if not problems:
            self.tell(Tone.GOOD, "Dữ liệu, nhật ký và tệp đính kèm đều nguyên vẹn.")
            return
        self.tell(
            Tone.BAD,
            f"Có {len(problems)} chỗ không nguyên vẹn. Nên khôi phục từ bản sao lưu gần nhất.",
            details=[self.texts.problem(problem) for problem in problems],
        )


def _state_words(operation: Operation) -> str:
    if operation.undone_by is not None:
        return "Đã hoàn tác"
    return "Là hoàn tác" if operation.undoes is not None else "Có hiệu lực"


def _state_mark(operation: Operation) -> Mark:
    if operation.undone_by is not None:
        return Mark(Tone.QUIET, "undo")
    return Mark(Tone.INFO, "undo") if operation.undoes is not None else Mark(Tone.QUIET)
