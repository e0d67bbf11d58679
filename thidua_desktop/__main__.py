"""The entry point: a command, or the window where none is given."""

from __future__ import annotations

import sys
from collections.abc import Sequence

READ_WORKBOOKS = "--read-workbooks"
"""How the frozen program starts itself as the guarded reader of strangers' workbooks."""


def main(words: Sequence[str] | None = None) -> int:
    """Run the program; give its exit code."""
    arguments = list(sys.argv[1:] if words is None else words)
    if READ_WORKBOOKS in arguments:
        from thidua_desktop.documents.excel.worker import worker_main

        return worker_main()
    from thidua_desktop.cli.main import parse, run

    parsed = parse(arguments)
    from thidua_desktop.system.crash import guarded

    def work() -> int:
        from thidua_desktop.bootstrap import Joiner

        joiner = Joiner.detect()
        if parsed.command:
            return run(joiner.program(), parsed)
        from thidua_desktop.ui.app import run_app

        return run_app(sys.argv[:1], joiner.launch(parsed.data))

    return guarded(work)


if __name__ == "__main__":
    sys.exit(main())
