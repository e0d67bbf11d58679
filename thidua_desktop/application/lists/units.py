"""Danh sách đơn vị: from a list's rows to drafts of units."""

from __future__ import annotations

import re
from collections.abc import Sequence

from thidua_desktop.application.grids import SheetGrid, WorkbookGrid
from thidua_desktop.application.lists.columns_read import tell_columns_twice
from thidua_desktop.application.lists.extent import (
    Extent,
    extent_of,
    tell_unread_and_hidden,
)
from thidua_desktop.application.lists.reading import (
    Place,
    Reading,
    read_count,
    read_phone,
)
from thidua_desktop.application.lists.row_kinds import (
    begins_like_title,
    is_group_mark,
    is_total,
    looks_like_title,
    said_total,
)
from thidua_desktop.application.lists.sheets import tables_in
from thidua_desktop.application.lists.table import (
    NUMBER,
    NUMBER_MEANING,
    ListTable,
    Meaning,
    tables_of,
)
from thidua_desktop.domain.plan import UnitGroup
from thidua_desktop.domain.reasons import Severity
from thidua_desktop.domain.units import Unit
from thidua_desktop.domain.vietnamese.folding import fold, match_key

MEANINGS = (
    NUMBER_MEANING,
    Meaning("person", (r"^(ho va ten|ho,? ten)\b(?!.*(dung dau|thu truong|dai dien))",)),
    Meaning("female", (r"\bnu\b",)),
    Meaning("group", (r"nhom", r"loai hinh", r"phan loai", r"^(thuoc )?loai( don vi)?$")),
    Meaning("cluster", (r"khoi thi dua", r"cum thi dua", r"^(khoi|cum)$")),
    Meaning(
        "head", (r"nguoi dung dau", r"thu truong", r"chuc vu", r"dai dien", r"nguoi phu trach")
    ),
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
_PERSON = "person"
_HOUSEHOLD = re.compile(r"^(ho (gia dinh )?(ong|ba)|ho gia dinh|gia dinh (ong|ba))\b")
_SHORT_CLUSTER = re.compile(r"(?:k|khoi so|khoi thi dua|khoi thi dua so)[ .]*0*(\d+)")
"""«K1», «Khối thi đua số 1»: the khối that other rows call «Khối 1»."""

_WORDS = ("head", "cluster", "phone", "group")
_COUNTS = ("total", "female")


def read_units(grid: WorkbookGrid, groups: Sequence[UnitGroup]) -> Reading[Unit] | None:
    """The units of all visible sheets, with every doubt by cell; `None` where no table is found.

    Codes are empty: they are given when the units are added.
    """
    tables, issues = tables_in(grid, unit_tables)
    if not tables:
        return None
    reading: Reading[Unit] = Reading(tables[0], tuple(tables), issues=issues)
    seen: dict[str, Place] = {}
    clusters: dict[str, str] = {}
    for table in tables:
        reading.table = table
        extent = extent_of(table, NAME)
        walk = _Walk(reading, tuple(groups), extent, seen, clusters)
        for row in extent.rows:
            if not reading.skips_example(row):
                walk.take(row)
        tell_columns_twice(reading)
        tell_unread_and_hidden(reading, extent)
    return reading


def unit_tables(sheet: SheetGrid) -> list[ListTable]:
    """The lists of units in a sheet; one that begins with people's names is a list of people."""
    tables = tables_of(sheet, MEANINGS, NAME)
    return [t for t in tables if t.columns.get(_PERSON, t.columns[NAME]) >= t.columns[NAME]]


class _Walk:
    """Goes down the rows of one table, remembering the heading above and what was seen."""

    def __init__(
        self,
        reading: Reading[Unit],
        groups: tuple[UnitGroup, ...],
        extent: Extent,
        seen: dict[str, Place],
        clusters: dict[str, str],
    ) -> None:
        self.reading = reading
        self.groups = groups
        self.heading: UnitGroup | None = None
        self._extent = extent
        self._seen = seen
        self._clusters = clusters
        self._counted: set[str] = set()
        self._counted_since_total: set[str] = set()

    def take(self, row: int) -> None:
        """Understand one row."""
        table = self.reading.table
        name, number = table.text(row, NAME), table.text(row, NUMBER)
        is_item = row in self._extent.items
        # Titles and totals are often merged over the table, so that they stand in its first cell.
        if self.reading.is_nameless(row, NAME):
            self.reading.refuse(row, NAME)
            return
        label, column = (name, NAME) if name else (number, NUMBER)
        total = next((text for text in (name, number) if is_total(text)), "")
        if total and not is_item:
            self._compare_total(table.cell(row, column), total)
        elif not name and self._is_title(row, label):
            self._take_heading(table.cell(row, column), label)
        elif not name:
            self._take_nameless(row)
        elif not is_item and self._is_heading(row, name):
            self._take_heading(table.cell(row, column), name, is_sure=self._is_sure(row, name))
        else:
            self._take_unit(row, name)

    def _is_title(self, row: int, label: str) -> bool:
        """Whether a text in the number column is a group's title; signatures are not."""
        is_known = begins_like_title(label) or recognised_group(label, self.groups) is not None
        return is_known and self._stands_alone(row)

    def _stands_alone(self, row: int) -> bool:
        return not any(self.reading.table.text(row, code) for code in (*_WORDS, *_COUNTS))

    def _take_nameless(self, row: int) -> None:
        """Below the table stand signatures; within it a row without a name is a fault."""
        if self.reading.table.text(row, NUMBER) and not self._stands_alone(row):
            cell = self.reading.table.cell(row, NAME)
            self.reading.tell("unit_name_missing", cell)
            self.reading.put(cell, "", None)

    def _is_heading(self, row: int, name: str) -> bool:
        """Whether an unnumbered row with a name is a group's title, which may bear sums."""
        table = self.reading.table
        if is_group_mark(table.value(row, NUMBER)) and not self._extent.has_marked_items:
            return not any(table.text(row, code) for code in _WORDS)
        if table.text(row, NUMBER) or not self._stands_alone(row):
            return False
        if table.is_merged(row) or begins_like_title(name):
            return True
        return bool(self._extent.items) and self._extent.is_followed_by_item(row)

    def _is_sure(self, row: int, name: str) -> bool:
        table = self.reading.table
        return bool(table.text(row, NUMBER)) or table.is_merged(row) or looks_like_title(name)

    def _take_heading(self, cell: str, name: str, *, is_sure: bool = True) -> None:
        self.heading = recognised_group(name, self.groups)
        if self.heading is None:
            self.reading.tell("heading_unknown", cell, Severity.WARNING, heading=name)
            return
        code = "heading_understood" if is_sure else "heading_supposed"
        severity = Severity.NOTE if is_sure else Severity.WARNING
        self.reading.tell(code, cell, severity, heading=name, group=self.heading.name)

    def _compare_total(self, cell: str, text: str) -> None:
        """A list's own total is a second reading of it: a difference is worth a look.

        A total may be one of all rows above, or of those since the last one.
        """
        said, found = said_total(text), len(self._counted)
        if said is not None and said not in (found, len(self._counted_since_total)):
            self.reading.tell("total_differs", cell, Severity.WARNING, said=said, found=found)
        self._counted_since_total.clear()

    def _take_unit(self, row: int, name: str) -> None:
        table, before = self.reading.table, len(self.reading.issues)
        self.reading.tell_faults(row)
        cell = table.cell(row, NAME)
        key = match_key(name)
        self._counted.add(key)
        self._counted_since_total.add(key)
        if key in self._seen:
            self.reading.tell_twin("unit_twice", cell, name, self._seen[key])
        self._seen.setdefault(key, self.reading.place(cell))
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
        self.reading.put(cell, name, draft)

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
            is_household = _HOUSEHOLD.match(fold(name)) is not None
            self.reading.tell(
                "unit_is_household" if is_household else "unit_group_unknown", cell, name=name
            )
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
        short = _SHORT_CLUSTER.fullmatch(fold(said))
        plain = f"Khối {short.group(1)}" if short else said
        known = self._clusters.setdefault(fold(plain), plain)
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
    """The group of that name, else the one whose longest keyword stands in the text as words.

    A number stands for any number: «tổ 1» leads «Tổ 12» to the group of tổ, xóm.
    """
    said = fold(text)
    named = next((group for group in groups if fold(group.name) == said), None)
    if named is not None:
        return named
    words = f" {_words_of(text)} "
    found = [
        (len(keyword), group)
        for group in groups
        for keyword in group.keywords
        if f" {_words_of(keyword)} " in words
    ]
    return max(found, key=lambda pair: pair[0])[1] if found else None


def _words_of(text: str) -> str:
    return " ".join("0" if word.isdigit() else word for word in re.findall(r"\w+", fold(text)))
