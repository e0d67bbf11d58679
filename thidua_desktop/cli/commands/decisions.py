"""decision list, number, pay, cancel, recover; award outcome."""

from __future__ import annotations

import argparse
from typing import Any

from thidua_desktop.application.decisions.book import (
    DecisionLine,
    decision_book,
    register_decision,
)
from thidua_desktop.application.decisions.cancelling import (
    CancelledAward,
    CancelOrder,
    cancel_award,
    follow_recovery,
)
from thidua_desktop.application.decisions.referring import Answer as AnswerAbove
from thidua_desktop.application.decisions.referring import answer_given, answer_refused, send_up
from thidua_desktop.application.decisions.scans import (
    attach_scan,
    copy_scan,
    remove_scan,
    scans_of,
)
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.rewards.paying import DueBonus, bonuses, pay
from thidua_desktop.application.setting_up.award_forms import award_names
from thidua_desktop.application.text import Texts
from thidua_desktop.cli.answers import Answer, date_json, path_json
from thidua_desktop.domain.awards.cancelling import CancelGround
from thidua_desktop.domain.awards.outcomes import ReferralState
from thidua_desktop.domain.errors import NotFound
from thidua_desktop.domain.vietnamese.dates import date_text
from thidua_desktop.domain.vietnamese.numerals import money_text


def decision_list(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """The register of decisions."""
    del texts
    lines = decision_book(desk, arguments.year)
    paid = {bonus.proposal.id: bonus for bonus in bonuses(desk)}
    names = award_names(desk)
    told = []
    for line in lines:
        one = line.decision
        number = one.number or "chưa có số"
        told.append(f"{one.id:>4}. {number}, ngày {date_text(one.decided_on)}: {line.signer}")
        told += [
            f"      {award.proposal.id}. {award.proposal.subject_name}: "
            f"{names.get(award.proposal.award, award.proposal.award)}, "
            f"{money_text(award.money.amount)}{', đã hủy bỏ' * award.is_cancelled}"
            for award in line.awards
        ]
    return Answer({"decisions": [_decision_json(line, paid) for line in lines]}, told)


def decision_number(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """Number, date and signer of a decision."""
    del texts
    made = register_decision(
        desk, arguments.decision, arguments.number, arguments.date, arguments.signer
    )
    one = made.decision
    data = {
        "decision": one.id,
        "number": one.number,
        "date": date_json(one.decided_on),
        "recomputed": list(made.recomputed),
    }
    return Answer(data, [f"Quyết định số {one.number}, ngày {date_text(one.decided_on)}."])


def decision_scan(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """Attach, take off or copy out the scans of a signed decision."""
    del texts
    number = arguments.decision
    if arguments.file is not None:
        attach_scan(desk, number, arguments.file)
    if arguments.remove:
        named = [one for one in scans_of(desk, number) if one.title == arguments.remove]
        if not named:
            raise NotFound("decision_scan_unknown", title=arguments.remove)
        remove_scan(desk, named[0])
    left = scans_of(desk, number)
    copied = [copy_scan(desk, one, arguments.out) for one in left] if arguments.out else []
    data = {
        "decision": number,
        "scans": [one.title for one in left],
        "files": [path_json(file) for file in copied],
    }
    return Answer(data, [f"{len(left)} bản quét của quyết định", *(f"  {s.title}" for s in left)])


def decision_pay(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """Bonuses that were given out."""
    del texts
    made = pay(desk, arguments.proposal, arguments.date, arguments.receiver, arguments.gift)
    rows = [
        {
            "proposal": one.proposal,
            "amount": one.amount,
            "kind": one.kind.value,
            "date": date_json(one.paid_on),
            "receiver": one.receiver,
        }
        for one in made
    ]
    lines = [f"  {one.receiver}: {money_text(one.amount)}" for one in made]
    return Answer({"payments": rows}, lines)


def decision_cancel(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """Cancel one award."""
    order = CancelOrder(
        CancelGround(arguments.ground),
        arguments.document,
        arguments.date,
        arguments.number,
        arguments.received,
    )
    return _cancelled(cancel_award(desk, arguments.proposal, order), texts)


def decision_recover(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """Follow the recovery of a cancelled award."""
    followed = follow_recovery(
        desk,
        arguments.proposal,
        received_on=arguments.received,
        returned_on=arguments.returned,
    )
    return _cancelled(followed, texts)


def award_outcome(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """What became of proposals above the commune."""
    state, proposals = ReferralState(arguments.state), arguments.proposal
    on = arguments.date or desk.clock.today()
    if state is ReferralState.SENT:
        send_up(desk, proposals, on, arguments.document)
    elif state is ReferralState.DECIDED:
        answer_given(desk, proposals, AnswerAbove(arguments.number, on, arguments.decider))
    else:
        answer_refused(desk, proposals, arguments.note)
    with desk.store.read() as books:
        found = [books.awards.proposal(number) for number in proposals]
    data = {"proposals": [{"proposal": p.id, "status": p.status.value} for p in found]}
    lines = [f"{p.subject_name}: {texts.render(f'proposal_{p.status.value}', {})}" for p in found]
    return Answer(data, lines)


def _decision_json(line: DecisionLine, paid: dict[int, DueBonus]) -> dict[str, Any]:
    one = line.decision
    return {
        "decision": one.id,
        "cycle": line.cycle,
        "session": one.session,
        "number": one.number,
        "date": date_json(one.decided_on),
        "signer": line.signer,
        "note": line.note,
        "total": line.total,
        "scans": [scan.title for scan in line.scans],
        "awards": [
            {
                "proposal": award.proposal.id,
                "name": award.proposal.subject_name,
                "award": award.proposal.award,
                "amount": award.money.amount,
                "cancelled": award.is_cancelled,
            }
            | _payment_json(paid[award.proposal.id])
            for award in line.awards
        ],
    }


def _payment_json(bonus: DueBonus) -> dict[str, Any]:
    payment = bonus.payment
    return {
        "due": bonus.is_due,
        "paid": date_json(payment.paid_on) if payment else None,
        "receiver": payment.receiver if payment else "",
        "gift": payment.gift if payment else "",
    }


def _cancelled(one: CancelledAward, texts: Texts) -> Answer:
    recovery = one.recovery
    data = {
        "proposal": one.proposal.id,
        "name": one.proposal.subject_name,
        "ground": one.cancellation.ground.value,
        "state": recovery.state.value,
        "received": date_json(one.cancellation.received_on),
        "returned": date_json(one.cancellation.returned_on),
        "due": date_json(recovery.due_on),
        "doubts": list(recovery.doubts),
    }
    ground = texts.render(f"cancel_ground_{one.cancellation.ground}", {})
    state = texts.render(f"recovery_{recovery.state}", {})
    lines = [f"{one.proposal.subject_name}: {state}. {ground}."]
    if recovery.due_on is not None:
        lines.append(f"Hạn thu hồi: {date_text(recovery.due_on)} (15 ngày làm việc).")
    if recovery.doubts:
        lines.append(f"Chưa chắc chắn về ngày nghỉ: {', '.join(recovery.doubts)}.")
    return Answer(data, lines)
