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
        leaders = {"count": self.leaders, "people": self.people}
        told = [
            Reason("balance_direct_workers", direct),
            Reason("balance_leaders", leaders),
            Reason("balance_women", women),
        ]
        if self.leaders_unknown:
            told.append(Reason("balance_posts_unknown", {"count": self.leaders_unknown}))
        if self.women_unknown:
            told.append(Reason("balance_gender_unknown", {"count": self.women_unknown}))
        return tuple(told)


@dataclass(frozen=True, slots=True)
class UnitBalance:
    """Which units are on a list: those of at least 70 % women (Điều 4.6), and the unknown."""

    units: int
    mostly_women: int
    women_unknown: int

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """The share, and what is not known of it."""
        share = {"count": self.mostly_women, "units": self.units}
        told = [Reason("balance_women_units", share)]
        if self.women_unknown:
            told.append(Reason("balance_women_units_unknown", {"count": self.women_unknown}))
        return tuple(told)


def unit_balance_of(units: Iterable[bool | None]) -> UnitBalance:
    """Count units, each told by whether at least 70 % of its people are women."""
    told = tuple(units)
    return UnitBalance(
        units=len(told),
        mostly_women=sum(one is True for one in told),
        women_unknown=sum(one is None for one in told),
    )


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
