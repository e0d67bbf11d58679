"""What a search finds, and which names are the same."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.domain.vietnamese.writing import any_text, names, respelt, syllables
from thidua_desktop.domain.vietnamese.folding import Query, fold, initials, match_key

OFFICE = "Trung tâm Phục vụ hành chính công"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("", ""),
        ("Đổi  mới", "doi moi"),
        ("ĐẶNG THỊ VÍ DỤ", "dang thi vi du"),
        (unicodedata.normalize("NFD", "Nguyễn Văn Mẫu"), "nguyen van mau"),
        ("\u00d0ặng", "dang"),
        ("hoà hòa thuý thúy", "hoa hoa thuy thuy"),
        ("Văn hóa – Xã\u00a0hội", "van hoa - xa hoi"),
        ("\uff21\uff11 \u200bÂu", "a1 au"),
        ("ăâđêôơư ĂÂĐÊÔƠƯ", "aadeoou aadeoou"),
    ],
)
def test_search_form(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "short"),
    [
        (OFFICE, "ttpvhcc"),
        ("Ủy ban nhân dân", "ubnd"),
        ("Phòng Văn hóa - Xã hội", "pvhxh"),
        ("Xóm 10", "x10"),
        ("", ""),
    ],
)
def test_initials(text: str, short: str) -> None:
    assert initials(text) == short


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Trường Mầm non Hoà Mẫu", "trường  mầm non HÒA mẫu"),
        ("Văn hóa - Xã hội", "Văn hoá – Xã hội"),
        ("Văn hóa—Xã hội", "Văn hóa, Xã hội."),
        ("\u00d0oàn Văn Mẫu", "Đoàn Văn Mẫu"),
        ("Nguyễn Thị Thuý", unicodedata.normalize("NFD", "Nguyễn Thị Thúy")),
        ("Quý", "Qúy"),
        ("khoẻ", "khỏe"),
        ("Tổ 1 (cũ)", "Tổ 1 - cũ"),
        ("\uff34ổ 1", "Tổ 1"),
    ],
)
def test_same_name(one: str, other: str) -> None:
    assert match_key(one) == match_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hồng", "Hông"),
        ("Hồng", "Hống"),
        ("Đan", "Dan"),
        ("Xóm 1 2", "Xóm 12"),
        ("Tổ 1", "Tổ 11"),
        ("Bảo An", "Bảo Ân"),
        ("Hòa Án", "Hóa Àn"),
    ],
)
def test_different_names(one: str, other: str) -> None:
    assert match_key(one) != match_key(other)


@pytest.mark.parametrize(
    "query",
    [
        *("", " ", "phục vụ", "phuc vu", "PHỤC VỤ", "hành", "ttpvhcc", "pvhcc", "TTPV", "t"),
        *("ttph", "TTHC", "tthcc"),
        *("trungtam", "phucvuhanh", "hanh chinh cong", "cong phuc", "hanh chính", "công hành"),
    ],
)
def test_forgiving_search_finds(query: str) -> None:
    assert Query.of(query).finds(fold(OFFICE))


@pytest.mark.parametrize(
    "query", ["xyz", "phuc va", "hcv", "ungtam", "công an", "x", "đ", "?", "pvhh", "tpcx"]
)
def test_forgiving_search_does_not_find(query: str) -> None:
    assert not Query.of(query).finds(fold(OFFICE))


def test_search_sees_words_behind_brackets_and_dashes() -> None:
    assert Query.of("dvbt y te").finds(fold("Trạm Y tế (ĐVBT)"))
    assert Query.of("van hoa xa hoi").finds(fold("Phòng Văn hóa - Xã hội"))


@given(any_text())
def test_keys_are_idempotent(text: str) -> None:
    key = match_key(text)
    assert match_key(key) == key


@given(names())
def test_search_form_is_idempotent_and_plain(name: str) -> None:
    folded = fold(name)
    assert fold(folded) == folded
    assert folded.isascii()
    assert initials(folded) == initials(name)


@given(st.data(), names())
def test_one_key_for_every_way_to_write_a_name(data: st.DataObject, name: str) -> None:
    other = data.draw(respelt(name))
    assert fold(other) == fold(name)
    assert match_key(other) == match_key(name.upper())


@given(st.data())
def test_one_key_wherever_the_tone_stands(data: st.DataObject) -> None:
    syllable = data.draw(syllables())
    letters = unicodedata.normalize("NFD", syllable)
    tone = next((c for c in letters if c in "\u0300\u0301\u0303\u0309\u0323"), "")
    bare = unicodedata.normalize("NFC", letters.replace(tone, "") if tone else letters)
    vowels = [at for at, letter in enumerate(bare) if letter in "aăâeêioôơuưy"]
    # The u of «qu» is a letter of the run like any other: «quý», «qúy».
    moved = data.draw(st.sampled_from(vowels))
    other = unicodedata.normalize("NFC", bare[: moved + 1] + tone + bare[moved + 1 :])
    assert match_key(other) == match_key(syllable)


@given(syllables(place=0), syllables(place=0))
def test_different_syllables_have_different_keys(one: str, other: str) -> None:
    assert (match_key(one) == match_key(other)) == (one == other)


@given(st.data(), names())
def test_a_name_is_found_by_its_parts(data: st.DataObject, name: str) -> None:
    words = name.split()
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first + 1, len(words)))
    part = " ".join(words[first:last])
    for query in (part, part.upper(), fold(part), part.replace(" ", ""), initials(part)):
        assert Query.of(query).finds(fold(name))
