"""What is done with evidence from any page: add, fetch scans, open, take off."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from thidua_desktop.application.evidence.linking import (
    EvidenceAdded,
    EvidencePlace,
    add_evidence,
    remove_evidence,
    rename_evidence,
)
from thidua_desktop.application.evidence.looking import (
    FoundEvidence,
    FoundState,
    look_for_evidence,
    new_scans,
)
from thidua_desktop.application.evidence.opening import copy_to_open
from thidua_desktop.domain.errors import EnvironmentFault, InputError
from thidua_desktop.domain.evidence import Evidence
from thidua_desktop.ui.theme import Tone
from thidua_desktop.ui.widgets.evidence_list import EvidenceList

if TYPE_CHECKING:
    from thidua_desktop.ui.pages.page import Page

KINDS = (
    "Minh chứng (*.pdf *.jpg *.jpeg *.png *.tif *.tiff *.doc *.docx *.odt *.xls *.xlsx *.ods "
    "*.ppt *.pptx *.txt *.csv *.mp4 *.mp3);;Mọi tệp (*)"
)
_NAMED = 3
"""So many names stand in a sentence."""


class EvidenceWork:
    """Does it for a page, which shows the answers."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def list_of(self, place: EvidencePlace, files: Sequence[Evidence]) -> EvidenceList:
        """The widget that shows the files of one place."""
        made = EvidenceList(self._page.icons, files)
        made.dropped.connect(lambda paths: self.add(paths, place))
        made.choose_wanted.connect(lambda: self.choose(place))
        made.scans_wanted.connect(lambda: self.fetch_scans(place))
        made.open_wanted.connect(self.open)
        made.remove_wanted.connect(self.remove)
        return made

    def choose(self, place: EvidencePlace) -> None:
        """Choose files for a place."""
        files = self._page.choose_files("Chọn tệp minh chứng", KINDS)
        if files:
            self.add(files, place)

    def add(self, paths: Sequence[Path], place: EvidencePlace) -> None:
        """Tie files to a place; what can't be evidence is told and left out."""
        page, desk, cycle = self._page, self._page.desk, self._page.cycle
        if cycle is None:
            return

        def look() -> tuple[FoundEvidence, ...]:
            return look_for_evidence(desk, cycle.id, paths, place)

        page.do(
            lambda _progress: look(),
            self.take,
            what="Đang đọc tệp",
            changes=False,
        )

    def take(self, found: Sequence[FoundEvidence], after: Callable[[], None] | None = None) -> None:
        """Take what is ready among the files that were looked at; then do what comes after."""
        page, desk, cycle = self._page, self._page.desk, self._page.cycle
        ready = [one.file for one in found if one.state is FoundState.READY]
        aside = [one for one in found if one.state is FoundState.ASIDE]
        if cycle is None:
            return
        if not ready:
            page.tell(Tone.WARNING, "Không có tệp nào nhận được.", details=self._reasons(aside))
            return

        def settle(added: EvidenceAdded) -> None:
            self._tell_added(added, aside)
            if after is not None:
                after()

        page.do(
            lambda progress: add_evidence(desk, cycle.id, ready, progress),
            settle,
            what="Đang giữ tệp minh chứng",
        )

    def _tell_added(self, added: EvidenceAdded, aside: Sequence[FoundEvidence]) -> None:
        said = f"Đã thêm {len(added.added)} tệp minh chứng"
        said += f", {added.known} tệp đã có từ trước" if added.known else ""
        said += f", {len(aside)} tệp không nhận" if aside else ""
        self._page.tell(
            Tone.WARNING if aside else Tone.GOOD,
            f"{said}.",
            details=self._reasons(aside),
            action=self._page.undoing.offer(added.operation),
        )

    def _reasons(self, aside: Sequence[FoundEvidence]) -> list[str]:
        texts = self._page.texts
        return [f"{one.shown}: {texts.issue(one.issue)}" for one in aside if one.issue]

    def fetch_scans(self, place: EvidencePlace) -> None:
        """Show the new files of the scan folder, to be tied to a place."""
        self.with_scans(lambda paths: self._offer(paths, place))

    def _offer(self, paths: Sequence[Path], place: EvidencePlace) -> None:
        names = ", ".join(path.name for path in paths[:_NAMED])
        more = f" và {len(paths) - _NAMED} tệp khác" if len(paths) > _NAMED else ""
        self._page.tell(
            Tone.INFO,
            f"Thư mục quét có {len(paths)} tệp mới: {names}{more}.",
            action=("Thêm vào tiêu chí này", lambda: self.add(paths, place)),
        )

    def with_scans(self, show: Callable[[Sequence[Path]], None]) -> None:
        """Look for new scans; the folder is asked for where there is none."""
        page, desk, cycle = self._page, self._page.desk, self._page.cycle
        if cycle is None:
            return
        folder = desk.scans.folder()
        if (folder is None or not folder.is_dir()) and not self.set_scan_folder():
            return

        def tell(paths: tuple[Path, ...]) -> None:
            if paths:
                show(paths)
            else:
                page.tell(Tone.INFO, f"Không có tệp mới trong thư mục quét {desk.scans.folder()}.")

        page.do(lambda _progress: new_scans(desk, cycle.id), tell, changes=False)

    def set_scan_folder(self) -> bool:
        """Ask which folder the scanner writes into; whether one was chosen."""
        chosen = self._page.choose_folder("Chọn thư mục mà máy quét ghi tệp vào")
        if chosen is None:
            return False
        try:
            self._page.desk.scans.remember(chosen)
        except EnvironmentFault as error:
            self._page.tell_failure(error)
            return False
        return True

    def open(self, link: Evidence) -> None:
        """Open a copy with the person's own program."""
        page, desk = self._page, self._page.desk

        def show(path: Path) -> None:
            try:
                page.state.services.open_path(path)
            except (EnvironmentFault, InputError) as error:
                page.tell_failure(error)

        page.do(lambda _progress: copy_to_open(desk, link), show, changes=False)

    def rename(self, link: Evidence) -> None:
        """Call a file as it was typed, but for its ending."""
        page, desk = self._page, self._page.desk
        page.do(
            lambda _progress: rename_evidence(desk, link, link.title),
            lambda named: page.tell(Tone.GOOD, f"Tệp nay có tên «{named.title}»."),
        )

    def remove(self, link: Evidence) -> None:
        """Take a link off; undoable."""
        page, desk = self._page, self._page.desk
        page.do(
            lambda _progress: remove_evidence(desk, link),
            lambda operation: page.tell(
                Tone.GOOD, f"Đã gỡ «{link.title}».", action=page.undoing.offer(operation)
            ),
        )
