"""Sổ quyết định: every decision with number, date, signer, awards and money; entered or mended."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from thidua_desktop.application.books import Books
from thidua_desktop.application.naming import signer_name
from thidua_desktop.application.ports import Desk
from thidua_desktop.domain.awards.money import Money, award_amount
from thidua_desktop.domain.awards.outcomes import DecisionRecord, DecisionScan
from thidua_desktop.domain.errors import Conflict, InputError, NotFound, RuleViolation
from thidua_desktop.domain.proposals import DecidedAward, Decision, Proposal, ProposalStatus
from thidua_desktop.domain.rule_pack import pack_for
from thidua_desktop.domain.vietnamese.cleaning import clean_text
from thidua_desktop.domain.vietnamese.folding import fold

LONGEST_NUMBER = 60


@dataclass(frozen=True, slots=True)
class DecisionAward:
    """One award of a decision."""

    proposal: Proposal
    money: DecidedAward

    @property
    def is_cancelled(self) -> bool:
        """Whether it was cancelled since."""
        return self.proposal.status is ProposalStatus.CANCELLED


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """One line of the register.

    Attributes:
        signer: họ tên of who signed.
        note: what the office keeps of it.
        scans: the signed paper.
    """

    decision: Decision
    cycle: str
    signer: str
    note: str
    awards: tuple[DecisionAward, ...]
    scans: tuple[DecisionScan, ...] = ()

    @property
    def total(self) -> int:
        """The money of its awards, đồng; cancelled ones are not counted."""
        return sum(one.money.amount for one in self.awards if not one.is_cancelled)


@dataclass(frozen=True, slots=True)
class DecisionRegistered:
    """What registering changed.

    Attributes:
        recomputed: the awards whose money is another one by the new date.
    """

    decision: Decision
    recomputed: tuple[int, ...] = ()


def decision_book(desk: Desk, year: int | None = None) -> tuple[DecisionLine, ...]:
    """The decisions of a year, or all, the newest first."""
    with desk.store.read() as books:
        lines = _lines(books)
    return tuple(
        line for line in reversed(lines) if year is None or line.decision.decided_on.year == year
    )


def unnumbered(books: Books) -> int:
    """How many decisions still wait for their number."""
    return sum(not decision.number for decision in books.awards.decisions())


def register_decision(
    desk: Desk,
    decision_id: int,
    number: str,
    decided_on: dt.date | None = None,
    signer: str | None = None,
    note: str | None = None,
) -> DecisionRegistered:
    """Enter or mend number, date and signer of a decision (NĐ 30/2020/NĐ-CP Điều 15).

    A decision's money goes by the lương cơ sở of its date: another date may change it.

    Raises:
        NotFound: no such decision.
        Conflict: another decision of the year has the number.
        InputError: the number can't be one, or the decision would be dated before its session.
        RuleViolation: no rules are known for the day, or money that was given out would change.
    """
    cleaned = clean_number(number)
    with desk.store.read() as books:
        old = _decision(books, decision_id)
        new = replace(old, number=cleaned, decided_on=decided_on or old.decided_on)
        _refuse_early(books, new)
        refuse_taken_number(books.awards.decisions(), new)
        moneys = _moneys(desk, books, new) if new.decided_on != old.decided_on else {}
        changed = _changed(books, new, moneys)
        kept = books.outcomes.records().get(decision_id, DecisionRecord(decision_id))
    if moneys:
        pack = pack_for(desk.rule_packs.packs(), new.decided_on)
        new = replace(new, rule_pack=pack.code, base_salary=pack.base_salary(new.decided_on).amount)
    record = replace(
        kept,
        signer=kept.signer if signer is None else clean_text(signer),
        note=kept.note if note is None else clean_text(note),
    )
    with desk.store.write("decision_registered", number=new.number or "…") as books:
        books.awards.update_decision(new)
        for award in changed:
            books.awards.update_decided_award(award)
        if record != kept:
            books.outcomes.save_record(record)
    return DecisionRegistered(new, tuple(award.proposal for award in changed))


def clean_number(number: str) -> str:
    """A number as it is kept; empty while the văn thư has not given it.

    Raises:
        InputError: it is too long to be one.
    """
    cleaned = clean_text(number)
    if len(cleaned) > LONGEST_NUMBER:
        raise InputError("decision_number_wrong", longest=LONGEST_NUMBER)
    return cleaned


def refuse_taken_number(known: Iterable[Decision], new: Decision) -> None:
    """See that no other decision of the year bears the number; 05 and 5/QĐ-UBND are one.

    Raises:
        Conflict: one does.
    """
    key = _number_key(new.number)
    if not key:
        return
    for other in known:
        is_same_year = other.decided_on.year == new.decided_on.year
        if other.id != new.id and is_same_year and _number_key(other.number) == key:
            raise Conflict(
                "decision_number_taken",
                number=new.number,
                year=new.decided_on.year,
                on=other.decided_on,
            )


def _number_key(number: str) -> str:
    """The number without leading zeros and symbol: one văn thư numbers all of one year."""
    first = re.match(r"0*(\d+)([a-z]?)", fold(number))
    return "".join(first.groups()) if first else fold(number)


def _lines(books: Books) -> list[DecisionLine]:
    proposals = {proposal.id: proposal for proposal in books.awards.proposals()}
    sessions = {session.id: session for session in books.awards.sessions()}
    records = books.outcomes.records()
    signer = signer_name(books.office)
    scans = books.outcomes.scans()
    found = []
    for decision in books.awards.decisions():
        record = records.get(decision.id, DecisionRecord(decision.id))
        found.append(
            DecisionLine(
                decision,
                sessions[decision.session].cycle,
                record.signer or signer,
                record.note,
                tuple(
                    DecisionAward(proposals[award.proposal], award)
                    for award in books.awards.decided_awards(decision.id)
                ),
                tuple(scan for scan in scans if scan.decision == decision.id),
            )
        )
    return sorted(found, key=lambda line: (line.decision.decided_on, line.decision.id))


def _decision(books: Books, decision_id: int) -> Decision:
    for decision in books.awards.decisions():
        if decision.id == decision_id:
            return decision
    raise NotFound("decision_unknown", key=str(decision_id))


def _refuse_early(books: Books, new: Decision) -> None:
    held = books.awards.session(new.session).held_on
    if new.decided_on < held:
        raise InputError("decision_before_session", decided=new.decided_on, held=held)


def _moneys(desk: Desk, books: Books, new: Decision) -> dict[int, Money]:
    """The money of each award by the rules of the new date."""
    pack = pack_for(desk.rule_packs.packs(), new.decided_on)
    found = {}
    for award in books.awards.decided_awards(new.id):
        proposal = books.awards.proposal(award.proposal)
        form = pack.form(proposal.award)
        found[award.proposal] = award_amount(pack, form, proposal.subject, new.decided_on)
    return found


def _changed(books: Books, new: Decision, moneys: dict[int, Money]) -> list[DecidedAward]:
    """The awards whose money changes; what was given out is never recomputed behind its back."""
    paid = books.outcomes.payments()
    found = []
    for award in books.awards.decided_awards(new.id):
        money = moneys.get(award.proposal)
        if money is None or money.amount == award.amount:
            continue
        if award.proposal in paid:
            name = books.awards.proposal(award.proposal).subject_name
            raise RuleViolation("decision_date_changes_paid", name=name)
        found.append(replace(award, coefficient=money.coefficient, amount=money.amount))
    return found
