"""class show, set."""

from __future__ import annotations

import argparse

from thidua_desktop.application.ports import Desk
from thidua_desktop.application.setting_up.class_levels import class_levels, set_class_levels
from thidua_desktop.application.text import Texts
from thidua_desktop.cli.answers import Answer, points_json
from thidua_desktop.domain.scoring.class_levels import ClassLevels
from thidua_desktop.domain.vietnamese.numerals import points_text


def class_show(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """From how many points each class begins."""
    del arguments
    levels = class_levels(desk)
    named = {
        "excellent": levels.excellent,
        "good": levels.good,
        "completed": levels.completed,
    }
    data = {
        **{name: points_json(points) for name, points in named.items()},
        "zero_bars": levels.zero_bars,
        "document": levels.document,
        "tie_order": list(levels.tie_order),
        "proposal": levels.is_proposal,
    }
    lines = [
        f"{texts.render(f'classification_{name}', {})}: từ {points_text(points)} điểm"
        for name, points in named.items()
    ]
    if levels.tie_order:
        lines.append(f"Bằng điểm thì so lần lượt: {', '.join(levels.tie_order)}")
    return Answer(data, [*lines, f"{levels.source}."])


def class_set(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """Set them by the office's own paper."""
    levels = ClassLevels(
        arguments.excellent,
        arguments.good,
        arguments.completed,
        zero_bars=not arguments.zero_allowed,
        document=arguments.document,
        tie_order=tuple(arguments.tie),
    )
    set_class_levels(desk, levels)
    return class_show(desk, texts, arguments)
