"""Nothing grows past what one can read in one sitting."""

from __future__ import annotations

import ast

from tests.architecture.sources import classes, functions, name_of, python_files, tree

LINES_OF_A_MODULE = 400
LINES_OF_A_FUNCTION = 50
METHODS_OF_A_CLASS = 20


def length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    assert node.end_lineno is not None
    return node.end_lineno - node.lineno + 1


def is_method(node: ast.stmt) -> bool:
    """Whether a class does something with it; a property is something that it has."""
    if not isinstance(node, ast.FunctionDef):
        return False
    marks = [mark.id for mark in node.decorator_list if isinstance(mark, ast.Name)]
    return "property" not in marks


def test_modules_are_short() -> None:
    lines = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in python_files()}
    assert [f"{name_of(p)}: {n}" for p, n in lines.items() if n > LINES_OF_A_MODULE] == []


def test_functions_are_short() -> None:
    too_long = [
        f"{name_of(path)}:{function.lineno} {function.name}: {length(function)}"
        for path in python_files()
        for function in functions(tree(path))
        if length(function) > LINES_OF_A_FUNCTION
    ]
    assert too_long == []


def test_classes_have_few_methods() -> None:
    too_wide = [
        f"{name_of(path)}:{cls.lineno} {cls.name}: {count}"
        for path in python_files()
        for cls in classes(tree(path))
        if (count := sum(is_method(node) for node in cls.body)) > METHODS_OF_A_CLASS
    ]
    assert too_wide == []
