"""Every key of a TOML text is found on its own line."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from thidua_desktop.documents.toml_lines import LineIndex, Place

PLANS = sorted((Path(__file__).parents[3] / "resources" / "plans").glob("*.toml"))

AWKWARD = '''\
# [not.a.table] and = in a comment
"quoted key" = "a # no comment, [no] table"
one.two = 'dotted' # a comment = here
wrapped = """
[[not_a_table]]
key = "no key"
"""
closing = """five quotes: ""\"""
literal = \'\'\'
[no]\'\'\'
rows = [
  [1, 2], # one
  # two = 2
  [3, 4],
]
inline = { first = 1, second = [
  2,
] }

[ spaced . "table" ]
x = 1

[[list]]
y = 1
[[list.inner]]
z = 1
[[list.inner]]
z = 2
[[list]]
y = 2
[list.single]
w = 1
[[list.inner]]
z = 3
'''


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_awkward_texts(newline: str) -> None:
    tomllib.loads(AWKWARD)
    index = LineIndex(AWKWARD.replace("\n", newline))
    lines = AWKWARD.splitlines()
    expected: dict[Place, str] = {
        ("quoted key",): '"quoted key" = "a # no comment, [no] table"',
        ("one",): "one.two = 'dotted' # a comment = here",
        ("one", "two"): "one.two = 'dotted' # a comment = here",
        ("wrapped",): 'wrapped = """',
        ("closing",): 'closing = """five quotes: """""',
        ("literal",): "literal = '''",
        ("rows", 1, 0): "rows = [",
        ("inline", "second"): "inline = { first = 1, second = [",
        ("spaced", "table", "x"): "x = 1",
        ("list", 0, "y"): "y = 1",
        ("list", 0, "inner", 1, "z"): "z = 2",
        ("list", 1, "y"): "y = 2",
        ("list", 1, "single", "w"): "w = 1",
        ("list", 1, "inner", 0, "z"): "z = 3",
        ("list", 1, "inner", 0, "missing"): "[[list.inner]]",
        ("spaced", "table", "missing"): '[ spaced . "table" ]',
        ("missing",): "# [not.a.table] and = in a comment",
    }
    assert {place: lines[index.line(place) - 1] for place in expected} == expected


def test_an_empty_text_and_one_without_a_last_newline() -> None:
    assert LineIndex("").line(("a",)) == 1
    assert LineIndex("\n\na = 1").line(("a",)) == 3


def keys_of(value: object, place: Place = ()) -> Iterator[Place]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield (*place, key)
            yield from keys_of(inner, (*place, key))
    elif isinstance(value, list) and value and isinstance(value[0], dict):
        for at, inner in enumerate(value):
            yield (*place, at)
            yield from keys_of(inner, (*place, at))


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_every_key_of_a_shipped_plan(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    index, lines = LineIndex(source), source.splitlines()
    found = {place: index.line(place) for place in keys_of(tomllib.loads(source))}
    wrong = {place: line for place, line in found.items() if not is_line_of(place, lines[line - 1])}
    assert wrong == {}
    of_keys = [line for line in found.values() if not lines[line - 1].startswith("[")]
    assert len(of_keys) == len(set(of_keys))


def is_line_of(place: Place, line: str) -> bool:
    if line.startswith("["):
        names = ".".join(key for key in place if isinstance(key, str))
        return line in (f"[{names}]", f"[[{names}]]")
    return line.startswith(f"{place[-1]} = ")
