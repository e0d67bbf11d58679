-- Biểu của tỉnh: how the province's own workbooks are filled. The workbook itself lies in the vault;
-- rows and columns are counted from 0. A choice is an officer's word that one of our values stands
-- for an entry of the province's list; an empty entry leaves the cell empty.

CREATE TABLE province_profile (
    name      TEXT PRIMARY KEY CHECK (name <> ''),
    file      TEXT NOT NULL REFERENCES attachment (sha256),
    file_name TEXT NOT NULL CHECK (file_name <> ''),
    note      TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE province_profile_area (
    profile   TEXT NOT NULL REFERENCES province_profile (name),
    position  INTEGER NOT NULL CHECK (position >= 0),
    sheet     TEXT NOT NULL CHECK (sheet <> ''),
    first_row INTEGER NOT NULL CHECK (first_row >= 0),
    last_row  INTEGER CHECK (last_row >= first_row),
    rows_of   TEXT NOT NULL CHECK (rows_of IN ('proposals', 'passed', 'decided', 'units', 'people')),
    subjects  TEXT NOT NULL DEFAULT '',
    award     TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (profile, position)
) STRICT;

CREATE TABLE province_profile_column (
    profile       TEXT NOT NULL,
    position      INTEGER NOT NULL,
    column_number INTEGER NOT NULL CHECK (column_number >= 0),
    title         TEXT NOT NULL DEFAULT '',
    state         TEXT NOT NULL CHECK (state IN ('matched', 'to_choose', 'empty', 'formula')),
    field         TEXT NOT NULL DEFAULT '',
    constant      TEXT NOT NULL DEFAULT '',
    catalogue     TEXT NOT NULL DEFAULT '',
    writes_code   INTEGER NOT NULL DEFAULT 0 CHECK (writes_code IN (0, 1)),
    is_required   INTEGER NOT NULL DEFAULT 0 CHECK (is_required IN (0, 1)),
    PRIMARY KEY (profile, position, column_number),
    FOREIGN KEY (profile, position) REFERENCES province_profile_area (profile, position)
) STRICT;

CREATE TABLE province_profile_choice (
    profile       TEXT NOT NULL,
    position      INTEGER NOT NULL,
    column_number INTEGER NOT NULL,
    ours          TEXT NOT NULL CHECK (ours <> ''),
    theirs        TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (profile, position, column_number, ours),
    FOREIGN KEY (profile, position, column_number)
        REFERENCES province_profile_column (profile, position, column_number)
) STRICT;

CREATE TABLE province_profile_cell (
    profile       TEXT NOT NULL REFERENCES province_profile (name),
    sheet         TEXT NOT NULL CHECK (sheet <> ''),
    row_number    INTEGER NOT NULL CHECK (row_number >= 0),
    column_number INTEGER NOT NULL CHECK (column_number >= 0),
    field         TEXT NOT NULL CHECK (field <> ''),
    constant      TEXT NOT NULL DEFAULT '',
    before        TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (profile, sheet, row_number, column_number)
) STRICT;
