"""Mẫu phôi: the layouts that ship, the office's own, and the picture of a blank to look at."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from thidua_desktop.application.naming import file_stem
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.text import Texts
from thidua_desktop.domain.certificates.layout import BlankLayout, layout_faults
from thidua_desktop.domain.errors import Conflict, EnvironmentFault, InputError, NotFound
from thidua_desktop.domain.reasons import Issue
from thidua_desktop.domain.vietnamese.cleaning import clean_text
from thidua_desktop.domain.vietnamese.folding import fold

_FILE = ".toml"
_MOST_BYTES = 40 * 1024 * 1024
_KINDS = {
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".pdf": (b"%PDF-",),
}
"""How the files begin that a scanner makes."""


def blank_layouts(desk: Desk) -> tuple[BlankLayout, ...]:
    """All layouts, the office's own in place of the shipped ones that they were made from."""
    with desk.store.read() as books:
        own = {layout.code: layout for layout in books.certificates.layouts()}
    shipped = [own.pop(layout.code, layout) for layout in desk.blanks.layouts()]
    return (*shipped, *own.values())


def is_own(desk: Desk, code: str) -> bool:
    """Whether the office has changed this layout or made it."""
    with desk.store.read() as books:
        return any(layout.code == code for layout in books.certificates.layouts())


def chosen_layout(desk: Desk, wanted: str = "") -> BlankLayout:
    """A layout by its key or from a file; the first one where nothing is wanted.

    Raises:
        NotFound: there is none of this key, or no such file.
        InputError: the file is broken.
        EnvironmentFault: the file can't be read.
    """
    if wanted.lower().endswith(_FILE):
        return desk.blanks.read(Path(wanted))
    layouts = blank_layouts(desk)
    if not wanted:
        return layouts[0]
    for layout in layouts:
        if layout.code == wanted:
            return layout
    known = tuple(layout.code for layout in layouts)
    raise NotFound("blank_layout_unknown", key=wanted, known=known)


def save_layout(desk: Desk, layout: BlankLayout) -> None:
    """Keep a layout as the office's own.

    Raises:
        InputError: figures beyond all measure, each named.
    """
    faults = layout_faults(layout)
    if faults:
        raise InputError("blank_layout_wrong", issues=faults)
    with desk.store.write("blank_layout_saved", name=layout.name) as books:
        books.certificates.save_layout(layout)


def copy_layout(desk: Desk, layout: BlankLayout, name: str) -> BlankLayout:
    """A further layout of the office for another kind of blank, begun from one that is there.

    Raises:
        Conflict: there is one of this name.
    """
    known = blank_layouts(desk)
    wanted = clean_text(name)
    code = file_stem(wanted) or layout.code
    if any(fold(one.name) == fold(wanted) or one.code == code for one in known):
        raise Conflict("blank_layout_name_taken", name=wanted)
    made = replace(layout, code=code, name=wanted)
    save_layout(desk, made)
    return made


def reset_layout(desk: Desk, code: str) -> None:
    """Give the shipped positions back; the picture of the blank goes too.

    Raises:
        NotFound: the office has not changed it, or it is all the office's own.
    """
    shipped = {layout.code: layout for layout in desk.blanks.layouts()}
    if code not in shipped or not is_own(desk, code):
        raise NotFound("blank_layout_unchanged")
    with desk.store.write("blank_layout_reset", name=shipped[code].name) as books:
        books.certificates.remove_layout(code)


def keep_scan(desk: Desk, layout: BlankLayout, picture: Path) -> BlankLayout:
    """Keep the picture of a blank with its layout, to look at; it is never printed.

    Raises:
        InputError: it is no picture or PDF, or too large.
        EnvironmentFault: it can't be read or kept.
    """
    beginnings = _KINDS.get(picture.suffix.lower(), ())
    try:
        with picture.open("rb") as file:
            begins = file.read(16)
        size = picture.stat().st_size
    except OSError as error:
        raise EnvironmentFault("attachment_unwritable", file=picture.name) from error
    if not any(begins.startswith(one) for one in beginnings):
        raise InputError("blank_scan_unknown", file=picture.name)
    if size > _MOST_BYTES:
        raise InputError("blank_scan_too_large", file=picture.name)
    kept = desk.attachments.keep(picture)
    scanned = replace(layout, scan=kept.sha256)
    with desk.store.write("blank_scan_kept", name=layout.name) as books:
        if all(one.sha256 != kept.sha256 for one in books.collecting.attachments()):
            books.collecting.add_attachment(kept)
        books.certificates.save_layout(scanned)
    return scanned


def worded(issue: Issue, texts: Texts) -> Issue:
    """An issue whose lines are named as the screen names them."""
    named = {
        key: texts.render(f"certificate_field_{issue.data[key]}", {})
        for key in ("field", "other")
        if key in issue.data
    }
    return replace(issue, data={**issue.data, **named})
