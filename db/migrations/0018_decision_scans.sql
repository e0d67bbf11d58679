-- Bản quét quyết định đã ký: the signed decision as it was scanned, kept by its content.

CREATE TABLE decision_scan (
    decision   INTEGER NOT NULL REFERENCES decision (id),
    attachment TEXT NOT NULL REFERENCES attachment (sha256),
    title      TEXT NOT NULL CHECK (title <> ''),
    PRIMARY KEY (decision, attachment)
) STRICT;
