"""Tập thể, hộ gia đình, cá nhân: how lists are ordered and counted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from thidua_desktop.application.papers.context import Nominee
from thidua_desktop.domain.kinds import Gender, SubjectKind
from thidua_desktop.domain.vietnamese.names import split_address
from thidua_desktop.domain.vietnamese.numerals import two_digit_count

SUBJECT_WORDS = {
    SubjectKind.COLLECTIVE: "tập thể",
    SubjectKind.HOUSEHOLD: "hộ gia đình",
    SubjectKind.INDIVIDUAL: "cá nhân",
}
"""In the order of lists and ceremonies (NĐ 152/2025/NĐ-CP Điều 29)."""

_TITLES = {Gender.MALE: "Ông", Gender.FEMALE: "Bà"}


def sections(nominees: Sequence[Nominee]) -> tuple[tuple[SubjectKind, tuple[Nominee, ...]], ...]:
    """The nominees by kind, collectives first; within a kind they stay in the order given."""
    parts = (
        (kind, tuple(one for one in nominees if one.proposal.subject.counts_as is kind))
        for kind in SUBJECT_WORDS
    )
    return tuple((kind, part) for kind, part in parts if part)


def counted(nominees: Sequence[Nominee]) -> str:
    """«02 tập thể, 05 cá nhân»."""
    return ", ".join(
        f"{two_digit_count(len(part))} {SUBJECT_WORDS[kind]}" for kind, part in sections(nominees)
    )


def named(nominees: Sequence[Nominee]) -> str:
    """«các tập thể, cá nhân», «tập thể, các cá nhân», «cá nhân»: each in its number."""
    parts = sections(nominees)
    many = [len(part) > 1 for _, part in parts]
    words = [
        f"các {SUBJECT_WORDS[kind]}" if is_many and not any(many[:place]) else SUBJECT_WORDS[kind]
        for place, ((kind, _), is_many) in enumerate(zip(parts, many, strict=True))
    ]
    return ", ".join(words)


def taken_in_words(nominees: Iterable[Nominee]) -> list[str]:
    """«Ông Nguyễn Văn Mẫu được đưa vào xét vì: …», of those whom the officer gave a reason for."""
    return [
        f"{addressed_name(one)} được đưa vào xét vì: {one.taken_in_for}"
        for one in nominees
        if one.taken_in_for
    ]


def addressed_name(nominee: Nominee) -> str:
    """A name as lists have it: «Ông Nguyễn Văn Mẫu»; units and unknown genders by name alone."""
    name = nominee.proposal.subject_name
    gender = nominee.person.gender if nominee.person else None
    if gender is None or split_address(name).address:
        return name
    title = _TITLES[gender]
    if nominee.proposal.subject is SubjectKind.HOUSEHOLD:
        return f"Hộ {title.lower()} {name}"
    return f"{title} {name}"
