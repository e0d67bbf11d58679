"""Vụ việc, lịch sử: what keeps a candidate back, and what was given before."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from thidua_desktop.application.cases.book import CaseBook, case_book
from thidua_desktop.application.cases.disciplines import (
    add_discipline,
    end_discipline,
    remove_discipline,
)
from thidua_desktop.application.cases.earlier_awards import (
    EarlierLine,
    add_earlier_award,
    remove_earlier_award,
    say_recipient,
)
from thidua_desktop.application.cases.holds import add_hold, remove_hold, resume_hold
from thidua_desktop.application.cases.initiatives import (
    InitiativeLine,
    add_initiative,
    remove_initiative,
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
from thidua_desktop.ui.pages.case_columns import (
    DisciplineLine,
    HoldLine,
    discipline_columns,
    earlier_columns,
    hold_columns,
    initiative_columns,
)
from thidua_desktop.ui.pages.registers_page import Register, RegistersPage
from thidua_desktop.ui.state import WindowState
from thidua_desktop.ui.theme import Tone
from thidua_desktop.ui.widgets.case_panel import CasePanel

HOLDS, DISCIPLINES, EARLIER, INITIATIVES = range(4)


class CasesPage(RegistersPage):
    """Four registers, one at a time; the panel tells about the chosen record."""

    TITLE = "Vụ việc, lịch sử"

    def __init__(self, state: WindowState) -> None:
        super().__init__(state)
        self._book = CaseBook((), (), (), (), ())
        self.panel.advanced.connect(self.advance)
        self.panel.removed.connect(self.remove)
        self.panel.same.connect(self._say_same)
        self.panel.other.connect(self._say_other)
        self.panel.reopened.connect(self._reopen)

    def made_panel(self) -> QWidget:
        """What is known of the chosen record, and what may be done with it."""
        self.panel = CasePanel(self.icons, self.texts)
        return self.panel

    def registers(self) -> tuple[Register, ...]:
        """Matters, disciplines, earlier awards, initiatives."""
        return (
            Register(
                "Vụ việc",
                "Ghi vụ việc…",
                "vụ việc",
                hold_columns(self.texts),
                lambda line: line[0].id,
                self._add_hold,
                "Chưa ghi vụ việc nào",
                "Ghi khi đang có xem xét kỷ luật, điều tra, thanh tra, đơn thư, báo chí nêu.",
            ),
            Register(
                "Kỷ luật",
                "Ghi kỷ luật…",
                "lần kỷ luật",
                discipline_columns(),
                lambda line: line[0].id,
                self._add_discipline,
                "Chưa ghi kỷ luật nào",
                "Thành tích xét khen tính từ khi hết thời gian bị kỷ luật.",
            ),
            Register(
                "Lần khen trước",
                "Ghi lần khen trước…",
                "lần khen",
                earlier_columns(),
                lambda line: line.award.id,
                self._add_earlier,
                "Chưa ghi lần khen nào",
                "Ghi các lần khen ở nơi khác, để một thành tích không được khen nhiều lần.",
            ),
            Register(
                "Sáng kiến",
                "Ghi sáng kiến…",
                "sáng kiến",
                initiative_columns(),
                lambda line: line.initiative.id,
                self._add_initiative,
                "Chưa ghi sáng kiến nào",
                "Một sáng kiến chỉ dùng cho một đề nghị khen thưởng.",
            ),
        )

    # ---- Show

    def refresh(self) -> None:
        """Read everything."""
        desk = self.desk
        self.ask(lambda: case_book(desk), self._show)

    def _show(self, book: CaseBook) -> None:
        self._book = book
        held = sum(record.is_open for record, _ in book.holds)
        asked = sum(line.is_open for line in book.earlier)
        self.header.set_subtitle(
            f"{held} vụ việc đang tạm dừng xét, {asked} lần khen cần xem có phải cùng người."
        )
        self.show_records(book.holds, book.disciplines, book.earlier, book.initiatives)

    def show_record(
        self, record: HoldLine | DisciplineLine | EarlierLine | InitiativeLine | None
    ) -> None:
        """Tell about a record, or about none."""
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
        self.take_out(lambda: deeds[tab](desk, number))

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
            self.do(
                lambda _progress: say_recipient(desk, number, subject, is_same=is_same),
                lambda _nothing: self.tell(Tone.GOOD, "Đã ghi ý kiến."),
            )

    def _ask(self, dialog: Dialog, read: Callable[[], Callable[[], object]], told: str) -> None:
        self.do_as_filled(
            dialog, read, lambda work: work(), lambda _nothing: self.tell(Tone.GOOD, told)
        )
