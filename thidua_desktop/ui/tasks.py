"""Runs use cases away from the GUI thread and brings the outcome back to it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from thidua_desktop.application.progress import Cancelled, Progress

T = TypeVar("T")

SHORTEST_PAUSE = 0.05
"""Seconds between two reports of progress; more often would only keep the window busy."""

Done = Callable[[T], None]
Failed = Callable[[Exception], None]


@dataclass(frozen=True, slots=True)
class Advance:
    """How far a task is."""

    done: int
    total: int
    label: str = ""


Hear = Callable[[Advance], None]


class Task:
    """A task under way, which its starter may stop."""

    def __init__(self) -> None:
        self._stop = threading.Event()

    def cancel(self) -> None:
        """Let the task end at its next step."""
        self._stop.set()

    @property
    def is_cancelled(self) -> bool:
        """Whether somebody asked it to end."""
        return self._stop.is_set()


class TaskRunner(Protocol):
    """Runs work and calls exactly one of `done` and `failed` on the GUI thread."""

    def run(
        self,
        work: Callable[[Progress], T],
        done: Done[T],
        failed: Failed,
        progress: Hear | None = None,
    ) -> Task:
        """Start the work; it hears through its argument whether it has to stop."""
        ...

    def close(self) -> None:
        """Let what is under way end and refuse new work."""
        ...


class _Reporter:
    """The `Progress` that a use case is given: throttled, and the place where it is stopped."""

    def __init__(self, task: Task, tell: Hear | None, pause: float = SHORTEST_PAUSE) -> None:
        self._task = task
        self._tell = tell
        self._pause = pause
        self._last = -pause

    def __call__(self, done: int, total: int, label: str = "") -> None:
        if self._task.is_cancelled:
            raise Cancelled
        now = time.monotonic()
        if self._tell is None or (done < total and now - self._last < self._pause):
            return
        self._last = now
        self._tell(Advance(done, total, label))


class BackgroundTasks(QObject):
    """Runs one use case at a time, in order, on one thread of its own."""

    _to_gui = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="use-case")
        self._under_way: set[Task] = set()
        # Always queued: a task that is over at once is told by the GUI thread itself, and a
        # direct call would overtake its own progress.
        self._to_gui.connect(self._call, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[Progress], T],
        done: Done[T],
        failed: Failed,
        progress: Hear | None = None,
    ) -> Task:
        """Run the work on the thread, then call one of the two on the GUI thread."""
        task = Task()
        self._under_way.add(task)
        tell = partial(self._hear, task, progress) if progress is not None else None

        def report(future: Future[T]) -> None:
            self._to_gui.emit(partial(self._settle, task, future, done, failed))

        self._executor.submit(work, _Reporter(task, tell)).add_done_callback(report)
        return task

    def _hear(self, task: Task, progress: Hear, advance: Advance) -> None:
        self._to_gui.emit(partial(self._pass_on, task, progress, advance))

    def _pass_on(self, task: Task, progress: Hear, advance: Advance) -> None:
        if task in self._under_way:
            progress(advance)

    def _settle(self, task: Task, future: Future[T], done: Done[T], failed: Failed) -> None:
        self._under_way.discard(task)
        error = future.exception()
        if error is None:
            done(future.result())
        elif isinstance(error, Exception):
            failed(error)
        else:
            raise error

    @Slot(object)
    def _call(self, closure: Callable[[], None]) -> None:
        closure()

    def close(self) -> None:
        """Ask what is under way to stop, wait for it, and refuse new work."""
        for task in self._under_way:
            task.cancel()
        self._executor.shutdown(wait=True, cancel_futures=True)


class InlineTaskRunner:
    """Runs work at once on the calling thread: for tests and for taking pictures of pages."""

    def run(
        self,
        work: Callable[[Progress], T],
        done: Done[T],
        failed: Failed,
        progress: Hear | None = None,
    ) -> Task:
        """Run the work before returning."""
        task = Task()
        try:
            result = work(_Reporter(task, progress, pause=0))
        except Exception as error:  # noqa: BLE001  the one place where work of any kind may fail
            failed(error)
        else:
            done(result)
        return task

    def close(self) -> None:
        """Nothing can be under way."""
