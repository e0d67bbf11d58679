"""Số sổ vàng: giving the numbers of the golden register, and typing one that paper has already."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from thidua_desktop.application.certificates.listing import DecidedCertificate
from thidua_desktop.application.ports import Desk
from thidua_desktop.domain.certificates.numbering import next_numbers, open_numbers
from thidua_desktop.domain.errors import Conflict, InputError, RuleViolation

LARGEST = 999_999


@dataclass(frozen=True, slots=True)
class NumberGiven:
    """A number that was given."""

    proposal: int
    subject_name: str
    year: int
    number: int


def numbers_taken(desk: Desk, year: int) -> dict[int, tuple[int, int]]:
    """The decision and proposal of each number of a year."""
    with desk.store.read() as books:
        return {
            one.golden_number: (one.decision, one.proposal)
            for one in books.certificates.all()
            if one.golden_number is not None and one.golden_year == year
        }


def numbers_open(desk: Desk, year: int) -> tuple[int, ...]:
    """The numbers of a year that nobody has although higher ones are given."""
    return open_numbers(numbers_taken(desk, year))


def next_number(desk: Desk, year: int) -> int:
    """The number with which the register of a year would go on."""
    return next_numbers(numbers_taken(desk, year), 1)[0]


def give_numbers(
    desk: Desk, certificates: Sequence[DecidedCertificate], first: int | None = None
) -> tuple[NumberGiven, ...]:
    """Give the next numbers of the register to those that have none, as one operation.

    They are numbered in their order, from `first` on where the register was kept on paper before.

    Raises:
        RuleViolation: all of them have their number.
        InputError: no register begins with such a number.
    """
    waiting = [one for one in certificates if one.kept.golden_number is None]
    if not waiting:
        raise RuleViolation("golden_numbers_all_given")
    if first is not None:
        _refuse_wrong(first)
    by_year: dict[int, list[DecidedCertificate]] = defaultdict(list)
    for one in waiting:
        by_year[one.decided_on.year].append(one)
    taken = {year: numbers_taken(desk, year) for year in by_year}
    given = [
        (one, year, number)
        for year, ones in by_year.items()
        for one, number in zip(ones, next_numbers(taken[year], len(ones), first), strict=True)
    ]
    with desk.store.write("golden_numbers_given", count=len(given)) as books:
        for one, year, number in given:
            books.certificates.save(replace(one.kept, golden_year=year, golden_number=number))
    return tuple(
        NumberGiven(one.proposal, one.subject_name, year, number) for one, year, number in given
    )


def set_numbers(desk: Desk, typed: Sequence[tuple[DecidedCertificate, int | None]]) -> None:
    """Give giấy khen the numbers that they have on paper, or none, as one operation.

    Raises:
        Conflict: another one of the year has the number.
        InputError: no register has such a number.
    """
    for one, number in typed:
        if number is not None:
            _refuse_wrong(number)
            _refuse_taken(desk, one, number, typed)
    with desk.store.write("golden_numbers_set", count=len(typed)) as books:
        # A number that moves from one to the other is let go before it is taken.
        for one, _ in typed:
            books.certificates.save(replace(one.kept, golden_year=None, golden_number=None))
        for one, number in typed:
            year = None if number is None else one.decided_on.year
            books.certificates.save(replace(one.kept, golden_year=year, golden_number=number))


def _refuse_taken(
    desk: Desk,
    one: DecidedCertificate,
    number: int,
    typed: Sequence[tuple[DecidedCertificate, int | None]],
) -> None:
    """See that nobody else has the number or is given it with the same typing."""
    year = one.decided_on.year
    renumbered = {other.key: other.subject_name for other, _ in typed}
    twice = [
        other.subject_name
        for other, wanted in typed
        if wanted == number and other.key != one.key and other.decided_on.year == year
    ]
    holder = numbers_taken(desk, year).get(number, one.key)
    if holder not in renumbered and holder != one.key:
        with desk.store.read() as books:
            twice.append(books.awards.proposal(holder[1]).subject_name)
    if twice:
        raise Conflict("golden_number_taken", number=number, year=year, name=twice[0])


def set_wording(
    desk: Desk, certificate: DecidedCertificate, recipient: str, address: str, achievement: str
) -> None:
    """Word one sheet differently; empty texts give the usual wording back."""
    kept = replace(certificate.kept, recipient=recipient, address=address, achievement=achievement)
    with desk.store.write("certificate_worded", name=certificate.subject_name) as books:
        books.certificates.save(kept)


def _refuse_wrong(number: int) -> None:
    if not 1 <= number <= LARGEST:
        raise InputError("golden_number_wrong", largest=LARGEST)
