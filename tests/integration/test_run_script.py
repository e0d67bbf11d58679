"""The set-up script: what it writes, trusts and says, without a network and without root."""

from __future__ import annotations

import ast
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import run


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project in a folder with spaces and Vietnamese letters, with an empty environment."""
    root = tmp_path / "Dự án thi đua"
    requirements = root / ".ci" / "requirements.txt"
    requirements.parent.mkdir(parents=True)
    requirements.write_text("openpyxl==3.1.5\n", encoding="utf-8")
    (root / "thidua_desktop").mkdir()
    (root / "thidua_desktop" / "__main__.py").write_text(
        "import sys\nprint('đặng', sys.argv[1:])\n", encoding="utf-8"
    )
    for name, path in {
        "ROOT": root,
        "VENV": root / ".venv",
        "STAMP": root / ".venv" / "set-up.json",
        "RUNTIME": requirements,
    }.items():
        monkeypatch.setattr(run, name, path)
    run.venv_path("purelib").mkdir(parents=True)
    run.venv_path("scripts").mkdir(parents=True)
    return root


class Calls:
    """Stands where another program would be started, and notes what was asked."""

    def __init__(self, *codes: int) -> None:
        self.commands: list[list[str]] = []
        self._codes = list(codes)

    def __call__(self, command: list[str], **_: object) -> int:
        self.commands.append(command)
        return self._codes.pop(0)


def finish() -> None:
    """Leave the environment as a whole set-up does."""
    run.venv_python().touch()
    (run.venv_path("purelib") / "openpyxl-3.1.5.dist-info").mkdir()
    run.write_stamp({run.RUNTIME.name: run.fingerprint(run.RUNTIME)})


def test_the_link_survives_every_code_page(place: Path) -> None:
    run.link_project()
    site_packages = run.venv_path("purelib")
    assert (site_packages / "thidua_desktop.pth").read_bytes().isascii()
    # Twice, as a Python does whose lib64 is a link to lib.
    code = "import site, sys; [site.addsitedir(sys.argv[1]) for _ in 'ab']; print(ascii(sys.path))"
    found = subprocess.run(
        [sys.executable, "-c", code, str(site_packages)],
        cwd=place.parent,
        capture_output=True,
        text=True,
        check=True,
    )
    assert ast.literal_eval(found.stdout).count(str(place)) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="the launcher there is a .cmd file")
def test_the_launcher_hands_over_every_word(place: Path) -> None:
    (run.venv_path("scripts") / "python").write_text(
        f'#!/bin/sh\nPYTHONPATH="{place}" exec "{sys.executable}" -S "$@"\n', encoding="utf-8"
    )
    (run.venv_path("scripts") / "python").chmod(0o755)
    run.link_project()
    found = subprocess.run(
        [run.venv_path("scripts") / "thidua-desktop", "plan", "một hai"],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        check=True,
    )
    assert found.stdout == "đặng ['plan', 'một hai']\n"


@pytest.mark.usefixtures("place")
def test_a_whole_environment_is_used_again() -> None:
    finish()
    assert run.read_stamp() == {"requirements.txt": run.fingerprint(run.RUNTIME)}


@pytest.mark.usefixtures("place")
def test_no_second_set_up_while_nothing_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    finish()
    calls = Calls(0)
    monkeypatch.setattr(run, "call", calls)
    monkeypatch.setattr(run, "require_libraries", lambda: None)
    run.prepare(run.RUNTIME)
    assert calls.commands == []
    run.RUNTIME.write_text("openpyxl==3.1.6\n", encoding="utf-8")
    run.prepare(run.RUNTIME)
    assert len(calls.commands) == 1
    assert "--require-hashes" in calls.commands[0]
    assert run.read_stamp() == {"requirements.txt": run.fingerprint(run.RUNTIME)}


@pytest.mark.usefixtures("place")
def test_a_failed_set_up_is_not_trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    finish()
    run.RUNTIME.write_text("openpyxl==3.1.6\n", encoding="utf-8")
    monkeypatch.setattr(run, "call", Calls(1))
    monkeypatch.setattr(run, "require_libraries", lambda: None)
    with pytest.raises(run.SetupError):
        run.prepare(run.RUNTIME)
    assert run.read_stamp() == {}


@pytest.mark.usefixtures("place")
@pytest.mark.parametrize(
    "damage",
    [
        lambda: run.STAMP.unlink(missing_ok=False),
        lambda: run.STAMP.write_text("{", encoding="utf-8"),
        lambda: run.STAMP.write_text("[]", encoding="utf-8"),
        lambda: run.venv_python().unlink(),
        lambda: next(run.venv_path("purelib").glob("*.dist-info")).rmdir(),
        lambda: run.STAMP.write_text(
            json.dumps({**json.loads(run.STAMP.read_text(encoding="utf-8")), "identity": {}}),
            encoding="utf-8",
        ),
    ],
    ids=["no stamp", "half a stamp", "other stamp", "no Python", "package gone", "moved"],
)
def test_a_damaged_environment_is_not_trusted(damage: Callable[[], object]) -> None:
    finish()
    damage()
    assert run.read_stamp() == {}


def test_children_get_our_libraries_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setenv("PYTHONPATH", "elsewhere")
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.setattr(run, "has_screen", lambda: False)
    environment = run.child_environment()
    assert not {"PYTHONDONTWRITEBYTECODE", "PYTHONPATH"} & set(environment)
    assert environment["QT_QPA_PLATFORM"] == "offscreen"


def test_a_missing_library_names_its_package() -> None:
    assert run.missing_packages({"libthere-is-none.so.9": "libnone9"}) == ["libnone9"]


def test_who_may_not_install_gets_the_line_to_type(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "is_root", lambda: False)
    monkeypatch.setattr(shutil, "which", lambda _name: "apt-get")
    with pytest.raises(run.SetupError) as caught:
        run.install_packages(["libegl1", "libgl1"])
    assert str(caught.value).endswith(
        "\n  sudo apt-get install -y --no-install-recommends libegl1 libgl1"
    )


def test_an_old_python_is_told_what_is_needed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(run, "is_supported", lambda: False)
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    assert run.main([]) == run.BAD_SETUP
    said = capsys.readouterr()
    assert "Python 3.11, 3.12 hoặc 3.13" in said.err
    assert said.out == ""


def test_every_check_runs_and_one_failure_fails_all(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    calls = Calls(0, 1, 0)
    monkeypatch.setattr(run, "call", calls)
    assert run.run_steps([("một", ["1"]), ("hai", ["2"]), ("ba", ["3"])]) == 1
    assert [command[1:] for command in calls.commands] == [["1"], ["2"], ["3"]]
    assert capsys.readouterr().err.splitlines()[-1] == "KHÔNG ĐẠT: hai."


@pytest.mark.parametrize("words", [["plan", "list"], ["check", "--json"], ["--help"]])
def test_other_words_belong_to_the_program(
    words: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = Calls(0)
    monkeypatch.setattr(run, "prepare", lambda _requirements: None)
    monkeypatch.setattr(run, "call", calls)
    assert run.main(words) == 0
    assert calls.commands[0][1:] == ["-P", "-m", "thidua_desktop", *words]
