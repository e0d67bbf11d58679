"""Vụ việc, kỷ luật, lần khen trước, sáng kiến as table lines."""

from __future__ import annotations

from thidua_desktop.application.cases.earlier_awards import EarlierLine
from thidua_desktop.application.cases.initiatives import InitiativeLine
from thidua_desktop.application.cases.subjects import Who
from thidua_desktop.application.text import Texts
from thidua_desktop.domain.awards.cases import DisciplineRecord, HoldRecord
from thidua_desktop.ui.models.columns import Column, Mark
from thidua_desktop.ui.theme import Tone
from thidua_desktop.ui.wording import NOTHING, day

HoldLine = tuple[HoldRecord, Who]
DisciplineLine = tuple[DisciplineRecord, Who]


def hold_columns(texts: Texts) -> list[Column[HoldLine]]:
    """A matter's line."""
    return [
        Column("Tên", lambda line: line[1].name, 0),
        Column("Vụ việc", lambda line: texts.render(f"hold_kind_{line[0].hold.kind}", {}), 300),
        Column(
            "Từ ngày",
            lambda line: day(line[0].hold.from_day),
            100,
            sort_key=lambda line: line[0].hold.from_day,
        ),
        Column(
            "Tình trạng",
            lambda line: "Đang tạm dừng" if line[0].is_open else "Đã kết luận",
            140,
            mark=lambda line: _hold_mark(line[0]),
        ),
    ]


def _hold_mark(record: HoldRecord) -> Mark:
    if record.is_open:
        return Mark(Tone.WARNING, "alert-triangle")
    return Mark(Tone.GOOD, "check-circle")


def discipline_columns() -> list[Column[DisciplineLine]]:
    """A discipline's line."""
    return [
        Column("Tên", lambda line: line[1].name, 0),
        Column("Hình thức", lambda line: line[0].form, 180),
        Column(
            "Từ ngày",
            lambda line: day(line[0].discipline.from_day),
            100,
            sort_key=lambda line: line[0].discipline.from_day,
        ),
        Column("Đến ngày", lambda line: _day_or_nothing(line[0]), 100),
    ]


def _day_or_nothing(record: DisciplineRecord) -> str:
    end = record.discipline.to_day
    return day(end) if end else NOTHING


def earlier_columns() -> list[Column[EarlierLine]]:
    """An earlier award's line."""
    return [
        Column("Người được khen", lambda line: line.award.recipient, 0),
        Column("Hình thức", lambda line: line.award.name, 230),
        Column("Số", lambda line: line.award.number or NOTHING, 110),
        Column(
            "Ngày",
            lambda line: day(line.award.decided_on) if line.award.decided_on else NOTHING,
            100,
        ),
        Column("Đối chiếu", whose, 150, mark=_whose_mark),
    ]


def whose(line: EarlierLine) -> str:
    """Whether it is known whom the award was given to."""
    if line.owner is not None or any(one.is_same for one in line.namesakes):
        return "Đã rõ"
    if line.is_open:
        return "Có thể là một"
    return "Đã rõ" if line.namesakes else "Không trùng tên"


def _whose_mark(line: EarlierLine) -> Mark:
    if whose(line) == "Có thể là một":
        return Mark(Tone.WARNING, "help-circle")
    return Mark(Tone.QUIET)


def initiative_columns() -> list[Column[InitiativeLine]]:
    """A sáng kiến's line."""
    return [
        Column("Tên sáng kiến", lambda line: line.initiative.name, 0),
        Column("Tác giả", lambda line: line.who.name, 200),
        Column("Số văn bản", lambda line: line.initiative.number or NOTHING, 120),
        Column(
            "Sử dụng",
            lambda line: "Đã dùng" if line.users else "Chưa dùng",
            120,
            mark=lambda line: Mark(Tone.INFO, "check") if line.users else Mark(Tone.QUIET),
        ),
    ]
