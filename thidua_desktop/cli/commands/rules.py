"""rules list, add, extend, drop."""

from __future__ import annotations

import argparse

from thidua_desktop.application.ports import Desk
from thidua_desktop.application.rules.own_rules import (
    add_rules,
    drop_rules,
    let_rules_go_on,
    rules_in_force,
)
from thidua_desktop.application.text import Texts
from thidua_desktop.cli.answers import Answer, date_json
from thidua_desktop.domain.rule_layers import RuleExtension
from thidua_desktop.domain.vietnamese.dates import date_text


def listed(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """Which rules hold when."""
    del arguments
    held = rules_in_force(desk)
    data = {
        "rules": [
            {
                "code": line.pack.code,
                "name": line.pack.name,
                "from": date_json(line.pack.valid_from),
                "to": date_json(line.pack.valid_to),
                "origin": line.origin.value,
                "document": line.document,
            }
            for line in held.lines
        ],
        "open_from": date_json(held.open_from),
    }
    lines = []
    for line in held.lines:
        last = line.pack.valid_to
        days = f"từ {date_text(line.pack.valid_from)}" + (f" đến {date_text(last)}" if last else "")
        origin = texts.render(f"rule_origin_{line.origin}", {})
        said = f" ({line.document})" if line.document else ""
        lines.append(f"{line.pack.code:<18} {days}: {line.pack.name} – {origin}{said}")
    if held.open_from:
        lines.append(texts.render("rules_open_from", {"date": held.open_from}))
    return Answer(data, lines)


def add(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """New rules from a file."""
    add_rules(desk, arguments.file)
    return listed(desk, texts, arguments)


def extend(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """The last rules go on."""
    extension = RuleExtension(
        0,
        arguments.first,
        arguments.last,
        arguments.document,
        arguments.base_salary,
        arguments.salary_document,
    )
    let_rules_go_on(desk, extension)
    return listed(desk, texts, arguments)


def drop(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """Rules of the office's go out again."""
    drop_rules(desk, arguments.rules)
    return listed(desk, texts, arguments)
