-- Cửa kiểm tra hồ sơ: what the officer says of a dossier's parts, and what the province asks.

CREATE TABLE dossier_mark (
    proposal   INTEGER NOT NULL REFERENCES proposal (id),
    part       TEXT NOT NULL CHECK (part <> ''),
    is_there   INTEGER NOT NULL CHECK (is_there IN (0, 1)),
    note       TEXT NOT NULL DEFAULT '',
    attachment TEXT REFERENCES attachment (sha256),
    marked_on  TEXT NOT NULL,
    PRIMARY KEY (proposal, part)
) STRICT;

-- The province sets dossiers below State level (NĐ 152/2025/NĐ-CP Điều 6.2): each line names where.
CREATE TABLE dossier_rule (
    award    TEXT NOT NULL CHECK (award <> ''),
    part     TEXT NOT NULL CHECK (part <> ''),
    need     TEXT NOT NULL CHECK (need IN ('needed', 'if_any', 'not_needed')),
    text     TEXT NOT NULL CHECK (text <> ''),
    citation TEXT NOT NULL CHECK (citation <> ''),
    PRIMARY KEY (award, part)
) STRICT;
