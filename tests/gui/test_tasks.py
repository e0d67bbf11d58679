"""The task runner: where work runs, where its outcome arrives, and how it stops."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from thidua_desktop.application.progress import Cancelled, Progress
from thidua_desktop.ui.tasks import Advance, BackgroundTasks, InlineTaskRunner

pytestmark = pytest.mark.gui


def told(number: int, _progress: Progress) -> int:
    return number


class Heard:
    """Everything that came back, each with its thread."""

    def __init__(self) -> None:
        self.results: list[object] = []
        self.errors: list[Exception] = []
        self.advances: list[Advance] = []
        self.threads: set[int] = set()

    def done(self, result: object) -> None:
        self.threads.add(threading.get_ident())
        self.results.append(result)

    def failed(self, error: Exception) -> None:
        self.threads.add(threading.get_ident())
        self.errors.append(error)

    def progress(self, advance: Advance) -> None:
        self.threads.add(threading.get_ident())
        self.advances.append(advance)


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[BackgroundTasks]:
    assert qapp.thread().isRunning()
    runner = BackgroundTasks()
    yield runner
    runner.close()


@pytest.fixture
def heard() -> Heard:
    return Heard()


def test_the_result_arrives_on_the_gui_thread(
    tasks: BackgroundTasks, heard: Heard, qtbot: QtBot
) -> None:
    tasks.run(lambda _progress: threading.get_ident(), heard.done, heard.failed)
    qtbot.waitUntil(lambda: bool(heard.results))
    assert heard.results != [threading.get_ident()]
    assert heard.threads == {threading.get_ident()}
    assert heard.errors == []


def test_a_failure_arrives_instead_of_a_result(
    tasks: BackgroundTasks, heard: Heard, qtbot: QtBot
) -> None:
    def work(_progress: Progress) -> None:
        raise ValueError("broken")

    tasks.run(work, heard.done, heard.failed)
    qtbot.waitUntil(lambda: bool(heard.errors))
    assert [str(error) for error in heard.errors] == ["broken"]
    assert heard.results == []
    assert heard.threads == {threading.get_ident()}


def test_outcomes_arrive_in_order(tasks: BackgroundTasks, heard: Heard, qtbot: QtBot) -> None:
    for number in range(50):
        tasks.run(partial(told, number), heard.done, heard.failed)
    qtbot.waitUntil(lambda: len(heard.results) == 50)
    assert heard.results == list(range(50))


def test_progress_arrives_on_the_gui_thread_and_ends_full(
    tasks: BackgroundTasks, heard: Heard, qtbot: QtBot
) -> None:
    def work(progress: Progress) -> str:
        for done in range(1, 10_001):
            progress(done, 10_000, "phiếu")
        return "xong"

    tasks.run(work, heard.done, heard.failed, heard.progress)
    qtbot.waitUntil(lambda: heard.results == ["xong"])
    assert heard.advances[-1] == Advance(10_000, 10_000, "phiếu")
    assert len(heard.advances) < 10_000
    assert heard.threads == {threading.get_ident()}


def test_a_cancelled_task_ends_at_its_next_step(
    tasks: BackgroundTasks, heard: Heard, qtbot: QtBot
) -> None:
    begun, go_on = threading.Event(), threading.Event()
    steps: list[int] = []

    def work(progress: Progress) -> None:
        begun.set()
        go_on.wait(10)
        for done in range(5):
            progress(done, 5)
            steps.append(done)

    task = tasks.run(work, heard.done, heard.failed)
    assert begun.wait(10)
    task.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: bool(heard.errors))
    assert isinstance(heard.errors[0], Cancelled)
    assert steps == []


@pytest.mark.usefixtures("qapp")
def test_closing_stops_what_is_under_way(heard: Heard) -> None:
    runner = BackgroundTasks()
    begun = threading.Event()
    ended = threading.Event()

    def work(progress: Progress) -> None:
        begun.set()
        try:
            for done in range(10**9):
                progress(done, 10**9)
        finally:
            ended.set()

    runner.run(work, heard.done, heard.failed)
    assert begun.wait(10)
    runner.close()
    assert ended.is_set()


def test_the_inline_runner_keeps_the_same_promises(heard: Heard) -> None:
    def broken(_progress: Progress) -> None:
        raise ValueError("broken")

    def counted(progress: Progress) -> int:
        progress(1, 2)
        progress(2, 2)
        return 7

    runner = InlineTaskRunner()
    runner.run(counted, heard.done, heard.failed, heard.progress)
    runner.run(broken, heard.done, heard.failed)
    assert heard.results == [7]
    assert heard.advances == [Advance(1, 2), Advance(2, 2)]
    assert [str(error) for error in heard.errors] == ["broken"]
