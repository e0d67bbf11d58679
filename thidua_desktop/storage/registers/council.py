"""The council's decision and members, and the province's own rules of voting."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Mapping

from thidua_desktop.domain.award_forms import Source, Sure, VoteRule
from thidua_desktop.domain.council_members import (
    CouncilDecision,
    CouncilMember,
    CouncilRole,
    in_order,
)
from thidua_desktop.domain.rule_pack import Quorum
from thidua_desktop.storage.registers.values import date_or_none
from thidua_desktop.storage.rows import Rows, SqlValue


class CouncilRegister:
    """Port `Council`."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    # ---- Decisions

    def decisions(self) -> tuple[CouncilDecision, ...]:
        """Every decision on the council, the oldest first."""
        return tuple(
            CouncilDecision(
                row["id"], row["number"], dt.date.fromisoformat(row["decided_on"]), row["name"]
            )
            for row in self._rows.select("SELECT * FROM council_decision ORDER BY decided_on, id")
        )

    def add_decision(self, decision: CouncilDecision) -> int:
        """Add a decision; give its number in the register."""
        return self._rows.insert("council_decision", _decision_row(decision))

    def update_decision(self, decision: CouncilDecision) -> None:
        """Write a decision's new state."""
        self._rows.update("council_decision", decision.id, _decision_row(decision))

    # ---- Members

    def members(self) -> tuple[CouncilMember, ...]:
        """Everyone who sits or sat on the council, the chair first."""
        return in_order(_member(row) for row in self._rows.select("SELECT * FROM council_member"))

    def member(self, member_id: int) -> CouncilMember:
        """The member with this number.

        Raises:
            NotFound: there is none.
        """
        row = self._rows.one(
            "member_unknown", "SELECT * FROM council_member WHERE id = ?", (member_id,)
        )
        return _member(row)

    def add_member(self, member: CouncilMember) -> int:
        """Add a member; give the number."""
        return self._rows.insert("council_member", _member_row(member))

    def update_member(self, member: CouncilMember) -> None:
        """Write a member's new state."""
        self._rows.update("council_member", member.id, _member_row(member))

    def remove_member(self, member_id: int) -> None:
        """Take out a member who was at no session."""
        self._rows.delete("DELETE FROM council_member WHERE id = ?", (member_id,))

    def has_attended(self, member_id: int) -> bool:
        """Whether the member stands on the list of any session."""
        found = self._rows.select(
            "SELECT 1 FROM session_attendance WHERE member = ? LIMIT 1", (member_id,)
        )
        return bool(found)

    # ---- The province's own rules

    def vote_rules(self) -> Mapping[str, VoteRule]:
        """The rules that stand in place of the rule pack's, by award."""
        return {
            row["award"]: VoteRule(
                threshold_percent=row["threshold_percent"],
                ballot_required=bool(row["ballot_required"]),
                source=_own(row["citation"]),
                chair_breaks_tie=bool(row["chair_breaks_tie"]),
            )
            for row in self._rows.select("SELECT * FROM vote_rule ORDER BY award")
        }

    def save_vote_rule(self, award: str, rule: VoteRule) -> None:
        """Write the rule of one award."""
        row: dict[str, SqlValue] = {
            "award": award,
            "threshold_percent": rule.threshold_percent,
            "ballot_required": int(rule.ballot_required),
            "chair_breaks_tie": int(rule.chair_breaks_tie),
            "citation": rule.source.citation,
        }
        self._rows.upsert("vote_rule", row, ("award",))

    def remove_vote_rule(self, award: str) -> None:
        """Go back to the rule pack's rule."""
        self._rows.delete("DELETE FROM vote_rule WHERE award = ?", (award,))

    def quorum(self) -> Quorum | None:
        """The quorum that stands in place of the rule pack's."""
        for row in self._rows.select("SELECT * FROM quorum_rule"):
            return Quorum(row["parts"], row["of_parts"], _own(row["citation"]))
        return None

    def save_quorum(self, quorum: Quorum) -> None:
        """Write the office's own quorum."""
        row: dict[str, SqlValue] = {
            "id": 1,
            "parts": quorum.parts,
            "of_parts": quorum.of,
            "citation": quorum.source.citation,
        }
        self._rows.upsert("quorum_rule", row, ("id",))

    def remove_quorum(self) -> None:
        """Go back to the rule pack's quorum."""
        self._rows.delete("DELETE FROM quorum_rule WHERE id = ?", (1,))


def _own(citation: str) -> Source:
    """What the office typed in: it answers for it, the program did not read it."""
    return Source(citation, Sure.PRACTICE, province_may_set=True)


def _decision_row(decision: CouncilDecision) -> dict[str, SqlValue]:
    return {
        "number": decision.number,
        "decided_on": decision.decided_on.isoformat(),
        "name": decision.name,
    }


def _member_row(member: CouncilMember) -> dict[str, SqlValue]:
    return {
        "name": member.name,
        "post": member.post,
        "role": member.role,
        "field": member.field,
        "area": member.area,
        "unit": member.unit or None,
        "valid_from": member.valid_from.isoformat() if member.valid_from else None,
        "valid_to": member.valid_to.isoformat() if member.valid_to else None,
    }


def _member(row: sqlite3.Row) -> CouncilMember:
    return CouncilMember(
        id=row["id"],
        name=row["name"],
        post=row["post"],
        role=CouncilRole(row["role"]),
        field=row["field"],
        area=row["area"],
        unit=row["unit"] or "",
        valid_from=date_or_none(row["valid_from"]),
        valid_to=date_or_none(row["valid_to"]),
    )
