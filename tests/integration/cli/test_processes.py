"""The program started as a program: streams, encodings, exit codes, bad endings."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT
from tests.integration.cli.office import CYCLE, Office
from tests.started_program import PROGRAM


def start(*words: object, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Start the program as `run.py` does."""
    command = [*PROGRAM, *map(str, words)]
    path = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
    return subprocess.run(
        command,
        capture_output=True,
        check=False,
        env=os.environ | {"PYTHONPATH": path} | environment,
        timeout=120,
    )


def test_the_program_under_test_is_that_of_this_tree() -> None:
    """`-v` of Python tells where each module comes from."""
    ran = subprocess.run(
        [PROGRAM[0], "-v", *PROGRAM[1:], "--help"], capture_output=True, check=False, timeout=120
    )
    assert str(ROOT / "thidua_desktop" / "cli" / "parser.py") in ran.stderr.decode("utf-8")


def test_json_alone_is_on_stdout_in_utf_8() -> None:
    ran = start("plan", "list", "--json", LANG="C", PYTHONUTF8="0", LC_ALL="C")
    assert ran.returncode == 0
    assert ran.stderr == b""
    plans = json.loads(ran.stdout.decode("utf-8"))["plans"]
    assert "xã Xuân Hưng" in {plan["commune"] for plan in plans}


def test_people_read_vietnamese_where_the_machine_speaks_another_alphabet() -> None:
    ran = start("plan", "list", LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert ran.returncode == 0
    assert "đổi mới sáng tạo" in ran.stdout.decode("utf-8")


def test_wrong_usage_is_2_on_stderr() -> None:
    ran = start("cycle", "open", "--kind", "weekly")
    assert (ran.returncode, ran.stdout) == (2, b"")
    assert "Lệnh chưa đúng" in ran.stderr.decode("utf-8")


def test_help_is_vietnamese() -> None:
    ran = start("--help")
    told = ran.stdout.decode("utf-8")
    assert ran.returncode == 0
    for english in ("usage:", "options:", "positional arguments:", "show this help"):
        assert english not in told, english


def test_a_whole_office_in_folders_with_marks_and_spaces(tmp_path: Path) -> None:
    folder = tmp_path / "Thi đua năm 2026 – xã"
    folder.mkdir()
    data, listed = folder / "dữ liệu", folder / "đơn vị.csv"
    listed.write_text("STT,Tên đơn vị,Nhóm\n1,Xóm Ví Dụ,Xóm\n", encoding="utf-8")
    steps: list[tuple[object, ...]] = [
        ("init", "--plan", "dang-thuy-tram"),
        ("unit", "import", listed),
        ("cycle", "open", "--kind", "annual", "--year", 2026),
        ("form", "export", "--cycle", CYCLE, "--out", folder / "phiếu"),
        ("check",),
    ]
    for step in steps:
        ran = start("--data", data, "--json", *step)
        assert (ran.returncode, ran.stderr) == (0, b""), ran
        assert isinstance(json.loads(ran.stdout), dict)
    assert len(list((folder / "phiếu").iterdir())) == 1


def test_an_environment_fault_is_3(office: Office) -> None:
    ran = start("init", "--plan", "xuan-hung", "--data", office.line.data, "--json")
    assert ran.returncode == 3
    assert json.loads(ran.stdout)["error"]["code"] == "data_exists"


def test_a_reader_that_goes_away_is_no_bug(office: Office) -> None:
    """`thidua-desktop log | head -1` ends quietly."""
    command = [*PROGRAM, "log", "--data", str(office.line.data)]
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        told = running.stderr.read().decode("utf-8")
    assert "Traceback" not in told


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no disk that is always full")
def test_an_answer_that_finds_no_room_is_3(office: Office) -> None:
    command = [*PROGRAM, "log", "--data", str(office.line.data)]
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(
            command,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
        )
    told = ran.stderr.decode("utf-8")
    assert (ran.returncode, told.count("\n")) == (3, 1)
    assert told.startswith("Lệnh đã làm xong")


@pytest.mark.skipif(sys.platform == "win32", reason="folders are locked otherwise there")
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write all")
def test_a_read_only_folder_is_3(tmp_path: Path) -> None:
    locked = tmp_path / "khoa"
    locked.mkdir()
    locked.chmod(0o500)
    ran = start("init", "--plan", "xuan-hung", "--data", locked / "data", "--json")
    assert ran.returncode == 3
    assert json.loads(ran.stdout)["error"]["code"] == "folder_read_only"
