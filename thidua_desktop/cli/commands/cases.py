"""hold, discipline, history, initiative: the registers beside a dossier."""

from __future__ import annotations

import argparse
from typing import Any

from thidua_desktop.application.cases.book import case_book
from thidua_desktop.application.cases.disciplines import (
    add_discipline,
    end_discipline,
    remove_discipline,
)
from thidua_desktop.application.cases.earlier_awards import (
    EarlierLine,
    add_earlier_award,
    remove_earlier_award,
    say_recipient,
)
from thidua_desktop.application.cases.holds import add_hold, remove_hold, resume_hold
from thidua_desktop.application.cases.initiatives import (
    InitiativeLine,
    add_initiative,
    remove_initiative,
)
from thidua_desktop.application.cases.subjects import Who
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.setting_up.award_forms import award_names
from thidua_desktop.application.text import Texts
from thidua_desktop.cli.answers import Answer, date_json
from thidua_desktop.domain.award_forms import AwardLevel, CommendationType
from thidua_desktop.domain.awards.cases import (
    CaseSubject,
    DisciplineRecord,
    EarlierAward,
    HoldRecord,
    Initiative,
)
from thidua_desktop.domain.awards.facts import Achievement, Discipline, Hold, HoldKind
from thidua_desktop.domain.errors import InputError
from thidua_desktop.domain.kinds import SubjectKind
from thidua_desktop.domain.vietnamese.dates import date_text

_DONE = "Đã ghi."


def hold_add(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """Keep a candidate back."""
    del texts
    hold = Hold(HoldKind(arguments.kind), arguments.begin, document=arguments.document)
    number = add_hold(desk, _subject(arguments), hold)
    return Answer({"hold": number}, [f"Vụ việc số {number}: tạm dừng xét khen thưởng."])


def hold_list(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """The pending and concluded matters."""
    del arguments
    held = case_book(desk).holds
    lines = [
        f"{record.id:>4}. {who.name}: {_hold_words(record, texts)}" for record, who in held
    ] or ["Chưa ghi vụ việc nào."]
    return Answer({"holds": [_hold_json(*one) for one in held]}, lines)


def hold_resume(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """The matter is concluded."""
    del texts
    record = resume_hold(desk, arguments.hold, arguments.date, arguments.document)
    told = {"hold": record.id, "to": date_json(record.hold.to_day)}
    return Answer(told, ["Đã ghi kết luận; xét tiếp khen thưởng."])


def hold_remove(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """It was recorded by mistake."""
    del texts
    remove_hold(desk, arguments.hold)
    return Answer({"hold": arguments.hold}, ["Đã xóa."])


def discipline_add(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """Record a discipline."""
    del texts
    time = Discipline(arguments.begin, arguments.end)
    number = add_discipline(desk, _subject(arguments), arguments.form, time, arguments.document)
    return Answer({"discipline": number}, [_DONE])


def discipline_list(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """The disciplines."""
    del texts, arguments
    found = case_book(desk).disciplines
    lines = [
        f"{one.id:>4}. {who.name}: {one.form}, từ {date_text(one.discipline.from_day)}"
        f"{_until(one)} ({one.document})"
        for one, who in found
    ] or ["Chưa ghi kỷ luật nào."]
    return Answer({"disciplines": [_discipline_json(*one) for one in found]}, lines)


def discipline_end(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """Its last day."""
    del texts
    end_discipline(desk, arguments.discipline, arguments.date)
    told = {"discipline": arguments.discipline, "to": date_json(arguments.date)}
    return Answer(told, [_DONE])


def discipline_remove(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """It was recorded by mistake."""
    del texts
    remove_discipline(desk, arguments.discipline)
    return Answer({"discipline": arguments.discipline}, ["Đã xóa."])


def history_add(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """Record an award given elsewhere or before."""
    del texts
    owner = _subject(arguments) if arguments.unit or arguments.person else None
    known = award_names(desk)
    is_code = arguments.award in known
    award = EarlierAward(
        id=0,
        recipient=arguments.name,
        subject=_kind(desk, arguments, owner),
        owner=owner,
        award=arguments.award if is_code else "",
        name="" if is_code else arguments.award,
        level=AwardLevel(arguments.level) if arguments.level else None,
        commendation=CommendationType(arguments.type) if arguments.type else None,
        number=arguments.number,
        decided_on=arguments.date,
        achievement=Achievement(
            arguments.movement, "", arguments.begin, arguments.end, arguments.achievement
        ),
    )
    number = add_earlier_award(desk, award)
    return Answer({"award": number}, [f"Lần khen trước số {number}."])


def history_list(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """The awards given elsewhere or before, and names that look alike."""
    del texts, arguments
    found = case_book(desk).earlier
    lines = [line for one in found for line in _earlier_lines(one)]
    return Answer(
        {"awards": [_earlier_json(one) for one in found]}, lines or ["Chưa ghi lần khen nào."]
    )


def history_same(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """«Cùng người»."""
    del texts
    return _say(desk, arguments, is_same=True)


def history_other(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """«Khác người»."""
    del texts
    return _say(desk, arguments, is_same=False)


def history_remove(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """It was recorded by mistake."""
    del texts
    remove_earlier_award(desk, arguments.award)
    return Answer({"award": arguments.award}, ["Đã xóa."])


def initiative_add(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """Record a sáng kiến."""
    del texts
    number = add_initiative(
        desk,
        Initiative(
            0,
            _subject(arguments),
            arguments.name,
            arguments.by.strip(),
            arguments.number.strip(),
            arguments.date,
        ),
    )
    return Answer({"initiative": number}, [f"Sáng kiến số {number}."])


def initiative_list(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """Every sáng kiến and the proposals that rest on it."""
    del texts, arguments
    found = case_book(desk).initiatives
    lines = [f"{one.initiative.id:>4}. {_initiative_words(one)}" for one in found]
    told = {"initiatives": [_initiative_json(one) for one in found]}
    return Answer(told, lines or ["Chưa ghi sáng kiến nào."])


def initiative_remove(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """It was recorded by mistake."""
    del texts
    remove_initiative(desk, arguments.initiative)
    return Answer({"initiative": arguments.initiative}, ["Đã xóa."])


def _subject(arguments: argparse.Namespace) -> CaseSubject:
    return CaseSubject(arguments.person or arguments.unit, is_person=bool(arguments.person))


def _kind(desk: Desk, arguments: argparse.Namespace, owner: CaseSubject | None) -> SubjectKind:
    """What kind of recipient: as the register says, else as told."""
    if owner is not None:
        with desk.store.read() as books:
            register = books.people if owner.is_person else books.units
            return register.get(owner.code).subject
    if arguments.subject is None:
        raise InputError("recipient_kind_missing")
    return SubjectKind(arguments.subject)


def _say(desk: Desk, arguments: argparse.Namespace, *, is_same: bool) -> Answer:
    say_recipient(desk, arguments.award, _subject(arguments), is_same=is_same)
    return Answer({"award": arguments.award, "same": is_same}, [_DONE])


def _who_json(who: Who) -> dict[str, Any]:
    return {
        "unit": None if who.subject.is_person else who.subject.code,
        "person": who.subject.code if who.subject.is_person else None,
        "name": who.name,
    }


def _hold_words(record: HoldRecord, texts: Texts) -> str:
    kind = texts.render(f"hold_kind_{record.hold.kind.value}", {})
    begun = f"{kind}, từ {date_text(record.hold.from_day)} ({record.hold.document})"
    if record.hold.to_day is None:
        return f"{begun}; đang tạm dừng xét"
    return f"{begun}; kết luận {date_text(record.hold.to_day)} ({record.conclusion})"


def _hold_json(record: HoldRecord, who: Who) -> dict[str, Any]:
    return {
        "hold": record.id,
        **_who_json(who),
        "kind": record.hold.kind.value,
        "from": date_json(record.hold.from_day),
        "document": record.hold.document,
        "to": date_json(record.hold.to_day),
        "conclusion": record.conclusion,
    }


def _until(record: DisciplineRecord) -> str:
    end = record.discipline.to_day
    return f" đến {date_text(end)}" if end else ""


def _discipline_json(record: DisciplineRecord, who: Who) -> dict[str, Any]:
    return {
        "discipline": record.id,
        **_who_json(who),
        "form": record.form,
        "from": date_json(record.discipline.from_day),
        "to": date_json(record.discipline.to_day),
        "document": record.document,
    }


def _earlier_lines(line: EarlierLine) -> list[str]:
    award = line.award
    day = f", ngày {date_text(award.decided_on)}" if award.decided_on else ""
    number = f", số {award.number}" if award.number else ""
    first = f"{award.id:>4}. {award.recipient}: {award.name}{number}{day}"
    words = {None: "có thể là một người", True: "cùng người", False: "khác người"}
    return [
        first,
        *(
            f"      {one.who.subject.code} {one.who.name}: {words[one.is_same]}"
            for one in line.namesakes
        ),
    ]


def _earlier_json(line: EarlierLine) -> dict[str, Any]:
    award = line.award
    return {
        "award": award.id,
        "key": award.key,
        "recipient": award.recipient,
        "owner": _who_json(line.owner) if line.owner else None,
        "code": award.award,
        "name": award.name,
        "level": award.level.value if award.level else None,
        "type": award.commendation.value if award.commendation else None,
        "number": award.number,
        "date": date_json(award.decided_on),
        "period": [
            date_json(award.achievement.period_from),
            date_json(award.achievement.period_to),
        ],
        "namesakes": [
            {**_who_json(one.who), "likeness": one.likeness.value, "same": one.is_same}
            for one in line.namesakes
        ],
    }


def _initiative_words(line: InitiativeLine) -> str:
    used = ", ".join(f"đề nghị số {one.id}" for one in line.users)
    return f"{line.initiative.name} – {line.who.name}" + (f" (đã dùng: {used})" if used else "")


def _initiative_json(line: InitiativeLine) -> dict[str, Any]:
    one = line.initiative
    return {
        "initiative": one.id,
        **_who_json(line.who),
        "title": one.name,
        "by": one.recognised_by,
        "number": one.number,
        "date": date_json(one.recognised_on),
        "proposals": [proposal.id for proposal in line.users],
    }
