"""Nơi lưu: the plan's own words, else the office's."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.papers_in_hand import context_of, shipped_plan, to_trinh_order
from thidua_desktop.application.papers.offices import filing
from thidua_desktop.application.papers.to_trinh import build_to_trinh


@pytest.mark.parametrize(
    ("slug", "words"),
    [("cao-minh", "Lưu: VT"), ("tay-hieu", "Lưu: VT, VHXH"), ("xuan-hung", "Lưu: VT, VHXH")],
)
def test_papers_say_where_the_plan_says_a_copy_is_kept(slug: str, words: str) -> None:
    context = context_of(shipped_plan(slug))
    assert filing(context) == words
    assert words in build_to_trinh(context, to_trinh_order(context.plan)).recipients


@pytest.mark.parametrize("said", ["VT, KT", "Lưu: VT,KT.", "lưu VT , KT;"])
def test_the_offices_words_in_any_form(said: str) -> None:
    plan = shipped_plan("xuan-hung")
    context = context_of(replace(plan, signature=replace(plan.signature, filing=said)))
    assert filing(context) == "Lưu: VT, KT"
