"""Numbers as they are written, read and spelt out."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.domain.vietnamese.writing import any_text
from thidua_desktop.domain.vietnamese.numerals import (
    LARGEST_IN_WORDS,
    NumeralError,
    ParsedPoints,
    integer_text,
    money_text,
    money_words,
    number_words,
    parse_points,
    percent_text,
    points_text,
    roman,
    two_digit_count,
)


@pytest.mark.parametrize(
    ("points", "text"),
    [
        *((8725, "87,25"), (8700, "87"), (8750, "87,5"), (5, "0,05"), (0, "0"), (1000, "10")),
        *((-250, "-2,5"), (123450, "1234,5"), (10000, "100"), (-5, "-0,05")),
    ],
)
def test_points_are_shown_with_a_comma(points: int, text: str) -> None:
    assert points_text(points) == text


@pytest.mark.parametrize(
    ("value", "points"),
    [
        *((8, 800), (0, 0), (8.0, 800), (8.5, 850), (8.1, 810), (0.07, 7), (-0.0, 0)),
        *((8.200000000000001, 820), (0.1 + 0.2, 30), (29.999999999999996, 3000), (1.005e2, 10050)),
        *(("8", 800), ("8,5", 850), ("8.5", 850), (" 8,50 ", 850), ("08", 800), ("0,05", 5)),
        *(("8,5\u00a0", 850), ("\uff18,5", 850), ("+2", 200), ("-0", 0), ("8.0", 800)),
        *(("1.234,5", 123450), ("1,234.5", 123450), ("1.234.567", 123456700), ("1234,5", 123450)),
    ],
)
def test_points_are_read(value: float | str, points: int) -> None:
    assert parse_points(value) == ParsedPoints(points)


@pytest.mark.parametrize(
    ("value", "points"),
    [
        *(("8,5đ", 850), ("8,5 điểm", 850), ("8.5 Điểm.", 850), ("8 ĐIỂM", 800), ("7đ.", 700)),
        *(("5 diem", 500), ("5d", 500)),
    ],
)
def test_a_unit_behind_points_is_passed_over_and_told(value: str, points: int) -> None:
    assert parse_points(value) == ParsedPoints(points, "unit_dropped")


@pytest.mark.parametrize(
    ("code", "values"),
    [
        ("not_number", ["", " ", "-", "tốt", "8/10", "8 5", "8.", ",5", "1e2", "8,5,", "VIII"]),
        ("not_number", ["1.23.456", "1.234,567.8", "12,34.5", "9" * 5000, "8 điểm/10", "8đ5"]),
        ("not_number", [True, False, float("nan"), float("inf"), "x".join("88"), "\u0663"]),
        ("negative", [-1, -0.5, "-1", "-0,5", "\u22121", "- 2", "-3 điểm"]),
        ("ambiguous_number", ["1.234", "12.500", "100.000", "1.234 điểm", "-1.234"]),
        ("too_many_decimals", [8.125, 0.001, "8,125", "8.1234", "0.125", "1,234", "8,500"]),
        ("too_many_decimals", ["1.234,567", "1234.567", 1e-5]),
        ("percent_not_points", ["95%", "95 %", "95,5%", "95 phần trăm"]),
    ],
)
def test_points_that_cannot_be_relied_on(code: str, values: list[float | str]) -> None:
    for value in values:
        with pytest.raises(NumeralError) as caught:
            parse_points(value)
        assert (value, caught.value.code) == (value, code)


@given(st.integers(0, 10**9))
def test_what_is_shown_can_be_typed_back(points: int) -> None:
    text = points_text(points)
    assert parse_points(text).points == points
    assert parse_points(text.replace(",", ".")).points == points
    assert parse_points(f"{text}đ").points == points
    assert parse_points(points / 100).points == points


@given(st.one_of(any_text(), st.text("0123456789.,-+% đ", max_size=12), st.floats()))
def test_anything_is_read_or_refused(value: float | str) -> None:
    with suppress(NumeralError):
        assert parse_points(value).points >= 0


@pytest.mark.parametrize(
    ("number", "text"),
    [(0, "0"), (999, "999"), (1000, "1.000"), (1520000, "1.520.000"), (-1234, "-1.234")],
)
def test_thousands_are_parted_by_dots(number: int, text: str) -> None:
    assert integer_text(number) == text
    assert money_text(number) == f"{text} đồng"


@pytest.mark.parametrize(
    ("part", "total", "text"),
    [
        *((2, 3, "66,67%"), (1, 3, "33,33%"), (5, 5, "100%"), (0, 7, "0%"), (171, 200, "85,5%")),
        *((79_999, 100_000, "79,99%"), (99_999, 100_000, "99,99%"), (80, 100, "80%")),
        *((80_001, 100_000, "80%"), (1, 100_000, "0%"), (13, 15, "86,67%")),
    ],
)
def test_shares(part: int, total: int, text: str) -> None:
    assert percent_text(part, total) == text


def test_there_is_no_share_of_nothing() -> None:
    with pytest.raises(ValueError, match="0"):
        percent_text(0, 0)


@given(st.integers(1, 10**7), st.integers(0, 100), st.data())
def test_a_share_never_looks_like_a_pass_that_it_is_not(
    total: int, threshold: int, data: st.DataObject
) -> None:
    near = total * threshold // 100
    part = data.draw(st.integers(max(0, near - 2), min(total, near + 2)))
    shown = Fraction(percent_text(part, total).removesuffix("%").replace(",", "."))
    assert (shown >= threshold) == (part * 100 >= threshold * total)
    assert abs(shown - Fraction(part * 100, total)) < Fraction(1, 100)


@pytest.mark.parametrize(("count", "text"), [(0, "00"), (5, "05"), (10, "10"), (1234, "1234")])
def test_counts_have_two_digits(count: int, text: str) -> None:
    assert two_digit_count(count) == text


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"),
        (5, "năm"),
        (10, "mười"),
        (11, "mười một"),
        (15, "mười lăm"),
        (20, "hai mươi"),
        (21, "hai mươi mốt"),
        (24, "hai mươi bốn"),
        (55, "năm mươi lăm"),
        (100, "một trăm"),
        (101, "một trăm linh một"),
        (105, "một trăm linh năm"),
        (110, "một trăm mười"),
        (555, "năm trăm năm mươi lăm"),
        (1000, "một nghìn"),
        (1005, "một nghìn không trăm linh năm"),
        (1050, "một nghìn không trăm năm mươi"),
        (21_000, "hai mươi mốt nghìn"),
        (1_520_000, "một triệu năm trăm hai mươi nghìn"),
        (1_000_005, "một triệu không trăm linh năm"),
        (2_005_015, "hai triệu không trăm linh năm nghìn không trăm mười lăm"),
        (1_000_000_000, "một tỷ"),
        (1_005_000_000, "một tỷ không trăm linh năm triệu"),
        (1_500_000_000_000, "một nghìn năm trăm tỷ"),
        (10**12 + 5, "một nghìn tỷ không trăm linh năm"),
        (10**15, "một triệu tỷ"),
    ],
)
def test_numbers_in_words(number: int, words: str) -> None:
    assert number_words(number) == words


@pytest.mark.parametrize(
    ("dong", "words"),
    [
        (1_520_000, "Một triệu năm trăm hai mươi nghìn đồng"),
        (760_000, "Bảy trăm sáu mươi nghìn đồng"),
        (0, "Không đồng"),
    ],
)
def test_money_in_words(dong: int, words: str) -> None:
    assert money_words(dong) == words


DIGITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
ONES = {word: digit for digit, word in enumerate(DIGITS)} | {"mốt": 1, "lăm": 5}
SCALES = {"nghìn": 10**3, "triệu": 10**6}


def heard(words: str) -> int:
    """The number that a listener would write down: another way through the same rules."""
    above, billion, rest = words.rpartition(" tỷ")
    return (10**9 * heard(above) if billion else 0) + heard_below_a_billion(rest)


def heard_below_a_billion(words: str) -> int:
    total = group = digit = 0
    for word in words.split():
        if word in ONES:
            digit = ONES[word]
            group += digit
        elif word in SCALES:
            total, group = total + group * SCALES[word], 0
        else:
            group += {"linh": 0, "mười": 10, "mươi": 9 * digit, "trăm": 99 * digit}[word]
    return total + group


@given(st.integers(0, LARGEST_IN_WORDS))
def test_words_are_heard_as_the_number_that_was_said(number: int) -> None:
    assert heard(number_words(number)) == number


def test_all_small_numbers_are_heard_right() -> None:
    assert [n for n in range(10_000) if heard(number_words(n)) != n] == []


@pytest.mark.parametrize(
    ("function", "number"),
    [
        *((number_words, -1), (number_words, LARGEST_IN_WORDS + 1), (money_words, -1)),
        *((roman, 0), (roman, 4000)),
    ],
)
def test_what_cannot_be_said_is_refused(function: Callable[[int], str], number: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        function(number)


@pytest.mark.parametrize(
    ("number", "figures"),
    [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (40, "XL"), (99, "XCIX"), (3999, "MMMCMXCIX")],
)
def test_roman_figures(number: int, figures: str) -> None:
    assert roman(number) == figures
