"""award list, check, propose."""

from __future__ import annotations

import argparse
from typing import Any

from thidua_desktop.application.awarding.candidates import DossierFacts
from thidua_desktop.application.awarding.proposing import (
    AwardCheck,
    AwardLine,
    AwardRequest,
    check,
    list_awards,
    propose,
    withdraw,
)
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.setting_up.award_forms import award_names
from thidua_desktop.application.text import Texts
from thidua_desktop.cli.answers import Answer, ExitCode, date_json
from thidua_desktop.domain.award_forms import CommendationType
from thidua_desktop.domain.awards.confirming import Confirmable
from thidua_desktop.domain.awards.quota import QuotaState
from thidua_desktop.domain.awards.verdict import Check, CheckState, verdict
from thidua_desktop.domain.proposals import Proposal

_MARKS = {
    CheckState.PASS: "đạt",
    CheckState.FAIL: "không đạt",
    CheckState.UNKNOWN: "chưa có dữ liệu",
}


def award_list(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """The awards of a cycle with quotas and proposals."""
    listed = list_awards(desk, arguments.cycle)
    data = {
        "proposal": None,
        "checks": [],
        "quota": [
            {"award": line.form.code, "subject": line.subject.value}
            | _quota_json(line.quota, texts)
            for line in listed.lines
        ],
        "cycle": listed.cycle.id,
        "awards": [_line_json(line, texts) for line in listed.lines],
        "proposals": [_proposal_json(proposal) for proposal in listed.proposals],
    }
    lines = [_line_text(line, texts) for line in listed.lines]
    names = award_names(desk)
    lines += [
        f"{p.id:>4}. {names.get(p.award, p.award)} – {p.subject_name}: "
        f"{texts.render(f'proposal_{p.status.value}', {})}"
        for p in listed.proposals
    ]
    return Answer(data, lines)


def _line_json(line: AwardLine, texts: Texts) -> dict[str, Any]:
    return {
        "award": line.form.code,
        "name": line.form.name,
        "subject": line.subject.value,
        "subject_name": texts.render(f"subject_{line.subject.value}", {}),
        "decider": line.form.decider,
        "quota": _quota_json(line.quota, texts),
    }


def _line_text(line: AwardLine, texts: Texts) -> str:
    subject = texts.render(f"subject_{line.subject.value}", {})
    maximum = "không giới hạn" if line.quota.maximum is None else f"tối đa {line.quota.maximum}"
    others = [texts.render(f"subject_{kind}", {}).lower() for kind in line.quota.shared_with]
    shared = f" (số chung với {', '.join(others)})" if others and line.quota.maximum else ""
    return f"{line.form.name} – {subject}: đã đề nghị {line.quota.used}, {maximum}{shared}"


def _quota_json(quota: QuotaState, texts: Texts) -> dict[str, Any]:
    return {
        "max": quota.maximum,
        "used": quota.used,
        "scope": quota.scope,
        "shared_with": [kind.value for kind in quota.shared_with],
        "why": texts.reasons(quota.reasons),
    }


def _proposal_json(proposal: Proposal) -> dict[str, Any]:
    return {
        "proposal": proposal.id,
        "award": proposal.award,
        "subject": proposal.subject.value,
        "code": proposal.subject_code,
        "name": proposal.subject_name,
        "achievement": proposal.achievement,
        "period": [date_json(proposal.period_from), date_json(proposal.period_to)],
        "override": proposal.override_reason,
        "confirmed": list(proposal.confirmed),
        "denied": list(proposal.denied),
        "type": proposal.commendation.value,
        "received": date_json(proposal.received_on),
        "status": proposal.status.value,
    }


def _request(arguments: argparse.Namespace) -> AwardRequest:
    return AwardRequest(
        arguments.cycle,
        arguments.award,
        arguments.unit or "",
        arguments.person or "",
        tuple(dict.fromkeys(arguments.confirm)),
        DossierFacts(
            denied=tuple(dict.fromkeys(arguments.deny)),
            commendation=CommendationType(arguments.type),
            received_on=arguments.received,
            initiatives=tuple(dict.fromkeys(arguments.initiative)),
            cited=tuple(dict.fromkeys(arguments.cite)),
            took_maternity_leave=arguments.maternity_leave,
        ),
    )


def award_check(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """Every condition of an award for a candidate."""
    checked = check(desk, _request(arguments))
    data = {"proposal": None} | _check_json(checked, texts)
    return Answer(data, _check_lines(checked, texts), _check_code(checked))


def _check_code(checked: AwardCheck) -> ExitCode:
    refused = verdict(checked.checks) is CheckState.FAIL
    return ExitCode.IN_PART if refused else ExitCode.DONE


def _check_json(checked: AwardCheck, texts: Texts) -> dict[str, Any]:
    return {
        "name": checked.subject_name,
        "subject": checked.subject.value,
        "verdict": verdict(checked.checks).value,
        "checks": [
            {
                "code": one.code,
                "state": one.state.value,
                "blocking": one.blocking,
                "article": one.article,
                "message": _message(one, texts),
                "why": texts.reason(one.reason),
                "todo": texts.reason(one.remedy) if one.remedy else "",
            }
            for one in checked.checks
        ],
        "confirmable": [
            {
                "code": one.code,
                "text": _confirmation(one, texts),
                "is_choice": one.is_choice,
                "confirmed": one.code in checked.confirmed,
                "denied": one.code in checked.denied,
            }
            for one in checked.confirmable
        ],
        "quota": _quota_json(checked.quota, texts),
    }


def _confirmation(one: Confirmable, texts: Texts) -> str:
    return one.text or texts.render(f"confirm_{one.code}", {})


def _message(one: Check, texts: Texts) -> str:
    sentences = [texts.reason(one.reason)]
    if one.remedy is not None:
        sentences.append(texts.reason(one.remedy))
    return " ".join(sentences)


def _check_lines(checked: AwardCheck, texts: Texts) -> list[str]:
    lines = [checked.subject_name]
    for one in checked.checks:
        article = f" ({one.article})" if one.article else ""
        lines.append(f"  [{_MARKS[one.state]}] {_message(one, texts)}{article}")
    open_ones = [one for one in checked.confirmable if one.code not in checked.confirmed]
    if open_ones:
        lines.append("Xác nhận được bằng --confirm kèm mã:")
    lines += [
        f"  {one.code}: {_confirmation(one, texts)}{' (một trong các mục)' * one.is_choice}"
        for one in open_ones
    ]
    return lines


def award_propose(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """Propose a candidate."""
    outcome = propose(desk, _request(arguments), arguments.achievement, arguments.override)
    data = {"proposal": outcome.proposal} | _check_json(outcome.check, texts)
    if outcome.proposal is None:
        lines = ["Chưa đề nghị được.", *_check_lines(outcome.check, texts)]
        return Answer(data, lines, ExitCode.IN_PART)
    lines = [f"Đề nghị số {outcome.proposal}: {outcome.check.subject_name}."]
    return Answer(data, [*lines, *_warning_lines(outcome.check, texts)])


def _warning_lines(checked: AwardCheck, texts: Texts) -> list[str]:
    """What does not block, and is still to be seen to."""
    left = [one for one in checked.checks if one.state is not CheckState.PASS]
    return [f"  [{_MARKS[one.state]}] {_message(one, texts)}" for one in left]


def award_withdraw(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """Take a proposal back."""
    del texts
    withdraw(desk, arguments.proposal)
    return Answer({"proposal": arguments.proposal}, [f"Đã rút đề nghị số {arguments.proposal}."])
