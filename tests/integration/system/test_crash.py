"""The last net: a bug is written down, told in one sentence, and stops nothing else."""

from __future__ import annotations

import logging
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from thidua_desktop.domain.errors import NotFound
from thidua_desktop.system.crash import (
    BUG,
    BUG_SENTENCE,
    LOG_NAME,
    catch_bugs,
    guarded,
    logging_into,
)

ROOT = Path(__file__).parents[3]


def log_of(folder: Path) -> str:
    path = folder / LOG_NAME
    return path.read_text(encoding="utf-8") if path.exists() else ""


def fail_in(folder: Path, error: Exception) -> None:
    with logging_into(folder):
        raise error


def test_a_bug_is_logged_with_its_trace_and_goes_on(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError):
        fail_in(tmp_path / "logs", ZeroDivisionError("chia cho không"))
    log = log_of(tmp_path / "logs")
    assert "unforeseen error" in log
    assert "fail_in" in log
    assert "chia cho không" in log


def test_a_refusal_is_logged_by_its_code_without_what_it_names(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        fail_in(tmp_path, NotFound("person_unknown", key="Nguyễn Thị Riêng Tư"))
    assert "refused: person_unknown" in log_of(tmp_path)
    assert "Riêng Tư" not in log_of(tmp_path)


def test_after_the_work_nothing_more_is_written(tmp_path: Path) -> None:
    with logging_into(tmp_path):
        pass
    logging.getLogger("thidua_desktop.x").warning("sau đó")
    assert log_of(tmp_path) == ""


def test_where_no_log_can_be_written_work_goes_on(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("tệp", encoding="utf-8")
    with logging_into(tmp_path / "logs"):
        logging.getLogger("thidua_desktop.x").warning("không ghi được")
    assert (tmp_path / "logs").read_text(encoding="utf-8") == "tệp"


def test_the_log_turns_over_before_it_fills_the_disk(tmp_path: Path) -> None:
    with logging_into(tmp_path):
        for _ in range(30):
            logging.getLogger("thidua_desktop.x").warning("x" * 500_000)
    assert len(list(tmp_path.iterdir())) == 6
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) < 7_000_000


def test_an_exit_code_passes_and_a_bug_has_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    assert guarded(lambda: 3) == 3
    assert capsys.readouterr() == ("", "")
    assert guarded(lambda: 1 // 0) == BUG
    out, err = capsys.readouterr()
    assert out == ""
    assert "ZeroDivisionError" in err
    assert err.rstrip().endswith(BUG_SENTENCE)


def test_a_person_who_stops_the_program_is_no_bug() -> None:
    def stop() -> int:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        guarded(stop)


@pytest.mark.skipif(sys.platform == "win32", reason="pipes break another way")
def test_a_reader_that_heard_enough_is_no_bug() -> None:
    program = (
        "from thidua_desktop.system.crash import guarded\n"
        "def work():\n"
        "    for _ in range(100_000): print('dòng')\n"
        "    return 0\n"
        "raise SystemExit(guarded(work))\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.readline()
        running.stdout.close()
        assert (running.wait(), running.stderr.read()) == (0, b"")


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[BaseException]:
    """What the window would show."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    heard: list[BaseException] = []
    catch_bugs(heard.append)
    return heard


def test_a_bug_in_the_window_is_logged_and_told(
    told: list[BaseException], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    error = ZeroDivisionError("trong cửa sổ")
    with logging_into(tmp_path):
        sys.excepthook(ZeroDivisionError, error, None)
    assert told == [error]
    assert "trong cửa sổ" in log_of(tmp_path)
    assert "ZeroDivisionError" in capsys.readouterr().err


def test_a_bug_in_another_thread_is_told(
    told: list[BaseException], capsys: pytest.CaptureFixture[str]
) -> None:
    thread = threading.Thread(target=lambda: 1 // 0)
    thread.start()
    thread.join()
    assert [type(error) for error in told] == [ZeroDivisionError]
    assert "ZeroDivisionError" in capsys.readouterr().err


def test_stopping_the_window_is_no_bug(
    told: list[BaseException], capsys: pytest.CaptureFixture[str]
) -> None:
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert told == []
    assert "KeyboardInterrupt" in capsys.readouterr().err
