"""Proposals, council sessions and decisions."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from collections.abc import Sequence

from thidua_desktop.domain.award_forms import CommendationType
from thidua_desktop.domain.kinds import SubjectKind
from thidua_desktop.domain.proposals import (
    Ballot,
    CouncilSession,
    DecidedAward,
    Decision,
    Proposal,
    ProposalStatus,
)
from thidua_desktop.storage.rows import Rows, SqlValue

_PROPOSALS = """
    SELECT proposal.*, CASE
        WHEN cancellation.proposal IS NOT NULL THEN 'cancelled'
        WHEN referral.state = 'sent' THEN 'submitted'
        ELSE coalesce(referral.state, proposal.status)
    END AS standing
    FROM proposal
    LEFT JOIN referral ON referral.proposal = proposal.id
    LEFT JOIN cancellation ON cancellation.proposal = proposal.id
"""
"""A proposal stands where the council left it, unless it went up or was cancelled since."""


class AwardRegister:
    """Port `Awards`."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def proposals(self, cycle: str | None = None) -> tuple[Proposal, ...]:
        """The proposals of a cycle, or all, in the order they were made."""
        rows = self._rows.select(
            f"{_PROPOSALS} WHERE ? IS NULL OR proposal.cycle = ? ORDER BY proposal.id",
            (cycle, cycle),
        )
        return tuple(_proposal(row) for row in rows)

    def proposal(self, proposal_id: int) -> Proposal:
        """The proposal with this number.

        Raises:
            NotFound: there is none.
        """
        row = self._rows.one(
            "proposal_unknown", f"{_PROPOSALS} WHERE proposal.id = ?", (proposal_id,)
        )
        return _proposal(row)

    def add_proposal(self, proposal: Proposal) -> int:
        """Add a proposal; give its number. The number that it bears is not used."""
        row: dict[str, SqlValue] = {
            "cycle": proposal.cycle,
            "award": proposal.award,
            "subject": proposal.subject,
            "unit": None if proposal.is_person else proposal.subject_code,
            "person": proposal.subject_code if proposal.is_person else None,
            "subject_name": proposal.subject_name,
            "detail": proposal.detail,
            "achievement": proposal.achievement,
            "period_from": proposal.period_from.isoformat(),
            "period_to": proposal.period_to.isoformat(),
            "received_on": proposal.received_on.isoformat(),
            "override_reason": proposal.override_reason,
            "status": proposal.status,
            "confirmed": json.dumps(proposal.confirmed),
            "denied": json.dumps(proposal.denied),
            "commendation": proposal.commendation,
            "cited": json.dumps(proposal.cited),
            "maternity_leave": int(proposal.took_maternity_leave),
        }
        return self._rows.insert("proposal", row)

    def set_status(self, proposal_id: int, status: ProposalStatus) -> None:
        """Move a proposal on its way."""
        self._rows.update("proposal", proposal_id, {"status": status})

    def sessions(self, cycle: str | None = None) -> tuple[CouncilSession, ...]:
        """The sessions of a cycle, or all, by date."""
        rows = self._rows.select(
            "SELECT * FROM council_session WHERE ? IS NULL OR cycle = ? ORDER BY held_on, id",
            (cycle, cycle),
        )
        return tuple(_session(row) for row in rows)

    def session(self, session_id: str) -> CouncilSession:
        """The session with this key.

        Raises:
            NotFound: there is none.
        """
        row = self._rows.one(
            "session_unknown", "SELECT * FROM council_session WHERE id = ?", (session_id,)
        )
        return _session(row)

    def add_session(self, session: CouncilSession) -> None:
        """Add a session."""
        self._rows.insert(
            "council_session",
            {
                "id": session.id,
                "cycle": session.cycle,
                "held_on": session.held_on.isoformat(),
                "members_total": session.members_total,
                "present": session.present,
                "written": session.written,
            },
        )

    def update_session(self, session: CouncilSession) -> None:
        """Write how many took part; nothing else of a session changes."""
        row: dict[str, SqlValue] = {"present": session.present, "written": session.written}
        self._rows.update("council_session", session.id, row)

    def ballots(self, session: str) -> tuple[Ballot, ...]:
        """The results of a session, most votes first."""
        rows = self._rows.select(
            "SELECT * FROM ballot WHERE council_session = ? ORDER BY yes DESC, proposal", (session,)
        )
        return tuple(
            Ballot(
                session=row["council_session"],
                proposal=row["proposal"],
                yes=row["yes"],
                no=row["no"],
                invalid=row["invalid"],
                passed=bool(row["passed"]),
            )
            for row in rows
        )

    def save_ballot(self, ballot: Ballot) -> None:
        """Write the result on one proposal."""
        self._rows.upsert(
            "ballot",
            {
                "council_session": ballot.session,
                "proposal": ballot.proposal,
                "yes": ballot.yes,
                "no": ballot.no,
                "invalid": ballot.invalid,
                "passed": int(ballot.passed),
            },
            ("council_session", "proposal"),
        )

    def decisions(self) -> tuple[Decision, ...]:
        """Every decision in the order they were made."""
        return tuple(
            _decision(row) for row in self._rows.select("SELECT * FROM decision ORDER BY id")
        )

    def add_decision(self, decision: Decision, awards: Sequence[DecidedAward]) -> int:
        """Add a decision with its awards; give its number. The numbers they bear are not used."""
        number = self._rows.insert(
            "decision",
            {
                "council_session": decision.session,
                "decided_on": decision.decided_on.isoformat(),
                "number": decision.number,
                "rule_pack": decision.rule_pack,
                "base_salary": decision.base_salary,
            },
        )
        self._rows.insert_many(
            "decided_award",
            ("decision", "proposal", "coefficient", "amount"),
            [(number, award.proposal, award.coefficient, award.amount) for award in awards],
        )
        return number

    def update_decision(self, decision: Decision) -> None:
        """Write number, date and base salary of a decision anew."""
        self._rows.update(
            "decision",
            decision.id,
            {
                "decided_on": decision.decided_on.isoformat(),
                "number": decision.number,
                "rule_pack": decision.rule_pack,
                "base_salary": decision.base_salary,
            },
        )

    def update_decided_award(self, award: DecidedAward) -> None:
        """Write the money of one award anew."""
        self._rows.upsert(
            "decided_award",
            {
                "decision": award.decision,
                "proposal": award.proposal,
                "coefficient": award.coefficient,
                "amount": award.amount,
            },
            ("decision", "proposal"),
        )

    def decided_awards(self, decision: int) -> tuple[DecidedAward, ...]:
        """The awards of a decision."""
        rows = self._rows.select(
            "SELECT decision, proposal, coefficient, amount FROM decided_award"
            " WHERE decision = ? ORDER BY proposal",
            (decision,),
        )
        return tuple(DecidedAward(*row) for row in rows)


def _proposal(row: sqlite3.Row) -> Proposal:
    return Proposal(
        id=row["id"],
        cycle=row["cycle"],
        award=row["award"],
        subject=SubjectKind(row["subject"]),
        subject_code=row["unit"] or row["person"],
        subject_name=row["subject_name"],
        detail=row["detail"],
        achievement=row["achievement"],
        period_from=dt.date.fromisoformat(row["period_from"]),
        period_to=dt.date.fromisoformat(row["period_to"]),
        received_on=dt.date.fromisoformat(row["received_on"]),
        override_reason=row["override_reason"],
        status=ProposalStatus(row["standing"]),
        confirmed=tuple(json.loads(row["confirmed"])),
        denied=tuple(json.loads(row["denied"])),
        commendation=CommendationType(row["commendation"]),
        cited=tuple(json.loads(row["cited"])),
        took_maternity_leave=bool(row["maternity_leave"]),
    )


def _session(row: sqlite3.Row) -> CouncilSession:
    return CouncilSession(
        id=row["id"],
        cycle=row["cycle"],
        held_on=dt.date.fromisoformat(row["held_on"]),
        members_total=row["members_total"],
        present=row["present"],
        written=row["written"],
    )


def _decision(row: sqlite3.Row) -> Decision:
    return Decision(
        id=row["id"],
        session=row["council_session"],
        decided_on=dt.date.fromisoformat(row["decided_on"]),
        number=row["number"],
        rule_pack=row["rule_pack"],
        base_salary=row["base_salary"],
    )
