"""The last net: a bug is written down with its trace, and told in one plain sentence."""

from __future__ import annotations

import logging
import os
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from thidua_desktop.domain.errors import ThiDuaError

BUG = 70
"""The exit code of a bug (design, section 5)."""

BUG_SENTENCE = (
    "Chương trình gặp lỗi ngoài dự kiến. Dữ liệu đã lưu vẫn nguyên vẹn. "
    "Hãy chạy lại; nếu lỗi lặp lại, gửi các dòng trên cho người hỗ trợ."
)

LOG_NAME = "thidua.log"
_KEPT_LOGS = 5
_LOG_SIZE = 1_000_000

_program_log = logging.getLogger("thidua_desktop")
_program_log.addHandler(logging.NullHandler())


@contextmanager
def logging_into(folder: Path) -> Iterator[None]:
    """Log into a rotating file of the folder; names and personal data never go in.

    Logging never stops work: where the folder can't be written, nothing is logged.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(
            folder / LOG_NAME,
            maxBytes=_LOG_SIZE,
            backupCount=_KEPT_LOGS,
            encoding="utf-8",
            delay=True,
        )
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    _program_log.addHandler(handler)
    try:
        yield
    except ThiDuaError as error:
        _program_log.warning("refused: %s", error.code)
        raise
    except Exception:
        _program_log.exception("unforeseen error")
        raise
    finally:
        _program_log.removeHandler(handler)
        handler.close()


def guarded(work: Callable[[], int]) -> int:
    """Run the program; a bug is shown with its trace and ends in its own exit code."""
    try:
        return work()
    except BrokenPipeError:
        # Who reads our output has heard enough, such as `head`; that is no fault of ours.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception:  # noqa: BLE001 - the process hook
        # The process's outermost net: whatever gets here is a bug, and nothing is half-written.
        traceback.print_exc()
        print(BUG_SENTENCE, file=sys.stderr)  # noqa: T201 - the texts may be what failed
        return BUG


def catch_bugs(tell: Callable[[BaseException], None]) -> None:
    """Send every unforeseen error of the window, of any thread, to the log and to `tell`."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        _program_log.critical("unforeseen error", exc_info=(kind, error, trace))
        traceback.print_exception(kind, error, trace)
        tell(error)

    sys.excepthook = hook
    threading.excepthook = lambda args: hook(
        args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
    )
