-- Tệp minh chứng: files that prove what a unit says, each tied to a criterion (empty: to the whole
-- form). The content lies in the vault once, however many links there are; who linked it and when
-- the journal tells.

CREATE TABLE evidence (
    cycle      TEXT NOT NULL REFERENCES cycle (id),
    unit       TEXT NOT NULL REFERENCES unit (code),
    criterion  TEXT NOT NULL,
    attachment TEXT NOT NULL REFERENCES attachment (sha256),
    title      TEXT NOT NULL CHECK (title <> ''),
    PRIMARY KEY (cycle, unit, criterion, attachment)
) STRICT;
CREATE INDEX evidence_of_attachment ON evidence (attachment);
