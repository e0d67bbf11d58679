-- Where the officer put the line of a list, and how many take part, for shares of them.

CREATE TABLE drawn_line (
    cycle       TEXT NOT NULL REFERENCES cycle (id),
    award       TEXT NOT NULL,
    subject     TEXT NOT NULL CHECK (subject IN ('collective', 'individual', 'household', 'enterprise')),
    places      INTEGER CHECK (places >= 0),
    reason      TEXT NOT NULL DEFAULT '',
    women_first INTEGER NOT NULL DEFAULT 0 CHECK (women_first IN (0, 1)),
    PRIMARY KEY (cycle, award, subject)
) STRICT;

CREATE TABLE participants (
    cycle   TEXT NOT NULL REFERENCES cycle (id),
    subject TEXT NOT NULL CHECK (subject IN ('collective', 'individual', 'household', 'enterprise')),
    number  INTEGER NOT NULL CHECK (number >= 0),
    PRIMARY KEY (cycle, subject)
) STRICT;
