"""How the units of the practice year fill in their forms: most well, some as forms do come back."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from thidua_desktop.domain.scoring.criterion import Criterion, Role

Filled = tuple[int | str | None, str, str]
"""Points ×100, or text as a careless unit types it; explanation; evidence."""

_EXPLANATIONS = (
    "Đã ban hành kế hoạch riêng, thực hiện đúng tiến độ.",
    "Hoàn thành nhiệm vụ được giao, có theo dõi hằng tháng.",
    "Tổ chức 3 buổi hướng dẫn kỹ năng số, có 120 lượt người tham gia.",
    "Áp dụng mẫu biểu điện tử, giảm thời gian xử lý còn một nửa.",
    "Phối hợp tổ công nghệ số cộng đồng hỗ trợ người dân nộp hồ sơ trực tuyến.",
)
COPIED = (
    "Đã rà soát toàn bộ thủ tục thuộc thẩm quyền, phân công một đồng chí trực tiếp hướng dẫn người "
    "dân nộp hồ sơ trực tuyến tại nhà văn hóa vào chiều thứ năm hằng tuần; đến nay có {count} lượt "
    "người được hỗ trợ, không còn hồ sơ trễ hẹn và không có phản ánh về thái độ phục vụ."
)
"""What one unit wrote and another took over, with another figure in it."""
LONG_AGO = (
    "Duy trì họp giao ban trực tuyến mỗi đầu tuần, tài liệu gửi trước qua hệ thống quản lý văn "
    "bản, kết luận được giao việc ngay trong phiên họp và nhắc hạn tự động; giảm phần lớn giấy tờ."
)
"""What a unit wrote last year and writes again."""
_REQUESTS = (
    "Đề nghị bố trí thêm máy quét tài liệu dùng chung.",
    "Đường truyền ở điểm xa còn chậm, đề nghị nâng cấp.",
    "Đề nghị mở thêm lớp hướng dẫn kỹ năng số cho người lớn tuổi.",
)
_SHARE_WITH_REQUESTS, _SHARE_WITH_HIGHLIGHTS = 0.4, 0.3
_HIGHLIGHTS = (
    "Mô hình “Mỗi nhà một mã thanh toán” (mẫu).",
    "Sáng kiến số hóa sổ theo dõi công việc của đơn vị (mẫu).",
)


@dataclass(frozen=True, slots=True)
class FilledForm:
    """What one unit types into its form."""

    answers: Mapping[str, Filled]
    requests: str
    highlights: str


def good_answers(criteria: Sequence[Criterion], dice: random.Random) -> FilledForm:
    """A form filled in as asked: between three quarters and all of the points."""
    zeal = dice.uniform(0.8, 1.0)
    answers: dict[str, Filled] = {}
    for criterion in criteria:
        if criterion.role is Role.PENALTY:
            continue
        answers[criterion.code] = (
            _points(criterion, zeal, dice),
            dice.choice(_EXPLANATIONS),
            f"Báo cáo số {dice.randint(1, 90):02d}/BC ngày {dice.randint(1, 28):02d}/11/2026",
        )
    requests = dice.choice(_REQUESTS) if dice.random() < _SHARE_WITH_REQUESTS else ""
    highlights = dice.choice(_HIGHLIGHTS) if dice.random() < _SHARE_WITH_HIGHLIGHTS else ""
    return FilledForm(answers, requests, highlights)


def repeating(form: FilledForm, criteria: Sequence[Criterion], number: int) -> FilledForm:
    """The form of the first two units: both wrote one text, the first also last year's again."""
    standard = [criterion.code for criterion in criteria if criterion.role is Role.STANDARD]
    answers = dict(form.answers)
    texts = {standard[0]: COPIED.format(count=126 - 31 * number)}
    if number == 0:
        texts[standard[-1]] = LONG_AGO
    for code, text in texts.items():
        points, _, evidence = answers[code]
        answers[code] = (points, text, evidence)
    return FilledForm(answers, form.requests, form.highlights)


def _points(criterion: Criterion, zeal: float, dice: random.Random) -> int:
    """Half points, as offices give them; the bonus only now and then."""
    if criterion.role is Role.BONUS:
        return dice.choice((0, 0, 100, 200))
    halves = round(criterion.max_points / 50 * min(1.0, zeal * dice.uniform(0.93, 1.05)))
    return halves * 50


def spoilt_answers(form: FilledForm, criteria: Sequence[Criterion], fault: int) -> FilledForm:
    """The same form with one of the usual faults in it."""
    standard = [criterion for criterion in criteria if criterion.role is Role.STANDARD]
    first, last = standard[0], standard[-1]
    spoilt: tuple[tuple[str, int | str | None], ...] = (
        (first.code, first.max_points + 500),
        (last.code, "đạt"),
        (first.code, "=SUM(Z90:Z95)"),
        (last.code, "95%"),
        (first.code, -100),
    )
    code, points = spoilt[fault % len(spoilt)]
    answers = dict(form.answers)
    answers[code] = (points, *answers[code][1:])
    return FilledForm(answers, form.requests, form.highlights)
