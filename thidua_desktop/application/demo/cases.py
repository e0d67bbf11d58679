"""The registers beside the dossiers in the practice year: all of it made up."""

from __future__ import annotations

import datetime as dt

from thidua_desktop.application.cases.disciplines import add_discipline
from thidua_desktop.application.cases.earlier_awards import add_earlier_award
from thidua_desktop.application.cases.holds import add_hold, resume_hold
from thidua_desktop.application.cases.initiatives import add_initiative
from thidua_desktop.application.demo.scene import Scene
from thidua_desktop.application.enrolling.registers import list_people, list_units
from thidua_desktop.domain.awards.cases import CaseSubject, EarlierAward, Initiative
from thidua_desktop.domain.awards.facts import Achievement, Discipline, Hold, HoldKind
from thidua_desktop.domain.vietnamese.folding import fold

_PROPOSED = 10
"""Of so few people the last one may be proposed."""


def record_cases(scene: Scene) -> None:
    """Matters pending and concluded, an old discipline, awards of before, some sáng kiến.

    They concern those who stand last in the registers, so that the year's awards stay as they are.
    """
    desk, year = scene.desk, scene.order.year
    people = [CaseSubject(one.code, is_person=True) for one in list_people(desk)]
    units = [CaseSubject(one.code, is_person=False) for one in list_units(desk)]
    if not people or not units:
        return
    if len(people) > _PROPOSED:
        pending = Hold(
            HoldKind.COMPLAINT, dt.date(year, 11, 20), document=f"Thông báo mẫu 12/TB ({year})"
        )
        add_hold(desk, people[-1], pending)
    over = Hold(HoldKind.INSPECTION, dt.date(year, 8, 3), document=f"Quyết định mẫu 07/QĐ ({year})")
    number = add_hold(desk, units[-1], over)
    resume_hold(desk, number, dt.date(year, 9, 15), f"Kết luận mẫu 15/KL ({year})")
    time = Discipline(dt.date(year - 1, 3, 1), dt.date(year - 1, 9, 1))
    add_discipline(desk, people[-1], "Khiển trách", time, f"Quyết định mẫu 21/QĐ ({year - 1})")
    _record_last_year(scene)
    names = ("Số hóa hồ sơ một cửa (mẫu)", "Mô hình tổ công nghệ số (mẫu)")
    for subject, name in zip((people[0], units[0]), names, strict=True):
        recognised = Initiative(0, subject, name, "Hội đồng sáng kiến xã (mẫu)", "05/QĐ-UBND")
        add_initiative(desk, recognised)


def _record_last_year(scene: Scene) -> None:
    """Last year's awards as an old list writes them: capitals, no marks."""
    year = scene.order.year - 1
    told = Achievement(
        period_from=dt.date(year, 1, 1), period_to=dt.date(year, 12, 31), text="Thành tích (mẫu)"
    )
    for place, person in enumerate(list_people(scene.desk)[:2], start=1):
        paper = EarlierAward(
            id=0,
            recipient=fold(person.full_name).upper(),
            subject=person.subject,
            owner=None,
            award="giay_khen_xa",
            name="",
            number=f"{place + 30}/QĐ-UBND",
            decided_on=dt.date(year, 12, 28),
            achievement=told,
        )
        add_earlier_award(scene.desk, paper)
