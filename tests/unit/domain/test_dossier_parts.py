"""Thành phần hồ sơ: đủ, thiếu, chưa rõ, and the province's word before the pack's."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.papers_in_hand import PACK
from thidua_desktop.domain.award_forms import Source, Sure
from thidua_desktop.domain.dossier_parts import (
    DossierFacts,
    DossierMark,
    DossierPart,
    DossierRule,
    PartNeed,
    PartProof,
    PartState,
    PartVerdict,
    judge_part,
    parts_for,
    state_of,
)
from thidua_desktop.domain.kinds import SubjectKind
from thidua_desktop.domain.reasons import Reason

DAY = dt.date(2026, 12, 20)
FORM = PACK.form("giay_khen_xa")
SOURCE = Source("Thông lệ", Sure.PRACTICE, province_may_set=True)
REPORT = DossierPart(
    "report",
    ("giay_khen_xa",),
    (SubjectKind.COLLECTIVE,),
    "Báo cáo thành tích",
    PartProof.REPORT,
    PartNeed.NEEDED,
    SOURCE,
)
WHOLE = DossierFacts(DAY, DAY, "10/11", has_report=True)


def state(proof: PartProof, facts: DossierFacts, need: PartNeed = PartNeed.NEEDED) -> PartState:
    return judge_part(replace(REPORT, proof=proof, need=need), facts, None).state


@pytest.mark.parametrize("proof", [p for p in PartProof if p is not PartProof.BY_HAND])
def test_what_the_registers_know_is_complete(proof: PartProof) -> None:
    assert state(proof, WHOLE) is PartState.COMPLETE


def test_what_nobody_said_is_not_taken_for_complete() -> None:
    assert state(PartProof.REPORT, DossierFacts()) is PartState.UNCLEAR
    assert state(PartProof.BY_HAND, WHOLE) is PartState.UNCLEAR
    assert state(PartProof.REPORT, DossierFacts(has_report=False)) is PartState.MISSING
    for proof in (PartProof.SUBMISSION, PartProof.MINUTES, PartProof.VOTES):
        assert state(proof, DossierFacts()) is PartState.MISSING
    assert state(PartProof.SUBMISSION, DossierFacts(voted_on=DAY)) is PartState.MISSING


def test_what_is_asked_only_if_any_holds_nothing_up_until_it_is_said_missing() -> None:
    part = replace(REPORT, proof=PartProof.BY_HAND, need=PartNeed.IF_ANY)
    assert judge_part(part, WHOLE, None).state is PartState.COMPLETE
    mark = DossierMark(1, "report", is_there=False, note="", marked_on=DAY)
    assert judge_part(part, WHOLE, mark).state is PartState.MISSING
    # What the registers know of is told, also where it need not be there.
    known = judge_part(replace(part, proof=PartProof.REPORT), WHOLE, None)
    assert known.reason.code == "part_report_received"


@given(st.sampled_from(PartProof), st.booleans(), st.text(max_size=5))
def test_what_the_officer_says_counts_first(proof: PartProof, is_there: bool, note: str) -> None:
    mark = DossierMark(1, "report", is_there, note, DAY)
    for facts in (WHOLE, DossierFacts()):
        verdict = judge_part(replace(REPORT, proof=proof), facts, mark)
        assert (verdict.state is PartState.COMPLETE) is is_there
        assert verdict.mark is mark


@given(st.lists(st.sampled_from(PartState), max_size=6))
def test_a_dossier_is_as_good_as_its_worst_part(states: list[PartState]) -> None:
    verdicts = [PartVerdict(REPORT, one, Reason("part_if_any")) for one in states]
    whole = state_of(verdicts)
    assert (whole is PartState.COMPLETE) is (bool(states) and set(states) == {PartState.COMPLETE})
    if PartState.MISSING in states:
        assert whole is PartState.MISSING


def test_an_enterprise_brings_what_a_collective_brings() -> None:
    assert REPORT.asks("giay_khen_xa", SubjectKind.ENTERPRISE)
    assert not REPORT.asks("giay_khen_xa", SubjectKind.INDIVIDUAL)
    assert not REPORT.asks("bang_khen_tinh", SubjectKind.COLLECTIVE)


def test_the_province_renames_adds_and_drops_parts_of_one_award() -> None:
    def rule(part: str, need: PartNeed, award: str = "giay_khen_xa") -> DossierRule:
        return DossierRule(award, part, need, f"Thành phần {part}", "Quyết định mẫu của tỉnh")

    def codes(*rules: DossierRule) -> list[str]:
        parts = parts_for((REPORT,), FORM, SubjectKind.COLLECTIVE, rules)
        return [part.code for part in parts]

    assert codes() == ["report"]
    assert codes(rule("report", PartNeed.NOT_NEEDED)) == []
    assert codes(rule("tax", PartNeed.NEEDED)) == ["report", "tax"]
    assert codes(rule("report", PartNeed.NOT_NEEDED, award="bang_khen_tinh")) == ["report"]
    (changed,) = parts_for(
        (REPORT,), FORM, SubjectKind.COLLECTIVE, (rule("report", PartNeed.IF_ANY),)
    )
    assert (changed.text, changed.source.citation) == (
        "Thành phần report",
        "Quyết định mẫu của tỉnh",
    )
    other = parts_for((REPORT,), FORM, SubjectKind.INDIVIDUAL, (rule("report", PartNeed.NEEDED),))
    assert other == ()
