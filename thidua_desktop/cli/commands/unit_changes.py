"""unit rename, unit merge, unit split, unit end, unit history."""

from __future__ import annotations

import argparse
from dataclasses import replace
from typing import Any

from thidua_desktop.application.enrolling.unit_changes import (
    ChangeDay,
    UnitChange,
    end_unit,
    merge_units,
    rename_unit,
    split_unit,
    unit_events,
)
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.text import Texts
from thidua_desktop.cli.answers import Answer
from thidua_desktop.domain.lineage import NamedUnit, UnitEvent
from thidua_desktop.domain.units import Unit
from thidua_desktop.domain.vietnamese.dates import date_text


def unit_rename(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """Another name for a unit from a day on."""
    del texts
    return _told(rename_unit(desk, arguments.unit, arguments.name, _day(arguments)))


def unit_merge(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """Several units become one."""
    del texts
    model = _unit(desk, arguments.into or arguments.units[0])
    into = replace(model, name=arguments.name) if arguments.into else _new(model, arguments.name)
    return _told(merge_units(desk, arguments.units, into, _day(arguments)))


def unit_split(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """One unit becomes several."""
    del texts
    old = _unit(desk, arguments.unit)
    parts = [_new(old, name) for name in arguments.part]
    kept = [old] if arguments.goes_on else []
    return _told(split_unit(desk, arguments.unit, [*kept, *parts], _day(arguments)))


def unit_end(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """A unit is no more."""
    del texts
    return _told(end_unit(desk, arguments.unit, _day(arguments)))


def unit_history(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """What happened to units."""
    del arguments
    events = unit_events(desk)
    lines = [f"{date_text(event.on)}  {_in_words(event, texts)}" for event in events]
    return Answer({"events": [_event_json(event) for event in events]}, lines)


def _in_words(event: UnitEvent, texts: Texts) -> str:
    sides = {"before": event.before, "after": event.after}
    names = {side: ", ".join(part.name for part in parts) for side, parts in sides.items()}
    return texts.render(f"unit_event_{event.kind}", names)


def _event_json(event: UnitEvent) -> dict[str, Any]:
    return {
        "kind": event.kind.value,
        "date": event.on.isoformat(),
        "document": event.document,
        "before": [_part_json(part) for part in event.before],
        "after": [_part_json(part) for part in event.after],
    }


def _part_json(part: NamedUnit) -> dict[str, str]:
    return {"code": part.code, "name": part.name}


def _day(arguments: argparse.Namespace) -> ChangeDay:
    return ChangeDay(arguments.date, arguments.document)


def _unit(desk: Desk, code: str) -> Unit:
    with desk.store.read() as books:
        return books.units.get(code)


def _new(model: Unit, name: str) -> Unit:
    """A new unit of the same group and khối."""
    return Unit("", name, model.group, model.subject, cluster=model.cluster)


def _told(change: UnitChange) -> Answer:
    data = {
        "units": [{"code": unit.code, "name": unit.name} for unit in change.units],
        "people_moved": change.people_moved,
        "people_left": change.people_left,
        "open_reports": change.open_reports,
    }
    lines = [f"{unit.code}  {unit.name}" for unit in change.units]
    if change.people_moved:
        lines.append(f"{change.people_moved} người đã chuyển theo.")
    if change.people_left:
        lines.append(f"{change.people_left} người cần được xếp vào đơn vị mới.")
    if change.open_reports:
        lines.append(f"{change.open_reports} phiếu của đơn vị cũ trong kỳ đang mở vẫn giữ.")
    return Answer(data, lines or ["Đã ghi nhận."])
