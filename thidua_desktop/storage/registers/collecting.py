"""Forms given out, files that came in, and the self-reports they became."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from collections.abc import Mapping
from typing import Any

from thidua_desktop.application.records import (
    Attachment,
    Intake,
    IntakeOrigin,
    IntakeStatus,
    IssuedForm,
)
from thidua_desktop.domain.reasons import Issue, Severity
from thidua_desktop.domain.self_reports import ReportLine, SelfReport
from thidua_desktop.storage.registers.values import text_or_none
from thidua_desktop.storage.rows import Rows
from thidua_desktop.storage.value_json import from_plain, to_plain


class CollectingRegister:
    """Port `Collecting`."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def issued(self, cycle: str) -> tuple[IssuedForm, ...]:
        """The forms given out in a cycle, older versions included."""
        rows = self._rows.select(
            "SELECT * FROM issued_form WHERE cycle = ? ORDER BY unit, version", (cycle,)
        )
        return tuple(
            IssuedForm(
                form_id=row["form_id"],
                cycle=row["cycle"],
                unit=row["unit"],
                version=row["version"],
                issued_on=dt.date.fromisoformat(row["issued_on"]),
                check_code=row["check_code"],
            )
            for row in rows
        )

    def add_issued(self, form: IssuedForm) -> None:
        """Record a form that is given out."""
        self._rows.insert_many(
            "issued_form",
            ("form_id", "cycle", "unit", "version", "issued_on", "check_code"),
            [
                (
                    form.form_id,
                    form.cycle,
                    form.unit,
                    form.version,
                    form.issued_on.isoformat(),
                    form.check_code,
                )
            ],
        )

    def reports(self, cycle: str) -> Mapping[str, SelfReport]:
        """The accepted self-reports of a cycle by unit."""
        lines: dict[str, list[ReportLine]] = {}
        for unit, *values in self._rows.select(
            "SELECT unit, criterion, points, explanation, evidence FROM self_report_line"
            " WHERE cycle = ? ORDER BY unit, position",
            (cycle,),
        ):
            lines.setdefault(unit, []).append(ReportLine(*values))
        rows = self._rows.select("SELECT * FROM self_report WHERE cycle = ?", (cycle,))
        return {row["unit"]: _report(row, lines.get(row["unit"], [])) for row in rows}

    def accept(self, report: SelfReport, intake: int) -> None:
        """Write a self-report in place of the unit's earlier one."""
        key = (report.cycle, report.unit)
        self._rows.delete("DELETE FROM self_report_line WHERE cycle = ? AND unit = ?", key)
        self._rows.upsert(
            "self_report",
            {
                "cycle": report.cycle,
                "unit": report.unit,
                "intake": intake,
                "received_on": report.received_on.isoformat(),
                "file_name": report.file_name,
                "requests": report.requests,
                "highlights": report.highlights,
            },
            ("cycle", "unit"),
        )
        self._rows.insert_many(
            "self_report_line",
            ("cycle", "unit", "criterion", "position", "points", "explanation", "evidence"),
            [
                (*key, line.criterion, position, line.points, line.explanation, line.evidence)
                for position, line in enumerate(report.lines)
            ],
        )

    def intakes(self, cycle: str) -> tuple[Intake, ...]:
        """Every file that came in during a cycle, in order."""
        rows = self._rows.select("SELECT * FROM intake WHERE cycle = ? ORDER BY id", (cycle,))
        return tuple(_intake(row) for row in rows)

    def add_intake(self, intake: Intake) -> int:
        """Record a file that came in; give its number."""
        return self._rows.insert(
            "intake",
            {
                "cycle": intake.cycle,
                "file_name": intake.file_name,
                "sha256": intake.sha256,
                "modified_at": intake.modified_at,
                "received_on": intake.received_on.isoformat(),
                "unit": text_or_none(intake.unit),
                "status": intake.status,
                "issues": json.dumps([_issue_json(i) for i in intake.issues], ensure_ascii=False),
                "origin": intake.origin,
            },
        )

    def attachments(self) -> tuple[Attachment, ...]:
        """Every kept file."""
        rows = self._rows.select("SELECT sha256, size, name FROM attachment ORDER BY sha256")
        return tuple(Attachment(*row) for row in rows)

    def add_attachment(self, attachment: Attachment) -> None:
        """Record a kept file; the same content is recorded once."""
        if self._rows.select("SELECT 1 FROM attachment WHERE sha256 = ?", (attachment.sha256,)):
            return
        self._rows.insert_many(
            "attachment",
            ("sha256", "size", "name"),
            [(attachment.sha256, attachment.size, attachment.name)],
        )


def _report(row: sqlite3.Row, lines: list[ReportLine]) -> SelfReport:
    return SelfReport(
        cycle=row["cycle"],
        unit=row["unit"],
        received_on=dt.date.fromisoformat(row["received_on"]),
        file_name=row["file_name"],
        lines=tuple(lines),
        requests=row["requests"],
        highlights=row["highlights"],
    )


def _intake(row: sqlite3.Row) -> Intake:
    return Intake(
        id=row["id"],
        cycle=row["cycle"],
        file_name=row["file_name"],
        sha256=row["sha256"],
        modified_at=row["modified_at"],
        received_on=dt.date.fromisoformat(row["received_on"]),
        unit=row["unit"] or "",
        status=IntakeStatus(row["status"]),
        issues=tuple(_issue(value) for value in json.loads(row["issues"])),
        origin=IntakeOrigin(row["origin"]),
    )


def _issue_json(issue: Issue) -> dict[str, object]:
    return {
        "code": issue.code,
        "severity": issue.severity,
        "file": issue.file,
        "sheet": issue.sheet,
        "cell": issue.cell,
        "data": to_plain(issue.data),
    }


def _issue(value: dict[str, Any]) -> Issue:
    return Issue(
        code=value["code"],
        severity=Severity(value["severity"]),
        file=value["file"],
        sheet=value["sheet"],
        cell=value["cell"],
        data=from_plain(value["data"]),
    )
