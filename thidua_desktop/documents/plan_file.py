"""Plan files: one TOML file for each commune's plan, readable by an office that makes its own."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

import tomli_w

from thidua_desktop.documents.atomic import replace_atomically
from thidua_desktop.documents.plan_checks import check_plan
from thidua_desktop.documents.plan_schema import read_plan_table
from thidua_desktop.documents.plan_text_file import lines_of
from thidua_desktop.documents.plan_values import keywords_as_written, plan_values
from thidua_desktop.documents.toml_file import TomlKind
from thidua_desktop.domain.errors import NotFound
from thidua_desktop.domain.plan import Plan

if TYPE_CHECKING:
    from thidua_desktop.documents.plan_workbooks import PlanWorkbookFiles

_SUFFIX = ".toml"
_WORKBOOKS = (".xlsx", ".xls", ".ods", ".xlsm")
_PLAN = TomlKind(broken="plan_file_broken", unreadable="plan_file_unreadable")


@lru_cache(maxsize=8)
def parse_plan(text: str, name: str) -> Plan:
    """The plan in a text; remembered, for every page and command asks for the same few.

    Args:
        text: what the file holds.
        name: the file's name, with or without its ending: what faults bear, and the plan's slug.

    Raises:
        InputError: the text is broken; the issues name every fault by line.
    """
    read = _PLAN.take_apart(text, name)
    plan = read_plan_table(read.table, PurePath(name).stem)
    read.table.end()
    check_plan(plan, read.faults)
    _PLAN.refuse_faulty(name, read.faults.issues)
    return plan


class FilePlanLibrary:
    """Port `PlanLibrary`: the plans of one folder."""

    def __init__(
        self, folder: Path, workbooks: Callable[[], PlanWorkbookFiles] | None = None
    ) -> None:
        """Make a library.

        Args:
            folder: where the plans lie.
            workbooks: makes what reads and writes plans as workbooks, when first asked for.
        """
        self._folder = folder
        self._workbooks = workbooks

    def slugs(self) -> tuple[str, ...]:
        """The keys of all plans, in the order of the alphabet."""
        return tuple(sorted(path.stem for path in self._folder.glob(f"*{_SUFFIX}")))

    def load(self, slug: str) -> Plan:
        """One plan.

        Raises:
            NotFound: no such plan.
            InputError: its file is broken.
        """
        return parse_plan(self.source(slug), f"{slug}{_SUFFIX}")

    def source(self, slug: str) -> str:
        """The text of one plan's file, as it stands there.

        Raises:
            NotFound: no such plan.
        """
        if slug not in self.slugs():
            raise NotFound("plan_unknown", slug=slug)
        return _PLAN.text_of(self._folder / f"{slug}{_SUFFIX}")

    def text_of(self, path: Path) -> str:
        """The text of an office's own plan file, or the one that its workbook says.

        Raises:
            NotFound: no such file.
            EnvironmentFault: the machine does not let it be read.
            InputError: it is not a text in UTF-8; a workbook has faults, each with its cell.
        """
        if path.suffix.lower() in _WORKBOOKS and self._workbooks is not None:
            return self._workbooks().load(path)
        return _PLAN.text_of(path)

    def save(self, plan: Plan, source: str, path: Path) -> None:
        """Write a plan as a file that people edit: a workbook, or a text for `.toml`.

        Raises:
            EnvironmentFault: the file can't be written.
        """
        if path.suffix.lower() != _SUFFIX and self._workbooks is not None:
            self._workbooks().save(plan, source, path)
            return
        written = keywords_as_written(tomllib.loads(source))
        with replace_atomically(path) as temporary:
            temporary.write_text(tomli_w.dumps(plan_values(plan, written)), encoding="utf-8")

    def lines_of(self, path: Path) -> tuple[str, ...]:
        """As `plan_text_file.lines_of`."""
        return lines_of(path)

    def parse(self, text: str, name: str) -> Plan:
        """As `parse_plan`."""
        return parse_plan(text, name)
