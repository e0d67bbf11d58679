"""dossier check, dossier mark, dossier rule."""

from __future__ import annotations

import argparse

from thidua_desktop.application.dossiers.gate import (
    CheckedDossier,
    check_dossiers,
    mark_part,
    remove_rule,
    save_rule,
)
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.text import Texts
from thidua_desktop.cli.answers import Answer, ExitCode


def check(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """Every dossier against its check list, and where the papers differ."""
    gate = check_dossiers(desk, texts, arguments.cycle)
    lines = [line for one in gate.dossiers for line in _told(texts, one)]
    differences = [texts.reason(one.reason) for one in gate.differences]
    if differences:
        lines += ["Chỗ không khớp:", *(f"  {one}" for one in differences)]
    answer = {
        "dossiers": [_dossier_json(texts, one) for one in gate.dossiers],
        "differences": differences,
    }
    return Answer(
        answer, lines, code=ExitCode.IN_PART if gate.open or differences else ExitCode.DONE
    )


def _told(texts: Texts, dossier: CheckedDossier) -> list[str]:
    """One dossier as people read it."""
    state = texts.render(f"part_state_{dossier.state}", {})
    head = f"[{state}] {dossier.proposal.id}. {dossier.name} - {dossier.award_name}"
    return [head] + [
        f"  [{texts.render(f'part_state_{one.state}', {})}] {one.part.text}: "
        f"{texts.reason(one.reason)}"
        for one in dossier.parts
    ]


def _dossier_json(texts: Texts, dossier: CheckedDossier) -> dict[str, object]:
    return {
        "proposal": dossier.proposal.id,
        "award": dossier.proposal.award,
        "level": dossier.level.value,
        "state": dossier.state.value,
        "parts": [
            {
                "code": one.part.code,
                "text": one.part.text,
                "state": one.state.value,
                "why": texts.reason(one.reason),
                "article": one.part.source.citation,
            }
            for one in dossier.parts
        ],
    }


def mark(desk: Desk, _texts: Texts, arguments: argparse.Namespace) -> Answer:
    """Say that a part of a dossier is there or missing."""
    operation = mark_part(
        desk,
        arguments.proposal,
        arguments.part,
        is_there=not arguments.missing,
        note=arguments.note,
        file=arguments.file,
    )
    return Answer({"operation": operation}, ["Đã ghi."])


def drop(desk: Desk, _texts: Texts, arguments: argparse.Namespace) -> Answer:
    """Take the province's rule back; the rule pack's holds again."""
    operation = remove_rule(desk, arguments.award, arguments.part)
    return Answer({"operation": operation}, ["Đã bỏ quy định của tỉnh."])


def rule(desk: Desk, _texts: Texts, arguments: argparse.Namespace) -> Answer:
    """Write what the province asks for the dossiers of an award."""
    operation = save_rule(
        desk,
        arguments.award,
        arguments.text,
        arguments.need,
        arguments.citation,
        arguments.part or "",
    )
    return Answer({"operation": operation}, ["Đã ghi."])
