"""council rules, rule, quorum: what holds, and the province's own in its place."""

from __future__ import annotations

import argparse

from thidua_desktop.application.council.vote_rules import (
    RuleInForce,
    own_source,
    reset_quorum,
    reset_vote_rule,
    set_quorum,
    set_vote_rule,
    voting_rules,
)
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.text import Texts
from thidua_desktop.cli.answers import Answer
from thidua_desktop.domain.award_forms import VoteRule
from thidua_desktop.domain.rule_pack import Quorum


def rules(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """What holds today."""
    del texts, arguments
    return _told(desk)


def rule(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """Let another rule hold for an award, or go back to what ships."""
    del texts
    if arguments.reset:
        reset_vote_rule(desk, arguments.award)
    else:
        wanted = VoteRule(
            arguments.percent,
            ballot_required=arguments.ballot,
            source=own_source(arguments.citation),
            chair_breaks_tie=arguments.chair_decides,
        )
        set_vote_rule(desk, arguments.award, wanted)
    return _told(desk)


def quorum(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """Let another share of members make the quorum, or go back to what ships."""
    del texts
    if arguments.reset:
        reset_quorum(desk)
    else:
        source = own_source(arguments.citation)
        set_quorum(desk, Quorum(arguments.parts, arguments.of, source))
    return _told(desk)


def _told(desk: Desk) -> Answer:
    found = voting_rules(desk)
    data = {
        "quorum": {
            "parts": found.quorum.parts,
            "of": found.quorum.of,
            "own": found.has_own_quorum,
            "source": found.quorum.source.citation,
        },
        "rules": [_rule_json(one) for one in found.awards],
    }
    lines = [f"Số thành viên tối thiểu: {found.quorum.parts}/{found.quorum.of}."]
    lines += [f"  {one.form.name}: {_words(one)}" for one in found.awards]
    return Answer(data, lines)


def _rule_json(one: RuleInForce) -> dict[str, object]:
    return {
        "award": one.form.code,
        "percent": one.rule.threshold_percent,
        "ballot": one.rule.ballot_required,
        "chair_decides": one.rule.chair_breaks_tie,
        "own": one.is_own,
        "source": one.rule.source.citation,
    }


def _words(one: RuleInForce) -> str:
    percent = one.rule.threshold_percent
    share = f"ít nhất {percent}%" if percent else "quá nửa"
    way = ", bỏ phiếu kín" if one.rule.ballot_required else ""
    own = " (quy định riêng)" if one.is_own else ""
    return f"{share} tổng số thành viên{way}{own}"
