"""Bắt đầu: a new data folder for an office, from a plan."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from thidua_desktop.application.naming import commune_title
from thidua_desktop.application.ports import Desk, PlanLibrary
from thidua_desktop.application.records import Office
from thidua_desktop.domain.plan import Plan


@dataclass(frozen=True, slots=True)
class NewOffice:
    """What a new office starts with.

    Attributes:
        plan: the slug of a shipped plan, or the path of the office's own plan file.
        office_file: a TOML file with names and words of the office, `None` for none.
        office: the same, already read; wins over the file.
    """

    plan: str
    office_file: Path | None = None
    office: Office | None = None
    is_practice: bool = False


@dataclass(frozen=True, slots=True)
class ChosenPlan:
    """A plan that was read, with the text that the office keeps of it."""

    plan: Plan
    source: str


def chosen_plan(plans: PlanLibrary, choice: str) -> ChosenPlan:
    """The plan that a slug or the path of a plan file names.

    Raises:
        NotFound: no such plan or file.
        InputError: the plan file is broken.
    """
    own = Path(choice)
    if own.suffix == ".toml":
        source = plans.text_of(own)
        return ChosenPlan(plans.parse(source, own.name), source)
    return ChosenPlan(plans.load(choice), plans.source(choice))


def adopt_plan(desk: Desk, chosen: ChosenPlan, office: Office) -> None:
    """Take the plan and the office's words into an empty data folder."""
    with desk.store.write("plan_adopted", plan=commune_title(chosen.plan.commune)) as books:
        books.plans.adopt(chosen.plan, chosen.source, desk.clock.today())
        books.save_office(office)
