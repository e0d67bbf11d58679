"""What is kept of a text, and what goes."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.domain.vietnamese.writing import UNSEEN_SIGNS, any_text, names, respelt
from thidua_desktop.domain.vietnamese.cleaning import UNSEEN, clean_multiline, clean_text


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("", ""),
        ("  Xã \t Ví\u00a0Dụ \r\n", "Xã Ví Dụ"),
        (unicodedata.normalize("NFD", "Đổi mới"), "Đổi mới"),
        ("Nguyễn\u200b Văn\ufeff Mẫu", "Nguyễn Văn Mẫu"),
        ("Tổ\u20281", "Tổ 1"),
        ("a\x00b\x07c\x7fd\x9fe", "abcde"),
        ("a\ud800b\ufffec", "abc"),
        ("tự\u00ad chấm", "tự chấm"),
        ("100 % – «tốt» ☑ ★", "100 % – «tốt» ☑ ★"),
    ],
)
def test_text_is_made_fit_to_keep(raw: str, cleaned: str) -> None:
    assert clean_text(raw) == cleaned


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("\u00d0ặng Văn Mẫu", "Đặng Văn Mẫu"),
        ("\u00f0ổi mới", "đổi mới"),
        ("\u0189oàn", "Đoàn"),
        ("15/Q\u00d0-UBND, H\u00d0ND", "15/QĐ-UBND, HĐND"),
        ("TH\u00d0TT", "THĐTT"),
        ("Gu\u00f0run", "Gu\u00f0run"),
        ("\u00d0w\u00f0", "\u00d0w\u00f0"),
    ],
)
def test_an_icelandic_d_becomes_a_vietnamese_one_only_where_it_must_be(
    raw: str, cleaned: str
) -> None:
    assert clean_text(raw) == cleaned


def test_line_breaks_stay_when_asked() -> None:
    raw = "\n Một \r\n\r\nhai\u00a0 ba\u2028bốn\n "
    assert clean_multiline(raw) == "Một\n\nhai ba\nbốn"


def test_nothing_that_can_be_seen_is_dropped() -> None:
    kinds = {unicodedata.category(chr(code)) for code in UNSEEN}
    # Control, format, surrogate, not a character; and one mark that has no shape (U+034F).
    assert kinds <= {"Cc", "Cf", "Cs", "Cn", "Mn"}
    assert [code for code in UNSEEN if unicodedata.category(chr(code)) == "Mn"] == [0x034F]


@given(any_text())
def test_cleaning_twice_changes_nothing_more(raw: str) -> None:
    once = clean_text(raw)
    assert clean_text(once) == once
    assert clean_multiline(once) == once


@given(any_text())
def test_multiline_cleaning_is_idempotent(raw: str) -> None:
    once = clean_multiline(raw)
    assert clean_multiline(once) == once


@given(any_text())
def test_every_letter_digit_and_sign_survives(raw: str) -> None:
    def seen(text: str) -> list[str]:
        plain = unicodedata.normalize("NFD", text).translate(
            str.maketrans("\u00d0\u00f0\u0189\u0256", "\u0110\u0111\u0110\u0111")
        )
        return sorted(c for c in plain if unicodedata.category(c)[0] in "LNPS")

    assert seen(clean_text(raw)) == seen(raw)


@given(st.data(), names())
def test_every_way_to_write_a_name_is_kept_as_one(data: st.DataObject, name: str) -> None:
    assert clean_text(data.draw(respelt(name))) == name


@given(names(), st.sampled_from(UNSEEN_SIGNS))
def test_what_is_kept_can_be_written_to_any_file(name: str, sign: str) -> None:
    cleaned = clean_text(f"{sign}{name}{sign}")
    cleaned.encode("utf-8")
    assert cleaned.isprintable()
