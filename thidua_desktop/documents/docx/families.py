"""Which template a paper is written with."""

from __future__ import annotations

from enum import StrEnum

from thidua_desktop.application.papers.model import Paper


class Family(StrEnum):
    """A layout; the value is the name of its template's file."""

    COMMON = "van-ban"
    DECISION = "quyet-dinh"  # the one who issues it stands under the title
    MINUTES = "bien-ban"  # several sign side by side
    LETTER = "cong-van"  # no tên loại; trích yếu stands under the number

    @property
    def file_name(self) -> str:
        """As it lies in the folders of templates."""
        return f"{self.value}.docx"


def family_of(paper: Paper) -> Family:
    """The layout that a paper has by what stands in it."""
    if not paper.kind:
        return Family.LETTER
    if paper.sub_issuer:
        return Family.DECISION
    return Family.COMMON if len(paper.signatures) == 1 else Family.MINUTES
