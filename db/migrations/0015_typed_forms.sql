-- Nhập thay đơn vị: a form that came on paper, typed in by the office. What was typed stays as it
-- was typed: first as a draft that no power cut loses, then as the original of the report.

ALTER TABLE intake ADD COLUMN origin TEXT NOT NULL DEFAULT 'file'
    CHECK (origin IN ('file', 'paper'));

CREATE TABLE typed_form (
    cycle       TEXT NOT NULL REFERENCES cycle (id),
    unit        TEXT NOT NULL REFERENCES unit (code),
    received_on TEXT NOT NULL,
    typed_by    TEXT NOT NULL DEFAULT '',
    requests    TEXT NOT NULL DEFAULT '',
    highlights  TEXT NOT NULL DEFAULT '',
    scan        TEXT REFERENCES attachment (sha256),
    is_draft    INTEGER NOT NULL CHECK (is_draft IN (0, 1)),
    PRIMARY KEY (cycle, unit)
) STRICT;

CREATE TABLE typed_line (
    cycle       TEXT NOT NULL,
    unit        TEXT NOT NULL,
    criterion   TEXT NOT NULL,
    points      TEXT NOT NULL DEFAULT '',
    explanation TEXT NOT NULL DEFAULT '',
    evidence    TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (cycle, unit, criterion),
    FOREIGN KEY (cycle, unit) REFERENCES typed_form (cycle, unit)
) STRICT;
