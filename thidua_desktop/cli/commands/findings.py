"""finding list, review, reopen, limits."""

from __future__ import annotations

import argparse
from dataclasses import asdict, replace
from typing import Any

from thidua_desktop.application.findings.board import FoundLine, Quoted, SideBySide
from thidua_desktop.application.findings.gathering import (
    finding_limits,
    findings,
    reopen_finding,
    review_finding,
    set_finding_limits,
)
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.text import Texts
from thidua_desktop.cli.answers import Answer, date_json, points_json
from thidua_desktop.cli.grammar_findings import IN_POINTS
from thidua_desktop.domain.findings.finding import FindingKey, FindingKind
from thidua_desktop.domain.findings.limits import FindingLimits


def finding_list(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """Everything to look at twice, with the texts that are alike."""
    board = findings(desk, arguments.cycle)
    lines = [line for line in board.lines if _is_asked(line, arguments)]
    data = {
        "cycle": board.cycle.id,
        "before": board.before.id if board.before else None,
        "limits": _limits_json(board.limits),
        "open": board.open,
        "findings": [_line_json(line, texts) for line in lines],
    }
    return Answer(data, [_told(line, texts) for line in lines] or ["Không có điểm cần xem lại."])


def finding_review(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """Say that some were looked at."""
    del texts
    keys = [FindingKey.read(key) for key in arguments.keys]
    number = review_finding(desk, arguments.cycle, keys, arguments.note)
    return Answer({"reviewed": number}, [f"Đã ghi đã xem {number} điểm."])


def finding_reopen(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """Take that back."""
    del texts
    keys = [FindingKey.read(key) for key in arguments.keys]
    reopen_finding(desk, arguments.cycle, keys)
    return Answer({"reopened": len(keys)}, [f"Đã bỏ ghi đã xem {len(keys)} điểm."])


def finding_limits_command(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """The thresholds; those that are given are set first."""
    limits = finding_limits(desk)
    given = {
        name: value for name in asdict(limits) if (value := getattr(arguments, name)) is not None
    }
    if given:
        limits = replace(limits, **given)
        set_finding_limits(desk, limits)
    said = [texts.render(f"finding_limit_{kind.value}", asdict(limits)) for kind in FindingKind]
    return Answer({"limits": _limits_json(limits)}, said)


def _is_asked(line: FoundLine, arguments: argparse.Namespace) -> bool:
    return (
        arguments.kind in (None, line.finding.key.kind.value)
        and (arguments.group is None or arguments.group in line.groups)
        and (line.is_open or not arguments.open)
    )


def _limits_json(limits: FindingLimits) -> dict[str, Any]:
    return {
        name: points_json(value) if name in IN_POINTS else value
        for name, value in asdict(limits).items()
    }


def _line_json(line: FoundLine, texts: Texts) -> dict[str, Any]:
    finding, review = line.finding, line.review
    return {
        "key": finding.key.text,
        "kind": finding.key.kind.value,
        "unit": finding.key.unit,
        "name": line.unit_name,
        "group": line.group,
        "other": finding.other or None,
        "criteria": list(line.criteria),
        "code": finding.why.code,
        "message": texts.reason(finding.why),
        "open": line.is_open,
        "note": review.note if review else None,
        "reviewed": date_json(review.reviewed_on) if review else None,
        "changes": [
            {
                "criterion": one.criterion,
                "before": points_json(one.before),
                "now": points_json(one.now),
            }
            for one in finding.changes
        ],
        "texts": [_pair_json(pair) for pair in line.beside],
    }


def _pair_json(pair: SideBySide) -> dict[str, Any]:
    return {
        "percent": pair.percent,
        "first": _quoted_json(pair.first),
        "second": _quoted_json(pair.second),
    }


def _quoted_json(quoted: Quoted) -> dict[str, Any]:
    return {
        "name": quoted.heading,
        "year": quoted.year,
        "criterion": quoted.criterion or None,
        "field": quoted.field.value,
        "text": quoted.text,
        "marks": [list(mark) for mark in quoted.marks],
    }


def _told(line: FoundLine, texts: Texts) -> str:
    kind = texts.render(f"finding_kind_{line.finding.key.kind.value}", {})
    codes = f" ({', '.join(line.criteria)})" if line.criteria else ""
    seen = "" if line.is_open else " [đã xem]"
    key = line.finding.key.text
    return f"{kind} – {line.unit_name}{codes}: {texts.reason(line.finding.why)}{seen} [{key}]"
