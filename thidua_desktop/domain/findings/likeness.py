"""Đoạn giống nhau: passages that stand in two texts, whatever their marks, case and punctuation.

Texts are compared by runs of words (tiếng). Figures count as equal, for a copied sentence stays
copied with another figure in it, but they are never counted. The wording of the form, and what
more units write than one copies from another, is nobody's own and is left aside.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import combinations, groupby

from thidua_desktop.domain.findings.limits import FindingLimits
from thidua_desktop.domain.vietnamese.cleaning import UNSEEN
from thidua_desktop.domain.vietnamese.folding import fold

RUN = 5
"""The shortest run of words that counts as common: fewer follow each other by chance."""

_INSIDE = "".join(re.escape(chr(code)) for code in UNSEEN)
_WORD = re.compile(rf"[^\W_](?:[^\W_]|[\u0300-\u036f{_INSIDE}])*")
_FIGURE = "0"

Span = tuple[int, int]
"""Where a passage begins and ends in its text, as given."""
Run = tuple[str, ...]


class AnswerField(StrEnum):
    """Where in a unit's papers a text stands."""

    EXPLANATION = "explanation"  # thuyết minh
    EVIDENCE = "evidence"  # minh chứng
    HIGHLIGHTS = "highlights"  # mô hình, sáng kiến, cách làm hay
    REQUESTS = "requests"  # kiến nghị, vướng mắc
    ACHIEVEMENT = "achievement"  # thành tích in a proposal


@dataclass(frozen=True, slots=True)
class UnitText:
    """One text of one unit.

    Attributes:
        owner: whose it is; texts of one owner are not compared with each other.
        criterion: the code of the criterion that it speaks of, or empty.
    """

    owner: str
    text: str
    field: AnswerField = AnswerField.EXPLANATION
    criterion: str = ""

    @property
    def place(self) -> tuple[str, str]:
        """Criterion and field."""
        return self.criterion, self.field.value


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two texts with common passages.

    Attributes:
        words: how many words they share, figures and commonplaces aside.
        percent: the share of the shorter one, in whole percent.
        longest: the words of the longest common passage.
        in_first: the passages in the text of the first, in order.
        in_second: the passages in the text of the second.
    """

    first: UnitText
    second: UnitText
    words: int
    percent: int
    longest: int
    in_first: tuple[Span, ...]
    in_second: tuple[Span, ...]

    @property
    def order(self) -> tuple[object, ...]:
        """The most alike first."""
        return -self.percent, -self.words, self.first.place, self.second.place


@dataclass(frozen=True, slots=True)
class ReadText:
    """A text as words with their places, and the runs that begin at each word."""

    source: UnitText
    words: tuple[str, ...]
    spans: tuple[Span, ...]
    runs: tuple[Run, ...]

    @classmethod
    def of(cls, source: UnitText) -> ReadText:
        """Read a text."""
        found = list(_WORD.finditer(source.text))
        words = tuple(_key(match.group()) for match in found)
        return cls(source, words, tuple(match.span() for match in found), _runs(words))

    def covered(self, runs: Set[Run]) -> list[bool]:
        """Which words belong to one of the runs."""
        covered = [False] * len(self.words)
        for start, run in enumerate(self.runs):
            if run in runs:
                covered[start : start + RUN] = [True] * RUN
        return covered

    def own(self, known: Set[Run]) -> list[bool]:
        """Which words count: no figures, nothing that is known wording."""
        return [
            word != _FIGURE and not common
            for word, common in zip(self.words, self.covered(known), strict=True)
        ]


@lru_cache(maxsize=50_000)
def _key(word: str) -> str:
    """The word without marks and case; any figure is like any other."""
    folded = fold(word)
    return _FIGURE if folded.isdecimal() else folded


def _runs(words: Sequence[str]) -> tuple[Run, ...]:
    return tuple(zip(*(words[start:] for start in range(RUN)), strict=False))


def runs_of(texts: Iterable[str]) -> frozenset[Run]:
    """The runs of words of texts that are nobody's own, such as the criteria's wording."""
    return frozenset(run for text in texts for run in ReadText.of(UnitText("", text)).runs)


class Corpus:
    """Texts of many units, read once, with the index that spares comparing all with all."""

    def __init__(self, texts: Iterable[UnitText]) -> None:
        read = (ReadText.of(text) for text in texts)
        self.read = sorted(read, key=lambda one: (one.source.owner, one.source.place))
        self.holders: dict[Run, list[int]] = defaultdict(list)
        for number, one in enumerate(self.read):
            for run in set(one.runs):
                self.holders[run].append(number)

    def common(self, limits: FindingLimits) -> frozenset[Run]:
        """The runs that more units write than one copies from another."""
        return frozenset(
            run
            for run, numbers in self.holders.items()
            if len(numbers) > limits.common_units
            and len({self.read[number].source.owner for number in numbers}) > limits.common_units
        )


def alike(
    corpus: Corpus, limits: FindingLimits, known: Set[Run] = frozenset()
) -> tuple[Likeness, ...]:
    """Every two texts of different owners that are alike, the most alike first.

    Args:
        corpus: the texts; the outcome does not depend on their order.
        limits: from where on two texts are alike.
        known: runs that don't count (`runs_of`).
    """
    aside = known | corpus.common(limits)
    found = (
        compared(corpus.read[first], corpus.read[second], limits, aside)
        for first, second in _candidates(corpus, limits, aside)
    )
    return tuple(sorted(filter(None, found), key=_by_order))


def _by_order(likeness: Likeness) -> tuple[object, ...]:
    return (*likeness.order, likeness.first.owner, likeness.second.owner)


def _candidates(
    corpus: Corpus, limits: FindingLimits, aside: Set[Run]
) -> Iterator[tuple[int, int]]:
    """Pairs that share enough runs to be worth reading."""
    shared: Counter[tuple[int, int]] = Counter()
    for run, numbers in corpus.holders.items():
        if len(numbers) > 1 and run not in aside:
            shared.update(combinations(numbers, 2))
    least = min(limits.like_words, limits.like_run)
    for (first, second), runs in shared.items():
        owners = (corpus.read[first].source.owner, corpus.read[second].source.owner)
        if owners[0] != owners[1] and runs * RUN >= least:
            yield first, second


def compared(
    first: ReadText, second: ReadText, limits: FindingLimits, aside: Set[Run] = frozenset()
) -> Likeness | None:
    """How alike two texts are, some runs left aside; `None` where they are not."""
    common = set(first.runs).intersection(second.runs) - aside
    if not common:
        return None
    sides = (_Side.of(first, common, aside), _Side.of(second, common, aside))
    shorter = min(side.length for side in sides)
    words = min(side.shared for side in sides)
    longest = min(side.longest for side in sides)
    is_large = words >= limits.like_words and words * 100 >= limits.like_percent * shorter
    if not words or not (is_large or longest >= limits.like_run):
        return None
    return Likeness(
        first.source,
        second.source,
        words,
        min(100, words * 100 // shorter),
        longest,
        sides[0].passages,
        sides[1].passages,
    )


@dataclass(frozen=True, slots=True)
class _Side:
    """What one text has in common with another.

    Attributes:
        length: its words that count.
        shared: those of them that the other holds too.
        longest: the words that count of its longest common passage.
        passages: where the common passages stand.
    """

    length: int
    shared: int
    longest: int
    passages: tuple[Span, ...]

    @classmethod
    def of(cls, read: ReadText, common: Set[Run], aside: Set[Run]) -> _Side:
        own, covered = read.own(aside), read.covered(common)
        pieces = [
            [place for place, _ in group]
            for is_common, group in groupby(enumerate(covered), key=lambda one: one[1])
            if is_common
        ]
        counts = [sum(own[place] for place in piece) for piece in pieces]
        spans = tuple((read.spans[piece[0]][0], read.spans[piece[-1]][1]) for piece in pieces)
        return cls(sum(own), sum(counts), max(counts, default=0), spans)
