"""A province sets what the law leaves to it, and nothing else."""

from __future__ import annotations

import pytest

from tests.rules_in_hand import LOCAL, PACK
from thidua_desktop.domain.awards.province import ProvinceSettings, with_province
from thidua_desktop.domain.errors import RuleViolation
from thidua_desktop.domain.rule_pack import LowestClass
from thidua_desktop.domain.scoring.policy import Classification

DOCUMENT = "Quyết định thử của tỉnh"


def test_what_is_given_replaces_the_default() -> None:
    lowest = LowestClass(Classification.EXCELLENT, "Hoàn thành xuất sắc", LOCAL)
    settings = ProvinceSettings(DOCUMENT, (4, 5), {"xa": 70, "tinh": None}, lowest)
    pack = with_province(PACK, settings)
    assert (pack.quorum.parts, pack.quorum.of) == (4, 5)
    assert pack.quorum.source.citation == DOCUMENT
    assert pack.form("xa").vote.threshold_percent == 70
    assert pack.form("xa").vote.source.citation == DOCUMENT
    assert pack.form("tinh").vote.threshold_percent is None
    assert pack.lowest_class is lowest


def test_what_is_not_given_stays() -> None:
    assert with_province(PACK, ProvinceSettings(DOCUMENT)) == PACK


@pytest.mark.parametrize(
    ("settings", "code"),
    [
        (ProvinceSettings(DOCUMENT, thresholds={"nha_nuoc": 60}), "threshold_is_national"),
        (ProvinceSettings(DOCUMENT, thresholds={"xa": 0}), "threshold_not_sensible"),
        (ProvinceSettings(DOCUMENT, thresholds={"xa": 101}), "threshold_not_sensible"),
        (ProvinceSettings(DOCUMENT, quorum=(3, 2)), "quorum_not_sensible"),
        (ProvinceSettings(DOCUMENT, quorum=(0, 2)), "quorum_not_sensible"),
    ],
)
def test_what_a_province_cannot_set(settings: ProvinceSettings, code: str) -> None:
    with pytest.raises(RuleViolation) as refused:
        with_province(PACK, settings)
    assert refused.value.code == code
