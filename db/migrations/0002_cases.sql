-- Vụ việc, kỷ luật, khen thưởng trước đây, sáng kiến: what only paper knew of a candidate until now.
-- Each concerns one unit or one person; earlier awards may be known by the recipient's name alone.

CREATE TABLE hold (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    unit       TEXT REFERENCES unit (code),
    person     TEXT REFERENCES person (code),
    kind       TEXT NOT NULL CHECK (kind IN
        ('discipline_review', 'investigation', 'inspection', 'complaint', 'press')),
    from_day   TEXT NOT NULL,
    document   TEXT NOT NULL CHECK (document <> ''),
    to_day     TEXT,
    conclusion TEXT NOT NULL DEFAULT '',
    CHECK ((unit IS NULL) <> (person IS NULL)),
    CHECK ((to_day IS NULL) = (conclusion = '')),
    CHECK (to_day >= from_day)
) STRICT;

CREATE TABLE discipline (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    unit     TEXT REFERENCES unit (code),
    person   TEXT REFERENCES person (code),
    form     TEXT NOT NULL CHECK (form <> ''),
    from_day TEXT NOT NULL,
    to_day   TEXT,
    document TEXT NOT NULL CHECK (document <> ''),
    CHECK ((unit IS NULL) <> (person IS NULL)),
    CHECK (to_day >= from_day)
) STRICT;

CREATE TABLE earlier_award (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    recipient    TEXT NOT NULL CHECK (recipient <> ''),
    subject      TEXT NOT NULL CHECK (subject IN ('collective', 'individual', 'household', 'enterprise')),
    unit         TEXT REFERENCES unit (code),
    person       TEXT REFERENCES person (code),
    award        TEXT NOT NULL DEFAULT '',
    name         TEXT NOT NULL CHECK (name <> ''),
    level        TEXT CHECK (level IN ('commune', 'province', 'state')),
    commendation TEXT CHECK (commendation IN ('cong_trang', 'dot_xuat', 'phong_trao', 'chuyen_de',
        'cong_hien', 'nien_han', 'doi_ngoai')),
    number       TEXT NOT NULL DEFAULT '',
    decided_on   TEXT,
    movement     TEXT NOT NULL DEFAULT '',
    achievement  TEXT NOT NULL DEFAULT '',
    period_from  TEXT,
    period_to    TEXT,
    CHECK (unit IS NULL OR person IS NULL),
    CHECK (period_to >= period_from)
) STRICT;

-- «Cùng người» or «khác người»: what the officer said of a name that looks alike.
CREATE TABLE recipient_word (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    earlier_award INTEGER NOT NULL REFERENCES earlier_award (id),
    unit          TEXT REFERENCES unit (code),
    person        TEXT REFERENCES person (code),
    is_same       INTEGER NOT NULL CHECK (is_same IN (0, 1)),
    CHECK ((unit IS NULL) <> (person IS NULL)),
    UNIQUE (earlier_award, unit),
    UNIQUE (earlier_award, person)
) STRICT;

CREATE TABLE initiative (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    unit          TEXT REFERENCES unit (code),
    person        TEXT REFERENCES person (code),
    name          TEXT NOT NULL CHECK (name <> ''),
    recognised_by TEXT NOT NULL DEFAULT '',
    number        TEXT NOT NULL DEFAULT '',
    recognised_on TEXT,
    CHECK ((unit IS NULL) <> (person IS NULL))
) STRICT;

CREATE TABLE initiative_use (
    proposal   INTEGER NOT NULL REFERENCES proposal (id),
    initiative INTEGER NOT NULL REFERENCES initiative (id),
    PRIMARY KEY (proposal, initiative)
) STRICT;

ALTER TABLE proposal ADD COLUMN commendation TEXT NOT NULL DEFAULT 'phong_trao'
    CHECK (commendation IN ('cong_trang', 'dot_xuat', 'phong_trao', 'chuyen_de', 'cong_hien',
        'nien_han', 'doi_ngoai'));
ALTER TABLE proposal ADD COLUMN denied TEXT NOT NULL DEFAULT '[]';
ALTER TABLE proposal ADD COLUMN cited TEXT NOT NULL DEFAULT '[]';
ALTER TABLE proposal ADD COLUMN maternity_leave INTEGER NOT NULL DEFAULT 0
    CHECK (maternity_leave IN (0, 1));
