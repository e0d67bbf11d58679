"""Habits of the house that no linter knows."""

from __future__ import annotations

import ast

from tests.architecture.sources import PACKAGE, name_of, python_files, tree

NAMES_THAT_SAY_NOTHING = {"utils", "util", "helpers", "helper", "common", "manager", "misc", "base"}

MAY_CATCH_EVERYTHING = {
    "thidua_desktop/ui/tasks.py": "the task runner: a failed task must reach the window",
    "thidua_desktop/system/crash.py": "the process hook: a bug is logged and shown, never lost",
    "thidua_desktop/documents/excel/worker.py": (
        "the whole of a guarded process of its own: whatever a hostile workbook raises there"
        " must come back as one answer"
    ),
}


def catches_everything(handler: ast.ExceptHandler) -> bool:
    """Whether a handler ends what it did not understand; one that raises again only tidies up."""
    caught = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    names = {node.id if isinstance(node, ast.Name) else None for node in caught}
    broad = handler.type is None or bool(names & {"Exception", "BaseException"})
    last = handler.body[-1]
    return broad and not (isinstance(last, ast.Raise) and last.exc is None)


def handlers(source: ast.Module) -> list[ast.ExceptHandler]:
    return [node for node in ast.walk(source) if isinstance(node, ast.ExceptHandler)]


def test_what_counts_as_catching_everything() -> None:
    code = "try: f()\nexcept {}:\n    {}\n"
    verdicts = {
        (kind, body): catches_everything(handlers(ast.parse(code.format(kind, body)))[0])
        for kind in ("", "Exception", "(OSError, BaseException)", "OSError")
        for body in ("g()", "raise")
    }
    assert [case for case, broad in verdicts.items() if broad] == [
        ("", "g()"),
        ("Exception", "g()"),
        ("(OSError, BaseException)", "g()"),
    ]


def test_only_the_last_resorts_catch_everything() -> None:
    found = [
        f"{name_of(path)}:{handler.lineno}"
        for path in python_files(PACKAGE)
        if name_of(path) not in MAY_CATCH_EVERYTHING
        for handler in handlers(tree(path))
        if catches_everything(handler)
    ]
    assert found == []


def test_modules_are_named_by_what_they_are_for() -> None:
    named = [
        name_of(path)
        for path in python_files()
        if NAMES_THAT_SAY_NOTHING & {path.stem, path.parent.name}
    ]
    assert named == []


def test_every_module_says_what_it_is_for() -> None:
    silent = [name_of(p) for p in python_files() if tree(p).body and not ast.get_docstring(tree(p))]
    assert silent == []
