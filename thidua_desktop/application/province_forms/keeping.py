"""Biểu của tỉnh: open, keep with its profile, fill in a new copy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from thidua_desktop.application.folders import ready_folder
from thidua_desktop.application.paper_kinds.draft import read_draft
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.province_forms.building import BuiltForm, build_form
from thidua_desktop.application.province_forms.fields import is_known
from thidua_desktop.application.province_forms.fitting import fit_profile
from thidua_desktop.application.province_forms.suggesting import suggest_profile
from thidua_desktop.application.province_workbooks.filling import WrittenCopy
from thidua_desktop.application.province_workbooks.profile import CONSTANT, FormProfile
from thidua_desktop.application.province_workbooks.template import FormTemplate
from thidua_desktop.application.text import Texts
from thidua_desktop.domain.errors import Conflict, InputError, NotFound
from thidua_desktop.domain.reasons import Issue, Severity
from thidua_desktop.domain.vietnamese.cleaning import clean_text
from thidua_desktop.domain.vietnamese.folding import fold


@dataclass(frozen=True, slots=True)
class OpenedForm:
    """A workbook as it was opened, with the profile to begin with.

    Attributes:
        path: the file that was opened, or the kept one.
        known_as: the name of the profile that fits it already; empty where it was suggested.
    """

    path: Path
    template: FormTemplate
    profile: FormProfile
    known_as: str = ""


@dataclass(frozen=True, slots=True)
class FilledCopy:
    """A copy that was written, with what was doubtful in it."""

    written: WrittenCopy
    built: BuiltForm

    @property
    def rows(self) -> int:
        """How many rows were filled."""
        return sum(len(area.rows) for area in self.built.areas)


def province_profiles(desk: Desk) -> tuple[FormProfile, ...]:
    """The profiles that the office keeps, by name."""
    with desk.store.read() as books:
        return books.province_forms.all()


def province_profile(desk: Desk, name: str) -> FormProfile:
    """A profile by its name, marks and case aside.

    Raises:
        NotFound: there is none; the data names those that there are.
    """
    profiles = province_profiles(desk)
    wanted = fold(name)
    for profile in profiles:
        if fold(profile.name) == wanted:
            return profile
    known = tuple(profile.name for profile in profiles)
    if not known:
        raise NotFound("province_profiles_none", key=name)
    raise NotFound("province_profile_unknown", key=name, known=known)


def open_new_form(desk: Desk, path: Path) -> OpenedForm:
    """Open a province's workbook: a profile that fits it is taken, else one is suggested.

    Raises:
        NotFound, EnvironmentFault, InputError: as `ProvinceWorkbooks.open`.
    """
    template = desk.province_workbooks.open(path)
    for known in (*province_profiles(desk), *desk.province_library.profiles()):
        fitted = fit_profile(known, template)
        if fitted is not None:
            named = replace(fitted, file="", file_name=path.name)
            return OpenedForm(path, template, named, known.name)
    return OpenedForm(path, template, suggest_profile(template))


def open_kept_form(desk: Desk, profile: FormProfile) -> OpenedForm:
    """Open the kept workbook of a profile; raises as `open_new_form`."""
    path = desk.attachments.path(profile.file)
    template = desk.province_workbooks.open(path)
    return OpenedForm(path, replace(template, name=profile.file_name), profile, profile.name)


def save_new_profile(desk: Desk, opened: OpenedForm, *, replaces: bool = False) -> FormProfile:
    """Keep a profile together with a copy of its workbook.

    Raises:
        InputError: it has no name, or nothing to fill.
        Conflict: another profile has this name.
        EnvironmentFault: the workbook can't be kept.
    """
    profile = _checked(opened.profile)
    if not replaces and _has(desk, profile.name):
        raise Conflict("province_profile_exists", name=profile.name)
    kept = desk.attachments.keep(opened.path)
    stored = replace(profile, file=kept.sha256, file_name=opened.template.name)
    with desk.store.write("province_profile_saved", name=stored.name) as books:
        if all(one.sha256 != kept.sha256 for one in books.collecting.attachments()):
            books.collecting.add_attachment(replace(kept, name=opened.template.name))
        books.province_forms.save(stored)
    return stored


def change_profile(desk: Desk, profile: FormProfile) -> None:
    """Keep a profile's new mapping; its workbook stays; raises as `save_new_profile`."""
    with desk.store.write("province_profile_saved", name=profile.name) as books:
        books.province_forms.save(_checked(profile))


def give_away(desk: Desk, name: str, path: Path) -> None:
    """Write a profile with its workbook, for another commune of the province.

    Raises:
        NotFound: there is none of this name.
        EnvironmentFault: it can't be written.
    """
    profile = province_profile(desk, name)
    with ready_folder(path.parent):
        desk.province_library.save(profile, desk.attachments.path(profile.file), path)


def take_over(desk: Desk, path: Path, folder: Path, *, replaces: bool = False) -> FormProfile:
    """Keep a profile that another commune gave; `folder` holds its workbook for the while.

    Raises:
        NotFound, InputError, EnvironmentFault: as `ProvinceLibrary.load`, `save_new_profile`.
    """
    profile, workbook = desk.province_library.load(path, folder)
    template = desk.province_workbooks.open(workbook)
    return save_new_profile(desk, OpenedForm(workbook, template, profile), replaces=replaces)


def remove_profile(desk: Desk, name: str) -> None:
    """Forget a profile; its workbook stays in the vault, so that undo brings all back.

    Raises:
        NotFound: there is none of this name.
    """
    profile = province_profile(desk, name)
    with desk.store.write("province_profile_removed", name=profile.name) as books:
        books.province_forms.remove(profile.name)


def build(desk: Desk, texts: Texts, cycle_id: str, opened: OpenedForm) -> BuiltForm:
    """What would be written for a cycle, cell by cell.

    Raises:
        NotFound: no such cycle.
    """
    return build_form(read_draft(desk, texts, cycle_id), opened.template, opened.profile)


def fill_form(
    desk: Desk, texts: Texts, cycle_id: str, opened: OpenedForm, path: Path
) -> FilledCopy:
    """Write a new copy of the workbook, filled.

    Raises:
        NotFound: no such cycle.
        InputError: the copy would take the place of the workbook itself, or has another ending;
            or the profile fills nothing.
        EnvironmentFault: the copy can't be written.
    """
    _checked(opened.profile)
    if path.suffix.lower() != opened.template.suffix:
        wanted = opened.template.suffix
        raise InputError("province_form_other_ending", file=path.name, wanted=wanted)
    if path.exists() and opened.path.exists() and path.samefile(opened.path):
        raise InputError("province_form_over_itself", file=path.name)
    built = build(desk, texts, cycle_id, opened)
    with ready_folder(path.parent):
        written = desk.province_workbooks.write(opened.path, built.sheets, path)
    return FilledCopy(written, built)


def worded(issues: Sequence[Issue], texts: Texts) -> tuple[Issue, ...]:
    """Issues whose fields are named as the screen names them."""
    return tuple(
        replace(issue, data={**issue.data, "field": field_words(str(issue.data["field"]), texts)})
        if "field" in issue.data
        else issue
        for issue in issues
    )


def field_words(code: str, texts: Texts) -> str:
    """The label of a field."""
    return texts.render(f"province_field_{code}", {}) if code else ""


def _has(desk: Desk, name: str) -> bool:
    return any(fold(one.name) == fold(name) for one in province_profiles(desk))


def _checked(profile: FormProfile) -> FormProfile:
    name = clean_text(profile.name)
    if not name:
        raise InputError("province_profile_nameless")
    fields = [c.field for area in profile.areas for c in area.columns if c.is_filled]
    fields += [cell.field for cell in profile.cells]
    if not fields:
        raise InputError("province_profile_empty", name=name)
    strange = sorted({code for code in fields if code != CONSTANT and not is_known(code)})
    if strange:
        issues = [
            Issue("province_field_unknown", Severity.ERROR, data={"code": c}) for c in strange
        ]
        raise InputError("province_profile_wrong", issues, name=name)
    return replace(profile, name=name)
