"""Everything that ships is used."""

from __future__ import annotations

import ast
import re
from fnmatch import fnmatch

from tests.architecture.sources import PACKAGE, ROOT, name_of, python_files, tree

RESOURCES = ROOT / "resources"

READ_AS_A_WHOLE = {"help", "plans", "rule_packs", "text"}
"""Folders whose every file is loaded; their own tests read each."""

LICENCES = {"resources/fonts/OFL.txt", "resources/icons/LICENSE.txt"}
"""They ship because the licences ask for it."""


def strings_in_the_program() -> set[str]:
    """Every string constant in the program and in the recipe of its build."""
    return {
        node.value
        for path in (*python_files(PACKAGE), ROOT / "build.spec")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def test_every_resource_is_used() -> None:
    """Its name, or a pattern for all of its kind, is written in the program."""
    known = strings_in_the_program()
    styles = "".join(path.read_text(encoding="utf-8") for path in (RESOURCES / "style").iterdir())
    patterns = [text for text in known if re.fullmatch(r"[\w-]*\*\.\w+", text)]
    unused = [
        name_of(path)
        for path in sorted(RESOURCES.rglob("*"))
        if path.is_file()
        and path.relative_to(RESOURCES).parts[0] not in READ_AS_A_WHOLE
        and name_of(path) not in LICENCES
        and not {path.name, path.stem} & known
        and path.name not in styles
        and not any(fnmatch(path.name, pattern) for pattern in patterns)
    ]
    assert unused == []
