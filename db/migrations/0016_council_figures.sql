-- Điểm Hội đồng: the council's points for a line, beside what was appraised.

CREATE TABLE council_figure (
    cycle     TEXT NOT NULL,
    unit      TEXT NOT NULL,
    criterion TEXT NOT NULL,
    points    INTEGER NOT NULL CHECK (points >= 0),
    reason    TEXT NOT NULL DEFAULT '',
    given_on  TEXT NOT NULL,
    PRIMARY KEY (cycle, unit, criterion),
    -- The council judges what was appraised: without an appraisal there is nothing to differ from.
    FOREIGN KEY (cycle, unit, criterion) REFERENCES appraisal (cycle, unit, criterion)
) STRICT;
