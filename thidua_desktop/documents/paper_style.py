"""How papers look: one set of measures, so that an office's house style is data."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StyleProfile:
    """Kiểu trình bày: the measures of NĐ 30/2020/NĐ-CP Phụ lục I; lengths in mm, sizes in points.

    Attributes:
        word_face: the face that Word is told; print uses the bundled one of the same widths.
        line_spacing: times the height of a single line.
        rule_share: how much of the words above it the short rule underlines (1/3 to 1/2).
        signature_space: between the signer's post and name.
        table_sizes: from the usual size down to the smallest that is still read; a table takes
            the first at which no word has to be broken.
    """

    name: str = "ND30_CHUAN"
    word_face: str = "Times New Roman"
    margin_top: float = 20
    margin_bottom: float = 20
    margin_left: float = 30
    margin_right: float = 15
    body_size: float = 14
    first_line_indent: float = 12.7
    paragraph_space: float = 6
    line_spacing: float = 1.05
    state_name_size: float = 13
    motto_size: float = 14
    issuer_size: float = 13
    number_size: float = 13
    date_size: float = 14
    title_size: float = 14
    smallest_heading_size: float = 12
    rule_share: float = 0.4
    rule_weight: float = 0.75
    authority_size: float = 14
    signature_space: float = 32
    letter_subject_size: float = 12
    recipients_title_size: float = 12
    recipients_size: float = 11
    table_sizes: tuple[float, ...] = (12, 11, 10)
    table_rule_weight: float = 0.5
    page_number_size: float = 13
    snapshot_size: float = 7


ND30_CHUAN = StyleProfile()
"""The standard of NĐ 30/2020/NĐ-CP, which an office may replace by its own."""
