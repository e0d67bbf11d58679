"""Files kept by the hash of their content: the same content once, never altered."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from thidua_desktop.application.records import Attachment, Problem
from thidua_desktop.domain.errors import EnvironmentFault
from thidua_desktop.domain.vietnamese.cleaning import clean_text
from thidua_desktop.storage.durable import UNFINISHED, digest_of, put_in_place

ATTACHMENTS = "attachments"


class AttachmentFolder:
    """Port `AttachmentVault`: ``attachments/ab/abcdef…`` below the data folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, source: Path) -> Attachment:
        """Copy a file into the vault; a damaged copy of the same content is made whole.

        Raises:
            EnvironmentFault: it can't be read or written.
        """
        try:
            content = source.read_bytes()
            digest = hashlib.sha256(content).hexdigest()
            if not self._holds(digest):
                _write(self.path(digest), content)
        except OSError as error:
            raise EnvironmentFault("attachment_unwritable", file=clean_text(source.name)) from error
        return Attachment(digest, len(content), clean_text(source.name))

    def path(self, sha256: str) -> Path:
        """Where a kept file lies."""
        return self._folder / sha256[:2] / sha256

    def problems(self, attachments: Iterable[Attachment]) -> Iterator[Problem]:
        """What is missing or altered."""
        for attachment in attachments:
            if not self.path(attachment.sha256).is_file():
                yield Problem("attachment_missing", {"name": attachment.name})
            elif not self._holds(attachment.sha256):
                yield Problem("attachment_altered", {"name": attachment.name})

    def _holds(self, digest: str) -> bool:
        path = self.path(digest)
        return path.is_file() and digest_of(path) == digest


def _write(target: Path, content: bytes) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_name(target.name + UNFINISHED)
    try:
        unfinished.write_bytes(content)
        put_in_place(unfinished, target)
    finally:
        unfinished.unlink(missing_ok=True)
