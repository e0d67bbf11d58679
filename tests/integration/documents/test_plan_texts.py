"""What is told about a plan file has a sentence, and no sentence is left over."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[3]


def test_every_code_has_its_sentence_and_every_sentence_its_code() -> None:
    documents = ROOT / "thidua_desktop" / "documents"
    files = [*documents.glob("plan_*.py"), *documents.glob("toml_*.py")]
    program = "".join(path.read_text(encoding="utf-8") for path in files)
    used = set(re.findall(r'"((?:plan|toml)_[a-z0-9_]+)"', program))
    texts = ROOT / "resources" / "text" / "issues_plan.toml"
    assert used == set(tomllib.loads(texts.read_text(encoding="utf-8"))["texts"])
