"""Whether this machine can print."""

from __future__ import annotations

from PySide6.QtPrintSupport import QPrinterInfo


def has_printer() -> bool:
    """Whether any printer is set up."""
    return bool(QPrinterInfo.availablePrinterNames())
