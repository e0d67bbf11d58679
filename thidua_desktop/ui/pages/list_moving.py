"""Moves the line of the ranked list, takes one in, leaves one out; asks for the reasons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from thidua_desktop.application.awarding.list_moves import (
    choose,
    move_line,
    part_equals,
    participants_told,
    tell_participants,
)
from thidua_desktop.application.awarding.listing import AwardDraft, Listed, ListOrder
from thidua_desktop.domain.awards.quota_line import ListChoice, ListChoiceKind
from thidua_desktop.domain.kinds import SubjectKind
from thidua_desktop.ui.dialogs.list_dialogs import ParticipantsDialog, ReasonDialog
from thidua_desktop.ui.theme import Tone

if TYPE_CHECKING:
    from thidua_desktop.ui.pages.page import CyclePage


@dataclass(frozen=True, slots=True)
class ListShown:
    """The list that a page shows, as it stands there."""

    order: ListOrder
    draft: AwardDraft


class ListMoving:
    """What the officer does to the list that the page shows."""

    def __init__(self, page: CyclePage) -> None:
        self._page = page
        self.shown: ListShown | None = None

    @property
    def _order(self) -> ListOrder | None:
        return self.shown.order if self.shown else None

    @property
    def _draft(self) -> AwardDraft | None:
        return self.shown.draft if self.shown else None

    def shift(self, by: int) -> None:
        """Move the line up (-1) or down (1) over one candidate; beyond the quota with a reason."""
        draft = self._draft
        if draft is None or not draft.cycle.is_open:
            return
        line = draft.result.places.line
        now = len(draft.within) if line is None else min(line, len(draft.rows))
        self._place(draft, min(now + by, len(draft.rows)))

    def put_below(self, row: Listed | None) -> None:
        """Put the line right under one candidate, however far that is."""
        draft = self._draft
        if draft is not None and row is not None and draft.cycle.is_open:
            self._place(draft, 1 + [one.code for one in draft.rows].index(row.code))

    def _place(self, draft: AwardDraft, places: int) -> None:
        """Draw the line there; who is proposed already stays above it."""
        held = sum(row.line.candidate.is_proposed for row in draft.rows)
        if max(held, places) != draft.result.places.line:
            self._put(draft, max(held, places))

    def give_back(self) -> None:
        """Let the quota say where the line stands."""
        draft = self._draft
        if draft is not None and draft.drawn.places is not None:
            self._put(draft, None)

    def _put(self, draft: AwardDraft, places: int | None) -> None:
        desk, order, allowed = self._page.desk, self._order, draft.result.places.allowed
        reason = ""
        is_over = places is not None and allowed is not None and places > allowed
        if is_over and draft.result.places.binds:
            told = [
                f"Chỉ tiêu cho danh sách này là {allowed}, vạch sẽ ở {places}.",
                "Lý do được lưu và in trong tờ trình, biên bản.",
            ]
            reason = draft.drawn.reason or self.ask_reason("Vượt chỉ tiêu", told, "Đặt vạch")
            if not reason:
                return
        if order is not None:
            self._page.do(lambda _p: move_line(desk, order, places, reason), self._told_nothing)

    def toggle_priority(self) -> None:
        """Part equals at the line by women's priority, or leave them to the council."""
        desk, order, draft = self._page.desk, self._order, self._draft
        if order is None or draft is None:
            return
        wanted = not draft.drawn.women_first
        said = (
            "Ngang nhau ở vạch thì ưu tiên nữ, tập thể có từ 70% nữ (Nghị định số 152/2025/NĐ-CP)."
            if wanted
            else "Ngang nhau ở vạch thì để Hội đồng quyết định."
        )
        self._page.do(
            lambda _p: part_equals(desk, order, women_first=wanted),
            lambda _nothing: self._page.tell(Tone.GOOD, said),
        )

    def ask_participants(self) -> None:
        """Ask how many take part."""
        desk, cycle = self._page.desk, self._page.cycle
        if cycle is None:
            return

        def ask(known: dict[SubjectKind, int]) -> None:
            dialog = ParticipantsDialog(known, self._page.texts, self._page.icons, self._page)
            self._page.do_as_filled(
                dialog,
                dialog.numbers,
                lambda numbers: tell_participants(desk, cycle.id, numbers),
                lambda _nothing: self._page.tell(Tone.GOOD, "Đã lưu số tham gia."),
            )

        self._page.do(lambda _p: dict(participants_told(desk, cycle.id)), ask, changes=False)

    @staticmethod
    def _told_nothing(_nothing: None) -> None:
        """The moved line speaks for itself."""

    def take_in(self, row: Listed | None) -> None:
        """Take one in against the order, with a reason."""
        self._say_of(row, ListChoiceKind.TAKEN_IN, "Đưa vào")

    def leave_out(self, row: Listed | None) -> None:
        """Leave one out against the order, with a reason."""
        self._say_of(row, ListChoiceKind.LEFT_OUT, "Để lại")

    def let_order(self, row: Listed | None) -> None:
        """Take the officer's word back."""
        desk, order = self._page.desk, self._order
        if row is not None and order is not None:
            self._page.do(lambda _p: choose(desk, order, None, row.code), self._told_nothing)

    def _say_of(self, row: Listed | None, kind: ListChoiceKind, deed: str) -> None:
        desk, order = self._page.desk, self._order
        if row is None or order is None:
            return
        told = [row.name, *self._page.texts.reasons([check.reason for check in row.blocks])]
        reason = self.ask_reason(f"{deed} trái thứ tự", told, deed)
        if reason:
            choice = ListChoice(row.code, kind, reason)
            self._page.do(lambda _p: choose(desk, order, choice, row.code), self._told_nothing)

    def ask_reason(self, title: str, told: Sequence[str], deed: str) -> str:
        """Ask for a reason; empty where the officer thinks better of it."""
        dialog = ReasonDialog(title, told, deed, self._page.icons, self._page)
        return dialog.text() if dialog.exec() == QDialog.DialogCode.Accepted else ""
