"""The register of what was done about the units' requests."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from thidua_desktop.domain.unit_requests import RequestAnswer, RequestStatus
from thidua_desktop.storage.rows import Rows


class RequestRegister:
    """Port `Requests`: the table `request_answer`."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def of_cycle(self, cycle: str) -> Mapping[str, RequestAnswer]:
        """The answers of a cycle by unit."""
        return {
            row["unit"]: RequestAnswer(
                row["cycle"],
                row["unit"],
                RequestStatus(row["status"]),
                row["asked"],
                row["answer"],
                dt.date.fromisoformat(row["changed_on"]),
            )
            for row in self._rows.select(
                "SELECT * FROM request_answer WHERE cycle = ? ORDER BY unit", (cycle,)
            )
        }

    def save(self, answer: RequestAnswer) -> None:
        """Write one answer in place of the former."""
        self._rows.upsert(
            "request_answer",
            {
                "cycle": answer.cycle,
                "unit": answer.unit,
                "status": answer.status.value,
                "asked": answer.asked,
                "answer": answer.answer,
                "changed_on": answer.changed_on.isoformat(),
            },
            ("cycle", "unit"),
        )
