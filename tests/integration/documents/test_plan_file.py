"""A plan file is read whole, and every fault of a broken one is told with its line."""

from __future__ import annotations

import copy
import datetime as dt
import string
import tomllib
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from thidua_desktop.documents.plan_file import FilePlanLibrary, parse_plan
from thidua_desktop.domain.errors import InputError
from thidua_desktop.domain.kinds import Basis, CommuneKind, CycleKind, SubjectKind
from thidua_desktop.domain.plan import LadderStep, QuotaRule, ReportDuty, UnitGroup
from thidua_desktop.domain.reasons import Issue
from thidua_desktop.domain.scoring.criterion import Criterion, Method, Role

ROOT = Path(__file__).parents[3]
PLANS = ROOT / "resources" / "plans"
MINIMAL = (ROOT / "tests" / "fixtures" / "plans" / "minimal.toml").read_text(encoding="utf-8")
SENTENCES: dict[str, str] = {
    code: sentence
    for file in ("issues_plan.toml", "reasons_scoring.toml")
    for code, sentence in tomllib.loads(
        (ROOT / "resources" / "text" / file).read_text(encoding="utf-8")
    )["texts"].items()
}

MAY_BE_LEFT_OUT = {
    "quotas",
    "duties",
    "number",
    "issued_on",
    "label",
    "via",
    "maximum",
    "requires_evidence",
    # Left out, they change what the keys beside them mean.
    "role",
    "method",
}


def issues_of(text: str) -> tuple[Issue, ...]:
    with pytest.raises(InputError) as caught:
        parse_plan(text, "mau.toml")
    assert caught.value.code == "plan_file_broken"
    assert caught.value.data == {"file": "mau.toml", "count": len(caught.value.issues)}
    for issue in caught.value.issues:
        assert issue.file == "mau.toml"
        assert issue.stops
        names = {name for _, name, _, _ in string.Formatter().parse(SENTENCES[issue.code]) if name}
        assert names <= set(issue.data), issue
    return caught.value.issues


def told(text: str) -> list[tuple[str, str, object]]:
    """Each issue as its line's words, its code and the key it names."""
    lines = text.splitlines()
    return [
        (lines[int(issue.cell.removeprefix("dòng ")) - 1], issue.code, issue.data.get("key"))
        for issue in issues_of(text)
    ]


def with_change(old: str, new: str) -> str:
    assert MINIMAL.count(old) == 1, old
    return MINIMAL.replace(old, new)


class TestReading:
    def test_every_part_arrives(self) -> None:
        plan = parse_plan(MINIMAL, "xa-mau.toml")
        assert (plan.slug, plan.number, plan.issued_on) == ("xa-mau", "", dt.date(2026, 1, 15))
        assert plan.commune.kind is CommuneKind.XA
        assert plan.signature.authority == ("CHỦ TỊCH",)
        assert plan.recipients == ("Các xóm", "Các trường học")
        assert plan.groups[0] == UnitGroup(
            code="office",
            name="Cơ quan, đơn vị",
            audience="office",
            basis=Basis.PLAN,
            note="",
            subject=SubjectKind.COLLECTIVE,
            keywords=("co quan", "cong an"),
        )
        assert plan.reports == (
            ReportDuty(
                sender="units",
                kind=CycleKind.ANNUAL,
                recipient="UBND xã",
                via="Phòng Văn hóa - Xã hội",
                due_day=10,
                due_month=12,
                text="Báo cáo trước ngày 10/12.",
            ),
        )
        occasions = (CycleKind.ANNUAL, CycleKind.FINAL)
        assert plan.ladder == (LadderStep("giay_khen_xa", "Giấy khen", occasions),)
        assert plan.quotas[1] == QuotaRule(
            kind=CycleKind.ANNUAL,
            award="giay_khen_xa",
            subject=SubjectKind.HOUSEHOLD,
            maximum=None,
            scope="commune",
            text="Hộ gia đình không giới hạn.",
        )

    def test_points_are_hundredths_and_methods_keep_what_they_need(self) -> None:
        audience = parse_plan(MINIMAL, "mau").audience("office")
        assert (audience.criteria.bonus_cap, audience.criteria.penalty_cap) == (5_00, 2_50)
        assert audience.criteria.criteria[1:] == (
            Criterion(
                code="A2",
                text="Sử dụng dữ liệu.",
                max_points=27_25,
                method=Method.COUNT_CAP,
                content_area="nd1",
                params={"points_each": 50},
            ),
            Criterion(
                code="A3",
                text="Tỷ lệ hồ sơ trực tuyến.",
                max_points=12_75,
                method=Method.STEPS,
                content_area="nd1",
                params={"steps": ((80_00, 5_00), (99_50, 12_75))},
            ),
            Criterion(
                code="THUONG",
                text="Có mô hình mới.",
                max_points=5_00,
                role=Role.BONUS,
                requires_evidence=True,
            ),
        )

    @pytest.mark.parametrize(
        ("method", "params"),
        [
            ("sample", {"size": 10, "points_each": 2_00}),
            ("level", {"levels": ((1, 50), (5, 12_00))}),
        ],
    )
    def test_the_other_methods(self, method: str, params: dict[str, object]) -> None:
        lines = {
            "sample": "size = 10\npoints_each = 2",
            "level": "levels = [[1, 0.5], [5, 12]]",
        }
        text = with_change('method = "count_cap"\npoints_each = 0.5', "METHOD")
        text = text.replace("METHOD", f'method = "{method}"\n{lines[method]}')
        criterion = parse_plan(text, "mau").audience("office").criteria.find("A2")
        assert criterion is not None
        assert (criterion.method, criterion.params) == (Method(method), params)

    def test_long_texts_become_one_line(self) -> None:
        standard = parse_plan(MINIMAL, "mau").award_standard
        assert standard == "Căn cứ thành tích, xét khen thưởng = theo quy định [xem mục IV]."

    @pytest.mark.parametrize(
        "saved",
        [
            "\ufeff" + MINIMAL,
            MINIMAL.replace("\n", "\r\n"),
            unicodedata.normalize("NFD", MINIMAL),
        ],
        ids=["notepad", "windows", "decomposed"],
    )
    def test_however_an_editor_saves_it(self, saved: str, tmp_path: Path) -> None:
        path = tmp_path / "mau.toml"
        path.write_bytes(saved.encode("utf-8"))
        library = FilePlanLibrary(tmp_path)
        assert library.load("mau") == parse_plan(MINIMAL, "mau")


# What is changed, into what, how the line begins that the one fault is told on, and its code.
ONE_FAULT = [
    ('kind = "xa"', 'kind = "xax"', 'kind = "xax"', "toml_word_unknown"),
    ('kind = "xa"', "kind = 1", "kind = 1", "toml_text_expected"),
    ('movement = "Thi đua mẫu"', "movement = 5", "movement", "toml_text_expected"),
    ('movement = "Thi đua mẫu"', 'movement = " "', "movement", "toml_text_empty"),
    ('label = "1."', "label = 1", "label", "toml_text_expected"),
    ("first_year = 2026", "first_year = true", "first_year", "toml_whole_expected"),
    ("first_year = 2026", 'first_year = "2026"', "first_year", "toml_whole_expected"),
    ("first_year = 2026", "first_year = 2026.5", "first_year", "toml_whole_expected"),
    ("first_year = 2026", "first_year = 9_999_999", "first_year", "toml_whole_expected"),
    ("= 2026-01-15", '= "15/01/2026"', "issued_on", "toml_day_expected"),
    ("= 2026-01-15", "= 2026-01-15T08:00:00", "issued_on", "toml_day_expected"),
    ('["Các xóm", "Các trường học"]', "[1]", "recipients", "toml_texts_expected"),
    ('["Các xóm", "Các trường học"]', '"xóm"', "recipients", "toml_texts_expected"),
    ('["Các xóm", "Các trường học"]', '["xóm", ""]', "recipients", "toml_list_empty"),
    ('keywords = ["xóm"]', "keywords = []", "keywords = []", "toml_list_empty"),
    ("requires_evidence = true", "requires_evidence = 1", "requires", "toml_flag_expected"),
    ("max_points = 60", "max_points = -1", "max_points", "toml_points_expected"),
    ("max_points = 60", "max_points = 60.005", "max_points", "toml_points_expected"),
    ("max_points = 60", "max_points = nan", "max_points", "toml_points_expected"),
    ("max_points = 60", "max_points = 1e9999999", "max_points", "toml_points_expected"),
    ("max_points = 60", 'max_points = "60"', "max_points", "toml_points_expected"),
    ("max_points = 60", "max_points = true", "max_points", "toml_points_expected"),
    ("[[80, 5], [99.5, 12.75]]", "[[80, 5], [99]]", "steps", "toml_pairs_expected"),
    ("[[80, 5], [99.5, 12.75]]", "[]", "steps", "toml_pairs_expected"),
    ("[[80, 5], [99.5, 12.75]]", "5", "steps", "toml_pairs_expected"),
    ('award = "giay_khen_xa"\ntext', 'award = "giấy khen"\ntext', "award", "toml_word_unknown"),
    ('["annual", "final"]', '["annual", "cuối"]', "occasions", "toml_word_unknown"),
    ('sender = "units"', 'sender = "unit"', "sender", "toml_word_unknown"),
    ('kind = "inspection"', 'kind = "kiểm tra"', "kind", "toml_word_unknown"),
    (
        'basis = "plan"\nsubject = "collective"\nkey',
        'basis = "proposal"\nsubject = "collective"\nkey',
        "[[groups]]",
        "toml_key_missing",
    ),
    ("[commune]", "[[commune]]", "[[commune]]", "toml_table_expected"),
    ("[[ladder]]", "[ladder]", "[ladder]", "toml_tables_expected"),
    ("first_year = 2026", "first_year = 2031", "first_year", "plan_years_wrong"),
    ("last_year = 2030", "last_year = 20300", "first_year", "plan_years_wrong"),
    ("to_year = 2027", "to_year = 2031", "[[stages]]", "plan_stage_years_wrong"),
    ("review_year = 2027", "review_year = 2028", "[[stages]]", "plan_stage_years_wrong"),
    ("due_day = 10", "due_day = 32", "due_day", "plan_due_day_impossible"),
    (
        "due_day = 10\ndue_month = 12",
        "due_day = 29\ndue_month = 2",
        "due_day",
        "plan_due_day_impossible",
    ),
    ("maximum = 2", "maximum = -1", "maximum", "plan_quota_negative"),
    (
        "maximum = 2",
        'maximum = 101\nformula = "percent_of_participants"',
        "maximum",
        "plan_quota_percent",
    ),
    ("maximum = 2", 'formula = "absolute_combined"', "formula", "plan_quota_unshared"),
    ('subject = "household"', 'subject = "collective"', "[[quotas]]", "plan_quota_twice"),
    ('code = "hamlet"', 'code = "office"', "code", "plan_code_twice"),
    ('code = "A2"', 'code = "A1"', "code", "plan_code_twice"),
    ('keywords = ["xóm"]', 'keywords = ["xóm", "CÔNG AN"]', "keywords", "plan_keyword_twice"),
    ("max_points = 60", "max_points = 59.75", "[[audiences]]", "plan_points_not_100"),
    (
        "points_each = 0.5",
        "points_each = 0",
        "[[audiences.criteria]]",
        "criterion_points_each_missing",
    ),
]


class TestFaults:
    @pytest.mark.parametrize(("old", "new", "line", "code"), ONE_FAULT)
    def test_one_fault_is_told_once_on_its_line(
        self, old: str, new: str, line: str, code: str
    ) -> None:
        found = told(with_change(old, new))
        assert [(said[: len(line)], seen) for said, seen, _ in found] == [(line, code)]

    def test_all_faults_are_told_at_once_from_the_top_down(self) -> None:
        text = with_change('title = "', 'titel = "')
        text = text.replace('code = "nd1"', 'code = "nd2"')
        text = text.replace('audience = "office"', 'audience = "offices"')
        text = text.replace("max_points = 60", "max_points = 61")
        text = text.replace("[[ladder]]", '[[ladder]]\naward = "giay_khen_xa"\n[[ladder]]')
        text = text.replace('holder = "', 'mystery = "')
        assert told(text) == [
            (
                "# Every part of a plan file, each as short as it may be.",
                "toml_key_missing",
                "title",
            ),
            (
                'titel = "Triển khai Phong trào thi đua trên địa bàn xã Mẫu"',
                "toml_key_misspelt",
                "titel",
            ),
            ("[[audiences]]", "plan_points_not_100", None),
            ('content_area = "nd1"', "plan_content_area_unknown", None),
            ('content_area = "nd1"', "plan_content_area_unknown", None),
            ('content_area = "nd1"', "plan_content_area_unknown", None),
            ('audience = "offices"', "plan_audience_unknown", None),
            ('audience = "offices"', "plan_audience_unknown", None),
            ("[[ladder]]", "toml_key_missing", "text"),
            ("[[ladder]]", "toml_key_missing", "occasions"),
            ('award = "giay_khen_xa"', "plan_award_twice", None),
            ("[[duties]]", "toml_key_missing", "holder"),
            ('mystery = "Hội đồng Thi đua - Khen thưởng xã"', "toml_key_unknown", "mystery"),
        ]

    def test_a_slip_of_the_pen_names_the_right_key(self) -> None:
        issues = issues_of(with_change("points_note", "point_note"))
        assert [dict(issue.data) for issue in issues] == [
            {"key": "points_note"},
            {"key": "point_note", "near": "points_note"},
        ]

    def test_what_is_used_twice_names_the_first_line(self) -> None:
        (issue,) = issues_of(with_change('code = "A2"', 'code = "A1"'))
        first = MINIMAL.splitlines().index('code = "A1"') + 1
        assert issue.data == {"seen": "A1", "first": first}

    def test_every_word_that_two_groups_share_is_told(self) -> None:
        text = with_change('keywords = ["xóm"]', 'keywords = ["cơ quan", "CÔNG AN"]')
        assert [issue.data["seen"] for issue in issues_of(text)] == ["co quan", "cong an"]

    def test_what_is_not_sure_is_not_compared(self) -> None:
        """Both quotas lack their occasion: nobody knows whether they say the same."""
        text = MINIMAL.replace('subject = "household"', 'subject = "collective"')
        text = text.replace('kind = "annual"\naward', "award")
        assert {code for _, code, _ in told(text)} == {"toml_key_missing"}

    def test_a_key_of_another_method_is_unknown(self) -> None:
        ((line, code, key),) = told(with_change('method = "count_cap"\n', ""))
        assert (line, code, key) == ("points_each = 0.5", "toml_key_unknown", "points_each")

    @pytest.mark.parametrize(
        ("old", "new", "line", "code"),
        [
            ('movement = "', "movement = “", 3, "toml_value_unreadable"),
            ('movement = "Thi đua mẫu"', 'movement = "Thi đua mẫu', 3, "toml_quote_open"),
            ('movement = "', 'title = "', 3, "toml_key_twice"),
            ("[signature]", "[commune]", 23, "toml_key_twice"),
            ("first_year = 2026", "first_year 2026", 5, "toml_line_broken"),
            ("[commune]", "[commune", 15, "toml_line_broken"),
            ('text = "Kiểm tra hằng năm."', 'text = """Kiểm tra', 0, "toml_quote_open"),
            ("first_year = 2026", "first_year = " + "9" * 5000, 0, "toml_line_broken"),
            ("first_year = 2026", "first_year = " + "[" * 5000, 0, "toml_line_broken"),
        ],
    )
    def test_a_line_that_is_no_toml(self, old: str, new: str, line: int, code: str) -> None:
        text = with_change(old, new)
        (issue,) = issues_of(text)
        assert (issue.code, issue.cell) == (code, f"dòng {line or len(text.splitlines())}")

    def test_an_empty_file_misses_everything_that_must_be_there(self) -> None:
        keys = [issue.data["key"] for issue in issues_of("")]
        assert {issue.code for issue in issues_of("")} == {"toml_key_missing"}
        assert sorted(map(str, keys)) == sorted(
            str(place[0]) for place in required(tomllib.loads(MINIMAL)) if len(place) == 1
        )


def required(value: Any, place: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The place of every key that must be there."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in MAY_BE_LEFT_OUT and not (key == "note" and value["basis"] == "plan"):
                yield (*place, key)
            yield from required(inner, (*place, key))
    elif isinstance(value, list):
        for at, inner in enumerate(value):
            yield from required(inner, (*place, at))


def without(values: dict[str, Any], place: tuple[str | int, ...]) -> str:
    changed = copy.deepcopy(values)
    inner: Any = changed
    for part in place[:-1]:
        inner = inner[part]
    del inner[place[-1]]
    return tomli_w.dumps(changed)


def keys_missing(text: str) -> list[object]:
    assert {issue.code for issue in issues_of(text)} == {"toml_key_missing"}
    return [issue.data["key"] for issue in issues_of(text)]


class TestEveryRequiredKey:
    def test_left_out_of_the_smallest_plan(self) -> None:
        values = tomllib.loads(MINIMAL)
        for place in required(values):
            assert keys_missing(without(values, place)) == [place[-1]], place

    @given(data=st.data(), slug=st.sampled_from(FilePlanLibrary(PLANS).slugs()))
    def test_left_out_of_a_shipped_plan(self, data: st.DataObject, slug: str) -> None:
        values = tomllib.loads(FilePlanLibrary(PLANS).source(slug))
        place = data.draw(st.sampled_from(list(required(values))))
        assert keys_missing(without(values, place)) == [place[-1]]

    def test_what_may_be_left_out(self) -> None:
        values = tomllib.loads(MINIMAL)
        bonus = ("audiences", 0, "criteria", 3)
        for place in [
            ("quotas",),
            ("duties",),
            ("quotas", 0, "maximum"),
            ("issued_on",),
            ("content_areas", 0, "label"),
            ("audiences", 0, "label"),
            ("reports", 0, "via"),
            (*bonus, "requires_evidence"),
        ]:
            parse_plan(without(values, place), "mau")
