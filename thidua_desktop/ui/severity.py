"""How the weight of an issue looks: word, icon and colour together."""

from __future__ import annotations

from dataclasses import dataclass

from thidua_desktop.domain.reasons import Severity
from thidua_desktop.ui.models.columns import Mark
from thidua_desktop.ui.theme import Tone


@dataclass(frozen=True, slots=True)
class Look:
    """A word with its mark."""

    word: str
    mark: Mark


SEVERITIES = {
    Severity.ERROR: Look("Phải sửa", Mark(Tone.BAD, "alert-circle")),
    Severity.WARNING: Look("Cần xem", Mark(Tone.WARNING, "alert-triangle")),
    Severity.NOTE: Look("Ghi chú", Mark(Tone.INFO, "info")),
}
