"""Gives, takes over and words: what is kept of each giấy khen beside its decision."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from thidua_desktop.application.certificates.listing import DecidedCertificate
from thidua_desktop.application.certificates.numbering import (
    NumberGiven,
    give_numbers,
    next_number,
    numbers_open,
    set_numbers,
    set_wording,
)
from thidua_desktop.ui.dialogs.certificate_dialogs import NumbersDialog, WordingDialog
from thidua_desktop.ui.theme import Tone

if TYPE_CHECKING:
    from thidua_desktop.ui.pages.page import Page


class CertificateNumbers:
    """The golden register and the wording of sheets, for the page of the giấy khen."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def give(self, certificates: Sequence[DecidedCertificate]) -> None:
        """Let the golden register go on for those that have no number."""
        page, desk = self._page, self._page.desk
        waiting = [one for one in certificates if one.kept.golden_number is None]
        if not waiting:
            return
        year = waiting[0].decided_on.year
        open_ = numbers_open(desk, year)
        dialog = NumbersDialog(len(waiting), next_number(desk, year), open_, page.icons, page)
        page.do_as_filled(
            dialog,
            dialog.first.number,
            lambda first: give_numbers(desk, waiting, first),
            self._tell,
        )

    def _tell(self, given: tuple[NumberGiven, ...]) -> None:
        numbers = [one.number for one in given]
        self._page.tell(
            Tone.GOOD,
            f"Đã cấp {len(given)} số sổ vàng, từ số {min(numbers)} đến số {max(numbers)}.",
        )

    def take_over(
        self, edited: Sequence[DecidedCertificate], certificates: Sequence[DecidedCertificate]
    ) -> None:
        """Keep the numbers that were typed or pasted."""
        page, desk = self._page, self._page.desk
        known = {one.key: one for one in certificates}
        typed = [(known[one.key], one.kept.golden_number) for one in edited]
        page.do(
            lambda _progress: set_numbers(desk, typed),
            lambda _nothing: page.tell(Tone.GOOD, f"Đã ghi {len(typed)} số sổ vàng."),
        )

    def reword(self, one: DecidedCertificate) -> None:
        """Word a sheet differently."""
        page, desk = self._page, self._page.desk
        dialog = WordingDialog(one, page.icons, page)
        page.do_as_filled(
            dialog,
            dialog.wording,
            lambda wording: set_wording(desk, one, *wording),
            lambda _nothing: page.tell(
                Tone.GOOD, f"Đã sửa lời ghi trên giấy khen của {one.subject_name}."
            ),
        )
