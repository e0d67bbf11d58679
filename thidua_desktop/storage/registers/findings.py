"""The register of what was said of findings, and of the office's own thresholds."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict, replace

from thidua_desktop.domain.findings.finding import FindingKey, FindingKind, FindingReview
from thidua_desktop.domain.findings.limits import PROPOSED_LIMITS, FindingLimits
from thidua_desktop.storage.rows import Rows

_KEYS = ("cycle", "unit", "kind", "criterion", "about")


class FindingRegister:
    """Port `Findings`: the tables `finding_review` and `finding_limit`."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def reviews(self, cycle: str) -> tuple[FindingReview, ...]:
        """What was said in a cycle."""
        return tuple(
            FindingReview(
                row["cycle"],
                FindingKey(row["unit"], FindingKind(row["kind"]), row["criterion"], row["about"]),
                row["seen"],
                row["note"],
                dt.date.fromisoformat(row["reviewed_on"]),
            )
            for row in self._rows.select(
                "SELECT * FROM finding_review WHERE cycle = ?"
                " ORDER BY unit, kind, criterion, about",
                (cycle,),
            )
        )

    def save_review(self, review: FindingReview) -> None:
        """Write what is said, in place of what was said before."""
        key = review.key
        self._rows.upsert(
            "finding_review",
            {
                "cycle": review.cycle,
                "unit": key.unit,
                "kind": key.kind.value,
                "criterion": key.criterion,
                "about": key.about,
                "seen": review.seen,
                "note": review.note,
                "reviewed_on": review.reviewed_on.isoformat(),
            },
            _KEYS,
        )

    def remove_review(self, cycle: str, key: FindingKey) -> None:
        """Say nothing of a finding again."""
        self._rows.delete(
            "DELETE FROM finding_review WHERE cycle = ? AND unit = ? AND kind = ?"
            " AND criterion = ? AND about = ?",
            (cycle, key.unit, key.kind.value, key.criterion, key.about),
        )

    def limits(self) -> FindingLimits:
        """The thresholds: the office's own, else the proposed ones."""
        own = {
            row["code"]: row["value"]
            for row in self._rows.select("SELECT code, value FROM finding_limit")
        }
        return replace(PROPOSED_LIMITS, **own)

    def save_limits(self, limits: FindingLimits) -> None:
        """Write the thresholds; those as proposed are left to the program."""
        proposed = asdict(PROPOSED_LIMITS)
        for code, value in asdict(limits).items():
            if value == proposed[code]:
                self._rows.delete("DELETE FROM finding_limit WHERE code = ?", (code,))
            else:
                self._rows.upsert("finding_limit", {"code": code, "value": value}, ("code",))
