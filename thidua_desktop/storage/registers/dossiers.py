"""The register of what was said of dossiers, and of what the province asks for them."""

from __future__ import annotations

import datetime as dt

from thidua_desktop.domain.dossier_parts import DossierMark, DossierRelease, DossierRule, PartNeed
from thidua_desktop.storage.rows import Rows


class DossierRegister:
    """Port `Dossiers`: the tables `dossier_mark` and `dossier_rule`."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def marks(self) -> tuple[DossierMark, ...]:
        """Every mark."""
        return tuple(
            DossierMark(
                proposal=row["proposal"],
                part=row["part"],
                is_there=bool(row["is_there"]),
                note=row["note"],
                marked_on=dt.date.fromisoformat(row["marked_on"]),
                attachment=row["attachment"] or "",
            )
            for row in self._rows.select("SELECT * FROM dossier_mark ORDER BY proposal, part")
        )

    def save_mark(self, mark: DossierMark) -> None:
        """Write what is said of one part, in place of what was said before."""
        self._rows.upsert(
            "dossier_mark",
            {
                "proposal": mark.proposal,
                "part": mark.part,
                "is_there": int(mark.is_there),
                "note": mark.note,
                "attachment": mark.attachment or None,
                "marked_on": mark.marked_on.isoformat(),
            },
            ("proposal", "part"),
        )

    def remove_mark(self, proposal: int, part: str) -> None:
        """Say nothing of a part again."""
        self._rows.delete(
            "DELETE FROM dossier_mark WHERE proposal = ? AND part = ?", (proposal, part)
        )

    def rules(self) -> tuple[DossierRule, ...]:
        """What the province asks otherwise."""
        return tuple(
            DossierRule(
                row["award"], row["part"], PartNeed(row["need"]), row["text"], row["citation"]
            )
            for row in self._rows.select("SELECT * FROM dossier_rule ORDER BY award, part")
        )

    def save_rule(self, rule: DossierRule) -> None:
        """Write one rule of the province."""
        row = {
            "award": rule.award,
            "part": rule.part,
            "need": rule.need.value,
            "text": rule.text,
            "citation": rule.citation,
        }
        self._rows.upsert("dossier_rule", row, ("award", "part"))

    def add_release(self, release: DossierRelease) -> None:
        """Write why dossiers went out although parts were open."""
        self._rows.insert(
            "dossier_release",
            {
                "cycle": release.cycle,
                "released_on": release.released_on.isoformat(),
                "unfinished": release.unfinished,
                "despite": release.despite,
            },
        )

    def remove_rule(self, award: str, part: str) -> None:
        """Go by the rule pack again."""
        self._rows.delete("DELETE FROM dossier_rule WHERE award = ? AND part = ?", (award, part))
