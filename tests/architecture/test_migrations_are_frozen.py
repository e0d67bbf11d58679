"""A migration that offices have run is never edited: their databases would differ for ever."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from tests.architecture.sources import ROOT

MIGRATIONS = ROOT / "db" / "migrations"
FROZEN = Path(__file__).with_name("frozen_migrations.txt")


def frozen() -> dict[str, str]:
    """Name and SHA-256 of each released migration; added to the list when a version is released."""
    lines = FROZEN.read_text(encoding="utf-8").splitlines()
    rows = [line.split() for line in lines if line and not line.startswith("#")]
    return {name: digest for digest, name in rows}


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).hexdigest()


def test_released_migrations_are_as_they_were() -> None:
    now = {path.name: digest(path) for path in MIGRATIONS.glob("*.sql")}
    assert {name: now.get(name) for name in frozen()} == frozen()


def test_migrations_are_numbered_without_gaps() -> None:
    names = sorted(path.name for path in MIGRATIONS.iterdir())
    assert names
    assert [name for name in names if not re.fullmatch(r"\d{4}_[a-z0-9_]+\.sql", name)] == []
    assert [int(name[:4]) for name in names] == list(range(1, len(names) + 1))
