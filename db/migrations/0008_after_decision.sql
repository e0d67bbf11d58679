-- After the decision: what the register of decisions keeps, awards from above the commune, bonuses
-- given out, awards cancelled, the year's fund, and the days that are not what their weekday says.
-- Money in đồng. A proposal's own status stays as the council left it; what came later stands here.

CREATE TABLE decision_record (
    decision INTEGER PRIMARY KEY REFERENCES decision (id),
    signer   TEXT NOT NULL DEFAULT '',
    note     TEXT NOT NULL DEFAULT ''
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

CREATE TABLE payment (
    proposal INTEGER PRIMARY KEY REFERENCES proposal (id),
    kind     TEXT NOT NULL CHECK (kind IN ('money', 'gift')),
    paid_on  TEXT NOT NULL,
    receiver TEXT NOT NULL DEFAULT '',
    amount   INTEGER NOT NULL CHECK (amount >= 0),
    gift     TEXT NOT NULL DEFAULT '',
    CHECK (kind = 'money' OR gift <> '')
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

CREATE TABLE fund_year (
    year             INTEGER PRIMARY KEY CHECK (year BETWEEN 2000 AND 2100),
    budget           INTEGER NOT NULL DEFAULT 0 CHECK (budget >= 0),
    other_income     INTEGER NOT NULL DEFAULT 0 CHECK (other_income >= 0),
    regular_spending INTEGER NOT NULL DEFAULT 0 CHECK (regular_spending >= 0),
    area             TEXT CHECK (area IN ('plain', 'mountain'))
) STRICT;

CREATE TABLE fund_spending (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    kind     TEXT NOT NULL CHECK (kind IN ('goods', 'organising', 'other')),
    spent_on TEXT NOT NULL,
    amount   INTEGER NOT NULL CHECK (amount > 0),
    content  TEXT NOT NULL CHECK (content <> ''),
    document TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE calendar_day (
    day  TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('off', 'working')),
    name TEXT NOT NULL
) STRICT;
