"""Runs one command: parse, do, print, exit code."""

from __future__ import annotations

import argparse
import io
import json
import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from thidua_desktop.application.machine_clock import clock_went_back
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.text import Texts
from thidua_desktop.cli.answers import Answer, ExitCode, issue_json, issue_line
from thidua_desktop.cli.commands import NEW_FOLDER, WITH_PROGRAM, on_desk, on_program
from thidua_desktop.cli.parser import WrongUsageError, build_parser
from thidua_desktop.cli.program import Program
from thidua_desktop.domain.errors import EnvironmentFault, InputError, ThiDuaError

log = logging.getLogger(__name__)


def parse(words: Sequence[str]) -> argparse.Namespace:
    """The command and its options.

    Raises:
        SystemExit: with code 2 for wrong usage, which was told, 0 for `--help`.
    """
    _speak_utf8()
    try:
        arguments = build_parser().parse_args(words)
        arguments.data = getattr(arguments, "data", None)
        arguments.json = getattr(arguments, "json", False)
        if arguments.command in NEW_FOLDER and arguments.data is None:
            arguments.refuse("the following arguments are required: --data")
    except WrongUsageError as wrong:
        raise SystemExit(_refuse_usage(wrong, as_json="--json" in words)) from None
    return arguments


def run(program: Program, arguments: argparse.Namespace) -> int:
    """Do one command and print its answer; every foreseen failure becomes a sentence."""
    try:
        answer = _do(program, arguments)
    except WrongUsageError as wrong:
        return _refuse_usage(wrong, as_json=arguments.json)
    except ThiDuaError as error:
        answer = failure(error, program.texts)
    try:
        show(answer, program.texts, as_json=arguments.json)
        print(end="", flush=True)
    except BrokenPipeError:
        # Whoever read along has seen enough (`log | head`); the rest may go nowhere.
        _be_silent()
    except OSError:
        # Such as an answer that goes into a file of a full disk: what was done is done.
        _be_silent()
        print(program.texts.render("answer_unwritable", {}), file=sys.stderr)
        return int(ExitCode.ENVIRONMENT)
    return int(answer.code)


def _be_silent() -> None:
    """What is still to be printed goes nowhere, and can't fail once more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _speak_utf8() -> None:
    """Vietnamese on both streams: a pipe on Windows has an alphabet without it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")


def _do(program: Program, arguments: argparse.Namespace) -> Answer:
    if arguments.command in WITH_PROGRAM:
        return on_program(arguments.command)(program, arguments)
    with program.open_desk(_data_folder(program, arguments)) as desk:
        _as_registered(desk, arguments)
        _warn_of_clock(desk, program.texts)
        return on_desk(arguments.command)(desk, program.texts, arguments)


def _warn_of_clock(desk: Desk, texts: Texts) -> None:
    """Say beside the answer that the machine's day can't be right; the command is done."""
    told = clock_went_back(desk)
    if told is not None:
        print(texts.reason(told), file=sys.stderr)


def _as_registered(desk: Desk, arguments: argparse.Namespace) -> None:
    """Take «dv001» for «DV001» where no other code could be meant; nothing else is changed."""
    for option in ("unit", "person"):
        said = getattr(arguments, option, None)
        if not isinstance(said, str) or not said:
            continue
        with desk.store.read() as books:
            records = books.units.all() if option == "unit" else books.people.all()
        codes = [one.code for one in records if one.code.casefold() == said.casefold()]
        if len(codes) == 1 and said not in codes:
            setattr(arguments, option, codes[0])


def _data_folder(program: Program, arguments: argparse.Namespace) -> Path:
    folder: Path | None = arguments.data or program.default_data()
    if folder is None:
        raise InputError("data_folder_unnamed")
    return folder


def failure(error: ThiDuaError, texts: Texts) -> Answer:
    """A foreseen failure as an answer."""
    issues = error.issues if isinstance(error, InputError) else ()
    sentence = texts.error(error)
    # A machine that shows the message alone still says what is wrong where there is one fault.
    told = [sentence, *(texts.issue(issue) for issue in issues if len(issues) == 1)]
    message = " ".join(dict.fromkeys(told))
    data: dict[str, Any] = {"error": {"code": error.code, "message": message}}
    if issues:
        data["issues"] = [issue_json(issue, texts) for issue in issues]
    code = ExitCode.ENVIRONMENT if isinstance(error, EnvironmentFault) else ExitCode.IN_PART
    return Answer(data, (sentence,), code, issues)


def _refuse_usage(wrong: WrongUsageError, *, as_json: bool) -> int:
    """Tell wrong usage: to a machine as the object that every refusal is."""
    if as_json:
        error = {"code": "wrong_usage", "message": wrong.sentence}
        print(json.dumps({"error": error, "usage": wrong.usage}, ensure_ascii=False, indent=1))
    else:
        print(wrong.sentence, wrong.usage, sep="\n", file=sys.stderr)
    return int(ExitCode.WRONG_USAGE)


def show(answer: Answer, texts: Texts, *, as_json: bool) -> None:
    """Print an answer: one JSON object on stdout and nothing else, or lines for people."""
    if as_json:
        print(json.dumps(answer.data, ensure_ascii=False, indent=1))
        return
    stream = (
        sys.stdout if answer.code is ExitCode.DONE or "error" not in answer.data else sys.stderr
    )
    for line in answer.lines:
        print(line, file=stream)
    for issue in answer.issues:
        print(issue_line(issue, texts), file=stream)
