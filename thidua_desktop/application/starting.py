"""Bắt đầu: a new data folder for an office, from a plan."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from thidua_desktop.application.ports import Desk
from thidua_desktop.application.records import Office


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


def adopt_plan(desk: Desk, new: NewOffice, office: Office) -> None:
    """Take the plan and the office's words into an empty data folder.

    Raises:
        NotFound: no such plan.
        InputError: the plan file is broken.
    """
    source, name = _plan_source(desk, new.plan)
    plan = desk.plans.parse(source, name)
    with desk.store.write("plan_adopted", plan=plan.slug) as books:
        books.plans.adopt(plan, source, desk.clock.today())
        books.save_office(office)


def _plan_source(desk: Desk, plan: str) -> tuple[str, str]:
    """The text of a plan and the name that its faults bear."""
    own = Path(plan)
    if own.suffix == ".toml":
        return desk.plans.text_of(own), own.name
    return desk.plans.source(plan), plan
