"""The command line in the test's own process: the real program but for its clock."""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import json
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from thidua_desktop.bootstrap import Joiner
from thidua_desktop.cli.main import parse, run
from thidua_desktop.cli.program import Program
from thidua_desktop.system.clock import FixedClock

Object = dict[str, Any]


@dataclass(frozen=True)
class Ran:
    """What one command left: its exit code and both streams."""

    code: int
    out: str
    err: str

    @property
    def answer(self) -> Object:
        """The one object on stdout; anything beside it fails."""
        answer = json.loads(self.out)
        assert isinstance(answer, dict)
        return answer

    @property
    def told(self) -> str:
        """Everything that a person reads."""
        return self.out + self.err

    @property
    def error(self) -> str:
        """The code of the failure in the answer."""
        code = self.answer["error"]["code"]
        assert isinstance(code, str)
        return code


@cache
def _shipped() -> Joiner:
    """What ships is read once: no test changes it."""
    return Joiner.detect()


def the_program(clock: FixedClock) -> Program:
    """The program as it ships, with this clock."""
    joiner, shipped = Joiner.detect(clock), _shipped()
    joiner.texts, joiner.plans, joiner.rule_packs = (
        shipped.texts,
        shipped.plans,
        shipped.rule_packs,
    )
    return joiner.program()


@dataclass
class CommandLine:
    """Types commands about one data folder."""

    data: Path
    clock: FixedClock = field(default_factory=lambda: FixedClock(dt.date(2026, 11, 2)))

    def __call__(self, *words: object) -> Ran:
        """Run a command as a person types it, on this data folder."""
        return self.type(*words, "--data", self.data)

    def type(self, *words: object) -> Ran:
        """Run exactly these words."""
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            try:
                code = run(the_program(self.clock), parse([str(word) for word in words]))
            except SystemExit as stopped:
                code = int(stopped.code or 0)
        return Ran(code, out.getvalue(), err.getvalue())

    def ask(self, *words: object, code: int = 0) -> Object:
        """Run a command with `--json`; it has to end with this code."""
        ran = self("--json", *words)
        assert ran.code == code, ran.told
        return ran.answer

    def state(self) -> Object:
        """Everything that a refused command must leave as it was."""
        return {
            "log": self.ask("log")["operations"],
            "units": self.ask("unit", "list")["units"],
            "people": self.ask("person", "list")["people"],
            "cycles": self.ask("cycle", "list")["cycles"],
            "check": self.ask("check"),
        }
