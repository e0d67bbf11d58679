"""Kept files: by their content, once, and told when they are no longer what they were."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from thidua_desktop.application.records import Attachment, Problem
from thidua_desktop.domain.errors import EnvironmentFault
from thidua_desktop.storage.attachments import AttachmentFolder
from thidua_desktop.storage.store import SqliteStore

CONTENT = "Biên bản họp".encode() * 100
DIGEST = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "Biên bản (1).pdf"
    path.write_bytes(CONTENT)
    return path


@pytest.fixture
def vault(tmp_path: Path) -> AttachmentFolder:
    return AttachmentFolder(tmp_path / "attachments")


def test_a_kept_file_is_a_copy_under_its_hash(vault: AttachmentFolder, source: Path) -> None:
    kept = vault.keep(source)
    assert kept == Attachment(DIGEST, len(CONTENT), "Biên bản (1).pdf")
    assert vault.path(DIGEST).read_bytes() == CONTENT
    assert vault.path(DIGEST).parent.name == DIGEST[:2]
    source.unlink()
    assert list(vault.problems([kept])) == []


def test_the_same_content_is_kept_once_whatever_its_name(
    vault: AttachmentFolder, source: Path
) -> None:
    first = vault.keep(source)
    written = vault.path(DIGEST).stat().st_mtime_ns
    other = source.rename(source.with_name("bản khác.pdf"))
    second = vault.keep(other)
    assert (first.sha256, second.name) == (second.sha256, "bản khác.pdf")
    assert vault.path(DIGEST).stat().st_mtime_ns == written
    assert len(list(vault.path(DIGEST).parent.iterdir())) == 1


def test_a_spoilt_copy_is_made_whole_when_the_file_comes_again(
    vault: AttachmentFolder, source: Path
) -> None:
    kept = vault.keep(source)
    vault.path(DIGEST).write_bytes(b"")
    vault.keep(source)
    assert list(vault.problems([kept])) == []


@pytest.mark.parametrize(
    ("code", "spoil"),
    [
        ("attachment_missing", lambda path: path.unlink()),
        ("attachment_altered", lambda path: path.write_bytes(CONTENT + b".")),
        ("attachment_altered", lambda path: path.write_bytes(b"")),
    ],
)
def test_what_was_lost_or_altered_is_told_by_its_own_name(
    store: SqliteStore, source: Path, code: str, spoil: object
) -> None:
    with store.write("forms_collected") as books:
        books.collecting.add_attachment(store.attachments.keep(source))
        books.collecting.add_attachment(store.attachments.keep(source))
        assert len(books.collecting.attachments()) == 1
    assert store.check() == ()
    assert callable(spoil)
    spoil(store.attachments.path(DIGEST))
    assert store.check() == (Problem(code, {"name": source.name}),)


def test_a_file_that_cannot_be_read_is_told(vault: AttachmentFolder, tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault) as caught:
        vault.keep(tmp_path / "không có.pdf")
    assert (caught.value.code, caught.value.data) == (
        "attachment_unwritable",
        {"file": "không có.pdf"},
    )
