"""The adopted plan, its groups, and what the office edits: criteria and quotas."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from collections.abc import Mapping, Sequence

from thidua_desktop.domain.kinds import Basis, CycleKind, QuotaKind, SubjectKind
from thidua_desktop.domain.plan import Plan, QuotaRule, UnitGroup
from thidua_desktop.domain.scoring.criterion import CriteriaSet, Criterion, Method, Role
from thidua_desktop.storage.rows import Rows, SqlValue

_CRITERION_COLUMNS = (
    "criteria_set",
    "code",
    "position",
    "text",
    "max_points",
    "method",
    "role",
    "content_area",
    "requires_evidence",
    "params",
)


class PlanRegister:
    """Port `Plans`."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def adopt(self, plan: Plan, source: str, adopted_on: dt.date) -> None:
        """Take a plan as the office's own: its text, groups, working criteria and quotas.

        Groups and working criteria that it has no more go, but for groups that units stand in.
        """
        self._rows.upsert(
            "adopted_plan",
            {"id": 1, "slug": plan.slug, "source": source, "adopted_on": adopted_on.isoformat()},
            ("id",),
        )
        for position, group in enumerate(plan.groups):
            self._rows.upsert("unit_group", _group_row(group, position), ("code",))
        kept = {group.code for group in plan.groups}
        for group in self.groups():
            if group.code not in kept:
                self._rows.delete(
                    "DELETE FROM unit_group WHERE code = ?"
                    " AND code NOT IN (SELECT unit_group FROM unit)",
                    (group.code,),
                )
        for audience in plan.audiences:
            self.save_criteria_set(audience.criteria, None)
        judged = {audience.code for audience in plan.audiences}
        for audience_code in set(self.criteria_sets(None)) - judged:
            self._remove_working_set(audience_code)
        self.save_quotas(plan.quotas)

    def _remove_working_set(self, audience: str) -> None:
        for row in self._rows.select(
            "SELECT id FROM criteria_set WHERE audience = ? AND cycle IS NULL", (audience,)
        ):
            self._rows.delete("DELETE FROM criterion WHERE criteria_set = ?", (row["id"],))
            self._rows.delete("DELETE FROM criteria_set WHERE id = ?", (row["id"],))

    def slug(self) -> str:
        """The slug of the adopted plan."""
        return str(self._adopted()["slug"])

    def source(self) -> str:
        """The adopted plan's text."""
        return str(self._adopted()["source"])

    def _adopted(self) -> sqlite3.Row:
        return self._rows.one("plan_missing", "SELECT * FROM adopted_plan WHERE id = ?", (1,))

    def groups(self) -> tuple[UnitGroup, ...]:
        """The unit groups in the plan's order."""
        rows = self._rows.select("SELECT * FROM unit_group ORDER BY position")
        return tuple(_group(row) for row in rows)

    def criteria_sets(self, cycle: str | None) -> Mapping[str, CriteriaSet]:
        """The criteria sets by audience; the working sets for `None`."""
        sets = self._rows.select("SELECT * FROM criteria_set WHERE cycle IS ?", (cycle,))
        criteria = self._rows.select(
            "SELECT criterion.* FROM criterion JOIN criteria_set ON criteria_set = criteria_set.id"
            " WHERE cycle IS ? ORDER BY criteria_set, position",
            (cycle,),
        )
        return {
            row["audience"]: CriteriaSet(
                audience=row["audience"],
                criteria=tuple(_criterion(c) for c in criteria if c["criteria_set"] == row["id"]),
                bonus_cap=row["bonus_cap"],
                penalty_cap=row["penalty_cap"],
            )
            for row in sets
        }

    def save_criteria_set(self, criteria_set: CriteriaSet, cycle: str | None) -> None:
        """Write a criteria set whole, in place of the one of the same audience and cycle."""
        found = self._rows.select(
            "SELECT id FROM criteria_set WHERE audience = ? AND cycle IS ?",
            (criteria_set.audience, cycle),
        )
        row: dict[str, SqlValue] = {
            "cycle": cycle,
            "audience": criteria_set.audience,
            "bonus_cap": criteria_set.bonus_cap,
            "penalty_cap": criteria_set.penalty_cap,
        }
        if found:
            number = int(found[0]["id"])
            self._rows.update("criteria_set", number, row)
            self._rows.delete("DELETE FROM criterion WHERE criteria_set = ?", (number,))
        else:
            number = self._rows.insert("criteria_set", row)
        self._rows.insert_many(
            "criterion",
            _CRITERION_COLUMNS,
            [_criterion_row(number, p, c) for p, c in enumerate(criteria_set.criteria)],
        )

    def quotas(self) -> tuple[QuotaRule, ...]:
        """The quota lines in force."""
        rows = self._rows.select("SELECT * FROM quota ORDER BY kind, award, subject")
        return tuple(
            QuotaRule(
                kind=CycleKind(row["kind"]),
                award=row["award"],
                subject=SubjectKind(row["subject"]),
                maximum=row["maximum"],
                scope=row["scope"],
                text=row["text"],
                formula=QuotaKind(row["formula"]),
                shared_with=tuple(map(SubjectKind, row["shared_with"].split())),
            )
            for row in rows
        )

    def save_quotas(self, quotas: Sequence[QuotaRule]) -> None:
        """Write the quota lines whole."""
        self._rows.delete("DELETE FROM quota", ())
        self._rows.insert_many(
            "quota",
            _QUOTA_COLUMNS,
            [
                (
                    *(q.kind, q.award, q.subject, q.maximum, q.scope, q.text),
                    *(q.formula, " ".join(q.shared_with)),
                )
                for q in quotas
            ],
        )


_QUOTA_COLUMNS = (
    *("kind", "award", "subject", "maximum", "scope", "text"),
    *("formula", "shared_with"),
)


def _group(row: sqlite3.Row) -> UnitGroup:
    return UnitGroup(
        code=row["code"],
        name=row["name"],
        audience=row["audience"],
        basis=Basis(row["basis"]),
        note=row["note"],
        subject=SubjectKind(row["subject"]),
        keywords=tuple(json.loads(row["keywords"])),
    )


def _group_row(group: UnitGroup, position: int) -> dict[str, SqlValue]:
    return {
        "code": group.code,
        "position": position,
        "name": group.name,
        "audience": group.audience,
        "basis": group.basis,
        "note": group.note,
        "subject": group.subject,
        "keywords": json.dumps(group.keywords, ensure_ascii=False),
    }


def _criterion(row: sqlite3.Row) -> Criterion:
    params = json.loads(row["params"])
    return Criterion(
        code=row["code"],
        text=row["text"],
        max_points=row["max_points"],
        method=Method(row["method"]),
        role=Role(row["role"]),
        content_area=row["content_area"],
        requires_evidence=bool(row["requires_evidence"]),
        params={key: _param(value) for key, value in params.items()},
    )


def _param(value: int | list[list[int]]) -> int | tuple[tuple[int, int], ...]:
    if isinstance(value, int):
        return value
    return tuple((first, second) for first, second in value)


def _criterion_row(number: int, position: int, criterion: Criterion) -> tuple[SqlValue, ...]:
    return (
        number,
        criterion.code,
        position,
        criterion.text,
        criterion.max_points,
        criterion.method,
        criterion.role,
        criterion.content_area,
        int(criterion.requires_evidence),
        json.dumps(dict(criterion.params)),
    )
