"""docs/eligibility.md tells of all twelve principles, with articles and tests that exist."""

from __future__ import annotations

import re
import tomllib

from tests.architecture.sources import ROOT, tree
from tests.architecture.test_odd_files import functions_of
from thidua_desktop.domain.rule_pack import Principle

PAGE = ROOT / "docs" / "eligibility.md"
PACKS = sorted((ROOT / "resources" / "rule_packs").glob("*.toml"))
TESTS = sorted((ROOT / "tests").rglob("test_*.py"))
PRINCIPLES = 12
_QUOTED = re.compile(r"`([^`]+)`")


def rows() -> list[list[str]]:
    """The cells of every principle."""
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    return [line.strip("| ").split(" | ") for line in lines if re.match(r"\| P\d+ \|", line)]


def test_every_principle_has_its_row() -> None:
    assert [row[0] for row in rows()] == [f"P{place}" for place in range(1, PRINCIPLES + 1)]
    assert {len(row) for row in rows()} == {5}
    known = {principle.value for principle in Principle}
    assert [row[2] for row in rows() if row[2].strip("`") not in known] == []


def test_the_articles_are_those_of_every_pack() -> None:
    assert PACKS
    for pack in PACKS:
        told = tomllib.loads(pack.read_text(encoding="utf-8"))["articles"]
        articles = {one["principle"]: one["citation"] for one in told}
        differing = [row[0] for row in rows() if articles[row[2].strip("`")] != row[3]]
        assert differing == [], pack.name


def test_every_test_that_is_named_exists() -> None:
    known = {name for path in TESTS for name in functions_of(tree(path))}
    assert [row[0] for row in rows() if not _QUOTED.findall(row[4])] == []
    page = PAGE.read_text(encoding="utf-8")
    named = set(re.findall(r"`(test_\w+)`", page))
    assert named - known == set()
    files = re.findall(r"`((?:tests|domain)/[\w/]+\.py)`", page)
    roots = {"tests": ROOT, "domain": ROOT / "thidua_desktop"}
    gone = [one for one in files if not (roots[one.split("/")[0]] / one).is_file()]
    assert gone == []
