"""Báo cáo tỉnh: the summary workbook of a cycle."""

from __future__ import annotations

from pathlib import Path

from thidua_desktop.application.folders import ready_folder
from thidua_desktop.application.movement.book import movement_book_in
from thidua_desktop.application.office_workbook import office_workbook
from thidua_desktop.application.paper_kinds.draft import read_draft
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.province.lists import proposal_lists
from thidua_desktop.application.province.summary_sheets import SummaryMatter, summary_sheets
from thidua_desktop.application.results.ranking import by_unit, rank_in
from thidua_desktop.application.rewards.fund_book import show_fund
from thidua_desktop.application.setting_up.planning import plan_of
from thidua_desktop.application.summary import ProvinceSummary
from thidua_desktop.application.text import Texts
from thidua_desktop.domain.errors import InputError

_ENDING = ".xlsx"


def export_province(desk: Desk, texts: Texts, cycle_id: str, path: Path) -> tuple[Path, ...]:
    """Write the province's summary of a cycle.

    Raises:
        NotFound: no such cycle.
        InputError: the name doesn't end as a workbook's, which Excel would not open.
        EnvironmentFault: the file can't be written, or is open in another program.
    """
    if path.suffix.lower() != _ENDING:
        raise InputError("province_form_other_ending", file=path.name, wanted=_ENDING)
    summary = province_summary(desk, texts, cycle_id)
    with ready_folder(path.parent):
        desk.summaries.write(summary, path)
    return (path,)


def province_summary(desk: Desk, texts: Texts, cycle_id: str) -> ProvinceSummary:
    """The content of the summary workbook."""
    draft = read_draft(desk, texts, cycle_id)
    lists = proposal_lists(draft)
    fund = show_fund(desk, draft.context.cycle.year)
    with desk.store.read() as books:
        cycle = books.cycles.get(cycle_id)
        plan = plan_of(books, desk.plans)
        matter = SummaryMatter(
            cycle=cycle,
            plan=plan,
            ranking=rank_in(books, desk, cycle),
            criteria=books.plans.criteria_sets(cycle_id),
            reports=books.collecting.reports(cycle_id),
            appraisals=by_unit(books.appraisals.of_cycle(cycle_id)),
            lists=lists,
            fund=fund,
            book=movement_book_in(books, desk.clock.today(), cycle),
            texts=texts,
        )
    return office_workbook(desk, summary_sheets(matter))
