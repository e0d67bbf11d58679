"""One bit of the live file turns: data never change unseen."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from tests.integration.storage.data_folder import (
    add_units,
    everything,
    new_store,
    opened,
    report,
)
from thidua_desktop.domain.errors import EnvironmentFault, InputError
from thidua_desktop.storage.connection import DATABASE_NAME

FLIPS = 60

UNPROVED = {"_sqlite_migrations"}
"""The library's own note of the day on which each migration ran; nothing reads it back."""


@pytest.fixture(scope="module")
def worked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with some work in it, and little empty space."""
    folder = tmp_path_factory.mktemp("worked") / "data"
    store = new_store(folder)
    add_units(store, *range(1, 40))
    with store.write("forms_collected") as books:
        for number in range(1, 40):
            taken = report(f"DV{number:03}", 4000, 3000, 500)
            row = books.collecting._rows.insert(  # type: ignore[attr-defined]
                "intake",
                {
                    "cycle": taken.cycle,
                    "file_name": taken.file_name,
                    "received_on": "2026-11-02",
                    "status": "accepted",
                },
            )
            books.collecting.accept(taken, row)
    store.close()
    return folder


def finds_a_fault(folder: Path) -> bool:
    """Whether opening refuses the file by name, or the check names a problem."""
    try:
        with opened(folder) as store:
            return bool(store.check())
    except (InputError, EnvironmentFault):
        return True


def test_a_turned_bit_is_found_or_means_nothing(worked: Path) -> None:
    path = worked / DATABASE_NAME
    whole, data = path.read_bytes(), everything(worked)
    chance = Random(2026)  # noqa: S311 - the same places each time
    unseen, found = [], 0
    try:
        for place in sorted(chance.sample(range(len(whole)), FLIPS)):
            bit = chance.randrange(8)
            content = bytearray(whole)
            content[place] ^= 1 << bit
            path.write_bytes(content)
            if finds_a_fault(worked):
                found += 1
            elif differing(data, worked):
                unseen.append((place, bit, differing(data, worked)))
    finally:
        path.write_bytes(whole)
    assert unseen == []
    # Of a small office much is empty: each table that nothing stands in is a page of its own.
    assert found > FLIPS // 4


def differing(data: dict[str, list[tuple[object, ...]]], folder: Path) -> set[str]:
    now = everything(folder)
    return {name for name in data.keys() | now.keys() if data.get(name) != now.get(name)} - UNPROVED
