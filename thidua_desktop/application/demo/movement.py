"""Sổ phong trào in the practice year: all of it made up."""

from __future__ import annotations

import datetime as dt

from thidua_desktop.application.demo.scene import Scene
from thidua_desktop.application.enrolling.registers import list_people, list_units
from thidua_desktop.application.movement.activities import save_activity
from thidua_desktop.application.movement.exemplars import save_exemplar
from thidua_desktop.application.movement.inspections import remedy_inspection, save_inspection
from thidua_desktop.domain.awards.cases import CaseSubject
from thidua_desktop.domain.movement_book import (
    Activity,
    ActivityKind,
    Exemplar,
    ExemplarKind,
    Inspection,
)

_INSPECTORS = (
    "Bà Lê Thị Mẫu, Trưởng phòng Văn hóa - Xã hội",
    "Ông Trần Văn Mẫu, Phó Chủ tịch Ủy ban Mặt trận Tổ quốc",
)


def record_movement(scene: Scene) -> None:
    """Two exemplars, three inspections in different states, a training, a contest, a survey."""
    units, people = list_units(scene.desk), list_people(scene.desk)
    if not units or not people:
        return
    _exemplars(scene, units[0].code, people[0].code)
    _inspections(scene, [unit.code for unit in units])
    _activities(scene)


def _exemplars(scene: Scene, unit: str, person: str) -> None:
    year = scene.order.year
    model = Exemplar(
        0,
        ExemplarKind.MODEL,
        CaseSubject(unit, is_person=False),
        "Trả kết quả hồ sơ trong ngày (mẫu)",
        dt.date(year, 6, 15),
        "9 trong 10 hồ sơ trả trước hạn; người dân không phải đi lại lần hai.",
        "Đã giới thiệu cho 03 đơn vị",
    )
    exemplar = Exemplar(
        0,
        ExemplarKind.EXEMPLAR,
        CaseSubject(person, is_person=True),
        "Hướng dẫn người cao tuổi dùng dịch vụ công (mẫu)",
        dt.date(year, 9, 2),
        "Hướng dẫn 120 lượt người.",
    )
    for one in (model, exemplar):
        save_exemplar(scene.desk, one)


def _inspections(scene: Scene, units: list[str]) -> None:
    year, desk = scene.order.year, scene.desk
    first = Inspection(
        0,
        units[0],
        dt.date(year, 5, 12),
        "Trụ sở đơn vị",
        _INSPECTORS,
        ("Thủ trưởng đơn vị (mẫu)",),
        "Triển khai kế hoạch kịp thời, phân công rõ.",
        "Chưa lưu đủ minh chứng.",
        "",
        "Thực hiện tốt, cần lưu minh chứng theo từng tiêu chí.",
        dt.date(year, 6, 30),
    )
    remedy_inspection(desk, save_inspection(desk, first), dt.date(year, 6, 20))
    late = Inspection(
        0,
        units[-1],
        dt.date(year, 10, 8),
        inspectors=_INSPECTORS,
        weaknesses="Chưa phân công người theo dõi.",
        conclusion="Phân công bằng văn bản, báo cáo kết quả.",
        remedy_by=dt.date(year, 10, 31),
    )
    save_inspection(desk, late)


def _activities(scene: Scene) -> None:
    year = scene.order.year
    held = (
        Activity(
            0,
            ActivityKind.TRAINING,
            "Tập huấn kỹ năng số cho Tổ công nghệ số cộng đồng (mẫu)",
            dt.date(year, 4, 18),
            "Nhà văn hóa xã",
            people=64,
            result="Các tổ đều có người dự.",
            document="Kế hoạch mẫu 14/KH",
        ),
        Activity(
            0,
            ActivityKind.CONTEST,
            "Hội thi tìm hiểu chuyển đổi số (mẫu)",
            dt.date(year, 10, 10),
            "Nhà văn hóa xã",
            people=150,
            result="Trao 06 giải.",
        ),
        Activity(
            0,
            ActivityKind.IT_SURVEY,
            "Khảo sát thiết bị công nghệ thông tin các trường (mẫu)",
            dt.date(year, 8, 20),
            result="Đã có danh mục máy tính, đường truyền từng trường.",
        ),
    )
    for one in held:
        save_activity(scene.desk, one)
