"""The documents say what is there: commands, pages, buttons, links, pictures."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

import pytest

from tests.architecture.manual import CHAPTERS, HELP, MANUAL, PICTURES, manual_text, text_of
from tests.architecture.sources import PACKAGE, ROOT, name_of, python_files, tree
from tests.command_line import CommandLine
from thidua_desktop.cli.commands import WITH_DESK, WITH_PROGRAM
from thidua_desktop.ui.pages.registry import PAGES

DOCS = ROOT / "docs"
COMMANDS = DOCS / "command-line.md"
PAGES_OF_DOCS = sorted([ROOT / "README.md", ROOT / "CHANGELOG.md", *DOCS.rglob("*.md")])
_LINK = re.compile(r"(?<!`)\[[^\]]*\]\(([^)\s]+)\)")
_SAID_OF_WORK = {"không cần mạng", "chưa có gì được lưu", "không được nhận", "tổng số thành viên"}
_SAID_OF_WORK |= {"chưa có dữ liệu", "điểm đề xuất", "Dặn đơn vị:"}
"""What the help prints bold without naming a button."""


def words_of_the_window() -> str:
    """Every text in the window's source, and the sentences that it shows."""
    found = [
        node.value
        for path in python_files(PACKAGE / "ui")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    for path in sorted((ROOT / "resources" / "text").glob("*.toml")):
        found += tomllib.loads(path.read_text(encoding="utf-8"))["texts"].values()
    return "\n".join(found)


def anchors(path: Path) -> set[str]:
    """The links that the titles of a page make."""
    titles = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def test_the_manual_is_the_help_of_the_window() -> None:
    """Mend it with `python -m tests.architecture.manual`."""
    assert MANUAL.read_text(encoding="utf-8") == manual_text()


def test_every_package_of_the_application_stands_at_its_step() -> None:
    """Name a new package or shared module in the table «Where is the goal?» of the architecture."""
    page = (DOCS / "architecture.md").read_text(encoding="utf-8")
    table = page.partition("## Where is the goal?")[2].partition("\n## ")[0]
    told = re.findall(r"`(\w+)/?`", table)
    parts = (PACKAGE / "application").iterdir()
    there = {path.stem for path in parts if not path.name.startswith("__")}
    assert sorted(told) == sorted({"application", *there})


def test_every_page_has_its_chapter_and_every_chapter_its_page() -> None:
    assert {path.stem for path in HELP.iterdir()} == set(CHAPTERS)
    titles = {spec.key: text_of(spec.key).splitlines()[0] for spec in PAGES}
    assert titles == {spec.key: f"# {spec.title}" for spec in PAGES}


def test_every_page_has_its_picture() -> None:
    assert [spec.key for spec in PAGES if not (PICTURES / f"{spec.key}.png").is_file()] == []


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_what_the_help_prints_bold_is_on_the_screen(chapter: str) -> None:
    shown = words_of_the_window()
    text = re.sub(r"^\*\*.*?\?\*\*", "", text_of(chapter), flags=re.MULTILINE)
    bold = set(re.findall(r"\*\*(.+?)\*\*", text)) - _SAID_OF_WORK
    assert sorted(words for words in bold if words not in shown) == []


def test_every_shortcut_of_the_help_works() -> None:
    shown = words_of_the_window()
    keys = re.findall(r"^\| ((?:Ctrl \+ [A-Z]|F\d|Esc))", text_of("index"), re.MULTILINE)
    standard = {"Ctrl + C", "F2"}
    assert len(keys) > 8
    assert [key for key in keys if key not in standard and key.replace(" ", "") not in shown] == []


def test_every_command_is_in_the_documents() -> None:
    text = COMMANDS.read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([a-z]+(?: [a-z]+(?= |`))?)", text, re.MULTILINE)
    named = set(rows)
    assert named == {*WITH_DESK, *WITH_PROGRAM}


def test_every_option_of_a_command_is_in_the_documents() -> None:
    text = COMMANDS.read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `([a-z]+(?: [a-z]+)?)([^|]*)", text, re.MULTILINE))
    missing = []
    for command in (*WITH_DESK, *WITH_PROGRAM):
        told = CommandLine(ROOT).type(*command.split(), "--help").out
        options = set(re.findall(r"(--[a-z-]+)", told))
        options -= {"--help", "--data", "--json"}
        missing += [f"{command} {option}" for option in options if option not in rows[command]]
    assert sorted(missing) == []


@pytest.mark.parametrize("path", PAGES_OF_DOCS, ids=name_of)
def test_every_link_and_picture_exists(path: Path) -> None:
    gone = []
    for target in _LINK.findall(path.read_text(encoding="utf-8")):
        file, _, part = target.partition("#")
        if target.startswith(("http://", "https://")):
            continue
        there = (path.parent / file) if file else path
        if not there.exists() or (part and part not in anchors(there)):
            gone.append(target)
    assert gone == []


@pytest.mark.parametrize("path", PAGES_OF_DOCS, ids=name_of)
def test_every_file_that_is_named_exists(path: Path) -> None:
    """Paths in code marks, from the project's root or from the package."""
    named = re.findall(r"`((?:[\w.-]+/)+[\w.-]*\.(?:py|toml|txt|md|sql))`", path.read_text("utf-8"))
    gone = [n for n in named if not (ROOT / n).exists() and not (PACKAGE / n).exists()]
    assert gone == []


def test_every_picture_is_shown_somewhere() -> None:
    shown = "".join(path.read_text(encoding="utf-8") for path in PAGES_OF_DOCS)
    assert [path.name for path in sorted(PICTURES.iterdir()) if path.name not in shown] == []


def test_the_help_links_within_itself() -> None:
    for chapter in CHAPTERS:
        for target in _LINK.findall(text_of(chapter)):
            assert (HELP / target).is_file(), target
