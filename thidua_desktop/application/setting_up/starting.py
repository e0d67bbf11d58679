"""Bắt đầu: a new data folder for an office, from a plan."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from thidua_desktop.application.books import Books
from thidua_desktop.application.naming import commune_title
from thidua_desktop.application.ports import PlanLibrary
from thidua_desktop.application.records import Office
from thidua_desktop.domain.plan import Plan
from thidua_desktop.domain.reasons import Value

OWN_PLANS = (".toml", ".xlsx", ".xls", ".ods")
"""How the name of an office's own plan file ends; a slug never does."""


@dataclass(frozen=True, slots=True)
class ChosenPlan:
    """A plan that was read, with the text that the office keeps of it."""

    plan: Plan
    source: str


@dataclass(frozen=True, slots=True)
class NewOffice:
    """What a new office starts with.

    Attributes:
        plan: the slug of a shipped plan, or the path of the office's own plan file.
        office_file: a TOML file with names and words of the office, `None` for none.
        office: the same, already read; wins over the file.
        chosen: the plan, already read; wins over its name.
    """

    plan: str
    office_file: Path | None = None
    office: Office | None = None
    is_practice: bool = False
    chosen: ChosenPlan | None = None


def chosen_plan(plans: PlanLibrary, choice: str) -> ChosenPlan:
    """The plan that a slug or the path of a plan file names.

    Raises:
        NotFound: no such plan or file.
        InputError: the plan file is broken.
    """
    own = Path(choice)
    if own.suffix.lower() in OWN_PLANS:
        source = plans.text_of(own)
        return ChosenPlan(plans.parse(source, own.name), source)
    return ChosenPlan(plans.load(choice), plans.source(choice))


@dataclass(frozen=True, slots=True)
class FirstOperation:
    """What a new data folder holds from its first moment on; without it there is no folder."""

    action: str
    data: Mapping[str, Value]
    write: Callable[[Books], None]


def adoption(chosen: ChosenPlan, office: Office, today: dt.date) -> FirstOperation:
    """The plan and the office's words, taken into an empty data folder."""

    def write(books: Books) -> None:
        books.plans.adopt(chosen.plan, chosen.source, today)
        books.save_office(office)

    return FirstOperation("plan_adopted", {"plan": commune_title(chosen.plan.commune)}, write)
