"""Đoạn nhiều đơn vị cùng ghi: a passage that went round, too common to be told pair by pair."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from itertools import groupby

from thidua_desktop.domain.findings.likeness import (
    RUN,
    Corpus,
    Likeness,
    ReadText,
    Run,
    UnitText,
    compared,
)
from thidua_desktop.domain.findings.limits import FindingLimits


@dataclass(frozen=True, slots=True)
class SharedPassage:
    """One passage in the texts of many units.

    Attributes:
        texts: one text of each unit, by unit.
        words: how many words it has where it is longest, figures aside.
    """

    texts: tuple[UnitText, ...]
    words: int


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of a text that is made of common runs only."""

    text: UnitText
    runs: tuple[Run, ...]
    words: int


def shared_by_many(
    corpus: Corpus, limits: FindingLimits, known: Set[Run] = frozenset()
) -> tuple[SharedPassage, ...]:
    """The passages of at least `like_words` that more than `common_units` units write.

    Stretches belong together that have at least half of the shorter one's runs in common.
    """
    common = corpus.common(limits) - known
    pieces = [piece for one in corpus.read for piece in _pieces(one, common, limits.like_words)]
    pieces.sort(key=lambda piece: -piece.words)
    found = []
    for members in _gathered(pieces):
        by_owner = {piece.text.owner: piece.text for piece in reversed(members)}
        if len(by_owner) > limits.common_units:
            texts_of_all = tuple(by_owner[owner] for owner in sorted(by_owner))
            found.append(SharedPassage(texts_of_all, members[0].words))
    return tuple(found)


def examples(
    passage: SharedPassage, limits: FindingLimits, known: Set[Run] = frozenset()
) -> tuple[Likeness, ...]:
    """The first text beside each of the others that is alike as a whole."""
    first, *others = (ReadText.of(text) for text in passage.texts)
    found = (compared(first, other, limits, known) for other in others)
    return tuple(one for one in found if one is not None)


def _pieces(read: ReadText, common: Set[Run], least: int) -> Iterable[_Piece]:
    own, covered = read.own(frozenset()), read.covered(common)
    for is_common, group in groupby(range(len(covered)), key=covered.__getitem__):
        places = list(group)
        words = sum(own[place] for place in places)
        if is_common and words >= least:
            yield _Piece(read.source, read.runs[places[0] : places[-1] - RUN + 2], words)


def _gathered(pieces: Sequence[_Piece]) -> list[list[_Piece]]:
    """Pieces that belong together, the longest first."""
    groups: list[list[_Piece]] = []
    group_of: dict[Run, int] = {}
    for piece in pieces:
        shared = Counter(group_of[run] for run in set(piece.runs) if run in group_of)
        number, runs = shared.most_common(1)[0] if shared else (len(groups), 0)
        if 2 * runs < len(set(piece.runs)):
            number = len(groups)
        if number == len(groups):
            groups.append([])
        groups[number].append(piece)
        for run in piece.runs:
            group_of.setdefault(run, number)
    return groups
