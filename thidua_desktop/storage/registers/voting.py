"""How sessions of the council went: who came, how they voted, what the ballots say."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict

from thidua_desktop.domain.council_members import (
    AttendanceLine,
    CouncilRole,
    Presence,
    SessionMode,
    SessionRecord,
)
from thidua_desktop.domain.voting import BallotSheet, Mark, VoteMethod, VoteRound
from thidua_desktop.storage.rows import Rows, SqlValue


class VotingRegister:
    """Port `Voting`."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    # ---- Sessions

    def record(self, session: str) -> SessionRecord | None:
        """What was noted of a session; `None` for one opened with plain numbers."""
        sql = "SELECT * FROM session_record WHERE council_session = ?"
        for row in self._rows.select(sql, (session,)):
            fields = {key: row[key] for key in row.keys() if key != "council_session"}  # noqa: SIM118
            return SessionRecord(session, **(fields | {"mode": SessionMode(row["mode"])}))
        return None

    def save_record(self, record: SessionRecord) -> None:
        """Write what was noted of a session."""
        row: dict[str, SqlValue] = dict(asdict(record))
        row["council_session"] = row.pop("session")
        self._rows.upsert("session_record", row, ("council_session",))

    def attendance(self, session: str) -> tuple[AttendanceLine, ...]:
        """The members at a session as they were that day, in the order they were listed."""
        rows = self._rows.select(
            "SELECT * FROM session_attendance WHERE council_session = ? ORDER BY rowid", (session,)
        )
        return tuple(
            AttendanceLine(
                member=row["member"],
                name=row["name"],
                post=row["post"],
                role=CouncilRole(row["role"]),
                unit=row["unit"] or "",
                presence=Presence(row["presence"]),
                reason=row["reason"],
            )
            for row in rows
        )

    def save_attendance(self, session: str, lines: Sequence[AttendanceLine]) -> None:
        """Write the whole attendance list of a session."""
        self._rows.delete("DELETE FROM session_attendance WHERE council_session = ?", (session,))
        columns = ("member", "name", "post", "role", "unit", "presence", "reason")
        self._rows.insert_many(
            "session_attendance",
            ("council_session", *columns),
            [
                (
                    session,
                    *(line.member, line.name, line.post, line.role, line.unit or None),
                    *(line.presence, line.reason),
                )
                for line in lines
            ],
        )

    # ---- Rounds

    def rounds(self, session: str) -> tuple[VoteRound, ...]:
        """The awards that were put to the vote in a session."""
        rows = self._rows.select(
            "SELECT * FROM vote_round WHERE council_session = ? ORDER BY award", (session,)
        )
        return tuple(
            VoteRound(
                session=session,
                award=row["award"],
                method=VoteMethod(row["method"]),
                issued=row["issued"],
                returned=row["returned"],
                void=row["void"],
                head_teller=row["head_teller"],
                tellers=row["tellers"],
            )
            for row in rows
        )

    def save_round(self, held: VoteRound, sheets: Sequence[BallotSheet]) -> None:
        """Write how an award was voted on, with its ballots, in place of an earlier count."""
        row: dict[str, SqlValue] = dict(asdict(held))
        row["council_session"] = row.pop("session")
        self._rows.upsert("vote_round", row, ("council_session", "award"))
        self._rows.delete(
            "DELETE FROM ballot_sheet WHERE council_session = ? AND award = ?",
            (held.session, held.award),
        )
        self._rows.insert_many(
            "ballot_sheet",
            ("council_session", "award", "place", "is_void", "marks"),
            [
                (held.session, held.award, place, int(sheet.is_void), _marks_text(sheet.marks))
                for place, sheet in enumerate(sheets, start=1)
            ],
        )

    def sheets(self, session: str, award: str) -> tuple[BallotSheet, ...]:
        """The ballots of a round in the order they were keyed in; none where numbers were."""
        rows = self._rows.select(
            "SELECT * FROM ballot_sheet WHERE council_session = ? AND award = ? ORDER BY place",
            (session, award),
        )
        return tuple(BallotSheet(_marks(row["marks"]), bool(row["is_void"])) for row in rows)

    def keyed(self, session: str, award: str) -> tuple[BallotSheet, ...]:
        """The ballots of a count that is not recorded yet, in the order they were keyed in."""
        rows = self._rows.select(
            "SELECT * FROM keyed_ballot WHERE council_session = ? AND award = ? ORDER BY place",
            (session, award),
        )
        return tuple(BallotSheet(_marks(row["marks"]), bool(row["is_void"])) for row in rows)

    def save_keyed(self, session: str, award: str, sheets: Sequence[BallotSheet]) -> None:
        """Write the pile as it lies; of a ballot more only that one is written."""
        kept = self.keyed(session, award)
        for place, sheet in enumerate(sheets, start=1):
            if place <= len(kept) and kept[place - 1] == sheet:
                continue
            row: dict[str, SqlValue] = {
                "council_session": session,
                "award": award,
                "place": place,
                "is_void": int(sheet.is_void),
                "marks": _marks_text(sheet.marks),
            }
            self._rows.upsert("keyed_ballot", row, ("council_session", "award", "place"))
        self._rows.delete(
            "DELETE FROM keyed_ballot WHERE council_session = ? AND award = ? AND place > ?",
            (session, award, len(sheets)),
        )

    def chair_votes(self, session: str) -> Mapping[int, bool]:
        """How the chair voted where the votes were even, by proposal."""
        rows = self._rows.select("SELECT * FROM chair_vote WHERE council_session = ?", (session,))
        return {row["proposal"]: bool(row["is_yes"]) for row in rows}

    def save_chair_vote(self, session: str, proposal: int, *, is_yes: bool) -> None:
        """Write the chair's vote on even votes."""
        row: dict[str, SqlValue] = {
            "council_session": session,
            "proposal": proposal,
            "is_yes": int(is_yes),
        }
        self._rows.upsert("chair_vote", row, ("council_session", "proposal"))


def _marks_text(marks: Mapping[int, Mark]) -> str:
    return json.dumps({str(number): mark for number, mark in sorted(marks.items())})


def _marks(text: str) -> dict[int, Mark]:
    return {int(number): Mark(mark) for number, mark in json.loads(text).items()}
