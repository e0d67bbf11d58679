"""What a list shows is the same whatever was searched and sorted before."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from thidua_desktop.domain.vietnamese.folding import fold
from thidua_desktop.ui.models.columns import Column
from thidua_desktop.ui.models.record_list import RecordList

NAMES = (
    "Trung tâm Phục vụ hành chính công",
    "Trường Tiểu học Đồng Tâm",
    "Trường Mầm non Hoa Sen",
    "Đội Đường bộ",
    "Xóm 1",
    "Xóm 10",
    "",
)


def a_list(names: tuple[str, ...] = NAMES) -> RecordList[str]:
    made: RecordList[str] = RecordList([Column("Tên", lambda name: name)])
    made.take(names)
    return made


def found(typed: str) -> list[str]:
    made = a_list()
    made.filter(typed, None)
    return made.shown


def test_search_forgives_marks_spaces_and_takes_initials() -> None:
    assert found("ttpv") == found("ttph") == [NAMES[0]]
    assert found("tphp") == []
    assert found("dong tam") == [NAMES[1]]
    assert found("doi duong") == [NAMES[3]]
    assert found("xom1") == ["Xóm 1", "Xóm 10"]
    assert found("x10") == ["Xóm 10"]
    assert found("  TRƯỜNG   hoa ") == [NAMES[2]]
    assert found("không thấy") == []


TYPED = ["", "t", "tt", "ttp", "ttph", "tr", "tru", "truong", "x", "1"]
STEPS = st.lists(
    st.one_of(
        st.tuples(
            st.just("search"),
            st.sampled_from(TYPED),
        ),
        st.tuples(st.just("sort"), st.sampled_from(["", "up", "down"])),
        st.tuples(st.just("accept"), st.sampled_from(["", "short"])),
        st.tuples(st.just("prepare"), st.just("")),
    ),
    max_size=12,
)


@given(STEPS)
def test_every_way_leads_to_the_same_rows(steps: list[tuple[str, str]]) -> None:
    made, text, order, is_short = a_list(), "", "", False
    for kind, what in steps:
        if kind == "search":
            text = what
        elif kind == "sort":
            order = what
            made.sort(0 if order else None, is_descending=order == "down")
        elif kind == "accept":
            is_short = bool(what)
        else:
            made.prepare(2)
        made.filter(text, (lambda name: len(name) < 8) if is_short else None)
    plain = a_list(tuple(n for n in NAMES if not is_short or len(n) < 8))
    plain.sort(0 if order else None, is_descending=order == "down")
    plain.filter(text, None)
    assert made.shown == plain.shown
    assert all(not text or fold(text)[0] in fold(name) for name in made.shown)


def test_a_changed_record_is_found_by_its_new_words() -> None:
    made = a_list()
    made.filter("xom", None)
    made.replace(0, "Thôn Mới")
    made.filter("thon", None)
    assert made.shown == ["Thôn Mới"]
    made.filter("xom", None)
    assert made.shown == ["Xóm 10"]
