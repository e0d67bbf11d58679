"""Port `PlanWorkbooks`: a plan as a workbook that people edit."""

from __future__ import annotations

import tomllib
from pathlib import Path

import tomli_w

from thidua_desktop.documents.plan_checks import check_plan
from thidua_desktop.documents.plan_schema import read_plan_table
from thidua_desktop.documents.plan_values import keywords_as_written, plan_values
from thidua_desktop.documents.toml_tables import TomlTable
from thidua_desktop.domain.errors import InputError, NotFound
from thidua_desktop.domain.plan import Plan


class PlanWorkbookFiles:
    """Writes a plan's workbook and reads an edited one.

    Attributes:
        words: what a person reads for each code, by closed set.
    """

    def __init__(self, words: dict[str, dict[str, str]]) -> None:
        self._words = words

    def save(self, plan: Plan, source: str, path: Path) -> None:
        """Write a plan; `source` is the text of its file, for keywords as people wrote them.

        Raises:
            EnvironmentFault: the file can't be written.
        """
        # The library is loaded with the first workbook: the window stands sooner.
        from thidua_desktop.documents.excel.plan_workbook_writer import write_plan_workbook

        values = plan_values(plan, keywords_as_written(tomllib.loads(source)))
        write_plan_workbook(values, self._words, path)

    def load(self, path: Path) -> str:
        """The text of the plan file that an edited workbook says.

        Raises:
            NotFound: no such file.
            InputError: it can't be read, or something in it is wrong; each fault has its cell.
        """
        from thidua_desktop.documents.excel.guarded_reader import GuardedWorkbookReader
        from thidua_desktop.documents.excel.plan_workbook_reader import CellFaults, read_plan_cells

        if not path.is_file():
            raise NotFound("path_missing", file=path.name)
        (grid,) = GuardedWorkbookReader().read([path])
        if not grid.is_readable:
            raise InputError("plan_file_broken", grid.issues, file=path.name, count=1)
        cells = read_plan_cells(grid, self._words)
        faults = CellFaults(path.name, cells, self._words)
        faults.tell_strays()
        table = TomlTable(cells.values, (), faults)
        plan = read_plan_table(table, path.stem)
        table.end()
        check_plan(plan, faults)
        if faults.issues:
            raise InputError(
                "plan_file_broken", faults.issues, file=path.name, count=len(faults.issues)
            )
        return tomli_w.dumps(plan_values(plan, keywords_as_written(cells.values)))
