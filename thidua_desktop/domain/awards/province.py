"""Quy định của tỉnh: what the law leaves to the province, set over the defaults of a pack.

NĐ 152/2025/NĐ-CP Điều 6.2 leaves the councils' organisation and the dossiers of lower awards to
the province; the thresholds of Điều 33.5 are national and stay.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from thidua_desktop.domain.award_forms import AwardForm, Source, Sure
from thidua_desktop.domain.errors import RuleViolation
from thidua_desktop.domain.rule_pack import LowestClass, Quorum, RulePack


@dataclass(frozen=True, slots=True)
class ProvinceSettings:
    """What an office typed in from its province's document.

    Attributes:
        citation: the document, as papers cite it.
        quorum: the share of members as a fraction (2, 3); `None` keeps the pack's.
        thresholds: percent by form code, `None` for the majority.
        lowest_class: replaces the pack's practice where it is given.
    """

    citation: str
    quorum: tuple[int, int] | None = None
    thresholds: Mapping[str, int | None] = field(default_factory=dict)
    lowest_class: LowestClass | None = None


def with_province(pack: RulePack, settings: ProvinceSettings) -> RulePack:
    """The pack as it holds in this province.

    Raises:
        RuleViolation: a setting is national, or is no sensible share.
    """
    source = Source(settings.citation, Sure.SEEN, province_may_set=True)
    quorum = pack.quorum
    if settings.quorum is not None:
        parts, of = settings.quorum
        if not 0 < parts <= of:
            raise RuleViolation("quorum_not_sensible", parts=parts, of=of)
        quorum = Quorum(parts, of, source)
    forms = tuple(
        _with_threshold(form, settings.thresholds[form.code], source)
        if form.code in settings.thresholds
        else form
        for form in pack.award_forms
    )
    lowest = settings.lowest_class or pack.lowest_class
    return replace(pack, quorum=quorum, award_forms=forms, lowest_class=lowest)


def _with_threshold(form: AwardForm, percent: int | None, source: Source) -> AwardForm:
    if not form.vote.source.province_may_set:
        raise RuleViolation("threshold_is_national", form.vote.source.citation, award=form.name)
    if percent is not None and not 1 <= percent <= 100:  # noqa: PLR2004 - percent
        raise RuleViolation("threshold_not_sensible", award=form.name, percent=percent)
    return replace(form, vote=replace(form.vote, threshold_percent=percent, source=source))
