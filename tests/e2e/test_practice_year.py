"""The practice year as a stranger first meets it: one command, started as a program."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.architecture.sources import ROOT
from tests.command_line import CommandLine
from tests.started_program import PROGRAM
from thidua_desktop.ui.pages.registry import PAGES

pytestmark = pytest.mark.e2e


def make(out: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    command = [*PROGRAM, "demo", "--out", str(out), "--json"]
    return subprocess.run(
        [*command, *words],
        capture_output=True,
        check=False,
        env=os.environ | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
        timeout=300,
    )


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    out = tmp_path_factory.mktemp("year") / "nam-mau"
    ran = make(out, "--plan", "tay-hieu", "--units", "12")
    assert ran.returncode == 0, ran.stderr.decode("utf-8")
    answer = json.loads(ran.stdout)
    assert isinstance(answer, dict)
    return answer


def test_every_file_that_is_told_exists_and_holds_something(made: dict[str, Any]) -> None:
    files = [Path(file) for file in made["files"]]
    assert [file for file in files if not file.is_file() or not file.stat().st_size] == []
    assert {".xlsx", ".pdf", ".png"} <= {file.suffix for file in files}


def test_there_is_a_picture_of_every_page(made: dict[str, Any]) -> None:
    pictures = sorted((Path(made["data"]).parent / "man-hinh").glob("*.png"))
    assert len(pictures) == len(PAGES)
    assert len({picture.read_bytes() for picture in pictures}) == len(PAGES)


def test_its_data_is_sound_and_a_whole_year_old(made: dict[str, Any]) -> None:
    line = CommandLine(Path(made["data"]))
    assert line.ask("check") == {"ok": True, "problems": []}
    done = {operation["action"] for operation in line.ask("log")["operations"]}
    assert {"plan_adopted", "forms_given", "forms_collected", "decision_issued"} <= done


def test_it_shows_what_to_look_at_twice(made: dict[str, Any]) -> None:
    line = CommandLine(Path(made["data"]))
    told = line.ask("finding", "list", "--cycle", "2026-annual")
    kinds = {one["kind"] for one in told["findings"]}
    assert kinds >= {"like_other", "like_last_year", "jump", "near_tie"}
    assert {one["open"] for one in told["findings"]} == {True, False}


def test_a_folder_with_other_files_is_left_alone(tmp_path: Path) -> None:
    kept = tmp_path / "quan-trong.docx"
    kept.write_bytes(b"x")
    ran = make(tmp_path)
    assert ran.returncode == 3
    assert json.loads(ran.stdout)["error"]["code"] == "out_folder_foreign"
    assert list(tmp_path.iterdir()) == [kept]
