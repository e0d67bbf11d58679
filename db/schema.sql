-- Generated, do not edit: python -m thidua_desktop.storage.schema
-- What the migrations make of an empty database. Left out are the triggers that write the
-- journal, three for each table: they follow from its columns (storage/triggers.py).

CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);

CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");

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

CREATE TABLE adopted_plan (
    id         INTEGER PRIMARY KEY CHECK (id = 1),
    slug       TEXT NOT NULL,
    source     TEXT NOT NULL,
    adopted_on TEXT NOT NULL
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

CREATE TABLE attachment (
    sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
    size   INTEGER NOT NULL CHECK (size >= 0),
    name   TEXT NOT NULL
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

CREATE TABLE ballot_sheet (
    council_session TEXT NOT NULL,
    award           TEXT NOT NULL,
    place           INTEGER NOT NULL CHECK (place >= 1),
    is_void         INTEGER NOT NULL CHECK (is_void IN (0, 1)),
    marks           TEXT NOT NULL,
    PRIMARY KEY (council_session, award, place),
    FOREIGN KEY (council_session, award) REFERENCES vote_round (council_session, award)
) STRICT;

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

CREATE TABLE calendar_day (
    day  TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('off', 'working')),
    name TEXT NOT NULL
) STRICT;

CREATE TABLE cancellation (
    proposal    INTEGER PRIMARY KEY REFERENCES proposal (id),
    ground      TEXT NOT NULL CHECK (ground IN
        ('false_claim', 'false_papers', 'wrong_procedure', 'standard_not_met')),
    document    TEXT NOT NULL,
    number      TEXT NOT NULL DEFAULT '',
    decided_on  TEXT NOT NULL,
    received_on TEXT CHECK (received_on >= decided_on),
    returned_on TEXT CHECK (returned_on >= decided_on)
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

CREATE TABLE chair_vote (
    council_session TEXT NOT NULL REFERENCES council_session (id),
    proposal        INTEGER NOT NULL REFERENCES proposal (id),
    is_yes          INTEGER NOT NULL CHECK (is_yes IN (0, 1)),
    PRIMARY KEY (council_session, proposal)
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

CREATE TRIGGER change_is_final_delete BEFORE DELETE ON change
BEGIN SELECT RAISE(ABORT, 'journal_is_final'); END;

CREATE TRIGGER change_is_final_update BEFORE UPDATE ON change
BEGIN SELECT RAISE(ABORT, 'journal_is_final'); END;

CREATE TABLE class_levels (
    id        INTEGER PRIMARY KEY CHECK (id = 1),
    excellent INTEGER NOT NULL CHECK (excellent BETWEEN 0 AND 20000),
    good      INTEGER NOT NULL CHECK (good BETWEEN 0 AND 20000),
    completed INTEGER NOT NULL CHECK (completed BETWEEN 0 AND 20000),
    -- Whether one standard criterion at 0 points keeps a unit from the two upper classes.
    zero_bars INTEGER NOT NULL CHECK (zero_bars IN (0, 1)),
    document  TEXT NOT NULL DEFAULT '', tie_order TEXT NOT NULL DEFAULT '',
    CHECK (excellent > good AND good > completed)
) STRICT;

CREATE TABLE council_decision (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    number     TEXT NOT NULL DEFAULT '',
    decided_on TEXT NOT NULL,
    name       TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE council_figure (
    cycle     TEXT NOT NULL,
    unit      TEXT NOT NULL,
    criterion TEXT NOT NULL,
    points    INTEGER NOT NULL CHECK (points >= 0),
    reason    TEXT NOT NULL DEFAULT '',
    given_on  TEXT NOT NULL,
    PRIMARY KEY (cycle, unit, criterion),
    -- The council judges what was appraised: without an appraisal there is nothing to differ from.
    FOREIGN KEY (cycle, unit, criterion) REFERENCES appraisal (cycle, unit, criterion)
) STRICT;

CREATE TABLE council_member (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    name       TEXT NOT NULL CHECK (name <> ''),
    post       TEXT NOT NULL DEFAULT '',
    role       TEXT NOT NULL CHECK (role IN ('chair', 'deputy', 'standing', 'secretary', 'member')),
    field      TEXT NOT NULL DEFAULT '',
    area       TEXT NOT NULL DEFAULT '',
    unit       TEXT REFERENCES unit (code),
    valid_from TEXT,
    valid_to   TEXT,
    CHECK (valid_from IS NULL OR valid_to IS NULL OR valid_from <= valid_to)
) STRICT;

CREATE TABLE council_session (
    id            TEXT PRIMARY KEY,
    cycle         TEXT NOT NULL REFERENCES cycle (id),
    held_on       TEXT NOT NULL,
    members_total INTEGER NOT NULL CHECK (members_total >= 1),
    present       INTEGER NOT NULL CHECK (present BETWEEN 0 AND members_total),
    written       INTEGER NOT NULL DEFAULT 0 CHECK (written BETWEEN 0 AND members_total - present)
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

CREATE TABLE cycle_addendum (
    cycle       TEXT NOT NULL REFERENCES cycle (id),
    number      INTEGER NOT NULL CHECK (number > 0),
    closed_on   TEXT NOT NULL,
    reopened_on TEXT NOT NULL,
    reason      TEXT NOT NULL CHECK (reason <> ''),
    snapshot    TEXT NOT NULL,
    PRIMARY KEY (cycle, number)
) STRICT;

CREATE TABLE dataset (
    id          INTEGER PRIMARY KEY CHECK (id = 1),
    dataset_id  TEXT NOT NULL,
    form_key    TEXT NOT NULL,
    created_on  TEXT NOT NULL,
    is_practice INTEGER NOT NULL DEFAULT 0 CHECK (is_practice IN (0, 1))
) STRICT;

CREATE TABLE decided_award (
    decision    INTEGER NOT NULL REFERENCES decision (id),
    proposal    INTEGER NOT NULL UNIQUE REFERENCES proposal (id),
    coefficient INTEGER NOT NULL CHECK (coefficient > 0),
    amount      INTEGER NOT NULL CHECK (amount >= 0),
    PRIMARY KEY (decision, proposal)
) STRICT;

CREATE TABLE decision (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    council_session TEXT NOT NULL REFERENCES council_session (id),
    decided_on      TEXT NOT NULL,
    number          TEXT NOT NULL DEFAULT '',
    rule_pack       TEXT NOT NULL,
    base_salary     INTEGER NOT NULL CHECK (base_salary > 0)
) STRICT;

CREATE TABLE decision_record (
    decision INTEGER PRIMARY KEY REFERENCES decision (id),
    signer   TEXT NOT NULL DEFAULT '',
    note     TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE decision_scan (
    decision   INTEGER NOT NULL REFERENCES decision (id),
    attachment TEXT NOT NULL REFERENCES attachment (sha256),
    title      TEXT NOT NULL CHECK (title <> ''),
    PRIMARY KEY (decision, attachment)
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

CREATE TABLE dossier_mark (
    proposal   INTEGER NOT NULL REFERENCES proposal (id),
    part       TEXT NOT NULL CHECK (part <> ''),
    is_there   INTEGER NOT NULL CHECK (is_there IN (0, 1)),
    note       TEXT NOT NULL DEFAULT '',
    attachment TEXT REFERENCES attachment (sha256),
    marked_on  TEXT NOT NULL,
    PRIMARY KEY (proposal, part)
) STRICT;

CREATE TABLE dossier_release (
    id          INTEGER PRIMARY KEY,
    cycle       TEXT NOT NULL REFERENCES cycle (id),
    released_on TEXT NOT NULL,
    unfinished  INTEGER NOT NULL CHECK (unfinished > 0),
    despite     TEXT NOT NULL CHECK (despite <> '')
) STRICT;

CREATE TABLE dossier_rule (
    award    TEXT NOT NULL CHECK (award <> ''),
    part     TEXT NOT NULL CHECK (part <> ''),
    need     TEXT NOT NULL CHECK (need IN ('needed', 'if_any', 'not_needed')),
    text     TEXT NOT NULL CHECK (text <> ''),
    citation TEXT NOT NULL CHECK (citation <> ''),
    PRIMARY KEY (award, part)
) STRICT;

CREATE TABLE drawn_line (
    cycle       TEXT NOT NULL REFERENCES cycle (id),
    award       TEXT NOT NULL,
    subject     TEXT NOT NULL CHECK (subject IN ('collective', 'individual', 'household', 'enterprise')),
    places      INTEGER CHECK (places >= 0),
    reason      TEXT NOT NULL DEFAULT '',
    women_first INTEGER NOT NULL DEFAULT 0 CHECK (women_first IN (0, 1)),
    PRIMARY KEY (cycle, award, subject)
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

CREATE TABLE evidence (
    cycle      TEXT NOT NULL REFERENCES cycle (id),
    unit       TEXT NOT NULL REFERENCES unit (code),
    criterion  TEXT NOT NULL,
    attachment TEXT NOT NULL REFERENCES attachment (sha256),
    title      TEXT NOT NULL CHECK (title <> ''), is_named INTEGER NOT NULL DEFAULT 0 CHECK (is_named IN (0, 1)),
    PRIMARY KEY (cycle, unit, criterion, attachment)
) STRICT;

CREATE INDEX evidence_of_attachment ON evidence (attachment);

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

CREATE TABLE finding_limit (
    code  TEXT NOT NULL PRIMARY KEY
        CHECK (code IN ('like_words', 'like_percent', 'like_run', 'common_units', 'jump_total',
                        'jump_percent', 'jump_points', 'overrated', 'near_tie')),
    value INTEGER NOT NULL CHECK (value >= 0)
) STRICT;

CREATE TABLE finding_review (
    cycle       TEXT NOT NULL REFERENCES cycle (id),
    unit        TEXT NOT NULL REFERENCES unit (code),
    kind        TEXT NOT NULL
        CHECK (kind IN ('like_other', 'like_last_year', 'jump', 'overrated', 'near_tie')),
    -- Empty where it concerns the whole unit.
    criterion   TEXT NOT NULL DEFAULT '',
    -- The other unit, the award or the class that it is about.
    about       TEXT NOT NULL DEFAULT '',
    -- What was told when it was looked at: when it says otherwise, it is open again.
    seen        TEXT NOT NULL CHECK (seen <> ''),
    note        TEXT NOT NULL DEFAULT '',
    reviewed_on TEXT NOT NULL,
    PRIMARY KEY (cycle, unit, kind, criterion, about)
) STRICT;

CREATE TABLE fund_spending (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    kind     TEXT NOT NULL CHECK (kind IN ('goods', 'organising', 'other')),
    spent_on TEXT NOT NULL,
    amount   INTEGER NOT NULL CHECK (amount > 0),
    content  TEXT NOT NULL CHECK (content <> ''),
    document TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE fund_year (
    year             INTEGER PRIMARY KEY CHECK (year BETWEEN 2000 AND 2100),
    budget           INTEGER NOT NULL DEFAULT 0 CHECK (budget >= 0),
    other_income     INTEGER NOT NULL DEFAULT 0 CHECK (other_income >= 0),
    regular_spending INTEGER NOT NULL DEFAULT 0 CHECK (regular_spending >= 0),
    area             TEXT CHECK (area IN ('plain', 'mountain'))
) STRICT;

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
, origin TEXT NOT NULL DEFAULT 'file'
    CHECK (origin IN ('file', 'paper'))) STRICT;

CREATE INDEX intake_of_cycle ON intake (cycle, unit);

CREATE TABLE issued_form (
    form_id    TEXT PRIMARY KEY,
    cycle      TEXT NOT NULL REFERENCES cycle (id),
    unit       TEXT NOT NULL REFERENCES unit (code),
    version    INTEGER NOT NULL CHECK (version >= 1),
    issued_on  TEXT NOT NULL,
    check_code TEXT NOT NULL,
    UNIQUE (cycle, unit, version)
) STRICT;

CREATE TABLE keyed_ballot (
    council_session TEXT NOT NULL REFERENCES council_session (id),
    award           TEXT NOT NULL CHECK (award <> ''),
    place           INTEGER NOT NULL CHECK (place >= 1),
    is_void         INTEGER NOT NULL CHECK (is_void IN (0, 1)),
    marks           TEXT NOT NULL,
    PRIMARY KEY (council_session, award, place)
) STRICT;

CREATE TABLE list_choice (
    cycle   TEXT NOT NULL REFERENCES cycle (id),
    award   TEXT NOT NULL,
    subject TEXT NOT NULL CHECK (subject IN ('collective', 'individual', 'household', 'enterprise')),
    code    TEXT NOT NULL,
    choice  TEXT NOT NULL CHECK (choice IN ('taken_in', 'left_out')),
    reason  TEXT NOT NULL CHECK (reason <> ''),
    PRIMARY KEY (cycle, award, code)
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
, filing TEXT NOT NULL DEFAULT '') STRICT;

CREATE TABLE open_operation (
    id        INTEGER PRIMARY KEY CHECK (id = 1),
    operation INTEGER NOT NULL REFERENCES operation (id)
) STRICT;

CREATE TABLE operation (
    id     INTEGER PRIMARY KEY,
    at     TEXT NOT NULL,
    actor  TEXT NOT NULL,
    action TEXT NOT NULL,
    data   TEXT NOT NULL DEFAULT '{}',
    undoes INTEGER REFERENCES operation (id),
    hash   TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TRIGGER operation_is_final_delete BEFORE DELETE ON operation
BEGIN SELECT RAISE(ABORT, 'journal_is_final'); END;

CREATE TRIGGER operation_is_final_update BEFORE UPDATE ON operation WHEN OLD.hash <> ''
BEGIN SELECT RAISE(ABORT, 'journal_is_final'); END;

CREATE TABLE own_rule_pack (
    id       INTEGER PRIMARY KEY,
    code     TEXT NOT NULL UNIQUE CHECK (code <> ''),
    source   TEXT NOT NULL CHECK (source <> ''),
    added_on TEXT NOT NULL
) STRICT;

CREATE TABLE participants (
    cycle   TEXT NOT NULL REFERENCES cycle (id),
    subject TEXT NOT NULL CHECK (subject IN ('collective', 'individual', 'household', 'enterprise')),
    number  INTEGER NOT NULL CHECK (number >= 0),
    PRIMARY KEY (cycle, subject)
) STRICT;

CREATE TABLE payment (
    proposal INTEGER PRIMARY KEY REFERENCES proposal (id),
    kind     TEXT NOT NULL CHECK (kind IN ('money', 'gift')),
    paid_on  TEXT NOT NULL,
    receiver TEXT NOT NULL DEFAULT '',
    amount   INTEGER NOT NULL CHECK (amount >= 0),
    gift     TEXT NOT NULL DEFAULT '',
    CHECK (kind = 'money' OR gift <> '')
) STRICT;

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
        ('proposed', 'passed', 'not_passed', 'decided', 'withdrawn')), commendation TEXT NOT NULL DEFAULT 'phong_trao'
    CHECK (commendation IN ('cong_trang', 'dot_xuat', 'phong_trao', 'chuyen_de', 'cong_hien',
        'nien_han', 'doi_ngoai')), denied TEXT NOT NULL DEFAULT '[]', cited TEXT NOT NULL DEFAULT '[]', maternity_leave INTEGER NOT NULL DEFAULT 0
    CHECK (maternity_leave IN (0, 1)),
    CHECK ((unit IS NULL) <> (person IS NULL)),
    CHECK (period_from <= period_to)
) STRICT;

CREATE INDEX proposal_of_cycle ON proposal (cycle, award);

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

CREATE TABLE quorum_rule (
    id       INTEGER PRIMARY KEY CHECK (id = 1),
    parts    INTEGER NOT NULL CHECK (parts >= 1),
    of_parts INTEGER NOT NULL CHECK (of_parts >= parts),
    citation TEXT NOT NULL CHECK (citation <> '')
) STRICT;

CREATE TABLE quota (
    kind    TEXT NOT NULL CHECK (kind IN ('half_year', 'annual', 'mid_term', 'final')),
    award   TEXT NOT NULL,
    subject TEXT NOT NULL CHECK (subject IN ('collective', 'individual', 'household', 'enterprise')),
    maximum INTEGER CHECK (maximum >= 0),
    scope   TEXT NOT NULL CHECK (scope IN ('commune', 'province')),
    text    TEXT NOT NULL DEFAULT '', formula TEXT NOT NULL DEFAULT 'absolute_by_type'
    CHECK (formula IN ('absolute_by_type', 'absolute_combined', 'percent_of_participants')), shared_with TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (kind, award, subject)
) STRICT;

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

CREATE TABLE referral (
    proposal   INTEGER PRIMARY KEY REFERENCES proposal (id),
    state      TEXT NOT NULL CHECK (state IN ('sent', 'decided', 'refused')),
    sent_on    TEXT,
    document   TEXT NOT NULL DEFAULT '',
    decided_on TEXT,
    number     TEXT NOT NULL DEFAULT '',
    decider    TEXT NOT NULL DEFAULT '',
    note       TEXT NOT NULL DEFAULT '',
    CHECK (state <> 'decided' OR decided_on IS NOT NULL)
) STRICT;

CREATE TABLE request_answer (
    cycle      TEXT NOT NULL REFERENCES cycle (id),
    unit       TEXT NOT NULL REFERENCES unit (code),
    status     TEXT NOT NULL CHECK (status IN ('open', 'forwarded', 'answered')),
    -- What was asked when it was answered: a report that comes again may ask otherwise.
    asked      TEXT NOT NULL CHECK (asked <> ''),
    answer     TEXT NOT NULL DEFAULT '',
    changed_on TEXT NOT NULL,
    PRIMARY KEY (cycle, unit),
    CHECK (status = 'open' OR answer <> '')
) STRICT;

CREATE TABLE rule_extension (
    id              INTEGER PRIMARY KEY,
    valid_from      TEXT NOT NULL,
    valid_to        TEXT CHECK (valid_to IS NULL OR valid_to >= valid_from),
    document        TEXT NOT NULL CHECK (document <> ''),
    base_salary     INTEGER CHECK (base_salary IS NULL OR base_salary > 0),
    salary_document TEXT NOT NULL DEFAULT ''
) STRICT;

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

CREATE TABLE session_attendance (
    council_session TEXT NOT NULL REFERENCES council_session (id),
    member          INTEGER NOT NULL REFERENCES council_member (id),
    name            TEXT NOT NULL,
    post            TEXT NOT NULL,
    role            TEXT NOT NULL CHECK (role IN ('chair', 'deputy', 'standing', 'secretary', 'member')),
    unit            TEXT,
    presence        TEXT NOT NULL CHECK (presence IN ('present', 'absent', 'written')),
    reason          TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (council_session, member)
) STRICT;

CREATE TABLE session_record (
    council_session TEXT PRIMARY KEY REFERENCES council_session (id),
    mode            TEXT NOT NULL CHECK (mode IN ('meeting', 'in_writing')),
    began_at        TEXT NOT NULL DEFAULT '',
    ended_at        TEXT NOT NULL DEFAULT '',
    place           TEXT NOT NULL DEFAULT '',
    chair           TEXT NOT NULL DEFAULT '',
    secretary       TEXT NOT NULL DEFAULT '',
    council         TEXT NOT NULL DEFAULT '',
    discussion      TEXT NOT NULL DEFAULT ''
) STRICT;

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

CREATE TABLE unit_event (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    kind        TEXT NOT NULL CHECK (kind IN ('renamed', 'merged', 'split', 'ended')),
    happened_on TEXT NOT NULL,
    document    TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE unit_event_part (
    unit_event INTEGER NOT NULL REFERENCES unit_event (id),
    side       TEXT NOT NULL CHECK (side IN ('before', 'after')),
    unit       TEXT NOT NULL REFERENCES unit (code),
    name       TEXT NOT NULL CHECK (name <> ''),
    PRIMARY KEY (unit_event, side, unit)
) STRICT;

CREATE INDEX unit_event_of_unit ON unit_event_part (unit);

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

CREATE TABLE violation (
    cycle       TEXT NOT NULL REFERENCES cycle (id),
    unit        TEXT NOT NULL REFERENCES unit (code),
    kind        TEXT NOT NULL CHECK (kind IN (
        'leader_reprimanded', 'leader_warned', 'leader_dismissed', 'corruption',
        'serious_disunity', 'criminal_handling', 'no_self_score'
    )),
    document    TEXT NOT NULL CHECK (document <> ''),
    recorded_on TEXT NOT NULL,
    PRIMARY KEY (cycle, unit, kind)
) STRICT;

CREATE TABLE vote_round (
    council_session TEXT NOT NULL REFERENCES council_session (id),
    award           TEXT NOT NULL,
    method          TEXT NOT NULL CHECK (method IN ('ballot', 'hands')),
    issued          INTEGER NOT NULL CHECK (issued >= 0),
    returned        INTEGER NOT NULL CHECK (returned BETWEEN 0 AND issued),
    void            INTEGER NOT NULL CHECK (void BETWEEN 0 AND returned),
    head_teller     TEXT NOT NULL DEFAULT '',
    tellers         TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (council_session, award)
) STRICT;

CREATE TABLE vote_rule (
    award             TEXT PRIMARY KEY,
    threshold_percent INTEGER CHECK (threshold_percent BETWEEN 1 AND 100),
    ballot_required   INTEGER NOT NULL CHECK (ballot_required IN (0, 1)),
    chair_breaks_tie  INTEGER NOT NULL CHECK (chair_breaks_tie IN (0, 1)),
    citation          TEXT NOT NULL CHECK (citation <> '')
) STRICT;
