"""Vụ việc, lịch sử: what keeps a candidate back, and what was given before."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget

from thidua_desktop.application.awarding.cases import (
    CaseBook,
    EarlierLine,
    InitiativeLine,
    add_discipline,
    add_earlier_award,
    add_hold,
    add_initiative,
    case_book,
    end_discipline,
    remove_discipline,
    remove_earlier_award,
    remove_hold,
    remove_initiative,
    resume_hold,
    say_recipient,
)
from thidua_desktop.application.setting_up.award_forms import award_names
from thidua_desktop.domain.awards.cases import CaseSubject
from thidua_desktop.ui.dialogs.case_dialogs import (
    ConclusionDialog,
    DisciplineDialog,
    EarlierAwardDialog,
    EndOfDisciplineDialog,
    HoldDialog,
    InitiativeDialog,
)
from thidua_desktop.ui.dialogs.dialog import Dialog
from thidua_desktop.ui.models.columns import Column
from thidua_desktop.ui.models.table_model import RecordTableModel
from thidua_desktop.ui.pages.case_columns import (
    DisciplineLine,
    HoldLine,
    discipline_columns,
    earlier_columns,
    hold_columns,
    initiative_columns,
)
from thidua_desktop.ui.pages.page import Page
from thidua_desktop.ui.state import WindowState
from thidua_desktop.ui.theme import Tone
from thidua_desktop.ui.widgets.case_panel import CasePanel
from thidua_desktop.ui.widgets.record_table import RecordTable
from thidua_desktop.ui.widgets.tab_line import tab_line

HOLDS, DISCIPLINES, EARLIER, INITIATIVES = range(4)
_TABS = ("Vụ việc", "Kỷ luật", "Lần khen trước", "Sáng kiến")
_DEEDS = ("Ghi vụ việc…", "Ghi kỷ luật…", "Ghi lần khen trước…", "Ghi sáng kiến…")
_EMPTY = (
    (
        "Chưa ghi vụ việc nào",
        "Ghi khi đang có xem xét kỷ luật, điều tra, thanh tra, đơn thư hoặc báo chí nêu.",
    ),
    ("Chưa ghi kỷ luật nào", "Thành tích xét khen tính từ khi hết thời gian bị kỷ luật."),
    (
        "Chưa ghi lần khen nào",
        "Ghi các lần khen trên giấy hoặc ở nơi khác, để một thành tích không được khen nhiều lần.",
    ),
    ("Chưa ghi sáng kiến nào", "Một sáng kiến chỉ dùng cho một đề nghị khen thưởng."),
)


class CasesPage(Page):
    """Four registers, one at a time; the panel tells about the chosen record."""

    TITLE = "Vụ việc, lịch sử"

    def __init__(self, state: WindowState) -> None:
        super().__init__(state)
        self.header.set_main(_DEEDS[HOLDS], "plus", self.add_new)
        self._book = CaseBook((), (), (), (), ())
        self.tabs = tab_line("caseTabs", "Sổ", *_TABS)
        self.body.addWidget(self.tabs)
        self.add_filters("Tìm trong sổ")
        self.holds: RecordTable = self._table(
            hold_columns(self.texts), "vụ việc", lambda line: line[0].id
        )
        self.disciplines: RecordTable = self._table(
            discipline_columns(), "lần kỷ luật", lambda line: line[0].id
        )
        self.earlier: RecordTable = self._table(
            earlier_columns(), "lần khen", lambda line: line.award.id
        )
        self.initiatives: RecordTable = self._table(
            initiative_columns(), "sáng kiến", lambda line: line.initiative.id
        )
        self.tables = (self.holds, self.disciplines, self.earlier, self.initiatives)
        self.lists = QStackedWidget()
        self.panel = CasePanel(self.icons, self.texts)
        for table, empty in zip(self.tables, _EMPTY, strict=True):
            self.lists.addWidget(table)
            table.empty.say("clipboard-list", *empty)
            table.selected.connect(self._show_record)
        self.add_table_with_panel(self.lists, self.panel)
        self.tabs.currentChanged.connect(self._switch)
        self.filters.changed.connect(self._filter)
        self.panel.advanced.connect(self.advance)
        self.panel.removed.connect(self.remove)
        self.panel.same.connect(self._say_same)
        self.panel.other.connect(self._say_other)
        self.panel.reopened.connect(self._reopen)

    def _table(
        self, columns: list[Column[Any]], words: str, key: Callable[[Any], object]
    ) -> RecordTable:
        model: RecordTableModel[Any] = RecordTableModel(columns, self.icons, self)
        return RecordTable(model, self.icons, words, key=key)

    @property
    def table(self) -> RecordTable:
        """The register that is shown."""
        return self.tables[self.tabs.currentIndex()]

    # ---- Show

    def refresh(self) -> None:
        """Read everything."""
        desk = self.desk
        self.ask(lambda: case_book(desk), self._show)

    def _show(self, book: CaseBook) -> None:
        self._book = book
        self.holds.model.set_records(book.holds)
        self.disciplines.model.set_records(book.disciplines)
        self.earlier.model.set_records(book.earlier)
        self.initiatives.model.set_records(book.initiatives)
        held = sum(record.is_open for record, _ in book.holds)
        asked = sum(line.is_open for line in book.earlier)
        self.header.set_subtitle(
            f"{held} vụ việc đang tạm dừng xét, {asked} lần khen cần xem có phải cùng người."
        )
        self._filter()
        self._switch(self.tabs.currentIndex())

    @Slot(int)
    def _switch(self, tab: int) -> None:
        self.lists.setCurrentIndex(tab)
        self.header.rename_main(_DEEDS[tab])
        if self.table.current is None:
            self.table.select_first()
        self._show_record(self.table.current)

    @Slot()
    def _filter(self) -> None:
        for table in self.tables:
            table.model.set_filter(self.filters.text)

    @Slot(object)
    def _show_record(
        self, record: HoldLine | DisciplineLine | EarlierLine | InitiativeLine | None
    ) -> None:
        tab = self.tabs.currentIndex()
        if record is None:
            self.panel.show_nothing()
        elif isinstance(record, EarlierLine):
            self.panel.show_earlier(record)
        elif isinstance(record, InitiativeLine):
            self.panel.show_initiative(record)
        elif tab == HOLDS:
            self.panel.show_hold(*record)
        else:
            self.panel.show_discipline(*record)

    # ---- Do

    def add_new(self) -> None:
        """Ask for a record of the register that is shown."""
        asking = (self._add_hold, self._add_discipline, self._add_earlier, self._add_initiative)
        asking[self.tabs.currentIndex()]()

    def _add_hold(self) -> None:
        desk = self.desk
        dialog = HoldDialog(self._book.everyone, desk.clock.today(), self.texts, self.icons, self)
        self._ask(
            dialog,
            lambda: partial(add_hold, desk, dialog.who.someone(), dialog.hold()),
            "Đã ghi vụ việc, tạm dừng xét.",
        )

    def _add_discipline(self) -> None:
        desk = self.desk
        dialog = DisciplineDialog(self._book.everyone, desk.clock.today(), self.icons, self)
        self._ask(
            dialog,
            lambda: partial(
                add_discipline,
                desk,
                dialog.who.someone(),
                dialog.words.text(),
                dialog.time(),
                dialog.document.text(),
            ),
            "Đã ghi kỷ luật.",
        )

    def _add_earlier(self) -> None:
        desk = self.desk
        dialog = EarlierAwardDialog(
            award_names(desk), desk.clock.today(), self.texts, self.icons, self
        )
        self._ask(
            dialog,
            lambda: partial(add_earlier_award, desk, dialog.earlier_award()),
            "Đã ghi lần khen trước.",
        )

    def _add_initiative(self) -> None:
        desk = self.desk
        dialog = InitiativeDialog(self._book.everyone, desk.clock.today(), self.icons, self)
        self._ask(
            dialog,
            lambda: partial(add_initiative, desk, dialog.initiative(dialog.who.someone())),
            "Đã ghi sáng kiến.",
        )

    @Slot()
    def advance(self) -> None:
        """Conclude the chosen matter, or end the chosen discipline."""
        chosen, desk, today = self.table.current, self.desk, self.desk.clock.today()
        if chosen is None or self.tabs.currentIndex() not in (HOLDS, DISCIPLINES):
            return
        record, who = chosen
        if self.tabs.currentIndex() == HOLDS:
            asked = ConclusionDialog(who.name, today, self.icons, self)
            self._ask(
                asked,
                lambda: partial(
                    resume_hold, desk, record.id, asked.on.day(), asked.document.text()
                ),
                f"Đã ghi kết luận, xét tiếp khen thưởng {who.name}.",
            )
            return
        shown = record.discipline.to_day or today
        ending = EndOfDisciplineDialog(who.name, shown, self.icons, self)
        self._ask(
            ending,
            lambda: partial(end_discipline, desk, record.id, ending.end.day()),
            "Đã ghi ngày hết kỷ luật.",
        )

    @Slot()
    def remove(self) -> None:
        """Take out the chosen record; it can be undone."""
        chosen, desk, tab = self.table.current, self.desk, self.tabs.currentIndex()
        if chosen is None:
            return
        deeds = (remove_hold, remove_discipline, remove_earlier_award, remove_initiative)
        if isinstance(chosen, EarlierLine):
            number = chosen.award.id
        elif isinstance(chosen, InitiativeLine):
            number = chosen.initiative.id
        else:
            number = chosen[0].id
        self._write(lambda: deeds[tab](desk, number), "Đã xóa dòng ghi nhầm.")

    @Slot(object)
    def _say_same(self, subject: CaseSubject) -> None:
        self._say(subject, is_same=True)

    @Slot(object)
    def _say_other(self, subject: CaseSubject) -> None:
        self._say(subject, is_same=False)

    @Slot(object)
    def _reopen(self, subject: CaseSubject) -> None:
        self._say(subject, is_same=None)

    def _say(self, subject: CaseSubject, *, is_same: bool | None) -> None:
        chosen, desk = self.table.current, self.desk
        if isinstance(chosen, EarlierLine):
            number = chosen.award.id
            self._write(
                lambda: say_recipient(desk, number, subject, is_same=is_same), "Đã ghi ý kiến."
            )

    def _ask(self, dialog: Dialog, read: Callable[[], Callable[[], object]], told: str) -> None:
        self.do_as_filled(
            dialog, read, lambda work: work(), lambda _nothing: self.tell(Tone.GOOD, told)
        )

    def _write(self, work: Callable[[], object], told: str) -> None:
        self.do(lambda _progress: work(), lambda _nothing: self.tell(Tone.GOOD, told))
