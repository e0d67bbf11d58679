"""Run every `bench_*.py` beside this file and compare with the limits: `python -m tests.bench`.

A bench module has `run()`, which gives one `BenchRow` or a list of them.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.bench.row import BenchRow


def modules(wanted: list[str]) -> Iterator[str]:
    """Names of the bench modules, all or those whose name holds one of the words."""
    for path in sorted(Path(__file__).parent.glob("bench_*.py")):
        if not wanted or any(word in path.stem for word in wanted):
            yield f"tests.bench.{path.stem}"


def measure(module: str) -> list[BenchRow]:
    """The rows of one module."""
    found = importlib.import_module(module).run()
    return [found] if isinstance(found, BenchRow) else list(found)


def line(row: BenchRow, width: int) -> str:
    """A row of the table."""
    verdict = "ok" if row.is_within else "TOO SLOW"
    times = f"{row.floor * 1000:12.2f}{row.ours * 1000:12.2f}"
    return f"{row.name:<{width}}{times}{row.ratio:9.2f}{row.limit:9.2f}  {verdict}"


def main(wanted: list[str]) -> int:
    """Print the table; 1 if a limit is broken."""
    rows = [row for module in modules(wanted) for row in measure(module)]
    if not rows:
        print("no bench found")
        return 2
    width = max(len(row.name) for row in rows) + 2
    print(f"{'':<{width}}{'floor ms':>12}{'ours ms':>12}{'ratio':>9}{'limit':>9}")
    for row in rows:
        print(line(row, width))
    return 0 if all(row.is_within for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
