"""Texts on a blank: never off the sheet, never on each other, never clipped unsaid."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_desktop.domain.certificates.fitting import Face, fit, width_of
from thidua_desktop.domain.certificates.layout import (
    BlankLayout,
    BlankLine,
    Box,
    CertificateField,
    PrinterOffset,
    TextAlign,
    above,
    layout_faults,
    layout_remarks,
)
from thidua_desktop.domain.certificates.placing import place

LETTERS = "AaÂăbcđĐeêệghikllmnoôơờpqrstuưửvxyỹ.,&<>«»"
words = st.text(LETTERS, min_size=1, max_size=14)
texts = st.lists(words, min_size=1, max_size=40).map(" ".join)
aligns = st.sampled_from(TextAlign)


def measure(text: str, face: Face) -> int:
    """Every letter half as wide as it is high, bold ones a little wider."""
    return len(text) * (550 if face.is_bold else 500)


lines = st.builds(
    lambda size, smaller, **rest: BlankLine(size=size, smallest=max(60, size - smaller), **rest),
    field=st.just(CertificateField.ACHIEVEMENT),
    x=st.integers(0, 800),
    y=st.integers(200, 600),
    width=st.integers(300, 2000),
    size=st.integers(80, 240),
    smaller=st.integers(0, 140),
    pitch=st.integers(30, 120),
    most_lines=st.integers(1, 5),
    align=aligns,
    is_bold=st.booleans(),
    is_capital=st.booleans(),
    keeps_one_line=st.booleans(),
    grows_up=st.booleans(),
)


@given(lines, texts)
def test_a_text_that_fits_stays_within_its_line(line: BlankLine, text: str) -> None:
    fitted = fit(line, text, measure)
    assert line.smallest <= fitted.size <= line.size
    if fitted.fits:
        face = Face(line.is_bold, line.is_italic)
        assert len(fitted.lines) <= line.most_lines
        assert all(width_of(measure(one, face), fitted.size) <= line.width for one in fitted.lines)


@given(lines, texts)
def test_no_word_is_lost_parted_or_moved(line: BlankLine, text: str) -> None:
    fitted = fit(line, text, measure)
    said = text.upper() if line.is_capital else text
    assert " ".join(fitted.lines) == said


@given(lines, texts)
def test_what_does_not_fit_is_said(line: BlankLine, text: str) -> None:
    layout = BlankLayout("phoi", "Phôi", 2970, 2100, (line,))
    placement = place(layout, {line.field: text}, measure)
    codes = {issue.code for issue in placement.issues}
    assert fit(line, text, measure).fits is ("certificate_text_too_long" not in codes)


@given(lines, texts, st.integers(-300, 300), st.integers(-300, 300))
def test_what_is_not_said_lies_on_the_sheet(line: BlankLine, text: str, dx: int, dy: int) -> None:
    layout = BlankLayout("phoi", "Phôi", 2970, 2100, (line,))
    placement = place(layout, {line.field: text}, measure, PrinterOffset(dx, dy))
    assert placement.texts
    if not placement.issues:
        for one in placement.texts:
            assert one.box.is_within(layout.width, layout.height)
            assert line.x + dx <= one.x
            assert one.x + one.width <= line.x + line.width + dx


@given(st.lists(st.tuples(lines, texts), min_size=2, max_size=4))
def test_lines_whose_rooms_are_apart_never_meet(drawn: list[tuple[BlankLine, str]]) -> None:
    fields = list(CertificateField)
    own = [replace(line, field=fields[place]) for place, (line, _) in enumerate(drawn)]
    layout = BlankLayout("phoi", "Phôi", 2970, 2100, tuple(own))
    values = {line.field: text for line, (_, text) in zip(own, drawn, strict=True)}
    placement = place(layout, values, measure)
    codes = {issue.code for issue in placement.issues}
    rooms_are_apart = not any(r.code == "blank_lines_meet" for r in layout_remarks(layout))
    if rooms_are_apart and "certificate_text_too_long" not in codes:
        assert "certificate_lines_meet" not in codes
    if "certificate_lines_meet" not in codes:
        for place_, (field, one) in enumerate(placement.lines):
            for other_field, other in placement.lines[place_ + 1 :]:
                assert field is other_field or not one.box.meets(other.box)


def name_line(**changes: object) -> BlankLine:
    line = BlankLine(CertificateField.RECIPIENT, 400, 1000, 1000, 200, 120, 90, most_lines=2)
    return replace(line, **changes)  # type: ignore[arg-type]


def test_a_name_is_set_smaller_before_it_is_broken() -> None:
    # 26 letters of half 20 pt are 260 pt; the line takes 283.
    assert fit(name_line(keeps_one_line=True), "a" * 10 + " " + "b" * 15, measure).size == 200
    fitted = fit(name_line(keeps_one_line=True), "a" * 15 + " " + "b" * 20, measure)
    assert len(fitted.lines) == 1
    assert fitted.size < 200


def test_a_sentence_takes_all_its_lines_before_it_is_set_smaller() -> None:
    fitted = fit(name_line(), "a" * 15 + " " + "b" * 20, measure)
    assert (len(fitted.lines), fitted.size) == (2, 200)


def test_a_text_that_is_too_long_is_set_whole_all_the_same() -> None:
    text = " ".join(["thành tích"] * 60)
    fitted = fit(name_line(), text, measure)
    assert not fitted.fits
    assert fitted.size == 120
    assert " ".join(fitted.lines) == text


def test_a_word_wider_than_the_line_is_not_parted() -> None:
    fitted = fit(name_line(), "x" * 80, measure)
    assert (fitted.fits, fitted.lines) == (False, ("x" * 80,))


def test_centred_lines_are_about_as_long() -> None:
    text = " ".join(["mười chữ"] * 7)
    fitted = fit(name_line(align=TextAlign.CENTRE, most_lines=3), text, measure)
    lengths = [len(one) for one in fitted.lines]
    assert len(lengths) > 1
    assert max(lengths) - min(lengths) <= len("mười chữ ")


def test_the_lines_of_a_post_stay_apart() -> None:
    fitted = fit(name_line(keeps_one_line=True), "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", measure)
    assert fitted.lines == ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")


def test_a_short_name_stands_next_to_what_follows() -> None:
    layout = BlankLayout("phoi", "Phôi", 2970, 2100, (name_line(grows_up=True),))
    (text,) = place(layout, {CertificateField.RECIPIENT: "Mẫu"}, measure).texts
    assert text.y == 1090


@pytest.mark.parametrize(
    ("align", "x"), [(TextAlign.LEFT, 400), (TextAlign.CENTRE, 847), (TextAlign.RIGHT, 1294)]
)
def test_where_a_line_begins(align: TextAlign, x: int) -> None:
    layout = BlankLayout("phoi", "Phôi", 2970, 2100, (name_line(align=align),))
    (text,) = place(layout, {CertificateField.RECIPIENT: "Mẫu"}, measure).texts
    assert (text.x, text.y, text.width) == (x, 1000, 106)


def test_a_printer_s_offset_moves_everything_alike() -> None:
    layout = BlankLayout("phoi", "Phôi", 2970, 2100, (name_line(),))
    values = {CertificateField.RECIPIENT: "Nguyễn Văn Mẫu"}
    (still,) = place(layout, values, measure).texts
    (shifted,) = place(layout, values, measure, PrinterOffset(12, -8)).texts
    assert (shifted.x - still.x, shifted.y - still.y) == (12, -8)


def test_words_before_a_value_go_with_it() -> None:
    layout = BlankLayout("phoi", "Phôi", 2970, 2100, (name_line(before="Số sổ vàng: "),))
    (text,) = place(layout, {CertificateField.RECIPIENT: "07"}, measure).texts
    assert text.text == "Số sổ vàng: 07"
    assert place(layout, {CertificateField.RECIPIENT: ""}, measure).texts == ()


def test_a_hidden_line_is_not_printed() -> None:
    layout = BlankLayout("phoi", "Phôi", 2970, 2100, (name_line(is_shown=False),))
    assert place(layout, {CertificateField.RECIPIENT: "Mẫu"}, measure).texts == ()


def test_what_is_wrong_with_a_layout_is_told() -> None:
    good = name_line()
    layout = BlankLayout("phoi", "Phôi", 2970, 2100, (good,))
    assert layout_faults(layout) == ()
    assert layout_remarks(layout) == ()
    wrong = replace(layout, width=20, lines=(good, good, replace(good, smallest=300)))
    assert [fault.code for fault in layout_faults(wrong)] == [
        "blank_page_wrong",
        *("blank_line_twice", "blank_line_twice", "blank_line_wrong"),
    ]
    low = name_line(y=2090, field=CertificateField.SIGNER)
    close = name_line(y=1100, field=CertificateField.ADDRESS)
    remarks = layout_remarks(replace(layout, lines=(good, low, close)))
    assert [remark.code for remark in remarks] == ["blank_line_off_page", "blank_lines_meet"]


def test_boxes_that_share_an_edge_do_not_meet() -> None:
    assert not Box(0, 0, 10, 10).meets(Box(10, 0, 20, 10))
    assert Box(0, 0, 10, 10).meets(Box(9, 9, 20, 20))
    # 20 pt are 70,6 tenths of a millimetre.
    assert above(200) == 68
