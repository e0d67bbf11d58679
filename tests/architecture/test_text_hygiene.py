"""The project's texts: one encoding, composed letters, nothing of anyone's machine."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

from tests.architecture.sources import name_of, text_files

# In two parts each, or this file would be the first to break its own rule.
_MACHINE_PATHS = ["/" + name + "/" for name in ("work", "root", "home", "tmp")]
_HOSTS = ["pypi" + ".org", "python" + "hosted.org", "registry.npm" + "js", "deb.debian" + ".org"]
_OTHERS = [
    "TO" + "DO",
    "FIX" + "ME",
    "Chat" + "GPT",
    "Clau" + "de",
    "Anthro" + "pic",
    "Open" + "AI",
]

BANNED = re.compile(
    r"(?<![\w.])(?:" + "|".join(map(re.escape, _MACHINE_PATHS)) + r")"
    r"|[A-Za-z]:[\\/]+Users[\\/]"
    r"|" + "|".join(map(re.escape, _HOSTS)) + r"|\b(?:" + "|".join(_OTHERS) + r")\b"
)
CRLF_ALLOWED = {".bat", ".cmd"}


def content(path: Path) -> str:
    return path.read_bytes().decode("utf-8")


@pytest.mark.parametrize(
    ("text", "banned"),
    [
        ("see " + _MACHINE_PATHS[0] + "x", True),
        ("from " + _HOSTS[0], True),
        ("# " + _OTHERS[0] + ": later", True),
        ("docs" + _MACHINE_PATHS[0] + "x", False),
        ("ai phụ trách? AI trong chuyển đổi số", False),
    ],
)
def test_what_is_banned(text: str, *, banned: bool) -> None:
    assert bool(BANNED.search(text)) == banned


def test_nothing_names_a_machine_a_registry_or_unfinished_work() -> None:
    found = [
        f"{name_of(path)}:{number}: {match.group()}"
        for path in text_files()
        for number, line in enumerate(content(path).splitlines(), start=1)
        if (match := BANNED.search(line))
    ]
    assert found == []


def test_letters_are_composed() -> None:
    """Decomposed letters look the same, and neither search nor print finds them."""
    found = [name_of(p) for p in text_files() if not unicodedata.is_normalized("NFC", content(p))]
    assert found == []


def test_lines_end_the_same_way_everywhere() -> None:
    found = [
        name_of(path)
        for path in text_files()
        if path.suffix not in CRLF_ALLOWED
        if b"\r" in path.read_bytes() or (content(path) and not content(path).endswith("\n"))
    ]
    assert found == []
