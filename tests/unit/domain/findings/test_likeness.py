"""Common passages: found both ways, whatever the marks; never in what is nobody's own."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

from hypothesis import assume, given
from hypothesis import strategies as st

from thidua_desktop.domain.findings.likeness import (
    AnswerField,
    Corpus,
    Likeness,
    ReadText,
    UnitText,
    alike,
    compared,
    runs_of,
)
from thidua_desktop.domain.findings.limits import PROPOSED_LIMITS
from thidua_desktop.domain.vietnamese.folding import fold

OWN = (
    "Tổ công nghệ số đã đến từng nhà hướng dẫn bà con cài ứng dụng, nộp hồ sơ trực tuyến và "
    "thanh toán không dùng tiền mặt; mỗi tối thứ năm mở lớp tại nhà văn hóa xóm."
)
OTHER = (
    "Nhà trường giao giáo viên tin học phụ trách trang thông tin, học bạ điện tử được ký số "
    "từ tháng chín, phụ huynh nhận kết quả học tập của con qua điện thoại hằng tuần."
)
FAR = replace(PROPOSED_LIMITS, common_units=10_000)
SYLLABLES = "an bình cường dũng đông giang hà hiếu khoa lâm minh nam phong quang sơn thủy vân xuân"
words = st.lists(st.sampled_from(SYLLABLES.split()), min_size=20, max_size=60).map(" ".join)


def text(said: str, owner: str = "DV001", criterion: str = "ND1") -> UnitText:
    return UnitText(owner, said, criterion=criterion)


def read(said: str, owner: str = "DV001") -> ReadText:
    return ReadText.of(text(said, owner))


def likeness(first: str, second: str) -> Likeness | None:
    return compared(read(first), read(second, "DV002"), FAR)


@given(words, words)
def test_it_does_not_matter_which_comes_first(one: str, two: str) -> None:
    there, back = likeness(one, two), likeness(two, one)
    assert (there is None) == (back is None)
    if there is not None and back is not None:
        assert (there.words, there.percent, there.longest) == (
            back.words,
            back.percent,
            back.longest,
        )
        assert (there.in_first, there.in_second) == (back.in_second, back.in_first)


@given(words)
def test_what_is_the_same_is_all_the_same(one: str) -> None:
    found = likeness(one, one)
    assert found is not None
    assert (found.percent, found.words) == (100, len(one.split()))
    assert found.in_first == found.in_second == ((0, len(one)),)


@given(words, words)
def test_texts_of_different_words_have_nothing_in_common(one: str, two: str) -> None:
    assert likeness(one, " ".join(f"{word}x" for word in two.split())) is None


@given(words, st.sampled_from(["NFD", "NFC"]), st.sampled_from([" ", ", ", "; ", " – ", ".\n"]))
def test_marks_case_punctuation_and_composition_hide_nothing(
    one: str, form: str, between: str
) -> None:
    changed = unicodedata.normalize(form, between.join(one.upper().split()))  # type: ignore[arg-type]
    for disguised in (changed, fold(one), one.replace(" ", "\u200b ")):
        found = likeness(one, disguised)
        assert found is not None
        assert found.percent == 100
        (begin, end) = found.in_second[0]
        assert fold(disguised[begin:end]).split()[0].strip(",;.–") == fold(one).split()[0]


@given(words, words, words)
def test_a_part_of_a_text_is_found_in_its_place(before: str, part: str, after: str) -> None:
    whole = f"{before.upper()}. {part}! {after}"
    found = likeness(part, whole)
    assert found is not None
    assert found.percent == 100
    assert any(begin <= len(before) + 2 < end for begin, end in found.in_second)


def test_the_order_of_texts_changes_nothing() -> None:
    texts = [text(OWN, "DV001"), text(OTHER, "DV002"), text(OWN.upper(), "DV003", "ND2")]
    assert alike(Corpus(texts), PROPOSED_LIMITS) == alike(Corpus(texts[::-1]), PROPOSED_LIMITS)
    (only,) = alike(Corpus(texts), PROPOSED_LIMITS)
    assert (only.first.owner, only.second.owner, only.percent) == ("DV001", "DV003", 100)
    assert only.first.place != only.second.place


def test_other_figures_do_not_make_it_a_text_of_ones_own() -> None:
    one = OWN.replace("từng nhà", "125 hộ").replace("thứ năm", "ngày 15/11")
    two = OWN.replace("từng nhà", "98 hộ").replace("thứ năm", "ngày 02/12")
    found = likeness(one, two)
    assert found is not None
    assert found.percent == 100


def test_short_answers_and_lists_of_figures_prove_nothing() -> None:
    assert likeness("Đã thực hiện.", "Đã thực hiện.") is None
    numbers = "Báo cáo số 05/BC ngày 01/11/2026; Báo cáo số 06/BC ngày 02/11/2026"
    assert likeness(numbers, numbers) is None


def test_a_long_passage_counts_even_in_long_texts() -> None:
    long = " ".join(f"{word}{word}" for word in (SYLLABLES.split() * 20))
    copied = f"{OWN} {OTHER}"
    found = likeness(f"{long} {copied}", f"{copied} {long.upper().replace('A', 'O')}")
    assert found is not None
    assert found.percent < PROPOSED_LIMITS.like_percent
    assert found.longest >= PROPOSED_LIMITS.like_run


def test_the_wording_of_the_form_is_nobodys_own() -> None:
    known = runs_of([OWN])
    assert compared(read(OWN), read(OWN, "DV002"), FAR, known) is None
    assert alike(Corpus([text(OWN), text(OWN, "DV002")]), FAR, known) == ()
    mixed = f"{OWN} {OTHER}"
    found = compared(read(mixed), read(mixed, "DV002"), FAR, known)
    assert found is not None
    assert found.words <= len(OTHER.split())
    assert all(mixed[begin:end] not in OWN for begin, end in found.in_first)


def test_what_many_write_is_a_commonplace() -> None:
    limit = PROPOSED_LIMITS.common_units
    few = [text(OWN, f"DV{number:03}") for number in range(limit)]
    many = [*few, text(OWN, "DV900")]
    assert len(alike(Corpus(few), PROPOSED_LIMITS)) == limit * (limit - 1) // 2
    assert alike(Corpus(many), PROPOSED_LIMITS) == ()


def test_one_unit_may_repeat_itself() -> None:
    twice = [text(OWN), text(OWN, criterion="ND2"), UnitText("DV001", OWN, AnswerField.EVIDENCE)]
    assert alike(Corpus(twice), PROPOSED_LIMITS) == ()


@given(st.text())
def test_any_text_can_be_read(said: str) -> None:
    found = likeness(f"{said} {OWN}", OWN)
    assume(found is not None)
    assert found is not None
    assert all(0 <= begin < end <= len(said) + 1 + len(OWN) for begin, end in found.in_first)
