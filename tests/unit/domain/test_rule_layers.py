"""Which rules hold on which day: what ships, the office's own over it, rules that go on."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.rules_in_hand import NATIONAL, PACK
from thidua_desktop.domain.rule_layers import RuleExtension, extension_pack, in_layers
from thidua_desktop.domain.rule_pack import BaseSalary, Law, Principle, RulePack

FIRST = dt.date(2026, 1, 1)


def pack(code: str, start: int, length: int | None) -> RulePack:
    """A pack that begins so many days after the first and holds so many more."""
    begins = FIRST + dt.timedelta(days=start)
    last = None if length is None else begins + dt.timedelta(days=length)
    return replace(PACK, code=code, valid_from=begins, valid_to=last)


def going_on(number: int, start: int, length: int | None) -> RuleExtension:
    begins = FIRST + dt.timedelta(days=start)
    last = None if length is None else begins + dt.timedelta(days=length)
    return RuleExtension(number, begins, last, f"Văn bản {number}")


def on(packs: tuple[RulePack, ...], day: int) -> list[str]:
    return [one.code for one in packs if one.covers(FIRST + dt.timedelta(days=day))]


SPAN = st.tuples(st.integers(0, 60), st.one_of(st.none(), st.integers(0, 40)))


@given(st.lists(SPAN, max_size=3), st.lists(SPAN, max_size=3), st.integers(0, 110))
def test_each_day_has_one_pack_and_the_last_word_wins(
    own: list[tuple[int, int | None]], extended: list[tuple[int, int | None]], day: int
) -> None:
    shipped = [pack("a", 0, 19), pack("b", 20, 19)]
    owned = [pack(f"own{at}", *span) for at, span in enumerate(own)]
    extensions = [going_on(at, *span) for at, span in enumerate(extended)]
    found = on(in_layers(shipped, owned, extensions), day)
    date = FIRST + dt.timedelta(days=day)
    by_file = [one.code for one in (*shipped, *owned) if one.covers(date)]
    if by_file:
        best = [one for one in by_file if one.startswith("own")] or by_file
        assert found == [best[-1]]
        return
    said = [
        f"ap-dung-tiep-{one.id}"
        for one in extensions
        if one.valid_from <= date
        and (one.valid_to is None or date <= one.valid_to)
        and any(other.valid_from < one.valid_from for other in (*shipped, *owned))
    ]
    assert found == said[-1:]


def test_what_goes_on_names_the_document_and_keeps_citing() -> None:
    law = Law("NĐ 1/2025/NĐ-CP", "Nghị định số 1/2025/NĐ-CP", FIRST, FIRST, NATIONAL)
    shipped = replace(pack("a", 0, 0), laws=(law,))
    made = extension_pack([shipped], going_on(4, 1, None))
    assert made is not None
    day = FIRST + dt.timedelta(days=30)
    assert [one.citation for one in made.laws_on(day)] == [law.citation, "Văn bản 4"]
    assert made.article(Principle.DATED_RULES) == "Văn bản 4"
    assert (made.code, made.valid_to) == ("ap-dung-tiep-4", None)


def test_a_new_base_salary_puts_the_old_one_aside() -> None:
    old = replace(NATIONAL, citation="Nghị định số 2/2026/NĐ-CP ngày 01/01/2026")
    law = Law("NĐ 2/2026/NĐ-CP", "Nghị định số 2/2026/NĐ-CP", FIRST, None, old)
    shipped = replace(
        pack("a", 0, 0), laws=(law,), base_salaries=(BaseSalary(FIRST, 2_530_000, old),)
    )
    said = replace(going_on(1, 1, None), base_salary=2_700_000, salary_document="Nghị định mới")
    made = extension_pack([shipped], said)
    assert made is not None
    day = FIRST + dt.timedelta(days=2)
    assert made.base_salary(day).amount == 2_700_000
    assert [one.citation for one in made.laws_on(day)] == ["Văn bản 1", "Nghị định mới"]


def test_nothing_goes_on_where_nothing_had_begun() -> None:
    assert extension_pack([pack("a", 5, 1)], going_on(1, 5, None)) is None
