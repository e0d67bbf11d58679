-- Điểm cần xem lại: the officer's word on what was seen, and the office's own thresholds.

CREATE TABLE finding_review (
    cycle       TEXT NOT NULL REFERENCES cycle (id),
    unit        TEXT NOT NULL REFERENCES unit (code),
    kind        TEXT NOT NULL
        CHECK (kind IN ('like_other', 'like_last_year', 'jump', 'overrated', 'near_tie')),
    -- Empty where it concerns the whole unit.
    criterion   TEXT NOT NULL DEFAULT '',
    -- The other unit, the award or the class that it is about.
    about       TEXT NOT NULL DEFAULT '',
    -- What was told when it was looked at: when it says otherwise, it is open again.
    seen        TEXT NOT NULL CHECK (seen <> ''),
    note        TEXT NOT NULL DEFAULT '',
    reviewed_on TEXT NOT NULL,
    PRIMARY KEY (cycle, unit, kind, criterion, about)
) STRICT;

CREATE TABLE finding_limit (
    code  TEXT NOT NULL PRIMARY KEY
        CHECK (code IN ('like_words', 'like_percent', 'like_run', 'common_units', 'jump_total',
                        'jump_percent', 'jump_points', 'overrated', 'near_tie')),
    value INTEGER NOT NULL CHECK (value >= 0)
) STRICT;
