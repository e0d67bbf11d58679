"""The project's own files, as the tests of its build look at them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
PACKAGE = ROOT / "thidua_desktop"

_NOT_OURS = {".git", ".hypothesis", ".venv", "build", "data", "dist", "out"}
_BINARY = {".db", ".docx", ".ico", ".ods", ".pdf", ".png", ".ttf", ".xls", ".xlsb", ".xlsx", ".zip"}


@cache
def all_files() -> tuple[Path, ...]:
    """Every file that belongs to the project, without asking git: a copy has no history."""
    top = [path for path in ROOT.iterdir() if path.name not in _NOT_OURS]
    found = [path for path in top if path.is_file()]
    for folder in top:
        found += [path for path in folder.rglob("*") if path.is_file()]
    return tuple(sorted(path for path in found if not _is_cache(path)))


def _is_cache(path: Path) -> bool:
    parts = path.relative_to(ROOT).parts
    return any(part == "__pycache__" or part.endswith("_cache") for part in parts)


@cache
def text_files() -> tuple[Path, ...]:
    """Files that people read and write as text."""
    return tuple(path for path in all_files() if path.suffix.lower() not in _BINARY)


@cache
def python_files(folder: Path = ROOT) -> tuple[Path, ...]:
    """Python files of the project, or of one of its folders."""
    return tuple(p for p in all_files() if p.suffix == ".py" and p.is_relative_to(folder))


@cache
def tree(path: Path) -> ast.Module:
    """The syntax tree of a Python file."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def name_of(path: Path) -> str:
    """A path as it is written in a list of faults."""
    return path.relative_to(ROOT).as_posix()


def functions(module: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method, nested ones too."""
    for node in ast.walk(module):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def classes(module: ast.Module) -> Iterator[ast.ClassDef]:
    """Every class, nested ones too."""
    for node in ast.walk(module):
        if isinstance(node, ast.ClassDef):
            yield node
