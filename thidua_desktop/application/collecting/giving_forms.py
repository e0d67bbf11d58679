"""Phát phiếu: one workbook for every unit of a cycle, in one step."""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from thidua_desktop.application.books import Books
from thidua_desktop.application.cycle_titles import cycle_title
from thidua_desktop.application.cycles.past_points import points_of_last_year
from thidua_desktop.application.cycles.reporting_units import reporting_units
from thidua_desktop.application.folders import ready_folder
from thidua_desktop.application.forms.returned_form import read_form
from thidua_desktop.application.forms.unit_form import UnitForm
from thidua_desktop.application.naming import commune_title, file_stem
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.progress import Progress
from thidua_desktop.application.records import Dataset, IssuedForm
from thidua_desktop.application.setting_up.planning import plan_of
from thidua_desktop.domain.cycles import Cycle
from thidua_desktop.domain.errors import EnvironmentFault, RuleViolation, ThiDuaError
from thidua_desktop.domain.plan import Plan
from thidua_desktop.domain.scoring.criterion import CriteriaSet
from thidua_desktop.domain.self_reports import FormIdentity
from thidua_desktop.domain.units import Unit
from thidua_desktop.domain.vietnamese.numerals import points_text

CHECK_CODE_LENGTH = 12

_NOT_IN_PLAN = "kế hoạch không quy định điểm"
"""How a plan's own note says that its points are a proposal."""


@dataclass(frozen=True, slots=True)
class GivenForm:
    """One form of the folder.

    Attributes:
        is_kept: a file of this name lay there already and was left alone: the unit may have
            filled it in.
    """

    unit: str
    unit_name: str
    path: Path
    is_kept: bool = False


def give_forms(
    desk: Desk, cycle_id: str, folder: Path, progress: Progress | None = None
) -> tuple[GivenForm, ...]:
    """Write one form per unit into the folder; a file that lies there already is left alone.

    Forms are issued only when all are written; where one can't be, the new ones are removed
    again, for a form that was never issued would come back as a stranger.

    Doing it again gives the same forms again; a unit gets a new version only where its criteria
    changed since.

    Raises:
        NotFound: no such cycle.
        RuleViolation: the cycle is closed, or there are no units.
        EnvironmentFault: the folder can't be written.
    """
    with desk.store.read() as books:
        making = _Making(books, desk, cycle_id)
        making.refuse_if_nothing_to_give()
        new = making.missing()
    if not new:
        with ready_folder(folder):
            return _write(desk, forms_of_cycle(desk, cycle_id), folder, progress)
    action = desk.store.write("forms_given", cycle=cycle_id, count=len(new))
    with ready_folder(folder), action as books:
        for issued in new:
            books.collecting.add_issued(issued)
        forms = _Making(books, desk, cycle_id).forms()
        return _write(desk, forms, folder, progress)


def _write(
    desk: Desk, forms: Sequence[UnitForm], folder: Path, progress: Progress | None
) -> tuple[GivenForm, ...]:
    """Write what is not there yet; when one can't be written, what this call wrote goes again."""
    _refuse_strangers(desk, forms, folder)
    given: list[GivenForm] = []
    try:
        for done, form in enumerate(forms):
            if progress is not None:
                progress(done, len(forms), form.unit_name)
            path = _path(folder, form)
            is_kept = path.exists()
            if not is_kept:
                desk.forms.write(form, path)
            given.append(GivenForm(form.identity.unit, form.unit_name, path, is_kept))
        if progress is not None:
            progress(len(forms), len(forms))
    except ThiDuaError:
        for form_given in given:
            if not form_given.is_kept:
                form_given.path.unlink(missing_ok=True)
        raise
    return tuple(given)


def _refuse_strangers(desk: Desk, forms: Sequence[UnitForm], folder: Path) -> None:
    """A file of the same name is kept only if it is the same form: practice data has them too."""
    there = [form for form in forms if _path(folder, form).exists()]
    grids = desk.workbooks.read([_path(folder, form) for form in there]) if there else ()
    for form, grid in zip(there, grids, strict=False):
        raw = read_form(grid) if grid.is_readable else None
        if raw is None or raw.identity.get("form_id") != form.identity.form_id:
            raise EnvironmentFault("other_form_there", folder=str(folder), file=grid.path.name)


def _path(folder: Path, form: UnitForm) -> Path:
    """Where a form is written: a later version never under the name of an earlier one."""
    said = form.identity
    version = f"ban-{said.version}" if said.version > 1 else ""
    stem = file_stem("phieu-tu-cham", said.cycle, said.unit, form.unit_name, version)
    return folder / f"{stem}.xlsx"


def forms_of_cycle(desk: Desk, cycle_id: str) -> tuple[UnitForm, ...]:
    """The newest form of every unit that has been given one.

    Raises:
        NotFound: no such cycle.
    """
    with desk.store.read() as books:
        return _Making(books, desk, cycle_id).forms()


class _Making:
    """What the forms of one cycle are made of, within one reading."""

    def __init__(self, books: Books, desk: Desk, cycle_id: str) -> None:
        self.books = books
        self.cycle: Cycle = books.cycles.get(cycle_id)
        self.plan: Plan = plan_of(books, desk.plans)
        self.criteria = books.plans.criteria_sets(cycle_id)
        self.today = desk.clock.today()
        self.dataset = books.dataset
        self.units = reporting_units(books, self.plan, self.cycle)
        self.latest = latest_forms(books.collecting.issued(cycle_id))

    def refuse_if_nothing_to_give(self) -> None:
        self.cycle.require_open()
        if not self.units:
            raise RuleViolation("no_units")

    def missing(self) -> tuple[IssuedForm, ...]:
        """The forms that must be issued: for new units, and where the criteria changed."""
        made = []
        for unit in self.units:
            last = self.latest.get(unit.code)
            if last is not None and self._is_current(last, unit):
                continue
            version = last.version + 1 if last else 1
            identity = FormIdentity(
                secrets.token_hex(8), self.dataset.id, self.cycle.id, unit.code, version, ""
            )
            code = check_code(self.dataset, identity, self._criteria_of(unit))
            made.append(
                IssuedForm(identity.form_id, self.cycle.id, unit.code, version, self.today, code)
            )
        return tuple(made)

    def _is_current(self, form: IssuedForm, unit: Unit) -> bool:
        identity = identity_of(form, self.dataset)
        return form.check_code == check_code(self.dataset, identity, self._criteria_of(unit))

    def _criteria_of(self, unit: Unit) -> CriteriaSet:
        return self.criteria[self.plan.group(unit.group).audience]

    def _points_note(self) -> str:
        """Where the maxima come from, and what lateness costs."""
        note = self.plan.points_note
        if _NOT_IN_PLAN in note:
            note = f"Điểm tối đa do {self.plan.commune.department} đề xuất; {_NOT_IN_PLAN}."
        office = self.books.office
        if self.cycle.due_on is None or not office.late_points_per_day:
            return note
        each, most = points_text(office.late_points_per_day), points_text(office.late_cap)
        return f"{note} Nộp sau hạn bị trừ {each} điểm mỗi ngày, nhiều nhất {most} điểm (đề xuất)."

    def forms(self) -> tuple[UnitForm, ...]:
        """The form of every unit."""
        areas = {area.code: area.short for area in self.plan.content_areas}
        last_points = points_of_last_year(self.books, self.cycle)
        return tuple(
            UnitForm(
                identity=identity_of(self.latest[unit.code], self.dataset),
                office_lines=("ỦY BAN NHÂN DÂN", commune_title(self.plan.commune).upper()),
                department=self.plan.commune.department,
                movement=self.plan.movement,
                cycle_title=cycle_title(self.cycle),
                unit_name=unit.name,
                group_name=self.plan.group(unit.group).name,
                due_on=self.cycle.due_on,
                points_note=self._points_note(),
                criteria=self._criteria_of(unit),
                areas=areas,
                last_points=last_points.get(unit.code, {}),
            )
            for unit in self.units
            if unit.code in self.latest
        )


@dataclass(frozen=True, slots=True)
class FormBoard:
    """The units that report in a cycle, and on which day each was given its form."""

    units: tuple[Unit, ...]
    groups: dict[str, str]
    issued_on: dict[str, dt.date]


def form_board(desk: Desk, cycle_id: str) -> FormBoard:
    """Who is to have a form in a cycle, and who has it.

    Raises:
        NotFound: no such cycle.
    """
    with desk.store.read() as books:
        cycle = books.cycles.get(cycle_id)
        units = reporting_units(books, plan_of(books, desk.plans), cycle)
        groups = {group.code: group.name for group in books.plans.groups()}
        latest = latest_forms(books.collecting.issued(cycle_id))
    codes = {unit.code for unit in units}
    given = {code: form.issued_on for code, form in latest.items() if code in codes}
    return FormBoard(units, groups, given)


def latest_forms(forms: tuple[IssuedForm, ...]) -> dict[str, IssuedForm]:
    """The newest version of each unit's form."""
    latest: dict[str, IssuedForm] = {}
    for form in forms:
        if form.unit not in latest or latest[form.unit].version < form.version:
            latest[form.unit] = form
    return latest


def identity_of(form: IssuedForm, dataset: Dataset) -> FormIdentity:
    """What the hidden sheet of an issued form says."""
    return FormIdentity(
        form.form_id, dataset.id, form.cycle, form.unit, form.version, form.check_code
    )


def check_code(dataset: Dataset, identity: FormIdentity, criteria: CriteriaSet) -> str:
    """Proof that the identity and the criteria with their maxima are the ones given out."""
    parts = [identity.form_id, identity.cycle, identity.unit, str(identity.version)]
    parts += [f"{criterion.code}={criterion.max_points}" for criterion in criteria.criteria]
    digest = hmac.new(dataset.form_key.encode(), "|".join(parts).encode(), hashlib.sha256)
    return digest.hexdigest()[:CHECK_CODE_LENGTH]
