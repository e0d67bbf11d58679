"""Writers that are killed at a random moment, and what is found in the data folder after each.

``python -m tests.integration.storage.killed_writers FOLDER ROUNDS SEED`` prints one JSON object.
One process that has everything loaded forks each writer: starting Python anew for each would
take longer than its life.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path
from random import Random

from tests.integration.storage.data_folder import opened, unit
from thidua_desktop.storage.store import SqliteStore

SMALL, LARGE = 3, 80
"""Units in an operation; a large one does not fit into SQLite's cache and is written early."""


CHECKED_EVERY = 10
"""The check of everything takes longer with each round; opening looks at the file each time."""


@dataclass
class Found:
    """What all rounds together left.

    Attributes:
        acknowledged: operations that a writer said were saved.
        unheard: operations that were saved while the writer was being killed.
        cut: writers that were killed within an operation.
        faults: lost or half operations, and anything that the check of the data found.
    """

    acknowledged: int = 0
    unheard: int = 0
    cut: int = 0
    faults: list[str] = field(default_factory=list)


def write_for_ever(store: SqliteStore, chance: Random, pipe: int) -> None:
    """Add units, saying each time which operation has begun and which is saved."""
    while True:
        size = LARGE if chance.random() < 0.3 else SMALL
        os.write(pipe, b"begun\n")
        with store.write("units_imported", count=size) as books:
            books._rows.select("PRAGMA cache_size = 4")  # type: ignore[attr-defined]
            for _ in range(size):
                code = books.units.next_code()
                books.units.add(unit(int(code[2:])))
            number = books.operation
        os.write(pipe, f"{number}\n".encode())


def let_one_live(folder: Path, chance: Random) -> list[str]:
    """Fork a writer, let it save a few operations, kill it soon after; give what it said."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        with opened(folder) as store:
            write_for_ever(store, chance, writing)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        said = [pipe.readline().strip() for _ in range(chance.randrange(4) * 2 + 1)]
        time.sleep(chance.uniform(0, 0.03))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        return [*said, *pipe.read().splitlines()]


def look(folder: Path, said: list[str], known: int, found: Found) -> int:
    """Compare what is there with what the writer said; give the newest operation."""
    acknowledged = {int(line) for line in said if line != "begun"}
    with opened(folder) as store:
        there = {operation.id: operation for operation in store.operations(limit=-1)}
        found.faults += [f"lost: {number}" for number in acknowledged - there.keys()]
        found.faults += [
            f"half: {operation.id}"
            for operation in there.values()
            if operation.changes != operation.data.get("count", operation.changes)
        ]
    new = {number for number in there if number > known}
    found.acknowledged += len(acknowledged)
    found.unheard += len(new - acknowledged)
    found.cut += said.count("begun") > len(new)
    return max(there)


def main(folder: Path, rounds: int, seed: int) -> Found:
    """Run the rounds."""
    found, known = Found(), 0
    with opened(folder) as store:
        known = store.operations(limit=1)[0].id
    for number in range(rounds):
        chance = Random(seed * 100_000 + number)  # noqa: S311 - the same moments each time
        known = look(folder, let_one_live(folder, chance), known, found)
        if number % CHECKED_EVERY == 0 or number == rounds - 1:
            with opened(folder) as store:
                found.faults += [str(problem) for problem in store.check()]
    return found


if __name__ == "__main__":
    print(json.dumps(asdict(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])))))  # noqa: T201
