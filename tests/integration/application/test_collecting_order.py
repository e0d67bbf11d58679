"""Files may come twice, in any order and in any batches: the registers end the same (plan D8)."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.office_in_hand import CYCLE, Answer, OfficeInHand, copied
from thidua_desktop.application.collecting.board import BoardRow, collecting_board
from thidua_desktop.domain.self_reports import SelfReport

NAMES = ("Phòng Kinh tế", "Công an xã", "Trường Mầm non Hoa Mẫu")


@dataclass(frozen=True)
class Sent:
    """One file that a unit sends: good points, or a fault."""

    unit: str
    minute: int
    points: int | str


@dataclass(frozen=True)
class Delivery:
    """The same files in two orders, the second cut into batches and partly sent twice."""

    sent: tuple[Sent, ...]
    order: tuple[int, ...]
    cuts: frozenset[int]
    again: frozenset[int]


@st.composite
def deliveries(draw: st.DrawFn) -> Delivery:
    files = st.builds(
        Sent,
        st.sampled_from(NAMES),
        st.integers(0, 2),
        st.one_of(st.integers(0, 3), st.just("đạt")),
    )
    sent = tuple(draw(st.lists(files, min_size=1, max_size=7, unique=True)))
    places = st.integers(0, len(sent) - 1)
    return Delivery(
        sent,
        tuple(draw(st.permutations(range(len(sent))))),
        draw(st.frozensets(places, max_size=3)),
        draw(st.frozensets(places, max_size=3)),
    )


def saved(office: OfficeInHand, delivery: Delivery) -> list[Path]:
    """The files on disk; each has words of its own, so no two have the same content."""
    return [
        office.put(
            office.form(one.unit),
            f"{number}.xlsx",
            one.minute,
            {"ND3": Answer(one.points, f"Lần gửi thứ {number}.")},
        )
        for number, one in enumerate(delivery.sent)
    ]


def batches(files: list[Path], delivery: Delivery) -> list[list[Path]]:
    cut: list[list[Path]] = [[]]
    for place, number in enumerate(delivery.order):
        if place in delivery.cuts and cut[-1]:
            cut.append([])
        cut[-1].append(files[number])
    return [*cut, [files[number] for number in sorted(delivery.again)]]


Registers = tuple[dict[str, SelfReport], tuple[BoardRow, ...]]


def registers(office: OfficeInHand) -> Registers:
    """What the office goes on with: reports, and where each unit stands."""
    with office.desk.store.read() as books:
        reports = dict(books.collecting.reports(CYCLE))
    return reports, collecting_board(office.desk, CYCLE).rows


@settings(max_examples=settings().max_examples // 6)
@given(delivery=deliveries())
def test_order_batches_and_repetition_change_nothing(
    built_office: Path, delivery: Delivery
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        with copied(built_office, Path(folder) / "at-once") as office:
            office.collect(*saved(office, delivery))
            at_once = registers(office)
        with copied(built_office, Path(folder) / "in-parts") as office:
            for batch in batches(saved(office, delivery), delivery):
                if batch:
                    office.collect(*batch)
            assert registers(office) == at_once
            operations = office.desk.store.operations()
            office.collect(office.folder / "sent")
            assert office.desk.store.operations() == operations
            assert office.desk.store.check() == ()
