"""Các trường của một dòng: what a column can take, and by which titles it is known.

The label of each field is the text ``province_field_CODE``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from thidua_desktop.application.province_forms import coded_fields, row_values
from thidua_desktop.application.province_forms.field_values import FieldValue
from thidua_desktop.application.province_forms.office_fields import OFFICE_FIELDS
from thidua_desktop.application.province_forms.records import FormRecord
from thidua_desktop.domain.kinds import Gender


@dataclass(frozen=True, slots=True)
class RowField:
    """A field of a row.

    Attributes:
        patterns: regular expressions over the folded title of a column; the first field wins.
        is_told: whether a row that lacks it is told of even where the column isn't required.
    """

    code: str
    value: Callable[[FormRecord], FieldValue]
    patterns: tuple[str, ...] = ()
    is_told: bool = False

    def fits(self, title: str) -> bool:
        """Whether a folded title says this."""
        return any(re.search(pattern, title) for pattern in self.patterns)


_NAMES = r"(ho va ten|ho ten|ho, ten|ten)"

ROW_FIELDS: tuple[RowField, ...] = (
    RowField("number", lambda r: r.number, (r"^(stt|tt|so tt|so thu tu)\b",)),
    RowField(
        "decision_text",
        row_values.decision_text,
        (r"so,? (va )?ngay.*quyet dinh", r"quyet dinh.*so,? ngay", r"so qd.*ngay"),
    ),
    RowField(
        "decision_day",
        row_values.decision_day,
        (r"ngay.*(quyet dinh|\bqd\b)", r"(quyet dinh|\bqd\b).*\bngay", r"ngay ky"),
    ),
    RowField(
        "decision_number",
        row_values.decision_number,
        (r"(so|ky hieu).*(quyet dinh|\bqd\b)", r"(quyet dinh|\bqd\b).*\bso\b"),
    ),
    RowField(
        "subject_class",
        coded_fields.subject_class_of,
        (
            r"(phan )?loai (doi tuong|can bo|tap the)",
            r"doi tuong (khen|de nghi|khen thuong)",
            r"^doi tuong$",
            r"loai loai tuong",
        ),
        is_told=True,
    ),
    RowField(
        "subject_kind",
        coded_fields.kind_of,
        (
            r"phan loai khen thuong",
            r"tap the\s*/\s*ca nhan$",
            r"^(la )?(ca nhan|tap the)\s*(hay|hoac)\s*(tap the|ca nhan)",
            r"loai khen thuong",
        ),
        is_told=True,
    ),
    RowField("work_area", coded_fields.work_area_of, (r"linh vuc",)),
    RowField(
        "earlier_awards",
        lambda r: r.nominee.earlier_awards if r.nominee else "",
        (r"da (duoc )?(khen|tang)", r"(khen thuong|hinh thuc).*(truoc|da nhan|gan nhat)"),
    ),
    RowField(
        "award",
        coded_fields.award_of,
        (
            r"hinh thuc",
            r"danh hieu",
            r"muc khen",
            r"(de nghi|cap) (tang|khen)( thuong)?$",
            r"loai khen$",
        ),
        is_told=True,
    ),
    RowField(
        "votes",
        row_values.votes,
        (r"(so )?phieu.*(/|tren|tong)", r"ket qua (bieu quyet|bo phieu)"),
    ),
    RowField(
        "vote_share",
        row_values.vote_share,
        (
            r"(ty|ti) le.*(phieu|dong y|tan thanh)",
            r"% ?(phieu|dong y)",
            r"phieu.*(ty|ti) le( ?\(?%\)?)?$",
            r"(hoi dong|binh xet|bieu quyet).*(ty|ti) le( ?\(?%\)?)?$",
        ),
    ),
    RowField(
        "members_total",
        lambda r: r.members,
        (r"thanh vien (hoi dong|hd\b)", r"^tong so thanh vien$"),
    ),
    RowField("votes_yes", row_values.votes_yes, (r"phieu", r"dong y")),
    RowField(
        "birth_year_male", row_values.birth_year_if(Gender.MALE), (r"(nam|ngay).*sinh.*\bnam$",)
    ),
    RowField(
        "birth_year_female", row_values.birth_year_if(Gender.FEMALE), (r"(nam|ngay).*sinh.*\bnu$",)
    ),
    RowField(
        "birth_year",
        row_values.birth_year,
        (r"nam sinh", r"ngay,? (thang,? )?(nam )?sinh", r"sinh nam"),
    ),
    RowField("gender", coded_fields.gender_of, (r"gioi tinh", r"^nam\s*[/,(]\s*nu", r"^phai$")),
    RowField(
        "address_title",
        row_values.address_title,
        (r"^ten goi\b", r"danh xung", r"^ong\s*[/,(]\s*ba\b", r"xung ho"),
    ),
    RowField(
        "family_and_middle",
        row_values.family,
        (r"^ho (va|,)? ?(ten )?(dem|lot|chu dem)", r"^ho dem", r"^ho$"),
    ),
    RowField(
        "position_and_unit",
        row_values.position_and_unit,
        (r"chuc (vu|danh).*(don vi|co quan|noi cong tac)", r"chuc (vu|danh).*dia chi"),
    ),
    RowField("position", row_values.position, (r"chuc (vu|danh)", r"chuc trach", r"nghe nghiep")),
    RowField(
        "household_name",
        row_values.of_household,
        (rf"{_NAMES}.*chu ho", r"^(ten )?ho gia dinh$", r"^chu ho"),
    ),
    RowField(
        "name",
        lambda r: r.name,
        (
            r"ten (tap the|don vi).*(ca nhan|ho)",
            r"(tap the|don vi)\s*[,/].*ca nhan",
            r"ca nhan\s*[,/].*tap the",
            rf"{_NAMES}.*(tap the|don vi|to chuc|co quan)(?! (trinh|gui|bao cao))",
            r"ho va ten|ho ten|ho, ten",
            r"^ten (ca nhan|nguoi|doi tuong|truong hop)",
            r"^(tap the|ca nhan|don vi) (duoc )?(de nghi|khen)",
        ),
        is_told=True,
    ),
    RowField("given", row_values.given, (r"^ten$",)),
    RowField(
        "unit_name",
        row_values.unit_name,
        (
            r"(don vi|co quan|noi) (cong tac|lam viec)",
            r"^co quan",
            r"^don vi$",
            r"noi o\b",
            r"\b(thon|xom|to dan pho|ap|khu pho)\b",
            r"dia chi",
            r"phong ban",
        ),
    ),
    RowField(
        "achievement",
        lambda r: r.nominee.proposal.achievement if r.nominee else "",
        (r"thanh tich", r"noi dung khen", r"ly do khen"),
        is_told=True,
    ),
    RowField(
        "self_points",
        lambda r: row_values.as_points(r.ranked.self_points) if r.ranked else None,
        (r"diem tu (cham|danh gia)", r"tu cham"),
    ),
    RowField(
        "appraised_points",
        lambda r: row_values.as_points(r.ranked.appraised) if r.ranked else None,
        (r"diem (tham dinh|hoi dong)", r"tham dinh"),
    ),
    RowField(
        "result",
        lambda r: r.nominee.result if r.nominee else "",
        (r"diem.*(xep loai|xep hang)", r"ket qua (cham|thi dua|thuc hien)"),
    ),
    RowField("total_points", row_values.total, (r"(tong )?(so )?diem\b",)),
    RowField(
        "classification",
        coded_fields.classification_of,
        (r"xep loai", r"muc do hoan thanh", r"danh gia"),
    ),
    RowField("rank", lambda r: r.ranked.rank if r.ranked else None, (r"(xep|thu) hang", r"hang$")),
    RowField(
        "amount",
        lambda r: r.nominee.amount if r.nominee else None,
        (r"(muc|so|tien) (tien )?thuong", r"so tien"),
    ),
    RowField("period", row_values.period, (r"(thoi gian|giai doan).*(thanh tich|tinh)",)),
    RowField("status", coded_fields.status_of, (r"(tinh|trang) (trang|thai)",)),
    RowField(
        "unit_group", coded_fields.group_of, (r"nhom don vi", r"loai (hinh )?don vi", r"^khoi$")
    ),
    RowField("cluster", lambda r: r.unit.cluster if r.unit else "", (r"(cum|khoi).*thi dua",)),
    RowField(
        "people_total",
        lambda r: r.unit.people_total if r.unit else None,
        (r"(tong )?so (nguoi|can bo|lao dong|thanh vien)", r"bien che"),
    ),
    RowField(
        "people_female",
        lambda r: r.unit.people_female if r.unit else None,
        (r"so nu\b", r"^nu$", r"trong do (so )?(lao dong )?nu$"),
    ),
    RowField("head", lambda r: r.unit.head if r.unit else "", (r"thu truong|nguoi dung dau",)),
    RowField(
        "phone",
        lambda r: r.unit.phone if r.unit else "",
        (r"dien thoai|so dt\b|\bsdt\b|zalo|lien he",),
    ),
    RowField("code", row_values.own_code, (r"^ma (don vi|ca nhan|doi tuong)$",)),
    RowField("collective_name", row_values.of_collective),
    RowField("person_name", row_values.of_person),
    RowField("addressed_name", row_values.addressed),
)

ROW_FIELD = {field.code: field for field in ROW_FIELDS}
OFFICE_FIELD = {field.code: field for field in OFFICE_FIELDS}


def row_value(code: str, record: FormRecord) -> FieldValue:
    """The value of a field in a row; fields of the office hold for every row."""
    if code in ROW_FIELD:
        return ROW_FIELD[code].value(record)
    return OFFICE_FIELD[code].value(record.draft)


def is_known(code: str) -> bool:
    """Whether there is a field of this code."""
    return code in ROW_FIELD or code in OFFICE_FIELD
