"""The register of files that prove what units say."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from thidua_desktop.domain.errors import NotFound
from thidua_desktop.domain.evidence import Evidence
from thidua_desktop.storage.rows import Rows

_COLUMNS = (
    "SELECT e.cycle, e.unit, e.criterion, e.attachment, e.title, a.size, e.is_named"
    " FROM evidence e JOIN attachment a ON a.sha256 = e.attachment"
)
_KEYS = ("cycle", "unit", "criterion", "attachment")


class EvidenceRegister:
    """Port `EvidenceBook`: the table `evidence`."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def of_cycle(self, cycle: str) -> tuple[Evidence, ...]:
        """The links of a cycle by unit, criterion and title."""
        sql = f"{_COLUMNS} WHERE e.cycle = ? ORDER BY e.unit, e.criterion, e.title, e.attachment"
        return tuple(_evidence(row) for row in self._rows.select(sql, (cycle,)))

    def get(self, cycle: str, unit: str, criterion: str, sha256: str) -> Evidence:
        """One link.

        Raises:
            NotFound: there is no such link.
        """
        sql = f"{_COLUMNS} WHERE e.cycle = ? AND e.unit = ? AND e.criterion = ? AND a.sha256 = ?"
        rows = self._rows.select(sql, (cycle, unit, criterion, sha256))
        if not rows:
            raise NotFound("evidence_unknown", key=sha256)
        return _evidence(rows[0])

    def save(self, evidence: Evidence) -> None:
        """Write one link; its content has to be recorded already."""
        self._rows.upsert(
            "evidence",
            {
                "cycle": evidence.cycle,
                "unit": evidence.unit,
                "criterion": evidence.criterion,
                "attachment": evidence.sha256,
                "title": evidence.title,
                "is_named": int(evidence.is_named),
            },
            _KEYS,
        )

    def remove(self, evidence: Evidence) -> None:
        """Take one link out; the content stays for other links and for an undo."""
        self._rows.delete(
            "DELETE FROM evidence"
            " WHERE cycle = ? AND unit = ? AND criterion = ? AND attachment = ?",
            (evidence.cycle, evidence.unit, evidence.criterion, evidence.sha256),
        )


def _evidence(row: Iterable[Any]) -> Evidence:
    cycle, unit, criterion, sha256, title, size, is_named = row
    return Evidence(cycle, unit, criterion, sha256, title, size, bool(is_named))
