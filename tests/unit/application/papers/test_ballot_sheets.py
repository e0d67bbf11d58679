"""Whatever stands on a ballot, its sheets together hold each line once, in order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from thidua_desktop.application.papers.phieu_bau import parted

_PARTS = st.lists(
    st.tuples(st.booleans(), st.lists(st.integers(1, 300), min_size=1, max_size=40)),
    min_size=1,
    max_size=4,
)


@given(_PARTS)
def test_every_line_stands_on_one_sheet(parts: list[tuple[bool, list[int]]]) -> None:
    rows: list[tuple[str, ...]] = []
    for place, (has_title, names) in enumerate(parts):
        if has_title:
            rows.append((f"Phần {place}",))
        rows += [(str(len(rows)), "a" * letters, "", "") for letters in names]
    sheets = parted(tuple(rows))
    told = [row for sheet in sheets for row in sheet if "(tiếp theo)" not in row[0]]
    assert told == rows
    for sheet in sheets:
        assert len(sheet[-1]) > 1  # never a title alone at the end


def test_a_short_ballot_is_one_sheet() -> None:
    assert parted((("1", "Thôn Mẫu", "", ""),)) == ((("1", "Thôn Mẫu", "", ""),),)
    assert parted(()) == ((),)


def test_a_part_that_goes_on_has_its_title_again() -> None:
    rows = (("Cá nhân",), *((str(n), "Ông Mẫu", "", "") for n in range(50)))
    first, second = parted(rows)
    assert (first[0], second[0]) == (("Cá nhân",), ("Cá nhân (tiếp theo)",))
    assert abs(len(first) - len(second)) < 4
