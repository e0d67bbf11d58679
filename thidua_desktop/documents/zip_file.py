"""Zip files for sending: the same files always make the same zip."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from thidua_desktop.documents.atomic import replace_atomically
from thidua_desktop.domain.errors import EnvironmentFault

_ORDINARY_FILE = 0o644 << 16


class ZipPacker:
    """Port `FilePacker`."""

    def pack(self, files: Sequence[tuple[str, Path]], path: Path) -> None:
        """Write the zip beside its place first, so that an old one is whole until then."""
        with replace_atomically(path) as unfinished, ZipFile(unfinished, "w") as packed:
            for name, source in files:
                entry = ZipInfo(name)
                entry.compress_type = ZIP_DEFLATED
                entry.external_attr = _ORDINARY_FILE
                packed.writestr(entry, _content(source))


def _content(source: Path) -> bytes:
    try:
        return source.read_bytes()
    except OSError as error:
        raise EnvironmentFault("attachment_unreadable", file=source.name) from error
