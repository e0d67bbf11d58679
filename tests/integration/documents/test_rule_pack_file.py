"""The shipped rules say what the sources say, and every fault of a changed file has its line."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from pathlib import Path
from string import Formatter

import pytest

from tests.published_bonuses import ROWS, Row
from thidua_desktop.documents.rule_pack_file import (
    FileRulePackLibrary,
    parse_rule_pack,
    read_rule_pack,
)
from thidua_desktop.domain.award_forms import AwardLevel, CommendationType, Sure
from thidua_desktop.domain.awards.conditions import standards_for
from thidua_desktop.domain.awards.money import award_amount
from thidua_desktop.domain.errors import EnvironmentFault, InputError, NotFound, RuleViolation
from thidua_desktop.domain.kinds import SubjectKind
from thidua_desktop.domain.reasons import Issue
from thidua_desktop.domain.rule_pack import RulePack, pack_for
from thidua_desktop.domain.scoring.policy import Classification

RESOURCES = Path(__file__).parents[3] / "resources"
FOLDER = RESOURCES / "rule_packs"
FIRST = FOLDER / "2025-07-01.toml"
SECOND = FOLDER / "2026-10-01.toml"

SIX = (
    "giay_khen_xa",
    "bang_khen_tinh",
    "co_thi_dua_tinh",
    "bang_khen_thu_tuong",
    "co_thi_dua_chinh_phu",
    "huan_chuong_lao_dong",
)
"""The codes of the command line (design, section 5)."""


@pytest.fixture(scope="module")
def packs() -> tuple[RulePack, ...]:
    return FileRulePackLibrary(FOLDER).packs()


def citations_of(pack: Path) -> list[str]:
    """Every citation of a pack, as it is written there."""
    return re.findall(
        r'^\w*citation = "(.*)"$', pack.read_text(encoding="utf-8"), flags=re.MULTILINE
    )


@pytest.mark.parametrize("pack", [FIRST, SECOND])
def test_citations_name_the_instrument_as_papers_do(pack: Path) -> None:
    told = citations_of(pack)
    assert len(told) > 100
    kinds = "Nghị định|Quyết định|Thông tư|Công văn|Kế hoạch|Hướng dẫn"
    assert [one for one in told if re.search(rf"({kinds}) \d", one)] == []
    law = "Luật Thi đua, khen thưởng số 06/2022/QH15"
    assert [one for one in told if "06/2022/QH15" in one.replace(law, "")] == []
    assert [one for one in told if re.search(r"Điều \d+ khoản", one)] == []


@pytest.mark.parametrize("pack", [FIRST, SECOND])
def test_what_another_province_does_is_told_as_a_reference(pack: Path) -> None:
    local = re.compile(r"UBND (tỉnh|thành phố)|Thủ tục công bố", flags=re.IGNORECASE)
    told = [one for one in citations_of(pack) if local.search(one)]
    assert len(told) > 20
    assert [one for one in told if "tham khảo" not in one.lower()] == []
    parts = [part.source for part in read_rule_pack(pack).dossier_parts]
    practice = [one.citation for one in parts if one.sure is Sure.PRACTICE]
    assert len(practice) > 5
    assert [one for one in practice if "hãy sửa theo quy định của tỉnh mình" not in one] == []


def test_a_day_chooses_its_shipped_pack(packs: tuple[RulePack, ...]) -> None:
    for day, code in (
        (dt.date(2025, 7, 1), "2025-07-01"),
        (dt.date(2026, 9, 30), "2025-07-01"),
        (dt.date(2026, 10, 1), "2026-10-01"),
        (dt.date(2027, 2, 28), "2026-10-01"),
    ):
        assert pack_for(packs, day).code == code
    for day in (dt.date(2025, 6, 30), dt.date(2027, 3, 1)):
        with pytest.raises(RuleViolation):
            pack_for(packs, day)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.award}-{row.subject}-{row.grade}")
def test_published_amounts(packs: tuple[RulePack, ...], row: Row) -> None:
    for day, amount in (
        (dt.date(2026, 6, 30), row.until_30_6_2026),
        (dt.date(2026, 7, 1), row.from_01_7_2026),
        (dt.date(2026, 12, 25), row.from_01_7_2026),
    ):
        pack = pack_for(packs, day)
        money = award_amount(pack, pack.form(row.award), row.subject, day, row.grade)
        assert (money.amount, money.coefficient) == (amount, row.coefficient)


def test_the_years_quota_of_one_commune_costs_what_was_worked_out(
    packs: tuple[RulePack, ...],
) -> None:
    # 2 tập thể and 5 cá nhân at 2.530.000: 6.840.000 đồng (Cao Minh's annual numbers).
    day = dt.date(2026, 12, 25)
    form = pack_for(packs, day).form("giay_khen_xa")
    money = {
        subject: award_amount(pack_for(packs, day), form, subject, day).amount
        for subject in (SubjectKind.COLLECTIVE, SubjectKind.INDIVIDUAL)
    }
    assert 2 * money[SubjectKind.COLLECTIVE] + 5 * money[SubjectKind.INDIVIDUAL] == 6_840_000


def test_a_household_of_the_prime_ministers_award_gets_half_as_much_again(
    packs: tuple[RulePack, ...],
) -> None:
    form = packs[0].form("bang_khen_thu_tuong")
    single = form.coefficient(SubjectKind.INDIVIDUAL)
    household = form.coefficient(SubjectKind.HOUSEHOLD)
    assert single is not None
    assert household is not None
    assert household * 2 == single * 3


def test_the_culture_familys_title_has_no_bonus_yet(packs: tuple[RulePack, ...]) -> None:
    pack = packs[1]
    with pytest.raises(RuleViolation) as refused:
        award_amount(
            pack, pack.form("gia_dinh_van_hoa"), SubjectKind.HOUSEHOLD, dt.date(2026, 12, 1)
        )
    assert refused.value.code == "award_without_coefficient"


def test_every_form_of_the_catalogue_is_there(packs: tuple[RulePack, ...]) -> None:
    published = {row.award for row in ROWS} | {"chien_si_thi_dua_toan_quoc", "gia_dinh_van_hoa"}
    for pack in packs:
        assert {form.code for form in pack.award_forms} == published
        assert set(SIX) <= published


def test_thresholds_are_national_only_where_the_law_sets_them(
    packs: tuple[RulePack, ...],
) -> None:
    for pack in packs:
        national = {
            form.code: (form.vote.threshold_percent, form.vote.ballot_required)
            for form in pack.award_forms
            if not form.vote.source.province_may_set
        }
        assert national == {
            "co_thi_dua_chinh_phu": (80, True),
            "chien_si_thi_dua_toan_quoc": (90, True),
        }
        assert all(
            form.vote.threshold_percent is None and not form.vote.ballot_required
            for form in pack.award_forms
            if form.vote.source.province_may_set
        )
        assert (pack.quorum.parts, pack.quorum.of) == (2, 3)
        assert pack.quorum.source.province_may_set


def test_the_communes_chair_decides_the_communes_awards(packs: tuple[RulePack, ...]) -> None:
    commune = {form.code for form in packs[1].award_forms if form.level is AwardLevel.COMMUNE}
    assert commune == {
        "chien_si_thi_dua_co_so",
        "tap_the_lao_dong_tien_tien",
        "lao_dong_tien_tien",
        "thon_to_dan_pho_van_hoa",
        "gia_dinh_van_hoa",
        "giay_khen_xa",
    }


def test_the_second_pack_knows_what_came_on_1_october_2026(packs: tuple[RulePack, ...]) -> None:
    first, second = packs
    types = [{known.type for known in pack.commendations} for pack in packs]
    assert types[1] - types[0] == {CommendationType.CHUYEN_DE}
    assert first.transition is None
    assert second.transition is not None
    assert second.transition.received_before == dt.date(2026, 10, 1)
    told = " ".join(note.text for note in second.notes)
    assert "đi đầu trong đổi mới sáng tạo, chuyển đổi số" in told
    assert "cần đối chiếu" in told
    unsure = [note for note in second.notes if note.source.sure is not Sure.SEEN]
    assert len(unsure) >= 5


def test_every_award_of_the_movement_asks_for_its_standards(
    packs: tuple[RulePack, ...],
) -> None:
    for pack in packs:
        for code in SIX:
            form = pack.form(code)
            for subject in form.subjects:
                asked = {known.code for known in standards_for(pack, form, subject)}
                assert "law_abiding" in asked, (code, subject)
        assert pack.lowest_class is not None
        assert pack.lowest_class.classification is Classification.GOOD


def test_only_laws_of_the_day_are_cited(packs: tuple[RulePack, ...]) -> None:
    shorts = {law.short for law in packs[0].laws_on(dt.date(2026, 7, 1))}
    assert "NĐ 161/2026/NĐ-CP" in shorts
    assert "NĐ 73/2024/NĐ-CP" not in shorts


def test_the_library_reads_each_file_once(packs: tuple[RulePack, ...]) -> None:
    library = FileRulePackLibrary(FOLDER)
    assert library.packs() is library.packs()
    assert library.packs() == packs


def test_packs_of_one_day_are_refused(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.toml").write_bytes(FIRST.read_bytes())
    with pytest.raises(InputError) as refused:
        FileRulePackLibrary(tmp_path).packs()
    assert refused.value.code == "rule_packs_broken"
    assert [issue.code for issue in refused.value.issues] == ["rule_packs_overlap"]


def faults(text: str) -> tuple[Issue, ...]:
    with pytest.raises(InputError) as refused:
        parse_rule_pack(text, "thu.toml")
    assert refused.value.code == "rule_pack_broken"
    assert refused.value.data["count"] == len(refused.value.issues)
    return refused.value.issues


def changed(old: str, new: str, *, times: int = 1) -> str:
    text = SECOND.read_text(encoding="utf-8")
    assert old in text
    return text.replace(old, new, times)


EARLIER_SALARY = """[[base_salaries]]
valid_from = 2026-01-01
thousand_dong = 1
citation = "x"
sure = "S"
"""
HOLD = """[[articles]]
principle = "hold"
citation = "Khoản 4 Điều 4 Nghị định số 152/2025/NĐ-CP của Chính phủ"
sure = "S"
"""
GRADES = '{subject = "collective", grade = "hang_ba", value = 9}'
CHANGES: dict[str, tuple[str, str]] = {
    "rule_days_reversed": ("valid_to = 2027-02-28", "valid_to = 2026-02-28"),
    "rule_salary_missing": (
        "valid_from = 2026-07-01\nthousand_dong",
        "valid_from = 2026-11-01\nthousand_dong",
    ),
    "rule_salary_not_positive": ("thousand_dong = 2530", "thousand_dong = 0"),
    "rule_salaries_unsorted": (
        "# ─── Các nguyên tắc",
        EARLIER_SALARY + "# ─── Các nguyên tắc",
    ),
    "rule_articles_missing": (
        HOLD,
        "",
    ),
    "rule_twice": ('code = "lao_dong_tien_tien"', 'code = "giay_khen_xa"'),
    "rule_award_unknown": ('awards = ["giay_khen_xa"]', 'awards = ["giay_khen"]'),
    "rule_quorum_wrong": ("parts = 2", "parts = 4"),
    "rule_threshold_wrong": ("threshold_percent = 80", "threshold_percent = 180"),
    "rule_coefficient_subject": (GRADES, GRADES.replace("collective", "household")),
    "rule_coefficient_twice": (GRADES, f"{GRADES}, {GRADES}"),
    "rule_coefficient_not_positive": ("value = 4.5", "value = 0"),
    "rule_grade_unknown": (GRADES, GRADES.replace("hang_ba", "hang_tu")),
    "toml_word_unknown": ('vote = "majority"', 'vote = "all"'),
    "toml_key_missing": ("received_before = 2026-10-01\n", ""),
    "toml_day_expected": ("valid_from = 2026-10-01", 'valid_from = "hôm nay"'),
    "toml_key_misspelt": ("parts = 2", "part = 2\nparts = 2"),
}


@pytest.mark.parametrize("code", CHANGES)
def test_every_fault_is_named_by_its_line(code: str) -> None:
    old, new = CHANGES[code]
    text = changed(old, new)
    found = [issue for issue in faults(text) if issue.code == code]
    assert found
    for issue in found:
        number = int(issue.cell.removeprefix("dòng "))
        assert issue.file == "thu.toml"
        assert 1 <= number <= len(text.splitlines())


def test_the_line_is_the_right_one() -> None:
    text = changed("threshold_percent = 80", "threshold_percent = 180")
    (issue,) = faults(text)
    line = text.splitlines().index("threshold_percent = 180") + 1
    assert issue.cell == f"dòng {line}"


def test_all_faults_are_told_at_once() -> None:
    text = changed("parts = 2", "parts = 4").replace("thousand_dong = 2530", "thousand_dong = -1")
    codes = [issue.code for issue in faults(text)]
    assert codes == ["rule_salary_not_positive", "rule_quorum_wrong"]


def test_broken_syntax_is_told() -> None:
    (issue,) = faults('name = "mở mà không đóng\n')
    assert (issue.code, issue.cell) == ("toml_quote_open", "dòng 1")


def test_an_empty_file_lacks_everything_and_does_not_break_the_reader() -> None:
    codes = {issue.code for issue in faults("")}
    assert codes >= {"toml_key_missing"}


def test_what_the_machine_does_not_give(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        read_rule_pack(tmp_path / "la.toml")
    with pytest.raises(EnvironmentFault):
        read_rule_pack(tmp_path)
    wrong = tmp_path / "wrong.toml"
    wrong.write_bytes("name = 'Căn cứ'".encode("utf-16"))
    with pytest.raises(InputError) as refused:
        read_rule_pack(wrong)
    assert refused.value.issues[0].code == "toml_not_utf8"


def test_windows_notepad_may_have_saved_it(tmp_path: Path) -> None:
    saved = tmp_path / SECOND.name
    text = "\ufeff" + SECOND.read_text(encoding="utf-8").replace("\n", "\r\n")
    saved.write_bytes(text.encode())
    assert read_rule_pack(saved) == read_rule_pack(SECOND)


def test_every_fault_has_its_sentence_and_every_sentence_its_fault() -> None:
    file = RESOURCES / "text" / "issues_rule_pack.toml"
    sentences: dict[str, str] = tomllib.loads(file.read_text(encoding="utf-8"))["texts"]
    told = {
        issue.code: issue.data
        for code in CHANGES
        for issue in faults(changed(*CHANGES[code]))
        if issue.code in sentences
    }
    of_files = {
        "rule_pack_broken",
        "rule_pack_unreadable",
        "rule_packs_broken",
        "rule_packs_overlap",
    }
    assert set(told) | of_files == set(sentences)
    for code, data in told.items():
        names = {name for _, name, _, _ in Formatter().parse(sentences[code]) if name}
        assert names <= set(data), code
