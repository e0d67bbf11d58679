-- Căn cứ pháp lý của cơ quan: rule packs that the office added from a file, and rules that it lets
-- go on past their last day, with the document that says so.

CREATE TABLE own_rule_pack (
    id       INTEGER PRIMARY KEY,
    code     TEXT NOT NULL UNIQUE CHECK (code <> ''),
    source   TEXT NOT NULL CHECK (source <> ''),
    added_on TEXT NOT NULL
) STRICT;

CREATE TABLE rule_extension (
    id              INTEGER PRIMARY KEY,
    valid_from      TEXT NOT NULL,
    valid_to        TEXT CHECK (valid_to IS NULL OR valid_to >= valid_from),
    document        TEXT NOT NULL CHECK (document <> ''),
    base_salary     INTEGER CHECK (base_salary IS NULL OR base_salary > 0),
    salary_document TEXT NOT NULL DEFAULT ''
) STRICT;
