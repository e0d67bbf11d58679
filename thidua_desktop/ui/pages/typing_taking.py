"""Taking a typed paper form in: faults are told before anything is recorded."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from thidua_desktop.application.collecting.typing_in import TypedIn, judge_typed, take_typed
from thidua_desktop.application.evidence.typed_scan import attach_scan, scan_of
from thidua_desktop.application.forms.typed_form import TypedForm
from thidua_desktop.domain.reasons import Issue
from thidua_desktop.ui.pages.evidence_work import EvidenceWork
from thidua_desktop.ui.theme import Tone
from thidua_desktop.ui.wording import points

if TYPE_CHECKING:
    from thidua_desktop.ui.pages.page import Page


SCANS = "Bản chụp (*.pdf *.jpg *.jpeg *.png *.tif *.tiff);;Mọi tệp (*)"


class TypingTaking:
    """Takes forms for a page, which shows the answers; `read` gives the form on the screen."""

    def __init__(self, page: Page, read: Callable[[], TypedForm | None]) -> None:
        self._page = page
        self._read = read

    def take(self, form: TypedForm) -> None:
        """Take a form, or tell what is faulty."""
        desk = self._page.desk

        def work() -> TypedIn | tuple[Issue, ...]:
            stops = tuple(issue for issue in judge_typed(desk, form) if issue.stops)
            return stops or take_typed(desk, form)

        self._page.do(lambda _progress: work(), lambda done: self._tell(form, done))

    def attach_scan(self) -> None:
        """Choose the scan of the paper and keep it beside what is typed."""
        page, desk, form = self._page, self._page.desk, self._read()
        if form is None:
            page.tell(Tone.INFO, "Hãy chọn đơn vị trước.")
            return
        files = page.choose_files("Chọn bản chụp phiếu giấy", SCANS)
        if files:
            page.do(
                lambda _progress: attach_scan(desk, form, files[0]),
                lambda _scanned: page.tell(
                    Tone.GOOD, f"Đã đính kèm bản chụp «{files[0].name}» cho cả phiếu."
                ),
                what="Đang giữ bản chụp",
            )

    def open_scan(self, form: TypedForm) -> None:
        """Open the scan, to be compared with what is typed."""
        page, desk = self._page, self._page.desk
        page.do(lambda _progress: scan_of(desk, form), EvidenceWork(page).open, changes=False)

    def _tell(self, form: TypedForm, done: TypedIn | tuple[Issue, ...]) -> None:
        page = self._page
        if isinstance(done, tuple):
            texts = page.texts
            page.tell(
                Tone.WARNING,
                f"Còn {len(done)} chỗ chưa đúng, chưa nhận phiếu. Hãy so lại với bản giấy.",
                details=[": ".join(filter(None, (texts.place(i), texts.issue(i)))) for i in done],
                action=("Bản giấy ghi đúng như vậy", lambda: self._record_faulty(form)),
            )
            return
        name = done.file.unit_name
        if done.operation is None:
            page.tell(Tone.INFO, f"Phiếu giấy của «{name}» đã nhập đúng như vậy từ trước.")
        elif done.file.report is None:
            page.tell(Tone.WARNING, f"«{name}» đã gửi một bản mới hơn; bản giấy này không thay.")
        else:
            total = sum(line.points or 0 for line in done.file.report.lines)
            page.tell(
                Tone.GOOD,
                f"Đã nhận phiếu giấy của «{name}»: tự chấm {points(total)} điểm.",
                action=page.undoing.offer(done.operation),
            )

    def _record_faulty(self, form: TypedForm) -> None:
        """The paper itself is faulty: it was sent, and goes back to the unit."""
        page, desk = self._page, self._page.desk
        page.do(
            lambda _progress: take_typed(desk, form),
            lambda done: page.tell(
                Tone.INFO,
                f"Đã ghi: «{done.file.unit_name}» có nộp nhưng cần sửa. Lập phiếu trả lại ở "
                "trang Thu phiếu.",
                action=page.undoing.offer(done.operation),
            ),
        )
