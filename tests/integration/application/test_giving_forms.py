"""Phát phiếu: one form for each unit, the same again, a new version only for new criteria."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from tests.office_in_hand import CYCLE, UNITS, OfficeInHand
from thidua_desktop.application.appraisal.appraising import Points, appraise
from thidua_desktop.application.collecting.giving_forms import forms_of_cycle, give_forms
from thidua_desktop.application.cycles.opening import open_cycle
from thidua_desktop.application.enrolling.registers import add_unit, change_unit
from thidua_desktop.application.forms.unit_form import UnitForm
from thidua_desktop.application.ports import FormWriter
from thidua_desktop.application.progress import Cancelled
from thidua_desktop.application.results.closing import close_cycle
from thidua_desktop.domain.errors import EnvironmentFault, NotFound, RuleViolation
from thidua_desktop.domain.kinds import CycleKind, SubjectKind
from thidua_desktop.domain.units import Unit

ECONOMY = "Phòng Kinh tế"


def give(office: OfficeInHand, folder: str = "phieu") -> dict[str, Path]:
    given = give_forms(office.desk, CYCLE, office.folder / folder)
    return {form.unit_name: form.path for form in given}


def versions(office: OfficeInHand) -> dict[str, int]:
    return {form.unit_name: form.identity.version for form in forms_of_cycle(office.desk, CYCLE)}


def test_every_unit_gets_one_form_under_a_name_that_survives_zalo(office: OfficeInHand) -> None:
    given = give(office)
    assert set(given) == {name for name, _, _ in UNITS}
    code = office.unit("Trường Mầm non Hoa Mẫu")
    path = given["Trường Mầm non Hoa Mẫu"]
    assert path.name == f"phieu-tu-cham_nam-2026_{code}_truong-mam-non-hoa-mau.xlsx"
    form = office.written.forms[path]
    assert (form.group_name, form.cycle_title) == ("Trường học", "năm 2026")
    assert form.office_lines == ("ỦY BAN NHÂN DÂN", "XÃ CAO MINH")
    assert len({one.identity.check_code for one in office.written.forms.values()}) == len(UNITS)


def test_giving_them_again_gives_the_same(office: OfficeInHand) -> None:
    first = forms_of_cycle(office.desk, CYCLE)
    operations = office.desk.store.operations()
    give(office, "again")
    assert forms_of_cycle(office.desk, CYCLE) == first
    assert office.desk.store.operations() == operations


def test_a_file_that_lies_there_is_left_alone(office: OfficeInHand) -> None:
    path = give(office)[ECONOMY]
    office.put(office.form(ECONOMY), f"../phieu/{path.name}", 5, {"ND1": 3})
    filled = path.read_bytes()
    kept = [f for f in give_forms(office.desk, CYCLE, path.parent) if f.is_kept]
    assert len(kept) == len(UNITS)
    assert path.read_bytes() == filled


def test_a_new_unit_is_given_its_form(office: OfficeInHand) -> None:
    add_unit(office.desk, Unit("", "Xóm 1", "hamlet", SubjectKind.COLLECTIVE))
    give(office)
    assert versions(office)["Xóm 1"] == 1


def test_other_criteria_make_a_new_version_for_that_unit_only(office: OfficeInHand) -> None:
    with office.desk.store.read() as books:
        unit = books.units.get(office.unit(ECONOMY))
    change_unit(office.desk, replace(unit, group="front"))
    given = give(office)
    assert {name for name, version in versions(office).items() if version == 2} == {ECONOMY}
    assert given[ECONOMY].stem.endswith("ban-2")
    assert office.form(ECONOMY).criteria.audience == "front"


def test_last_years_points_stand_beside(office: OfficeInHand) -> None:
    office.collect(office.save(ECONOMY, ND1=12, ND2=8))
    unit = office.unit(ECONOMY)
    appraise(office.desk, CYCLE, Points(unit, "ND2", 700, "Thiếu số liệu."))
    close_cycle(office.desk, CYCLE)
    office.clock.set(dt.date(2027, 11, 2))
    following = open_cycle(office.desk, CycleKind.ANNUAL, 2027)
    give_forms(office.desk, following.id, office.folder / "2027")
    forms = {f.unit_name: f.last_points for f in forms_of_cycle(office.desk, following.id)}
    assert (forms[ECONOMY]["ND1"], forms[ECONOMY]["ND2"]) == (1200, 700)
    assert forms["Công an xã"] == {}


def test_nothing_to_give_is_said_so(office: OfficeInHand, new_office: OfficeInHand) -> None:
    open_cycle(new_office.desk, CycleKind.ANNUAL, 2026)
    with pytest.raises(RuleViolation, match="no_units"):
        give(new_office)
    close_cycle(office.desk, CYCLE)
    with pytest.raises(RuleViolation, match="cycle_closed"):
        give(office)
    with pytest.raises(NotFound, match="cycle_unknown"):
        give_forms(office.desk, "2030-annual", office.folder)


@dataclass(frozen=True)
class FullDisk:
    """Port `FormWriter` that writes some forms, then none."""

    writer: FormWriter
    most: int
    written: list[Path]

    def write(self, form: UnitForm, path: Path) -> None:
        if len(self.written) == self.most:
            raise EnvironmentFault("disk_full", folder=str(path.parent))
        self.writer.write(form, path)
        self.written.append(path)

    def write_slip(self, slip: object, path: Path) -> None:
        raise NotImplementedError


def test_forms_that_could_not_all_be_written_are_not_given(new_office: OfficeInHand) -> None:
    for number in range(1, 5):
        add_unit(new_office.desk, Unit("", f"Xóm {number}", "hamlet", SubjectKind.COLLECTIVE))
    open_cycle(new_office.desk, CycleKind.ANNUAL, 2026)
    writer = FullDisk(new_office.desk.forms, 2, [])
    folder = new_office.folder / "phieu"
    with pytest.raises(EnvironmentFault, match="disk_full"):
        give_forms(replace(new_office.desk, forms=writer), CYCLE, folder)
    assert len(writer.written) == 2
    assert not folder.exists()
    assert forms_of_cycle(new_office.desk, CYCLE) == ()


@pytest.mark.parametrize("step", [1, 4])
def test_stopping_leaves_neither_files_nor_issued_forms(
    new_office: OfficeInHand, step: int
) -> None:
    for number in range(1, 5):
        add_unit(new_office.desk, Unit("", f"Xóm {number}", "hamlet", SubjectKind.COLLECTIVE))
    open_cycle(new_office.desk, CycleKind.ANNUAL, 2026)

    def stop(done: int, total: int, label: str = "") -> None:
        del total, label
        if done == step:
            raise Cancelled

    folder = new_office.folder / "phieu"
    with pytest.raises(Cancelled):
        give_forms(new_office.desk, CYCLE, folder, stop)
    assert not folder.exists()
    assert forms_of_cycle(new_office.desk, CYCLE) == ()
