"""Appraisal of the practice year: most points are taken over, some are changed with a reason."""

from __future__ import annotations

from thidua_desktop.application.appraisal.appraising import (
    Points,
    accept_as_proposed,
    appraise_many,
)
from thidua_desktop.application.appraisal.council_figures import give_council_points
from thidua_desktop.application.collecting.giving_forms import forms_of_cycle
from thidua_desktop.application.demo.scene import Enrolled, Scene
from thidua_desktop.application.findings.gathering import findings, review_finding
from thidua_desktop.application.results.ranking import rank_cycle
from thidua_desktop.domain.scoring.criterion import Role

_CHANGED_SHARE = 0.12
_REASONS = (
    "Minh chứng mới nêu kế hoạch, chưa nêu kết quả.",
    "Số liệu thấp hơn báo cáo tháng 11 của đơn vị.",
    "Đã kiểm tra thực tế, kết quả đạt một phần.",
)
_HALF_POINT = 50
_COUNCIL_SAYS = "Hội đồng ghi nhận thêm phần việc hoàn thành trong tháng 12."
_SEEN = "Đã kiểm tra lại từng tiêu chí, giữ nguyên kết quả."


def appraise(scene: Scene, enrolled: Enrolled) -> None:
    """Change some points with a reason, take the others over, note one deduction."""
    scene.step("Thẩm định", scene.day(12, 16))
    cycle = enrolled.cycle.id
    with scene.desk.store.read() as books:
        reports = books.collecting.reports(cycle)
    changed = []
    for form in forms_of_cycle(scene.desk, cycle):
        report = reports.get(form.identity.unit)
        if report is None:
            continue
        for criterion in form.criteria.of_role(Role.STANDARD):
            points = report.line(criterion.code).points or 0
            if points and scene.dice.random() < _CHANGED_SHARE:
                lower = max(0, points - 100)
                reason = scene.dice.choice(_REASONS)
                changed.append(Points(report.unit, criterion.code, lower, reason))
    appraise_many(scene.desk, cycle, changed)
    accept_as_proposed(scene.desk, cycle, sorted(reports))
    if changed:
        last = changed[-1]
        more = Points(last.unit, last.criterion, last.points + _HALF_POINT, _COUNCIL_SAYS)
        give_council_points(scene.desk, cycle, [more])
    _close_up(scene, cycle)
    _look_twice(scene, cycle)


def _close_up(scene: Scene, cycle: str) -> None:
    """Bring the first of a group near to the second, as happens every year."""
    ranking = rank_cycle(scene.desk, cycle)
    ranked = [[row for row in group.rows if row.rank is not None] for group in ranking.groups]
    rows = next((one for one in ranked if len(one) > 1), None)
    if rows is None:
        return
    first, over = rows[0].unit.code, rows[0].total - rows[1].total - _HALF_POINT
    with scene.desk.store.read() as books:
        given = books.appraisals.of_unit(cycle, first)
    best = max(given.values(), key=lambda one: one.points, default=None)
    if best is not None and 0 < over <= best.points:
        lower = Points(first, best.criterion, best.points - over, _REASONS[0])
        appraise_many(scene.desk, cycle, [lower])


def _look_twice(scene: Scene, cycle: str) -> None:
    """Say of the first thing that catches the eye that it was looked at."""
    found = findings(scene.desk, cycle).lines
    if found:
        review_finding(scene.desk, cycle, [found[-1].finding.key], _SEEN)
