"""Lists in, cycle open: the first steps of the practice year."""

from __future__ import annotations

import datetime as dt

from thidua_desktop.application.cycles.opening import open_cycle
from thidua_desktop.application.demo.cast import cast_people, cast_units
from thidua_desktop.application.demo.last_year import enter_last_year
from thidua_desktop.application.demo.lists import person_list, unit_list
from thidua_desktop.application.demo.scene import Enrolled, Scene
from thidua_desktop.application.enrolling.list_import import import_people, import_units
from thidua_desktop.application.naming import commune_title
from thidua_desktop.application.setting_up.planning import plan_in_force
from thidua_desktop.domain.kinds import CycleKind

DUE_MONTH, DUE_DAY = 12, 10


def enrol(scene: Scene) -> Enrolled:
    """Write the lists as workbooks, take them in by the usual door, open the annual cycle."""
    scene.step("Nhập danh sách đơn vị, cá nhân")
    plan = plan_in_force(scene.desk)
    units = cast_units(plan, scene.order.units, scene.dice)
    folder = scene.folder("danh-sach")
    units_file = folder / "danh-sach-don-vi.xlsx"
    scene.desk.summaries.write(unit_list(plan, units), units_file)
    import_units(scene.desk, units_file)
    people_file = folder / "danh-sach-ca-nhan.xlsx"
    scene.desk.summaries.write(person_list(plan, cast_people(units, scene.dice)), people_file)
    import_people(scene.desk, people_file)
    scene.files += [units_file, people_file]
    enter_last_year(scene)
    due = dt.date(scene.order.year, DUE_MONTH, DUE_DAY)
    cycle = open_cycle(scene.desk, CycleKind.ANNUAL, scene.order.year, due)
    return Enrolled(commune_title(plan.commune), cycle)
