"""Lần khen trước: awards given elsewhere or on paper, and to whom of those with such a name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from thidua_desktop.application.awarding.past import Past
from thidua_desktop.application.awarding.quotas import STANDING
from thidua_desktop.application.cases.checks import refuse_future, refuse_reversed
from thidua_desktop.application.cases.subjects import Who, name_of
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.setting_up.award_forms import award_names
from thidua_desktop.domain.awards.cases import CaseSubject, EarlierAward, RecipientWord
from thidua_desktop.domain.awards.recipients import NameLikeness, nearest
from thidua_desktop.domain.errors import InputError, RuleViolation


@dataclass(frozen=True, slots=True)
class Namesake:
    """A candidate whose name looks like the recipient's; `is_same` once the officer said."""

    who: Who
    likeness: NameLikeness
    is_same: bool | None


@dataclass(frozen=True, slots=True)
class EarlierLine:
    """An earlier award with whom it may have been given to.

    Attributes:
        owner: who it is for sure, `None` where only the name is known.
        namesakes: who of the registers bears such a name; empty where the owner is known.
    """

    award: EarlierAward
    owner: Who | None
    namesakes: tuple[Namesake, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether the officer has still to say «cùng người» or «khác người»."""
        return any(one.is_same is None for one in self.namesakes)


def earlier_line(award: EarlierAward, past: Past, known: Mapping[CaseSubject, Who]) -> EarlierLine:
    """An earlier award with its owner, or with all who bear such a name."""
    if award.owner is not None:
        return EarlierLine(award, known[award.owner])
    found = []
    for who in known.values():
        if who.subject.is_person != award.is_person:
            continue
        names = past.names(who.subject, who.name)
        likeness = nearest(award.recipient, names, is_person=award.is_person)
        said = past.word(award, who.subject)
        if likeness is not NameLikeness.OTHER or said is not None:
            found.append(Namesake(who, likeness, said))
    return EarlierLine(award, None, tuple(found))


def add_earlier_award(desk: Desk, award: EarlierAward) -> int:
    """Record an award given elsewhere or before the program; its number.

    Without a name the recipient's name is the owner's; without words the form has its own.

    Raises:
        NotFound: no such unit or person.
        InputError: recipient or form is missing, days are reversed or still to come.
        RuleViolation: the same decision is recorded for the same name.
    """
    owner = name_of(desk, award.owner) if award.owner else ""
    name = award.name.strip() or award_names(desk).get(award.award, "")
    tidy = replace(award, recipient=award.recipient.strip() or owner, name=name)
    if not tidy.recipient:
        raise InputError("recipient_missing")
    if not tidy.name:
        raise InputError("earlier_award_form_missing")
    told = tidy.achievement
    refuse_reversed(told.period_from, told.period_to)
    if tidy.decided_on is not None:
        refuse_future(tidy.decided_on, desk.clock.today())
    with desk.store.read() as books:
        if any(_is_same_entry(tidy, other) for other in books.earlier_awards.all()):
            raise RuleViolation("earlier_award_twice", name=tidy.recipient, number=tidy.number)
    with desk.store.write("earlier_award_added", name=tidy.recipient, award=tidy.name) as books:
        return books.earlier_awards.add(tidy)


def say_recipient(desk: Desk, number: int, subject: CaseSubject, *, is_same: bool | None) -> None:
    """«Cùng người», «khác người», or open again: whom an earlier award was given to.

    Raises:
        NotFound: no such award, unit or person.
        InputError: a unit is said to be a person, or the other way round.
        RuleViolation: the recipient was recorded with the award.
    """
    with desk.store.read() as books:
        award = books.earlier_awards.get(number)
    if award.owner is not None:
        raise RuleViolation("recipient_is_known", name=award.recipient)
    if award.is_person != subject.is_person:
        raise InputError("recipient_of_other_kind", name=award.recipient)
    name = name_of(desk, subject)
    actions = {True: "recipient_same", False: "recipient_other", None: "recipient_open"}
    with desk.store.write(actions[is_same], recipient=award.recipient, name=name) as books:
        if is_same is None:
            books.earlier_awards.remove_word(number, subject)
        else:
            books.earlier_awards.save_word(RecipientWord(number, subject, is_same))


def remove_earlier_award(desk: Desk, number: int) -> None:
    """Take out an award that was recorded by mistake.

    Raises:
        NotFound: no such award.
        RuleViolation: a standing proposal cites it.
    """
    with desk.store.read() as books:
        old = books.earlier_awards.get(number)
        for one in books.awards.proposals():
            if one.status in STANDING and old.key in one.cited:
                raise RuleViolation("earlier_award_cited", proposal=one.id, name=one.subject_name)
    with desk.store.write("earlier_award_removed", name=old.recipient, award=old.name) as books:
        books.earlier_awards.remove(number)


def _is_same_entry(one: EarlierAward, other: EarlierAward) -> bool:
    if (one.name, one.number, one.decided_on) != (other.name, other.number, other.decided_on):
        return False
    if one.owner is not None or other.owner is not None:
        return one.owner == other.owner and bool(one.number)
    return bool(one.number) and one.recipient == other.recipient
