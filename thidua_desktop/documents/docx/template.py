"""A Word template that an office may have changed: filled, or refused with what is wrong in it."""

from __future__ import annotations

import difflib
import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from typing import Any

from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docxtpl.template import DocxTemplate
from jinja2 import StrictUndefined
from jinja2.sandbox import SandboxedEnvironment
from lxml import etree
from markupsafe import Markup, escape

from thidua_desktop.documents.docx.elements import TWIPS, parsed, set_columns
from thidua_desktop.documents.docx.template_faults import FAULTS, lost_texts, wrong_instruction
from thidua_desktop.domain.errors import InputError
from thidua_desktop.domain.reasons import Issue

LARGEST = 30_000_000
"""Bytes of an unpacked template; more is no letterhead but a mistake or a trap."""

_MARK = "TDMark_"
_HEADING_FIELD = "co_quan"


class _Block:
    """A field of whole paragraphs: leaves a mark in whose place they are put afterwards.

    So they never pass through the template language, which mends broken text by dropping it.
    """

    def __init__(self, name: str) -> None:
        self._name = name

    def __html__(self) -> str:
        return f'<w:p><w:pPr><w:pStyle w:val="{_MARK}{self._name}"/></w:pPr></w:p>'


class WordTemplate:
    """One filling of one template.

    Args:
        name: of the file, for the sentences.
        content: its bytes.
    """

    def __init__(self, name: str, content: bytes) -> None:
        self._name = name
        self._file = DocxTemplate(io.BytesIO(content))
        self._refuse_unreadable(content)

    @property
    def document(self) -> Any:  # noqa: ANN401 - the library's own document
        """The document within, to be dressed before and completed after filling."""
        return self._file.docx

    @property
    def text_width(self) -> float:
        """The width between the margins of the first section, in points."""
        section = self.document.sections[0]
        width = section.page_width - section.left_margin - section.right_margin
        return float(width.pt) if hasattr(width, "pt") else float(width / 12700)

    def fill(self, values: Mapping[str, str], blocks: Iterable[str]) -> None:
        """Put text into the fields and a mark where blocks will stand.

        Raises:
            InputError: fields that are not known, or instructions that can't be read.
        """
        texts = {name: _literal(text) for name, text in values.items()}
        known = {**texts, **{name: _Block(name) for name in blocks}}
        language = SandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
        try:
            self._refuse_unknown(language, known)
            self._refuse_lost(known)
            self._file.render(known, language, autoescape=True)
        except (*FAULTS, etree.LxmlError) as error:
            said = wrong_instruction(self.document, language, known)
            code = "template_instruction" if said else "template_torn"
            raise self._broken(code, said=said, detail=str(error)) from error

    def marks(self) -> Iterator[tuple[str, Any, float]]:
        """Each block's name with its mark and the width that it has there.

        Raises:
            InputError: a block stands within a line.
        """
        body = self.document.element.body
        for style in list(body.iter(qn("w:pStyle"))):
            value = style.get(qn("w:val"), "")
            if value.startswith(_MARK):
                mark = style.getparent().getparent()
                name = value.removeprefix(_MARK)
                holder = mark.getparent()
                if holder.tag not in (qn("w:body"), qn("w:tc")):
                    raise self._broken("template_field_in_line", field=name)
                yield name, mark, self._width_at(holder)

    def refuse_missing(self, found: Iterable[str], needed: Iterable[str]) -> None:
        """See that no field is missing without which a paper would be no paper.

        Raises:
            InputError: naming those that are.
        """
        missing = [name for name in needed if name not in set(found)]
        if missing:
            issues = [self._issue("template_field_missing", field=name) for name in missing]
            raise InputError("template_broken", issues, file=self._name)

    def _refuse_unreadable(self, content: bytes) -> None:
        try:
            with zipfile.ZipFile(io.BytesIO(content)) as packed:
                size = sum(entry.file_size for entry in packed.infolist())
            if size <= LARGEST:
                self._file.init_docx()
                self.document.sections[0].page_width  # noqa: B018 - fails where no page is told
                return
        except (
            zipfile.BadZipFile,
            PackageNotFoundError,
            KeyError,
            ValueError,
            IndexError,
            etree.LxmlError,
        ) as error:
            raise self._broken("template_not_word", detail=str(error)) from error
        raise self._broken("template_not_word", detail=str(size))

    def _refuse_unknown(self, language: SandboxedEnvironment, known: Mapping[str, object]) -> None:
        unknown = sorted(self._file.get_undeclared_template_variables(language, dict(known)))
        if not unknown:
            return
        issues = []
        for field in unknown:
            near = difflib.get_close_matches(field, sorted(known), n=1)
            code = "template_field_misspelt" if near else "template_field_unknown"
            issues.append(self._issue(code, field=field, near="".join(near)))
        raise InputError("template_broken", issues, file=self._name)

    def _refuse_lost(self, known: Mapping[str, object]) -> None:
        issues = [
            self._issue(code, said=words, field=words)
            for code, words in lost_texts(self.document, known)
        ]
        if issues:
            raise InputError("template_broken", issues, file=self._name)

    def _width_at(self, holder: Any) -> float:  # noqa: ANN401 - an element of the library
        if holder.tag == qn("w:tc"):
            told = holder.find(f"{qn('w:tcPr')}/{qn('w:tcW')}")
            if told is not None and told.get(qn("w:type")) == "dxa":
                return float(told.get(qn("w:w"))) / TWIPS
        return self.text_width

    def _broken(self, code: str, **data: str) -> InputError:
        return InputError("template_broken", [self._issue(code, **data)], file=self._name)

    def _issue(self, code: str, **data: str) -> Issue:
        return Issue(code, file=self._name, data=data)


def _literal(text: str) -> Markup:
    """Text without braces of its own: the library takes some of them for its instructions."""
    said = str(escape(text)).replace("{", "&#123;").replace("}", "&#125;")
    return Markup(said)  # noqa: S704 - escaped above


def replace_mark(mark: Any, xml: str) -> None:  # noqa: ANN401 - an element of the library
    """Put what a field became into the place of its mark."""
    holder = mark.getparent()
    for element in parsed(xml):
        mark.addprevious(deepcopy(element))
    holder.remove(mark)
    if holder.tag == qn("w:tc") and (not len(holder) or holder[-1].tag != qn("w:p")):
        # Word refuses a file with a cell that doesn't end with a paragraph.
        holder.append(parsed("<w:p/>")[0])


def place_heading(marks: Iterable[tuple[str, Any, float]], widths: Sequence[float]) -> None:
    """Part the head of a shipped template as the paper needs it."""
    for name, mark, _ in marks:
        if name == _HEADING_FIELD and mark.getparent().tag == qn("w:tc"):
            set_columns(mark.getparent().getparent().getparent(), widths)
