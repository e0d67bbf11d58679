"""Units and people of the practice year: plainly made up, in the words of any commune."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from thidua_desktop.domain.kinds import CommuneKind
from thidua_desktop.domain.plan import Commune, Plan

_OFFICES = (
    ("Văn phòng HĐND và UBND", "Chánh Văn phòng"),
    ("Phòng Kinh tế", "Trưởng phòng"),
    ("Phòng Văn hóa - Xã hội", "Trưởng phòng"),
    ("Trung tâm Phục vụ hành chính công", "Giám đốc"),
    ("Công an {commune}", "Trưởng Công an"),
    ("Ban Chỉ huy Quân sự {commune}", "Chỉ huy trưởng"),
    ("Trạm Y tế {commune}", "Trạm trưởng"),
    ("Trung tâm Cung ứng dịch vụ công", "Giám đốc"),
)
_FRONT = (
    ("Ủy ban MTTQ Việt Nam {commune}", "Chủ tịch"),
    ("Hội Liên hiệp Phụ nữ {commune}", "Chủ tịch"),
    ("Đoàn TNCS Hồ Chí Minh {commune}", "Bí thư"),
    ("Hội Nông dân {commune}", "Chủ tịch"),
    ("Hội Cựu chiến binh {commune}", "Chủ tịch"),
)
_SCHOOLS = (
    ("Trường Mầm non Hoa Mẫu", "Hiệu trưởng"),
    ("Trường Tiểu học Ví Dụ", "Hiệu trưởng"),
    ("Trường THCS Ví Dụ", "Hiệu trưởng"),
    ("Trường Mầm non Sơn Ca Mẫu", "Hiệu trưởng"),
    ("Trường Tiểu học Bình Minh Mẫu", "Hiệu trưởng"),
    ("Trường THCS Bình Minh Mẫu", "Hiệu trưởng"),
)
_ENTERPRISES = (
    ("HTX Nông nghiệp số Ví Dụ", "Giám đốc"),
    ("Công ty TNHH Mẫu A & B", "Giám đốc"),
    ("Công ty CP May Thí Điểm", "Tổng Giám đốc"),
    ("Hộ kinh doanh Dịch vụ số Ví Dụ", "Chủ hộ"),
    ("HTX Thủ công Thử Nghiệm", "Giám đốc"),
)
_FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Nông")
_MIDDLE = {"male": ("Văn", "Minh", "Đức"), "female": ("Thị", "Ngọc", "Thu")}
_GIVEN = ("Mẫu", "Ví Dụ", "Thử", "Nghiệm", "Thí Điểm", "Minh Họa", "Giả Định", "Mô Phỏng")

_SHARES = (
    ("office", _OFFICES),
    ("front", _FRONT),
    ("school", _SCHOOLS),
    ("enterprise", _ENTERPRISES),
)
SMALLEST = 3
"""One in time, one late, one silent."""


@dataclass(frozen=True, slots=True)
class CastUnit:
    """One made-up unit as a list would name it."""

    name: str
    group: str
    cluster: str
    head: str
    total: int | None
    female: int | None
    phone: str


@dataclass(frozen=True, slots=True)
class CastPerson:
    """One made-up person as a list would name them."""

    name: str
    gender: str
    birth_year: int
    position: str
    unit: str
    is_leader: bool


def cast_units(plan: Plan, count: int | None, dice: random.Random) -> tuple[CastUnit, ...]:
    """The units of the year: one of everything, hamlets to fill up to `count`."""
    units: list[CastUnit] = []
    for cluster, (group, names) in enumerate(_SHARES, start=1):
        for name, head in names:
            units.append(_unit(plan.commune, name, head, group, f"Khối {cluster}", dice))
    wanted = max(SMALLEST, count if count is not None else len(units) + 8)
    if wanted < len(units):
        units = sorted(dice.sample(units, wanted), key=lambda unit: unit.cluster)
    # Of «tổ, xóm» one unit is one of them.
    hamlet = plan.commune.hamlet_word.split(", ")[-1].capitalize()
    for number in range(1, wanted - len(units) + 1):
        units.append(
            _unit(
                plan.commune,
                f"{hamlet} {number}",
                f"Trưởng {hamlet.lower()}",
                "hamlet",
                "Khối 5",
                dice,
            )
        )
    return tuple(units)


def _unit(
    commune: Commune, name: str, head: str, group: str, cluster: str, dice: random.Random
) -> CastUnit:
    word = {CommuneKind.XA: "xã", CommuneKind.PHUONG: "phường", CommuneKind.DAC_KHU: "đặc khu"}
    total = None if group == "hamlet" else dice.randint(4, 48)
    female = None if total is None else dice.randint(0, total)
    phone = f"0900 000 {dice.randint(0, 999):03d}"
    return CastUnit(
        name.format(commune=word[commune.kind]), group, cluster, head, total, female, phone
    )


def cast_people(units: Sequence[CastUnit], dice: random.Random) -> tuple[CastPerson, ...]:
    """One or two people for each unit, two for the first; their names could be nobody's."""
    people: dict[tuple[str, str], CastPerson] = {}
    for unit in units:
        for is_leader in (True, False)[: dice.randint(1, 2) if people else 2]:
            gender = dice.choice(("male", "female"))
            name = f"{dice.choice(_FAMILY)} {dice.choice(_MIDDLE[gender])} {dice.choice(_GIVEN)}"
            position = unit.head if is_leader else "Thành viên"
            person = CastPerson(
                name, gender, dice.randint(1968, 2001), position, unit.name, is_leader
            )
            people.setdefault((name, unit.name), person)
    return tuple(people.values())
