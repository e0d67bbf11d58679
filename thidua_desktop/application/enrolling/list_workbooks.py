"""Tải tệp mẫu, lưu tệp có ghi chú: the workbooks around the import of a list."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from thidua_desktop.application.enrolling.list_import import ImportOutcome
from thidua_desktop.application.lists.blank_lists import blank_person_list, blank_unit_list
from thidua_desktop.application.lists.remarks import RemarkedList, place_of, remarked_sheets
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.text import Texts
from thidua_desktop.domain.errors import Conflict


class ListKind(StrEnum):
    """Which register a list is for."""

    UNITS = "units"
    PEOPLE = "people"


def save_blank_list(desk: Desk, kind: ListKind, path: Path) -> None:
    """Write the blank list of a register, with what may be chosen in this office.

    Raises:
        EnvironmentFault: the file can't be written.
    """
    with desk.store.read() as books:
        if kind is ListKind.UNITS:
            blank = blank_unit_list(books.plans.groups())
        else:
            blank = blank_person_list(books.units.all())
    desk.lists.write_blank(blank, path)


def save_remarked_list(desk: Desk, texts: Texts, outcome: ImportOutcome, path: Path) -> None:
    """Write what was sent as a new workbook whose doubtful cells are coloured and commented.

    Raises:
        Conflict: the path is that of the file that was sent, which is never written over.
        EnvironmentFault: the file can't be written.
    """
    source = outcome.grid.path
    if path.exists() and source.exists() and path.samefile(source):
        raise Conflict("remarks_over_source", file=source.name)
    general = [issue for issue in outcome.issues if place_of(issue.cell) is None]
    desk.lists.write_remarked(
        RemarkedList(
            source.name,
            remarked_sheets(outcome.grid.sheets, outcome.issues, texts.issue),
            tuple((texts.place(issue), texts.issue(issue)) for issue in general),
        ),
        path,
    )
