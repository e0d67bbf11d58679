"""member add, list; council register: who sits on the council and by which decision."""

from __future__ import annotations

import argparse

from thidua_desktop.application.council.members import (
    add_member,
    council_on,
    save_council_decision,
)
from thidua_desktop.application.council_words import ROLE_WORDS
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.text import Texts
from thidua_desktop.cli.answers import Answer, date_json
from thidua_desktop.domain.council_members import CouncilDecision, CouncilMember, CouncilRole


def member_add(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """Add a member."""
    del texts
    draft = CouncilMember(
        0,
        arguments.name,
        arguments.post,
        CouncilRole(arguments.role),
        arguments.field,
        arguments.area,
        arguments.unit,
        arguments.since,
        arguments.until,
    )
    member = add_member(desk, draft)
    return Answer(
        {"member": _member_json(member)}, [f"Đã thêm thành viên số {member.id}: {member.name}."]
    )


def member_list(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """The council of a day."""
    del texts
    found = council_on(desk, arguments.date)
    decision = found.decision
    data = {
        "decision": None
        if decision is None
        else {"number": decision.number, "date": date_json(decision.decided_on)},
        "members": [_member_json(member) for member in found.members],
    }
    lines = [f"  {m.id}  {m.name}, {ROLE_WORDS[m.role]}" for m in found.members]
    return Answer(data, [*lines, f"{len(found.members)} thành viên"])


def register(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """The decision that set up the council."""
    del texts
    made = save_council_decision(desk, CouncilDecision(0, arguments.number, arguments.date))
    data = {"decision": made.id, "number": made.number, "date": date_json(made.decided_on)}
    return Answer(data, [f"Đã ghi quyết định {made.number}."])


def _member_json(member: CouncilMember) -> dict[str, object]:
    return {
        "id": member.id,
        "name": member.name,
        "post": member.post,
        "role": member.role.value,
        "field": member.field,
        "area": member.area,
        "unit": member.unit,
        "from": date_json(member.valid_from) if member.valid_from else None,
        "to": date_json(member.valid_to) if member.valid_to else None,
    }
