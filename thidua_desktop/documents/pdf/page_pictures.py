"""Pages of a PDF as pictures, for previews and the demonstration."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from thidua_desktop.domain.errors import InputError

_POINTS_PER_INCH = 72


def render_pages(pdf: Path, folder: Path, dpi: int = 110) -> list[Path]:
    """Write one PNG per page into a folder, named after the PDF.

    Raises:
        InputError: the file is no PDF that can be read.
    """
    pictures = []
    folder.mkdir(parents=True, exist_ok=True)
    with _opened(pdf) as document:
        for number in range(len(document)):
            picture = folder / f"{pdf.stem}-{number + 1}.png"
            picture.write_bytes(_png(document, number, dpi / _POINTS_PER_INCH))
            pictures.append(picture)
    return pictures


def page_pngs(
    pdf: Path | bytes, width: int, start: int = 0, stop: int | None = None
) -> list[bytes]:
    """Pages from `start` up to `stop` as PNG, this many pixels wide, for the preview.

    Raises:
        InputError: the file is no PDF that can be read.
    """
    with _opened(pdf) as document:
        return [
            _png(document, number, width / document[number].get_width())
            for number in range(len(document))[start:stop]
        ]


@contextmanager
def _opened(pdf: Path | bytes) -> Iterator[Any]:
    import pypdfium2

    try:
        document: Any = pypdfium2.PdfDocument(pdf)  # type: ignore[no-untyped-call]
    except pypdfium2.PdfiumError as error:
        raise InputError(
            "pdf_unreadable", file=pdf.name if isinstance(pdf, Path) else "PDF", detail=str(error)
        ) from error
    try:
        yield document
    finally:
        document.close()


def _png(document: Any, number: int, scale: float) -> bytes:  # noqa: ANN401 - a library without types
    page = document[number]
    kept = io.BytesIO()
    page.render(scale=scale).to_pil().save(kept, format="PNG")
    return kept.getvalue()
