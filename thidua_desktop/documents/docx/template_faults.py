"""Which instruction of a template can't be followed: the template language says it in English."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from docx.oxml.ns import qn
from jinja2 import TemplateError
from jinja2.sandbox import SandboxedEnvironment

_INSTRUCTION = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}")
_BRACES = ("{{", "}}", "{%", "%}")
_PLACE = re.compile(r"^\{([{%])-?(?:p|r|tr|tc)\s")
_STATEMENT = re.compile(r"^\{%-?\s*(\w*)")
_WHOLE = re.compile(r"\{\{p\s+(\w+)\s*\}\}")
_OPENING = {"if": "endif", "for": "endfor"}
_OTHERS = {"else", "elif", "endif", "endfor", "set", "colspan", "cellbg", "vm", "hm"}
_LONGEST = 60

FAULTS = (TemplateError, ValueError, TypeError, ArithmeticError, LookupError, AttributeError)
"""What following a wrong instruction may raise."""


def lost_texts(
    document: Any,  # noqa: ANN401 - the library's own document
    known: Iterable[str],
) -> Iterator[tuple[str, str]]:
    """What the template language would drop without a word: a code, and the words it is about.

    Fields with a brace too few are dropped with their line, and so is what stands beside a field
    of whole paragraphs.
    """
    single = re.compile(rf"\{{[{{\s]*p?\s*(?:{'|'.join(map(re.escape, known))})\s*\}}")
    for text in _paragraphs(document):
        beside = _INSTRUCTION.sub("", text)
        if any(brace in beside for brace in _BRACES) or single.search(beside):
            yield "template_instruction", text.strip()[:_LONGEST]
            continue
        whole = _WHOLE.search(text)
        if whole and text.strip() != whole[0]:
            yield "template_field_in_line", whole[1]


def wrong_instruction(
    document: Any,  # noqa: ANN401 - the library's own document
    language: SandboxedEnvironment,
    known: Mapping[str, object],
) -> str:
    """The words of the first instruction that can't be followed alone; else the first statement."""
    statements = []
    for text in _texts(document):
        found = _INSTRUCTION.findall(text)
        if any(brace in _INSTRUCTION.sub("", text) for brace in _BRACES):
            return text[:_LONGEST]
        for words in found:
            if not _can_be_followed(words, language, known):
                return str(words[:_LONGEST])
        statements += [words for words in found if words.startswith("{%")]
    return statements[0][:_LONGEST] if statements else ""


def _can_be_followed(
    words: str, language: SandboxedEnvironment, known: Mapping[str, object]
) -> bool:
    bare = _PLACE.sub(r"{\1 ", words)
    statement = _STATEMENT.match(bare)
    if statement:
        name = statement.group(1)
        if name in _OTHERS:
            return True
        if name not in _OPENING:
            return False
        bare += "{% " + _OPENING[name] + " %}"
    try:
        language.from_string(bare).render(known)
    except FAULTS:
        return False
    return True


def _texts(document: Any) -> Iterator[str]:  # noqa: ANN401
    """Every paragraph that holds an instruction."""
    for text in _paragraphs(document):
        if any(brace in text for brace in _BRACES):
            yield text


def _paragraphs(document: Any) -> Iterator[str]:  # noqa: ANN401
    """The text of every paragraph of the body and of the page edges."""
    for root in _roots(document):
        for paragraph in root.iter(qn("w:p")):
            yield "".join(piece.text or "" for piece in paragraph.iter(qn("w:t")))


def _roots(document: Any) -> Iterable[Any]:  # noqa: ANN401
    section = document.sections[0]
    edges = (
        section.header,
        section.footer,
        section.first_page_header,
        section.first_page_footer,
    )
    return [document.element.body, *(edge._element for edge in edges)]  # noqa: SLF001
