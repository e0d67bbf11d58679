-- Kiến nghị, vướng mắc: what the office did about what a unit asks for in its report.

CREATE TABLE request_answer (
    cycle      TEXT NOT NULL REFERENCES cycle (id),
    unit       TEXT NOT NULL REFERENCES unit (code),
    status     TEXT NOT NULL CHECK (status IN ('open', 'forwarded', 'answered')),
    -- What was asked when it was answered: a report that comes again may ask otherwise.
    asked      TEXT NOT NULL CHECK (asked <> ''),
    answer     TEXT NOT NULL DEFAULT '',
    changed_on TEXT NOT NULL,
    PRIMARY KEY (cycle, unit),
    CHECK (status = 'open' OR answer <> '')
) STRICT;
