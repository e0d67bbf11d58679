"""A file for people is whole or as it was before, and what went wrong is said."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from thidua_desktop.documents import atomic
from thidua_desktop.documents.atomic import replace_atomically
from thidua_desktop.domain.errors import EnvironmentFault


def write(path: Path, text: str) -> None:
    with replace_atomically(path) as temporary:
        temporary.write_text(text, encoding="utf-8")


def write_and_fail(path: Path, error: Exception) -> None:
    with replace_atomically(path) as temporary:
        temporary.write_text("mới", encoding="utf-8")
        raise error


def fault_of(path: Path, error: OSError) -> EnvironmentFault:
    with pytest.raises(EnvironmentFault) as caught:
        write_and_fail(path, error)
    return caught.value


def test_the_new_file_stands_in_the_place_of_the_old(tmp_path: Path) -> None:
    path = tmp_path / "phiếu.xlsx"
    path.write_text("cũ", encoding="utf-8")
    write(path, "mới")
    assert path.read_text(encoding="utf-8") == "mới"
    assert list(tmp_path.iterdir()) == [path]


def test_the_temporary_file_keeps_the_suffix_and_lies_beside(tmp_path: Path) -> None:
    with replace_atomically(tmp_path / "phiếu.xlsx") as temporary:
        assert temporary.parent == tmp_path
        assert temporary.suffix == ".xlsx"
        temporary.touch()


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "disk_full"),
        (errno.EDQUOT, "disk_full"),
        (errno.EROFS, "folder_read_only"),
        (errno.ENAMETOOLONG, "file_name_too_long"),
        (errno.EIO, "file_not_written"),
    ],
)
def test_what_the_system_says_becomes_a_code(tmp_path: Path, number: int, code: str) -> None:
    path = tmp_path / "phiếu.xlsx"
    fault = fault_of(path, OSError(number, "x"))
    assert (fault.code, fault.data["file"]) == (code, "phiếu.xlsx")
    assert list(tmp_path.iterdir()) == []


def test_the_old_file_survives_a_failure(tmp_path: Path) -> None:
    path = tmp_path / "phiếu.xlsx"
    path.write_text("cũ", encoding="utf-8")
    fault_of(path, OSError(errno.ENOSPC, "x"))
    assert path.read_text(encoding="utf-8") == "cũ"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_another_program_holds_is_named(tmp_path: Path) -> None:
    path = tmp_path / "phiếu.xlsx"
    path.write_text("cũ", encoding="utf-8")
    assert fault_of(path, PermissionError(errno.EACCES, "x")).code == "file_open_elsewhere"


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault) as caught:
        write(tmp_path / "không có" / "phiếu.xlsx", "mới")
    assert caught.value.code == "folder_missing"


def test_a_folder_in_the_place_is_named(tmp_path: Path) -> None:
    (tmp_path / "phiếu.xlsx").mkdir()
    with pytest.raises(EnvironmentFault) as caught:
        write(tmp_path / "phiếu.xlsx", "mới")
    assert caught.value.code == "file_is_a_folder"


def test_a_bug_in_the_writer_stays_a_bug(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        write_and_fail(tmp_path / "phiếu.xlsx", KeyError())
    assert list(tmp_path.iterdir()) == []


def test_a_fault_of_another_file_is_not_taken_for_ours(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), replace_atomically(tmp_path / "phiếu.xlsx"):
        (tmp_path / "mẫu.docx").read_bytes()


def test_a_short_hold_is_waited_out(tmp_path: Path) -> None:
    path = tmp_path / "phiếu.xlsx"
    tries: list[int] = []
    slept: list[float] = []
    real = os.replace

    def held_twice(source: Path, target: Path) -> None:
        tries.append(1)
        if len(tries) <= 2:
            error = PermissionError(errno.EACCES, "x")
            error.winerror = 32  # type: ignore[attr-defined]
            raise error
        real(source, target)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("os.replace", held_twice)
        source = tmp_path / "mới"
        source.write_text("mới", encoding="utf-8")
        atomic._move_over(source, path, slept.append)
    assert path.read_text(encoding="utf-8") == "mới"
    assert len(slept) == 2


def test_a_long_hold_is_given_up(tmp_path: Path) -> None:
    path = tmp_path / "phiếu.xlsx"
    path.write_text("cũ", encoding="utf-8")
    slept: list[float] = []

    def held(source: Path, target: Path) -> None:
        error = PermissionError(errno.EACCES, "x", str(source), None, str(target))
        error.winerror = 5  # type: ignore[attr-defined]
        raise error

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("os.replace", held)
        with pytest.raises(PermissionError):
            atomic._move_over(tmp_path / "mới", path, slept.append)
    assert round(sum(slept), 2) == 2.5
    assert path.read_text(encoding="utf-8") == "cũ"
