"""The columns of the evidence page: files that are tied, and files that were only looked at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from thidua_desktop.application.evidence.gaps import EvidenceGap, GapKind
from thidua_desktop.application.evidence.linking import EvidenceUnit
from thidua_desktop.application.evidence.looking import FoundEvidence, FoundState
from thidua_desktop.application.text import Texts
from thidua_desktop.domain.evidence import Evidence
from thidua_desktop.domain.vietnamese.folding import fold
from thidua_desktop.ui.models.columns import Align, CellRejectedError, Column, Mark
from thidua_desktop.ui.theme import Tone
from thidua_desktop.ui.wording import file_size

WHOLE = "Cả phiếu"
FOUND_LOOKS = {
    FoundState.READY: Mark(Tone.GOOD, "check-circle"),
    FoundState.UNSURE: Mark(Tone.WARNING, "help-circle"),
    FoundState.ASIDE: Mark(Tone.BAD, "alert-circle"),
}

GAP_LOOKS = {
    GapKind.DEMANDED: Mark(Tone.BAD, "alert-circle"),
    GapKind.NAMED: Mark(Tone.WARNING, "alert-triangle"),
}


@dataclass(frozen=True, slots=True)
class EvidenceNames:
    """The units of a cycle as the tables call them."""

    units: Mapping[str, EvidenceUnit]

    def unit(self, code: str) -> str:
        """A unit's name."""
        return self.units[code].name if code in self.units else ""

    def criterion_text(self, unit: str, code: str) -> str:
        """The words of a criterion."""
        asked = self.units[unit].asked if unit in self.units else ()
        return next((one.text for one in asked if one.code == code), "")

    def unit_typed(self, text: str) -> str:
        """The code of the unit whose name or code was typed; a part of a name is enough."""
        wanted = fold(text)
        if not wanted:
            return ""
        exact = [c for c, u in self.units.items() if wanted in (fold(c), fold(u.name))]
        found = exact or [c for c, u in self.units.items() if wanted in fold(u.name)]
        if len(found) != 1:
            raise CellRejectedError(
                f"Có {len(found)} đơn vị khớp với «{text}». Hãy gõ đủ tên đơn vị."
            )
        return found[0]

    def criterion_typed(self, unit: str, text: str) -> str:
        """The code of the criterion that was typed; nothing stands for the whole form."""
        if not text or fold(text) == fold(WHOLE):
            return ""
        asked = self.units[unit].asked if unit in self.units else ()
        found = next((one.code for one in asked if fold(one.code) == fold(text)), "")
        if not found:
            known = ", ".join(one.code for one in asked) or "hãy ghi đơn vị trước"
            raise CellRejectedError(f"Đơn vị không có tiêu chí «{text}» (các mã: {known}).")
        return found


def link_columns(names: Sequence[EvidenceNames]) -> list[Column[Evidence]]:
    """A tied file's line; `names` holds the newest names as its last."""
    return [
        Column("Đơn vị", lambda one: names[-1].unit(one.unit), 220),
        Column("Tiêu chí", lambda one: one.criterion or WHOLE, 100),
        Column(
            "Tên tệp",
            lambda one: one.title,
            0,
            edit=lambda one, typed: replace(one, title=typed),
            title_tip="Bấm F2 hoặc bấm đúp để đổi tên; đuôi tệp giữ nguyên.",
        ),
        Column(
            "Cỡ", lambda one: file_size(one.size), 80, Align.RIGHT, sort_key=lambda one: one.size
        ),
    ]


def gap_columns(texts: Texts) -> list[Column[EvidenceGap]]:
    """The line of a criterion without a file."""
    return [
        Column("Đơn vị", lambda gap: gap.name, 210),
        Column("Tiêu chí", lambda gap: gap.criterion, 90),
        Column("Đơn vị nêu", lambda gap: gap.named, 0),
        Column(
            "Tình trạng",
            lambda gap: texts.render(f"gap_{gap.kind}", {}),
            190,
            mark=lambda gap: GAP_LOOKS[gap.kind],
        ),
    ]


def found_columns(names: Sequence[EvidenceNames], texts: Texts) -> list[Column[FoundEvidence]]:
    """A looked-at file's line; unit and criterion can be typed."""

    def with_unit(one: FoundEvidence, text: str) -> FoundEvidence:
        return _settled(one, replace(one, unit=names[-1].unit_typed(text)))

    def with_criterion(one: FoundEvidence, text: str) -> FoundEvidence:
        return _settled(one, replace(one, criterion=names[-1].criterion_typed(one.unit, text)))

    return [
        Column("Tệp", lambda one: one.shown, 0),
        Column("Đơn vị", lambda one: names[-1].unit(one.unit), 190, edit=with_unit),
        Column("Tiêu chí", _criterion_words, 90, edit=with_criterion),
        Column(
            "Kết quả",
            lambda one: texts.render(f"found_{one.state}", {}),
            170,
            mark=lambda one: FOUND_LOOKS[one.state],
        ),
    ]


def _criterion_words(one: FoundEvidence) -> str:
    if one.criterion or one.state is not FoundState.READY:
        return one.criterion
    return WHOLE


def _settled(before: FoundEvidence, now: FoundEvidence) -> FoundEvidence:
    """What the person said is sure; a criterion of another unit is none of this one's."""
    if before.state is FoundState.ASIDE:
        raise CellRejectedError("Tệp này không nhận được, xem lý do ở khung bên phải.")
    if not now.unit:
        return replace(now, state=FoundState.UNSURE)
    is_moved = now.unit != before.unit and before.unit
    criterion = "" if is_moved else now.criterion
    is_told = bool(criterion) or now.unit == before.unit
    state = FoundState.READY if is_told else FoundState.UNSURE
    return replace(now, criterion=criterion, state=state, issue=None)
