"""Every code that a person may meet has its Vietnamese sentence, and every sentence its code."""

from __future__ import annotations

import ast
import re
import tomllib

from tests.architecture.sources import PACKAGE, ROOT, name_of, python_files, tree

TELLING = {
    *("ThiDuaError", "RuleViolation", "InputError", "NotFound", "Conflict", "EnvironmentFault"),
    *("Issue", "Reason", "Problem"),
}
"""What is made with a code first; the sentence is looked up by it."""


def sentences() -> dict[str, str]:
    found: dict[str, str] = {}
    for path in sorted((ROOT / "resources" / "text").glob("*.toml")):
        found |= tomllib.loads(path.read_text(encoding="utf-8"))["texts"]
    return found


def first_argument(call: ast.Call) -> str | None:
    """The code of `Issue("code", …)` and of `texts.render("code", …)`, where it is written out."""
    name = call.func.id if isinstance(call.func, ast.Name) else None
    renders = isinstance(call.func, ast.Attribute) and call.func.attr == "render"
    if (name not in TELLING and not renders) or not call.args:
        return None
    code = call.args[0]
    return code.value if isinstance(code, ast.Constant) and isinstance(code.value, str) else None


def test_every_code_has_its_sentence() -> None:
    known = sentences()
    calls = [
        (name_of(path), node)
        for path in python_files(PACKAGE)
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call)
    ]
    told = [(where, code) for where, node in calls if (code := first_argument(node))]
    assert len(told) > 150
    assert sorted({f"{where}: {code}" for where, code in told if code not in known}) == []


def test_no_sentence_stands_in_two_files() -> None:
    seen: dict[str, str] = {}
    twice = []
    for path in sorted((ROOT / "resources" / "text").glob("*.toml")):
        for code in tomllib.loads(path.read_text(encoding="utf-8"))["texts"]:
            if code in seen:
                twice.append(f"{code}: {seen[code]}, {path.name}")
            seen[code] = path.name
    assert twice == []


def test_every_sentence_is_said_somewhere() -> None:
    """Its code stands in the program, whole or as the part of a code that is put together."""
    words = set()
    for path in python_files(PACKAGE):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                words.add(node.value)
    starts = tuple(word for word in words if re.fullmatch(r"[a-z]+(?:_[a-z]+)*_", word))
    ends = tuple(word for word in words if re.fullmatch(r"(?:_[a-z]+)+", word))
    unsaid = [
        code
        for code in sentences()
        if code not in words and not code.startswith(starts) and not code.endswith(ends)
    ]
    assert unsaid == []
