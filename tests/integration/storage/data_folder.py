"""A data folder as an office has it, for the tests of the store: real files, made-up units."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.cycles_in_hand import year_cycle
from thidua_desktop.application.records import BackupMade
from thidua_desktop.domain.errors import ThiDuaError
from thidua_desktop.domain.kinds import Basis, CommuneKind, CycleKind, SubjectKind
from thidua_desktop.domain.plan import (
    Audience,
    Commune,
    Plan,
    QuotaRule,
    Signature,
    UnitGroup,
)
from thidua_desktop.domain.scoring.criterion import CriteriaSet, Criterion, Method, Role
from thidua_desktop.domain.self_reports import ReportLine, SelfReport
from thidua_desktop.domain.units import Person, Unit
from thidua_desktop.storage.connection import DATABASE_NAME
from thidua_desktop.storage.restoring import unpack_backup
from thidua_desktop.storage.store import SqliteStore, StorePlaces
from thidua_desktop.system.clock import FixedClock

MIGRATIONS = Path(__file__).parents[3] / "db" / "migrations"
DAY = dt.date(2026, 11, 2)
CYCLE = "2026-annual"
ACTOR = "lan@vp-01"

CRITERIA = CriteriaSet(
    audience="truong",
    criteria=(
        Criterion("1.1", "Có kế hoạch thi đua", 4000, Method.BINARY, content_area="ke-hoach"),
        Criterion(
            "1.2",
            "Tỷ lệ hồ sơ đúng hạn",
            6000,
            Method.STEPS,
            requires_evidence=True,
            params={"steps": ((5000, 3000), (9000, 6000)), "points_each": 1},
        ),
        Criterion("2.1", "Mô hình mới", 500, role=Role.BONUS),
    ),
    bonus_cap=500,
    penalty_cap=0,
)
GROUP = UnitGroup(
    code="truong-hoc",
    name="Trường học",
    audience="truong",
    basis=Basis.PLAN,
    note="",
    subject=SubjectKind.COLLECTIVE,
    keywords=("truong", "mam non"),
)
QUOTA = QuotaRule(
    CycleKind.ANNUAL, "giay_khen_xa", SubjectKind.COLLECTIVE, 10, "commune", "10 tập thể"
)
PLAN = Plan(
    slug="xa-vi-du",
    title="Phong trào thi đua của xã Ví Dụ",
    movement="Cả xã thi đua",
    number="",
    issued_on=None,
    first_year=2026,
    last_year=2030,
    source="viết để thử",
    points_note="",
    commune=Commune(CommuneKind.XA, "Ví Dụ", "tỉnh Thử", "Ví Dụ", "xóm", "Phòng Văn hóa - Xã hội"),
    signature=Signature(("CHỦ TỊCH",), "VT"),
    legal_bases=(),
    content_areas=(),
    audiences=(
        Audience("truong", "a)", "Trường học", SubjectKind.COLLECTIVE, Basis.PLAN, "", CRITERIA),
    ),
    groups=(GROUP,),
    stages=(),
    reports=(),
    ladder=(),
    award_standard="",
    quotas=(QUOTA,),
    duties=(),
    recipients=(),
)


def store_of(folder: Path, actor: str = ACTOR, migrations: Path = MIGRATIONS) -> SqliteStore:
    """The store of a folder, not yet opened."""
    return SqliteStore(StorePlaces(folder, migrations, actor), FixedClock(DAY))


def new_store(folder: Path) -> SqliteStore:
    """A new data folder with a plan and an open cycle: operations 1 to 3, held."""
    store = store_of(folder)
    store.create()
    with store.write("plan_adopted", plan=PLAN.slug) as books:
        books.plans.adopt(PLAN, "kế hoạch", DAY)
    with store.write("cycle_opened", cycle=CYCLE) as books:
        books.cycles.add(year_cycle(DAY, dt.date(2026, 12, 10)))
        books.plans.save_criteria_set(CRITERIA, CYCLE)
    return store


@contextmanager
def opened(folder: Path) -> Iterator[SqliteStore]:
    """Hold an existing data folder while the block runs."""
    store = store_of(folder)
    store.open()
    try:
        yield store
    finally:
        store.close()


def unit(number: int, name: str = "") -> Unit:
    """The unit with this number."""
    return Unit(f"DV{number:03}", name or f"Trường số {number}", GROUP.code, GROUP.subject)


def add_units(store: SqliteStore, *numbers: int) -> int:
    """Add units in one operation; give its number."""
    with store.write("units_imported", file="ds.xlsx", count=len(numbers)) as books:
        for number in numbers:
            books.units.add(unit(number))
        return books.operation


def person(number: int, unit_code: str = "") -> Person:
    """The person with this number."""
    return Person(f"CN{number:04}", f"Nguyễn Văn {number}", unit=unit_code)


def report(unit_code: str, *points: int, file: str = "phieu.xlsx") -> SelfReport:
    """A unit's report with these points, in order of the criteria."""
    lines = tuple(
        ReportLine(criterion.code, value, "đã làm", "Báo cáo số 1")
        for criterion, value in zip(CRITERIA.criteria, points, strict=False)
    )
    return SelfReport(CYCLE, unit_code, DAY, file, lines)


def unit_codes(store: SqliteStore) -> list[str]:
    """The codes of the units there are."""
    with store.read() as books:
        return sorted(found.code for found in books.units.all())


@contextmanager
def outsider(folder: Path) -> Iterator[sqlite3.Connection]:
    """The database in a stranger's tool: plain SQLite, none of our settings.

    But for one: Windows lets nobody delete a rollback journal that our connection holds open.
    """
    with closing(sqlite3.connect(folder / DATABASE_NAME, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = TRUNCATE")
        yield connection


def everything(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, the journal included."""
    with outsider(folder) as connection:
        names = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        ).fetchall()
        return {
            name: sorted(connection.execute(f'SELECT * FROM "{name}"').fetchall(), key=repr)
            for (name,) in names
        }


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its content."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def refusal(act: Callable[[], object]) -> ThiDuaError:
    """The fault with which something is refused."""
    with pytest.raises(ThiDuaError) as caught:
        act()
    return caught.value


def restored(made: BackupMade | Path, folder: Path) -> Path:
    """The folder into which a backup was restored."""
    unpack_backup(made if isinstance(made, Path) else made.path, folder)
    return folder
