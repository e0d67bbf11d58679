"""The last net: a bug is written down with its trace, and told in one plain sentence."""

from __future__ import annotations

import faulthandler
import logging
import sys
import threading
import traceback
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

log = logging.getLogger(__name__)

_KEPT_LOGS = 5
_LOG_SIZE = 1_000_000

Told = Callable[[BaseException], None]


def start_logging(folder: Path) -> Path:
    """Log into a rotating file of the folder; names and personal data never go in."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "thidua.log"
    handler = RotatingFileHandler(
        file, maxBytes=_LOG_SIZE, backupCount=_KEPT_LOGS, encoding="utf-8"
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    return file


BUG = 70
"""The exit code of a bug (design, section 5)."""


def guarded(work: Callable[[], int]) -> int:
    """Run the program; a bug is logged, told, and ends in its own exit code."""
    try:
        return work()
    except Exception:
        # The process's outermost net: whatever gets here is a bug, and nothing is half-written.
        log.exception("unforeseen error")
        traceback.print_exc()
        return BUG


def catch_bugs(tell: Told) -> None:
    """Send every unforeseen error, of any thread, to the log and to `tell`."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        log.critical("unforeseen error", exc_info=(kind, error, trace))
        tell(error)

    sys.excepthook = hook
    threading.excepthook = lambda args: hook(
        args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
    )
    if sys.stderr is not None and sys.stderr.isatty():
        faulthandler.enable()
