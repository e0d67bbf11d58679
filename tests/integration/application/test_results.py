"""Báo cáo tỉnh, văn bản: what goes out agrees with the ranking and with what was decided."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.office_in_hand import CYCLE, UNITS, OfficeInHand
from thidua_desktop.application.awarding.proposing import AwardRequest, propose
from thidua_desktop.application.council.sessions import open_session, vote
from thidua_desktop.application.decisions.deciding import issue_decision
from thidua_desktop.application.dossiers.writing import export_dossier, plan_dossier
from thidua_desktop.application.progress import Cancelled
from thidua_desktop.application.province.summary_workbook import export_province, province_summary
from thidua_desktop.application.results.ranking import rank_cycle
from thidua_desktop.application.summary import SummarySheet
from thidua_desktop.domain.council import Attendance, VoteCount
from thidua_desktop.domain.errors import RuleViolation
from thidua_desktop.domain.kinds import SubjectKind
from thidua_desktop.domain.units import Unit

HELD = dt.date(2026, 12, 22)


def sheets(office: OfficeInHand) -> dict[str, SummarySheet]:
    summary = province_summary(office.desk, office.texts, CYCLE)
    return {sheet.title: sheet for sheet in summary.sheets}


@pytest.fixture
def ready(office: OfficeInHand) -> OfficeInHand:
    office.collect_all(but=["Công an xã"])
    office.appraise_all()
    return office


def award(office: OfficeInHand) -> None:
    """Two of the commune's own awards and one to be handed up, one of them refused."""
    office.clock.set(dt.date(2026, 12, 18))
    requests = (
        AwardRequest(CYCLE, "giay_khen_xa", unit=office.unit("Phòng Kinh tế")),
        AwardRequest(CYCLE, "giay_khen_xa", person=office.person("Trần Thị Ví Dụ")),
        AwardRequest(CYCLE, "bang_khen_tinh", unit=office.unit("Trường Tiểu học Ví Dụ")),
        AwardRequest(CYCLE, "giay_khen_xa", person=office.person("Đỗ Thử Nghiệm 1")),
    )
    session = open_session(office.desk, CYCLE, HELD, Attendance(11, 10))
    for number, request in enumerate(requests, start=1):
        made = propose(office.desk, request, f"Thành tích {number}", "Đã kiểm tra hồ sơ.")
        assert made.proposal is not None
        yes = 3 if number == len(requests) else 10
        vote(office.desk, session.id, made.proposal, VoteCount(yes, 10 - yes))
    issue_decision(office.desk, session.id, HELD)


def test_the_totals_add_up_to_the_ranking(ready: OfficeInHand) -> None:
    sheet = sheets(ready)["Tổng hợp"]
    ranking = rank_cycle(ready.desk, CYCLE)
    assert [(row[1], row[2]) for row in sheet.rows] == [
        (group.name, len(group.rows)) for group in ranking.groups
    ]
    assert sheet.total[2:5] == (len(UNITS), len(UNITS) - 1, 1)
    for row in (*sheet.rows, sheet.total):
        counts = [value for value in row[2:9] if isinstance(value, int)]
        assert len(counts) == 7
        assert counts[0] == counts[1] + counts[2] == sum(counts[3:])


def test_every_unit_is_ranked_once_below_its_group(ready: OfficeInHand) -> None:
    rows = sheets(ready)["Xếp hạng"].rows
    found = [row for row in rows if len(row) > 1]
    ranking = rank_cycle(ready.desk, CYCLE)
    told = [(unit.unit.name, unit.total, unit.rank) for g in ranking.groups for unit in g.rows]
    assert [(row[1], row[5], row[6]) for row in found] == told
    assert [row[0] for row in rows if len(row) == 1] == [group.name for group in ranking.groups]
    police = next(row for row in found if row[1] == "Công an xã")
    assert police[8] == "Chưa báo cáo"


def test_every_row_is_as_long_as_its_columns(ready: OfficeInHand) -> None:
    award(ready)
    for sheet in sheets(ready).values():
        for row in (*sheet.rows, *filter(None, [sheet.total])):
            assert len(row) in (1, len(sheet.columns)), sheet.title


def test_who_is_silent_is_named_with_a_telephone(office: OfficeInHand) -> None:
    office.collect_all(but=["Công an xã"])
    [row] = sheets(office)["Chưa báo cáo"].rows
    assert row[:3] == (1, "Công an xã", "Cơ quan, đơn vị")


def test_requests_are_gathered(office: OfficeInHand) -> None:
    office.collect(office.save("Phòng Kinh tế"))
    [row] = sheets(office)["Kiến nghị"].rows
    assert row[1:3] == ("Phòng Kinh tế", "Đề nghị bố trí máy quét.")


def cells_by_name(sheet: SummarySheet, *titles: str) -> dict[object, tuple[object, ...]]:
    """What stands in these columns, by the name in the list's own column of names."""
    place = {column.title: number for number, column in enumerate(sheet.columns)}
    [name] = [number for title, number in place.items() if title.startswith(("Tên tập", "Họ"))]
    return {row[name]: tuple(row[place[title]] for title in titles) for row in sheet.rows}


def test_proposals_stand_with_their_state_in_words(ready: OfficeInHand) -> None:
    award(ready)
    found = sheets(ready)
    assert cells_by_name(found["Đề nghị tập thể"], "Ghi chú") == {
        "Phòng Kinh tế": ("Đã có quyết định",),
        "Trường Tiểu học Ví Dụ": ("Hội đồng đồng ý",),
    }
    people = cells_by_name(found["Đề nghị cá nhân"], "Chức vụ", "Đơn vị công tác", "Ghi chú")
    assert people == {
        "Trần Thị Ví Dụ": ("Chuyên viên", "Phòng Kinh tế", "Đã có quyết định"),
    }, "whom the council refused is not proposed to the province"


def test_an_empty_cycle_makes_a_whole_workbook_too(office: OfficeInHand) -> None:
    found = sheets(office)
    assert found["Tổng hợp"].total[2:5] == (len(UNITS), 0, len(UNITS))
    assert found["Đề nghị tập thể"].rows == ()
    assert found["Đề nghị tập thể"].empty_note


def test_the_summary_is_written_where_it_was_asked_for(ready: OfficeInHand) -> None:
    path = ready.folder / "tỉnh" / "tong-hop.xlsx"
    assert export_province(ready.desk, ready.texts, CYCLE, path) == (path,)
    summary = ready.written.summaries[path]
    assert summary.office_lines == ("ỦY BAN NHÂN DÂN", "XÃ CAO MINH")
    newest = ready.desk.store.operations(1)[0].id
    with ready.desk.store.read() as books:
        assert f" Bản {books.dataset.id[:8]}/{newest}, " in summary.mark
    assert summary.is_practice


def test_nothing_voted_on_makes_no_papers(ready: OfficeInHand) -> None:
    folder = ready.folder / "papers"
    with pytest.raises(RuleViolation, match="nothing_to_print"):
        export_dossier(ready.desk, ready.texts, CYCLE, folder)
    assert not folder.exists()


def test_each_award_has_a_paper_of_its_own(ready: OfficeInHand) -> None:
    award(ready)
    stems = [planned.stem for planned in plan_dossier(ready.desk, ready.texts, CYCLE)]
    assert len(stems) == len(set(stems))
    assert "bien-ban-hop_so-1-nam-2026" in stems
    assert {
        "to-trinh_giay-khen-xa-so-1-nam-2026",
        "to-trinh_bang-khen-tinh-so-1-nam-2026",
    } <= set(stems)
    assert [stem for stem in stems if stem.startswith("quyet-dinh")] == [
        "quyet-dinh_giay_khen_xa-1"
    ]


def test_every_paper_is_written_and_told(ready: OfficeInHand) -> None:
    award(ready)
    steps: list[tuple[int, int]] = []

    def hear(done: int, total: int, label: str = "") -> None:
        del label
        steps.append((done, total))

    folder = ready.folder / "papers"
    paths = export_dossier(ready.desk, ready.texts, CYCLE, folder, hear).whole()
    assert set(paths) == set(ready.written.papers)
    assert steps == [(number, len(paths)) for number in range(len(paths) + 1)]


def test_writing_stops_where_the_officer_wants_and_keeps_what_is_whole(
    ready: OfficeInHand,
) -> None:
    award(ready)

    def stop_at_the_third(done: int, total: int, label: str = "") -> None:
        del total, label
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        export_dossier(ready.desk, ready.texts, CYCLE, ready.folder / "papers", stop_at_the_third)
    assert len(ready.written.papers) == 2


def test_every_paper_is_written_for_signing_before_any_for_editing(ready: OfficeInHand) -> None:
    award(ready)
    paths = export_dossier(ready.desk, ready.texts, CYCLE, ready.folder / "papers").whole()
    endings = [path.suffix for path in paths]
    half = len(paths) // 2
    assert endings == [".pdf"] * half + [".docx"] * half
    assert [path.stem for path in paths[:half]] == [path.stem for path in paths[half:]]


def test_a_unit_without_a_group_of_reporters_changes_no_total(office: OfficeInHand) -> None:
    with office.writing() as books:
        books.units.add(
            Unit(
                "DV900",
                "Đội đã giải thể",
                "office",
                SubjectKind.COLLECTIVE,
                valid_to=dt.date(2026, 3, 1),
            )
        )
    assert sheets(office)["Tổng hợp"].total[2] == len(UNITS)
