-- Vi phạm làm hạ bậc xếp loại: what brings a unit's class down in a cycle, with the paper that says so.

CREATE TABLE violation (
    cycle       TEXT NOT NULL REFERENCES cycle (id),
    unit        TEXT NOT NULL REFERENCES unit (code),
    kind        TEXT NOT NULL CHECK (kind IN (
        'leader_reprimanded', 'leader_warned', 'leader_dismissed', 'corruption',
        'serious_disunity', 'criminal_handling', 'no_self_score'
    )),
    document    TEXT NOT NULL CHECK (document <> ''),
    recorded_on TEXT NOT NULL,
    PRIMARY KEY (cycle, unit, kind)
) STRICT;
