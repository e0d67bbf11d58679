"""Generated sheets that lie: cells beyond every table, and dimensions that are not theirs.

A part of the hunt runs each time; more of it by hand:

    THIDUA_MUTATIONS=1000 pytest -s tests/integration/documents/excel/test_hostile_sheets.py
"""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from tests.integration.documents.excel.builders import (
    SHEET,
    codes,
    number_cell,
    ods,
    workbook,
)
from thidua_desktop.application.grids import column_letters
from thidua_desktop.documents.excel.cell_values import CellCleaner
from thidua_desktop.documents.excel.faults import UnreadableWorkbook
from thidua_desktop.documents.excel.grid_reading import read_workbook
from thidua_desktop.documents.excel.guarded_reader import GuardedWorkbookReader

COUNT = int(os.environ.get("THIDUA_MUTATIONS", "160"))
SEED = int(os.environ.get("THIDUA_SEED", "20261209"))
LIES = 200
NONSENSE = ("", "khong")
"""No program writes such a dimension; the file is refused rather than half read."""

GOOD = workbook(f'<row r="1">{number_cell("A1", "1")}</row>')
REFUSED = {"sheet_too_large", "workbook_too_heavy", "workbook_unreadable", "readers_disagree"}


def far_cell(dice: random.Random) -> bytes:
    """A sheet with one cell far away, spelt in one of many ways."""
    row = dice.choice([dice.randint(200_001, 1_048_576), 1_048_576, 9_999_999, 1])
    column = (
        dice.choice([16_383, dice.randint(500, 16_383)]) if row == 1 else dice.randint(0, 16_383)
    )
    name = f"{column_letters(column)}{row}"
    if dice.random() < 0.2:
        name = name.lower()
    prefix = dice.choice(["", "", "x:"])
    quote = dice.choice(['"', "'"])
    mark = dice.choice(["=", " = ", "  ="])
    others = [f"s{mark}{quote}1{quote}", f"t{mark}{quote}n{quote}"]
    attributes = [f"r{mark}{quote}{name}{quote}", *dice.sample(others, dice.randint(0, 2))]
    dice.shuffle(attributes)
    value = dice.choice(
        ["<{p}v>1</{p}v>", "<{p}f>1+1</{p}f><{p}v>2</{p}v>", "<{p}is><{p}t>a</{p}t></{p}is>"]
    )
    cell = f"<{prefix}c {' '.join(attributes)}>{value.format(p=prefix)}</{prefix}c>"
    near = number_cell("A1", "1")
    rows = f'<row r="1">{near}</row><{prefix}row r={quote}{row}{quote}>{cell}</{prefix}row>'
    if dice.random() < 0.1:
        rows = f"<{prefix}row>{cell}</{prefix}row>{rows}"
    xml = SHEET.format(before="", after="", rows=rows)
    if prefix:
        xml = xml.replace("<worksheet ", f'<worksheet xmlns:{prefix[:-1]}="{MAIN}" ')
    return workbook("", parts={"xl/worksheets/sheet1.xml": xml})


MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def far_ods(dice: random.Random) -> bytes:
    """Rows and cells that stand for millions like them."""
    rows, cells = dice.randint(200_001, 1_048_576), dice.randint(500, 16_384)
    return ods(
        f'<table:table-row table:number-rows-repeated="{rows}"><table:table-cell '
        f'office:value-type="float" office:value="1" table:number-columns-repeated="{cells}"/>'
        "</table:table-row>"
    )


def test_no_far_cell_gets_through_and_the_next_file_is_read(tmp_path: Path) -> None:
    print(f"seed {SEED}, {COUNT} files")  # noqa: T201  to find the same files again
    paths = []
    for number in range(COUNT):
        dice = random.Random(SEED * 1_000_003 + number)  # noqa: S311  no secrets
        bad, good = tmp_path / f"{number}.xlsx", tmp_path / f"{number}-tot.xlsx"
        bad.write_bytes(far_ods(dice) if dice.random() < 0.05 else far_cell(dice))
        good.write_bytes(GOOD)
        paths += [bad, good] if number % 20 == 0 else [bad]
    grids = {grid.path.name: grid for grid in GuardedWorkbookReader().read(paths)}
    assert len(grids) == len(paths)
    for path in paths:
        grid = grids[path.name]
        if path.name.endswith("-tot.xlsx"):
            assert grid.sheets[0].rows == ((1,),)
        else:
            assert not grid.is_readable, path.name
            assert set(codes(grid)) <= REFUSED, path.name


def test_two_hundred_dimensions_that_lie_lose_no_row() -> None:
    for number in range(LIES):
        dice = random.Random(SEED * 7 + number)  # noqa: S311  no secrets
        height, width = dice.randint(1, 60), dice.randint(1, 12)
        rows = "".join(
            f'<row r="{row}">'
            + "".join(
                number_cell(f"{column_letters(column)}{row}", str(row * 100 + column))
                for column in range(width)
            )
            + "</row>"
            for row in range(1, height + 1)
        )
        first = f"{column_letters(dice.randint(0, 30))}{dice.randint(1, 90)}"
        last = f"{column_letters(dice.randint(0, 16_383))}{dice.randint(1, 1_048_576)}"
        claim = dice.choice([first, f"{first}:{last}", f"{last}:{first}", "A1", "A1:A1", *NONSENSE])
        data = workbook(rows, before=f'<dimension ref="{claim}"/>')
        if claim in NONSENSE:
            with pytest.raises(UnreadableWorkbook):
                read_workbook(data, ".xlsx", CellCleaner())
            continue
        [sheet] = read_workbook(data, ".xlsx", CellCleaner()).sheets
        wanted = [[row * 100 + column for column in range(width)] for row in range(1, height + 1)]
        assert sheet.rows == wanted, (number, claim)
