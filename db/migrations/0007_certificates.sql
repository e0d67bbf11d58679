-- Giấy khen on pre-printed blanks: the office's own layouts, and of each giấy khen its number in
-- the golden register (sổ vàng) and wording of its own. Lengths are tenths of a millimetre, sizes
-- of type tenths of a point. How far a printer is off belongs to the machine, not to the data.

CREATE TABLE blank_layout (
    code   TEXT PRIMARY KEY CHECK (code <> ''),
    name   TEXT NOT NULL CHECK (name <> ''),
    width  INTEGER NOT NULL CHECK (width BETWEEN 500 AND 10000),
    height INTEGER NOT NULL CHECK (height BETWEEN 500 AND 10000),
    note   TEXT NOT NULL DEFAULT '',
    scan   TEXT REFERENCES attachment (sha256)
) STRICT;

CREATE TABLE blank_line (
    layout         TEXT NOT NULL REFERENCES blank_layout (code),
    field          TEXT NOT NULL CHECK (field IN
        ('giver', 'recipient', 'address', 'achievement', 'decision', 'decision_date',
         'golden_number', 'place_date', 'authority', 'signer')),
    position       INTEGER NOT NULL,
    x              INTEGER NOT NULL,
    y              INTEGER NOT NULL,
    width          INTEGER NOT NULL CHECK (width > 0),
    size           INTEGER NOT NULL CHECK (size > 0),
    smallest       INTEGER NOT NULL CHECK (smallest BETWEEN 1 AND size),
    pitch          INTEGER NOT NULL CHECK (pitch > 0),
    most_lines     INTEGER NOT NULL CHECK (most_lines >= 1),
    align          TEXT NOT NULL CHECK (align IN ('left', 'centre', 'right')),
    is_bold        INTEGER NOT NULL CHECK (is_bold IN (0, 1)),
    is_italic      INTEGER NOT NULL CHECK (is_italic IN (0, 1)),
    is_capital     INTEGER NOT NULL CHECK (is_capital IN (0, 1)),
    keeps_one_line INTEGER NOT NULL CHECK (keeps_one_line IN (0, 1)),
    grows_up       INTEGER NOT NULL CHECK (grows_up IN (0, 1)),
    before         TEXT NOT NULL DEFAULT '',
    is_shown       INTEGER NOT NULL CHECK (is_shown IN (0, 1)),
    PRIMARY KEY (layout, field)
) STRICT;

CREATE TABLE certificate (
    decision      INTEGER NOT NULL,
    proposal      INTEGER NOT NULL,
    golden_year   INTEGER CHECK (golden_year BETWEEN 2025 AND 2100),
    golden_number INTEGER CHECK (golden_number >= 1),
    recipient     TEXT NOT NULL DEFAULT '',
    address       TEXT NOT NULL DEFAULT '',
    achievement   TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (decision, proposal),
    FOREIGN KEY (decision, proposal) REFERENCES decided_award (decision, proposal),
    CHECK ((golden_year IS NULL) = (golden_number IS NULL))
) STRICT;
CREATE UNIQUE INDEX certificate_golden_number ON certificate (golden_year, golden_number);
