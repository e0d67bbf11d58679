"""A file that another program holds is asked for again, then told in words."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from tests.integration.documents.excel.builders import number_cell, workbook
from thidua_desktop.documents.excel import worker
from thidua_desktop.documents.excel.faults import UnreadableWorkbook

DATA = workbook(f'<row r="1">{number_cell("A1", "1")}</row>')


class Held(PermissionError):
    """As Windows says it."""

    def __init__(self, winerror: int | None) -> None:
        super().__init__(13, "held")
        self.winerror = winerror


class Opening:
    """Stands for `open`: fails some times, then gives the file."""

    def __init__(self, *failures: OSError) -> None:
        self.failures = list(failures)
        self.asked = 0

    def __call__(self, path: str, mode: str) -> io.BytesIO:
        self.asked += 1
        if self.failures:
            raise self.failures.pop(0)
        return io.BytesIO(DATA)


def read(monkeypatch: pytest.MonkeyPatch, opening: Opening) -> bytes:
    monkeypatch.setattr(worker, "open", opening, raising=False)
    monkeypatch.setattr("time.sleep", lambda _seconds: None)
    # Some file that is there; what it says comes from `opening`.
    return worker._bytes(__file__)


@pytest.mark.parametrize("code", [5, 32, 33])
def test_a_file_held_for_a_moment_is_read(monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    opening = Opening(Held(code), Held(code))
    assert read(monkeypatch, opening) == DATA
    assert opening.asked == 3


def test_a_file_held_for_good_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    opening = Opening(*(Held(32) for _ in range(9)))
    with pytest.raises(UnreadableWorkbook) as told:
        read(monkeypatch, opening)
    assert told.value.remark.code == "workbook_not_allowed"
    assert opening.asked == 6


def test_a_file_that_may_not_be_read_is_not_asked_for_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opening = Opening(Held(None), Held(None))
    with pytest.raises(UnreadableWorkbook) as told:
        read(monkeypatch, opening)
    assert told.value.remark.code == "workbook_not_allowed"
    assert opening.asked == 1


def test_a_stick_that_is_pulled_out_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UnreadableWorkbook) as told:
        read(monkeypatch, Opening(OSError(5, "Input/output error")))
    assert told.value.remark.code == "workbook_cut_off"


def test_the_sentence_says_what_to_close(tmp_path: Path) -> None:
    from thidua_desktop.bootstrap import Joiner
    from thidua_desktop.domain.reasons import Issue

    assert tmp_path.exists()
    said = Joiner.detect().texts.issue(Issue("workbook_not_allowed"))
    assert "Hãy đóng Excel" in said
