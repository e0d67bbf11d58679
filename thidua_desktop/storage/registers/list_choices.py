"""The register of what the officer decided about lists of awards."""

from __future__ import annotations

from collections.abc import Mapping

from thidua_desktop.domain.awards.quota_line import DrawnLine, ListChoice, ListChoiceKind
from thidua_desktop.domain.kinds import SubjectKind
from thidua_desktop.storage.rows import Rows

_LINE_KEY = ("cycle", "award", "subject")


class ListChoiceRegister:
    """Port `ListChoices`: choices on candidates, drawn lines, and how many take part."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def of_list(self, cycle: str, award: str) -> tuple[ListChoice, ...]:
        """The choices of one award of a cycle."""
        rows = self._rows.select(
            "SELECT * FROM list_choice WHERE cycle = ? AND award = ? ORDER BY code", (cycle, award)
        )
        return tuple(
            ListChoice(row["code"], ListChoiceKind(row["choice"]), row["reason"]) for row in rows
        )

    def save(self, cycle: str, award: str, subject: SubjectKind, choice: ListChoice) -> None:
        """Write a choice over the one before."""
        row = {
            "cycle": cycle,
            "award": award,
            "subject": subject,
            "code": choice.code,
            "choice": choice.choice,
            "reason": choice.reason,
        }
        self._rows.upsert("list_choice", row, ("cycle", "award", "code"))

    def remove(self, cycle: str, award: str, code: str) -> None:
        """Let the order decide again."""
        self._rows.delete(
            "DELETE FROM list_choice WHERE cycle = ? AND award = ? AND code = ?",
            (cycle, award, code),
        )

    def drawn(self, cycle: str, award: str, subject: SubjectKind) -> DrawnLine:
        """Where the officer put a line; where the quota has it, if nowhere else."""
        rows = self._rows.select(
            "SELECT * FROM drawn_line WHERE cycle = ? AND award = ? AND subject = ?",
            (cycle, award, subject),
        )
        if not rows:
            return DrawnLine()
        return DrawnLine(rows[0]["places"], rows[0]["reason"], bool(rows[0]["women_first"]))

    def save_drawn(self, cycle: str, award: str, subject: SubjectKind, line: DrawnLine) -> None:
        """Put a line; one that says nothing of its own is forgotten."""
        key = (cycle, award, subject)
        if line == DrawnLine():
            self._rows.delete(
                "DELETE FROM drawn_line WHERE cycle = ? AND award = ? AND subject = ?", key
            )
            return
        row = {
            **dict(zip(_LINE_KEY, key, strict=True)),
            "places": line.places,
            "reason": line.reason,
            "women_first": int(line.women_first),
        }
        self._rows.upsert("drawn_line", row, _LINE_KEY)

    def participants(self, cycle: str) -> Mapping[SubjectKind, int]:
        """How many of each kind take part, as far as somebody told."""
        rows = self._rows.select("SELECT * FROM participants WHERE cycle = ?", (cycle,))
        return {SubjectKind(row["subject"]): row["number"] for row in rows}

    def save_participants(self, cycle: str, numbers: Mapping[SubjectKind, int]) -> None:
        """Keep these numbers in place of the ones before."""
        self._rows.delete("DELETE FROM participants WHERE cycle = ?", (cycle,))
        self._rows.insert_many(
            "participants",
            ("cycle", "subject", "number"),
            [(cycle, subject, number) for subject, number in numbers.items()],
        )
