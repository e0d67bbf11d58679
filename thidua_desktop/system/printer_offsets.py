"""How far the printers of this machine are off, in a file beside the machine's settings."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from thidua_desktop.domain.certificates.layout import PrinterOffset
from thidua_desktop.domain.errors import EnvironmentFault

FILE = "may-in.json"


class PrinterOffsetFile:
    """Port `PrinterOffsets`: by the name that the officer gave a printer."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def all(self) -> Mapping[str, PrinterOffset]:
        """Every printer that was measured; a broken file gives none, for it is measured again."""
        try:
            known = json.loads(self._file.read_text(encoding="utf-8"))
            return {
                str(name): PrinterOffset(int(values["dx"]), int(values["dy"]))
                for name, values in known.items()
            }
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            return {}

    def save(self, printer: str, offset: PrinterOffset) -> None:
        """Remember how far a printer is off, as the last one of the file.

        Raises:
            EnvironmentFault: the machine does not let it be written.
        """
        known = {name: value for name, value in self.all().items() if name != printer}
        known[printer] = offset
        values = {name: {"dx": one.dx, "dy": one.dy} for name, one in known.items()}
        unfinished = self._file.with_suffix(".dang-ghi")
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            unfinished.write_text(json.dumps(values, ensure_ascii=False), encoding="utf-8")
            unfinished.replace(self._file)
        except OSError as error:
            raise EnvironmentFault("printer_offset_unsaved", file=self._file.name) from error
