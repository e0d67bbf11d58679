"""The word across every page of practice data in Word files, as Word's own watermarks are made."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn

from thidua_desktop.application.practice import PRACTICE_MARK

_WIDTH, _HEIGHT = 440, 96
_NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
_KIND = (
    '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" '
    'path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/>'
    '<v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>'
    '<v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/>'
    '<v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/>'
    '<v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/>'
    '<v:f eqn="sum @6 0 @5"/></v:formulas><v:path textpathok="t" o:connecttype="custom" '
    'o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/>'
    '<v:textpath on="t" fitshape="t"/></v:shapetype>'
)
_PLACE = (
    f"position:absolute;margin-left:0;margin-top:0;width:{_WIDTH}pt;height:{_HEIGHT}pt;"
    "rotation:315;z-index:-251658752;mso-position-horizontal:center;"
    "mso-position-horizontal-relative:page;mso-position-vertical:center;"
    "mso-position-vertical-relative:page"
)


def mark_practice(document: Any) -> None:  # noqa: ANN401 - the library's own document
    """Put the word behind the text of every page: nobody takes the paper for a real one."""
    _give_headers(document.sections[0])
    for number, header in enumerate(_headers(document), start=1):
        paragraph = header.find(qn("w:p"))
        if paragraph is None:
            paragraph = OxmlElement("w:p")
            header.append(paragraph)
        paragraph.append(parse_xml(_mark(number)))


def _give_headers(first: Any) -> None:  # noqa: ANN401 - as above
    """The first section has headers of its own; later ones without any go on with these."""
    kinds = [first.header]
    if first.different_first_page_header_footer:
        kinds.append(first.first_page_header)
    for header in kinds:
        if header.is_linked_to_previous:
            header.is_linked_to_previous = False


def _headers(document: Any) -> Iterator[Any]:  # noqa: ANN401 - as above
    """Every header as it will be saved: filling a template puts new ones in the old ones' place."""
    for reference in document.element.body.iter(qn("w:headerReference")):
        yield document.part.rels[reference.get(qn("r:id"))].target_part.element


def _mark(number: int) -> str:
    return (
        f"<w:r {_NAMES}><w:rPr><w:noProof/></w:rPr><w:pict>{_KIND}"
        f'<v:shape id="practice{number}" o:spid="_x0000_s{2048 + number}" '
        f'type="#_x0000_t136" alt="{PRACTICE_MARK}" style="{_PLACE}" o:allowincell="f" '
        'fillcolor="#d0d0d0" stroked="f"><v:fill opacity=".6"/>'
        f'<v:textpath style="font-family:&quot;Times New Roman&quot;;font-size:1pt" '
        f'string="{PRACTICE_MARK}"/></v:shape></w:pict></w:r>'
    )
