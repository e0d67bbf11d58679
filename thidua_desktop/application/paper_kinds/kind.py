"""A kind of paper, and one paper of it that is planned but not drawn up yet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from thidua_desktop.application.papers.in_print import in_print
from thidua_desktop.application.papers.model import Paper

if TYPE_CHECKING:
    from thidua_desktop.application.paper_kinds.draft import Draft


class PaperGroup(StrEnum):
    """What a paper is for, in the order of the year; named by the texts `paper_group_…`."""

    REMINDING = "reminding"  # đôn đốc
    APPRAISING = "appraising"  # thẩm định, kiểm tra
    PROPOSING = "proposing"  # hồ sơ đề nghị
    SESSION = "session"  # phiên họp
    DECIDING = "deciding"  # quyết định
    CEREMONY = "ceremony"  # lễ trao


@dataclass(frozen=True, slots=True)
class PlannedPaper:
    """One paper that the cycle needs; its content is drawn up when somebody asks for it.

    Attributes:
        stem: the name of its file, without ending.
        kind: the code of its `PaperKind`.
        about: what tells it from others of its kind: an award, a unit, a name, a session.
        draw: makes the content; it touches no register, so it may run at any later time.
        number: số; empty while the văn thư has not given it, `None` for papers without one.
        signed_on: its date, `None` while it is blank.
        award: the award whose dossier it belongs to, empty for none.
        proposals: whose dossiers it belongs to, by the numbers of the proposals.
        is_blank: a form to take along and fill in by hand, of which few are ever wanted.
    """

    stem: str
    kind: str
    group: PaperGroup
    about: str
    draw: Callable[[], Paper] = field(compare=False, repr=False)
    number: str | None = None
    signed_on: dt.date | None = None
    award: str = ""
    proposals: tuple[int, ...] = ()
    is_blank: bool = False

    @property
    def paper(self) -> Paper:
        """Its content, as the data stood when it was planned and as it can be printed."""
        return in_print(self.draw())

    def drawn(self) -> tuple[Paper, tuple[str, ...]]:
        """Its content, with the texts of which signs were left out that can't be printed."""
        told: dict[str, None] = {}
        return in_print(self.draw(), told), tuple(told)


@dataclass(frozen=True, slots=True)
class PaperKind:
    """One kind of paper of the office.

    The texts name it (`paper_kind_CODE`), say when it is needed (`paper_why_CODE`) and where its
    form stands and how sure that is (`paper_source_CODE`).

    Attributes:
        planned: the papers of this kind that a cycle needs as it stands.
        in_dossier: whether it goes with the awards once the council has voted; what stands
            beside them (reminders, score sheets of all units) is drawn up by itself.
    """

    code: str
    group: PaperGroup
    planned: Callable[[Draft], Iterable[PlannedPaper]]
    in_dossier: bool = False
