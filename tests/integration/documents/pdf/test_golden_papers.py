"""The words of every paper of the five communes, kept to be read by a person.

After a wanted change run this module with RENEW_GOLDEN=1 in the environment: it writes them anew.
Read the difference before it is committed.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from tests.further_papers_in_hand import BUILDERS
from tests.papers_in_hand import FONTS, OFFICE, SLUGS, context_of, shipped_plan
from tests.printed_pdf import whole_text
from thidua_desktop.application.papers.model import Paper
from thidua_desktop.documents.pdf.writer import PdfPaperWriter

GOLDEN = Path(__file__).parents[3] / "golden" / "papers"
SIGNED_BY_DEPUTY = {"tay-hieu", "xuan-hung"}
KINDS = tuple(BUILDERS)


def paper_of(slug: str, kind: str) -> Paper:
    plan = shipped_plan(slug)
    context = context_of(plan, replace(OFFICE, signer_is_deputy=slug in SIGNED_BY_DEPUTY))
    return BUILDERS[kind](context, plan)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("slug", SLUGS)
def test_a_paper_says_what_was_read_and_found_right(slug: str, kind: str, tmp_path: Path) -> None:
    path = tmp_path / "van-ban.pdf"
    PdfPaperWriter(FONTS).write(paper_of(slug, kind), path)
    said = "".join(f"{line.rstrip()}\n" for line in whole_text(path).splitlines())
    golden = GOLDEN / f"{slug}_{kind}.txt"
    if os.environ.get("RENEW_GOLDEN"):
        golden.write_text(said, encoding="utf-8")
    assert said == golden.read_text(encoding="utf-8")


def test_every_kept_paper_is_still_drawn_up() -> None:
    kept = {path.stem for path in GOLDEN.glob("*.txt")}
    assert kept == {f"{slug}_{kind}" for slug in SLUGS for kind in KINDS}
