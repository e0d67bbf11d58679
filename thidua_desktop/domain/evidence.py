"""Tệp minh chứng: a file that proves what a unit says of a criterion; which files are taken."""

from __future__ import annotations

from dataclasses import dataclass

from thidua_desktop.domain.reasons import Issue
from thidua_desktop.domain.vietnamese.cleaning import clean_text

WHOLE_FORM = ""
"""Stands for the criterion where a file proves the form as a whole, as a scan of its paper."""

LARGEST = 50 * 1024 * 1024
"""Bytes; a scanned volume has less, a film of a meeting has more."""

_MEGABYTE = 1024 * 1024
_LONGEST_TITLE = 120
_DOCUMENTS = ("pdf", "doc", "docx", "odt", "rtf", "txt", "ppt", "pptx", "odp")
_SHEETS = ("xls", "xlsx", "ods", "csv")
_PICTURES = ("jpg", "jpeg", "png", "gif", "bmp", "tif", "tiff", "webp", "heic")
_RECORDINGS = ("mp3", "m4a", "mp4", "mov")
_TAKEN = frozenset((*_DOCUMENTS, *_SHEETS, *_PICTURES, *_RECORDINGS))
_SHORTCUTS = frozenset(("lnk", "url", "webloc", "desktop"))
_PACKED = frozenset(("zip", "rar", "7z", "tar", "gz"))
_PROGRAMS = (b"MZ", b"\x7fELF", b"#!")
_LEFT_BEHIND = frozenset(("thumbs.db", "desktop.ini", ".ds_store"))


@dataclass(frozen=True, slots=True)
class Evidence:
    """One link: a kept file, and what it proves.

    Attributes:
        criterion: `WHOLE_FORM` where it belongs to no single one.
        sha256: the hash of its content, by which it is kept.
        title: its name for people, with its ending.
        size: bytes.
        is_named: whether the officer gave it its title; else it is the file's own name.
    """

    cycle: str
    unit: str
    criterion: str
    sha256: str
    title: str
    size: int
    is_named: bool = False

    @property
    def key(self) -> tuple[str, str, str]:
        """What tells it from the other links of a cycle."""
        return (self.unit, self.criterion, self.sha256)


def title_of(name: str) -> str:
    """A file's name fit to be read: nothing unseen, no path, not endless; its ending stays.

    A mark that turns the direction of writing would let a program pass for a picture.
    """
    cleaned = clean_text(name.replace("/", " ").replace("\\", " ")) or "tep"
    stem, mark, ending = _parted(cleaned)
    room = _LONGEST_TITLE - len(mark) - len(ending)
    return f"{stem[:room].strip() or 'tep'}{mark}{ending}"


def retitled(title: str, typed: str) -> str:
    """The title that a person gives a file; its ending stays, typed or not.

    Returns:
        Nothing where nothing that can be read was typed.
    """
    _, mark, ending = _parted(title)
    stem = clean_text(typed.replace("/", " ").replace("\\", " "))
    if mark and stem.lower().endswith(f"{mark}{ending}".lower()):
        stem = stem[: -len(mark) - len(ending)].strip()
    return title_of(f"{stem}{mark}{ending}") if stem else ""


def _parted(name: str) -> tuple[str, str, str]:
    """A name before its last dot, the dot, and its ending; a dot at the edge parts nothing."""
    stem, mark, ending = name.rpartition(".")
    return (stem, mark, ending) if stem and ending else (name, "", "")


def is_left_behind(name: str) -> bool:
    """Whether a file is none of the person's: programs leave such files in folders."""
    return name.startswith(("~$", ".")) or name.lower() in _LEFT_BEHIND


def why_not(name: str, size: int, head: bytes) -> Issue | None:
    """Why a file can't be evidence, `None` where it can.

    Args:
        name: with its ending.
        size: bytes.
        head: its first bytes: a program is told by them whatever its name says.
    """
    ending = _parted(clean_text(name))[2].lower()
    large = {"megabytes": size // _MEGABYTE, "most": LARGEST // _MEGABYTE}
    faults = (
        (ending in _SHORTCUTS, Issue("evidence_shortcut")),
        (ending in _PACKED, Issue("evidence_packed")),
        (head.startswith(_PROGRAMS), Issue("evidence_program")),
        (
            ending not in _TAKEN,
            Issue("evidence_kind", data={"ending": ending or "không có đuôi"}),
        ),
        (not size, Issue("evidence_empty")),
        (size > LARGEST, Issue("evidence_too_large", data=large)),
    )
    return next((issue for is_so, issue in faults if is_so), None)
