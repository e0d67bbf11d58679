"""Files kept by the hash of their content: the same content once, never altered."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from thidua_desktop.application.records import Attachment, Problem
from thidua_desktop.domain.errors import EnvironmentFault


ATTACHMENTS = "attachments"


class AttachmentFolder:
    """Port `AttachmentVault`: ``attachments/ab/abcdef…`` below the data folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, source: Path) -> Attachment:
        """Copy a file into the vault.

        Raises:
            EnvironmentFault: it can't be read or written.
        """
        try:
            content = source.read_bytes()
            digest = hashlib.sha256(content).hexdigest()
            target = self.path(digest)
            if not target.exists():
                self._write(target, content)
        except OSError as error:
            raise EnvironmentFault("attachment_unwritable", file=source.name) from error
        return Attachment(digest, len(content), source.name)

    def path(self, sha256: str) -> Path:
        """Where a kept file lies."""
        return self._folder / sha256[:2] / sha256

    @staticmethod
    def _write(target: Path, content: bytes) -> None:
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished = target.with_suffix(".dang-ghi")
        with unfinished.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(unfinished, target)

    def problems(self, attachments: Iterable[Attachment]) -> Iterator[Problem]:
        """What is missing or altered."""
        for attachment in attachments:
            path = self.path(attachment.sha256)
            if not path.is_file():
                yield Problem("attachment_missing", {"name": attachment.name})
            elif hashlib.sha256(path.read_bytes()).hexdigest() != attachment.sha256:
                yield Problem("attachment_altered", {"name": attachment.name})
