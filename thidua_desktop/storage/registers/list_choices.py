"""The register of what the officer decided about single candidates of a list."""

from __future__ import annotations

from thidua_desktop.domain.awards.quota_line import ListChoice, ListChoiceKind
from thidua_desktop.domain.kinds import SubjectKind
from thidua_desktop.storage.rows import Rows


class ListChoiceRegister:
    """Port `ListChoices`: the table of choices, one for a candidate of an award of a cycle."""

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
