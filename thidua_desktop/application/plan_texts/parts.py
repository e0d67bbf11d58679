"""The parts of a plan that its text tells: fields, criteria, awards, recipients, head."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from thidua_desktop.application.plan_texts.items import (
    FOOTNOTES,
    Level,
    TextItem,
    listed_after,
    under,
)
from thidua_desktop.domain.awards.quota import COMMUNE_SCOPE, PROVINCE_SCOPE
from thidua_desktop.domain.kinds import CommuneKind, CycleKind, SubjectKind
from thidua_desktop.domain.plan import ContentArea, LadderStep, LegalBasis, QuotaRule
from thidua_desktop.domain.vietnamese.folding import fold

_SHORT = 60
_QUOTED = re.compile(r"[“\"«]([^”\"»]{4,200})[”\"»]")
_DAY = re.compile(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})", re.IGNORECASE)
_NUMBER = re.compile(r"^số\s*:?\s*(\d*\s*/\s*KH-[\w-]+)", re.IGNORECASE)
_LETTERS = "A-ZÀ-ỸĐ"
_PROPER = rf"([{_LETTERS}][A-Za-zÀ-ỹ’']*(?:[ ][{_LETTERS}][A-Za-zÀ-ỹ’']*)*)"
_COMMUNE = re.compile(rf"\b([Xx]ã|[Pp]hường|[Đđ]ặc khu|XÃ|PHƯỜNG|ĐẶC KHU)[ ]{_PROPER}")
_PROVINCE = re.compile(rf"\b([Tt]ỉnh|[Tt]hành phố|TỈNH|THÀNH PHỐ)[ ]{_PROPER}")
_STATE_HEAD = re.compile(r"CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM|Độc lập\W+Tự do\W+Hạnh phúc")
_CITED = re.compile(
    r"(?:Quyết định|Kế hoạch|Nghị quyết|Chỉ thị|Nghị định|Hướng dẫn|Công văn|Luật|Thông tư)"
    r"(?:\s+số)?\s+[\w/.-]*\d[\w/.-]*"
)
_SIGNS = re.compile(r"^(TM\.|KT\.|CHỦ TỊCH|PHÓ CHỦ TỊCH|Q\. CHỦ TỊCH)")
_AWARDS = (
    ("huan_chuong_lao_dong", r"huan chuong lao dong"),
    ("co_thi_dua_chinh_phu", r"co thi dua cua chinh phu"),
    ("bang_khen_thu_tuong", r"bang khen cua thu tuong"),
    ("co_thi_dua_tinh", r"co thi dua cua (uy ban nhan dan|ubnd) (tinh|thanh pho)"),
    ("bang_khen_tinh", r"bang khen cua (chu tich )?(uy ban nhan dan|ubnd) (tinh|thanh pho)"),
    ("giay_khen_xa", r"giay khen"),
)
_MOST = re.compile(r"toi da|khong qua|nhieu nhat")
_FIGURE = re.compile(r"(\d{1,4})\s+(tap the|ca nhan|ho gia dinh|ho|doanh nghiep|co)\b")
_OF_WORD = {
    "tap the": SubjectKind.COLLECTIVE,
    "co": SubjectKind.COLLECTIVE,
    "ca nhan": SubjectKind.INDIVIDUAL,
    "ho gia dinh": SubjectKind.HOUSEHOLD,
    "ho": SubjectKind.HOUSEHOLD,
    "doanh nghiep": SubjectKind.ENTERPRISE,
}
_OCCASIONS = (
    (CycleKind.ANNUAL, r"\bhang nam"),
    (CycleKind.MID_TERM, r"so ket"),
    (CycleKind.FINAL, r"tong ket"),
)


@dataclass(frozen=True, slots=True)
class ReadAudience:
    """Whom the plan writes criteria for, in its own words."""

    label: str
    name: str
    subject: SubjectKind
    criteria: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadHead:
    """What stands above the body; empty for what was not found."""

    title: str
    movement: str
    number: str
    issued_on: dt.date | None
    kind: CommuneKind | None
    commune: str
    province: str
    cited: tuple[LegalBasis, ...]


def read_head(lines: Sequence[str], body_start: int) -> ReadHead:
    """Title, number, day, commune, what the plan rests on."""
    head = [_STATE_HEAD.sub("", line).strip() for line in lines[:body_start]]
    head = [line for line in head if line and line[0] not in FOOTNOTES]
    at = next((at for at, line in enumerate(head) if fold(line) == "ke hoach"), 0)
    above, title = head[:at], _title(head)
    day = next((found for line in above if (found := _DAY.search(line))), None)
    number = next((found for line in above if (found := _NUMBER.search(line))), None)
    commune = _COMMUNE.search("\n".join(head))
    province = _PROVINCE.search("\n".join(head))
    quoted = _QUOTED.search(title)
    return ReadHead(
        title=title,
        movement=quoted.group(1) if quoted else "",
        number=re.sub(r"\s", "", number.group(1)) if number else "",
        issued_on=_date(day) if day else None,
        kind=CommuneKind(fold(commune.group(1)).replace(" ", "_")) if commune else None,
        commune=_named(commune.group(2)) if commune else "",
        province=f"{province.group(1).lower()} {_named(province.group(2))}" if province else "",
        cited=_cited(" ".join(head[at + 1 :])),
    )


def _named(words: str) -> str:
    return words.title() if words.isupper() else words


def _date(found: re.Match[str]) -> dt.date | None:
    day, month, year = map(int, found.groups())
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _title(head: Sequence[str]) -> str:
    start = next((at for at, line in enumerate(head) if fold(line) == "ke hoach"), None)
    if start is None:
        return ""
    words = []
    for line in head[start + 1 :]:
        if re.match(r"(Căn cứ|Thực hiện (Quyết|Kế|Nghị|Chỉ|Công)|[-_–—]{3,})", line):
            break
        words.append(line)
    return " ".join(words)


def _cited(text: str) -> tuple[LegalBasis, ...]:
    starts = list(_CITED.finditer(text))
    found: dict[str, LegalBasis] = {}
    for at, one in enumerate(starts):
        end = starts[at + 1].start() if at + 1 < len(starts) else min(len(text), one.end() + 300)
        citation = re.split(r"[;.]\s", text[one.start() : end])[0].strip(" ;,.")
        found.setdefault(one.group().strip(), LegalBasis(one.group().strip(), citation))
    return tuple(found.values())


def read_areas(items: Sequence[TextItem]) -> tuple[ContentArea, ...]:
    """Nội dung thi đua: the numbered items of the chapter on contents."""
    for at, item in enumerate(items):
        said = fold(item.text)
        if item.level is Level.ROMAN and "noi dung" in said and "tieu chi" not in said:
            below = list(under(items, at))
            named = next((n for n, one in enumerate(below) if _is_content(one)), None)
            inner = below if named is None else list(under(below, named))
            level = min((one.level for one in inner), default=None)
            listed = [one for one in inner if one.level is level]
            return tuple(
                ContentArea(f"nd{place}", one.mark, _short(one.text), one.text)
                for place, one in enumerate(listed, start=1)
            )
    return ()


def _is_content(item: TextItem) -> bool:
    return item.level is Level.NUMBER and fold(item.text).startswith("noi dung")


def _short(text: str) -> str:
    first = re.split(r"[;,.]", re.sub(r"^Thi đua\s+", "", text))[0].strip()
    cut = first[:_SHORT].rsplit(" ", 1)[0] if len(first) > _SHORT else first
    return cut[:1].upper() + cut[1:]


def read_audiences(items: Sequence[TextItem]) -> tuple[ReadAudience, ...]:
    """Tiêu chí thi đua: whom each list below the heading is for."""
    starts = [at for at, item in enumerate(items) if _is_of_criteria(item)]
    # The heading nearest to the lists: «III. Tiêu chí và hình thức», then «1. Tiêu chí thi đua».
    for at in sorted(starts, key=lambda at: -items[at].level):
        below = list(under(items, at))
        stop = next((n for n, one in enumerate(below) if _is_of_awards(one)), len(below))
        parts = below[:stop]
        level = min((one.level for one in parts), default=None)
        found = tuple(
            _audience(one, under(parts, place))
            for place, one in enumerate(parts)
            if one.level is level
        )
        if found and level is not None and level <= Level.LETTER:
            return found
    return ()


def _is_of_criteria(item: TextItem) -> bool:
    return item.level <= Level.NUMBER and "tieu chi" in fold(item.text)[:_SHORT]


def _is_of_awards(item: TextItem) -> bool:
    return item.level <= Level.NUMBER and "khen thuong" in fold(item.text)[:_SHORT]


def _audience(item: TextItem, below: Sequence[TextItem]) -> ReadAudience:
    head, _, rest = item.text.partition(":")
    name = re.sub(r"^Đối với\s+", "", head).strip(" .;")
    level = min((one.level for one in below), default=None)
    criteria = tuple(one.text for one in below if one.level is level)
    if not criteria:
        told = [one.strip(" ./") for one in re.split(r";\s+", rest)]
        criteria = tuple(one for one in told if one) or (name,)
    return ReadAudience(item.mark, name[:1].upper() + name[1:], _subject(name), criteria)


def _subject(name: str) -> SubjectKind:
    said = fold(name)
    if re.search(r"\bca nhan\b", said):
        return SubjectKind.INDIVIDUAL
    if re.search(r"\bho gia dinh\b|^(cac )?ho\b", said):
        return SubjectKind.HOUSEHOLD
    if re.search(r"doanh nghiep|hop tac xa|kinh doanh", said):
        return SubjectKind.ENTERPRISE
    return SubjectKind.COLLECTIVE


def award_in(text: str) -> str:
    """The award that a short text names; empty for none."""
    said = fold(text)
    if len(said) > 2 * _SHORT:
        return ""
    return next((code for code, words in _AWARDS if re.search(words, said)), "")


def occasions_in(text: str) -> list[CycleKind]:
    """The occasions that a text names."""
    said = fold(text)
    return [kind for kind, words in _OCCASIONS if re.search(words, said)]


def read_ladder(items: Sequence[TextItem]) -> tuple[LadderStep, ...]:
    """Hình thức khen thưởng with the occasions told around them, highest first."""
    found: dict[str, tuple[str, list[CycleKind]]] = {}
    for item, award, occasions in _of_awards(items):
        if award_in(item.text) == award:
            found.setdefault(award, (item.text.strip(" ;.:"), []))
        if award in found:
            kinds = found[award][1]
            kinds += [kind for kind in occasions if kind not in kinds]
    whole = tuple(kind for kind, _ in _OCCASIONS)
    return tuple(
        LadderStep(code, found[code][0], tuple(found[code][1]) or whole)
        for code, _ in _AWARDS
        if code in found
    )


def read_quotas(items: Sequence[TextItem]) -> tuple[QuotaRule, ...]:
    """«Tối đa 2 tập thể, 5 cá nhân» under its award and occasion."""
    found: dict[tuple[CycleKind, str, SubjectKind], QuotaRule] = {}
    for item, award, occasions in _of_awards(items):
        most = _MOST.search(fold(item.text))
        if not award or most is None:
            continue
        scope = COMMUNE_SCOPE if award == "giay_khen_xa" else PROVINCE_SCOPE
        for figure, word in _FIGURE.findall(fold(item.text)[most.start() :]):
            for kind in occasions:
                subject = _OF_WORD[word]
                rule = QuotaRule(kind, award, subject, int(figure), scope, item.text)
                found.setdefault((kind, award, subject), rule)
    return tuple(found.values())


def _of_awards(
    items: Sequence[TextItem],
) -> Iterator[tuple[TextItem, str, list[CycleKind]]]:
    """The items of the chapters on awards, with the award and the occasions that hold there."""
    award, depth = "", Level.ROMAN
    above, inside = list[CycleKind](), False
    for item in items:
        if item.level <= Level.NUMBER:
            is_named = bool(award_in(item.text)) and inside
            inside = "khen thuong" in fold(item.text) or (item.level is Level.NUMBER and is_named)
            above, award = [], ""
        if not inside:
            continue
        own = occasions_in(item.text)
        if own and item.level <= Level.LETTER:
            above = own
        named = award_in(item.text)
        if named or item.level < depth:
            award, depth = named, item.level
        yield item, award, own or above


def read_recipients(lines: Sequence[str]) -> tuple[tuple[str, ...], str]:
    """Nơi nhận, and the line of filing."""
    listed = listed_after(lines, _SIGNS)
    filing = next((one for one in listed if fold(one).startswith("luu")), "")
    return tuple(one for one in listed if one and one != filing), filing
