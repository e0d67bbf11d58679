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


PASSED_ON = {"fault_of": 2, "_rows.one": 0}
"""What makes an error of a code that it is given, and where the code stands."""


def told_code(call: ast.Call) -> str | None:
    """The code of `Issue("code", …)` and of `texts.render("code", …)`, where it is written out."""
    place = {**dict.fromkeys(TELLING, 0), **PASSED_ON, "render": 0}.get(called(call.func))
    if place is None or len(call.args) <= place:
        return None
    code = call.args[place]
    return code.value if isinstance(code, ast.Constant) and isinstance(code.value, str) else None


def called(function: ast.expr) -> str:
    """The name of a function or method; of methods of `_rows` with it, for `one` is any word."""
    if isinstance(function, ast.Attribute):
        owner = function.value
        is_rows = isinstance(owner, ast.Attribute) and owner.attr == "_rows"
        return f"_rows.{function.attr}" if is_rows else function.attr
    return function.id if isinstance(function, ast.Name) else ""


def test_every_code_has_its_sentence() -> None:
    known = sentences()
    calls = [
        (name_of(path), node)
        for path in python_files(PACKAGE)
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call)
    ]
    told = [(where, code) for where, node in calls if (code := told_code(node))]
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
