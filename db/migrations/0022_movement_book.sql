-- Sổ phong trào: điển hình, mô hình, cách làm hay; kiểm tra, giám sát; tập huấn, hội thi, khảo sát.

CREATE TABLE exemplar (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    kind     TEXT NOT NULL CHECK (kind IN ('exemplar', 'model', 'practice')),
    unit     TEXT REFERENCES unit (code),
    person   TEXT REFERENCES person (code),
    name     TEXT NOT NULL CHECK (name <> ''),
    noted_on TEXT NOT NULL,
    result   TEXT NOT NULL DEFAULT '',
    spread   TEXT NOT NULL DEFAULT '',
    CHECK ((unit IS NULL) <> (person IS NULL))
) STRICT;

-- Names stand one to a line.
CREATE TABLE inspection (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    unit        TEXT NOT NULL REFERENCES unit (code),
    held_on     TEXT NOT NULL,
    place       TEXT NOT NULL DEFAULT '',
    inspectors  TEXT NOT NULL DEFAULT '',
    hosts       TEXT NOT NULL DEFAULT '',
    strengths   TEXT NOT NULL DEFAULT '',
    weaknesses  TEXT NOT NULL DEFAULT '',
    requests    TEXT NOT NULL DEFAULT '',
    conclusion  TEXT NOT NULL DEFAULT '',
    remedy_by   TEXT,
    remedied_on TEXT,
    CHECK (remedy_by >= held_on),
    CHECK (remedied_on >= held_on),
    CHECK (remedied_on IS NULL OR remedy_by IS NOT NULL)
) STRICT;

CREATE TABLE activity (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    kind      TEXT NOT NULL CHECK (kind IN ('training', 'contest', 'campaign', 'it_survey')),
    name      TEXT NOT NULL CHECK (name <> ''),
    held_on   TEXT NOT NULL,
    place     TEXT NOT NULL DEFAULT '',
    organiser TEXT NOT NULL DEFAULT '',
    people    INTEGER CHECK (people >= 0),
    result    TEXT NOT NULL DEFAULT '',
    document  TEXT NOT NULL DEFAULT ''
) STRICT;
