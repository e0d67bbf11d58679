"""Căn cứ pháp lý của cơ quan: new rules from a file, and rules that go on past their last day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from thidua_desktop.application.ports import Desk
from thidua_desktop.application.records import OwnRules
from thidua_desktop.domain.errors import InputError, NotFound, RuleViolation
from thidua_desktop.domain.reasons import Issue
from thidua_desktop.domain.rule_layers import RuleExtension, extension_code
from thidua_desktop.domain.rule_pack import RulePack


class RuleOrigin(StrEnum):
    """Where rules come from."""

    SHIPPED = "shipped"
    OWN = "own"
    GOES_ON = "goes_on"  # áp dụng tiếp


@dataclass(frozen=True, slots=True)
class RuleLine:
    """Rules with the days on which they hold.

    Attributes:
        document: what lets them go on, where they do.
    """

    pack: RulePack
    origin: RuleOrigin
    document: str = ""


@dataclass(frozen=True, slots=True)
class RulesInForce:
    """All rules by their days, the earliest first.

    Attributes:
        open_from: the first day from today on without rules, `None` where no end is set.
    """

    lines: tuple[RuleLine, ...]
    open_from: dt.date | None


def rules_in_force(desk: Desk) -> RulesInForce:
    """Which rules hold when, where they come from, and from which day on there are none.

    Raises:
        InputError: a file of the office's is broken.
    """
    with desk.store.read() as books:
        own = {one.code for one in books.own_rules.packs()}
        going_on = {extension_code(one.id): one for one in books.own_rules.extensions()}
    packs = desk.rule_packs.packs()
    lines = [_line(pack, own, going_on) for pack in packs]
    return RulesInForce(tuple(lines), first_open_day(packs, desk.clock.today()))


def first_open_day(packs: tuple[RulePack, ...], today: dt.date) -> dt.date | None:
    """The first day that no pack covers, today's gap from its beginning; `None` where none is."""
    day = today
    while covering := next((pack for pack in packs if pack.covers(day)), None):
        if covering.valid_to is None:
            return None
        day = covering.valid_to + dt.timedelta(days=1)
    ended = [pack.valid_to for pack in packs if pack.valid_to is not None and pack.valid_to < day]
    return max(ended) + dt.timedelta(days=1) if ended else day


def _line(pack: RulePack, own: set[str], going_on: dict[str, RuleExtension]) -> RuleLine:
    if pack.code in going_on:
        return RuleLine(pack, RuleOrigin.GOES_ON, going_on[pack.code].document)
    return RuleLine(pack, RuleOrigin.OWN if pack.code in own else RuleOrigin.SHIPPED)


def add_rules(desk: Desk, path: Path) -> RulePack:
    """Take a rule pack from a file; it wins over what ships on the days that it holds.

    Raises:
        NotFound: no such file.
        EnvironmentFault: the machine does not let it be read.
        InputError: the file is broken; the issues name every fault by line.
        RuleViolation: rules of that name are there already.
    """
    source = desk.rule_packs.text_of(path)
    pack = desk.rule_packs.parse(source, path.name)
    if pack.code in desk.rule_packs.known():
        raise RuleViolation("rules_known", name=path.name)
    with desk.store.write("rules_added", name=pack.name) as books:
        books.own_rules.add_pack(OwnRules(pack.code, source), desk.clock.today())
    return pack


def let_rules_go_on(desk: Desk, extension: RuleExtension) -> RulePack:
    """Let the last rules hold further, by a document that the office names.

    They hold on the days without rules only: new rules end them by themselves.

    Raises:
        InputError: no document is named, the days are reversed, or the base salary is no amount.
        RuleViolation: the days have rules already, or no rules hold before them.
    """
    issues = _faults(extension)
    if issues:
        raise InputError("rules_going_on_wrong", issues)
    last = extension.valid_to
    packs = desk.rule_packs.packs()
    if not any(pack.valid_from < extension.valid_from for pack in packs):
        raise RuleViolation("no_rule_pack", date=extension.valid_from)
    first_open = first_open_day(packs, extension.valid_from)
    if first_open is None or (last is not None and first_open > last):
        raise RuleViolation("rules_there_already", date=extension.valid_from)
    first, document = extension.valid_from, extension.document.strip()
    with desk.store.write("rules_go_on", date=first, document=document) as books:
        number = books.own_rules.add_extension(extension)
    return desk.rule_packs.known()[extension_code(number)]


def _faults(extension: RuleExtension) -> list[Issue]:
    issues = []
    if not extension.document.strip():
        issues.append(Issue("rules_without_document"))
    if extension.valid_to is not None and extension.valid_to < extension.valid_from:
        days = {"first": extension.valid_from, "last": extension.valid_to}
        issues.append(Issue("rule_days_reversed", data=days))
    if extension.base_salary is not None and extension.base_salary <= 0:
        issues.append(Issue("rule_salary_not_positive"))
    return issues


def drop_rules(desk: Desk, code: str) -> str:
    """Take rules of the office's out again; their name.

    Raises:
        NotFound: the office has no rules of that code.
        RuleViolation: a decision was made under them.
    """
    with desk.store.read() as books:
        own = {one.code for one in books.own_rules.packs()}
        going_on = {extension_code(one.id): one.id for one in books.own_rules.extensions()}
        rests = any(decision.rule_pack == code for decision in books.awards.decisions())
    if code not in own and code not in going_on:
        raise NotFound("own_rules_unknown", key=code)
    if rests:
        raise RuleViolation("rules_decided_under", key=code)
    with desk.store.write("rules_dropped", key=code) as books:
        if code in own:
            books.own_rules.remove_pack(code)
        else:
            books.own_rules.remove_extension(going_on[code])
    return code
