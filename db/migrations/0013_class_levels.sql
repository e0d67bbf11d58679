-- Mức xếp loại: from how many points on a unit is of a class, where the office has its own.

CREATE TABLE class_levels (
    id        INTEGER PRIMARY KEY CHECK (id = 1),
    excellent INTEGER NOT NULL CHECK (excellent BETWEEN 0 AND 20000),
    good      INTEGER NOT NULL CHECK (good BETWEEN 0 AND 20000),
    completed INTEGER NOT NULL CHECK (completed BETWEEN 0 AND 20000),
    -- Whether one standard criterion at 0 points keeps a unit from the two upper classes.
    zero_bars INTEGER NOT NULL CHECK (zero_bars IN (0, 1)),
    document  TEXT NOT NULL DEFAULT '',
    CHECK (excellent > good AND good > completed)
) STRICT;
