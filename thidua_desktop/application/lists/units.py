"""Danh sách đơn vị: from a list's rows to drafts of units."""

from __future__ import annotations

import re
from collections.abc import Sequence

from thidua_desktop.application.grids import WorkbookGrid
from thidua_desktop.application.lists.reading import (
    Reading,
    ReadRow,
    begins_like_heading,
    is_heading_number,
    is_total_row,
    read_count,
    read_phone,
    said_total,
)
from thidua_desktop.application.lists.table import Meaning, find_table
from thidua_desktop.domain.plan import UnitGroup
from thidua_desktop.domain.reasons import Severity
from thidua_desktop.domain.units import Unit
from thidua_desktop.domain.vietnamese.folding import fold, match_key

MEANINGS = (
    Meaning("number", (r"^(stt|tt|so tt|so thu tu)$",)),
    Meaning("female", (r"\bnu\b",)),
    Meaning("group", (r"nhom", r"loai hinh", r"phan loai")),
    Meaning("cluster", (r"khoi thi dua", r"cum thi dua", r"^(khoi|cum)$")),
    Meaning("head", (r"nguoi dung dau", r"thu truong", r"chuc vu", r"dai dien")),
    Meaning("phone", (r"dien thoai", r"zalo", r"sdt", r"so dt")),
    Meaning("total", (r"tong so", r"so nguoi", r"so luong", r"bien che", r"so lao dong")),
    Meaning(
        "name",
        (
            r"ten (co quan|don vi|to chuc|doanh nghiep|tap the)",
            r"^(co quan|don vi|tap the)",
            r"^ten$",
        ),
    ),
)

NAME = "name"
_OTHER_COLUMNS = ("head", "total", "female", "cluster", "phone", "group")


def read_units(grid: WorkbookGrid, groups: Sequence[UnitGroup]) -> Reading[Unit] | None:
    """The units of a list, with every doubt by cell; `None` where no table is found.

    Codes are empty: they are given when the units are added.
    """
    table = find_table(grid, MEANINGS, NAME)
    if table is None:
        return None
    reading: Reading[Unit] = Reading(table)
    walk = _Walk(reading, tuple(groups))
    hidden = []
    for row in table.rows():
        if row in table.sheet.hidden_rows:
            hidden.append(row)
        walk.take(row)
        if walk.ended:
            break
    if hidden:
        reading.tell("rows_hidden", f"A{hidden[0] + 1}", Severity.WARNING, count=len(hidden))
    return reading


class _Walk:
    """Goes down the rows, remembering the heading above and the spellings seen."""

    def __init__(self, reading: Reading[Unit], groups: tuple[UnitGroup, ...]) -> None:
        self.reading = reading
        self.groups = groups
        self.heading: UnitGroup | None = None
        self.ended = False
        self._first_cells: dict[str, str] = {}
        self._clusters: dict[str, str] = {}

    def take(self, row: int) -> None:
        """Understand one row."""
        name = self.reading.table.text(row, NAME)
        # Titles and totals are often merged over the table, so that they stand in its first cell.
        label, column = (name, NAME) if name else (self.reading.table.text(row, "number"), "number")
        cell = self.reading.table.cell(row, column)
        if is_total_row(label):
            self._compare_total(cell, label)
        elif not name and self._is_title(row, label):
            self._take_heading(cell, label)
        elif not name:
            self._take_nameless(row)
        elif self._is_heading(row):
            self._take_heading(cell, name)
        else:
            self._take_unit(row, name)

    def _is_title(self, row: int, label: str) -> bool:
        """Whether a text in the number column is a group's title; signatures are not."""
        is_known = begins_like_heading(label) or recognised_group(label, self.groups) is not None
        return is_known and self._stands_alone(row)

    def _stands_alone(self, row: int) -> bool:
        return not any(self.reading.table.text(row, meaning) for meaning in _OTHER_COLUMNS)

    def _take_nameless(self, row: int) -> None:
        """Below the table stand signatures; within it a row without a name is a fault."""
        if self.reading.table.text(row, "number") and not self._stands_alone(row):
            self.reading.tell("unit_name_missing", self.reading.table.cell(row, NAME))
            self.reading.rows.append(ReadRow(self.reading.table.cell(row, NAME), "", None))

    def _is_heading(self, row: int) -> bool:
        table = self.reading.table
        if not self._stands_alone(row):
            return False
        if "number" in table.columns:
            return is_heading_number(table.value(row, "number"))
        return any(top <= row <= bottom for top, _, bottom, _ in table.sheet.merged)

    def _take_heading(self, cell: str, name: str) -> None:
        self.heading = recognised_group(name, self.groups)
        if self.heading is None:
            self.reading.tell("heading_unknown", cell, Severity.WARNING, heading=name)
        else:
            self.reading.tell(
                "heading_understood", cell, Severity.NOTE, heading=name, group=self.heading.name
            )

    def _compare_total(self, cell: str, name: str) -> None:
        """A list's own total is a second reading of it: a difference is worth a look."""
        self.ended = True
        said, found = said_total(name), len(self._first_cells)
        if said is not None and said != found:
            self.reading.tell("total_differs", cell, Severity.WARNING, said=said, found=found)

    def _take_unit(self, row: int, name: str) -> None:
        table, before = self.reading.table, len(self.reading.issues)
        cell = table.cell(row, NAME)
        key = match_key(name)
        if key in self._first_cells:
            self.reading.tell("unit_twice", cell, name=name, first=self._first_cells[key])
        self._first_cells.setdefault(key, cell)
        group = self._group_of(row, name)
        total = read_count(self.reading, row, "total")
        female = read_count(self.reading, row, "female")
        if total is not None and female is not None and female > total:
            self.reading.tell(
                "women_over_total", table.cell(row, "female"), women=female, total=total
            )
        draft = None
        if group is not None and not self.reading.errors_since(before):
            draft = Unit(
                code="",
                name=name,
                group=group.code,
                subject=group.subject,
                cluster=self._cluster_of(row),
                head=table.text(row, "head"),
                people_total=total,
                people_female=female,
                phone=read_phone(self.reading, row, "phone"),
            )
        self.reading.rows.append(ReadRow(cell, name, draft))

    def _group_of(self, row: int, name: str) -> UnitGroup | None:
        """The row's own group column, else the heading above, else the unit's own name."""
        table = self.reading.table
        said = table.text(row, "group")
        if said:
            group = recognised_group(said, self.groups)
            if group is not None:
                return group
        if self.heading is not None:
            return self.heading
        cell = table.cell(row, NAME)
        group = recognised_group(name, self.groups)
        if group is None:
            self.reading.tell("unit_group_unknown", cell, name=name)
        else:
            self.reading.tell(
                "group_from_name", cell, Severity.WARNING, name=name, group=group.name
            )
        return group

    def _cluster_of(self, row: int) -> str:
        """The khối, always in the spelling that the list used first."""
        said = self.reading.table.text(row, "cluster")
        if not said:
            return ""
        known = self._clusters.setdefault(fold(said), said)
        if known != said:
            self.reading.tell(
                "cluster_spelt_otherwise",
                self.reading.table.cell(row, "cluster"),
                Severity.NOTE,
                seen=said,
                read=known,
            )
        return known


def recognised_group(text: str, groups: Sequence[UnitGroup]) -> UnitGroup | None:
    """The group whose keyword stands in the text as whole words; the longest one decides."""
    words = f" {_words_of(text)} "
    found = [
        (len(keyword), group)
        for group in groups
        for keyword in group.keywords
        if f" {_words_of(keyword)} " in words
    ]
    return max(found, key=lambda pair: pair[0])[1] if found else None


def _words_of(text: str) -> str:
    return " ".join(re.findall(r"\w+", fold(text)))
