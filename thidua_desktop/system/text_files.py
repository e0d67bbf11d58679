"""Reads the sentences of ``resources/text``."""

from __future__ import annotations

import tomllib
from pathlib import Path


def read_sentences(folder: Path) -> dict[str, str]:
    """Every sentence by code, of all files of the folder together.

    Raises:
        ValueError: two files give the same code a sentence, or a file is broken; both are
            mistakes of ours and can't ship.
    """
    sentences: dict[str, str] = {}
    for file in sorted(folder.glob("*.toml")):
        texts = tomllib.loads(file.read_text(encoding="utf-8"))["texts"]
        for code, sentence in texts.items():
            if code in sentences:
                raise ValueError(f"{file.name}: {code} stands twice")
            sentences[code] = sentence
    return sentences
