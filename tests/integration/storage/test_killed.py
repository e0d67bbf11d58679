"""The program killed, or the machine stopped, at any moment: what was saved is there, whole."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.integration.storage.data_folder import (
    MIGRATIONS,
    add_units,
    opened,
    store_of,
    unit,
    unit_codes,
)
from thidua_desktop.storage.connection import DATABASE_NAME
from thidua_desktop.storage.store import SqliteStore

ROUNDS = int(os.environ.get("THIDUA_KILL_ROUNDS", "40"))
"""For a night: THIDUA_KILL_ROUNDS=20000 pytest tests/integration/storage/test_killed.py"""

SEED = int(os.environ.get("THIDUA_KILL_SEED", "1"))


@pytest.mark.skipif(sys.platform == "win32", reason="writers are forked")
def test_nothing_saved_is_lost_and_nothing_half_is_left(store: SqliteStore) -> None:
    store.close()
    ran = subprocess.run(
        [
            *(sys.executable, "-m", "tests.integration.storage.killed_writers"),
            *(store.folder, str(ROUNDS), str(SEED)),
        ],
        capture_output=True,
        text=True,
        check=True,
        cwd=MIGRATIONS.parents[1],
    )
    found = json.loads(ran.stdout)
    assert found["faults"] == []
    assert found["acknowledged"] >= ROUNDS, "the writers hardly lived"
    assert found["cut"] > 0, "nobody was killed at work"


def test_a_machine_that_stops_in_the_middle_of_an_operation_goes_back_to_before(
    store: SqliteStore, tmp_path: Path
) -> None:
    """The files as they stand at three moments of a large operation, as a power cut leaves them."""
    add_units(store, 1)
    pictures: list[tuple[Path, int]] = []
    with store.write("units_imported") as books:
        books._rows.select("PRAGMA cache_size = 4")  # type: ignore[attr-defined]
        for number in range(2, 302):
            books.units.add(unit(number))
            if number % 100 == 0:
                size = (store.folder / DATABASE_NAME).stat().st_size
                pictures.append((copied(store.folder, tmp_path / str(number)), size))
    assert len({size for _, size in pictures}) == len(pictures), "nothing reached the file early"
    for picture, _ in pictures:
        assert (picture / f"{DATABASE_NAME}-journal").stat().st_size > 0
        with opened(picture) as stopped:
            assert (unit_codes(stopped), stopped.check()) == (["DV001"], ())
            assert add_units(stopped, 2) == 5
    assert len(unit_codes(store)) == 301


def copied(folder: Path, target: Path) -> Path:
    target.mkdir()
    for path in folder.glob(f"{DATABASE_NAME}*"):
        shutil.copyfile(path, target / path.name)
    return target


WRITER = """
import sys, time
from pathlib import Path
from tests.integration.storage.data_folder import opened, unit
from thidua_desktop.domain.errors import EnvironmentFault

folder, rounds = Path(sys.argv[1]), int(sys.argv[2])
done = 0
while done < rounds:
    try:
        with opened(folder) as store:
            with store.write("office_changed") as books:
                office = books.office
                books.save_office(type(office)(late_cap=office.late_cap + 1))
            done += 1
    except EnvironmentFault as fault:
        assert fault.code in {"database_in_use", "database_locked"}, fault
    time.sleep(0.002)
"""

BARE_WRITER = """
import sys
from pathlib import Path
from tests.integration.storage.data_folder import store_of

store = store_of(Path(sys.argv[1]))
for _ in range(int(sys.argv[2])):
    with store.write("office_changed") as books:
        office = books.office
        books.save_office(type(office)(late_cap=office.late_cap + 1))
"""


@pytest.mark.parametrize(
    "program", [WRITER, BARE_WRITER], ids=["through the lock", "past the lock"]
)
def test_processes_that_count_up_together_lose_no_step(store: SqliteStore, program: str) -> None:
    """Each reads, adds one and writes; even where one went past the lock on purpose."""
    with store.read() as books:
        start = books.office.late_cap
    store.close()
    processes, rounds = 4, 12
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", program, store.folder, str(rounds)], cwd=MIGRATIONS.parents[1]
        )
        for _ in range(processes)
    ]
    assert [writer.wait() for writer in writers] == [0] * processes
    reader = store_of(store.folder)
    with reader.read() as books:
        assert books.office.late_cap == start + processes * rounds
    assert len(reader.operations()) == 3 + processes * rounds
    assert reader.check() == ()
