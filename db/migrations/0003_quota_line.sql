-- Cách tính số lượng, and what the officer decided about single candidates of the list.

ALTER TABLE quota ADD COLUMN formula TEXT NOT NULL DEFAULT 'absolute_by_type'
    CHECK (formula IN ('absolute_by_type', 'absolute_combined', 'percent_of_participants'));
ALTER TABLE quota ADD COLUMN shared_with TEXT NOT NULL DEFAULT '';

CREATE TABLE list_choice (
    cycle   TEXT NOT NULL REFERENCES cycle (id),
    award   TEXT NOT NULL,
    subject TEXT NOT NULL CHECK (subject IN ('collective', 'individual', 'household', 'enterprise')),
    code    TEXT NOT NULL,
    choice  TEXT NOT NULL CHECK (choice IN ('taken_in', 'left_out')),
    reason  TEXT NOT NULL CHECK (reason <> ''),
    PRIMARY KEY (cycle, award, code)
) STRICT;
