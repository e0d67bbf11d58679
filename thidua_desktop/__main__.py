"""The entry point: a command, or the window where none is given."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

READ_WORKBOOKS = "--read-workbooks"
"""How the frozen program starts itself as the guarded reader of strangers' workbooks."""


def main(words: Sequence[str] | None = None) -> int:
    """Run the program; give its exit code."""
    arguments = list(sys.argv[1:] if words is None else words)
    if READ_WORKBOOKS in arguments:
        from thidua_desktop.documents.excel.worker import worker_main

        return worker_main()
    from thidua_desktop.system.crash import guarded

    return guarded(lambda: _command(arguments) if arguments else _window(None))


def _command(arguments: Sequence[str]) -> int:
    """Run one command; only `--data` without a command still opens the window."""
    from thidua_desktop.bootstrap import Joiner
    from thidua_desktop.cli.main import parse, run

    parsed = parse(arguments)
    if not parsed.command:
        return _window(parsed.data)
    return run(Joiner.detect().program(), parsed)


def _window(data: Path | None) -> int:
    """Open the window; the command line's grammar is not loaded for it."""
    from thidua_desktop.bootstrap import Joiner
    from thidua_desktop.ui.app import run_app

    return run_app(sys.argv[:1], Joiner.detect().launch(data))


if __name__ == "__main__":
    sys.exit(main())
