"""What the command line promises before any work is done: words, help, exit codes."""

from __future__ import annotations

import json
import os
import re
import sys
from pathlib import Path

import pytest

from tests.command_line import CommandLine
from thidua_desktop.cli.commands import WITH_DESK, WITH_PROGRAM

PROMISED = {
    "demo",
    *("plan list", "plan show"),
    "init",
    *("unit import", "unit list"),
    *("person import", "person list"),
    *("cycle open", "cycle list", "cycle close"),
    *("form export", "form import", "form return"),
    "score set",
    "rank",
    *("award list", "award check", "award propose"),
    *("council open", "council vote"),
    "decision issue",
    *("export province", "export dossier"),
    *("backup", "restore", "check", "undo", "log"),
}
"""The design's own list, section 5: others rely on it."""


@pytest.fixture
def line(tmp_path: Path) -> CommandLine:
    return CommandLine(tmp_path / "data")


COMMANDS = {*WITH_DESK, *WITH_PROGRAM}


def test_every_promised_command_exists() -> None:
    assert PROMISED <= COMMANDS


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_explains_itself(command: str, line: CommandLine) -> None:
    ran = line.type(*command.split(), "--help")
    assert ran.code == 0
    assert "--json" in ran.out
    assert "--data" in ran.out


@pytest.mark.parametrize("first", sorted({command.split()[0] for command in COMMANDS}))
def test_help_lists_every_first_word_with_what_it_is_for(first: str, line: CommandLine) -> None:
    assert re.search(rf"^    {first} +\S", line.type("--help").out, re.MULTILINE)


@pytest.mark.parametrize(
    "words",
    [
        ("nothing-like-this",),
        ("plan",),
        ("plan", "show"),
        ("rank",),
        ("cycle", "open", "--kind", "weekly", "--year", "2026"),
        ("cycle", "open", "--kind", "annual", "--year", "hai nghìn"),
        ("cycle", "open", "--kind", "annual", "--year", "2026", "--due", "31/02/2026"),
        ("score", "set", "--cycle", "c", "--unit", "u", "--criterion", "A1", "--points", "1.234"),
        ("award", "check", "--cycle", "c", "--award", "giay_khen_xa"),
        ("award", "check", "--cycle", "c", "--award", "a", "--unit", "u", "--person", "p"),
        ("council", "vote", "--session", "s", "--proposal", "1", "--yes", "-1", "--no", "0"),
        ("undo", "last"),
        ("undo", "99999999999999999999"),
        ("undo", "²"),
        ("log", "--limit", "2147483648"),
        ("cycle", "open", "--kind", "annual", "--year", "-1"),
        ("cycle", "open", "--kind", "annual", "--year", "2026", "--due", "2026-02-30"),
        ("cycle", "open", "--kind", "annual", "--year", "2026", "--due", "0000-01-01"),
        ("score", "set", "--cycle", "c", "--unit", "u", "--criterion", "A1", "--points", "abc"),
        ("rank", "--cycle", ""),
        ("award", "check", "--cycle", "c", "--award", "a", "--unit", " "),
        ("form", "export", "--cycle", "c", "--out", ""),
        ("restore", ""),
        ("restore", "a" * 256),
        ("unit", "import", "thư mục/" + "ă" * 200),
        ("cycle", "close", "\udcff"),
        ("fund", "spend", "--kind", "goods", "--date", "2026-01-05", "--amount", "1.5"),
        ("fund", "set", "--year", "2026", "--budget", "1.0000"),
        ("form", "type", "--cycle", "c", "--unit", "u", "--points", "A1=1;A1=2"),
        ("award", "line", "--cycle", "c", "--award", "a", "--subject", "king"),
        ("backup",),
        ("check", "--colour"),
    ],
)
def test_wrong_usage_is_2_and_says_how(words: tuple[str, ...], line: CommandLine) -> None:
    ran = line(*words)
    assert ran.code == 2
    assert ran.out == ""
    assert ran.err.startswith("Lệnh chưa đúng:")
    assert "Cách dùng:" in ran.err
    for english in ("argument", "required", "invalid", "expected", "usage", "choose"):
        assert english not in ran.err.splitlines()[0]
    assert not line.data.exists()


def test_options_stand_before_or_after_the_command(line: CommandLine) -> None:
    line.ask("init", "--plan", "xuan-hung")
    spellings = [
        ("--json", "--data", line.data, "unit", "list"),
        ("unit", "--json", "--data", line.data, "list"),
        ("unit", "list", "--json", "--data", line.data),
        ("--data", line.data, "unit", "list", "--json"),
        ("--json", "unit", "list", "--data", line.data),
    ]
    ran = [line.type(*words) for words in spellings]
    assert {(one.code, one.out) for one in ran} == {(0, ran[0].out)}
    assert ran[0].answer == {"units": []}


def test_json_is_one_object_and_people_get_sentences(line: CommandLine) -> None:
    machine = line.type("plan", "list", "--json")
    assert json.loads(machine.out).keys() == {"plans"}
    assert machine.err == ""
    person = line.type("plan", "list")
    assert "{" not in person.out
    assert person.out.count("\n") == len(machine.answer["plans"])


def test_a_command_without_a_data_folder_says_so(line: CommandLine) -> None:
    ran = line.type("unit", "list", "--json")
    assert (ran.code, ran.error) == (1, "data_folder_unnamed")
    ran = line.type("unit", "list")
    assert (ran.code, ran.out) == (1, "")
    assert "--data" in ran.err


@pytest.mark.parametrize(
    "words", [("init", "--plan", "xuan-hung"), ("restore", "khong-co.zip")], ids=["init", "restore"]
)
def test_a_new_folder_has_to_be_named(words: tuple[str, ...], line: CommandLine) -> None:
    ran = line.type(*words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("Lệnh chưa đúng: còn thiếu --data.")
    assert f"thidua-desktop {words[0]}" in ran.err


@pytest.mark.parametrize(
    "words",
    [
        ("--json", "cycle", "open", "--kind", "weekly", "--year", "2026"),
        ("undo", "last", "--json"),
        ("init", "--plan", "xuan-hung", "--json"),
        ("province", "profile", "show", "--json"),
        ("council", "open", "--cycle", "c", "--date", "2026-12-18", "--members", "9", "--json"),
    ],
)
def test_wrong_usage_is_one_object_to_a_machine(words: tuple[str, ...], line: CommandLine) -> None:
    line.ask("init", "--plan", "xuan-hung")
    ran = line.type(*words) if "init" in words else line(*words)
    assert (ran.code, ran.error, ran.err) == (2, "wrong_usage", "")
    assert ran.answer["error"]["message"].startswith("Lệnh chưa đúng: ")
    assert ran.answer["usage"].startswith("Cách dùng: ")


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pipes among files")
@pytest.mark.parametrize(
    "words",
    [
        ("unit", "import"),
        ("form", "import", "--cycle", "2026-annual"),
        ("init", "--plan", "xuan-hung", "--office"),
    ],
)
def test_a_pipe_is_never_waited_for(
    words: tuple[str, ...], line: CommandLine, tmp_path: Path
) -> None:
    pipe = tmp_path / "ong.xlsx"
    os.mkfifo(pipe)
    ran = line("--json", *words, pipe)
    assert (ran.code, ran.error) == (2, "wrong_usage")


@pytest.mark.parametrize(
    "words",
    [
        ("unit", "template", "--out"),
        ("unit", "import", "don-vi.xlsx", "--annotated"),
    ],
)
def test_a_workbook_is_named_as_one(words: tuple[str, ...], line: CommandLine) -> None:
    for name in ("bang.pdf", "bang", "bang.xls"):
        ran = line(*words, name)
        assert (ran.code, ".xlsx" in ran.err.splitlines()[0]) == (2, True)
