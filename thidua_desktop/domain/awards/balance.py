"""Cơ cấu danh sách: shares of direct workers and women in a list, shown and never a block (P3)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from thidua_desktop.domain.kinds import Gender
from thidua_desktop.domain.reasons import Reason


@dataclass(frozen=True, slots=True)
class Balance:
    """Who is on a list of people; those of whom nothing is known are counted apart."""

    people: int
    leaders: int
    leaders_unknown: int
    women: int
    women_unknown: int

    @property
    def direct_workers(self) -> int:
        """Người trực tiếp lao động: known not to hold a leading post."""
        return self.people - self.leaders - self.leaders_unknown

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """The shares, and what is not known of them."""
        direct = {"count": self.direct_workers, "people": self.people}
        women = {"count": self.women, "people": self.people}
        told = [Reason("balance_direct_workers", direct), Reason("balance_women", women)]
        if self.leaders_unknown:
            told.append(Reason("balance_posts_unknown", {"count": self.leaders_unknown}))
        if self.women_unknown:
            told.append(Reason("balance_gender_unknown", {"count": self.women_unknown}))
        return tuple(told)


def balance_of(people: Iterable[tuple[bool | None, Gender | None]]) -> Balance:
    """Count people, each told by whether they lead, and their gender."""
    told = tuple(people)
    return Balance(
        people=len(told),
        leaders=sum(leads is True for leads, _ in told),
        leaders_unknown=sum(leads is None for leads, _ in told),
        women=sum(gender is Gender.FEMALE for _, gender in told),
        women_unknown=sum(gender is None for _, gender in told),
    )
