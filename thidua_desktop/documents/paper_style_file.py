"""An office's style profile (kiểu trình bày) out of the file that it edits."""

from __future__ import annotations

import difflib
from dataclasses import fields, replace
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeGuard

from thidua_desktop.documents.paper_style import ND30_CHUAN, StyleProfile
from thidua_desktop.documents.toml_faults import Faults, parse_toml
from thidua_desktop.domain.errors import EnvironmentFault, InputError
from thidua_desktop.domain.reasons import Issue
from thidua_desktop.domain.vietnamese.cleaning import clean_text

STYLE_FILE = "kieu-trinh-bay.toml"

_MARGIN = (5, 60)
_SIZE = (8, 20)
_SMALL_SIZE = (5, 12)
_SPACE = (0, 30)
_WEIGHT = (Decimal("0.25"), 3)
_BOUNDS: dict[str, tuple[Decimal | int, Decimal | int]] = {
    **dict.fromkeys(("margin_top", "margin_bottom", "margin_left", "margin_right"), _MARGIN),
    **dict.fromkeys(("first_line_indent", "paragraph_space"), _SPACE),
    **dict.fromkeys(("rule_weight", "table_rule_weight"), _WEIGHT),
    "line_spacing": (1, 2),
    "rule_share": (Decimal("0.2"), 1),
    "signature_space": (10, 60),
    "snapshot_size": _SMALL_SIZE,
}
"""What a paper can bear, wider than the decree: an office's house style is its own."""

_WORDS = ("name", "word_face")
_SIZES = "table_sizes"
_MOST_SIZES = 5


def read_style(path: Path) -> StyleProfile:
    """Read a profile; what the file leaves out is as in the standard.

    Raises:
        InputError: values that can't be used, each with its line.
        EnvironmentFault: the file can't be read.
    """
    try:
        source = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise EnvironmentFault("style_not_read", file=path.name, detail=str(error)) from error
    except UnicodeDecodeError as error:
        raise _broken(path, (Issue("style_not_text", file=path.name),)) from error
    values = parse_toml(source, path.name)
    if isinstance(values, Issue):
        raise _broken(path, (values,))
    faults = Faults(path.name, source)
    read = {key: _value(key, value, faults) for key, value in values.items()}
    if faults.issues:
        raise _broken(path, faults.issues)
    return replace(ND30_CHUAN, **read)


class OfficeStyle:
    """The profile of an office, read anew whenever its file has changed."""

    def __init__(self, own: Path) -> None:
        self._file = own / STYLE_FILE
        self._read: tuple[tuple[int, int], StyleProfile] | None = None

    def profile(self) -> StyleProfile:
        """The office's profile, or the standard where it has none.

        Raises:
            InputError: as `read_style`.
            EnvironmentFault: as `read_style`.
        """
        try:
            told = self._file.stat()
        except OSError:
            return ND30_CHUAN
        state = (told.st_mtime_ns, told.st_size)
        if self._read is None or self._read[0] != state:
            self._read = (state, read_style(self._file))
        return self._read[1]


def _value(key: str, value: object, faults: Faults) -> Any:  # noqa: ANN401 - as the key has it
    """The value of a key as the profile keeps it; what is wrong with it is noted."""
    known = [field.name for field in fields(StyleProfile)]
    if key not in known:
        near = difflib.get_close_matches(key, known, n=1)
        code = "toml_key_misspelt" if near else "toml_key_unknown"
        faults.tell(code, (key,), key=key, near="".join(near))
        return None
    if key in _WORDS:
        if isinstance(value, str) and clean_text(value):
            return clean_text(value)
        faults.tell("toml_text_expected", (key,), key=key)
        return None
    if key == _SIZES:
        return _sizes(value, faults)
    return _number(key, value, faults)


def _number(key: str, value: object, faults: Faults) -> float | None:
    low, high = _BOUNDS.get(key, _SIZE)
    if _is_number(value) and low <= value <= high:
        return float(value)
    faults.tell("style_number_expected", (key,), key=key, low=_said(low), high=_said(high))
    return None


def _sizes(value: object, faults: Faults) -> tuple[float, ...] | None:
    low, high = _SIZE
    given = value if isinstance(value, list) else []
    sound = [size for size in given if _is_number(size) and low <= size <= high]
    falls = all(one > next_one for one, next_one in pairwise(sound))
    if sound and len(sound) == len(given) <= _MOST_SIZES and falls:
        return tuple(float(size) for size in sound)
    faults.tell("style_sizes_expected", (_SIZES,), key=_SIZES, low=_said(low), high=_said(high))
    return None


def _is_number(value: object) -> TypeGuard[Decimal | int]:
    """Whether a value is a number; to Python, True and False are numbers too."""
    if isinstance(value, bool) or not isinstance(value, Decimal | int):
        return False
    return Decimal(value).is_finite()


def _said(number: Decimal | int) -> str:
    return str(number).replace(".", ",")


def _broken(path: Path, issues: tuple[Issue, ...]) -> InputError:
    return InputError("style_broken", issues, file=path.name)
