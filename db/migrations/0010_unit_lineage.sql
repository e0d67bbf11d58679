-- Đơn vị qua thời gian: renamed, merged, split, ended. Scores stay with the unit of their day;
-- who looks for a unit's past finds it along these events.

CREATE TABLE unit_event (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    kind        TEXT NOT NULL CHECK (kind IN ('renamed', 'merged', 'split', 'ended')),
    happened_on TEXT NOT NULL,
    document    TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE unit_event_part (
    unit_event INTEGER NOT NULL REFERENCES unit_event (id),
    side       TEXT NOT NULL CHECK (side IN ('before', 'after')),
    unit       TEXT NOT NULL REFERENCES unit (code),
    name       TEXT NOT NULL CHECK (name <> ''),
    PRIMARY KEY (unit_event, side, unit)
) STRICT;
CREATE INDEX unit_event_of_unit ON unit_event_part (unit);
