"""What is installed: pinned, hashed, the same for all, and its licences told."""

from __future__ import annotations

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.architecture.sources import ROOT

FILES = ("requirements.txt", "requirements-dev.txt", "requirements-build.txt")


def blocks(name: str) -> dict[str, str]:
    """Each pinned package with the whole text of its pin."""
    text = (ROOT / ".ci" / name).read_text(encoding="utf-8").replace("\\\n", " ")
    return {line.split("==")[0]: " ".join(line.split()) for line in text.splitlines()}


def version(pin: str) -> str:
    """The version of a pin."""
    found = re.match(r"\S+==(\S+)", pin)
    assert found
    return found.group(1)


@pytest.mark.parametrize("name", FILES)
def test_every_line_is_one_version_with_its_hashes(name: str) -> None:
    shape = re.compile(r"[a-z0-9.-]+==\S+( ; [^-]+?)?( --hash=sha256:[0-9a-f]{64})+")
    assert [pin for pin in blocks(name).values() if not shape.fullmatch(pin)] == []


@pytest.mark.parametrize("name", FILES[1:])
def test_tools_come_with_the_very_libraries_that_ship(name: str) -> None:
    more = blocks(name)
    assert {key: more.get(key) for key in blocks(FILES[0])} == blocks(FILES[0])


def test_pins_are_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [Requirement(line) for line in project["project"]["dependencies"]]
    pins = blocks(FILES[0])
    unmet = [
        str(requirement)
        for requirement in wanted
        if not requirement.specifier.contains(version(pins[canonicalize_name(requirement.name)]))
    ]
    assert unmet == []


def test_the_runtime_stays_small() -> None:
    """NumPy or pandas in the environment alone would triple the start of the database library."""
    assert {"numpy", "pandas", "pyside6", "pyside6-addons"} & set(blocks(FILES[0])) == set()


def test_the_page_of_licences_names_every_library_that_ships() -> None:
    page = (ROOT / "docs" / "licences.md").read_text(encoding="utf-8")
    rows = {(name, version(pin)) for name, pin in blocks(FILES[0]).items()}
    assert rows - set(re.findall(r"^\| ([a-z0-9-]+) \| ([\w.]+) \|", page, re.MULTILINE)) == set()
