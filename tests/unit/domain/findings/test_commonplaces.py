"""A passage that went round is told once, with everybody who wrote it."""

from __future__ import annotations

import random
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from thidua_desktop.domain.findings.commonplaces import examples, shared_by_many
from thidua_desktop.domain.findings.likeness import Corpus, UnitText, alike, runs_of
from thidua_desktop.domain.findings.limits import PROPOSED_LIMITS

LIMITS = replace(PROPOSED_LIMITS, common_units=3)
ROUND = (
    "Đơn vị đã quán triệt đầy đủ các văn bản chỉ đạo, phân công rõ người rõ việc, duy trì chế độ "
    "báo cáo hằng tháng và kịp thời biểu dương tập thể, cá nhân có cách làm hay trong năm."
)
SECOND = (
    "Bộ phận một cửa niêm yết mã quét ở quầy, nhân viên cầm tay chỉ việc cho người cao tuổi, tuần "
    "nào cũng đếm lại số hồ sơ nộp ở nhà và khen người làm nhanh nhất trước toàn cơ quan."
)


def texts(said: str, units: range, criterion: str = "A1") -> list[UnitText]:
    return [UnitText(f"DV{unit:03}", said, criterion=criterion) for unit in units]


def test_it_is_told_once_with_all_who_wrote_it() -> None:
    many = [*texts(ROUND, range(4)), *texts(f"Năm 2026. {ROUND.upper()}", range(4, 6), "A2")]
    (passage,) = shared_by_many(Corpus(many), LIMITS)
    assert [text.owner for text in passage.texts] == [f"DV{unit:03}" for unit in range(6)]
    assert passage.words == len(ROUND.replace(",", "").split())
    assert alike(Corpus(many), LIMITS) == ()
    assert {one.percent for one in examples(passage, LIMITS)} == {100}


def test_two_passages_are_two() -> None:
    many = [*texts(ROUND, range(5)), *texts(SECOND, range(3, 9), "A2")]
    found = shared_by_many(Corpus(many), LIMITS)
    assert sorted(len(passage.texts) for passage in found) == [5, 6]


def test_few_are_no_commonplace_and_known_wording_is_nobodys() -> None:
    assert shared_by_many(Corpus(texts(ROUND, range(3))), LIMITS) == ()
    assert shared_by_many(Corpus(texts(ROUND, range(9))), LIMITS, runs_of([ROUND])) == ()
    assert shared_by_many(Corpus(texts("Đã thực hiện đầy đủ, đúng hạn.", range(9))), LIMITS) == ()


@given(st.integers(0, 8), st.randoms(use_true_random=False))
def test_the_order_of_the_texts_changes_nothing(units: int, dice: random.Random) -> None:
    many = [*texts(ROUND, range(units)), *texts(SECOND, range(2, 8), "A2")]
    mixed = dice.sample(many, len(many))
    assert shared_by_many(Corpus(mixed), LIMITS) == shared_by_many(Corpus(many), LIMITS)
