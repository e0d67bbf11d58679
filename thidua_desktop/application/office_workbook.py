"""A workbook of the office around some tables: its heading, its signature, its mark."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from thidua_desktop.application.folders import ready_folder
from thidua_desktop.application.naming import authority_lines, commune_title, signer_name
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.practice import marked
from thidua_desktop.application.setting_up.planning import plan_of
from thidua_desktop.application.summary import ProvinceSummary, SummarySheet
from thidua_desktop.domain.vietnamese.dates import blank_long_date


def office_workbook(desk: Desk, sheets: Sequence[SummarySheet]) -> ProvinceSummary:
    """Tables as a workbook of the office, made now."""
    with desk.store.read() as books:
        plan, office, dataset = plan_of(books, desk.plans), books.office, books.dataset
    newest = desk.store.operations(limit=1)[0].id
    now = desk.clock.now()
    made = f"Bản {dataset.id[:8]}/{newest}, lập lúc {now:%H:%M ngày %d/%m/%Y}"
    return ProvinceSummary(
        office_lines=("ỦY BAN NHÂN DÂN", commune_title(plan.commune).upper()),
        place_and_date=f"{plan.commune.place_in_date}, {blank_long_date(now.year)}",
        signature=authority_lines(office),
        signer=signer_name(office),
        sheets=tuple(sheets),
        mark=marked(dataset, made),
    )


def write_office_workbook(desk: Desk, sheets: Sequence[SummarySheet], path: Path) -> Path:
    """Write tables as a workbook of the office.

    Raises:
        EnvironmentFault: the file can't be written, or is open in another program.
    """
    made = office_workbook(desk, sheets)
    with ready_folder(path.parent):
        desk.summaries.write(made, path)
    return path
