"""Our closed sets in the words that provinces' lists use for them.

Phân loại đối tượng and lĩnh vực are no fields of ours: they are concluded from what is known of
a unit or person, as a proposal that the officer corrects (a list of one province, practice).
"""

from __future__ import annotations

from thidua_desktop.application.papers import wording
from thidua_desktop.application.province_forms.records import FormRecord
from thidua_desktop.application.province_workbooks.coding import CodedValue
from thidua_desktop.domain.kinds import Gender, SubjectKind
from thidua_desktop.domain.units import Unit
from thidua_desktop.domain.vietnamese.folding import fold

_AWARDS = {
    "giay_khen_xa": (
        "Giấy khen của Chủ tịch Ủy ban nhân dân cấp xã",
        "Giấy khen của Chủ tịch UBND xã",
        "Giấy khen của Chủ tịch UBND phường",
        "Giấy khen của UBND xã",
        "Giấy khen cấp xã",
        "Giấy khen",
    ),
    "bang_khen_tinh": (
        "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh",
        "Bằng khen của UBND tỉnh",
        "Bằng khen của Chủ tịch UBND thành phố",
        "Bằng khen của UBND thành phố",
        "Bằng khen cấp tỉnh",
        "Bằng khen cấp bộ, ban, ngành, tỉnh, đoàn thể trung ương",
        "Bằng khen cấp bộ, ngành, tỉnh, đoàn thể trung ương",
        "Bằng khen của bộ, ngành, tỉnh",
        "Bằng khen",
    ),
    "co_thi_dua_tinh": (
        "Cờ thi đua của UBND tỉnh",
        "Cờ thi đua của UBND thành phố",
        "Cờ thi đua cấp tỉnh",
        "Cờ thi đua cấp Bộ, ngành, tỉnh, đoàn thể trung ương",
        "Cờ thi đua",
    ),
    "bang_khen_thu_tuong": ("Bằng khen của Thủ tướng Chính phủ", "Bằng khen Thủ tướng"),
    "co_thi_dua_chinh_phu": ("Cờ thi đua của Chính phủ", "Cờ Chính phủ"),
    "huan_chuong_lao_dong": ("Huân chương Lao động",),
}
_KINDS = {
    SubjectKind.INDIVIDUAL: CodedValue("individual", ("Cá nhân", "Khen thưởng cá nhân", "CN")),
    SubjectKind.COLLECTIVE: CodedValue("collective", ("Tập thể", "Khen thưởng tập thể", "TT")),
    SubjectKind.ENTERPRISE: CodedValue(
        "enterprise", ("Doanh nghiệp", "Tập thể", "Khen thưởng tập thể", "TT")
    ),
    SubjectKind.HOUSEHOLD: CodedValue(
        "household", ("Hộ gia đình", "Khen thưởng hộ gia đình", "Gia đình", "HGĐ", "Hộ")
    ),
}
_GENDERS = {
    Gender.MALE: CodedValue("male", ("Nam", "Ông")),
    Gender.FEMALE: CodedValue("female", ("Nữ", "Bà")),
}
_CLASSES = {
    "leader": (
        "Các cấp lãnh đạo từ phó phòng trở lên",
        "Lãnh đạo, quản lý",
        "Cá nhân lãnh đạo, quản lý",
        "Cán bộ lãnh đạo, quản lý",
        "Lãnh đạo quản lý",
        "Lãnh đạo",
    ),
    "direct_worker": (
        "Người trực tiếp công tác, lao động, học tập, chiến đấu và phục vụ chiến đấu",
        "Người trực tiếp lao động, công tác",
        "Người trực tiếp lao động",
        "Lao động trực tiếp",
        "Cá nhân không làm công tác quản lý",
        "Không giữ chức vụ lãnh đạo, quản lý",
        "Người lao động",
    ),
    "household": ("Hộ gia đình",),
    "enterprise": ("Doanh nghiệp",),
    "cooperative": ("Hợp tác xã", "Doanh nghiệp, hợp tác xã", "Doanh nghiệp"),
    "office": ("Cơ quan Hành chính", "Cơ quan hành chính nhà nước", "Cơ quan, đơn vị"),
    "front": (
        "Cơ quan Đảng và các tổ chức chính trị, xã hội",
        "Mặt trận Tổ quốc và các tổ chức chính trị - xã hội",
        "Tổ chức chính trị - xã hội",
        "Đoàn thể",
    ),
    "school": ("Đơn vị sự nghiệp", "Đơn vị sự nghiệp công lập", "Trường học"),
    "health": ("Đơn vị sự nghiệp", "Đơn vị sự nghiệp công lập"),
    "forces": ("Lực lượng vũ trang", "Cơ quan Hành chính"),
    "hamlet": ("Khu dân cư", "Thôn, tổ dân phố", "Cộng đồng dân cư", "Đối tượng khác", "Khác"),
}
_WORK_AREAS = {
    "office": ("Quản lý Nhà nước",),
    "front": ("Các tổ chức Hội và Đoàn thể",),
    "school": ("Giáo dục - Đào tạo", "Giáo dục và Đào tạo"),
    "health": ("Y tế",),
    "forces": ("An ninh - Quốc phòng", "Quốc phòng - An ninh"),
    "hamlet": ("Kinh tế - Xã hội",),
    "cooperative": ("Nông nghiệp - Nông thôn",),
}
_BY_NAME = (
    ("health", ("tram y te", "benh vien", "y te")),
    ("forces", ("cong an", "quan su", "bien phong")),
    ("cooperative", ("hop tac xa", "htx")),
)


def award_of(record: FormRecord) -> CodedValue | None:
    """Hình thức khen thưởng, danh hiệu thi đua."""
    if record.nominee is None:
        return None
    code = record.nominee.proposal.award
    context = record.draft.context
    form = context.pack.form(code)
    own = wording.award_name(form, context).replace("danh hiệu “", "").replace("”", "")
    return CodedValue(code, (own, form.name, *_AWARDS.get(code, ())))


def kind_of(record: FormRecord) -> CodedValue:
    """Phân loại khen thưởng: tập thể, cá nhân, hộ gia đình."""
    return _KINDS[record.subject]


def gender_of(record: FormRecord) -> CodedValue | None:
    """Giới tính, as far as it is known."""
    gender = record.person.gender if record.person else None
    return _GENDERS[gender] if gender else None


def subject_class_of(record: FormRecord) -> CodedValue | None:
    """Phân loại đối tượng; `None` of a person of whom it isn't known whether they lead."""
    if record.subject is SubjectKind.HOUSEHOLD:
        key = "household"
    elif record.is_person:
        leads = record.person.is_leader if record.person else None
        if leads is None:
            return None
        key = "leader" if leads else "direct_worker"
    elif record.unit is None:
        return None
    else:
        key = _unit_class(record.unit)
    return CodedValue(key, _CLASSES.get(key, ()))


def work_area_of(record: FormRecord) -> CodedValue | None:
    """Lĩnh vực hoạt động of the unit, or of the unit that the person belongs to."""
    if record.unit is None:
        return None
    key = _unit_class(record.unit)
    return CodedValue(key, _WORK_AREAS.get(key, ()))


def group_of(record: FormRecord) -> CodedValue | None:
    """Nhóm đơn vị of the plan."""
    if record.unit is None:
        return None
    groups = {group.code: group.name for group in record.draft.context.plan.groups}
    code = record.unit.group
    return CodedValue(code, tuple(filter(None, (groups.get(code), *_CLASSES.get(code, ())))))


def classification_of(record: FormRecord) -> CodedValue | None:
    """Xếp loại of a unit."""
    if record.ranked is None or record.ranked.rank is None:
        return None
    key = record.ranked.classification.value
    words = record.draft.texts.render(f"classification_{key}", {})
    return CodedValue(
        key, (words, f"{words} nhiệm vụ", words.removeprefix("Hoàn thành ").capitalize())
    )


def status_of(record: FormRecord) -> CodedValue | None:
    """Tình trạng of a proposal."""
    if record.nominee is None:
        return None
    key = record.nominee.proposal.status.value
    return CodedValue(key, (record.draft.texts.render(f"proposal_{key}", {}),))


def _unit_class(unit: Unit) -> str:
    name = fold(unit.name)
    for key, words in _BY_NAME:
        if any(word in name for word in words):
            return key
    return "enterprise" if unit.subject is SubjectKind.ENTERPRISE else unit.group


def known_labels(field: str) -> tuple[str, ...]:
    """All words that a list of one of our closed sets may hold, to find the list by."""
    sets = {
        "award": [label for labels in _AWARDS.values() for label in labels],
        "subject_kind": [label for value in _KINDS.values() for label in value.labels],
        "gender": [label for value in _GENDERS.values() for label in value.labels],
        "subject_class": [label for labels in _CLASSES.values() for label in labels],
        "work_area": [label for labels in _WORK_AREAS.values() for label in labels],
    }
    return tuple(sets.get(field, ()))
