"""Draws papers for the preview: the first page at once, the others after it."""

from __future__ import annotations

import tempfile
from collections import OrderedDict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from thidua_desktop.application.paper_kinds.kind import PlannedPaper
from thidua_desktop.application.ports import PaperWriter
from thidua_desktop.ui.services import UiServices
from thidua_desktop.ui.tasks import Failed

T = TypeVar("T")
Show = Callable[[Sequence[bytes]], None]

_KEPT = 40
"""Papers whose pictures are kept, so that going back to one costs nothing."""


class PaperShowing:
    """Gives a page the pictures of the paper that it wants now; what came too late is dropped."""

    def __init__(self, services: UiServices, failed: Failed) -> None:
        self._services = services
        self._failed = failed
        self._kept: OrderedDict[tuple[str, int], Sequence[bytes]] = OrderedDict()
        self._wanted: PlannedPaper | None = None

    def forget(self) -> None:
        """The data changed: every paper may look otherwise."""
        self._kept.clear()
        self._wanted = None

    def show(self, planned: PlannedPaper | None, width: int, show: Show) -> None:
        """Show a paper, `width` pixels wide."""
        self._wanted = planned
        if planned is None:
            show(())
            return
        kept = self._kept.get((planned.stem, width))
        if kept is not None:
            show(kept)
            return
        self._draw(planned, width, show)

    def _draw(self, planned: PlannedPaper, width: int, show: Show) -> None:
        papers, pictures = self._services.desk.papers, self._services.picture_pages

        def first_page() -> tuple[bytes, Sequence[bytes]]:
            content = _printed(papers, planned)
            return content, pictures(content, width, 0, 1)

        def show_first(drawn: tuple[bytes, Sequence[bytes]]) -> None:
            content, first = drawn
            if self._wanted is planned:
                show(first)
                self._run(
                    lambda: pictures(content, width, 1, None),
                    lambda others: show_all([*first, *others]),
                )

        def show_all(pages: Sequence[bytes]) -> None:
            self._keep((planned.stem, width), pages)
            if self._wanted is planned and len(pages) > 1:
                show(pages)

        self._run(first_page, show_first)

    def _run(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._services.tasks.run(lambda _progress: work(), done, self._failed)

    def _keep(self, key: tuple[str, int], pages: Sequence[bytes]) -> None:
        self._kept[key] = pages
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)


def _printed(papers: PaperWriter, planned: PlannedPaper) -> bytes:
    """The PDF of a paper; nothing of it stays on the disk."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{planned.stem}.pdf"
        papers.write(planned.paper, path)
        return path.read_bytes()
