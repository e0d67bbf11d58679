"""Our values and the entries of a province's list: the same thing in other words."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from thidua_desktop.domain.vietnamese.folding import fold

_SHORT = (
    ("uy ban nhan dan", "ubnd"),
    ("hoi dong nhan dan", "hdnd"),
    ("thu tuong chinh phu", "ttcp"),
    ("chu tich nuoc", "ctn"),
    ("hop tac xa", "htx"),
    ("mat tran to quoc", "mttq"),
    ("trung hoc co so", "thcs"),
    ("trung hoc pho thong", "thpt"),
)
_EMPTY_WORDS = frozenset({"cua", "chu", "tich", "cap", "va", "cac", "cho", "doi", "voi"})
_NUMBERING = re.compile(r"^(?:[ivx]+|\d+|[a-z])[.)]\s+")
_NOT_WORDS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class CodeEntry:
    """One entry of a province's list: its words, and the code beside them; `None` for none."""

    label: str
    code: str | int | None = None


@dataclass(frozen=True, slots=True)
class CodedValue:
    """A value of a closed set of ours.

    Attributes:
        key: by which the officer's correction is kept.
        labels: the words that lists use for it, the best first.
    """

    key: str
    labels: tuple[str, ...]

    @property
    def words(self) -> str:
        """How it is called where there is no list."""
        return self.labels[0] if self.labels else self.key


def list_key(text: str) -> str:
    """The form in which entries are compared: no marks, no signs, the usual abbreviations."""
    words = _NOT_WORDS.sub(" ", _NUMBERING.sub("", fold(text))).strip()
    for long, short in _SHORT:
        words = words.replace(long, short)
    return words.replace(" ", "")


def _loose_key(text: str) -> str:
    """As `list_key`, without words that change nothing."""
    words = _NOT_WORDS.sub(" ", _NUMBERING.sub("", fold(text))).split()
    return list_key(" ".join(word for word in words if word not in _EMPTY_WORDS))


def find_entry(
    value: CodedValue | str, entries: Sequence[CodeEntry], choices: Mapping[str, str]
) -> CodeEntry | None:
    """The entry of a list that stands for our value; `None` where there is none.

    The officer's correction comes first, then the same words, then the same words without
    marks, signs and empty words where only one entry has them.
    """
    key = value.key if isinstance(value, CodedValue) else value
    labels = value.labels if isinstance(value, CodedValue) else (value,)
    if key in choices:
        return next((one for one in entries if one.label == choices[key]), None)
    for label in labels:
        for entry in entries:
            if label in (entry.label, entry.code):
                return entry
    for keyed in (list_key, _loose_key):
        found = _by_key(labels, entries, keyed)
        if found is not None:
            return found
    return None


def _by_key(
    labels: Sequence[str], entries: Sequence[CodeEntry], keyed: Callable[[str], str]
) -> CodeEntry | None:
    by_key: dict[str, list[CodeEntry]] = {}
    for entry in entries:
        by_key.setdefault(keyed(entry.label), []).append(entry)
    for label in labels:
        found = by_key.get(keyed(label), [])
        if len(found) == 1:
            return found[0]
    return None
