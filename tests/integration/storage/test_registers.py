"""The registers: what is written is what is read, of every kind of record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cycles_in_hand import year_cycle
from tests.integration.storage.data_folder import (
    CRITERIA,
    CYCLE,
    DAY,
    GROUP,
    PLAN,
    QUOTA,
    add_units,
    new_store,
    person,
    report,
    unit,
)
from thidua_desktop.application.records import Intake, IntakeStatus, IssuedForm, Office
from thidua_desktop.domain.errors import NotFound
from thidua_desktop.domain.kinds import CommuneKind, CycleKind, Gender, SubjectKind
from thidua_desktop.domain.proposals import (
    Ballot,
    CouncilSession,
    DecidedAward,
    Decision,
    Proposal,
    ProposalStatus,
)
from thidua_desktop.domain.reasons import Issue, Severity
from thidua_desktop.domain.self_reports import Appraisal
from thidua_desktop.domain.units import Person, Unit
from thidua_desktop.storage.store import SqliteStore

NAMES = ["Trường Mầm non Ánh Dương", "Xóm 2", "Xóm 10", "Đảng ủy", "Công an", "Xóm Ân"]

words = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40)
days = st.none() | st.dates(dt.date(1990, 1, 1), dt.date(2040, 12, 31))


@pytest.fixture(scope="module")
def lasting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqliteStore]:
    """One data folder for all the values that are tried."""
    store = new_store(tmp_path_factory.mktemp("lasting") / "data")
    yield store
    store.close()


class _Rolled(Exception):
    """Leaves an operation without a trace."""


# Units and people


@settings(max_examples=40)
@given(
    st.builds(
        Unit,
        code=st.just("DV001"),
        name=words.filter(str.strip),
        group=st.just(GROUP.code),
        subject=st.sampled_from([SubjectKind.COLLECTIVE, SubjectKind.ENTERPRISE]),
        cluster=words,
        head=words,
        people_total=st.none() | st.integers(50, 10_000),
        people_female=st.none() | st.integers(0, 50),
        phone=words,
        valid_from=days,
        valid_to=days,
    ),
    st.builds(
        Person,
        code=st.just("CN0001"),
        full_name=words.filter(str.strip),
        subject=st.sampled_from([SubjectKind.INDIVIDUAL, SubjectKind.HOUSEHOLD]),
        unit=st.sampled_from(["", "DV001"]),
        position=words,
        birth_year=st.none() | st.integers(1900, 2100),
        gender=st.none() | st.sampled_from(Gender),
        is_leader=st.none() | st.booleans(),
    ),
)
def test_units_and_people_come_back_as_they_were(
    lasting: SqliteStore, one: Unit, someone: Person
) -> None:
    with pytest.raises(_Rolled):
        check_unit_and_person(lasting, one, someone)


def check_unit_and_person(store: SqliteStore, one: Unit, someone: Person) -> None:
    with store.write("x") as books:
        books.units.add(one)
        books.people.add(someone)
        assert (books.units.get("DV001"), books.units.all()) == (one, (one,))
        assert (books.people.get("CN0001"), books.people.all()) == (someone, (someone,))
        assert books.people.find_same(replace(someone, code="CN9", position="")) == someone
        assert (books.units.find_by_name(one.name) == one) == (one.valid_to is None)
        changed = replace(one, name="Tên khác", valid_to=None)
        books.units.update(changed)
        books.people.update(replace(someone, full_name="Tên Khác"))
        assert books.units.find_by_name("Tên khác") == changed
        assert books.people.get("CN0001").full_name == "Tên Khác"
        raise _Rolled


def test_units_stand_as_the_office_listed_them_and_living_ones_by_day(store: SqliteStore) -> None:
    ended = replace(unit(90, "Xóm cũ"), valid_to=dt.date(2026, 6, 30))
    begun = replace(unit(91, "Xóm mới"), valid_from=dt.date(2026, 7, 1))
    with store.write("x") as books:
        for number, name in enumerate(NAMES, start=1):
            books.units.add(unit(number, name))
        books.units.add(unit(1000, "Xóm A"))
        books.units.add(unit(999, "Xóm Z"))
        assert [found.name for found in books.units.all()] == [*NAMES, "Xóm Z", "Xóm A"]
        books.units.add(ended)
        books.units.add(begun)
        before = books.units.existing_on(dt.date(2026, 6, 30))
        after = books.units.existing_on(dt.date(2026, 7, 1))
    assert (ended in before, begun in before) == (True, False)
    assert (ended in after, begun in after) == (False, True)


def test_a_name_is_found_whatever_its_spacing_case_and_tone_place(store: SqliteStore) -> None:
    with store.write("x") as books:
        books.units.add(unit(1, "Xóm Hoà Bình"))
        assert books.units.find_by_name("xóm  HÒA bình") == unit(1, "Xóm Hoà Bình")
        assert books.units.find_by_name("Xóm Hoa Bình") is None


def test_the_name_of_a_unit_that_is_gone_is_free(store: SqliteStore) -> None:
    with store.write("x") as books:
        books.units.add(replace(unit(1, "Xóm 1"), valid_to=DAY))
        books.units.add(unit(2, "Xóm 1"))
        assert books.units.find_by_name("Xóm 1") == unit(2, "Xóm 1")


def test_people_stand_by_given_name_and_namesakes_stay_apart(store: SqliteStore) -> None:
    add_units(store, 1)
    people = [
        Person("CN0001", "Nguyễn Thị Ánh", birth_year=1980),
        Person("CN0002", "Trần Văn An", unit="DV001"),
        Person("CN0003", "Nguyễn Thị Ánh", birth_year=1990),
        Person("CN0004", "Lê Đức Dũng", SubjectKind.HOUSEHOLD),
    ]
    with store.write("x") as books:
        for one in people:
            books.people.add(one)
        assert [one.code for one in books.people.all()] == ["CN0002", "CN0001", "CN0003", "CN0004"]
        assert books.people.find_same(replace(people[2], code="")) == people[2]
        assert books.people.find_same(replace(people[2], birth_year=None)) is None
        assert books.people.namesakes(replace(people[2], birth_year=None)) == (people[0], people[2])
        assert books.people.namesakes(replace(people[2], unit="DV001")) == ()
        assert books.people.find_same(replace(people[3], subject=SubjectKind.INDIVIDUAL)) is None


def test_codes_count_on(store: SqliteStore) -> None:
    with store.write("x") as books:
        assert [books.units.next_code() for _ in range(3)] == ["DV001", "DV002", "DV003"]
        books.units.add(unit(999))
    with store.write("x") as books:
        assert books.units.next_code() == "DV1000"
        books.units.add(replace(unit(1000), code="DV1000"))
        books.people.add(person(41))
    with store.read() as books:
        assert (books.units.next_code(), books.people.next_code()) == ("DV1001", "CN0042")


# The plan


def test_an_adopted_plan_comes_back(store: SqliteStore) -> None:
    with store.read() as books:
        assert (books.plans.slug(), books.plans.source()) == (PLAN.slug, "kế hoạch")
        assert books.plans.groups() == (GROUP,)
        assert books.plans.criteria_sets(None) == {"truong": CRITERIA}
        assert books.plans.criteria_sets(CYCLE) == {"truong": CRITERIA}
        assert books.plans.criteria_sets("2027-annual") == {}
        assert books.plans.quotas() == (QUOTA,)


def test_working_criteria_and_those_of_a_cycle_are_apart(store: SqliteStore) -> None:
    changed = replace(CRITERIA, criteria=CRITERIA.criteria[1:], bonus_cap=1)
    with store.write("x") as books:
        books.plans.save_criteria_set(changed, None)
        books.plans.save_quotas([replace(QUOTA, maximum=None), replace(QUOTA, award="khac")])
        assert books.plans.criteria_sets(None) == {"truong": changed}
        assert books.plans.criteria_sets(CYCLE) == {"truong": CRITERIA}
        assert [quota.maximum for quota in books.plans.quotas()] == [None, 10]


def test_adopting_again_takes_the_new_text(store: SqliteStore) -> None:
    group = replace(GROUP, name="Trường và trung tâm")
    with store.write("x") as books:
        books.plans.adopt(replace(PLAN, slug="moi", groups=(group,), quotas=()), "văn bản", DAY)
        assert (books.plans.slug(), books.plans.source()) == ("moi", "văn bản")
        assert (books.plans.groups(), books.plans.quotas()) == ((group,), ())


# Cycles


def test_cycles_come_newest_first_and_keep_their_snapshot(store: SqliteStore) -> None:
    half = year_cycle(dt.date(2026, 6, 1), kind=CycleKind.HALF_YEAR)
    with store.write("x") as books:
        books.cycles.add(half)
        assert [cycle.id for cycle in books.cycles.all()] == [CYCLE, half.id]
        assert books.cycles.snapshot(CYCLE) is None
        closed = replace(books.cycles.get(CYCLE), closed_on=DAY)
        books.cycles.update(closed)
        books.cycles.save_snapshot(CYCLE, '{"a": 1}')
        assert (books.cycles.get(CYCLE), books.cycles.snapshot(CYCLE)) == (closed, '{"a": 1}')
        assert (books.cycles.get(half.id), books.cycles.snapshot(half.id)) == (half, None)


# Collecting


def test_forms_files_and_reports_come_back(store: SqliteStore) -> None:
    add_units(store, 1, 2)
    form = IssuedForm("f1", CYCLE, "DV001", 1, DAY, "ab12")
    issue = Issue(
        "points_over_max",
        Severity.WARNING,
        "phieu.xlsx",
        "Tự chấm",
        "D15",
        {"seen": "9,5", "maximum": 400, "due": DAY, "names": ("a", "b"), "is": True, "no": None},
    )
    intake = Intake(
        0, CYCLE, "phieu.xlsx", "a" * 64, "2026-11-02T09:00", DAY, "DV001",
        IntakeStatus.WARNED, (issue,),
    )  # fmt: skip
    stranger = replace(intake, unit="", status=IntakeStatus.UNKNOWN, issues=(), sha256="")
    taken = replace(report("DV001", 4000, 3000), requests="Xin thêm", highlights="Mô hình")
    with store.write("x") as books:
        books.collecting.add_issued(form)
        books.collecting.add_issued(replace(form, form_id="f2", version=2))
        numbers = [books.collecting.add_intake(one) for one in (intake, stranger)]
        books.collecting.accept(taken, numbers[0])
    with store.read() as books:
        assert [one.version for one in books.collecting.issued(CYCLE)] == [1, 2]
        assert books.collecting.issued(CYCLE)[0] == form
        assert books.collecting.intakes(CYCLE) == (
            replace(intake, id=numbers[0]),
            replace(stranger, id=numbers[1]),
        )
        assert books.collecting.reports(CYCLE) == {"DV001": taken}
        assert books.collecting.reports("2027-annual") == {}


def test_lines_keep_the_order_of_the_form(store: SqliteStore) -> None:
    add_units(store, 1)
    taken = report("DV001", 1, 2, 3)
    turned = replace(taken, lines=tuple(reversed(taken.lines)))
    with store.write("x") as books:
        number = books.collecting.add_intake(
            Intake(0, CYCLE, "p", "", "", DAY, "DV001", IntakeStatus.ACCEPTED, ())
        )
        for one in (taken, turned):
            books.collecting.accept(one, number)
            assert books.collecting.reports(CYCLE) == {"DV001": one}


# Appraisal


def test_appraisals_are_written_over_and_taken_back(store: SqliteStore) -> None:
    add_units(store, 1, 2)
    first = Appraisal(CYCLE, "DV001", "1.1", 3000, "thiếu 1 báo cáo", DAY)
    other = replace(first, unit="DV002", criterion="1.2")
    with store.write("x") as books:
        for one in (first, other, replace(first, points=4000)):
            books.appraisals.save(one)
        assert books.appraisals.of_cycle(CYCLE) == (replace(first, points=4000), other)
        assert books.appraisals.of_unit(CYCLE, "DV002") == {"1.2": other}
        books.appraisals.remove(CYCLE, "DV002", "1.2")
        books.appraisals.remove(CYCLE, "DV002", "2.1")
        assert books.appraisals.of_unit(CYCLE, "DV002") == {}


# Awards


def test_awards_from_proposal_to_decision(store: SqliteStore) -> None:
    add_units(store, 1)
    one = Proposal(
        0, CYCLE, "giay_khen_xa", SubjectKind.COLLECTIVE, "DV001", "Trường số 1", "",
        "Có thành tích", dt.date(2026, 1, 1), DAY, DAY, override_reason="theo kết luận",
        confirmed=("no_holds", "united"),
    )  # fmt: skip
    session = CouncilSession("2026-annual-1", CYCLE, DAY, 9, 7, 2)
    with store.write("x") as books:
        books.people.add(person(1, "DV001"))
        first = books.awards.add_proposal(one)
        second = books.awards.add_proposal(
            replace(one, subject=SubjectKind.INDIVIDUAL, subject_code="CN0001", detail="Giáo viên")
        )
        books.awards.add_session(session)
        ballots = [Ballot(session.id, number, yes, 1, 0, yes > 5) for number, yes in
                   ((first, 5), (second, 6))]  # fmt: skip
        for ballot in ballots:
            books.awards.save_ballot(replace(ballot, yes=0))
            books.awards.save_ballot(ballot)
        books.awards.set_status(second, ProposalStatus.PASSED)
        decision = Decision(0, session.id, DAY, "", "tu-2026-10", 2_340_000)
        number = books.awards.add_decision(decision, [DecidedAward(0, second, 30, 702_000)])
    with store.read() as books:
        assert books.awards.proposal(first) == replace(one, id=first)
        assert books.awards.proposal(second).status is ProposalStatus.PASSED
        assert books.awards.proposal(second).subject_code == "CN0001"
        assert [found.id for found in books.awards.proposals()] == [first, second]
        assert books.awards.proposals("2027-annual") == ()
        assert books.awards.sessions(CYCLE) == books.awards.sessions() == (session,)
        assert books.awards.session(session.id) == session
        assert books.awards.ballots(session.id) == tuple(reversed(ballots))
        assert books.awards.decisions() == (replace(decision, id=number),)
        assert books.awards.decided_awards(number) == (DecidedAward(number, second, 30, 702_000),)


# The office, and what is not there


def test_the_office_comes_back(store: SqliteStore) -> None:
    office = Office("A", "B", "C", "D", True, 25, 100, CommuneKind.PHUONG, "E", "F", "G", "H", "I")
    with store.write("x") as books:
        assert books.office == Office()
        books.save_office(office)
    with store.read() as books:
        assert books.office == office
        identity = books.dataset
    with store.read() as books:
        assert books.dataset == identity


@pytest.mark.parametrize(
    ("code", "ask"),
    [
        ("unit_unknown", lambda books: books.units.get("x")),
        ("person_unknown", lambda books: books.people.get("x")),
        ("cycle_unknown", lambda books: books.cycles.get("x")),
        ("cycle_unknown", lambda books: books.cycles.snapshot("x")),
        ("proposal_unknown", lambda books: books.awards.proposal("x")),
        ("session_unknown", lambda books: books.awards.session("x")),
    ],
)
def test_what_is_not_there_is_told_by_its_key(store: SqliteStore, code: str, ask: object) -> None:
    assert callable(ask)
    with store.read() as books, pytest.raises(NotFound) as caught:
        ask(books)
    assert (caught.value.code, caught.value.data) == (code, {"key": "x"})
