"""Kiểm phiếu: one award's votes, ballot by ballot or as numbers, for the room to see."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QWidget,
)

from thidua_desktop.application.council.sessions import RoundOrder
from thidua_desktop.application.council_words import METHOD_WORDS
from thidua_desktop.domain.award_forms import VoteRule
from thidua_desktop.domain.ballot_keying import Keying
from thidua_desktop.domain.council import votes_needed
from thidua_desktop.domain.proposals import Ballot
from thidua_desktop.domain.voting import BallotSheet, VoteMethod, VoteRound, usual_method
from thidua_desktop.ui.dialogs.dialog import Dialog
from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.theme import Tone
from thidua_desktop.ui.widgets.ballot_pad import BallotPad
from thidua_desktop.ui.widgets.count_table import CountLine, CountTable
from thidua_desktop.ui.widgets.labels import button, label, named
from thidua_desktop.ui.widgets.number_field import NumberField
from thidua_desktop.ui.widgets.projector import ProjectedLine, Projector

WIDTH, HEIGHT = 880, 660
SHEETS, NUMBERS = 0, 1


@dataclass(frozen=True, slots=True)
class CountTask:
    """What is to be counted.

    Attributes:
        names: proposals and names in the order of the ballot.
        ballots: an earlier result by proposal.
        held: an earlier count, `None` for the first.
        sheets: its ballots.
        keyed: ballots of a count that was broken off; they are gone on with.
        abstaining: names of proposals, each with who does not vote on it as their own.
    """

    session: str
    award: str
    award_name: str
    names: tuple[tuple[int, str], ...]
    members: int
    voters: int
    rule: VoteRule
    ballots: tuple[Ballot, ...] = ()
    held: VoteRound | None = None
    sheets: tuple[BallotSheet, ...] = ()
    keyed: tuple[BallotSheet, ...] = ()
    abstaining: tuple[tuple[str, tuple[str, ...]], ...] = ()


class CountDialog(Dialog):
    """The pad for ballots or the table for numbers, with the numbers of the ballots above."""

    pile_changed = Signal(object)
    """The ballots that lie on the pile now: to be kept at once."""

    def __init__(self, task: CountTask, icons: Icons, parent: QWidget | None) -> None:
        super().__init__(f"Kiểm phiếu: {task.award_name}", "Ghi kết quả", icons, parent)
        self._task = task
        self.setMinimumWidth(WIDTH)
        self.take_room(WIDTH, HEIGHT)
        # Enter is the next ballot here, never the end.
        self.deed.setDefault(False)
        self.deed.setAutoDefault(False)
        numbers = tuple(number for number, _ in task.names)
        self.pad = BallotPad(
            task.names, Keying(numbers, task.voters, task.keyed or task.sheets), icons
        )
        self.table = CountTable(_lines(task), icons)
        self.projector = Projector(self)
        self._make_fields()
        self._build(icons)
        self._connect()
        is_numbers = self.method.currentData() == VoteMethod.HANDS
        is_numbers = is_numbers or (task.held is not None and not task.sheets)
        self._pile = self.pad.keying.done
        self.way.setCurrentIndex(NUMBERS if is_numbers and not task.keyed else SHEETS)
        self._show_way()
        self._tell_broken_off()

    def _make_fields(self) -> None:
        task, held = self._task, self._task.held
        self.method = QComboBox()
        named(self.method, "countMethod", "Hình thức")
        for method, word in METHOD_WORDS.items():
            self.method.addItem(word, method)
        usual = held.method if held else usual_method(task.rule)
        self.method.setCurrentIndex(self.method.findData(usual))
        self.method.setEnabled(not task.rule.ballot_required)
        self.way = QComboBox()
        named(self.way, "countWay", "Cách nhập")
        self.way.addItem("Từng phiếu, bằng phím số", SHEETS)
        self.way.addItem("Số tổng", NUMBERS)
        self.issued = NumberField("countIssued", "Phát ra")
        self.returned = NumberField("countReturned", "Thu vào")
        self.void = NumberField("countVoid", "Không hợp lệ")
        self.issued.show_number(held.issued if held else task.voters)
        self.returned.show_number(held.returned if held else task.voters)
        self.void.show_number(held.void if held else 0)
        self.head_teller = QLineEdit(held.head_teller if held else "")
        self.tellers = QLineEdit(held.tellers if held else "")

    def _build(self, icons: Icons) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        fields = (
            (("Hình thức", self.method), ("Cách nhập", self.way)),
            (("Phát ra", self.issued), ("Thu vào", self.returned), ("Không hợp lệ", self.void)),
            (("Trưởng ban kiểm phiếu", self.head_teller), ("Ủy viên", self.tellers)),
        )
        self.tellers.setPlaceholderText("các tên cách nhau bằng dấu phẩy")
        for row, group in enumerate(fields):
            line = QHBoxLayout()
            line.setSpacing(8)
            for caption, field in group:
                words = label(caption, "soft")
                words.setBuddy(field)
                field.setAccessibleName(caption)
                line.addWidget(words)
                line.addWidget(field, 0 if isinstance(field, NumberField) else 1)
            if row == 1:
                line.addWidget(label(_asked(self._task), "caption", wraps=True), 1)
            grid.addLayout(line, row, 0)
        self.views = QStackedWidget()
        self.views.addWidget(self.pad)
        self.views.addWidget(self.table)
        place = self.column.indexOf(self.form)
        self.column.removeItem(self.form)
        self.column.setSpacing(10)
        self.column.setContentsMargins(20, 14, 20, 14)
        self.column.insertLayout(place, grid)
        self.column.insertWidget(place + 1, self.views, 10)
        self._remind(place + 1)
        self.show_big = button("Màn hình lớn (F11)", "showBig", icon=icons.get("eye"))
        self.buttons.addButton(self.show_big, self.buttons.ButtonRole.ActionRole)
        # What was keyed in is kept: leaving cancels nothing.
        self.buttons.button(self.buttons.StandardButton.Cancel).setText("Để sau")
        self.drop = button("Bỏ phiếu đã nhập", "dropBallots", icon=icons.get("x"))
        self.buttons.addButton(self.drop, self.buttons.ButtonRole.ActionRole)

    def _remind(self, place: int) -> None:
        """Who leaves which line empty: it is seen while the ballots are read out."""
        if self._task.abstaining:
            told = "; ".join(
                f"{name}: {', '.join(_self_or(name, one) for one in members)}"
                for name, members in self._task.abstaining
            )
            words = f"Không biểu quyết vì liên quan – {told}."
            self.reminder = label(words, "caption", wraps=True)
            self.column.insertWidget(place, self.reminder)

    def _connect(self) -> None:
        self.way.currentIndexChanged.connect(self._show_way)
        self.method.currentIndexChanged.connect(self._suit_method)
        self.pad.keyed.connect(self._follow_pad)
        self.issued.textEdited.connect(self._expect)
        self.table.changed.connect(self._project)
        self.table.rejected.connect(lambda why: self.notice.say(Tone.BAD, why))
        self.show_big.clicked.connect(self.open_projector)
        self.drop.clicked.connect(self._drop)
        QShortcut(QKeySequence(Qt.Key.Key_F11), self).activated.connect(self.open_projector)

    # ---- While counting

    @property
    def is_by_sheet(self) -> bool:
        """Whether single ballots are keyed in."""
        return bool(self.way.currentData() == SHEETS)

    @Slot()
    def _suit_method(self) -> None:
        if self.method.currentData() == VoteMethod.HANDS:
            self.way.setCurrentIndex(NUMBERS)

    @Slot()
    def _show_way(self) -> None:
        self.views.setCurrentIndex(self.way.currentData())
        if self.is_by_sheet:
            self.method.setCurrentIndex(self.method.findData(VoteMethod.BALLOT))
        for field in (self.returned, self.void):
            field.setReadOnly(self.is_by_sheet)
        if self.is_by_sheet:
            self.pad.setFocus()
            self._follow_pad()
        else:
            self.table.table.view.setFocus()

    @Slot()
    def _expect(self) -> None:
        self.pad.expect(self.issued.number())

    @Slot()
    def _follow_pad(self) -> None:
        counted = self.pad.keying.tally
        self.returned.show_number(counted.returned)
        self.void.show_number(counted.void)
        self._keep()
        self._project()

    def _keep(self) -> None:
        """Say that a ballot came to the pile, or was taken from it."""
        done = self.pad.keying.done
        self.drop.setVisible(self.is_by_sheet and bool(done) and done != self._task.sheets)
        if done != self._pile:
            self._pile = done
            self.pile_changed.emit(() if done == self._task.sheets else done)

    def _tell_broken_off(self) -> None:
        """Say that a count goes on where it was broken off, and whether its ballot is the same."""
        keyed, on_ballot = self._task.keyed, {number for number, _ in self._task.names}
        if not keyed:
            return
        told = f"Nhập tiếp: {len(keyed)} phiếu đã nhập lần trước được giữ lại."
        if any(set(sheet.marks) - on_ballot for sheet in keyed):
            told += " Danh sách trên phiếu đã đổi từ khi nhập; nên bỏ các phiếu này và nhập lại."
        self.notice.say(Tone.WARNING, told)

    @Slot()
    def _drop(self) -> None:
        """Begin anew; what was recorded stays as it was."""
        self.pad.restart(self._task.sheets)
        self.notice.say(Tone.INFO, "Đã bỏ các phiếu đang nhập.")

    def tell_unkept(self, sentence: str) -> None:
        """Say that a ballot could not be kept; it is still on the screen."""
        self.notice.say(Tone.BAD, f"Chưa lưu được phiếu vừa nhập. {sentence}")

    @Slot()
    def open_projector(self) -> None:
        """Show the count to the room (F11)."""
        self._project()
        self.projector.open_full()

    @Slot()
    def _project(self) -> None:
        counts = self.order().counts
        task, done = self._task, self.returned.number()
        needed = votes_needed(task.members, task.rule.threshold_percent)
        self.projector.show_lines(
            task.award_name,
            f"Đã kiểm {done}/{self.issued.number()} phiếu; cần từ {needed} phiếu đồng ý.",
            [
                ProjectedLine(
                    name,
                    str(counts[number].yes) if number in counts else "",
                    str(counts[number].no) if number in counts else "",
                    "Đủ phiếu" if number in counts and counts[number].yes >= needed else "",
                    Tone.GOOD,
                )
                for number, name in task.names
            ],
        )

    # ---- What came of it

    def fault(self) -> str:
        """What is missing; whether the numbers can be is the use case's to say."""
        if self.is_by_sheet and self.pad.keying.is_begun:
            return "Phiếu đang nhập chưa xong: bấm Enter để nhận, hoặc Ctrl+Z để bỏ."
        if not self.order().counts or not self.returned.number():
            return "Chưa nhập phiếu nào."
        if not self.is_by_sheet and any(line.yes is None for line in self.table.lines):
            return "Cần điền số phiếu đồng ý của từng dòng."
        return ""

    def order(self) -> RoundOrder:
        """The count as it stands."""
        task, void = self._task, self.void.number()
        held = VoteRound(
            task.session,
            task.award,
            VoteMethod(self.method.currentData()),
            self.issued.number(),
            self.returned.number(),
            void,
            self.head_teller.text().strip(),
            self.tellers.text().strip(),
        )
        if self.is_by_sheet:
            return RoundOrder(held, self.pad.keying.tally.counts, self.pad.keying.done)
        return RoundOrder(held, self.table.counts(void))


def _asked(task: CountTask) -> str:
    needed = votes_needed(task.members, task.rule.threshold_percent)
    return f"Cần từ {needed} phiếu đồng ý trên tổng số {task.members} thành viên."


def _lines(task: CountTask) -> Sequence[CountLine]:
    known = {ballot.proposal: ballot for ballot in task.ballots}
    return [
        CountLine(
            number,
            name,
            known[number].yes if number in known else None,
            known[number].no if number in known else None,
        )
        for number, name in task.names
    ]


def _self_or(name: str, member: str) -> str:
    """The member, unless they are proposed themselves."""
    return "chính mình" if member == name else member
