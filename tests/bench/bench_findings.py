"""Look-alike passages among 150 units of 20 answers, against only reading the same words."""

from __future__ import annotations

import random
import time
from collections.abc import Callable

from tests.bench.row import BenchRow
from thidua_desktop.domain.findings.commonplaces import shared_by_many
from thidua_desktop.domain.findings.likeness import Corpus, ReadText, UnitText, alike
from thidua_desktop.domain.findings.limits import PROPOSED_LIMITS

UNITS = 150
CRITERIA = 20
WORDS = 60
PAIRS = 7
LIMIT = 5.0
_STARTS = "b c d đ g h k l m n p r s t v x ph th tr ch nh ng"
_ENDS = "a á ả ă ân ong ông iên ươn ót anh ỉnh uyên"


def run() -> BenchRow:
    """The median of several pairs, each floor measured right beside ours."""
    texts = _texts()
    pairs = [
        (_seconds(lambda: [ReadText.of(text) for text in texts]), _seconds(lambda: _ours(texts)))
        for _ in range(PAIRS)
    ]
    floor, ours = sorted(pairs, key=lambda pair: pair[1] / pair[0])[len(pairs) // 2]
    return BenchRow(f"compare {UNITS} units x {CRITERIA} answers", floor, ours, LIMIT)


def _texts() -> list[UnitText]:
    """Mostly texts of their own; one in ten is another unit's, one passage went round."""
    chance = random.Random(2026)  # noqa: S311 - the same words each time, nothing secret
    syllables = [start + end for start in _STARTS.split() for end in _ENDS.split()]
    written = [" ".join(chance.choices(syllables, k=WORDS)) for _ in range(UNITS * CRITERIA)]
    texts = []
    for unit in range(UNITS):
        for place in range(CRITERIA):
            own = written[unit * CRITERIA + place]
            said = chance.choice(written) if chance.random() < 0.1 else own
            texts.append(
                UnitText(f"DV{unit:03}", said if place else written[0], criterion=str(place))
            )
    return texts


def _ours(texts: list[UnitText]) -> None:
    corpus = Corpus(texts)
    assert alike(corpus, PROPOSED_LIMITS)
    assert shared_by_many(corpus, PROPOSED_LIMITS)


def _seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun
