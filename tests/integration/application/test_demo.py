"""Năm mẫu: the whole year by the use cases, on each plan and at any size, without real files."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from tests.office_in_hand import (
    CYCLE,
    MORNING,
    Answer,
    FormsInHand,
    GridsInHand,
    PapersInHand,
    WrittenInHand,
    returned,
)
from thidua_desktop.application.collecting.board import BoardState, collecting_board
from thidua_desktop.application.demo.answers import FilledForm
from thidua_desktop.application.demo.order import DemoMade, DemoOrder
from thidua_desktop.application.demo.scene import STEPS, DemoTools
from thidua_desktop.application.demo.year import make_year
from thidua_desktop.application.enrolling.registers import list_people, list_units
from thidua_desktop.application.grids import CellFault, SheetGrid
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.progress import Progress
from thidua_desktop.application.results.ranking import rank_cycle
from thidua_desktop.application.summary import ProvinceSummary
from thidua_desktop.bootstrap import Joiner
from thidua_desktop.domain.errors import EnvironmentFault
from thidua_desktop.domain.proposals import ProposalStatus
from thidua_desktop.system.clock import FixedClock

SLUGS = ("cao-minh", "dang-thuy-tram", "tay-hieu", "trung-khanh", "xuan-hung")

REWARDED_EACH_YEAR = ("cao-minh", "dang-thuy-tram", "trung-khanh")
"""The plans that give bằng khen of the province before tổng kết."""


@dataclass(frozen=True)
class SummariesAsGrids:
    """Port `SummaryWriter`: what it writes can be read again."""

    grids: GridsInHand
    written: WrittenInHand

    def write(self, summary: ProvinceSummary, path: Path) -> None:
        self.written.summaries[path] = summary
        sheets = tuple(
            SheetGrid(
                sheet.title,
                visible=True,
                rows=(tuple(column.title for column in sheet.columns), *sheet.rows),
            )
            for sheet in summary.sheets
        )
        self.grids.put(path, sheets)


@dataclass
class Stage:
    """What a practice year is played on."""

    order: DemoOrder
    grids: GridsInHand = field(default_factory=GridsInHand)
    written: WrittenInHand = field(default_factory=WrittenInHand)
    minutes: Iterator[int] = field(default_factory=itertools.count)

    def __post_init__(self) -> None:
        self.clock = FixedClock(self.order.first_day)
        self.joiner = Joiner.detect(self.clock)

    @contextmanager
    def open_desk(self, folder: Path) -> Iterator[Desk]:
        with self.joiner.open_desk(folder) as desk:
            yield replace(
                desk,
                workbooks=self.grids,
                forms=FormsInHand(self.written, self.grids),
                summaries=SummariesAsGrids(self.grids, self.written),
                papers=PapersInHand(self.written),
            )

    def fill_form(self, source: Path, target: Path, filled: FilledForm) -> None:
        answers = {}
        for code, (points, explanation, evidence) in filled.answers.items():
            value = points / 100 if isinstance(points, int) else points
            is_formula = isinstance(value, str) and value.startswith("=")
            seen = CellFault.FORMULA_WITHOUT_VALUE if is_formula else value
            answers[code] = Answer(seen, explanation, evidence)
        saved_at = MORNING + dt.timedelta(minutes=next(self.minutes))
        self.grids.put(target, returned(self.written.forms[source], answers), saved_at)

    def play(self, progress: Progress | None = None) -> DemoMade:
        tools = DemoTools(
            texts=self.joiner.texts,
            start_office=self.joiner.start_office,
            open_desk=self.open_desk,
            go_to=self.clock.set,
            fill_form=self.fill_form,
            picture_pages=lambda _data, _folder: [],
            picture_paper=lambda _paper, _folder: [],
        )
        return make_year(self.order, tools, progress)


def stage(folder: Path, slug: str, units: int | None = 12, seed: int = 1) -> Stage:
    return Stage(DemoOrder(folder / "nam-mau", slug, units, seed))


@pytest.mark.parametrize("slug", SLUGS)
def test_a_year_on_each_plan_ends_with_its_results(slug: str, tmp_path: Path) -> None:
    play = stage(tmp_path, slug)
    made = play.play()
    with play.open_desk(made.data) as desk:
        assert len(list_units(desk)) == 12
        assert list_people(desk)
        board = collecting_board(desk, CYCLE)
        mended = len(play.written.slips)
        assert (board.received, board.count(BoardState.LATE)) == (11, 1)
        assert mended
        assert board.count(BoardState.FAULTY) == 0
        ranking = rank_cycle(desk, CYCLE)
        silent = [r for group in ranking.groups for r in group.rows if r.rank is None]
        assert len(silent) == 1
        assert ranking.is_final
        with desk.store.read() as books:
            proposals = books.awards.proposals(CYCLE)
            statuses = {proposal.status for proposal in proposals}
            assert books.dataset.is_practice
        assert {ProposalStatus.DECIDED, ProposalStatus.NOT_PASSED} <= statuses
        assert desk.store.check() == ()
    assert {path.name for path in made.files} >= {"giay-khen.pdf", "trang-thu.pdf"}
    assert ("bang_khen_tinh" in {p.award for p in proposals}) == (slug in REWARDED_EACH_YEAR)
    assert play.written.slips
    assert any(path.name.startswith("quyet-dinh") for path in play.written.papers)
    assert any(path.parent.name == "bao-cao-tinh" for path in play.written.summaries)
    assert {path.name for _, path in made.places} >= {"van-ban", "phieu-tra-lai", "bao-cao-tinh"}


@pytest.mark.parametrize(("units", "seed"), [(3, 1), (4, 2), (5, 3), (30, 1)])
def test_a_year_has_as_many_units_as_were_asked_for(units: int, seed: int, tmp_path: Path) -> None:
    play = stage(tmp_path, "cao-minh", units, seed)
    made = play.play()
    with play.open_desk(made.data) as desk:
        assert len(list_units(desk)) == units
        assert collecting_board(desk, CYCLE).received == units - 1


@pytest.mark.parametrize("slug", ["xuan-hung", "tay-hieu"])
def test_a_single_award_of_the_commune_is_decided_too(slug: str, tmp_path: Path) -> None:
    """Also where the plan has no award of the province to propose beside it."""
    play = stage(tmp_path, slug, 3, 5)
    made = play.play()
    with play.open_desk(made.data) as desk, desk.store.read() as books:
        (proposal,) = books.awards.proposals(CYCLE)
    assert proposal.status is ProposalStatus.DECIDED
    assert "giay-khen.pdf" in {path.name for path in made.files}


def test_fewer_than_three_make_no_year(tmp_path: Path) -> None:
    play = stage(tmp_path, "xuan-hung", 1)
    made = play.play()
    with play.open_desk(made.data) as desk:
        assert len(list_units(desk)) == 3


def test_the_same_order_gives_the_same_year(tmp_path: Path) -> None:
    files, totals = [], []
    for name in ("one", "other"):
        play = stage(tmp_path / name, "tay-hieu", 14, seed=7)
        made = play.play()
        with play.open_desk(made.data) as desk:
            ranking = rank_cycle(desk, CYCLE)
        made_files = [path.relative_to(play.order.out) for path in made.files]
        files.append([path for path in made_files if "sao-luu" not in path.parts])
        totals.append([(r.unit.name, r.total) for g in ranking.groups for r in g.rows])
    assert files[0] == files[1]
    assert totals[0] == totals[1]


def test_progress_ends_at_its_total(tmp_path: Path) -> None:
    heard = []

    def hear(done: int, total: int, label: str = "") -> None:
        heard.append((done, total, bool(label)))

    stage(tmp_path, "cao-minh").play(hear)
    assert [done for done, _, _ in heard] == list(range(STEPS + 1))
    assert {total for _, total, _ in heard} == {STEPS}


def test_a_practice_year_replaces_only_its_like(tmp_path: Path) -> None:
    first = stage(tmp_path, "cao-minh", 3)
    first.play()
    stage(tmp_path, "tay-hieu", 3).play()
    foreign = tmp_path / "của tôi"
    foreign.mkdir()
    (foreign / "ảnh.png").write_bytes(b"x")
    with pytest.raises(EnvironmentFault, match="out_folder_foreign"):
        Stage(DemoOrder(foreign, "tay-hieu", 3, 1)).play()
    assert (foreign / "ảnh.png").read_bytes() == b"x"
