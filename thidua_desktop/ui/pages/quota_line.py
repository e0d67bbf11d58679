"""Danh sách xét, chỉ tiêu: everyone in order, with the line between those in and those out."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout

from thidua_desktop.application.awarding.list_proposing import (
    ListProposed,
    ListWording,
    propose_list,
)
from thidua_desktop.application.awarding.listing import (
    AwardDraft,
    Listed,
    ListOffered,
    ListOrder,
    award_draft,
    lists_of,
)
from thidua_desktop.application.cycle_titles import cycle_title
from thidua_desktop.domain.cycles import Cycle
from thidua_desktop.ui.dialogs.list_dialogs import ProposeListDialog
from thidua_desktop.ui.models.table_model import RecordTableModel
from thidua_desktop.ui.pages.list_moving import ListMoving, ListShown
from thidua_desktop.ui.pages.page import CyclePage
from thidua_desktop.ui.pages.quota_line_columns import QuotaLineDelegate, list_columns
from thidua_desktop.ui.pages.quota_line_panel import QuotaLinePanel
from thidua_desktop.ui.state import WindowState
from thidua_desktop.ui.theme import Tone
from thidua_desktop.ui.widgets.labels import button, label
from thidua_desktop.ui.widgets.record_table import RecordTable
from thidua_desktop.ui.wording import cycle_name

LIST_WIDTH = 440
UP, DOWN = "Alt+Up", "Alt+Down"


@dataclass(frozen=True, slots=True)
class _Known:
    lists: tuple[ListOffered, ...]
    order: ListOrder | None
    draft: AwardDraft | None


class QuotaLinePage(CyclePage):
    """One list at a time; the line can be moved by keys, buttons and the officer's word."""

    TITLE = "Danh sách xét, chỉ tiêu"

    def __init__(self, state: WindowState) -> None:
        super().__init__(state)
        self.header.set_main("Đề nghị danh sách này…", "award", self.propose)
        self._known: _Known | None = None
        self.moving = ListMoving(self)
        filters = self.add_filters("Tìm ứng viên")
        self.list = filters.add_choice("list", "Danh sách", every="")
        self.list.setMaximumWidth(LIST_WIDTH)
        self.line = label("", "section")
        self.line.setObjectName("lineWords")
        self.up = button("Đưa vạch lên", "lineUp", icon=self.icons.get("chevron-up"), role="link")
        self.down = button(
            "Đưa vạch xuống", "lineDown", icon=self.icons.get("chevron-down"), role="link"
        )
        self.up.setToolTip("Alt + ↑")
        self.down.setToolTip("Alt + ↓")
        line = QHBoxLayout()
        line.setSpacing(8)
        for part in (self.line, self.up, self.down):
            line.addWidget(part)
        line.addStretch(1)
        self.body.addLayout(line)
        model: RecordTableModel[Listed] = RecordTableModel(
            list_columns(self.texts), self.icons, self
        )
        self.table = RecordTable(model, self.icons, "ứng viên", key=lambda row: row.code)
        view = self.table.view
        view.setItemDelegate(QuotaLineDelegate(view.horizontalHeader(), view))
        self.panel = QuotaLinePanel(self.icons, self.texts)
        self.add_table_with_panel(self.table, self.panel)
        self._add_deeds()
        self._connect()

    def _add_deeds(self) -> None:
        add = self.header.add_more
        add("Đưa vạch lên", "chevron-up", lambda: self.moving.shift(-1), UP)
        add("Đưa vạch xuống", "chevron-down", lambda: self.moving.shift(1), DOWN)
        add("Đặt vạch dưới dòng đang chọn", "check", self._put_below)
        add("Trả vạch về chỉ tiêu", "undo", self.moving.give_back)
        self.priority: QAction = add(
            "Ngang nhau thì ưu tiên nữ", "users", self.moving.toggle_priority
        )
        self.priority.setCheckable(True)
        add("Số tham gia…", "building", self.moving.ask_participants)
        for words, does in (
            ("Đặt vạch dưới dòng này", self._put_below),
            ("Đưa vào…", lambda: self.moving.take_in(self.table.current)),
            ("Để lại…", lambda: self.moving.leave_out(self.table.current)),
            ("Để thứ tự quyết định", lambda: self.moving.let_order(self.table.current)),
        ):
            action = QAction(words, self)
            action.triggered.connect(does)
            self.table.add_menu_action(action)

    def _put_below(self) -> None:
        self.moving.put_below(self.table.current)

    def _connect(self) -> None:
        self.filters.changed.connect(self._filter)
        self.up.clicked.connect(lambda: self.moving.shift(-1))
        self.down.clicked.connect(lambda: self.moving.shift(1))
        self.table.selected.connect(self._tell_row)
        self.panel.take_in.connect(self.moving.take_in)
        self.panel.leave_out.connect(self.moving.leave_out)
        self.panel.let_order.connect(self.moving.let_order)
        self.panel.women_first.connect(self.moving.toggle_priority)

    def table_of(self) -> RecordTable:
        """The list."""
        return self.table

    # ---- Show

    @property
    def draft(self) -> AwardDraft | None:
        """The list that is shown."""
        return self._known.draft if self._known else None

    def refresh_cycle(self, cycle: Cycle) -> None:
        """Read the lists of the cycle, and the chosen one whole."""
        wanted = self.list.currentData()
        self.ask(lambda: self._read(cycle.id, wanted), self._show)

    def _read(self, cycle: str, wanted: str | None) -> _Known:
        lists = lists_of(self.desk, cycle)
        orders = [one.order for one in lists]
        order = next((one for one in orders if _key(one) == wanted), orders[0] if orders else None)
        draft = award_draft(self.desk, order) if order else None
        return _Known(lists, order, draft)

    def _show(self, known: _Known) -> None:
        self._known = known
        self.moving.shown = (
            ListShown(known.order, known.draft) if known.order and known.draft else None
        )
        self.filters.set_choices(
            "list", [(_key(one.order), self._words(one)) for one in known.lists]
        )
        if known.order is not None:
            self.filters.choose("list", _key(known.order))
        self.table.empty.say(
            "users",
            "Chưa có ai trong danh sách",
            "Danh sách gồm đơn vị của kỳ, hoặc cá nhân, hộ gia đình trong sổ.",
            ("Đến trang Đơn vị, cá nhân", lambda: self.go_to("units")),
        )
        draft = known.draft
        self.table.model.set_records(draft.rows if draft else ())
        self.table.select_first()
        self.header.main.setEnabled(bool(draft and draft.new))
        for part in (self.up, self.down):
            part.setEnabled(draft is not None and draft.cycle.is_open)
        if draft is not None:
            self._say(draft)
        self._tell_row(self.table.current)

    def _say(self, draft: AwardDraft) -> None:
        places = draft.result.places
        allowed = "không giới hạn" if places.allowed is None else f"chỉ tiêu {places.allowed}"
        tied = f", {len(draft.result.tied)} ngang nhau" if draft.result.tied else ""
        self.line.setText(f"Trên vạch {len(draft.within)}, {allowed}{tied}")
        self.priority.setChecked(draft.drawn.women_first)
        blocked = sum(bool(row.blocks) and not row.line.candidate.is_proposed for row in draft.rows)
        self.header.set_subtitle(
            f"{cycle_name(draft.cycle)}: {len(draft.rows)} ứng viên, {len(draft.new)} trên vạch "
            f"chưa đề nghị, {blocked} chưa đạt điều kiện."
        )

    def _words(self, offered: ListOffered) -> str:
        """«Tập thể, doanh nghiệp – Giấy khen …»."""
        kinds = [self.texts.render(f"subject_{one}", {}) for one in offered.subjects]
        others = [word[:1].lower() + word[1:] for word in kinds[1:]]
        return f"{', '.join([*kinds[:1], *others])} – {offered.award.name}"

    @Slot()
    def _filter(self) -> None:
        order = self.order
        if self.cycle is not None and order is not None and self.list.currentData() != _key(order):
            self.refresh_cycle(self.cycle)
        self.table.model.set_filter(self.filters.text)

    @Slot(object)
    def _tell_row(self, row: Listed | None) -> None:
        self.panel.tell(self.draft, row)

    @property
    def order(self) -> ListOrder | None:
        """Which list is shown."""
        return self._known.order if self._known else None

    # ---- Propose

    def propose(self) -> None:
        """Ask for the achievement of all, then propose everyone above the line."""
        desk, order, draft = self.desk, self.order, self.draft
        if order is None or draft is None or not draft.new:
            self.tell(Tone.INFO, "Không còn ai trên vạch mà chưa đề nghị.")
            return
        praise = f"Có thành tích xuất sắc trong phong trào thi đua {cycle_title(draft.cycle)}"
        dialog = ProposeListDialog(draft, self.texts, praise, self.icons, self)
        self.do_as_filled(
            dialog,
            lambda: ListWording(
                dialog.achievement_text(), dialog.over_text(), dialog.confirmations.chosen()
            ),
            lambda wording: propose_list(desk, order, wording),
            self._tell_proposed,
        )

    def _tell_proposed(self, done: ListProposed) -> None:
        said = f"Đã đề nghị {len(done.proposed)} trường hợp."
        if not done.put_aside:
            self.tell(Tone.GOOD, said)
            return
        details = [f"{row.name}: {' '.join(self.texts.reasons(row.why))}" for row in done.put_aside]
        said += f" Để riêng {len(done.put_aside)} trường hợp còn điều kiện chặn."
        self.tell(Tone.WARNING, said, details=details)


def _key(order: ListOrder) -> str:
    return f"{order.award}/{order.subject}"
