"""The register of awards given elsewhere or before, with what was said of their recipients."""

from __future__ import annotations

import sqlite3

from thidua_desktop.domain.award_forms import AwardLevel, CommendationType
from thidua_desktop.domain.awards.cases import CaseSubject, EarlierAward, RecipientWord
from thidua_desktop.domain.awards.facts import Achievement
from thidua_desktop.domain.kinds import SubjectKind
from thidua_desktop.storage.registers.case_subjects import case_subject, subject_row
from thidua_desktop.storage.registers.values import date_or_none, iso_or_none
from thidua_desktop.storage.rows import Rows, SqlValue


class EarlierAwardRegister:
    """Port `EarlierAwards`."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def all(self) -> tuple[EarlierAward, ...]:
        """Every award given elsewhere or before, the newest first."""
        rows = self._rows.select(
            "SELECT * FROM earlier_award ORDER BY coalesce(decided_on, period_to) DESC, id DESC"
        )
        return tuple(_earlier(row) for row in rows)

    def get(self, number: int) -> EarlierAward:
        """One of them.

        Raises:
            NotFound: there is none.
        """
        row = self._rows.one(
            "earlier_award_unknown", "SELECT * FROM earlier_award WHERE id = ?", (number,)
        )
        return _earlier(row)

    def add(self, award: EarlierAward) -> int:
        """Add one; give its number."""
        return self._rows.insert("earlier_award", _earlier_row(award))

    def remove(self, number: int) -> None:
        """Take one out that was recorded by mistake, with what was said of its recipient."""
        self._rows.delete("DELETE FROM recipient_word WHERE earlier_award = ?", (number,))
        self._rows.delete("DELETE FROM earlier_award WHERE id = ?", (number,))

    def words(self) -> tuple[RecipientWord, ...]:
        """What the officer said of names that look alike."""
        rows = self._rows.select("SELECT * FROM recipient_word ORDER BY id")
        return tuple(
            RecipientWord(row["earlier_award"], case_subject(row), bool(row["is_same"]))
            for row in rows
        )

    def save_word(self, word: RecipientWord) -> None:
        """Write it over what was said before."""
        self.remove_word(word.earlier_award, word.subject)
        row = {"earlier_award": word.earlier_award, "is_same": int(word.is_same)}
        self._rows.insert("recipient_word", {**row, **subject_row(word.subject)})

    def remove_word(self, earlier_award: int, subject: CaseSubject) -> None:
        """Leave it open again."""
        column = "person" if subject.is_person else "unit"
        self._rows.delete(
            f"DELETE FROM recipient_word WHERE earlier_award = ? AND {column} = ?",  # noqa: S608
            (earlier_award, subject.code),
        )


def _earlier(row: sqlite3.Row) -> EarlierAward:
    has_owner = row["unit"] is not None or row["person"] is not None
    return EarlierAward(
        id=row["id"],
        recipient=row["recipient"],
        subject=SubjectKind(row["subject"]),
        owner=case_subject(row) if has_owner else None,
        award=row["award"],
        name=row["name"],
        level=AwardLevel(row["level"]) if row["level"] else None,
        commendation=CommendationType(row["commendation"]) if row["commendation"] else None,
        number=row["number"],
        decided_on=date_or_none(row["decided_on"]),
        achievement=Achievement(
            movement=row["movement"],
            period_from=date_or_none(row["period_from"]),
            period_to=date_or_none(row["period_to"]),
            text=row["achievement"],
        ),
    )


def _earlier_row(award: EarlierAward) -> dict[str, SqlValue]:
    told = award.achievement
    return subject_row(award.owner) | {
        "recipient": award.recipient,
        "subject": award.subject,
        "award": award.award,
        "name": award.name,
        "level": award.level,
        "commendation": award.commendation,
        "number": award.number,
        "decided_on": iso_or_none(award.decided_on),
        "movement": told.movement,
        "achievement": told.text,
        "period_from": iso_or_none(told.period_from),
        "period_to": iso_or_none(told.period_to),
    }
