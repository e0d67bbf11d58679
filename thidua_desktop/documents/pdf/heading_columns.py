"""How the head of a paper is parted between the office and the State."""

from __future__ import annotations

from thidua_desktop.application.papers.fixed_lines import MOTTO, STATE_NAME, place_and_date
from thidua_desktop.application.papers.model import Paper
from thidua_desktop.documents.paper_style import StyleProfile
from thidua_desktop.documents.pdf.fonts import BOLD, ITALIC, text_width
from thidua_desktop.documents.pdf.plain_text import plain

_BETWEEN_COLUMNS = 72 / 25.4
_LEAST_LEFT_SHARE = 0.35


def heading_columns(paper: Paper, profile: StyleProfile, width: float) -> tuple[float, float]:
    """Left and right column in points; the State's and the date need no second line."""
    widest = max(
        text_width(STATE_NAME, BOLD, profile.state_name_size),
        text_width(MOTTO, BOLD, profile.motto_size),
        text_width(plain(place_and_date(paper)), ITALIC, profile.date_size),
    )
    right = min(widest + _BETWEEN_COLUMNS, width * (1 - _LEAST_LEFT_SHARE))
    return width - right, right
