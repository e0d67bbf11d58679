"""What a killed program left half-written goes with the next export, and nothing else does."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT
from thidua_desktop.application.folders import ready_folder
from thidua_desktop.application.progress import Cancelled
from thidua_desktop.documents.atomic import replace_atomically
from thidua_desktop.documents.leftovers import beside

KILLED = """
import os, sys
from pathlib import Path
from thidua_desktop.documents.atomic import replace_atomically
with replace_atomically(Path(sys.argv[1])) as half:
    half.write_text("mot nua")
    os._exit(9)
"""


def write(path: Path) -> None:
    with replace_atomically(path) as half:
        half.write_text("mới", encoding="utf-8")


def test_the_next_export_takes_away_what_a_killed_one_left(tmp_path: Path) -> None:
    path = tmp_path / "to-trinh.pdf"
    killed = subprocess.run([sys.executable, "-c", KILLED, path], cwd=ROOT, check=False)
    assert killed.returncode == 9
    assert [one.suffix for one in tmp_path.iterdir()] == [".pdf"]
    write(path)
    assert list(tmp_path.iterdir()) == [path]


def test_what_a_living_program_writes_and_what_is_not_ours_stay(tmp_path: Path) -> None:
    others = [
        beside(tmp_path / "dang-ghi.pdf"),
        tmp_path / ".~lock.to-trinh.odt#",
        tmp_path / "~$to-trinh.docx",
        tmp_path / ".~ghi-chu.txt",
        tmp_path / ".~00000000-1-0123456789ab.pdf",
    ]
    for one in others:
        one.touch()
    write(tmp_path / "to-trinh.pdf")
    assert set(tmp_path.iterdir()) == {*others, tmp_path / "to-trinh.pdf"}


def test_what_another_machine_left_goes_when_nobody_wrote_for_long(tmp_path: Path) -> None:
    left = tmp_path / ".~00000000-1-0123456789ab.pdf"
    left.touch()
    os.utime(left, (time.time() - 7200, time.time() - 7200))
    write(tmp_path / "to-trinh.pdf")
    assert not left.exists()


def test_a_folder_into_which_nothing_came_is_not_left_behind(tmp_path: Path) -> None:
    def refuse(folder: Path) -> None:
        with ready_folder(folder):
            raise Cancelled

    there = tmp_path / "có sẵn"
    there.mkdir()
    for folder in (tmp_path / "văn bản" / "năm 2026", there):
        with pytest.raises(Cancelled):
            refuse(folder)
    assert list(tmp_path.iterdir()) == [there]
    with ready_folder(tmp_path / "văn bản" / "năm 2026") as folder:
        (folder / "to-trinh.pdf").touch()
    assert (tmp_path / "văn bản" / "năm 2026" / "to-trinh.pdf").exists()
