"""The columns of the ranked list, and the line between those in and those out."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem

from thidua_desktop.application.awarding.listing import Listed
from thidua_desktop.application.text import Texts
from thidua_desktop.domain.awards.quota_line import ListPlace
from thidua_desktop.domain.awards.verdict import CheckState
from thidua_desktop.domain.scoring.policy import Classification
from thidua_desktop.ui.models.columns import Align, Column, Mark
from thidua_desktop.ui.models.table_model import RecordRole
from thidua_desktop.ui.severity import Look
from thidua_desktop.ui.theme import PALETTE, Tone
from thidua_desktop.ui.wording import NOTHING, class_words, points

LINE_WIDTH = 3

_IN = Mark(Tone.GOOD, "check-circle", is_bold=True)
_OUT = Mark(Tone.QUIET, "circle")
_LOOKS = {
    "list_proposed": Look("Đã đề nghị", Mark(Tone.INFO, "send", is_bold=True)),
    "list_taken_in": Look("Đưa vào", Mark(Tone.GOOD, "plus", is_bold=True)),
    "list_within": Look("Trên vạch", _IN),
    "list_within_unknown": Look("Trên vạch", _IN),
    "list_tied": Look("Ngang nhau", Mark(Tone.WARNING, "help-circle")),
    "list_left_out": Look("Để lại", Mark(Tone.WARNING, "x")),
    "list_held": Look("Tạm dừng xét", Mark(Tone.BAD, "lock")),
    "list_blocked": Look("Chưa đạt", Mark(Tone.BAD, "alert-circle")),
    "list_without_result": Look("Chưa xếp hạng", Mark(Tone.WARNING, "help-circle")),
    "list_beyond": Look("Dưới vạch", _OUT),
    "list_below_drawn": Look("Dưới vạch", _OUT),
}
"""Where a candidate stands and why, in two words; the sentence stands beside the table."""

CHECKED = {
    CheckState.PASS: Look("Đạt", Mark(Tone.GOOD, "check-circle")),
    CheckState.FAIL: Look("Không đạt", Mark(Tone.BAD, "alert-circle")),
    CheckState.UNKNOWN: Look("Chưa đủ dữ liệu", Mark(Tone.WARNING, "help-circle")),
}


def look_of(row: Listed) -> Look:
    """Where a candidate stands, as word and mark."""
    return _LOOKS[row.line.why.code]


def _checked(row: Listed) -> Look:
    """The verdict; who is proposed was judged then, and would now stand in its own way."""
    if row.line.candidate.is_proposed:
        return Look(NOTHING, Mark(Tone.QUIET))
    return CHECKED[row.line.candidate.state]


def list_columns(texts: Texts) -> list[Column[Listed]]:
    """Rank, name, points, class, conditions, and where it stands; why is told beside the table."""
    return [
        Column(
            "Hạng",
            lambda row: NOTHING if row.line.rank is None else str(row.line.rank),
            60,
            Align.RIGHT,
            sort_key=lambda row: row.line.rank,
            title_tip="Thứ tự theo xếp loại, rồi tổng điểm; cá nhân, hộ theo đơn vị của mình",
        ),
        Column("Tên", lambda row: row.name, 0, tooltip=_whole_name, mark=_name_mark),
        Column("Điểm", lambda row: points(row.total), 64, Align.RIGHT, sort_key=_total),
        Column(
            "Xếp loại",
            lambda row: class_words(texts, row.classification),
            150,
            sort_key=_class_order,
        ),
        Column(
            "Điều kiện",
            lambda row: _checked(row).word,
            144,
            mark=lambda row: _checked(row).mark,
        ),
        Column(
            "Vị trí",
            lambda row: look_of(row).word,
            140,
            mark=lambda row: look_of(row).mark,
            tooltip=lambda row: " ".join(texts.reasons(row.why)),
        ),
    ]


def _total(row: Listed) -> int | None:
    return row.total


def _class_order(row: Listed) -> int | None:
    return None if row.classification is None else list(Classification).index(row.classification)


def _whole_name(row: Listed) -> str:
    return "\n".join(part for part in (row.name, row.detail, row.group) if part)


def _name_mark(row: Listed) -> Mark:
    return Mark(Tone.QUIET if row.line.place is ListPlace.OUT else Tone.PLAIN)


class QuotaLineDelegate(QStyledItemDelegate):
    """Draws the line of the quota below the last row that stands above it.

    Under another order than the list's own there is no line to draw.
    """

    def __init__(self, head: QHeaderView, parent: QObject) -> None:
        super().__init__(parent)
        self._head = head

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """The cell, then its piece of the line."""
        super().paint(painter, option, index)
        if self._head.sortIndicatorSection() > 0:
            return
        here, below = _is_in(index), _is_in(index.sibling(index.row() + 1, index.column()))
        rect = option.rect
        painter.save()
        painter.setPen(QPen(QColor(PALETTE.accent), LINE_WIDTH))
        half = LINE_WIDTH // 2
        if here and below is False:
            painter.drawLine(rect.left(), rect.bottom() - half, rect.right(), rect.bottom() - half)
        elif here is False and index.row() == 0:
            painter.drawLine(rect.left(), rect.top() + half, rect.right(), rect.top() + half)
        painter.restore()


def _is_in(index: QModelIndex | QPersistentModelIndex) -> bool | None:
    """Whether the row stands above the line; `None` where there is no row."""
    row = index.data(RecordRole) if index.isValid() else None
    return row.line.place is ListPlace.IN if isinstance(row, Listed) else None
