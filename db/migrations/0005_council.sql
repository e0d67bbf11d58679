-- Hội đồng: its decision and members, who came to a session, how each award was voted on, and
-- what the province says of quorum and thresholds.

CREATE TABLE council_decision (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    number     TEXT NOT NULL DEFAULT '',
    decided_on TEXT NOT NULL,
    name       TEXT NOT NULL DEFAULT ''
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

-- What a session opened with plain numbers does not have.
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

-- Name, post, role and unit as they were on the day: minutes do not change with the register.
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

-- One award put to the vote in one session; the result on each proposal stands in `ballot`.
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

-- Paper ballots as they were keyed in; nobody's name stands on one.
CREATE TABLE ballot_sheet (
    council_session TEXT NOT NULL,
    award           TEXT NOT NULL,
    place           INTEGER NOT NULL CHECK (place >= 1),
    is_void         INTEGER NOT NULL CHECK (is_void IN (0, 1)),
    marks           TEXT NOT NULL,
    PRIMARY KEY (council_session, award, place),
    FOREIGN KEY (council_session, award) REFERENCES vote_round (council_session, award)
) STRICT;

CREATE TABLE chair_vote (
    council_session TEXT NOT NULL REFERENCES council_session (id),
    proposal        INTEGER NOT NULL REFERENCES proposal (id),
    is_yes          INTEGER NOT NULL CHECK (is_yes IN (0, 1)),
    PRIMARY KEY (council_session, proposal)
) STRICT;

-- The province's or the council's own rule, in place of the rule pack's; it says where it stands.
CREATE TABLE vote_rule (
    award             TEXT PRIMARY KEY,
    threshold_percent INTEGER CHECK (threshold_percent BETWEEN 1 AND 100),
    ballot_required   INTEGER NOT NULL CHECK (ballot_required IN (0, 1)),
    chair_breaks_tie  INTEGER NOT NULL CHECK (chair_breaks_tie IN (0, 1)),
    citation          TEXT NOT NULL CHECK (citation <> '')
) STRICT;

CREATE TABLE quorum_rule (
    id       INTEGER PRIMARY KEY CHECK (id = 1),
    parts    INTEGER NOT NULL CHECK (parts >= 1),
    of_parts INTEGER NOT NULL CHECK (of_parts >= parts),
    citation TEXT NOT NULL CHECK (citation <> '')
) STRICT;
