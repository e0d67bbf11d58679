"""A command that must be refused: a sentence fit for people, and nothing changed."""

from __future__ import annotations

from typing import Any

from tests.command_line import Ran
from tests.integration.cli.office import CYCLE, Office

IMPORT = ("--cycle", CYCLE)

KEYS = ("dac_khu.",)
"""Words that an office itself writes in its files, and so may be told."""


def assert_sentence(text: str) -> None:
    """Plain Vietnamese: begins like a sentence, ends like one, and names no code or class."""
    assert text
    assert text[0].isupper() or text[0] == "«" or text[0].isdigit(), text
    assert text.endswith((".", "?", "!")), text
    words = [w for w in text.split() if not {"/", "\\"} & set(w) and not w.endswith(".xlsx")]
    for jargon in ("Traceback", "Error", "Exception", "None", "{", "errno"):
        assert jargon not in " ".join(words), text
    assert not [word for word in words if "_" in word.strip("«»,.;") and word not in KEYS], text


def refused(office: Office, *words: object) -> Ran:
    """Run a command that must not change anything; its sentence must be fit for people."""
    before = office.line.state()
    ran = office.line("--json", *words)
    assert ran.code in (1, 3), ran.told
    assert office.line.state() == before
    if "error" in ran.answer:
        assert_sentence(ran.answer["error"]["message"])
    for issue in ran.answer.get("issues", []):
        assert_sentence(issue["message"])
    return ran


def codes(file: dict[str, Any]) -> list[str]:
    return [issue["code"] for issue in file["issues"]]
