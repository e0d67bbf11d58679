"""The office's own file: its names and words in TOML, for `init --office`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from thidua_desktop.application.records import Office
from thidua_desktop.documents.toml_faults import parse_toml
from thidua_desktop.domain.errors import EnvironmentFault, InputError, NotFound
from thidua_desktop.domain.kinds import CommuneKind
from thidua_desktop.domain.reasons import Issue
from thidua_desktop.domain.vietnamese.cleaning import clean_text

_WORDS = (
    "chair",
    "deputy",
    "department_head",
    "officer",
    "commune_name",
    "province",
    "place_in_date",
    "hamlet_word",
    "movement",
    "filing",
)
_POINTS = ("late_points_per_day", "late_cap")
_SWITCHES = ("signer_is_deputy",)
_KIND = "commune_kind"
_MOST_POINTS = 1000


def read_office(path: Path) -> Office:
    """Read the office's file; every key may be left out.

    Raises:
        NotFound: no such file.
        EnvironmentFault: the machine does not let it be read.
        InputError: it is no such text, with every fault by line or key.
    """
    values = parse_toml(_text_of(path), path.name)
    if isinstance(values, Issue):
        raise InputError("office_file_broken", issues=[values], file=path.name)
    reading = _Reading(values, [])
    office = reading.office()
    if reading.issues:
        issues = [replace(issue, file=path.name) for issue in reading.issues]
        raise InputError("office_file_broken", issues=issues, file=path.name)
    return office


def _text_of(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError as error:
        raise NotFound("path_missing", file=str(path)) from error
    except UnicodeDecodeError as error:
        issue = Issue("toml_not_utf8", file=path.name)
        raise InputError("office_file_broken", issues=[issue], file=path.name) from error
    except OSError as error:
        raise EnvironmentFault("office_file_unreadable", file=path.name) from error


def _is_points(value: object) -> bool:
    """Whether it is a number that points can be; TOML knows infinity, and «not a number» too."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return False
    return Decimal(value).is_finite() and 0 <= value <= _MOST_POINTS


@dataclass(frozen=True, slots=True)
class _Reading:
    """The values of the file and what is wrong with them."""

    values: dict[str, object]
    issues: list[Issue]

    def office(self) -> Office:
        """The office, as far as it can be understood."""
        known = {*_WORDS, *_POINTS, *_SWITCHES, _KIND}
        for key in self.values.keys() - known:
            self._tell("office_key_unknown", key)
        words = {key: self._word(key) for key in _WORDS}
        default = Office()
        return Office(
            **words,
            signer_is_deputy=self.values.get("signer_is_deputy") is True,
            late_points_per_day=self._points("late_points_per_day", default.late_points_per_day),
            late_cap=self._points("late_cap", default.late_cap),
            commune_kind=self._kind(),
        )

    def _word(self, key: str) -> str:
        value = self.values.get(key, "")
        if not isinstance(value, str):
            self._tell("office_value_not_text", key)
            return ""
        return clean_text(value)

    def _points(self, key: str, default: int) -> int:
        """Points ×100; the file says them as people do, with or without halves."""
        value = self.values.get(key)
        if value is None:
            return default
        if not _is_points(value):
            self._tell("office_value_not_points", key)
            return default
        return round(Decimal(str(value)) * 100)

    def _kind(self) -> CommuneKind | None:
        value = self.values.get(_KIND)
        if value is None:
            return None
        kinds = [kind.value for kind in CommuneKind]
        if value not in kinds:
            self._tell("office_kind_unknown", _KIND)
            return None
        return CommuneKind(str(value))

    def _tell(self, code: str, key: str) -> None:
        self.issues.append(Issue(code, data={"key": key}))
