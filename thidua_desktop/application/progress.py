"""How far a long task is, and how it is stopped."""

from __future__ import annotations

from typing import Protocol

from thidua_desktop.domain.errors import ThiDuaError


class Cancelled(ThiDuaError):
    """The user stopped a long task; nothing of it was kept."""

    def __init__(self) -> None:
        super().__init__("cancelled")


class Progress(Protocol):
    """Hears how far a long task is."""

    def __call__(self, done: int, total: int, label: str = "") -> None:
        """Tell that `done` of `total` steps are done.

        Raises:
            Cancelled: the user wants the task to stop.
        """
        ...
