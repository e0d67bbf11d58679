-- Bổ sung sau chốt: what a cycle was when it was opened again, and why.

CREATE TABLE cycle_addendum (
    cycle       TEXT NOT NULL REFERENCES cycle (id),
    number      INTEGER NOT NULL CHECK (number > 0),
    closed_on   TEXT NOT NULL,
    reopened_on TEXT NOT NULL,
    reason      TEXT NOT NULL CHECK (reason <> ''),
    snapshot    TEXT NOT NULL,
    PRIMARY KEY (cycle, number)
) STRICT;
