"""The sentences: every file is read, composed, and free of mistakes that only show on screen."""

from __future__ import annotations

import re
import string
import tomllib
import unicodedata
from pathlib import Path

import pytest

from thidua_desktop.system.paths import AppPaths
from thidua_desktop.system.text_files import read_sentences

TEXT = AppPaths.detect().resources / "text"
FILES = sorted(TEXT.glob("*.toml"))


def write(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, encoding="utf-8")


def test_all_files_are_one_catalogue(tmp_path: Path) -> None:
    write(tmp_path, "a.toml", '[texts]\none = "Một"\n')
    write(tmp_path, "b.toml", '[texts]\ntwo = "Hai {name}"\n')
    write(tmp_path, "ghi chú.txt", "không đọc")
    assert read_sentences(tmp_path) == {"one": "Một", "two": "Hai {name}"}


def test_a_code_in_two_files_is_a_mistake(tmp_path: Path) -> None:
    write(tmp_path, "a.toml", '[texts]\none = "Một"\n')
    write(tmp_path, "b.toml", '[texts]\none = "Hai"\n')
    with pytest.raises(ValueError, match=r"b\.toml: one stands twice"):
        read_sentences(tmp_path)


@pytest.mark.parametrize("text", ["[texts]\none = ", '[texts]\none = "a"\none = "b"\n'])
def test_a_broken_file_is_a_mistake(tmp_path: Path, text: str) -> None:
    write(tmp_path, "a.toml", text)
    with pytest.raises(tomllib.TOMLDecodeError):
        read_sentences(tmp_path)


@pytest.mark.parametrize("file", FILES, ids=[file.name for file in FILES])
def test_a_file_holds_sentences_and_nothing_else(file: Path) -> None:
    content = tomllib.loads(file.read_text(encoding="utf-8"))
    assert list(content) == ["texts"]
    assert content["texts"]
    for code, sentence in content["texts"].items():
        assert re.fullmatch(r"[a-z][a-z0-9_]*", code), code
        assert isinstance(sentence, str), code


def test_every_sentence_can_be_shown() -> None:
    for code, sentence in read_sentences(TEXT).items():
        assert unicodedata.is_normalized("NFC", sentence), code
        assert sentence == sentence.strip(), code
        assert sentence, code
        assert not re.search(r"  |\t|[\u200b-\u200f\ufeff]", sentence), code
        fields = [name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None]
        assert all(re.fullmatch(r"[a-z_]+", name) for name in fields), code
