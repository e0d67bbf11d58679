"""unit timeline."""

from __future__ import annotations

import argparse

from thidua_desktop.application.appraisal.timeline import unit_timeline
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.text import Texts
from thidua_desktop.cli.answers import Answer
from thidua_desktop.domain.vietnamese.dates import date_text


def timeline(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """What happened to a unit's points in a cycle."""
    events = unit_timeline(desk, texts, arguments.cycle, arguments.unit)
    data = [
        {
            "at": event.at.isoformat(),
            "actor": event.actor,
            "undone": event.is_undone,
            "sentences": list(event.sentences),
        }
        for event in events
    ]
    lines = [
        f"{date_text(event.at.date())} {event.at:%H:%M}: {' '.join(event.sentences)}"
        + (" (đã hoàn tác)" if event.is_undone else "")
        for event in events
    ]
    return Answer({"events": data}, lines or ["Chưa có việc nào."])
