"""What became of awards after the council and the decision."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Mapping
from dataclasses import asdict

from thidua_desktop.domain.awards.cancelling import CancelGround, Cancellation
from thidua_desktop.domain.awards.outcomes import (
    DecisionRecord,
    DecisionScan,
    Payment,
    PaymentKind,
    Referral,
    ReferralState,
)
from thidua_desktop.storage.registers.values import date_or_none, iso_or_none
from thidua_desktop.storage.rows import Rows, SqlValue


class OutcomeRegister:
    """Port `Outcomes`."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def records(self) -> Mapping[int, DecisionRecord]:
        """What is kept of decisions beside number and date."""
        rows = self._rows.select("SELECT decision, signer, note FROM decision_record")
        return {row["decision"]: DecisionRecord(*row) for row in rows}

    def save_record(self, record: DecisionRecord) -> None:
        """Write what is kept of one decision."""
        self._rows.upsert("decision_record", dict(asdict(record)), ("decision",))

    def scans(self) -> tuple[DecisionScan, ...]:
        """The scans of signed decisions, by decision and name."""
        rows = self._rows.select(
            "SELECT decision, attachment, title FROM decision_scan"
            " ORDER BY decision, title, attachment"
        )
        return tuple(DecisionScan(*row) for row in rows)

    def add_scan(self, scan: DecisionScan) -> None:
        """Write one scan; its content has to be recorded already."""
        row: dict[str, SqlValue] = {
            "decision": scan.decision,
            "attachment": scan.sha256,
            "title": scan.title,
        }
        self._rows.insert("decision_scan", row)

    def remove_scan(self, scan: DecisionScan) -> None:
        """Take one scan off its decision; the content stays for an undo."""
        self._rows.delete(
            "DELETE FROM decision_scan WHERE decision = ? AND attachment = ?",
            (scan.decision, scan.sha256),
        )

    def referrals(self) -> Mapping[int, Referral]:
        """What was sent above the commune, by proposal."""
        rows = self._rows.select("SELECT * FROM referral ORDER BY proposal")
        return {row["proposal"]: _referral(row) for row in rows}

    def save_referral(self, referral: Referral) -> None:
        """Write where one proposal stands above the commune."""
        row: dict[str, SqlValue] = dict(asdict(referral))
        row |= {
            "sent_on": iso_or_none(referral.sent_on),
            "decided_on": iso_or_none(referral.decided_on),
        }
        self._rows.upsert("referral", row, ("proposal",))

    def remove_referral(self, proposal: int) -> None:
        """Take back that a proposal was sent."""
        self._rows.delete("DELETE FROM referral WHERE proposal = ?", (proposal,))

    def payments(self) -> Mapping[int, Payment]:
        """The bonuses that were given out, by proposal."""
        rows = self._rows.select("SELECT * FROM payment ORDER BY proposal")
        return {row["proposal"]: _payment(row) for row in rows}

    def save_payment(self, payment: Payment) -> None:
        """Write that a bonus was given out."""
        row: dict[str, SqlValue] = dict(asdict(payment))
        row["paid_on"] = payment.paid_on.isoformat()
        self._rows.upsert("payment", row, ("proposal",))

    def remove_payment(self, proposal: int) -> None:
        """Take back that a bonus was given out."""
        self._rows.delete("DELETE FROM payment WHERE proposal = ?", (proposal,))

    def cancellations(self) -> Mapping[int, Cancellation]:
        """The awards that were cancelled, by proposal."""
        rows = self._rows.select("SELECT * FROM cancellation ORDER BY proposal")
        return {row["proposal"]: _cancellation(row) for row in rows}

    def save_cancellation(self, cancelled: Cancellation) -> None:
        """Write the cancelling of one award."""
        row: dict[str, SqlValue] = dict(asdict(cancelled))
        row |= {
            "decided_on": cancelled.decided_on.isoformat(),
            "received_on": iso_or_none(cancelled.received_on),
            "returned_on": iso_or_none(cancelled.returned_on),
        }
        self._rows.upsert("cancellation", row, ("proposal",))


def _referral(row: sqlite3.Row) -> Referral:
    return Referral(
        proposal=row["proposal"],
        state=ReferralState(row["state"]),
        sent_on=date_or_none(row["sent_on"]),
        document=row["document"],
        decided_on=date_or_none(row["decided_on"]),
        number=row["number"],
        decider=row["decider"],
        note=row["note"],
    )


def _payment(row: sqlite3.Row) -> Payment:
    return Payment(
        proposal=row["proposal"],
        kind=PaymentKind(row["kind"]),
        paid_on=dt.date.fromisoformat(row["paid_on"]),
        receiver=row["receiver"],
        amount=row["amount"],
        gift=row["gift"],
    )


def _cancellation(row: sqlite3.Row) -> Cancellation:
    return Cancellation(
        proposal=row["proposal"],
        ground=CancelGround(row["ground"]),
        document=row["document"],
        number=row["number"],
        decided_on=dt.date.fromisoformat(row["decided_on"]),
        received_on=date_or_none(row["received_on"]),
        returned_on=date_or_none(row["returned_on"]),
    )
