"""Which rules hold on which day.

The packs that ship, the office's own over them, and rules that go on past their last day (áp dụng
tiếp) where nothing newer is there.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from thidua_desktop.domain.award_forms import Source, Sure
from thidua_desktop.domain.rule_pack import BaseSalary, Law, Note, Principle, RulePack

_DAY = dt.timedelta(days=1)
_NUMBER = re.compile(r"\d+/\d{4}/[\w-]+")
_BY_THE_OFFICE = Sure.QUOTED
"""The office read the document and quotes it; the program did not."""


@dataclass(frozen=True, slots=True)
class RuleExtension:
    """Áp dụng tiếp căn cứ pháp lý: the last rules go on, because the office says so.

    The program knows of no law that says it: the document is the office's word, and everything
    that is checked under it names that document.

    Attributes:
        id: 0 before it is kept.
        valid_to: the last day, `None` until newer rules are there.
        document: what lets them go on, as papers cite it.
        base_salary: lương cơ sở in đồng a month from `valid_from` on, `None` for the last known.
        salary_document: where that base salary stands.
    """

    id: int
    valid_from: dt.date
    valid_to: dt.date | None
    document: str
    base_salary: int | None = None
    salary_document: str = ""


def in_layers(
    shipped: Sequence[RulePack], own: Sequence[RulePack], extensions: Sequence[RuleExtension]
) -> tuple[RulePack, ...]:
    """The rules of every day, from the earliest on; on each day at most one pack holds.

    An own pack wins over what ships, a later own one over an earlier. An extension only fills the
    days that no pack covers, so that new rules end it by themselves; a later one wins there too.
    """
    held: list[RulePack] = list(shipped)
    for pack in own:
        held = [rest for one in held for rest in _without(one, [pack])] + [pack]
    extended = [pack for pack in (extension_pack(held, one) for one in extensions) if pack]
    over: list[RulePack] = list(held)
    filled: list[RulePack] = []
    for pack in reversed(extended):
        left = _without(pack, over)
        filled += left
        over += left
    return tuple(sorted([*held, *filled], key=lambda pack: pack.valid_from))


def extension_code(number: int) -> str:
    """The code of the rules under an extension: what decisions under it keep."""
    return f"ap-dung-tiep-{number}"


def extension_pack(packs: Sequence[RulePack], extension: RuleExtension) -> RulePack | None:
    """The last rules before an extension, as they go on under it; `None` where none had begun."""
    begun = [pack for pack in packs if pack.valid_from < extension.valid_from]
    if not begun:
        return None
    last = max(begun, key=lambda pack: pack.valid_from)
    said = Source(extension.document, _BY_THE_OFFICE)
    note = Note(f"Áp dụng tiếp theo {extension.document}, do cơ quan ghi.", said)
    return replace(
        last,
        code=extension_code(extension.id),
        name=f"{last.name}, áp dụng tiếp",
        valid_from=extension.valid_from,
        valid_to=extension.valid_to,
        laws=(*_laws_that_go_on(last, extension), *_laws_of(extension)),
        articles={**last.articles, Principle.DATED_RULES: said},
        base_salaries=(*last.base_salaries, *_salary(extension)),
        notes=(*last.notes, note),
    )


def _laws_that_go_on(pack: RulePack, extension: RuleExtension) -> tuple[Law, ...]:
    """What was in force on the pack's last day stays cited, but for a base salary put aside."""
    last_day = extension.valid_from - _DAY
    if pack.valid_to is not None:
        last_day = min(last_day, pack.valid_to)
    said = " ".join(salary.source.citation for salary in pack.base_salaries)
    put_aside = set(_NUMBER.findall(said)) if extension.base_salary is not None else set()
    return tuple(
        replace(law, valid_to=extension.valid_to)
        if law.valid_to is not None and law.valid_to >= last_day
        else law
        for law in pack.laws
        if put_aside.isdisjoint(_NUMBER.findall(law.citation))
    )


def _laws_of(extension: RuleExtension) -> tuple[Law, ...]:
    cited = [extension.document]
    if extension.base_salary is not None and extension.salary_document:
        cited.append(extension.salary_document)
    return tuple(
        Law(
            short=citation,
            citation=citation,
            valid_from=extension.valid_from,
            valid_to=extension.valid_to,
            source=Source(citation, _BY_THE_OFFICE),
        )
        for citation in dict.fromkeys(cited)
    )


def _salary(extension: RuleExtension) -> tuple[BaseSalary, ...]:
    if extension.base_salary is None:
        return ()
    said = Source(extension.salary_document or extension.document, _BY_THE_OFFICE)
    return (BaseSalary(extension.valid_from, extension.base_salary, said),)


def _without(pack: RulePack, taken: Iterable[RulePack]) -> list[RulePack]:
    """What is left of a pack's days outside those of others, each stretch a pack by itself."""
    left = [pack]
    for other in taken:
        left = [rest for one in left for rest in _cut(one, other)]
    return left


def _cut(pack: RulePack, other: RulePack) -> list[RulePack]:
    starts_after = pack.valid_to is not None and other.valid_from > pack.valid_to
    ends_before = other.valid_to is not None and other.valid_to < pack.valid_from
    if starts_after or ends_before:
        return [pack]
    rest = []
    if pack.valid_from < other.valid_from:
        rest.append(replace(pack, valid_to=other.valid_from - _DAY))
    if other.valid_to is not None and (pack.valid_to is None or pack.valid_to > other.valid_to):
        rest.append(replace(pack, valid_from=other.valid_to + _DAY))
    return rest
