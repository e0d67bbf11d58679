-- One office, its registers, its cycles, and what came in and went out.
-- Points are integers ×100, money is đồng, dates are ISO text. Journal triggers are laid by the
-- migrator. AUTOINCREMENT where people quote the number: one that an undo took back is not given
-- to something else.

CREATE TABLE dataset (
    id          INTEGER PRIMARY KEY CHECK (id = 1),
    dataset_id  TEXT NOT NULL,
    form_key    TEXT NOT NULL,
    created_on  TEXT NOT NULL,
    is_practice INTEGER NOT NULL DEFAULT 0 CHECK (is_practice IN (0, 1))
) STRICT;

CREATE TABLE office (
    id                  INTEGER PRIMARY KEY CHECK (id = 1),
    chair               TEXT NOT NULL DEFAULT '',
    deputy              TEXT NOT NULL DEFAULT '',
    department_head     TEXT NOT NULL DEFAULT '',
    officer             TEXT NOT NULL DEFAULT '',
    signer_is_deputy    INTEGER NOT NULL DEFAULT 0 CHECK (signer_is_deputy IN (0, 1)),
    late_points_per_day INTEGER NOT NULL DEFAULT 50 CHECK (late_points_per_day >= 0),
    late_cap            INTEGER NOT NULL DEFAULT 300 CHECK (late_cap >= 0),
    commune_kind        TEXT CHECK (commune_kind IN ('xa', 'phuong', 'dac_khu')),
    commune_name        TEXT NOT NULL DEFAULT '',
    province            TEXT NOT NULL DEFAULT '',
    place_in_date       TEXT NOT NULL DEFAULT '',
    hamlet_word         TEXT NOT NULL DEFAULT '',
    movement            TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE adopted_plan (
    id         INTEGER PRIMARY KEY CHECK (id = 1),
    slug       TEXT NOT NULL,
    source     TEXT NOT NULL,
    adopted_on TEXT NOT NULL
) STRICT;

CREATE TABLE unit_group (
    code     TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    name     TEXT NOT NULL,
    audience TEXT NOT NULL,
    basis    TEXT NOT NULL CHECK (basis IN ('plan', 'proposal')),
    note     TEXT NOT NULL DEFAULT '',
    subject  TEXT NOT NULL CHECK (subject IN ('collective', 'individual', 'household', 'enterprise')),
    keywords TEXT NOT NULL
) STRICT;

CREATE TABLE unit (
    code          TEXT PRIMARY KEY,
    name          TEXT NOT NULL CHECK (name <> ''),
    match_key     TEXT NOT NULL,
    folded        TEXT NOT NULL,
    sort_key      TEXT NOT NULL,
    unit_group    TEXT NOT NULL REFERENCES unit_group (code),
    subject       TEXT NOT NULL CHECK (subject IN ('collective', 'enterprise')),
    cluster       TEXT NOT NULL DEFAULT '',
    head          TEXT NOT NULL DEFAULT '',
    people_total  INTEGER CHECK (people_total >= 0),
    people_female INTEGER CHECK (people_female >= 0),
    phone         TEXT NOT NULL DEFAULT '',
    valid_from    TEXT,
    valid_to      TEXT,
    CHECK (people_female IS NULL OR people_total IS NULL OR people_female <= people_total)
) STRICT;
CREATE UNIQUE INDEX unit_name ON unit (match_key) WHERE valid_to IS NULL;
CREATE INDEX unit_sorted ON unit (unit_group, sort_key);

CREATE TABLE person (
    code       TEXT PRIMARY KEY,
    full_name  TEXT NOT NULL CHECK (full_name <> ''),
    match_key  TEXT NOT NULL,
    folded     TEXT NOT NULL,
    sort_key   TEXT NOT NULL,
    subject    TEXT NOT NULL CHECK (subject IN ('individual', 'household')),
    unit       TEXT REFERENCES unit (code),
    position   TEXT NOT NULL DEFAULT '',
    birth_year INTEGER CHECK (birth_year BETWEEN 1900 AND 2100),
    gender     TEXT CHECK (gender IN ('male', 'female')),
    is_leader  INTEGER CHECK (is_leader IN (0, 1))
) STRICT;
CREATE INDEX person_name ON person (match_key);

CREATE TABLE cycle (
    id        TEXT PRIMARY KEY,
    kind      TEXT NOT NULL CHECK (kind IN ('half_year', 'annual', 'mid_term', 'final')),
    year      INTEGER NOT NULL CHECK (year BETWEEN 2025 AND 2035),
    opened_on TEXT NOT NULL,
    due_on    TEXT,
    closed_on TEXT,
    snapshot  TEXT,
    achievement_from TEXT NOT NULL,
    achievement_to   TEXT NOT NULL,
    UNIQUE (kind, year),
    CHECK (achievement_from <= achievement_to)
) STRICT;

CREATE TABLE criteria_set (
    id          INTEGER PRIMARY KEY,
    cycle       TEXT REFERENCES cycle (id),
    audience    TEXT NOT NULL,
    bonus_cap   INTEGER NOT NULL CHECK (bonus_cap >= 0),
    penalty_cap INTEGER NOT NULL CHECK (penalty_cap >= 0)
) STRICT;
CREATE UNIQUE INDEX criteria_set_of_cycle ON criteria_set (audience, coalesce(cycle, ''));

CREATE TABLE criterion (
    criteria_set      INTEGER NOT NULL REFERENCES criteria_set (id),
    code              TEXT NOT NULL,
    position          INTEGER NOT NULL,
    text              TEXT NOT NULL,
    max_points        INTEGER NOT NULL CHECK (max_points >= 0),
    method            TEXT NOT NULL CHECK (method IN
        ('manual', 'binary', 'ratio', 'steps', 'count_cap', 'level', 'sample')),
    role              TEXT NOT NULL CHECK (role IN ('standard', 'bonus', 'penalty')),
    content_area      TEXT NOT NULL DEFAULT '',
    requires_evidence INTEGER NOT NULL DEFAULT 0 CHECK (requires_evidence IN (0, 1)),
    params            TEXT NOT NULL DEFAULT '{}',
    PRIMARY KEY (criteria_set, code)
) STRICT;

CREATE TABLE quota (
    kind    TEXT NOT NULL CHECK (kind IN ('half_year', 'annual', 'mid_term', 'final')),
    award   TEXT NOT NULL,
    subject TEXT NOT NULL CHECK (subject IN ('collective', 'individual', 'household', 'enterprise')),
    maximum INTEGER CHECK (maximum >= 0),
    scope   TEXT NOT NULL CHECK (scope IN ('commune', 'province')),
    text    TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (kind, award, subject)
) STRICT;

CREATE TABLE attachment (
    sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
    size   INTEGER NOT NULL CHECK (size >= 0),
    name   TEXT NOT NULL
) STRICT;

CREATE TABLE issued_form (
    form_id    TEXT PRIMARY KEY,
    cycle      TEXT NOT NULL REFERENCES cycle (id),
    unit       TEXT NOT NULL REFERENCES unit (code),
    version    INTEGER NOT NULL CHECK (version >= 1),
    issued_on  TEXT NOT NULL,
    check_code TEXT NOT NULL,
    UNIQUE (cycle, unit, version)
) STRICT;

CREATE TABLE intake (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    cycle       TEXT NOT NULL REFERENCES cycle (id),
    file_name   TEXT NOT NULL,
    sha256      TEXT NOT NULL DEFAULT '',
    modified_at TEXT NOT NULL DEFAULT '',
    received_on TEXT NOT NULL,
    unit        TEXT REFERENCES unit (code),
    status      TEXT NOT NULL CHECK (status IN
        ('accepted', 'warned', 'rejected', 'superseded', 'unknown')),
    issues      TEXT NOT NULL DEFAULT '[]'
) STRICT;
CREATE INDEX intake_of_cycle ON intake (cycle, unit);

CREATE TABLE self_report (
    cycle       TEXT NOT NULL REFERENCES cycle (id),
    unit        TEXT NOT NULL REFERENCES unit (code),
    intake      INTEGER NOT NULL REFERENCES intake (id),
    received_on TEXT NOT NULL,
    file_name   TEXT NOT NULL,
    requests    TEXT NOT NULL DEFAULT '',
    highlights  TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (cycle, unit)
) STRICT;

CREATE TABLE self_report_line (
    cycle       TEXT NOT NULL,
    unit        TEXT NOT NULL,
    criterion   TEXT NOT NULL,
    position    INTEGER NOT NULL,
    points      INTEGER CHECK (points >= 0),
    explanation TEXT NOT NULL DEFAULT '',
    evidence    TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (cycle, unit, criterion),
    FOREIGN KEY (cycle, unit) REFERENCES self_report (cycle, unit)
) STRICT;

CREATE TABLE appraisal (
    cycle        TEXT NOT NULL REFERENCES cycle (id),
    unit         TEXT NOT NULL REFERENCES unit (code),
    criterion    TEXT NOT NULL,
    points       INTEGER NOT NULL CHECK (points >= 0),
    reason       TEXT NOT NULL,
    appraised_on TEXT NOT NULL,
    PRIMARY KEY (cycle, unit, criterion)
) STRICT;

CREATE TABLE proposal (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    cycle           TEXT NOT NULL REFERENCES cycle (id),
    award           TEXT NOT NULL,
    subject         TEXT NOT NULL CHECK (subject IN ('collective', 'individual', 'household', 'enterprise')),
    unit            TEXT REFERENCES unit (code),
    person          TEXT REFERENCES person (code),
    subject_name    TEXT NOT NULL,
    detail          TEXT NOT NULL DEFAULT '',
    achievement     TEXT NOT NULL,
    period_from     TEXT NOT NULL,
    period_to       TEXT NOT NULL,
    received_on     TEXT NOT NULL,
    override_reason TEXT NOT NULL DEFAULT '',
    confirmed       TEXT NOT NULL DEFAULT '[]',
    status          TEXT NOT NULL CHECK (status IN
        ('proposed', 'passed', 'not_passed', 'decided', 'withdrawn')),
    CHECK ((unit IS NULL) <> (person IS NULL)),
    CHECK (period_from <= period_to)
) STRICT;
CREATE INDEX proposal_of_cycle ON proposal (cycle, award);

CREATE TABLE council_session (
    id            TEXT PRIMARY KEY,
    cycle         TEXT NOT NULL REFERENCES cycle (id),
    held_on       TEXT NOT NULL,
    members_total INTEGER NOT NULL CHECK (members_total >= 1),
    present       INTEGER NOT NULL CHECK (present BETWEEN 0 AND members_total),
    written       INTEGER NOT NULL DEFAULT 0 CHECK (written BETWEEN 0 AND members_total - present)
) STRICT;

CREATE TABLE ballot (
    council_session TEXT NOT NULL REFERENCES council_session (id),
    proposal        INTEGER NOT NULL REFERENCES proposal (id),
    yes             INTEGER NOT NULL CHECK (yes >= 0),
    no              INTEGER NOT NULL CHECK (no >= 0),
    invalid         INTEGER NOT NULL CHECK (invalid >= 0),
    passed          INTEGER NOT NULL CHECK (passed IN (0, 1)),
    PRIMARY KEY (council_session, proposal)
) STRICT;

CREATE TABLE decision (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    council_session TEXT NOT NULL REFERENCES council_session (id),
    decided_on      TEXT NOT NULL,
    number          TEXT NOT NULL DEFAULT '',
    rule_pack       TEXT NOT NULL,
    base_salary     INTEGER NOT NULL CHECK (base_salary > 0)
) STRICT;

CREATE TABLE decided_award (
    decision    INTEGER NOT NULL REFERENCES decision (id),
    proposal    INTEGER NOT NULL UNIQUE REFERENCES proposal (id),
    coefficient INTEGER NOT NULL CHECK (coefficient > 0),
    amount      INTEGER NOT NULL CHECK (amount >= 0),
    PRIMARY KEY (decision, proposal)
) STRICT;

-- The journal: one operation is one commit; every changed row stands in `change` with its
-- state before and after. `open_operation` holds the operation under way: without it the
-- journal triggers refuse, so that no path can change data unrecorded.

CREATE TABLE operation (
    id     INTEGER PRIMARY KEY,
    at     TEXT NOT NULL,
    actor  TEXT NOT NULL,
    action TEXT NOT NULL,
    data   TEXT NOT NULL DEFAULT '{}',
    undoes INTEGER REFERENCES operation (id),
    hash   TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE open_operation (
    id        INTEGER PRIMARY KEY CHECK (id = 1),
    operation INTEGER NOT NULL REFERENCES operation (id)
) STRICT;

CREATE TABLE change (
    id         INTEGER PRIMARY KEY,
    operation  INTEGER NOT NULL REFERENCES operation (id),
    table_name TEXT NOT NULL,
    row_key    TEXT NOT NULL,
    before     TEXT,
    after      TEXT
) STRICT;
CREATE INDEX change_of_operation ON change (operation);
CREATE INDEX change_of_row ON change (table_name, row_key);

CREATE TRIGGER change_is_final_update BEFORE UPDATE ON change
BEGIN SELECT RAISE(ABORT, 'journal_is_final'); END;
CREATE TRIGGER change_is_final_delete BEFORE DELETE ON change
BEGIN SELECT RAISE(ABORT, 'journal_is_final'); END;
CREATE TRIGGER operation_is_final_delete BEFORE DELETE ON operation
BEGIN SELECT RAISE(ABORT, 'journal_is_final'); END;
CREATE TRIGGER operation_is_final_update BEFORE UPDATE ON operation WHEN OLD.hash <> ''
BEGIN SELECT RAISE(ABORT, 'journal_is_final'); END;
