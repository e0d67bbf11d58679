"""Vụ việc, kỷ luật, khen thưởng trước đây, sáng kiến: recording, concluding, taking out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace

from thidua_desktop.application.awarding.past import Past
from thidua_desktop.application.awarding.quotas import STANDING
from thidua_desktop.application.books import Books
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.setting_up.award_forms import award_names
from thidua_desktop.domain.awards.cases import (
    CaseSubject,
    DisciplineRecord,
    EarlierAward,
    HoldRecord,
    Initiative,
    RecipientWord,
)
from thidua_desktop.domain.awards.facts import Discipline, Hold
from thidua_desktop.domain.awards.recipients import NameLikeness, nearest
from thidua_desktop.domain.errors import InputError, RuleViolation
from thidua_desktop.domain.proposals import Proposal
from thidua_desktop.domain.units import Person, Unit


@dataclass(frozen=True, slots=True)
class Who:
    """A unit or person as a table names it; `detail` is post and unit of a person."""

    subject: CaseSubject
    name: str
    detail: str = ""


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


@dataclass(frozen=True, slots=True)
class InitiativeLine:
    """A sáng kiến with the proposals that rest on it."""

    initiative: Initiative
    who: Who
    users: tuple[Proposal, ...]


@dataclass(frozen=True, slots=True)
class CaseBook:
    """The four registers as a reader sees them.

    Attributes:
        everyone: whom a record may concern, units first.
    """

    holds: tuple[tuple[HoldRecord, Who], ...]
    disciplines: tuple[tuple[DisciplineRecord, Who], ...]
    earlier: tuple[EarlierLine, ...]
    initiatives: tuple[InitiativeLine, ...]
    everyone: tuple[Who, ...]


def case_book(desk: Desk) -> CaseBook:
    """Everything that is recorded, with names."""
    with desk.store.read() as books:
        past = Past.read(books)
        everyone = everyone_in(books)
    known = {who.subject: who for who in everyone}
    return CaseBook(
        holds=tuple((one, known[one.subject]) for one in past.holds),
        disciplines=tuple((one, known[one.subject]) for one in past.disciplines),
        earlier=tuple(_earlier_line(one, past, known) for one in past.earlier),
        initiatives=tuple(
            InitiativeLine(one, known[one.subject], past.users(one)) for one in past.initiatives
        ),
        everyone=everyone,
    )


# ---- Tạm dừng xét


def add_hold(desk: Desk, subject: CaseSubject, hold: Hold) -> int:
    """Keep a candidate back while a matter is pending; the record's number.

    Raises:
        NotFound: no such unit or person.
        InputError: no document is named, or the day is still to come.
    """
    _need_document(hold.document)
    _refuse_future(hold.from_day, desk.clock.today())
    tidy = replace(hold, to_day=None, document=hold.document.strip())
    with desk.store.write("hold_added", name=_name(desk, subject)) as books:
        return books.cases.add_hold(HoldRecord(0, subject, tidy))


def resume_hold(desk: Desk, number: int, on: dt.date, conclusion: str) -> HoldRecord:
    """Go on considering a candidate: the matter is concluded by a document.

    Raises:
        NotFound: no such matter.
        InputError: no document is named, or the day lies before the matter or in the future.
        RuleViolation: it is concluded already.
    """
    _need_document(conclusion)
    _refuse_future(on, desk.clock.today())
    with desk.store.read() as books:
        old = books.cases.hold(number)
    if not old.is_open:
        raise RuleViolation("hold_concluded", conclusion=old.conclusion)
    if on < old.hold.from_day:
        raise InputError("case_days_reversed", begin=old.hold.from_day, end=on)
    done = replace(old, hold=replace(old.hold, to_day=on), conclusion=conclusion.strip())
    with desk.store.write("hold_resumed", name=_name(desk, old.subject)) as books:
        books.cases.update_hold(done)
    return done


def remove_hold(desk: Desk, number: int) -> None:
    """Take out a matter that was recorded by mistake.

    Raises:
        NotFound: no such matter.
    """
    with desk.store.read() as books:
        old = books.cases.hold(number)
    with desk.store.write("hold_removed", name=_name(desk, old.subject)) as books:
        books.cases.remove_hold(number)


# ---- Kỷ luật


def add_discipline(
    desk: Desk, subject: CaseSubject, form: str, time: Discipline, document: str
) -> int:
    """Record a discipline; the record's number.

    Raises:
        NotFound: no such unit or person.
        InputError: form or document is missing, or the days are reversed or still to come.
    """
    _need_document(document)
    if not form.strip():
        raise InputError("discipline_form_missing")
    _refuse_future(time.from_day, desk.clock.today())
    _refuse_reversed(time.from_day, time.to_day)
    with desk.store.write("discipline_added", name=_name(desk, subject)) as books:
        record = DisciplineRecord(0, subject, form.strip(), time, document.strip())
        return books.cases.add_discipline(record)


def end_discipline(desk: Desk, number: int, to_day: dt.date) -> None:
    """Write the last day of a discipline, once it is known, or mend it.

    Raises:
        NotFound: no such record.
        InputError: the day lies before the first.
    """
    with desk.store.read() as books:
        old = books.cases.discipline(number)
    _refuse_reversed(old.discipline.from_day, to_day)
    with desk.store.write("discipline_ended", name=_name(desk, old.subject)) as books:
        time = replace(old.discipline, to_day=to_day)
        books.cases.update_discipline(replace(old, discipline=time))


def remove_discipline(desk: Desk, number: int) -> None:
    """Take out a discipline that was recorded by mistake.

    Raises:
        NotFound: no such record.
    """
    with desk.store.read() as books:
        old = books.cases.discipline(number)
    with desk.store.write("discipline_removed", name=_name(desk, old.subject)) as books:
        books.cases.remove_discipline(number)


# ---- Khen thưởng trước đây


def add_earlier_award(desk: Desk, award: EarlierAward) -> int:
    """Record an award given elsewhere or before the program; its number.

    Without a name the recipient's name is the owner's; without words the form has its own.

    Raises:
        NotFound: no such unit or person.
        InputError: recipient or form is missing, days are reversed or still to come.
        RuleViolation: the same decision is recorded for the same name.
    """
    owner = _name(desk, award.owner) if award.owner else ""
    name = award.name.strip() or award_names(desk).get(award.award, "")
    tidy = replace(award, recipient=award.recipient.strip() or owner, name=name)
    if not tidy.recipient:
        raise InputError("recipient_missing")
    if not tidy.name:
        raise InputError("earlier_award_form_missing")
    told = tidy.achievement
    _refuse_reversed(told.period_from, told.period_to)
    if tidy.decided_on is not None:
        _refuse_future(tidy.decided_on, desk.clock.today())
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
    name = _name(desk, subject)
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


# ---- Sáng kiến


def add_initiative(desk: Desk, initiative: Initiative) -> int:
    """Record a sáng kiến; its number.

    Raises:
        NotFound: no such unit or person.
        InputError: the name is missing, or the day is still to come.
    """
    if not initiative.name.strip():
        raise InputError("initiative_name_missing")
    if initiative.recognised_on is not None:
        _refuse_future(initiative.recognised_on, desk.clock.today())
    tidy = replace(initiative, name=initiative.name.strip())
    words = {"name": _name(desk, initiative.subject), "initiative": tidy.name}
    with desk.store.write("initiative_added", **words) as books:
        return books.initiatives.add(tidy)


def remove_initiative(desk: Desk, number: int) -> None:
    """Take out a sáng kiến that was recorded by mistake.

    Raises:
        NotFound: no such record.
        RuleViolation: a proposal rests on it, withdrawn ones too, whose record would be torn.
    """
    with desk.store.read() as books:
        old = books.initiatives.get(number)
        for proposal, used in books.initiatives.uses().items():
            if number in used:
                raise RuleViolation("initiative_in_use", proposal=proposal, initiative=old.name)
    with desk.store.write("initiative_removed", initiative=old.name) as books:
        books.initiatives.remove(number)


# ---- Names and days


def everyone_in(books: Books) -> tuple[Who, ...]:
    """Whom a record may concern, units first."""
    units = books.units.all()
    names = {unit.code: unit.name for unit in units}
    return (
        *(Who(CaseSubject(unit.code, is_person=False), unit.name) for unit in units),
        *(_person(one, names) for one in books.people.all()),
    )


def _person(person: Person, units: Mapping[str, str]) -> Who:
    parts = (person.position, units.get(person.unit, ""))
    detail = ", ".join(part for part in parts if part)
    return Who(CaseSubject(person.code, is_person=True), person.full_name, detail)


def _earlier_line(award: EarlierAward, past: Past, known: Mapping[CaseSubject, Who]) -> EarlierLine:
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


def _name(desk: Desk, subject: CaseSubject) -> str:
    with desk.store.read() as books:
        record: Unit | Person = (
            books.people.get(subject.code) if subject.is_person else books.units.get(subject.code)
        )
    return record.full_name if isinstance(record, Person) else record.name


def _is_same_entry(one: EarlierAward, other: EarlierAward) -> bool:
    if (one.name, one.number, one.decided_on) != (other.name, other.number, other.decided_on):
        return False
    if one.owner is not None or other.owner is not None:
        return one.owner == other.owner and bool(one.number)
    return bool(one.number) and one.recipient == other.recipient


def _need_document(document: str) -> None:
    if not document.strip():
        raise InputError("case_document_missing")


def _refuse_future(day: dt.date, today: dt.date) -> None:
    if day > today:
        raise InputError("case_day_in_future", day=day, today=today)


def _refuse_reversed(begin: dt.date | None, end: dt.date | None) -> None:
    if begin is not None and end is not None and end < begin:
        raise InputError("case_days_reversed", begin=begin, end=end)
