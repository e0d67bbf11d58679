"""The plan's facts as captioned lines."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from thidua_desktop.application.naming import commune_title
from thidua_desktop.domain.plan import Plan
from thidua_desktop.ui.wording import capital, day


@dataclass(frozen=True, slots=True)
class Fact:
    """One line."""

    caption: str
    value: str


def facts_of(plan: Plan, award_name: Callable[[str], str]) -> tuple[Fact, ...]:
    """What the plan says beside criteria, quotas, deadlines and duties."""
    commune = plan.commune
    said = [
        Fact("Tên kế hoạch", plan.title),
        Fact("Số, ký hiệu", plan.number or "Bản kế hoạch không ghi số"),
        Fact("Ngày ban hành", day(plan.issued_on) if plan.issued_on else "Không ghi ngày"),
        Fact("Phong trào thi đua", plan.movement),
        Fact("Thời gian", f"{plan.first_year}–{plan.last_year}"),
        Fact("Xã, phường", f"{capital(commune_title(commune))}, {commune.province}"),
        Fact("Cơ quan tham mưu", commune.department),
        Fact("Nguồn", plan.source),
        Fact("Tiêu chuẩn khen thưởng", plan.award_standard),
    ]
    said += [Fact("Căn cứ", basis.citation) for basis in plan.legal_bases]
    said += [Fact(f"Nội dung {area.label}".strip(), area.text) for area in plan.content_areas]
    said += [
        Fact(stage.name, f"{stage.from_year}–{stage.to_year}. {stage.text}")
        for stage in plan.stages
    ]
    said += [Fact("Bậc khen thưởng", award_name(step.award)) for step in plan.ladder]
    said += [Fact("Nơi nhận", recipient) for recipient in plan.recipients]
    return tuple(fact for fact in said if fact.value)
