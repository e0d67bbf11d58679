"""award line, draw, choose, batch, participants: the ranked list with its quota line."""

from __future__ import annotations

import argparse
from typing import Any

from thidua_desktop.application.awarding.list_moves import (
    choose,
    move_line,
    part_equals,
    participants_told,
    tell_participants,
)
from thidua_desktop.application.awarding.list_proposing import ListWording, propose_list
from thidua_desktop.application.awarding.listing import (
    AwardDraft,
    Listed,
    ListOrder,
    award_draft,
    first_subject,
)
from thidua_desktop.application.enrolling.registers import list_people, list_units
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.text import Texts
from thidua_desktop.cli.answers import Answer, ExitCode, points_json
from thidua_desktop.domain.awards.quota_line import ListChoice, ListChoiceKind, ListPlace
from thidua_desktop.domain.errors import NotFound
from thidua_desktop.domain.kinds import SubjectKind

_MARKS = {ListPlace.IN: "trong", ListPlace.TIED: "ngang", ListPlace.OUT: "ngoài"}


def award_line(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """The list with its line."""
    return _told(award_draft(desk, _order(desk, arguments)), texts)


def award_draw(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """Put the line, or let women's priority part equals."""
    order = _order(desk, arguments)
    if arguments.women_first or arguments.women_not_first:
        part_equals(desk, order, women_first=arguments.women_first)
    else:
        move_line(desk, order, arguments.places, arguments.reason)
    return _told(award_draft(desk, order), texts)


def award_choose(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """Take one in, leave one out, or let the order decide."""
    code = arguments.unit or arguments.person
    known: list[Any] = list(list_units(desk) if arguments.unit else list_people(desk))
    record = next((one for one in known if one.code == code), None)
    if record is None:
        raise NotFound("unit_unknown" if arguments.unit else "person_unknown", key=code)
    order = ListOrder(arguments.cycle, arguments.award, record.subject)
    choice = None
    if arguments.taken_in is not None:
        choice = ListChoice(code, ListChoiceKind.TAKEN_IN, arguments.taken_in)
    elif arguments.left_out is not None:
        choice = ListChoice(code, ListChoiceKind.LEFT_OUT, arguments.left_out)
    choose(desk, order, choice, code)
    return _told(award_draft(desk, order), texts)


def award_batch(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """Propose everyone above the line."""
    confirmed = tuple(dict.fromkeys(arguments.confirm))
    wording = ListWording(arguments.achievement, arguments.reason, confirmed)
    order = _order(desk, arguments)
    done = propose_list(desk, order, wording)
    data = {
        "operation": done.operation,
        "proposals": [
            {"proposal": number, "code": row.code, "name": row.name}
            for number, row in done.proposed
        ],
        "put_aside": [_row_json(row, texts) for row in done.put_aside],
    }
    lines = [f"Đề nghị số {number}: {row.name}." for number, row in done.proposed]
    lines += [f"Để riêng: {row.name}. {_why(row, texts)}" for row in done.put_aside]
    if not lines:
        lines = ["Không còn ai trên vạch mà chưa đề nghị."]
    return Answer(data, lines, ExitCode.IN_PART if done.put_aside else ExitCode.DONE)


def award_participants(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """Tell how many take part; what is not named stays."""
    told = {kind: getattr(arguments, kind.value) for kind in SubjectKind}
    named = {kind: number for kind, number in told.items() if number is not None}
    if named:
        tell_participants(
            desk, arguments.cycle, {**participants_told(desk, arguments.cycle), **named}
        )
    known = participants_told(desk, arguments.cycle)
    words = [
        f"{texts.render(f'subject_{kind.value}', {})}: {number}" for kind, number in known.items()
    ]
    data = {"participants": {kind.value: number for kind, number in known.items()}}
    return Answer(data, words or ["Chưa ghi số tham gia."])


def _order(desk: Desk, arguments: argparse.Namespace) -> ListOrder:
    said = arguments.subject
    subject = SubjectKind(said) if said else first_subject(desk, arguments.cycle, arguments.award)
    return ListOrder(arguments.cycle, arguments.award, subject)


def _told(draft: AwardDraft, texts: Texts) -> Answer:
    places = draft.result.places
    data = {
        "cycle": draft.cycle.id,
        "award": draft.form.code,
        "subjects": [subject.value for subject in draft.subjects],
        "line": places.line,
        "quota": {
            "max": draft.quota.maximum,
            "used": draft.quota.used,
            "scope": draft.quota.scope,
            "allowed": places.allowed,
            "over": draft.result.over,
            "reason": draft.drawn.reason,
            "why": texts.reasons(draft.about_line),
        },
        "rows": [_row_json(row, texts) for row in draft.rows],
        "shares": texts.reasons(draft.shares),
        "can_part_equals": draft.result.can_part_equals,
    }
    return Answer(data, _lines(draft, texts))


def _row_json(row: Listed, texts: Texts) -> dict[str, Any]:
    return {
        "rank": row.line.rank,
        "code": row.code,
        "name": row.name,
        "subject": row.subject.value,
        "place": row.line.place.value,
        "in": row.line.place is ListPlace.IN,
        "proposed": row.line.candidate.is_proposed,
        "state": row.line.candidate.state.value,
        "total": points_json(row.total),
        "class": row.classification.value if row.classification else None,
        "group": row.group,
        "group_rank": row.unit_rank,
        "rewarded_before": row.was_rewarded,
        "why": _why(row, texts),
    }


def _why(row: Listed, texts: Texts) -> str:
    return " ".join(texts.reasons(row.why))


def _lines(draft: AwardDraft, texts: Texts) -> list[str]:
    lines = [draft.form.name]
    was_in = True
    for row in draft.rows:
        is_in = row.line.place is ListPlace.IN
        if was_in and not is_in:
            lines.append(f"  ---- vạch: {len(draft.within)} trường hợp ở trên ----")
        was_in = is_in
        rank = "–" if row.line.rank is None else str(row.line.rank)
        lines.append(f"  [{_MARKS[row.line.place]}] {rank:>3}. {row.name}: {_why(row, texts)}")
    return [*lines, *texts.reasons(draft.about_line), *texts.reasons(draft.shares)]
