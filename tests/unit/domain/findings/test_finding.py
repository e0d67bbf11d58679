"""Which cells and units a finding concerns, and when the officer's word on it still stands."""

from __future__ import annotations

from dataclasses import replace

import pytest

from thidua_desktop.domain.errors import NotFound
from thidua_desktop.domain.findings.finding import (
    FigureChange,
    Finding,
    FindingKey,
    FindingKind,
    largest_first,
)
from thidua_desktop.domain.findings.likeness import Likeness, UnitText
from thidua_desktop.domain.reasons import Reason

WHY = Reason("finding_criterion_rise", {"change": 5_00, "criteria": ("ND1", "ND2")})
JUMP = Finding(FindingKey("DV001", FindingKind.JUMP, "ND1"), WHY)


def alike(first: tuple[str, str], second: tuple[str, str]) -> Likeness:
    one, other = (UnitText(owner, "…", criterion=code) for owner, code in (first, second))
    return Likeness(one, other, words=20, percent=100, longest=20, in_first=(), in_second=())


ONE_TEXT = Finding(
    FindingKey("DV001", FindingKind.LIKE_OTHER, about="DV002"),
    WHY,
    (alike(("DV001", "ND1"), ("DV002", "ND3")), alike(("DV001", ""), ("DV002", "ND1"))),
    other="DV002",
)


def test_a_jump_concerns_its_own_cell() -> None:
    assert JUMP.cells == (("DV001", "ND1"),)
    assert JUMP.owners == ("DV001",)
    whole = replace(JUMP, key=FindingKey("DV001", FindingKind.OVERRATED))
    assert whole.cells == ()


def test_a_text_of_two_concerns_the_cells_in_which_it_stands() -> None:
    # Achievements and highlights stand in no cell.
    assert ONE_TEXT.cells == (("DV001", "ND1"), ("DV002", "ND3"), ("DV002", "ND1"))
    assert ONE_TEXT.owners == ("DV001", "DV002")
    keyed = replace(ONE_TEXT, key=replace(ONE_TEXT.key, criterion="ND9"))
    assert keyed.cells == ONE_TEXT.cells


def test_a_text_of_last_year_concerns_only_the_cell_of_now() -> None:
    key = FindingKey("DV001", FindingKind.LIKE_LAST_YEAR)
    copied = Finding(key, WHY, (alike(("DV001", "ND1"), ("DV001", "ND2")),))
    assert copied.cells == (("DV001", "ND1"),)


def test_a_word_stands_as_long_as_the_figures_do() -> None:
    assert JUMP.fingerprint == replace(JUMP, other="DV002").fingerprint
    other = Reason(WHY.code, {**WHY.data, "change": 5_01})
    assert JUMP.fingerprint != replace(JUMP, why=other).fingerprint


@pytest.mark.parametrize("key", [JUMP.key, ONE_TEXT.key])
def test_a_key_is_read_back_from_its_word(key: FindingKey) -> None:
    assert FindingKey.read(key.text) == key


@pytest.mark.parametrize("text", ["", "DV001:jump", "DV001:other::", "DV001:jump:ND1::x"])
def test_what_is_no_key_is_refused(text: str) -> None:
    with pytest.raises(NotFound, match="finding_unknown"):
        FindingKey.read(text)


def test_the_largest_change_stands_first_and_none_is_left_out() -> None:
    changes = [FigureChange("A", 5, 5), FigureChange("B", 5, 7), FigureChange("C", 9, 1)]
    again = FigureChange("A2", 7, 5)
    assert largest_first([*changes, again]) == (changes[2], again, changes[1])
