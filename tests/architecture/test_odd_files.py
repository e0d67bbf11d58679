"""docs/odd-files.md tells of all 25 cases, and every code and test that it names exists."""

from __future__ import annotations

import ast
import re

from tests.architecture.sources import ROOT, tree
from tests.architecture.test_sentences import sentences

PAGE = ROOT / "docs" / "odd-files.md"
CASES = 27
_QUOTED = re.compile(r"`([^`]+)`")


def rows() -> list[list[str]]:
    """The cells of every case."""
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    return [line.strip("| ").split(" | ") for line in lines if re.match(r"\| \d+ \|", line)]


def test_every_case_has_its_row() -> None:
    assert [int(row[0]) for row in rows()] == list(range(1, CASES + 1))
    assert {len(row) for row in rows()} == {5}


def test_every_sentence_exists() -> None:
    known = sentences()
    named = [code for row in rows() for code in _QUOTED.findall(row[3])]
    assert len(named) > 40
    assert [code for code in named if code not in known] == []


def test_every_case_has_a_test_that_exists() -> None:
    assert [row[0] for row in rows() if not _QUOTED.findall(row[4])] == []
    gone = []
    for name in (name for row in rows() for name in _QUOTED.findall(row[4])):
        file, _, function = name.partition("::")
        path = ROOT / "tests" / file
        if not path.is_file() or function not in functions_of(tree(path)):
            gone.append(name)
    assert gone == []


def functions_of(module: ast.Module) -> set[str]:
    """What a test file defines."""
    return {node.name for node in ast.walk(module) if isinstance(node, ast.FunctionDef)}
