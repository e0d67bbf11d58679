"""The columns of the plan's five tables."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from thidua_desktop.application.naming import criterion_mark
from thidua_desktop.application.text import Texts
from thidua_desktop.domain.kinds import QuotaKind, SubjectKind
from thidua_desktop.domain.plan import Duty, QuotaRule, ReportDuty
from thidua_desktop.domain.scoring.criterion import Criterion, Role
from thidua_desktop.domain.vietnamese.folding import fold
from thidua_desktop.ui.models.columns import Align, CellRejectedError, Column, Mark
from thidua_desktop.ui.pages.plan_facts import Fact
from thidua_desktop.ui.theme import Tone
from thidua_desktop.ui.wording import points, typed_points

NO_LIMIT = "Không giới hạn"
_ROLES = {
    Role.STANDARD: ("Điểm chuẩn", Mark(Tone.PLAIN)),
    Role.BONUS: ("Điểm thưởng", Mark(Tone.GOOD, "plus")),
    Role.PENALTY: ("Điểm trừ", Mark(Tone.WARNING, "alert-triangle")),
}


def criteria_columns(_texts: Texts) -> list[Column[Criterion]]:
    """A criterion; its points can be typed over."""
    return [
        Column("Mã", lambda criterion: criterion_mark(criterion.code), 90),
        Column("Nội dung, tiêu chí", lambda criterion: criterion.text, 0),
        Column(
            "Loại",
            lambda criterion: _ROLES[criterion.role][0],
            130,
            mark=lambda criterion: _ROLES[criterion.role][1],
        ),
        Column(
            "Điểm tối đa",
            lambda criterion: points(criterion.max_points),
            104,
            Align.RIGHT,
            sort_key=lambda criterion: criterion.max_points,
            edit=_with_points,
            title_tip="Bấm đúp hoặc F2 để sửa",
        ),
    ]


def _with_points(criterion: Criterion, text: str) -> Criterion:
    typed = typed_points(text)
    if typed is None:
        raise CellRejectedError(f"Tiêu chí {criterion.code}: «{text}» không phải là điểm.")
    return replace(criterion, max_points=typed)


def quota_columns(texts: Texts, award_name: Callable[[str], str]) -> list[Column[QuotaRule]]:
    """A quota; its number can be typed over, empty for no limit."""

    def subjects(quota: QuotaRule) -> str:
        kinds = (quota.subject, *quota.shared_with)
        return ", ".join(texts.render(f"subject_{kind}", {}) for kind in kinds)

    return [
        Column("Hình thức khen thưởng", lambda quota: award_name(quota.award), 0),
        Column("Kỳ", lambda quota: texts.render(f"kind_{quota.kind}", {}), 96),
        Column("Đối tượng", subjects, 170),
        Column(
            "Tối đa",
            _maximum,
            120,
            Align.RIGHT,
            sort_key=lambda quota: quota.maximum,
            edit=_with_maximum,
            title_tip="Bấm đúp hoặc F2 để sửa; để trống là không giới hạn",
        ),
        Column(
            "Cách tính",
            _formula,
            150,
            edit=_with_formula,
            title_tip="Bấm đúp hoặc F2 để sửa: riêng, chung, hoặc phần trăm",
        ),
        Column("Tính cho", _scope, 110),
    ]


def _maximum(quota: QuotaRule) -> str:
    if quota.maximum is None:
        return NO_LIMIT
    is_share = quota.formula is QuotaKind.PERCENT_OF_PARTICIPANTS
    return f"{quota.maximum} %" if is_share else str(quota.maximum)


_FORMULAS = {
    QuotaKind.ABSOLUTE_BY_TYPE: "Riêng",
    QuotaKind.ABSOLUTE_COMBINED: "Chung một số",
    QuotaKind.PERCENT_OF_PARTICIPANTS: "Phần trăm tham gia",
}
_SHARING = (SubjectKind.COLLECTIVE, SubjectKind.INDIVIDUAL)


def _formula(quota: QuotaRule) -> str:
    return _FORMULAS[quota.formula]


def _with_formula(quota: QuotaRule, text: str) -> QuotaRule:
    """The formula whose words begin as what was typed."""
    typed = fold(text)
    found = [kind for kind, words in _FORMULAS.items() if typed and fold(words).startswith(typed)]
    if len(found) != 1:
        raise CellRejectedError("Cách tính là một trong ba: riêng, chung, phần trăm.")
    (formula,) = found
    if formula is QuotaKind.ABSOLUTE_COMBINED and quota.shared_with:
        return replace(quota, formula=formula)
    if formula is QuotaKind.ABSOLUTE_COMBINED:
        others = tuple(kind for kind in _SHARING if kind is not quota.subject)
        return replace(quota, formula=formula, shared_with=others)
    return replace(quota, formula=formula, shared_with=())


def _scope(quota: QuotaRule) -> str:
    return "Toàn tỉnh" if quota.scope == "province" else "Xã, phường"


def _with_maximum(quota: QuotaRule, text: str) -> QuotaRule:
    if text in ("", NO_LIMIT):
        return replace(quota, maximum=None)
    text = text.removesuffix("%").strip()
    if not text.isdecimal():
        raise CellRejectedError(f"Số lượng cần là một số hoặc để trống, không phải «{text}».")
    return replace(quota, maximum=int(text))


def report_columns(texts: Texts) -> list[Column[ReportDuty]]:
    """A report that is due."""
    return [
        Column("Loại báo cáo", lambda duty: texts.render(f"kind_{duty.kind}", {}), 110),
        Column(
            "Bên gửi",
            lambda duty: "Các đơn vị" if duty.sender == "units" else "Ủy ban nhân dân",
            130,
        ),
        Column("Nơi nhận", _receiver, 0),
        Column("Hạn", _due, 110, sort_key=lambda duty: (duty.due_month or 13, duty.due_day or 0)),
    ]


def _receiver(duty: ReportDuty) -> str:
    return f"{duty.recipient} (qua {duty.via})" if duty.via else duty.recipient


def _due(duty: ReportDuty) -> str:
    return (
        f"{duty.due_day:02}/{duty.due_month:02}" if duty.due_day and duty.due_month else "Không nêu"
    )


def duty_columns(texts: Texts) -> list[Column[Duty]]:
    """A standing duty."""
    return [
        Column("Loại", lambda duty: texts.render(f"duty_{duty.kind}", {}), 170),
        Column("Bên thực hiện", lambda duty: duty.holder, 240),
        Column("Nội dung", lambda duty: duty.text, 0),
    ]


def fact_columns() -> list[Column[Fact]]:
    """A fact with its caption."""
    return [
        Column("Mục", lambda fact: fact.caption, 220),
        Column("Nội dung", lambda fact: fact.value, 0),
    ]
