"""Puts the help of the window together as one manual: `python -m tests.architecture.manual`.

The help in `resources/help` is the only source; `docs/huong-dan.md` is made from it, with a picture
of each page. The pictures come from a practice year: where its folder `man-hinh` is named, they
are taken over under the keys of the pages.
"""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

from tests.architecture.sources import ROOT
from thidua_desktop.ui.pages.registry import PAGES

HELP = ROOT / "resources" / "help"
PICTURES = ROOT / "docs" / "pictures"
MANUAL = ROOT / "docs" / "huong-dan.md"
BELOW_TITLES = {
    "Lần chạy đầu tiên": "lan-dau.png",
    "Phiếu có chỗ sai": "phieu-tra-lai.png",
}
"""Pictures of what is no page of the window, by the title that they stand below."""
CHAPTERS = ("index", *(spec.key for spec in PAGES), "messages", "questions")


def text_of(chapter: str) -> str:
    """One chapter as the window shows it."""
    return (HELP / f"{chapter}.md").read_text(encoding="utf-8")


def anchor(chapter: str) -> str:
    """The link to a chapter's title within one page, as the usual viewers make it."""
    title = text_of(chapter).splitlines()[0].removeprefix("# ")
    return "#" + re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")


def picture_of(chapter: str) -> Path | None:
    """The picture of a page; other chapters have none."""
    is_page = chapter in {spec.key for spec in PAGES}
    return PICTURES / f"{chapter}.png" if is_page else None


def take_pictures(folder: Path) -> None:
    """Take over the pictures that a practice year took of every page, in the pages' order."""
    taken = sorted(folder.glob("[0-9][0-9]-*.png"))
    for spec, picture in zip(PAGES, taken, strict=True):
        shutil.copyfile(picture, PICTURES / f"{spec.key}.png")


def manual_text() -> str:
    """The whole manual."""
    return "\n".join(_as_chapter(chapter) for chapter in CHAPTERS)


def _as_chapter(chapter: str) -> str:
    """A chapter one level deeper than in the window, with its picture and its links within."""
    text = re.sub(r"\]\((\w+)\.md\)", lambda link: f"]({anchor(link[1])})", text_of(chapter))
    for below, name in BELOW_TITLES.items():
        text = text.replace(f"## {below}\n", f"## {below}\n\n![{below}](pictures/{name})\n")
    title, _, rest = text.partition("\n")
    if chapter == "index":
        return text
    deeper = re.sub(r"^#", "##", rest, flags=re.MULTILINE)
    picture = picture_of(chapter)
    shown = f"\n![{title.removeprefix('# ')}](pictures/{picture.name})\n" if picture else ""
    return f"#{title}\n{shown}{deeper}"


if __name__ == "__main__":
    if sys.argv[1:]:
        take_pictures(Path(sys.argv[1]))
    MANUAL.write_text(manual_text(), encoding="utf-8", newline="\n")
