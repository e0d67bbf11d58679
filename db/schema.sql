-- Generated, do not edit: python -m thidua_desktop.storage.schema
-- What the migrations make of an empty database, the journal's triggers included.

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

CREATE TRIGGER journal_activity_delete AFTER DELETE ON activity
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'activity',
        '[' || coalesce(OLD."id", 'null') || ']',
        '{"id":' || coalesce(OLD."id", 'null') ||
        ',"kind":' || coalesce('"' || replace(replace(OLD."kind", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"name":' || coalesce('"' || replace(replace(OLD."name", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"held_on":' || coalesce('"' || replace(replace(OLD."held_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"place":' || coalesce('"' || replace(replace(OLD."place", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"organiser":' || coalesce('"' || replace(replace(OLD."organiser", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"people":' || coalesce(OLD."people", 'null') ||
        ',"result":' || coalesce('"' || replace(replace(OLD."result", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"document":' || coalesce('"' || replace(replace(OLD."document", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        NULL);
END;

CREATE TRIGGER journal_activity_insert AFTER INSERT ON activity
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'activity',
        '[' || coalesce(NEW."id", 'null') || ']',
        NULL,
        '{"id":' || coalesce(NEW."id", 'null') ||
        ',"kind":' || coalesce('"' || replace(replace(NEW."kind", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"name":' || coalesce('"' || replace(replace(NEW."name", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"held_on":' || coalesce('"' || replace(replace(NEW."held_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"place":' || coalesce('"' || replace(replace(NEW."place", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"organiser":' || coalesce('"' || replace(replace(NEW."organiser", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"people":' || coalesce(NEW."people", 'null') ||
        ',"result":' || coalesce('"' || replace(replace(NEW."result", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"document":' || coalesce('"' || replace(replace(NEW."document", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TRIGGER journal_activity_update AFTER UPDATE ON activity WHEN OLD."id" IS NOT NEW."id" OR
    OLD."kind" IS NOT NEW."kind" OR
    OLD."name" IS NOT NEW."name" OR
    OLD."held_on" IS NOT NEW."held_on" OR
    OLD."place" IS NOT NEW."place" OR
    OLD."organiser" IS NOT NEW."organiser" OR
    OLD."people" IS NOT NEW."people" OR
    OLD."result" IS NOT NEW."result" OR
    OLD."document" IS NOT NEW."document"
BEGIN
    SELECT RAISE(ABORT, 'key_is_final') WHERE OLD."id" IS NOT NEW."id";
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'activity',
        '[' || coalesce(OLD."id", 'null') || ']',
        '{"id":' || coalesce(OLD."id", 'null') ||
        ',"kind":' || coalesce('"' || replace(replace(OLD."kind", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"name":' || coalesce('"' || replace(replace(OLD."name", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"held_on":' || coalesce('"' || replace(replace(OLD."held_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"place":' || coalesce('"' || replace(replace(OLD."place", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"organiser":' || coalesce('"' || replace(replace(OLD."organiser", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"people":' || coalesce(OLD."people", 'null') ||
        ',"result":' || coalesce('"' || replace(replace(OLD."result", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"document":' || coalesce('"' || replace(replace(OLD."document", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        '{"id":' || coalesce(NEW."id", 'null') ||
        ',"kind":' || coalesce('"' || replace(replace(NEW."kind", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"name":' || coalesce('"' || replace(replace(NEW."name", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"held_on":' || coalesce('"' || replace(replace(NEW."held_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"place":' || coalesce('"' || replace(replace(NEW."place", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"organiser":' || coalesce('"' || replace(replace(NEW."organiser", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"people":' || coalesce(NEW."people", 'null') ||
        ',"result":' || coalesce('"' || replace(replace(NEW."result", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"document":' || coalesce('"' || replace(replace(NEW."document", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TABLE adopted_plan (
    id         INTEGER PRIMARY KEY CHECK (id = 1),
    slug       TEXT NOT NULL,
    source     TEXT NOT NULL,
    adopted_on TEXT NOT NULL
) STRICT;

CREATE TRIGGER journal_adopted_plan_delete AFTER DELETE ON adopted_plan
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'adopted_plan',
        '[' || coalesce(OLD."id", 'null') || ']',
        '{"id":' || coalesce(OLD."id", 'null') ||
        ',"slug":' || coalesce('"' || replace(replace(OLD."slug", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"source":' || coalesce('"' || replace(replace(OLD."source", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"adopted_on":' || coalesce('"' || replace(replace(OLD."adopted_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        NULL);
END;

CREATE TRIGGER journal_adopted_plan_insert AFTER INSERT ON adopted_plan
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'adopted_plan',
        '[' || coalesce(NEW."id", 'null') || ']',
        NULL,
        '{"id":' || coalesce(NEW."id", 'null') ||
        ',"slug":' || coalesce('"' || replace(replace(NEW."slug", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"source":' || coalesce('"' || replace(replace(NEW."source", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"adopted_on":' || coalesce('"' || replace(replace(NEW."adopted_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TRIGGER journal_adopted_plan_update AFTER UPDATE ON adopted_plan WHEN OLD."id" IS NOT NEW."id" OR
    OLD."slug" IS NOT NEW."slug" OR
    OLD."source" IS NOT NEW."source" OR
    OLD."adopted_on" IS NOT NEW."adopted_on"
BEGIN
    SELECT RAISE(ABORT, 'key_is_final') WHERE OLD."id" IS NOT NEW."id";
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'adopted_plan',
        '[' || coalesce(OLD."id", 'null') || ']',
        '{"id":' || coalesce(OLD."id", 'null') ||
        ',"slug":' || coalesce('"' || replace(replace(OLD."slug", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"source":' || coalesce('"' || replace(replace(OLD."source", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"adopted_on":' || coalesce('"' || replace(replace(OLD."adopted_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        '{"id":' || coalesce(NEW."id", 'null') ||
        ',"slug":' || coalesce('"' || replace(replace(NEW."slug", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"source":' || coalesce('"' || replace(replace(NEW."source", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"adopted_on":' || coalesce('"' || replace(replace(NEW."adopted_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TABLE appraisal (
    cycle        TEXT NOT NULL REFERENCES cycle (id),
    unit         TEXT NOT NULL REFERENCES unit (code),
    criterion    TEXT NOT NULL,
    points       INTEGER NOT NULL CHECK (points >= 0),
    reason       TEXT NOT NULL,
    appraised_on TEXT NOT NULL,
    PRIMARY KEY (cycle, unit, criterion)
) STRICT;

CREATE TRIGGER journal_appraisal_delete AFTER DELETE ON appraisal
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'appraisal',
        '[' || coalesce('"' || replace(replace(OLD."cycle", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(OLD."unit", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(OLD."criterion", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        '{"cycle":' || coalesce('"' || replace(replace(OLD."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(OLD."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"criterion":' || coalesce('"' || replace(replace(OLD."criterion", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"points":' || coalesce(OLD."points", 'null') ||
        ',"reason":' || coalesce('"' || replace(replace(OLD."reason", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"appraised_on":' || coalesce('"' || replace(replace(OLD."appraised_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        NULL);
END;

CREATE TRIGGER journal_appraisal_insert AFTER INSERT ON appraisal
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'appraisal',
        '[' || coalesce('"' || replace(replace(NEW."cycle", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(NEW."unit", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(NEW."criterion", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        NULL,
        '{"cycle":' || coalesce('"' || replace(replace(NEW."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(NEW."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"criterion":' || coalesce('"' || replace(replace(NEW."criterion", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"points":' || coalesce(NEW."points", 'null') ||
        ',"reason":' || coalesce('"' || replace(replace(NEW."reason", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"appraised_on":' || coalesce('"' || replace(replace(NEW."appraised_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TRIGGER journal_appraisal_update AFTER UPDATE ON appraisal WHEN OLD."cycle" IS NOT NEW."cycle" OR
    OLD."unit" IS NOT NEW."unit" OR
    OLD."criterion" IS NOT NEW."criterion" OR
    OLD."points" IS NOT NEW."points" OR
    OLD."reason" IS NOT NEW."reason" OR
    OLD."appraised_on" IS NOT NEW."appraised_on"
BEGIN
    SELECT RAISE(ABORT, 'key_is_final') WHERE OLD."cycle" IS NOT NEW."cycle" OR
    OLD."unit" IS NOT NEW."unit" OR
    OLD."criterion" IS NOT NEW."criterion";
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'appraisal',
        '[' || coalesce('"' || replace(replace(OLD."cycle", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(OLD."unit", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(OLD."criterion", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        '{"cycle":' || coalesce('"' || replace(replace(OLD."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(OLD."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"criterion":' || coalesce('"' || replace(replace(OLD."criterion", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"points":' || coalesce(OLD."points", 'null') ||
        ',"reason":' || coalesce('"' || replace(replace(OLD."reason", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"appraised_on":' || coalesce('"' || replace(replace(OLD."appraised_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        '{"cycle":' || coalesce('"' || replace(replace(NEW."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(NEW."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"criterion":' || coalesce('"' || replace(replace(NEW."criterion", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"points":' || coalesce(NEW."points", 'null') ||
        ',"reason":' || coalesce('"' || replace(replace(NEW."reason", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"appraised_on":' || coalesce('"' || replace(replace(NEW."appraised_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TABLE attachment (
    sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
    size   INTEGER NOT NULL CHECK (size >= 0),
    name   TEXT NOT NULL
) STRICT;

CREATE TRIGGER journal_attachment_delete AFTER DELETE ON attachment
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'attachment',
        '[' || coalesce('"' || replace(replace(OLD."sha256", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        '{"sha256":' || coalesce('"' || replace(replace(OLD."sha256", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"size":' || coalesce(OLD."size", 'null') ||
        ',"name":' || coalesce('"' || replace(replace(OLD."name", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        NULL);
END;

CREATE TRIGGER journal_attachment_insert AFTER INSERT ON attachment
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'attachment',
        '[' || coalesce('"' || replace(replace(NEW."sha256", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        NULL,
        '{"sha256":' || coalesce('"' || replace(replace(NEW."sha256", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"size":' || coalesce(NEW."size", 'null') ||
        ',"name":' || coalesce('"' || replace(replace(NEW."name", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TRIGGER journal_attachment_update AFTER UPDATE ON attachment WHEN OLD."sha256" IS NOT NEW."sha256" OR
    OLD."size" IS NOT NEW."size" OR
    OLD."name" IS NOT NEW."name"
BEGIN
    SELECT RAISE(ABORT, 'key_is_final') WHERE OLD."sha256" IS NOT NEW."sha256";
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'attachment',
        '[' || coalesce('"' || replace(replace(OLD."sha256", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        '{"sha256":' || coalesce('"' || replace(replace(OLD."sha256", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"size":' || coalesce(OLD."size", 'null') ||
        ',"name":' || coalesce('"' || replace(replace(OLD."name", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        '{"sha256":' || coalesce('"' || replace(replace(NEW."sha256", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"size":' || coalesce(NEW."size", 'null') ||
        ',"name":' || coalesce('"' || replace(replace(NEW."name", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TABLE ballot (
    council_session TEXT NOT NULL REFERENCES council_session (id),
    proposal        INTEGER NOT NULL REFERENCES proposal (id),
    yes             INTEGER NOT NULL CHECK (yes >= 0),
    no              INTEGER NOT NULL CHECK (no >= 0),
    invalid         INTEGER NOT NULL CHECK (invalid >= 0),
    passed          INTEGER NOT NULL CHECK (passed IN (0, 1)),
    PRIMARY KEY (council_session, proposal)
) STRICT;

CREATE TRIGGER journal_ballot_delete AFTER DELETE ON ballot
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'ballot',
        '[' || coalesce('"' || replace(replace(OLD."council_session", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce(OLD."proposal", 'null') || ']',
        '{"council_session":' || coalesce('"' || replace(replace(OLD."council_session", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"proposal":' || coalesce(OLD."proposal", 'null') ||
        ',"yes":' || coalesce(OLD."yes", 'null') ||
        ',"no":' || coalesce(OLD."no", 'null') ||
        ',"invalid":' || coalesce(OLD."invalid", 'null') ||
        ',"passed":' || coalesce(OLD."passed", 'null') ||
        '}',
        NULL);
END;

CREATE TRIGGER journal_ballot_insert AFTER INSERT ON ballot
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'ballot',
        '[' || coalesce('"' || replace(replace(NEW."council_session", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce(NEW."proposal", 'null') || ']',
        NULL,
        '{"council_session":' || coalesce('"' || replace(replace(NEW."council_session", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"proposal":' || coalesce(NEW."proposal", 'null') ||
        ',"yes":' || coalesce(NEW."yes", 'null') ||
        ',"no":' || coalesce(NEW."no", 'null') ||
        ',"invalid":' || coalesce(NEW."invalid", 'null') ||
        ',"passed":' || coalesce(NEW."passed", 'null') ||
        '}');
END;

CREATE TRIGGER journal_ballot_update AFTER UPDATE ON ballot WHEN OLD."council_session" IS NOT NEW."council_session" OR
    OLD."proposal" IS NOT NEW."proposal" OR
    OLD."yes" IS NOT NEW."yes" OR
    OLD."no" IS NOT NEW."no" OR
    OLD."invalid" IS NOT NEW."invalid" OR
    OLD."passed" IS NOT NEW."passed"
BEGIN
    SELECT RAISE(ABORT, 'key_is_final') WHERE OLD."council_session" IS NOT NEW."council_session" OR
    OLD."proposal" IS NOT NEW."proposal";
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'ballot',
        '[' || coalesce('"' || replace(replace(OLD."council_session", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce(OLD."proposal", 'null') || ']',
        '{"council_session":' || coalesce('"' || replace(replace(OLD."council_session", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"proposal":' || coalesce(OLD."proposal", 'null') ||
        ',"yes":' || coalesce(OLD."yes", 'null') ||
        ',"no":' || coalesce(OLD."no", 'null') ||
        ',"invalid":' || coalesce(OLD."invalid", 'null') ||
        ',"passed":' || coalesce(OLD."passed", 'null') ||
        '}',
        '{"council_session":' || coalesce('"' || replace(replace(NEW."council_session", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"proposal":' || coalesce(NEW."proposal", 'null') ||
        ',"yes":' || coalesce(NEW."yes", 'null') ||
        ',"no":' || coalesce(NEW."no", 'null') ||
        ',"invalid":' || coalesce(NEW."invalid", 'null') ||
        ',"passed":' || coalesce(NEW."passed", 'null') ||
        '}');
END;

CREATE TABLE ballot_sheet (
    council_session TEXT NOT NULL,
    award           TEXT NOT NULL,
    place           INTEGER NOT NULL CHECK (place >= 1),
    is_void         INTEGER NOT NULL CHECK (is_void IN (0, 1)),
    marks           TEXT NOT NULL,
    PRIMARY KEY (council_session, award, place),
    FOREIGN KEY (council_session, award) REFERENCES vote_round (council_session, award)
) STRICT;

CREATE TRIGGER journal_ballot_sheet_delete AFTER DELETE ON ballot_sheet
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'ballot_sheet',
        '[' || coalesce('"' || replace(replace(OLD."council_session", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(OLD."award", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce(OLD."place", 'null') || ']',
        '{"council_session":' || coalesce('"' || replace(replace(OLD."council_session", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"award":' || coalesce('"' || replace(replace(OLD."award", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"place":' || coalesce(OLD."place", 'null') ||
        ',"is_void":' || coalesce(OLD."is_void", 'null') ||
        ',"marks":' || coalesce('"' || replace(replace(OLD."marks", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        NULL);
END;

CREATE TRIGGER journal_ballot_sheet_insert AFTER INSERT ON ballot_sheet
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'ballot_sheet',
        '[' || coalesce('"' || replace(replace(NEW."council_session", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(NEW."award", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce(NEW."place", 'null') || ']',
        NULL,
        '{"council_session":' || coalesce('"' || replace(replace(NEW."council_session", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"award":' || coalesce('"' || replace(replace(NEW."award", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"place":' || coalesce(NEW."place", 'null') ||
        ',"is_void":' || coalesce(NEW."is_void", 'null') ||
        ',"marks":' || coalesce('"' || replace(replace(NEW."marks", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TRIGGER journal_ballot_sheet_update AFTER UPDATE ON ballot_sheet WHEN OLD."council_session" IS NOT NEW."council_session" OR
    OLD."award" IS NOT NEW."award" OR
    OLD."place" IS NOT NEW."place" OR
    OLD."is_void" IS NOT NEW."is_void" OR
    OLD."marks" IS NOT NEW."marks"
BEGIN
    SELECT RAISE(ABORT, 'key_is_final') WHERE OLD."council_session" IS NOT NEW."council_session" OR
    OLD."award" IS NOT NEW."award" OR
    OLD."place" IS NOT NEW."place";
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'ballot_sheet',
        '[' || coalesce('"' || replace(replace(OLD."council_session", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(OLD."award", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce(OLD."place", 'null') || ']',
        '{"council_session":' || coalesce('"' || replace(replace(OLD."council_session", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"award":' || coalesce('"' || replace(replace(OLD."award", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"place":' || coalesce(OLD."place", 'null') ||
        ',"is_void":' || coalesce(OLD."is_void", 'null') ||
        ',"marks":' || coalesce('"' || replace(replace(OLD."marks", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        '{"council_session":' || coalesce('"' || replace(replace(NEW."council_session", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"award":' || coalesce('"' || replace(replace(NEW."award", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"place":' || coalesce(NEW."place", 'null') ||
        ',"is_void":' || coalesce(NEW."is_void", 'null') ||
        ',"marks":' || coalesce('"' || replace(replace(NEW."marks", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TABLE blank_layout (
    code   TEXT PRIMARY KEY CHECK (code <> ''),
    name   TEXT NOT NULL CHECK (name <> ''),
    width  INTEGER NOT NULL CHECK (width BETWEEN 500 AND 10000),
    height INTEGER NOT NULL CHECK (height BETWEEN 500 AND 10000),
    note   TEXT NOT NULL DEFAULT '',
    scan   TEXT REFERENCES attachment (sha256)
) STRICT;

CREATE TRIGGER journal_blank_layout_delete AFTER DELETE ON blank_layout
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'blank_layout',
        '[' || coalesce('"' || replace(replace(OLD."code", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        '{"code":' || coalesce('"' || replace(replace(OLD."code", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"name":' || coalesce('"' || replace(replace(OLD."name", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"width":' || coalesce(OLD."width", 'null') ||
        ',"height":' || coalesce(OLD."height", 'null') ||
        ',"note":' || coalesce('"' || replace(replace(OLD."note", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"scan":' || coalesce('"' || replace(replace(OLD."scan", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        NULL);
END;

CREATE TRIGGER journal_blank_layout_insert AFTER INSERT ON blank_layout
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'blank_layout',
        '[' || coalesce('"' || replace(replace(NEW."code", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        NULL,
        '{"code":' || coalesce('"' || replace(replace(NEW."code", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"name":' || coalesce('"' || replace(replace(NEW."name", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"width":' || coalesce(NEW."width", 'null') ||
        ',"height":' || coalesce(NEW."height", 'null') ||
        ',"note":' || coalesce('"' || replace(replace(NEW."note", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"scan":' || coalesce('"' || replace(replace(NEW."scan", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TRIGGER journal_blank_layout_update AFTER UPDATE ON blank_layout WHEN OLD."code" IS NOT NEW."code" OR
    OLD."name" IS NOT NEW."name" OR
    OLD."width" IS NOT NEW."width" OR
    OLD."height" IS NOT NEW."height" OR
    OLD."note" IS NOT NEW."note" OR
    OLD."scan" IS NOT NEW."scan"
BEGIN
    SELECT RAISE(ABORT, 'key_is_final') WHERE OLD."code" IS NOT NEW."code";
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'blank_layout',
        '[' || coalesce('"' || replace(replace(OLD."code", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        '{"code":' || coalesce('"' || replace(replace(OLD."code", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"name":' || coalesce('"' || replace(replace(OLD."name", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"width":' || coalesce(OLD."width", 'null') ||
        ',"height":' || coalesce(OLD."height", 'null') ||
        ',"note":' || coalesce('"' || replace(replace(OLD."note", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"scan":' || coalesce('"' || replace(replace(OLD."scan", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        '{"code":' || coalesce('"' || replace(replace(NEW."code", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"name":' || coalesce('"' || replace(replace(NEW."name", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"width":' || coalesce(NEW."width", 'null') ||
        ',"height":' || coalesce(NEW."height", 'null') ||
        ',"note":' || coalesce('"' || replace(replace(NEW."note", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"scan":' || coalesce('"' || replace(replace(NEW."scan", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

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

CREATE TRIGGER journal_blank_line_delete AFTER DELETE ON blank_line
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'blank_line',
        '[' || coalesce('"' || replace(replace(OLD."layout", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(OLD."field", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        '{"layout":' || coalesce('"' || replace(replace(OLD."layout", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"field":' || coalesce('"' || replace(replace(OLD."field", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"position":' || coalesce(OLD."position", 'null') ||
        ',"x":' || coalesce(OLD."x", 'null') ||
        ',"y":' || coalesce(OLD."y", 'null') ||
        ',"width":' || coalesce(OLD."width", 'null') ||
        ',"size":' || coalesce(OLD."size", 'null') ||
        ',"smallest":' || coalesce(OLD."smallest", 'null') ||
        ',"pitch":' || coalesce(OLD."pitch", 'null') ||
        ',"most_lines":' || coalesce(OLD."most_lines", 'null') ||
        ',"align":' || coalesce('"' || replace(replace(OLD."align", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"is_bold":' || coalesce(OLD."is_bold", 'null') ||
        ',"is_italic":' || coalesce(OLD."is_italic", 'null') ||
        ',"is_capital":' || coalesce(OLD."is_capital", 'null') ||
        ',"keeps_one_line":' || coalesce(OLD."keeps_one_line", 'null') ||
        ',"grows_up":' || coalesce(OLD."grows_up", 'null') ||
        ',"before":' || coalesce('"' || replace(replace(OLD."before", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"is_shown":' || coalesce(OLD."is_shown", 'null') ||
        '}',
        NULL);
END;

CREATE TRIGGER journal_blank_line_insert AFTER INSERT ON blank_line
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'blank_line',
        '[' || coalesce('"' || replace(replace(NEW."layout", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(NEW."field", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        NULL,
        '{"layout":' || coalesce('"' || replace(replace(NEW."layout", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"field":' || coalesce('"' || replace(replace(NEW."field", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"position":' || coalesce(NEW."position", 'null') ||
        ',"x":' || coalesce(NEW."x", 'null') ||
        ',"y":' || coalesce(NEW."y", 'null') ||
        ',"width":' || coalesce(NEW."width", 'null') ||
        ',"size":' || coalesce(NEW."size", 'null') ||
        ',"smallest":' || coalesce(NEW."smallest", 'null') ||
        ',"pitch":' || coalesce(NEW."pitch", 'null') ||
        ',"most_lines":' || coalesce(NEW."most_lines", 'null') ||
        ',"align":' || coalesce('"' || replace(replace(NEW."align", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"is_bold":' || coalesce(NEW."is_bold", 'null') ||
        ',"is_italic":' || coalesce(NEW."is_italic", 'null') ||
        ',"is_capital":' || coalesce(NEW."is_capital", 'null') ||
        ',"keeps_one_line":' || coalesce(NEW."keeps_one_line", 'null') ||
        ',"grows_up":' || coalesce(NEW."grows_up", 'null') ||
        ',"before":' || coalesce('"' || replace(replace(NEW."before", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"is_shown":' || coalesce(NEW."is_shown", 'null') ||
        '}');
END;

CREATE TRIGGER journal_blank_line_update AFTER UPDATE ON blank_line WHEN OLD."layout" IS NOT NEW."layout" OR
    OLD."field" IS NOT NEW."field" OR
    OLD."position" IS NOT NEW."position" OR
    OLD."x" IS NOT NEW."x" OR
    OLD."y" IS NOT NEW."y" OR
    OLD."width" IS NOT NEW."width" OR
    OLD."size" IS NOT NEW."size" OR
    OLD."smallest" IS NOT NEW."smallest" OR
    OLD."pitch" IS NOT NEW."pitch" OR
    OLD."most_lines" IS NOT NEW."most_lines" OR
    OLD."align" IS NOT NEW."align" OR
    OLD."is_bold" IS NOT NEW."is_bold" OR
    OLD."is_italic" IS NOT NEW."is_italic" OR
    OLD."is_capital" IS NOT NEW."is_capital" OR
    OLD."keeps_one_line" IS NOT NEW."keeps_one_line" OR
    OLD."grows_up" IS NOT NEW."grows_up" OR
    OLD."before" IS NOT NEW."before" OR
    OLD."is_shown" IS NOT NEW."is_shown"
BEGIN
    SELECT RAISE(ABORT, 'key_is_final') WHERE OLD."layout" IS NOT NEW."layout" OR
    OLD."field" IS NOT NEW."field";
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'blank_line',
        '[' || coalesce('"' || replace(replace(OLD."layout", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(OLD."field", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        '{"layout":' || coalesce('"' || replace(replace(OLD."layout", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"field":' || coalesce('"' || replace(replace(OLD."field", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"position":' || coalesce(OLD."position", 'null') ||
        ',"x":' || coalesce(OLD."x", 'null') ||
        ',"y":' || coalesce(OLD."y", 'null') ||
        ',"width":' || coalesce(OLD."width", 'null') ||
        ',"size":' || coalesce(OLD."size", 'null') ||
        ',"smallest":' || coalesce(OLD."smallest", 'null') ||
        ',"pitch":' || coalesce(OLD."pitch", 'null') ||
        ',"most_lines":' || coalesce(OLD."most_lines", 'null') ||
        ',"align":' || coalesce('"' || replace(replace(OLD."align", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"is_bold":' || coalesce(OLD."is_bold", 'null') ||
        ',"is_italic":' || coalesce(OLD."is_italic", 'null') ||
        ',"is_capital":' || coalesce(OLD."is_capital", 'null') ||
        ',"keeps_one_line":' || coalesce(OLD."keeps_one_line", 'null') ||
        ',"grows_up":' || coalesce(OLD."grows_up", 'null') ||
        ',"before":' || coalesce('"' || replace(replace(OLD."before", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"is_shown":' || coalesce(OLD."is_shown", 'null') ||
        '}',
        '{"layout":' || coalesce('"' || replace(replace(NEW."layout", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"field":' || coalesce('"' || replace(replace(NEW."field", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"position":' || coalesce(NEW."position", 'null') ||
        ',"x":' || coalesce(NEW."x", 'null') ||
        ',"y":' || coalesce(NEW."y", 'null') ||
        ',"width":' || coalesce(NEW."width", 'null') ||
        ',"size":' || coalesce(NEW."size", 'null') ||
        ',"smallest":' || coalesce(NEW."smallest", 'null') ||
        ',"pitch":' || coalesce(NEW."pitch", 'null') ||
        ',"most_lines":' || coalesce(NEW."most_lines", 'null') ||
        ',"align":' || coalesce('"' || replace(replace(NEW."align", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"is_bold":' || coalesce(NEW."is_bold", 'null') ||
        ',"is_italic":' || coalesce(NEW."is_italic", 'null') ||
        ',"is_capital":' || coalesce(NEW."is_capital", 'null') ||
        ',"keeps_one_line":' || coalesce(NEW."keeps_one_line", 'null') ||
        ',"grows_up":' || coalesce(NEW."grows_up", 'null') ||
        ',"before":' || coalesce('"' || replace(replace(NEW."before", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"is_shown":' || coalesce(NEW."is_shown", 'null') ||
        '}');
END;

CREATE TABLE calendar_day (
    day  TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('off', 'working')),
    name TEXT NOT NULL
) STRICT;

CREATE TRIGGER journal_calendar_day_delete AFTER DELETE ON calendar_day
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'calendar_day',
        '[' || coalesce('"' || replace(replace(OLD."day", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        '{"day":' || coalesce('"' || replace(replace(OLD."day", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"kind":' || coalesce('"' || replace(replace(OLD."kind", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"name":' || coalesce('"' || replace(replace(OLD."name", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        NULL);
END;

CREATE TRIGGER journal_calendar_day_insert AFTER INSERT ON calendar_day
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'calendar_day',
        '[' || coalesce('"' || replace(replace(NEW."day", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        NULL,
        '{"day":' || coalesce('"' || replace(replace(NEW."day", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"kind":' || coalesce('"' || replace(replace(NEW."kind", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"name":' || coalesce('"' || replace(replace(NEW."name", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TRIGGER journal_calendar_day_update AFTER UPDATE ON calendar_day WHEN OLD."day" IS NOT NEW."day" OR
    OLD."kind" IS NOT NEW."kind" OR
    OLD."name" IS NOT NEW."name"
BEGIN
    SELECT RAISE(ABORT, 'key_is_final') WHERE OLD."day" IS NOT NEW."day";
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'calendar_day',
        '[' || coalesce('"' || replace(replace(OLD."day", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        '{"day":' || coalesce('"' || replace(replace(OLD."day", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"kind":' || coalesce('"' || replace(replace(OLD."kind", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"name":' || coalesce('"' || replace(replace(OLD."name", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        '{"day":' || coalesce('"' || replace(replace(NEW."day", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"kind":' || coalesce('"' || replace(replace(NEW."kind", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"name":' || coalesce('"' || replace(replace(NEW."name", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

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

CREATE TRIGGER journal_cancellation_delete AFTER DELETE ON cancellation
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'cancellation',
        '[' || coalesce(OLD."proposal", 'null') || ']',
        '{"proposal":' || coalesce(OLD."proposal", 'null') ||
        ',"ground":' || coalesce('"' || replace(replace(OLD."ground", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"document":' || coalesce('"' || replace(replace(OLD."document", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"number":' || coalesce('"' || replace(replace(OLD."number", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"decided_on":' || coalesce('"' || replace(replace(OLD."decided_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"received_on":' || coalesce('"' || replace(replace(OLD."received_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"returned_on":' || coalesce('"' || replace(replace(OLD."returned_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        NULL);
END;

CREATE TRIGGER journal_cancellation_insert AFTER INSERT ON cancellation
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'cancellation',
        '[' || coalesce(NEW."proposal", 'null') || ']',
        NULL,
        '{"proposal":' || coalesce(NEW."proposal", 'null') ||
        ',"ground":' || coalesce('"' || replace(replace(NEW."ground", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"document":' || coalesce('"' || replace(replace(NEW."document", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"number":' || coalesce('"' || replace(replace(NEW."number", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"decided_on":' || coalesce('"' || replace(replace(NEW."decided_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"received_on":' || coalesce('"' || replace(replace(NEW."received_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"returned_on":' || coalesce('"' || replace(replace(NEW."returned_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TRIGGER journal_cancellation_update AFTER UPDATE ON cancellation WHEN OLD."proposal" IS NOT NEW."proposal" OR
    OLD."ground" IS NOT NEW."ground" OR
    OLD."document" IS NOT NEW."document" OR
    OLD."number" IS NOT NEW."number" OR
    OLD."decided_on" IS NOT NEW."decided_on" OR
    OLD."received_on" IS NOT NEW."received_on" OR
    OLD."returned_on" IS NOT NEW."returned_on"
BEGIN
    SELECT RAISE(ABORT, 'key_is_final') WHERE OLD."proposal" IS NOT NEW."proposal";
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'cancellation',
        '[' || coalesce(OLD."proposal", 'null') || ']',
        '{"proposal":' || coalesce(OLD."proposal", 'null') ||
        ',"ground":' || coalesce('"' || replace(replace(OLD."ground", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"document":' || coalesce('"' || replace(replace(OLD."document", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"number":' || coalesce('"' || replace(replace(OLD."number", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"decided_on":' || coalesce('"' || replace(replace(OLD."decided_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"received_on":' || coalesce('"' || replace(replace(OLD."received_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"returned_on":' || coalesce('"' || replace(replace(OLD."returned_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        '{"proposal":' || coalesce(NEW."proposal", 'null') ||
        ',"ground":' || coalesce('"' || replace(replace(NEW."ground", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"document":' || coalesce('"' || replace(replace(NEW."document", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"number":' || coalesce('"' || replace(replace(NEW."number", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"decided_on":' || coalesce('"' || replace(replace(NEW."decided_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"received_on":' || coalesce('"' || replace(replace(NEW."received_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"returned_on":' || coalesce('"' || replace(replace(NEW."returned_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

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

CREATE TRIGGER journal_certificate_delete AFTER DELETE ON certificate
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'certificate',
        '[' || coalesce(OLD."decision", 'null') || ',' || coalesce(OLD."proposal", 'null') || ']',
        '{"decision":' || coalesce(OLD."decision", 'null') ||
        ',"proposal":' || coalesce(OLD."proposal", 'null') ||
        ',"golden_year":' || coalesce(OLD."golden_year", 'null') ||
        ',"golden_number":' || coalesce(OLD."golden_number", 'null') ||
        ',"recipient":' || coalesce('"' || replace(replace(OLD."recipient", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"address":' || coalesce('"' || replace(replace(OLD."address", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"achievement":' || coalesce('"' || replace(replace(OLD."achievement", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        NULL);
END;

CREATE TRIGGER journal_certificate_insert AFTER INSERT ON certificate
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'certificate',
        '[' || coalesce(NEW."decision", 'null') || ',' || coalesce(NEW."proposal", 'null') || ']',
        NULL,
        '{"decision":' || coalesce(NEW."decision", 'null') ||
        ',"proposal":' || coalesce(NEW."proposal", 'null') ||
        ',"golden_year":' || coalesce(NEW."golden_year", 'null') ||
        ',"golden_number":' || coalesce(NEW."golden_number", 'null') ||
        ',"recipient":' || coalesce('"' || replace(replace(NEW."recipient", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"address":' || coalesce('"' || replace(replace(NEW."address", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"achievement":' || coalesce('"' || replace(replace(NEW."achievement", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TRIGGER journal_certificate_update AFTER UPDATE ON certificate WHEN OLD."decision" IS NOT NEW."decision" OR
    OLD."proposal" IS NOT NEW."proposal" OR
    OLD."golden_year" IS NOT NEW."golden_year" OR
    OLD."golden_number" IS NOT NEW."golden_number" OR
    OLD."recipient" IS NOT NEW."recipient" OR
    OLD."address" IS NOT NEW."address" OR
    OLD."achievement" IS NOT NEW."achievement"
BEGIN
    SELECT RAISE(ABORT, 'key_is_final') WHERE OLD."decision" IS NOT NEW."decision" OR
    OLD."proposal" IS NOT NEW."proposal";
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'certificate',
        '[' || coalesce(OLD."decision", 'null') || ',' || coalesce(OLD."proposal", 'null') || ']',
        '{"decision":' || coalesce(OLD."decision", 'null') ||
        ',"proposal":' || coalesce(OLD."proposal", 'null') ||
        ',"golden_year":' || coalesce(OLD."golden_year", 'null') ||
        ',"golden_number":' || coalesce(OLD."golden_number", 'null') ||
        ',"recipient":' || coalesce('"' || replace(replace(OLD."recipient", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"address":' || coalesce('"' || replace(replace(OLD."address", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"achievement":' || coalesce('"' || replace(replace(OLD."achievement", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        '{"decision":' || coalesce(NEW."decision", 'null') ||
        ',"proposal":' || coalesce(NEW."proposal", 'null') ||
        ',"golden_year":' || coalesce(NEW."golden_year", 'null') ||
        ',"golden_number":' || coalesce(NEW."golden_number", 'null') ||
        ',"recipient":' || coalesce('"' || replace(replace(NEW."recipient", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"address":' || coalesce('"' || replace(replace(NEW."address", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"achievement":' || coalesce('"' || replace(replace(NEW."achievement", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TABLE chair_vote (
    council_session TEXT NOT NULL REFERENCES council_session (id),
    proposal        INTEGER NOT NULL REFERENCES proposal (id),
    is_yes          INTEGER NOT NULL CHECK (is_yes IN (0, 1)),
    PRIMARY KEY (council_session, proposal)
) STRICT;

CREATE TRIGGER journal_chair_vote_delete AFTER DELETE ON chair_vote
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'chair_vote',
        '[' || coalesce('"' || replace(replace(OLD."council_session", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce(OLD."proposal", 'null') || ']',
        '{"council_session":' || coalesce('"' || replace(replace(OLD."council_session", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"proposal":' || coalesce(OLD."proposal", 'null') ||
        ',"is_yes":' || coalesce(OLD."is_yes", 'null') ||
        '}',
        NULL);
END;

CREATE TRIGGER journal_chair_vote_insert AFTER INSERT ON chair_vote
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'chair_vote',
        '[' || coalesce('"' || replace(replace(NEW."council_session", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce(NEW."proposal", 'null') || ']',
        NULL,
        '{"council_session":' || coalesce('"' || replace(replace(NEW."council_session", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"proposal":' || coalesce(NEW."proposal", 'null') ||
        ',"is_yes":' || coalesce(NEW."is_yes", 'null') ||
        '}');
END;

CREATE TRIGGER journal_chair_vote_update AFTER UPDATE ON chair_vote WHEN OLD."council_session" IS NOT NEW."council_session" OR
    OLD."proposal" IS NOT NEW."proposal" OR
    OLD."is_yes" IS NOT NEW."is_yes"
BEGIN
    SELECT RAISE(ABORT, 'key_is_final') WHERE OLD."council_session" IS NOT NEW."council_session" OR
    OLD."proposal" IS NOT NEW."proposal";
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'chair_vote',
        '[' || coalesce('"' || replace(replace(OLD."council_session", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce(OLD."proposal", 'null') || ']',
        '{"council_session":' || coalesce('"' || replace(replace(OLD."council_session", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"proposal":' || coalesce(OLD."proposal", 'null') ||
        ',"is_yes":' || coalesce(OLD."is_yes", 'null') ||
        '}',
        '{"council_session":' || coalesce('"' || replace(replace(NEW."council_session", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"proposal":' || coalesce(NEW."proposal", 'null') ||
        ',"is_yes":' || coalesce(NEW."is_yes", 'null') ||
        '}');
END;

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
    document  TEXT NOT NULL DEFAULT '',
    CHECK (excellent > good AND good > completed)
) STRICT;

CREATE TRIGGER journal_class_levels_delete AFTER DELETE ON class_levels
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'class_levels',
        '[' || coalesce(OLD."id", 'null') || ']',
        '{"id":' || coalesce(OLD."id", 'null') ||
        ',"excellent":' || coalesce(OLD."excellent", 'null') ||
        ',"good":' || coalesce(OLD."good", 'null') ||
        ',"completed":' || coalesce(OLD."completed", 'null') ||
        ',"zero_bars":' || coalesce(OLD."zero_bars", 'null') ||
        ',"document":' || coalesce('"' || replace(replace(OLD."document", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        NULL);
END;

CREATE TRIGGER journal_class_levels_insert AFTER INSERT ON class_levels
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'class_levels',
        '[' || coalesce(NEW."id", 'null') || ']',
        NULL,
        '{"id":' || coalesce(NEW."id", 'null') ||
        ',"excellent":' || coalesce(NEW."excellent", 'null') ||
        ',"good":' || coalesce(NEW."good", 'null') ||
        ',"completed":' || coalesce(NEW."completed", 'null') ||
        ',"zero_bars":' || coalesce(NEW."zero_bars", 'null') ||
        ',"document":' || coalesce('"' || replace(replace(NEW."document", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TRIGGER journal_class_levels_update AFTER UPDATE ON class_levels WHEN OLD."id" IS NOT NEW."id" OR
    OLD."excellent" IS NOT NEW."excellent" OR
    OLD."good" IS NOT NEW."good" OR
    OLD."completed" IS NOT NEW."completed" OR
    OLD."zero_bars" IS NOT NEW."zero_bars" OR
    OLD."document" IS NOT NEW."document"
BEGIN
    SELECT RAISE(ABORT, 'key_is_final') WHERE OLD."id" IS NOT NEW."id";
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'class_levels',
        '[' || coalesce(OLD."id", 'null') || ']',
        '{"id":' || coalesce(OLD."id", 'null') ||
        ',"excellent":' || coalesce(OLD."excellent", 'null') ||
        ',"good":' || coalesce(OLD."good", 'null') ||
        ',"completed":' || coalesce(OLD."completed", 'null') ||
        ',"zero_bars":' || coalesce(OLD."zero_bars", 'null') ||
        ',"document":' || coalesce('"' || replace(replace(OLD."document", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        '{"id":' || coalesce(NEW."id", 'null') ||
        ',"excellent":' || coalesce(NEW."excellent", 'null') ||
        ',"good":' || coalesce(NEW."good", 'null') ||
        ',"completed":' || coalesce(NEW."completed", 'null') ||
        ',"zero_bars":' || coalesce(NEW."zero_bars", 'null') ||
        ',"document":' || coalesce('"' || replace(replace(NEW."document", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TABLE council_decision (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    number     TEXT NOT NULL DEFAULT '',
    decided_on TEXT NOT NULL,
    name       TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TRIGGER journal_council_decision_delete AFTER DELETE ON council_decision
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'council_decision',
        '[' || coalesce(OLD."id", 'null') || ']',
        '{"id":' || coalesce(OLD."id", 'null') ||
        ',"number":' || coalesce('"' || replace(replace(OLD."number", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"decided_on":' || coalesce('"' || replace(replace(OLD."decided_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"name":' || coalesce('"' || replace(replace(OLD."name", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        NULL);
END;

CREATE TRIGGER journal_council_decision_insert AFTER INSERT ON council_decision
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'council_decision',
        '[' || coalesce(NEW."id", 'null') || ']',
        NULL,
        '{"id":' || coalesce(NEW."id", 'null') ||
        ',"number":' || coalesce('"' || replace(replace(NEW."number", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"decided_on":' || coalesce('"' || replace(replace(NEW."decided_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"name":' || coalesce('"' || replace(replace(NEW."name", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TRIGGER journal_council_decision_update AFTER UPDATE ON council_decision WHEN OLD."id" IS NOT NEW."id" OR
    OLD."number" IS NOT NEW."number" OR
    OLD."decided_on" IS NOT NEW."decided_on" OR
    OLD."name" IS NOT NEW."name"
BEGIN
    SELECT RAISE(ABORT, 'key_is_final') WHERE OLD."id" IS NOT NEW."id";
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'council_decision',
        '[' || coalesce(OLD."id", 'null') || ']',
        '{"id":' || coalesce(OLD."id", 'null') ||
        ',"number":' || coalesce('"' || replace(replace(OLD."number", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"decided_on":' || coalesce('"' || replace(replace(OLD."decided_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"name":' || coalesce('"' || replace(replace(OLD."name", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        '{"id":' || coalesce(NEW."id", 'null') ||
        ',"number":' || coalesce('"' || replace(replace(NEW."number", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"decided_on":' || coalesce('"' || replace(replace(NEW."decided_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"name":' || coalesce('"' || replace(replace(NEW."name", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

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

CREATE TRIGGER journal_council_figure_delete AFTER DELETE ON council_figure
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'council_figure',
        '[' || coalesce('"' || replace(replace(OLD."cycle", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(OLD."unit", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(OLD."criterion", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        '{"cycle":' || coalesce('"' || replace(replace(OLD."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(OLD."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"criterion":' || coalesce('"' || replace(replace(OLD."criterion", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"points":' || coalesce(OLD."points", 'null') ||
        ',"reason":' || coalesce('"' || replace(replace(OLD."reason", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"given_on":' || coalesce('"' || replace(replace(OLD."given_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        NULL);
END;

CREATE TRIGGER journal_council_figure_insert AFTER INSERT ON council_figure
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'council_figure',
        '[' || coalesce('"' || replace(replace(NEW."cycle", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(NEW."unit", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(NEW."criterion", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        NULL,
        '{"cycle":' || coalesce('"' || replace(replace(NEW."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(NEW."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"criterion":' || coalesce('"' || replace(replace(NEW."criterion", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"points":' || coalesce(NEW."points", 'null') ||
        ',"reason":' || coalesce('"' || replace(replace(NEW."reason", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"given_on":' || coalesce('"' || replace(replace(NEW."given_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TRIGGER journal_council_figure_update AFTER UPDATE ON council_figure WHEN OLD."cycle" IS NOT NEW."cycle" OR
    OLD."unit" IS NOT NEW."unit" OR
    OLD."criterion" IS NOT NEW."criterion" OR
    OLD."points" IS NOT NEW."points" OR
    OLD."reason" IS NOT NEW."reason" OR
    OLD."given_on" IS NOT NEW."given_on"
BEGIN
    SELECT RAISE(ABORT, 'key_is_final') WHERE OLD."cycle" IS NOT NEW."cycle" OR
    OLD."unit" IS NOT NEW."unit" OR
    OLD."criterion" IS NOT NEW."criterion";
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'council_figure',
        '[' || coalesce('"' || replace(replace(OLD."cycle", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(OLD."unit", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(OLD."criterion", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        '{"cycle":' || coalesce('"' || replace(replace(OLD."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(OLD."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"criterion":' || coalesce('"' || replace(replace(OLD."criterion", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"points":' || coalesce(OLD."points", 'null') ||
        ',"reason":' || coalesce('"' || replace(replace(OLD."reason", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"given_on":' || coalesce('"' || replace(replace(OLD."given_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        '{"cycle":' || coalesce('"' || replace(replace(NEW."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(NEW."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"criterion":' || coalesce('"' || replace(replace(NEW."criterion", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"points":' || coalesce(NEW."points", 'null') ||
        ',"reason":' || coalesce('"' || replace(replace(NEW."reason", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"given_on":' || coalesce('"' || replace(replace(NEW."given_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

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

CREATE TRIGGER journal_council_member_delete AFTER DELETE ON council_member
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'council_member',
        '[' || coalesce(OLD."id", 'null') || ']',
        '{"id":' || coalesce(OLD."id", 'null') ||
        ',"name":' || coalesce('"' || replace(replace(OLD."name", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"post":' || coalesce('"' || replace(replace(OLD."post", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"role":' || coalesce('"' || replace(replace(OLD."role", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"field":' || coalesce('"' || replace(replace(OLD."field", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"area":' || coalesce('"' || replace(replace(OLD."area", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(OLD."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"valid_from":' || coalesce('"' || replace(replace(OLD."valid_from", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"valid_to":' || coalesce('"' || replace(replace(OLD."valid_to", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        NULL);
END;

CREATE TRIGGER journal_council_member_insert AFTER INSERT ON council_member
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'council_member',
        '[' || coalesce(NEW."id", 'null') || ']',
        NULL,
        '{"id":' || coalesce(NEW."id", 'null') ||
        ',"name":' || coalesce('"' || replace(replace(NEW."name", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"post":' || coalesce('"' || replace(replace(NEW."post", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"role":' || coalesce('"' || replace(replace(NEW."role", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"field":' || coalesce('"' || replace(replace(NEW."field", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"area":' || coalesce('"' || replace(replace(NEW."area", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(NEW."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"valid_from":' || coalesce('"' || replace(replace(NEW."valid_from", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"valid_to":' || coalesce('"' || replace(replace(NEW."valid_to", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TRIGGER journal_council_member_update AFTER UPDATE ON council_member WHEN OLD."id" IS NOT NEW."id" OR
    OLD."name" IS NOT NEW."name" OR
    OLD."post" IS NOT NEW."post" OR
    OLD."role" IS NOT NEW."role" OR
    OLD."field" IS NOT NEW."field" OR
    OLD."area" IS NOT NEW."area" OR
    OLD."unit" IS NOT NEW."unit" OR
    OLD."valid_from" IS NOT NEW."valid_from" OR
    OLD."valid_to" IS NOT NEW."valid_to"
BEGIN
    SELECT RAISE(ABORT, 'key_is_final') WHERE OLD."id" IS NOT NEW."id";
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'council_member',
        '[' || coalesce(OLD."id", 'null') || ']',
        '{"id":' || coalesce(OLD."id", 'null') ||
        ',"name":' || coalesce('"' || replace(replace(OLD."name", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"post":' || coalesce('"' || replace(replace(OLD."post", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"role":' || coalesce('"' || replace(replace(OLD."role", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"field":' || coalesce('"' || replace(replace(OLD."field", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"area":' || coalesce('"' || replace(replace(OLD."area", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(OLD."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"valid_from":' || coalesce('"' || replace(replace(OLD."valid_from", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"valid_to":' || coalesce('"' || replace(replace(OLD."valid_to", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        '{"id":' || coalesce(NEW."id", 'null') ||
        ',"name":' || coalesce('"' || replace(replace(NEW."name", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"post":' || coalesce('"' || replace(replace(NEW."post", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"role":' || coalesce('"' || replace(replace(NEW."role", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"field":' || coalesce('"' || replace(replace(NEW."field", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"area":' || coalesce('"' || replace(replace(NEW."area", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(NEW."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"valid_from":' || coalesce('"' || replace(replace(NEW."valid_from", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"valid_to":' || coalesce('"' || replace(replace(NEW."valid_to", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TABLE council_session (
    id            TEXT PRIMARY KEY,
    cycle         TEXT NOT NULL REFERENCES cycle (id),
    held_on       TEXT NOT NULL,
    members_total INTEGER NOT NULL CHECK (members_total >= 1),
    present       INTEGER NOT NULL CHECK (present BETWEEN 0 AND members_total),
    written       INTEGER NOT NULL DEFAULT 0 CHECK (written BETWEEN 0 AND members_total - present)
) STRICT;

CREATE TRIGGER journal_council_session_delete AFTER DELETE ON council_session
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'council_session',
        '[' || coalesce('"' || replace(replace(OLD."id", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        '{"id":' || coalesce('"' || replace(replace(OLD."id", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"cycle":' || coalesce('"' || replace(replace(OLD."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"held_on":' || coalesce('"' || replace(replace(OLD."held_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"members_total":' || coalesce(OLD."members_total", 'null') ||
        ',"present":' || coalesce(OLD."present", 'null') ||
        ',"written":' || coalesce(OLD."written", 'null') ||
        '}',
        NULL);
END;

CREATE TRIGGER journal_council_session_insert AFTER INSERT ON council_session
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'council_session',
        '[' || coalesce('"' || replace(replace(NEW."id", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        NULL,
        '{"id":' || coalesce('"' || replace(replace(NEW."id", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"cycle":' || coalesce('"' || replace(replace(NEW."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"held_on":' || coalesce('"' || replace(replace(NEW."held_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"members_total":' || coalesce(NEW."members_total", 'null') ||
        ',"present":' || coalesce(NEW."present", 'null') ||
        ',"written":' || coalesce(NEW."written", 'null') ||
        '}');
END;

CREATE TRIGGER journal_council_session_update AFTER UPDATE ON council_session WHEN OLD."id" IS NOT NEW."id" OR
    OLD."cycle" IS NOT NEW."cycle" OR
    OLD."held_on" IS NOT NEW."held_on" OR
    OLD."members_total" IS NOT NEW."members_total" OR
    OLD."present" IS NOT NEW."present" OR
    OLD."written" IS NOT NEW."written"
BEGIN
    SELECT RAISE(ABORT, 'key_is_final') WHERE OLD."id" IS NOT NEW."id";
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'council_session',
        '[' || coalesce('"' || replace(replace(OLD."id", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        '{"id":' || coalesce('"' || replace(replace(OLD."id", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"cycle":' || coalesce('"' || replace(replace(OLD."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"held_on":' || coalesce('"' || replace(replace(OLD."held_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"members_total":' || coalesce(OLD."members_total", 'null') ||
        ',"present":' || coalesce(OLD."present", 'null') ||
        ',"written":' || coalesce(OLD."written", 'null') ||
        '}',
        '{"id":' || coalesce('"' || replace(replace(NEW."id", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"cycle":' || coalesce('"' || replace(replace(NEW."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"held_on":' || coalesce('"' || replace(replace(NEW."held_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"members_total":' || coalesce(NEW."members_total", 'null') ||
        ',"present":' || coalesce(NEW."present", 'null') ||
        ',"written":' || coalesce(NEW."written", 'null') ||
        '}');
END;

CREATE TABLE criteria_set (
    id          INTEGER PRIMARY KEY,
    cycle       TEXT REFERENCES cycle (id),
    audience    TEXT NOT NULL,
    bonus_cap   INTEGER NOT NULL CHECK (bonus_cap >= 0),
    penalty_cap INTEGER NOT NULL CHECK (penalty_cap >= 0)
) STRICT;

CREATE UNIQUE INDEX criteria_set_of_cycle ON criteria_set (audience, coalesce(cycle, ''));

CREATE TRIGGER journal_criteria_set_delete AFTER DELETE ON criteria_set
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'criteria_set',
        '[' || coalesce(OLD."id", 'null') || ']',
        '{"id":' || coalesce(OLD."id", 'null') ||
        ',"cycle":' || coalesce('"' || replace(replace(OLD."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"audience":' || coalesce('"' || replace(replace(OLD."audience", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"bonus_cap":' || coalesce(OLD."bonus_cap", 'null') ||
        ',"penalty_cap":' || coalesce(OLD."penalty_cap", 'null') ||
        '}',
        NULL);
END;

CREATE TRIGGER journal_criteria_set_insert AFTER INSERT ON criteria_set
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'criteria_set',
        '[' || coalesce(NEW."id", 'null') || ']',
        NULL,
        '{"id":' || coalesce(NEW."id", 'null') ||
        ',"cycle":' || coalesce('"' || replace(replace(NEW."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"audience":' || coalesce('"' || replace(replace(NEW."audience", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"bonus_cap":' || coalesce(NEW."bonus_cap", 'null') ||
        ',"penalty_cap":' || coalesce(NEW."penalty_cap", 'null') ||
        '}');
END;

CREATE TRIGGER journal_criteria_set_update AFTER UPDATE ON criteria_set WHEN OLD."id" IS NOT NEW."id" OR
    OLD."cycle" IS NOT NEW."cycle" OR
    OLD."audience" IS NOT NEW."audience" OR
    OLD."bonus_cap" IS NOT NEW."bonus_cap" OR
    OLD."penalty_cap" IS NOT NEW."penalty_cap"
BEGIN
    SELECT RAISE(ABORT, 'key_is_final') WHERE OLD."id" IS NOT NEW."id";
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'criteria_set',
        '[' || coalesce(OLD."id", 'null') || ']',
        '{"id":' || coalesce(OLD."id", 'null') ||
        ',"cycle":' || coalesce('"' || replace(replace(OLD."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"audience":' || coalesce('"' || replace(replace(OLD."audience", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"bonus_cap":' || coalesce(OLD."bonus_cap", 'null') ||
        ',"penalty_cap":' || coalesce(OLD."penalty_cap", 'null') ||
        '}',
        '{"id":' || coalesce(NEW."id", 'null') ||
        ',"cycle":' || coalesce('"' || replace(replace(NEW."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"audience":' || coalesce('"' || replace(replace(NEW."audience", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"bonus_cap":' || coalesce(NEW."bonus_cap", 'null') ||
        ',"penalty_cap":' || coalesce(NEW."penalty_cap", 'null') ||
        '}');
END;

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

CREATE TRIGGER journal_criterion_delete AFTER DELETE ON criterion
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'criterion',
        '[' || coalesce(OLD."criteria_set", 'null') || ',' || coalesce('"' || replace(replace(OLD."code", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        '{"criteria_set":' || coalesce(OLD."criteria_set", 'null') ||
        ',"code":' || coalesce('"' || replace(replace(OLD."code", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"position":' || coalesce(OLD."position", 'null') ||
        ',"text":' || coalesce('"' || replace(replace(OLD."text", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"max_points":' || coalesce(OLD."max_points", 'null') ||
        ',"method":' || coalesce('"' || replace(replace(OLD."method", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"role":' || coalesce('"' || replace(replace(OLD."role", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"content_area":' || coalesce('"' || replace(replace(OLD."content_area", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"requires_evidence":' || coalesce(OLD."requires_evidence", 'null') ||
        ',"params":' || coalesce('"' || replace(replace(OLD."params", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        NULL);
END;

CREATE TRIGGER journal_criterion_insert AFTER INSERT ON criterion
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'criterion',
        '[' || coalesce(NEW."criteria_set", 'null') || ',' || coalesce('"' || replace(replace(NEW."code", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        NULL,
        '{"criteria_set":' || coalesce(NEW."criteria_set", 'null') ||
        ',"code":' || coalesce('"' || replace(replace(NEW."code", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"position":' || coalesce(NEW."position", 'null') ||
        ',"text":' || coalesce('"' || replace(replace(NEW."text", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"max_points":' || coalesce(NEW."max_points", 'null') ||
        ',"method":' || coalesce('"' || replace(replace(NEW."method", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"role":' || coalesce('"' || replace(replace(NEW."role", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"content_area":' || coalesce('"' || replace(replace(NEW."content_area", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"requires_evidence":' || coalesce(NEW."requires_evidence", 'null') ||
        ',"params":' || coalesce('"' || replace(replace(NEW."params", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TRIGGER journal_criterion_update AFTER UPDATE ON criterion WHEN OLD."criteria_set" IS NOT NEW."criteria_set" OR
    OLD."code" IS NOT NEW."code" OR
    OLD."position" IS NOT NEW."position" OR
    OLD."text" IS NOT NEW."text" OR
    OLD."max_points" IS NOT NEW."max_points" OR
    OLD."method" IS NOT NEW."method" OR
    OLD."role" IS NOT NEW."role" OR
    OLD."content_area" IS NOT NEW."content_area" OR
    OLD."requires_evidence" IS NOT NEW."requires_evidence" OR
    OLD."params" IS NOT NEW."params"
BEGIN
    SELECT RAISE(ABORT, 'key_is_final') WHERE OLD."criteria_set" IS NOT NEW."criteria_set" OR
    OLD."code" IS NOT NEW."code";
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'criterion',
        '[' || coalesce(OLD."criteria_set", 'null') || ',' || coalesce('"' || replace(replace(OLD."code", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        '{"criteria_set":' || coalesce(OLD."criteria_set", 'null') ||
        ',"code":' || coalesce('"' || replace(replace(OLD."code", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"position":' || coalesce(OLD."position", 'null') ||
        ',"text":' || coalesce('"' || replace(replace(OLD."text", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"max_points":' || coalesce(OLD."max_points", 'null') ||
        ',"method":' || coalesce('"' || replace(replace(OLD."method", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"role":' || coalesce('"' || replace(replace(OLD."role", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"content_area":' || coalesce('"' || replace(replace(OLD."content_area", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"requires_evidence":' || coalesce(OLD."requires_evidence", 'null') ||
        ',"params":' || coalesce('"' || replace(replace(OLD."params", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        '{"criteria_set":' || coalesce(NEW."criteria_set", 'null') ||
        ',"code":' || coalesce('"' || replace(replace(NEW."code", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"position":' || coalesce(NEW."position", 'null') ||
        ',"text":' || coalesce('"' || replace(replace(NEW."text", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"max_points":' || coalesce(NEW."max_points", 'null') ||
        ',"method":' || coalesce('"' || replace(replace(NEW."method", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"role":' || coalesce('"' || replace(replace(NEW."role", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"content_area":' || coalesce('"' || replace(replace(NEW."content_area", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"requires_evidence":' || coalesce(NEW."requires_evidence", 'null') ||
        ',"params":' || coalesce('"' || replace(replace(NEW."params", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

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

CREATE TRIGGER journal_cycle_delete AFTER DELETE ON cycle
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'cycle',
        '[' || coalesce('"' || replace(replace(OLD."id", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        '{"id":' || coalesce('"' || replace(replace(OLD."id", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"kind":' || coalesce('"' || replace(replace(OLD."kind", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"year":' || coalesce(OLD."year", 'null') ||
        ',"opened_on":' || coalesce('"' || replace(replace(OLD."opened_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"due_on":' || coalesce('"' || replace(replace(OLD."due_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"closed_on":' || coalesce('"' || replace(replace(OLD."closed_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"snapshot":' || coalesce('"' || replace(replace(OLD."snapshot", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"achievement_from":' || coalesce('"' || replace(replace(OLD."achievement_from", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"achievement_to":' || coalesce('"' || replace(replace(OLD."achievement_to", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        NULL);
END;

CREATE TRIGGER journal_cycle_insert AFTER INSERT ON cycle
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'cycle',
        '[' || coalesce('"' || replace(replace(NEW."id", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        NULL,
        '{"id":' || coalesce('"' || replace(replace(NEW."id", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"kind":' || coalesce('"' || replace(replace(NEW."kind", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"year":' || coalesce(NEW."year", 'null') ||
        ',"opened_on":' || coalesce('"' || replace(replace(NEW."opened_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"due_on":' || coalesce('"' || replace(replace(NEW."due_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"closed_on":' || coalesce('"' || replace(replace(NEW."closed_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"snapshot":' || coalesce('"' || replace(replace(NEW."snapshot", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"achievement_from":' || coalesce('"' || replace(replace(NEW."achievement_from", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"achievement_to":' || coalesce('"' || replace(replace(NEW."achievement_to", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TRIGGER journal_cycle_update AFTER UPDATE ON cycle WHEN OLD."id" IS NOT NEW."id" OR
    OLD."kind" IS NOT NEW."kind" OR
    OLD."year" IS NOT NEW."year" OR
    OLD."opened_on" IS NOT NEW."opened_on" OR
    OLD."due_on" IS NOT NEW."due_on" OR
    OLD."closed_on" IS NOT NEW."closed_on" OR
    OLD."snapshot" IS NOT NEW."snapshot" OR
    OLD."achievement_from" IS NOT NEW."achievement_from" OR
    OLD."achievement_to" IS NOT NEW."achievement_to"
BEGIN
    SELECT RAISE(ABORT, 'key_is_final') WHERE OLD."id" IS NOT NEW."id";
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'cycle',
        '[' || coalesce('"' || replace(replace(OLD."id", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        '{"id":' || coalesce('"' || replace(replace(OLD."id", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"kind":' || coalesce('"' || replace(replace(OLD."kind", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"year":' || coalesce(OLD."year", 'null') ||
        ',"opened_on":' || coalesce('"' || replace(replace(OLD."opened_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"due_on":' || coalesce('"' || replace(replace(OLD."due_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"closed_on":' || coalesce('"' || replace(replace(OLD."closed_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"snapshot":' || coalesce('"' || replace(replace(OLD."snapshot", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"achievement_from":' || coalesce('"' || replace(replace(OLD."achievement_from", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"achievement_to":' || coalesce('"' || replace(replace(OLD."achievement_to", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        '{"id":' || coalesce('"' || replace(replace(NEW."id", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"kind":' || coalesce('"' || replace(replace(NEW."kind", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"year":' || coalesce(NEW."year", 'null') ||
        ',"opened_on":' || coalesce('"' || replace(replace(NEW."opened_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"due_on":' || coalesce('"' || replace(replace(NEW."due_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"closed_on":' || coalesce('"' || replace(replace(NEW."closed_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"snapshot":' || coalesce('"' || replace(replace(NEW."snapshot", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"achievement_from":' || coalesce('"' || replace(replace(NEW."achievement_from", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"achievement_to":' || coalesce('"' || replace(replace(NEW."achievement_to", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TABLE cycle_addendum (
    cycle       TEXT NOT NULL REFERENCES cycle (id),
    number      INTEGER NOT NULL CHECK (number > 0),
    closed_on   TEXT NOT NULL,
    reopened_on TEXT NOT NULL,
    reason      TEXT NOT NULL CHECK (reason <> ''),
    snapshot    TEXT NOT NULL,
    PRIMARY KEY (cycle, number)
) STRICT;

CREATE TRIGGER journal_cycle_addendum_delete AFTER DELETE ON cycle_addendum
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'cycle_addendum',
        '[' || coalesce('"' || replace(replace(OLD."cycle", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce(OLD."number", 'null') || ']',
        '{"cycle":' || coalesce('"' || replace(replace(OLD."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"number":' || coalesce(OLD."number", 'null') ||
        ',"closed_on":' || coalesce('"' || replace(replace(OLD."closed_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"reopened_on":' || coalesce('"' || replace(replace(OLD."reopened_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"reason":' || coalesce('"' || replace(replace(OLD."reason", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"snapshot":' || coalesce('"' || replace(replace(OLD."snapshot", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        NULL);
END;

CREATE TRIGGER journal_cycle_addendum_insert AFTER INSERT ON cycle_addendum
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'cycle_addendum',
        '[' || coalesce('"' || replace(replace(NEW."cycle", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce(NEW."number", 'null') || ']',
        NULL,
        '{"cycle":' || coalesce('"' || replace(replace(NEW."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"number":' || coalesce(NEW."number", 'null') ||
        ',"closed_on":' || coalesce('"' || replace(replace(NEW."closed_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"reopened_on":' || coalesce('"' || replace(replace(NEW."reopened_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"reason":' || coalesce('"' || replace(replace(NEW."reason", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"snapshot":' || coalesce('"' || replace(replace(NEW."snapshot", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TRIGGER journal_cycle_addendum_update AFTER UPDATE ON cycle_addendum WHEN OLD."cycle" IS NOT NEW."cycle" OR
    OLD."number" IS NOT NEW."number" OR
    OLD."closed_on" IS NOT NEW."closed_on" OR
    OLD."reopened_on" IS NOT NEW."reopened_on" OR
    OLD."reason" IS NOT NEW."reason" OR
    OLD."snapshot" IS NOT NEW."snapshot"
BEGIN
    SELECT RAISE(ABORT, 'key_is_final') WHERE OLD."cycle" IS NOT NEW."cycle" OR
    OLD."number" IS NOT NEW."number";
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'cycle_addendum',
        '[' || coalesce('"' || replace(replace(OLD."cycle", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce(OLD."number", 'null') || ']',
        '{"cycle":' || coalesce('"' || replace(replace(OLD."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"number":' || coalesce(OLD."number", 'null') ||
        ',"closed_on":' || coalesce('"' || replace(replace(OLD."closed_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"reopened_on":' || coalesce('"' || replace(replace(OLD."reopened_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"reason":' || coalesce('"' || replace(replace(OLD."reason", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"snapshot":' || coalesce('"' || replace(replace(OLD."snapshot", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        '{"cycle":' || coalesce('"' || replace(replace(NEW."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"number":' || coalesce(NEW."number", 'null') ||
        ',"closed_on":' || coalesce('"' || replace(replace(NEW."closed_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"reopened_on":' || coalesce('"' || replace(replace(NEW."reopened_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"reason":' || coalesce('"' || replace(replace(NEW."reason", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"snapshot":' || coalesce('"' || replace(replace(NEW."snapshot", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TABLE dataset (
    id          INTEGER PRIMARY KEY CHECK (id = 1),
    dataset_id  TEXT NOT NULL,
    form_key    TEXT NOT NULL,
    created_on  TEXT NOT NULL,
    is_practice INTEGER NOT NULL DEFAULT 0 CHECK (is_practice IN (0, 1))
) STRICT;

CREATE TRIGGER journal_dataset_delete AFTER DELETE ON dataset
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'dataset',
        '[' || coalesce(OLD."id", 'null') || ']',
        '{"id":' || coalesce(OLD."id", 'null') ||
        ',"dataset_id":' || coalesce('"' || replace(replace(OLD."dataset_id", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"form_key":' || coalesce('"' || replace(replace(OLD."form_key", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"created_on":' || coalesce('"' || replace(replace(OLD."created_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"is_practice":' || coalesce(OLD."is_practice", 'null') ||
        '}',
        NULL);
END;

CREATE TRIGGER journal_dataset_insert AFTER INSERT ON dataset
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'dataset',
        '[' || coalesce(NEW."id", 'null') || ']',
        NULL,
        '{"id":' || coalesce(NEW."id", 'null') ||
        ',"dataset_id":' || coalesce('"' || replace(replace(NEW."dataset_id", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"form_key":' || coalesce('"' || replace(replace(NEW."form_key", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"created_on":' || coalesce('"' || replace(replace(NEW."created_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"is_practice":' || coalesce(NEW."is_practice", 'null') ||
        '}');
END;

CREATE TRIGGER journal_dataset_update AFTER UPDATE ON dataset WHEN OLD."id" IS NOT NEW."id" OR
    OLD."dataset_id" IS NOT NEW."dataset_id" OR
    OLD."form_key" IS NOT NEW."form_key" OR
    OLD."created_on" IS NOT NEW."created_on" OR
    OLD."is_practice" IS NOT NEW."is_practice"
BEGIN
    SELECT RAISE(ABORT, 'key_is_final') WHERE OLD."id" IS NOT NEW."id";
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'dataset',
        '[' || coalesce(OLD."id", 'null') || ']',
        '{"id":' || coalesce(OLD."id", 'null') ||
        ',"dataset_id":' || coalesce('"' || replace(replace(OLD."dataset_id", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"form_key":' || coalesce('"' || replace(replace(OLD."form_key", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"created_on":' || coalesce('"' || replace(replace(OLD."created_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"is_practice":' || coalesce(OLD."is_practice", 'null') ||
        '}',
        '{"id":' || coalesce(NEW."id", 'null') ||
        ',"dataset_id":' || coalesce('"' || replace(replace(NEW."dataset_id", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"form_key":' || coalesce('"' || replace(replace(NEW."form_key", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"created_on":' || coalesce('"' || replace(replace(NEW."created_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"is_practice":' || coalesce(NEW."is_practice", 'null') ||
        '}');
END;

CREATE TABLE decided_award (
    decision    INTEGER NOT NULL REFERENCES decision (id),
    proposal    INTEGER NOT NULL UNIQUE REFERENCES proposal (id),
    coefficient INTEGER NOT NULL CHECK (coefficient > 0),
    amount      INTEGER NOT NULL CHECK (amount >= 0),
    PRIMARY KEY (decision, proposal)
) STRICT;

CREATE TRIGGER journal_decided_award_delete AFTER DELETE ON decided_award
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'decided_award',
        '[' || coalesce(OLD."decision", 'null') || ',' || coalesce(OLD."proposal", 'null') || ']',
        '{"decision":' || coalesce(OLD."decision", 'null') ||
        ',"proposal":' || coalesce(OLD."proposal", 'null') ||
        ',"coefficient":' || coalesce(OLD."coefficient", 'null') ||
        ',"amount":' || coalesce(OLD."amount", 'null') ||
        '}',
        NULL);
END;

CREATE TRIGGER journal_decided_award_insert AFTER INSERT ON decided_award
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'decided_award',
        '[' || coalesce(NEW."decision", 'null') || ',' || coalesce(NEW."proposal", 'null') || ']',
        NULL,
        '{"decision":' || coalesce(NEW."decision", 'null') ||
        ',"proposal":' || coalesce(NEW."proposal", 'null') ||
        ',"coefficient":' || coalesce(NEW."coefficient", 'null') ||
        ',"amount":' || coalesce(NEW."amount", 'null') ||
        '}');
END;

CREATE TRIGGER journal_decided_award_update AFTER UPDATE ON decided_award WHEN OLD."decision" IS NOT NEW."decision" OR
    OLD."proposal" IS NOT NEW."proposal" OR
    OLD."coefficient" IS NOT NEW."coefficient" OR
    OLD."amount" IS NOT NEW."amount"
BEGIN
    SELECT RAISE(ABORT, 'key_is_final') WHERE OLD."decision" IS NOT NEW."decision" OR
    OLD."proposal" IS NOT NEW."proposal";
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'decided_award',
        '[' || coalesce(OLD."decision", 'null') || ',' || coalesce(OLD."proposal", 'null') || ']',
        '{"decision":' || coalesce(OLD."decision", 'null') ||
        ',"proposal":' || coalesce(OLD."proposal", 'null') ||
        ',"coefficient":' || coalesce(OLD."coefficient", 'null') ||
        ',"amount":' || coalesce(OLD."amount", 'null') ||
        '}',
        '{"decision":' || coalesce(NEW."decision", 'null') ||
        ',"proposal":' || coalesce(NEW."proposal", 'null') ||
        ',"coefficient":' || coalesce(NEW."coefficient", 'null') ||
        ',"amount":' || coalesce(NEW."amount", 'null') ||
        '}');
END;

CREATE TABLE decision (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    council_session TEXT NOT NULL REFERENCES council_session (id),
    decided_on      TEXT NOT NULL,
    number          TEXT NOT NULL DEFAULT '',
    rule_pack       TEXT NOT NULL,
    base_salary     INTEGER NOT NULL CHECK (base_salary > 0)
) STRICT;

CREATE TRIGGER journal_decision_delete AFTER DELETE ON decision
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'decision',
        '[' || coalesce(OLD."id", 'null') || ']',
        '{"id":' || coalesce(OLD."id", 'null') ||
        ',"council_session":' || coalesce('"' || replace(replace(OLD."council_session", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"decided_on":' || coalesce('"' || replace(replace(OLD."decided_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"number":' || coalesce('"' || replace(replace(OLD."number", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"rule_pack":' || coalesce('"' || replace(replace(OLD."rule_pack", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"base_salary":' || coalesce(OLD."base_salary", 'null') ||
        '}',
        NULL);
END;

CREATE TRIGGER journal_decision_insert AFTER INSERT ON decision
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'decision',
        '[' || coalesce(NEW."id", 'null') || ']',
        NULL,
        '{"id":' || coalesce(NEW."id", 'null') ||
        ',"council_session":' || coalesce('"' || replace(replace(NEW."council_session", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"decided_on":' || coalesce('"' || replace(replace(NEW."decided_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"number":' || coalesce('"' || replace(replace(NEW."number", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"rule_pack":' || coalesce('"' || replace(replace(NEW."rule_pack", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"base_salary":' || coalesce(NEW."base_salary", 'null') ||
        '}');
END;

CREATE TRIGGER journal_decision_update AFTER UPDATE ON decision WHEN OLD."id" IS NOT NEW."id" OR
    OLD."council_session" IS NOT NEW."council_session" OR
    OLD."decided_on" IS NOT NEW."decided_on" OR
    OLD."number" IS NOT NEW."number" OR
    OLD."rule_pack" IS NOT NEW."rule_pack" OR
    OLD."base_salary" IS NOT NEW."base_salary"
BEGIN
    SELECT RAISE(ABORT, 'key_is_final') WHERE OLD."id" IS NOT NEW."id";
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'decision',
        '[' || coalesce(OLD."id", 'null') || ']',
        '{"id":' || coalesce(OLD."id", 'null') ||
        ',"council_session":' || coalesce('"' || replace(replace(OLD."council_session", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"decided_on":' || coalesce('"' || replace(replace(OLD."decided_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"number":' || coalesce('"' || replace(replace(OLD."number", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"rule_pack":' || coalesce('"' || replace(replace(OLD."rule_pack", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"base_salary":' || coalesce(OLD."base_salary", 'null') ||
        '}',
        '{"id":' || coalesce(NEW."id", 'null') ||
        ',"council_session":' || coalesce('"' || replace(replace(NEW."council_session", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"decided_on":' || coalesce('"' || replace(replace(NEW."decided_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"number":' || coalesce('"' || replace(replace(NEW."number", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"rule_pack":' || coalesce('"' || replace(replace(NEW."rule_pack", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"base_salary":' || coalesce(NEW."base_salary", 'null') ||
        '}');
END;

CREATE TABLE decision_record (
    decision INTEGER PRIMARY KEY REFERENCES decision (id),
    signer   TEXT NOT NULL DEFAULT '',
    note     TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TRIGGER journal_decision_record_delete AFTER DELETE ON decision_record
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'decision_record',
        '[' || coalesce(OLD."decision", 'null') || ']',
        '{"decision":' || coalesce(OLD."decision", 'null') ||
        ',"signer":' || coalesce('"' || replace(replace(OLD."signer", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"note":' || coalesce('"' || replace(replace(OLD."note", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        NULL);
END;

CREATE TRIGGER journal_decision_record_insert AFTER INSERT ON decision_record
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'decision_record',
        '[' || coalesce(NEW."decision", 'null') || ']',
        NULL,
        '{"decision":' || coalesce(NEW."decision", 'null') ||
        ',"signer":' || coalesce('"' || replace(replace(NEW."signer", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"note":' || coalesce('"' || replace(replace(NEW."note", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TRIGGER journal_decision_record_update AFTER UPDATE ON decision_record WHEN OLD."decision" IS NOT NEW."decision" OR
    OLD."signer" IS NOT NEW."signer" OR
    OLD."note" IS NOT NEW."note"
BEGIN
    SELECT RAISE(ABORT, 'key_is_final') WHERE OLD."decision" IS NOT NEW."decision";
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'decision_record',
        '[' || coalesce(OLD."decision", 'null') || ']',
        '{"decision":' || coalesce(OLD."decision", 'null') ||
        ',"signer":' || coalesce('"' || replace(replace(OLD."signer", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"note":' || coalesce('"' || replace(replace(OLD."note", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        '{"decision":' || coalesce(NEW."decision", 'null') ||
        ',"signer":' || coalesce('"' || replace(replace(NEW."signer", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"note":' || coalesce('"' || replace(replace(NEW."note", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TABLE decision_scan (
    decision   INTEGER NOT NULL REFERENCES decision (id),
    attachment TEXT NOT NULL REFERENCES attachment (sha256),
    title      TEXT NOT NULL CHECK (title <> ''),
    PRIMARY KEY (decision, attachment)
) STRICT;

CREATE TRIGGER journal_decision_scan_delete AFTER DELETE ON decision_scan
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'decision_scan',
        '[' || coalesce(OLD."decision", 'null') || ',' || coalesce('"' || replace(replace(OLD."attachment", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        '{"decision":' || coalesce(OLD."decision", 'null') ||
        ',"attachment":' || coalesce('"' || replace(replace(OLD."attachment", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"title":' || coalesce('"' || replace(replace(OLD."title", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        NULL);
END;

CREATE TRIGGER journal_decision_scan_insert AFTER INSERT ON decision_scan
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'decision_scan',
        '[' || coalesce(NEW."decision", 'null') || ',' || coalesce('"' || replace(replace(NEW."attachment", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        NULL,
        '{"decision":' || coalesce(NEW."decision", 'null') ||
        ',"attachment":' || coalesce('"' || replace(replace(NEW."attachment", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"title":' || coalesce('"' || replace(replace(NEW."title", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TRIGGER journal_decision_scan_update AFTER UPDATE ON decision_scan WHEN OLD."decision" IS NOT NEW."decision" OR
    OLD."attachment" IS NOT NEW."attachment" OR
    OLD."title" IS NOT NEW."title"
BEGIN
    SELECT RAISE(ABORT, 'key_is_final') WHERE OLD."decision" IS NOT NEW."decision" OR
    OLD."attachment" IS NOT NEW."attachment";
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'decision_scan',
        '[' || coalesce(OLD."decision", 'null') || ',' || coalesce('"' || replace(replace(OLD."attachment", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        '{"decision":' || coalesce(OLD."decision", 'null') ||
        ',"attachment":' || coalesce('"' || replace(replace(OLD."attachment", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"title":' || coalesce('"' || replace(replace(OLD."title", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        '{"decision":' || coalesce(NEW."decision", 'null') ||
        ',"attachment":' || coalesce('"' || replace(replace(NEW."attachment", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"title":' || coalesce('"' || replace(replace(NEW."title", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

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

CREATE TRIGGER journal_discipline_delete AFTER DELETE ON discipline
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'discipline',
        '[' || coalesce(OLD."id", 'null') || ']',
        '{"id":' || coalesce(OLD."id", 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(OLD."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"person":' || coalesce('"' || replace(replace(OLD."person", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"form":' || coalesce('"' || replace(replace(OLD."form", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"from_day":' || coalesce('"' || replace(replace(OLD."from_day", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"to_day":' || coalesce('"' || replace(replace(OLD."to_day", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"document":' || coalesce('"' || replace(replace(OLD."document", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        NULL);
END;

CREATE TRIGGER journal_discipline_insert AFTER INSERT ON discipline
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'discipline',
        '[' || coalesce(NEW."id", 'null') || ']',
        NULL,
        '{"id":' || coalesce(NEW."id", 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(NEW."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"person":' || coalesce('"' || replace(replace(NEW."person", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"form":' || coalesce('"' || replace(replace(NEW."form", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"from_day":' || coalesce('"' || replace(replace(NEW."from_day", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"to_day":' || coalesce('"' || replace(replace(NEW."to_day", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"document":' || coalesce('"' || replace(replace(NEW."document", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TRIGGER journal_discipline_update AFTER UPDATE ON discipline WHEN OLD."id" IS NOT NEW."id" OR
    OLD."unit" IS NOT NEW."unit" OR
    OLD."person" IS NOT NEW."person" OR
    OLD."form" IS NOT NEW."form" OR
    OLD."from_day" IS NOT NEW."from_day" OR
    OLD."to_day" IS NOT NEW."to_day" OR
    OLD."document" IS NOT NEW."document"
BEGIN
    SELECT RAISE(ABORT, 'key_is_final') WHERE OLD."id" IS NOT NEW."id";
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'discipline',
        '[' || coalesce(OLD."id", 'null') || ']',
        '{"id":' || coalesce(OLD."id", 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(OLD."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"person":' || coalesce('"' || replace(replace(OLD."person", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"form":' || coalesce('"' || replace(replace(OLD."form", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"from_day":' || coalesce('"' || replace(replace(OLD."from_day", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"to_day":' || coalesce('"' || replace(replace(OLD."to_day", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"document":' || coalesce('"' || replace(replace(OLD."document", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        '{"id":' || coalesce(NEW."id", 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(NEW."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"person":' || coalesce('"' || replace(replace(NEW."person", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"form":' || coalesce('"' || replace(replace(NEW."form", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"from_day":' || coalesce('"' || replace(replace(NEW."from_day", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"to_day":' || coalesce('"' || replace(replace(NEW."to_day", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"document":' || coalesce('"' || replace(replace(NEW."document", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TABLE dossier_mark (
    proposal   INTEGER NOT NULL REFERENCES proposal (id),
    part       TEXT NOT NULL CHECK (part <> ''),
    is_there   INTEGER NOT NULL CHECK (is_there IN (0, 1)),
    note       TEXT NOT NULL DEFAULT '',
    attachment TEXT REFERENCES attachment (sha256),
    marked_on  TEXT NOT NULL,
    PRIMARY KEY (proposal, part)
) STRICT;

CREATE TRIGGER journal_dossier_mark_delete AFTER DELETE ON dossier_mark
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'dossier_mark',
        '[' || coalesce(OLD."proposal", 'null') || ',' || coalesce('"' || replace(replace(OLD."part", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        '{"proposal":' || coalesce(OLD."proposal", 'null') ||
        ',"part":' || coalesce('"' || replace(replace(OLD."part", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"is_there":' || coalesce(OLD."is_there", 'null') ||
        ',"note":' || coalesce('"' || replace(replace(OLD."note", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"attachment":' || coalesce('"' || replace(replace(OLD."attachment", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"marked_on":' || coalesce('"' || replace(replace(OLD."marked_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        NULL);
END;

CREATE TRIGGER journal_dossier_mark_insert AFTER INSERT ON dossier_mark
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'dossier_mark',
        '[' || coalesce(NEW."proposal", 'null') || ',' || coalesce('"' || replace(replace(NEW."part", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        NULL,
        '{"proposal":' || coalesce(NEW."proposal", 'null') ||
        ',"part":' || coalesce('"' || replace(replace(NEW."part", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"is_there":' || coalesce(NEW."is_there", 'null') ||
        ',"note":' || coalesce('"' || replace(replace(NEW."note", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"attachment":' || coalesce('"' || replace(replace(NEW."attachment", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"marked_on":' || coalesce('"' || replace(replace(NEW."marked_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TRIGGER journal_dossier_mark_update AFTER UPDATE ON dossier_mark WHEN OLD."proposal" IS NOT NEW."proposal" OR
    OLD."part" IS NOT NEW."part" OR
    OLD."is_there" IS NOT NEW."is_there" OR
    OLD."note" IS NOT NEW."note" OR
    OLD."attachment" IS NOT NEW."attachment" OR
    OLD."marked_on" IS NOT NEW."marked_on"
BEGIN
    SELECT RAISE(ABORT, 'key_is_final') WHERE OLD."proposal" IS NOT NEW."proposal" OR
    OLD."part" IS NOT NEW."part";
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'dossier_mark',
        '[' || coalesce(OLD."proposal", 'null') || ',' || coalesce('"' || replace(replace(OLD."part", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        '{"proposal":' || coalesce(OLD."proposal", 'null') ||
        ',"part":' || coalesce('"' || replace(replace(OLD."part", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"is_there":' || coalesce(OLD."is_there", 'null') ||
        ',"note":' || coalesce('"' || replace(replace(OLD."note", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"attachment":' || coalesce('"' || replace(replace(OLD."attachment", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"marked_on":' || coalesce('"' || replace(replace(OLD."marked_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        '{"proposal":' || coalesce(NEW."proposal", 'null') ||
        ',"part":' || coalesce('"' || replace(replace(NEW."part", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"is_there":' || coalesce(NEW."is_there", 'null') ||
        ',"note":' || coalesce('"' || replace(replace(NEW."note", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"attachment":' || coalesce('"' || replace(replace(NEW."attachment", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"marked_on":' || coalesce('"' || replace(replace(NEW."marked_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TABLE dossier_release (
    id          INTEGER PRIMARY KEY,
    cycle       TEXT NOT NULL REFERENCES cycle (id),
    released_on TEXT NOT NULL,
    unfinished  INTEGER NOT NULL CHECK (unfinished > 0),
    despite     TEXT NOT NULL CHECK (despite <> '')
) STRICT;

CREATE TRIGGER journal_dossier_release_delete AFTER DELETE ON dossier_release
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'dossier_release',
        '[' || coalesce(OLD."id", 'null') || ']',
        '{"id":' || coalesce(OLD."id", 'null') ||
        ',"cycle":' || coalesce('"' || replace(replace(OLD."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"released_on":' || coalesce('"' || replace(replace(OLD."released_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unfinished":' || coalesce(OLD."unfinished", 'null') ||
        ',"despite":' || coalesce('"' || replace(replace(OLD."despite", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        NULL);
END;

CREATE TRIGGER journal_dossier_release_insert AFTER INSERT ON dossier_release
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'dossier_release',
        '[' || coalesce(NEW."id", 'null') || ']',
        NULL,
        '{"id":' || coalesce(NEW."id", 'null') ||
        ',"cycle":' || coalesce('"' || replace(replace(NEW."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"released_on":' || coalesce('"' || replace(replace(NEW."released_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unfinished":' || coalesce(NEW."unfinished", 'null') ||
        ',"despite":' || coalesce('"' || replace(replace(NEW."despite", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TRIGGER journal_dossier_release_update AFTER UPDATE ON dossier_release WHEN OLD."id" IS NOT NEW."id" OR
    OLD."cycle" IS NOT NEW."cycle" OR
    OLD."released_on" IS NOT NEW."released_on" OR
    OLD."unfinished" IS NOT NEW."unfinished" OR
    OLD."despite" IS NOT NEW."despite"
BEGIN
    SELECT RAISE(ABORT, 'key_is_final') WHERE OLD."id" IS NOT NEW."id";
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'dossier_release',
        '[' || coalesce(OLD."id", 'null') || ']',
        '{"id":' || coalesce(OLD."id", 'null') ||
        ',"cycle":' || coalesce('"' || replace(replace(OLD."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"released_on":' || coalesce('"' || replace(replace(OLD."released_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unfinished":' || coalesce(OLD."unfinished", 'null') ||
        ',"despite":' || coalesce('"' || replace(replace(OLD."despite", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        '{"id":' || coalesce(NEW."id", 'null') ||
        ',"cycle":' || coalesce('"' || replace(replace(NEW."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"released_on":' || coalesce('"' || replace(replace(NEW."released_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unfinished":' || coalesce(NEW."unfinished", 'null') ||
        ',"despite":' || coalesce('"' || replace(replace(NEW."despite", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TABLE dossier_rule (
    award    TEXT NOT NULL CHECK (award <> ''),
    part     TEXT NOT NULL CHECK (part <> ''),
    need     TEXT NOT NULL CHECK (need IN ('needed', 'if_any', 'not_needed')),
    text     TEXT NOT NULL CHECK (text <> ''),
    citation TEXT NOT NULL CHECK (citation <> ''),
    PRIMARY KEY (award, part)
) STRICT;

CREATE TRIGGER journal_dossier_rule_delete AFTER DELETE ON dossier_rule
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'dossier_rule',
        '[' || coalesce('"' || replace(replace(OLD."award", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(OLD."part", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        '{"award":' || coalesce('"' || replace(replace(OLD."award", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"part":' || coalesce('"' || replace(replace(OLD."part", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"need":' || coalesce('"' || replace(replace(OLD."need", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"text":' || coalesce('"' || replace(replace(OLD."text", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"citation":' || coalesce('"' || replace(replace(OLD."citation", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        NULL);
END;

CREATE TRIGGER journal_dossier_rule_insert AFTER INSERT ON dossier_rule
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'dossier_rule',
        '[' || coalesce('"' || replace(replace(NEW."award", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(NEW."part", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        NULL,
        '{"award":' || coalesce('"' || replace(replace(NEW."award", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"part":' || coalesce('"' || replace(replace(NEW."part", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"need":' || coalesce('"' || replace(replace(NEW."need", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"text":' || coalesce('"' || replace(replace(NEW."text", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"citation":' || coalesce('"' || replace(replace(NEW."citation", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TRIGGER journal_dossier_rule_update AFTER UPDATE ON dossier_rule WHEN OLD."award" IS NOT NEW."award" OR
    OLD."part" IS NOT NEW."part" OR
    OLD."need" IS NOT NEW."need" OR
    OLD."text" IS NOT NEW."text" OR
    OLD."citation" IS NOT NEW."citation"
BEGIN
    SELECT RAISE(ABORT, 'key_is_final') WHERE OLD."award" IS NOT NEW."award" OR
    OLD."part" IS NOT NEW."part";
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'dossier_rule',
        '[' || coalesce('"' || replace(replace(OLD."award", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(OLD."part", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        '{"award":' || coalesce('"' || replace(replace(OLD."award", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"part":' || coalesce('"' || replace(replace(OLD."part", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"need":' || coalesce('"' || replace(replace(OLD."need", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"text":' || coalesce('"' || replace(replace(OLD."text", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"citation":' || coalesce('"' || replace(replace(OLD."citation", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        '{"award":' || coalesce('"' || replace(replace(NEW."award", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"part":' || coalesce('"' || replace(replace(NEW."part", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"need":' || coalesce('"' || replace(replace(NEW."need", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"text":' || coalesce('"' || replace(replace(NEW."text", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"citation":' || coalesce('"' || replace(replace(NEW."citation", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TABLE drawn_line (
    cycle       TEXT NOT NULL REFERENCES cycle (id),
    award       TEXT NOT NULL,
    subject     TEXT NOT NULL CHECK (subject IN ('collective', 'individual', 'household', 'enterprise')),
    places      INTEGER CHECK (places >= 0),
    reason      TEXT NOT NULL DEFAULT '',
    women_first INTEGER NOT NULL DEFAULT 0 CHECK (women_first IN (0, 1)),
    PRIMARY KEY (cycle, award, subject)
) STRICT;

CREATE TRIGGER journal_drawn_line_delete AFTER DELETE ON drawn_line
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'drawn_line',
        '[' || coalesce('"' || replace(replace(OLD."cycle", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(OLD."award", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(OLD."subject", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        '{"cycle":' || coalesce('"' || replace(replace(OLD."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"award":' || coalesce('"' || replace(replace(OLD."award", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"subject":' || coalesce('"' || replace(replace(OLD."subject", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"places":' || coalesce(OLD."places", 'null') ||
        ',"reason":' || coalesce('"' || replace(replace(OLD."reason", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"women_first":' || coalesce(OLD."women_first", 'null') ||
        '}',
        NULL);
END;

CREATE TRIGGER journal_drawn_line_insert AFTER INSERT ON drawn_line
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'drawn_line',
        '[' || coalesce('"' || replace(replace(NEW."cycle", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(NEW."award", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(NEW."subject", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        NULL,
        '{"cycle":' || coalesce('"' || replace(replace(NEW."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"award":' || coalesce('"' || replace(replace(NEW."award", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"subject":' || coalesce('"' || replace(replace(NEW."subject", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"places":' || coalesce(NEW."places", 'null') ||
        ',"reason":' || coalesce('"' || replace(replace(NEW."reason", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"women_first":' || coalesce(NEW."women_first", 'null') ||
        '}');
END;

CREATE TRIGGER journal_drawn_line_update AFTER UPDATE ON drawn_line WHEN OLD."cycle" IS NOT NEW."cycle" OR
    OLD."award" IS NOT NEW."award" OR
    OLD."subject" IS NOT NEW."subject" OR
    OLD."places" IS NOT NEW."places" OR
    OLD."reason" IS NOT NEW."reason" OR
    OLD."women_first" IS NOT NEW."women_first"
BEGIN
    SELECT RAISE(ABORT, 'key_is_final') WHERE OLD."cycle" IS NOT NEW."cycle" OR
    OLD."award" IS NOT NEW."award" OR
    OLD."subject" IS NOT NEW."subject";
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'drawn_line',
        '[' || coalesce('"' || replace(replace(OLD."cycle", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(OLD."award", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(OLD."subject", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        '{"cycle":' || coalesce('"' || replace(replace(OLD."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"award":' || coalesce('"' || replace(replace(OLD."award", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"subject":' || coalesce('"' || replace(replace(OLD."subject", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"places":' || coalesce(OLD."places", 'null') ||
        ',"reason":' || coalesce('"' || replace(replace(OLD."reason", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"women_first":' || coalesce(OLD."women_first", 'null') ||
        '}',
        '{"cycle":' || coalesce('"' || replace(replace(NEW."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"award":' || coalesce('"' || replace(replace(NEW."award", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"subject":' || coalesce('"' || replace(replace(NEW."subject", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"places":' || coalesce(NEW."places", 'null') ||
        ',"reason":' || coalesce('"' || replace(replace(NEW."reason", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"women_first":' || coalesce(NEW."women_first", 'null') ||
        '}');
END;

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

CREATE TRIGGER journal_earlier_award_delete AFTER DELETE ON earlier_award
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'earlier_award',
        '[' || coalesce(OLD."id", 'null') || ']',
        '{"id":' || coalesce(OLD."id", 'null') ||
        ',"recipient":' || coalesce('"' || replace(replace(OLD."recipient", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"subject":' || coalesce('"' || replace(replace(OLD."subject", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(OLD."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"person":' || coalesce('"' || replace(replace(OLD."person", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"award":' || coalesce('"' || replace(replace(OLD."award", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"name":' || coalesce('"' || replace(replace(OLD."name", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"level":' || coalesce('"' || replace(replace(OLD."level", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"commendation":' || coalesce('"' || replace(replace(OLD."commendation", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"number":' || coalesce('"' || replace(replace(OLD."number", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"decided_on":' || coalesce('"' || replace(replace(OLD."decided_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"movement":' || coalesce('"' || replace(replace(OLD."movement", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"achievement":' || coalesce('"' || replace(replace(OLD."achievement", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"period_from":' || coalesce('"' || replace(replace(OLD."period_from", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"period_to":' || coalesce('"' || replace(replace(OLD."period_to", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        NULL);
END;

CREATE TRIGGER journal_earlier_award_insert AFTER INSERT ON earlier_award
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'earlier_award',
        '[' || coalesce(NEW."id", 'null') || ']',
        NULL,
        '{"id":' || coalesce(NEW."id", 'null') ||
        ',"recipient":' || coalesce('"' || replace(replace(NEW."recipient", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"subject":' || coalesce('"' || replace(replace(NEW."subject", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(NEW."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"person":' || coalesce('"' || replace(replace(NEW."person", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"award":' || coalesce('"' || replace(replace(NEW."award", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"name":' || coalesce('"' || replace(replace(NEW."name", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"level":' || coalesce('"' || replace(replace(NEW."level", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"commendation":' || coalesce('"' || replace(replace(NEW."commendation", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"number":' || coalesce('"' || replace(replace(NEW."number", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"decided_on":' || coalesce('"' || replace(replace(NEW."decided_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"movement":' || coalesce('"' || replace(replace(NEW."movement", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"achievement":' || coalesce('"' || replace(replace(NEW."achievement", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"period_from":' || coalesce('"' || replace(replace(NEW."period_from", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"period_to":' || coalesce('"' || replace(replace(NEW."period_to", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TRIGGER journal_earlier_award_update AFTER UPDATE ON earlier_award WHEN OLD."id" IS NOT NEW."id" OR
    OLD."recipient" IS NOT NEW."recipient" OR
    OLD."subject" IS NOT NEW."subject" OR
    OLD."unit" IS NOT NEW."unit" OR
    OLD."person" IS NOT NEW."person" OR
    OLD."award" IS NOT NEW."award" OR
    OLD."name" IS NOT NEW."name" OR
    OLD."level" IS NOT NEW."level" OR
    OLD."commendation" IS NOT NEW."commendation" OR
    OLD."number" IS NOT NEW."number" OR
    OLD."decided_on" IS NOT NEW."decided_on" OR
    OLD."movement" IS NOT NEW."movement" OR
    OLD."achievement" IS NOT NEW."achievement" OR
    OLD."period_from" IS NOT NEW."period_from" OR
    OLD."period_to" IS NOT NEW."period_to"
BEGIN
    SELECT RAISE(ABORT, 'key_is_final') WHERE OLD."id" IS NOT NEW."id";
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'earlier_award',
        '[' || coalesce(OLD."id", 'null') || ']',
        '{"id":' || coalesce(OLD."id", 'null') ||
        ',"recipient":' || coalesce('"' || replace(replace(OLD."recipient", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"subject":' || coalesce('"' || replace(replace(OLD."subject", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(OLD."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"person":' || coalesce('"' || replace(replace(OLD."person", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"award":' || coalesce('"' || replace(replace(OLD."award", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"name":' || coalesce('"' || replace(replace(OLD."name", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"level":' || coalesce('"' || replace(replace(OLD."level", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"commendation":' || coalesce('"' || replace(replace(OLD."commendation", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"number":' || coalesce('"' || replace(replace(OLD."number", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"decided_on":' || coalesce('"' || replace(replace(OLD."decided_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"movement":' || coalesce('"' || replace(replace(OLD."movement", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"achievement":' || coalesce('"' || replace(replace(OLD."achievement", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"period_from":' || coalesce('"' || replace(replace(OLD."period_from", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"period_to":' || coalesce('"' || replace(replace(OLD."period_to", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        '{"id":' || coalesce(NEW."id", 'null') ||
        ',"recipient":' || coalesce('"' || replace(replace(NEW."recipient", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"subject":' || coalesce('"' || replace(replace(NEW."subject", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(NEW."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"person":' || coalesce('"' || replace(replace(NEW."person", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"award":' || coalesce('"' || replace(replace(NEW."award", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"name":' || coalesce('"' || replace(replace(NEW."name", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"level":' || coalesce('"' || replace(replace(NEW."level", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"commendation":' || coalesce('"' || replace(replace(NEW."commendation", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"number":' || coalesce('"' || replace(replace(NEW."number", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"decided_on":' || coalesce('"' || replace(replace(NEW."decided_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"movement":' || coalesce('"' || replace(replace(NEW."movement", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"achievement":' || coalesce('"' || replace(replace(NEW."achievement", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"period_from":' || coalesce('"' || replace(replace(NEW."period_from", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"period_to":' || coalesce('"' || replace(replace(NEW."period_to", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TABLE evidence (
    cycle      TEXT NOT NULL REFERENCES cycle (id),
    unit       TEXT NOT NULL REFERENCES unit (code),
    criterion  TEXT NOT NULL,
    attachment TEXT NOT NULL REFERENCES attachment (sha256),
    title      TEXT NOT NULL CHECK (title <> ''),
    PRIMARY KEY (cycle, unit, criterion, attachment)
) STRICT;

CREATE INDEX evidence_of_attachment ON evidence (attachment);

CREATE TRIGGER journal_evidence_delete AFTER DELETE ON evidence
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'evidence',
        '[' || coalesce('"' || replace(replace(OLD."cycle", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(OLD."unit", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(OLD."criterion", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(OLD."attachment", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        '{"cycle":' || coalesce('"' || replace(replace(OLD."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(OLD."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"criterion":' || coalesce('"' || replace(replace(OLD."criterion", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"attachment":' || coalesce('"' || replace(replace(OLD."attachment", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"title":' || coalesce('"' || replace(replace(OLD."title", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        NULL);
END;

CREATE TRIGGER journal_evidence_insert AFTER INSERT ON evidence
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'evidence',
        '[' || coalesce('"' || replace(replace(NEW."cycle", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(NEW."unit", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(NEW."criterion", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(NEW."attachment", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        NULL,
        '{"cycle":' || coalesce('"' || replace(replace(NEW."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(NEW."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"criterion":' || coalesce('"' || replace(replace(NEW."criterion", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"attachment":' || coalesce('"' || replace(replace(NEW."attachment", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"title":' || coalesce('"' || replace(replace(NEW."title", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TRIGGER journal_evidence_update AFTER UPDATE ON evidence WHEN OLD."cycle" IS NOT NEW."cycle" OR
    OLD."unit" IS NOT NEW."unit" OR
    OLD."criterion" IS NOT NEW."criterion" OR
    OLD."attachment" IS NOT NEW."attachment" OR
    OLD."title" IS NOT NEW."title"
BEGIN
    SELECT RAISE(ABORT, 'key_is_final') WHERE OLD."cycle" IS NOT NEW."cycle" OR
    OLD."unit" IS NOT NEW."unit" OR
    OLD."criterion" IS NOT NEW."criterion" OR
    OLD."attachment" IS NOT NEW."attachment";
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'evidence',
        '[' || coalesce('"' || replace(replace(OLD."cycle", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(OLD."unit", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(OLD."criterion", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(OLD."attachment", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        '{"cycle":' || coalesce('"' || replace(replace(OLD."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(OLD."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"criterion":' || coalesce('"' || replace(replace(OLD."criterion", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"attachment":' || coalesce('"' || replace(replace(OLD."attachment", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"title":' || coalesce('"' || replace(replace(OLD."title", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        '{"cycle":' || coalesce('"' || replace(replace(NEW."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(NEW."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"criterion":' || coalesce('"' || replace(replace(NEW."criterion", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"attachment":' || coalesce('"' || replace(replace(NEW."attachment", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"title":' || coalesce('"' || replace(replace(NEW."title", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

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

CREATE TRIGGER journal_exemplar_delete AFTER DELETE ON exemplar
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'exemplar',
        '[' || coalesce(OLD."id", 'null') || ']',
        '{"id":' || coalesce(OLD."id", 'null') ||
        ',"kind":' || coalesce('"' || replace(replace(OLD."kind", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(OLD."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"person":' || coalesce('"' || replace(replace(OLD."person", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"name":' || coalesce('"' || replace(replace(OLD."name", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"noted_on":' || coalesce('"' || replace(replace(OLD."noted_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"result":' || coalesce('"' || replace(replace(OLD."result", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"spread":' || coalesce('"' || replace(replace(OLD."spread", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        NULL);
END;

CREATE TRIGGER journal_exemplar_insert AFTER INSERT ON exemplar
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'exemplar',
        '[' || coalesce(NEW."id", 'null') || ']',
        NULL,
        '{"id":' || coalesce(NEW."id", 'null') ||
        ',"kind":' || coalesce('"' || replace(replace(NEW."kind", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(NEW."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"person":' || coalesce('"' || replace(replace(NEW."person", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"name":' || coalesce('"' || replace(replace(NEW."name", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"noted_on":' || coalesce('"' || replace(replace(NEW."noted_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"result":' || coalesce('"' || replace(replace(NEW."result", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"spread":' || coalesce('"' || replace(replace(NEW."spread", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TRIGGER journal_exemplar_update AFTER UPDATE ON exemplar WHEN OLD."id" IS NOT NEW."id" OR
    OLD."kind" IS NOT NEW."kind" OR
    OLD."unit" IS NOT NEW."unit" OR
    OLD."person" IS NOT NEW."person" OR
    OLD."name" IS NOT NEW."name" OR
    OLD."noted_on" IS NOT NEW."noted_on" OR
    OLD."result" IS NOT NEW."result" OR
    OLD."spread" IS NOT NEW."spread"
BEGIN
    SELECT RAISE(ABORT, 'key_is_final') WHERE OLD."id" IS NOT NEW."id";
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'exemplar',
        '[' || coalesce(OLD."id", 'null') || ']',
        '{"id":' || coalesce(OLD."id", 'null') ||
        ',"kind":' || coalesce('"' || replace(replace(OLD."kind", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(OLD."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"person":' || coalesce('"' || replace(replace(OLD."person", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"name":' || coalesce('"' || replace(replace(OLD."name", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"noted_on":' || coalesce('"' || replace(replace(OLD."noted_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"result":' || coalesce('"' || replace(replace(OLD."result", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"spread":' || coalesce('"' || replace(replace(OLD."spread", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        '{"id":' || coalesce(NEW."id", 'null') ||
        ',"kind":' || coalesce('"' || replace(replace(NEW."kind", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(NEW."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"person":' || coalesce('"' || replace(replace(NEW."person", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"name":' || coalesce('"' || replace(replace(NEW."name", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"noted_on":' || coalesce('"' || replace(replace(NEW."noted_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"result":' || coalesce('"' || replace(replace(NEW."result", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"spread":' || coalesce('"' || replace(replace(NEW."spread", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TABLE finding_limit (
    code  TEXT NOT NULL PRIMARY KEY
        CHECK (code IN ('like_words', 'like_percent', 'like_run', 'common_units', 'jump_total',
                        'jump_percent', 'jump_points', 'overrated', 'near_tie')),
    value INTEGER NOT NULL CHECK (value >= 0)
) STRICT;

CREATE TRIGGER journal_finding_limit_delete AFTER DELETE ON finding_limit
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'finding_limit',
        '[' || coalesce('"' || replace(replace(OLD."code", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        '{"code":' || coalesce('"' || replace(replace(OLD."code", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"value":' || coalesce(OLD."value", 'null') ||
        '}',
        NULL);
END;

CREATE TRIGGER journal_finding_limit_insert AFTER INSERT ON finding_limit
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'finding_limit',
        '[' || coalesce('"' || replace(replace(NEW."code", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        NULL,
        '{"code":' || coalesce('"' || replace(replace(NEW."code", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"value":' || coalesce(NEW."value", 'null') ||
        '}');
END;

CREATE TRIGGER journal_finding_limit_update AFTER UPDATE ON finding_limit WHEN OLD."code" IS NOT NEW."code" OR
    OLD."value" IS NOT NEW."value"
BEGIN
    SELECT RAISE(ABORT, 'key_is_final') WHERE OLD."code" IS NOT NEW."code";
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'finding_limit',
        '[' || coalesce('"' || replace(replace(OLD."code", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        '{"code":' || coalesce('"' || replace(replace(OLD."code", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"value":' || coalesce(OLD."value", 'null') ||
        '}',
        '{"code":' || coalesce('"' || replace(replace(NEW."code", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"value":' || coalesce(NEW."value", 'null') ||
        '}');
END;

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

CREATE TRIGGER journal_finding_review_delete AFTER DELETE ON finding_review
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'finding_review',
        '[' || coalesce('"' || replace(replace(OLD."cycle", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(OLD."unit", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(OLD."kind", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(OLD."criterion", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(OLD."about", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        '{"cycle":' || coalesce('"' || replace(replace(OLD."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(OLD."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"kind":' || coalesce('"' || replace(replace(OLD."kind", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"criterion":' || coalesce('"' || replace(replace(OLD."criterion", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"about":' || coalesce('"' || replace(replace(OLD."about", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"seen":' || coalesce('"' || replace(replace(OLD."seen", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"note":' || coalesce('"' || replace(replace(OLD."note", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"reviewed_on":' || coalesce('"' || replace(replace(OLD."reviewed_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        NULL);
END;

CREATE TRIGGER journal_finding_review_insert AFTER INSERT ON finding_review
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'finding_review',
        '[' || coalesce('"' || replace(replace(NEW."cycle", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(NEW."unit", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(NEW."kind", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(NEW."criterion", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(NEW."about", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        NULL,
        '{"cycle":' || coalesce('"' || replace(replace(NEW."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(NEW."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"kind":' || coalesce('"' || replace(replace(NEW."kind", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"criterion":' || coalesce('"' || replace(replace(NEW."criterion", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"about":' || coalesce('"' || replace(replace(NEW."about", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"seen":' || coalesce('"' || replace(replace(NEW."seen", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"note":' || coalesce('"' || replace(replace(NEW."note", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"reviewed_on":' || coalesce('"' || replace(replace(NEW."reviewed_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TRIGGER journal_finding_review_update AFTER UPDATE ON finding_review WHEN OLD."cycle" IS NOT NEW."cycle" OR
    OLD."unit" IS NOT NEW."unit" OR
    OLD."kind" IS NOT NEW."kind" OR
    OLD."criterion" IS NOT NEW."criterion" OR
    OLD."about" IS NOT NEW."about" OR
    OLD."seen" IS NOT NEW."seen" OR
    OLD."note" IS NOT NEW."note" OR
    OLD."reviewed_on" IS NOT NEW."reviewed_on"
BEGIN
    SELECT RAISE(ABORT, 'key_is_final') WHERE OLD."cycle" IS NOT NEW."cycle" OR
    OLD."unit" IS NOT NEW."unit" OR
    OLD."kind" IS NOT NEW."kind" OR
    OLD."criterion" IS NOT NEW."criterion" OR
    OLD."about" IS NOT NEW."about";
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'finding_review',
        '[' || coalesce('"' || replace(replace(OLD."cycle", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(OLD."unit", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(OLD."kind", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(OLD."criterion", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(OLD."about", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        '{"cycle":' || coalesce('"' || replace(replace(OLD."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(OLD."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"kind":' || coalesce('"' || replace(replace(OLD."kind", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"criterion":' || coalesce('"' || replace(replace(OLD."criterion", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"about":' || coalesce('"' || replace(replace(OLD."about", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"seen":' || coalesce('"' || replace(replace(OLD."seen", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"note":' || coalesce('"' || replace(replace(OLD."note", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"reviewed_on":' || coalesce('"' || replace(replace(OLD."reviewed_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        '{"cycle":' || coalesce('"' || replace(replace(NEW."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(NEW."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"kind":' || coalesce('"' || replace(replace(NEW."kind", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"criterion":' || coalesce('"' || replace(replace(NEW."criterion", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"about":' || coalesce('"' || replace(replace(NEW."about", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"seen":' || coalesce('"' || replace(replace(NEW."seen", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"note":' || coalesce('"' || replace(replace(NEW."note", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"reviewed_on":' || coalesce('"' || replace(replace(NEW."reviewed_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TABLE fund_spending (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    kind     TEXT NOT NULL CHECK (kind IN ('goods', 'organising', 'other')),
    spent_on TEXT NOT NULL,
    amount   INTEGER NOT NULL CHECK (amount > 0),
    content  TEXT NOT NULL CHECK (content <> ''),
    document TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TRIGGER journal_fund_spending_delete AFTER DELETE ON fund_spending
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'fund_spending',
        '[' || coalesce(OLD."id", 'null') || ']',
        '{"id":' || coalesce(OLD."id", 'null') ||
        ',"kind":' || coalesce('"' || replace(replace(OLD."kind", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"spent_on":' || coalesce('"' || replace(replace(OLD."spent_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"amount":' || coalesce(OLD."amount", 'null') ||
        ',"content":' || coalesce('"' || replace(replace(OLD."content", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"document":' || coalesce('"' || replace(replace(OLD."document", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        NULL);
END;

CREATE TRIGGER journal_fund_spending_insert AFTER INSERT ON fund_spending
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'fund_spending',
        '[' || coalesce(NEW."id", 'null') || ']',
        NULL,
        '{"id":' || coalesce(NEW."id", 'null') ||
        ',"kind":' || coalesce('"' || replace(replace(NEW."kind", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"spent_on":' || coalesce('"' || replace(replace(NEW."spent_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"amount":' || coalesce(NEW."amount", 'null') ||
        ',"content":' || coalesce('"' || replace(replace(NEW."content", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"document":' || coalesce('"' || replace(replace(NEW."document", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TRIGGER journal_fund_spending_update AFTER UPDATE ON fund_spending WHEN OLD."id" IS NOT NEW."id" OR
    OLD."kind" IS NOT NEW."kind" OR
    OLD."spent_on" IS NOT NEW."spent_on" OR
    OLD."amount" IS NOT NEW."amount" OR
    OLD."content" IS NOT NEW."content" OR
    OLD."document" IS NOT NEW."document"
BEGIN
    SELECT RAISE(ABORT, 'key_is_final') WHERE OLD."id" IS NOT NEW."id";
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'fund_spending',
        '[' || coalesce(OLD."id", 'null') || ']',
        '{"id":' || coalesce(OLD."id", 'null') ||
        ',"kind":' || coalesce('"' || replace(replace(OLD."kind", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"spent_on":' || coalesce('"' || replace(replace(OLD."spent_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"amount":' || coalesce(OLD."amount", 'null') ||
        ',"content":' || coalesce('"' || replace(replace(OLD."content", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"document":' || coalesce('"' || replace(replace(OLD."document", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        '{"id":' || coalesce(NEW."id", 'null') ||
        ',"kind":' || coalesce('"' || replace(replace(NEW."kind", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"spent_on":' || coalesce('"' || replace(replace(NEW."spent_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"amount":' || coalesce(NEW."amount", 'null') ||
        ',"content":' || coalesce('"' || replace(replace(NEW."content", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"document":' || coalesce('"' || replace(replace(NEW."document", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TABLE fund_year (
    year             INTEGER PRIMARY KEY CHECK (year BETWEEN 2000 AND 2100),
    budget           INTEGER NOT NULL DEFAULT 0 CHECK (budget >= 0),
    other_income     INTEGER NOT NULL DEFAULT 0 CHECK (other_income >= 0),
    regular_spending INTEGER NOT NULL DEFAULT 0 CHECK (regular_spending >= 0),
    area             TEXT CHECK (area IN ('plain', 'mountain'))
) STRICT;

CREATE TRIGGER journal_fund_year_delete AFTER DELETE ON fund_year
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'fund_year',
        '[' || coalesce(OLD."year", 'null') || ']',
        '{"year":' || coalesce(OLD."year", 'null') ||
        ',"budget":' || coalesce(OLD."budget", 'null') ||
        ',"other_income":' || coalesce(OLD."other_income", 'null') ||
        ',"regular_spending":' || coalesce(OLD."regular_spending", 'null') ||
        ',"area":' || coalesce('"' || replace(replace(OLD."area", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        NULL);
END;

CREATE TRIGGER journal_fund_year_insert AFTER INSERT ON fund_year
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'fund_year',
        '[' || coalesce(NEW."year", 'null') || ']',
        NULL,
        '{"year":' || coalesce(NEW."year", 'null') ||
        ',"budget":' || coalesce(NEW."budget", 'null') ||
        ',"other_income":' || coalesce(NEW."other_income", 'null') ||
        ',"regular_spending":' || coalesce(NEW."regular_spending", 'null') ||
        ',"area":' || coalesce('"' || replace(replace(NEW."area", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TRIGGER journal_fund_year_update AFTER UPDATE ON fund_year WHEN OLD."year" IS NOT NEW."year" OR
    OLD."budget" IS NOT NEW."budget" OR
    OLD."other_income" IS NOT NEW."other_income" OR
    OLD."regular_spending" IS NOT NEW."regular_spending" OR
    OLD."area" IS NOT NEW."area"
BEGIN
    SELECT RAISE(ABORT, 'key_is_final') WHERE OLD."year" IS NOT NEW."year";
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'fund_year',
        '[' || coalesce(OLD."year", 'null') || ']',
        '{"year":' || coalesce(OLD."year", 'null') ||
        ',"budget":' || coalesce(OLD."budget", 'null') ||
        ',"other_income":' || coalesce(OLD."other_income", 'null') ||
        ',"regular_spending":' || coalesce(OLD."regular_spending", 'null') ||
        ',"area":' || coalesce('"' || replace(replace(OLD."area", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        '{"year":' || coalesce(NEW."year", 'null') ||
        ',"budget":' || coalesce(NEW."budget", 'null') ||
        ',"other_income":' || coalesce(NEW."other_income", 'null') ||
        ',"regular_spending":' || coalesce(NEW."regular_spending", 'null') ||
        ',"area":' || coalesce('"' || replace(replace(NEW."area", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

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

CREATE TRIGGER journal_hold_delete AFTER DELETE ON hold
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'hold',
        '[' || coalesce(OLD."id", 'null') || ']',
        '{"id":' || coalesce(OLD."id", 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(OLD."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"person":' || coalesce('"' || replace(replace(OLD."person", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"kind":' || coalesce('"' || replace(replace(OLD."kind", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"from_day":' || coalesce('"' || replace(replace(OLD."from_day", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"document":' || coalesce('"' || replace(replace(OLD."document", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"to_day":' || coalesce('"' || replace(replace(OLD."to_day", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"conclusion":' || coalesce('"' || replace(replace(OLD."conclusion", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        NULL);
END;

CREATE TRIGGER journal_hold_insert AFTER INSERT ON hold
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'hold',
        '[' || coalesce(NEW."id", 'null') || ']',
        NULL,
        '{"id":' || coalesce(NEW."id", 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(NEW."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"person":' || coalesce('"' || replace(replace(NEW."person", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"kind":' || coalesce('"' || replace(replace(NEW."kind", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"from_day":' || coalesce('"' || replace(replace(NEW."from_day", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"document":' || coalesce('"' || replace(replace(NEW."document", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"to_day":' || coalesce('"' || replace(replace(NEW."to_day", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"conclusion":' || coalesce('"' || replace(replace(NEW."conclusion", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TRIGGER journal_hold_update AFTER UPDATE ON hold WHEN OLD."id" IS NOT NEW."id" OR
    OLD."unit" IS NOT NEW."unit" OR
    OLD."person" IS NOT NEW."person" OR
    OLD."kind" IS NOT NEW."kind" OR
    OLD."from_day" IS NOT NEW."from_day" OR
    OLD."document" IS NOT NEW."document" OR
    OLD."to_day" IS NOT NEW."to_day" OR
    OLD."conclusion" IS NOT NEW."conclusion"
BEGIN
    SELECT RAISE(ABORT, 'key_is_final') WHERE OLD."id" IS NOT NEW."id";
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'hold',
        '[' || coalesce(OLD."id", 'null') || ']',
        '{"id":' || coalesce(OLD."id", 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(OLD."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"person":' || coalesce('"' || replace(replace(OLD."person", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"kind":' || coalesce('"' || replace(replace(OLD."kind", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"from_day":' || coalesce('"' || replace(replace(OLD."from_day", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"document":' || coalesce('"' || replace(replace(OLD."document", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"to_day":' || coalesce('"' || replace(replace(OLD."to_day", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"conclusion":' || coalesce('"' || replace(replace(OLD."conclusion", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        '{"id":' || coalesce(NEW."id", 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(NEW."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"person":' || coalesce('"' || replace(replace(NEW."person", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"kind":' || coalesce('"' || replace(replace(NEW."kind", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"from_day":' || coalesce('"' || replace(replace(NEW."from_day", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"document":' || coalesce('"' || replace(replace(NEW."document", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"to_day":' || coalesce('"' || replace(replace(NEW."to_day", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"conclusion":' || coalesce('"' || replace(replace(NEW."conclusion", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

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

CREATE TRIGGER journal_initiative_delete AFTER DELETE ON initiative
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'initiative',
        '[' || coalesce(OLD."id", 'null') || ']',
        '{"id":' || coalesce(OLD."id", 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(OLD."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"person":' || coalesce('"' || replace(replace(OLD."person", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"name":' || coalesce('"' || replace(replace(OLD."name", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"recognised_by":' || coalesce('"' || replace(replace(OLD."recognised_by", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"number":' || coalesce('"' || replace(replace(OLD."number", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"recognised_on":' || coalesce('"' || replace(replace(OLD."recognised_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        NULL);
END;

CREATE TRIGGER journal_initiative_insert AFTER INSERT ON initiative
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'initiative',
        '[' || coalesce(NEW."id", 'null') || ']',
        NULL,
        '{"id":' || coalesce(NEW."id", 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(NEW."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"person":' || coalesce('"' || replace(replace(NEW."person", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"name":' || coalesce('"' || replace(replace(NEW."name", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"recognised_by":' || coalesce('"' || replace(replace(NEW."recognised_by", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"number":' || coalesce('"' || replace(replace(NEW."number", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"recognised_on":' || coalesce('"' || replace(replace(NEW."recognised_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TRIGGER journal_initiative_update AFTER UPDATE ON initiative WHEN OLD."id" IS NOT NEW."id" OR
    OLD."unit" IS NOT NEW."unit" OR
    OLD."person" IS NOT NEW."person" OR
    OLD."name" IS NOT NEW."name" OR
    OLD."recognised_by" IS NOT NEW."recognised_by" OR
    OLD."number" IS NOT NEW."number" OR
    OLD."recognised_on" IS NOT NEW."recognised_on"
BEGIN
    SELECT RAISE(ABORT, 'key_is_final') WHERE OLD."id" IS NOT NEW."id";
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'initiative',
        '[' || coalesce(OLD."id", 'null') || ']',
        '{"id":' || coalesce(OLD."id", 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(OLD."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"person":' || coalesce('"' || replace(replace(OLD."person", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"name":' || coalesce('"' || replace(replace(OLD."name", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"recognised_by":' || coalesce('"' || replace(replace(OLD."recognised_by", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"number":' || coalesce('"' || replace(replace(OLD."number", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"recognised_on":' || coalesce('"' || replace(replace(OLD."recognised_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        '{"id":' || coalesce(NEW."id", 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(NEW."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"person":' || coalesce('"' || replace(replace(NEW."person", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"name":' || coalesce('"' || replace(replace(NEW."name", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"recognised_by":' || coalesce('"' || replace(replace(NEW."recognised_by", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"number":' || coalesce('"' || replace(replace(NEW."number", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"recognised_on":' || coalesce('"' || replace(replace(NEW."recognised_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TABLE initiative_use (
    proposal   INTEGER NOT NULL REFERENCES proposal (id),
    initiative INTEGER NOT NULL REFERENCES initiative (id),
    PRIMARY KEY (proposal, initiative)
) STRICT;

CREATE TRIGGER journal_initiative_use_delete AFTER DELETE ON initiative_use
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'initiative_use',
        '[' || coalesce(OLD."proposal", 'null') || ',' || coalesce(OLD."initiative", 'null') || ']',
        '{"proposal":' || coalesce(OLD."proposal", 'null') ||
        ',"initiative":' || coalesce(OLD."initiative", 'null') ||
        '}',
        NULL);
END;

CREATE TRIGGER journal_initiative_use_insert AFTER INSERT ON initiative_use
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'initiative_use',
        '[' || coalesce(NEW."proposal", 'null') || ',' || coalesce(NEW."initiative", 'null') || ']',
        NULL,
        '{"proposal":' || coalesce(NEW."proposal", 'null') ||
        ',"initiative":' || coalesce(NEW."initiative", 'null') ||
        '}');
END;

CREATE TRIGGER journal_initiative_use_update AFTER UPDATE ON initiative_use WHEN OLD."proposal" IS NOT NEW."proposal" OR
    OLD."initiative" IS NOT NEW."initiative"
BEGIN
    SELECT RAISE(ABORT, 'key_is_final') WHERE OLD."proposal" IS NOT NEW."proposal" OR
    OLD."initiative" IS NOT NEW."initiative";
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'initiative_use',
        '[' || coalesce(OLD."proposal", 'null') || ',' || coalesce(OLD."initiative", 'null') || ']',
        '{"proposal":' || coalesce(OLD."proposal", 'null') ||
        ',"initiative":' || coalesce(OLD."initiative", 'null') ||
        '}',
        '{"proposal":' || coalesce(NEW."proposal", 'null') ||
        ',"initiative":' || coalesce(NEW."initiative", 'null') ||
        '}');
END;

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

CREATE TRIGGER journal_inspection_delete AFTER DELETE ON inspection
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'inspection',
        '[' || coalesce(OLD."id", 'null') || ']',
        '{"id":' || coalesce(OLD."id", 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(OLD."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"held_on":' || coalesce('"' || replace(replace(OLD."held_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"place":' || coalesce('"' || replace(replace(OLD."place", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"inspectors":' || coalesce('"' || replace(replace(OLD."inspectors", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"hosts":' || coalesce('"' || replace(replace(OLD."hosts", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"strengths":' || coalesce('"' || replace(replace(OLD."strengths", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"weaknesses":' || coalesce('"' || replace(replace(OLD."weaknesses", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"requests":' || coalesce('"' || replace(replace(OLD."requests", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"conclusion":' || coalesce('"' || replace(replace(OLD."conclusion", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"remedy_by":' || coalesce('"' || replace(replace(OLD."remedy_by", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"remedied_on":' || coalesce('"' || replace(replace(OLD."remedied_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        NULL);
END;

CREATE TRIGGER journal_inspection_insert AFTER INSERT ON inspection
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'inspection',
        '[' || coalesce(NEW."id", 'null') || ']',
        NULL,
        '{"id":' || coalesce(NEW."id", 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(NEW."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"held_on":' || coalesce('"' || replace(replace(NEW."held_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"place":' || coalesce('"' || replace(replace(NEW."place", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"inspectors":' || coalesce('"' || replace(replace(NEW."inspectors", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"hosts":' || coalesce('"' || replace(replace(NEW."hosts", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"strengths":' || coalesce('"' || replace(replace(NEW."strengths", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"weaknesses":' || coalesce('"' || replace(replace(NEW."weaknesses", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"requests":' || coalesce('"' || replace(replace(NEW."requests", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"conclusion":' || coalesce('"' || replace(replace(NEW."conclusion", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"remedy_by":' || coalesce('"' || replace(replace(NEW."remedy_by", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"remedied_on":' || coalesce('"' || replace(replace(NEW."remedied_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TRIGGER journal_inspection_update AFTER UPDATE ON inspection WHEN OLD."id" IS NOT NEW."id" OR
    OLD."unit" IS NOT NEW."unit" OR
    OLD."held_on" IS NOT NEW."held_on" OR
    OLD."place" IS NOT NEW."place" OR
    OLD."inspectors" IS NOT NEW."inspectors" OR
    OLD."hosts" IS NOT NEW."hosts" OR
    OLD."strengths" IS NOT NEW."strengths" OR
    OLD."weaknesses" IS NOT NEW."weaknesses" OR
    OLD."requests" IS NOT NEW."requests" OR
    OLD."conclusion" IS NOT NEW."conclusion" OR
    OLD."remedy_by" IS NOT NEW."remedy_by" OR
    OLD."remedied_on" IS NOT NEW."remedied_on"
BEGIN
    SELECT RAISE(ABORT, 'key_is_final') WHERE OLD."id" IS NOT NEW."id";
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'inspection',
        '[' || coalesce(OLD."id", 'null') || ']',
        '{"id":' || coalesce(OLD."id", 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(OLD."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"held_on":' || coalesce('"' || replace(replace(OLD."held_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"place":' || coalesce('"' || replace(replace(OLD."place", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"inspectors":' || coalesce('"' || replace(replace(OLD."inspectors", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"hosts":' || coalesce('"' || replace(replace(OLD."hosts", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"strengths":' || coalesce('"' || replace(replace(OLD."strengths", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"weaknesses":' || coalesce('"' || replace(replace(OLD."weaknesses", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"requests":' || coalesce('"' || replace(replace(OLD."requests", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"conclusion":' || coalesce('"' || replace(replace(OLD."conclusion", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"remedy_by":' || coalesce('"' || replace(replace(OLD."remedy_by", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"remedied_on":' || coalesce('"' || replace(replace(OLD."remedied_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        '{"id":' || coalesce(NEW."id", 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(NEW."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"held_on":' || coalesce('"' || replace(replace(NEW."held_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"place":' || coalesce('"' || replace(replace(NEW."place", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"inspectors":' || coalesce('"' || replace(replace(NEW."inspectors", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"hosts":' || coalesce('"' || replace(replace(NEW."hosts", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"strengths":' || coalesce('"' || replace(replace(NEW."strengths", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"weaknesses":' || coalesce('"' || replace(replace(NEW."weaknesses", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"requests":' || coalesce('"' || replace(replace(NEW."requests", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"conclusion":' || coalesce('"' || replace(replace(NEW."conclusion", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"remedy_by":' || coalesce('"' || replace(replace(NEW."remedy_by", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"remedied_on":' || coalesce('"' || replace(replace(NEW."remedied_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

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

CREATE TRIGGER journal_intake_delete AFTER DELETE ON intake
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'intake',
        '[' || coalesce(OLD."id", 'null') || ']',
        '{"id":' || coalesce(OLD."id", 'null') ||
        ',"cycle":' || coalesce('"' || replace(replace(OLD."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"file_name":' || coalesce('"' || replace(replace(OLD."file_name", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"sha256":' || coalesce('"' || replace(replace(OLD."sha256", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"modified_at":' || coalesce('"' || replace(replace(OLD."modified_at", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"received_on":' || coalesce('"' || replace(replace(OLD."received_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(OLD."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"status":' || coalesce('"' || replace(replace(OLD."status", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"issues":' || coalesce('"' || replace(replace(OLD."issues", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"origin":' || coalesce('"' || replace(replace(OLD."origin", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        NULL);
END;

CREATE TRIGGER journal_intake_insert AFTER INSERT ON intake
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'intake',
        '[' || coalesce(NEW."id", 'null') || ']',
        NULL,
        '{"id":' || coalesce(NEW."id", 'null') ||
        ',"cycle":' || coalesce('"' || replace(replace(NEW."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"file_name":' || coalesce('"' || replace(replace(NEW."file_name", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"sha256":' || coalesce('"' || replace(replace(NEW."sha256", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"modified_at":' || coalesce('"' || replace(replace(NEW."modified_at", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"received_on":' || coalesce('"' || replace(replace(NEW."received_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(NEW."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"status":' || coalesce('"' || replace(replace(NEW."status", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"issues":' || coalesce('"' || replace(replace(NEW."issues", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"origin":' || coalesce('"' || replace(replace(NEW."origin", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TRIGGER journal_intake_update AFTER UPDATE ON intake WHEN OLD."id" IS NOT NEW."id" OR
    OLD."cycle" IS NOT NEW."cycle" OR
    OLD."file_name" IS NOT NEW."file_name" OR
    OLD."sha256" IS NOT NEW."sha256" OR
    OLD."modified_at" IS NOT NEW."modified_at" OR
    OLD."received_on" IS NOT NEW."received_on" OR
    OLD."unit" IS NOT NEW."unit" OR
    OLD."status" IS NOT NEW."status" OR
    OLD."issues" IS NOT NEW."issues" OR
    OLD."origin" IS NOT NEW."origin"
BEGIN
    SELECT RAISE(ABORT, 'key_is_final') WHERE OLD."id" IS NOT NEW."id";
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'intake',
        '[' || coalesce(OLD."id", 'null') || ']',
        '{"id":' || coalesce(OLD."id", 'null') ||
        ',"cycle":' || coalesce('"' || replace(replace(OLD."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"file_name":' || coalesce('"' || replace(replace(OLD."file_name", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"sha256":' || coalesce('"' || replace(replace(OLD."sha256", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"modified_at":' || coalesce('"' || replace(replace(OLD."modified_at", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"received_on":' || coalesce('"' || replace(replace(OLD."received_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(OLD."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"status":' || coalesce('"' || replace(replace(OLD."status", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"issues":' || coalesce('"' || replace(replace(OLD."issues", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"origin":' || coalesce('"' || replace(replace(OLD."origin", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        '{"id":' || coalesce(NEW."id", 'null') ||
        ',"cycle":' || coalesce('"' || replace(replace(NEW."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"file_name":' || coalesce('"' || replace(replace(NEW."file_name", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"sha256":' || coalesce('"' || replace(replace(NEW."sha256", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"modified_at":' || coalesce('"' || replace(replace(NEW."modified_at", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"received_on":' || coalesce('"' || replace(replace(NEW."received_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(NEW."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"status":' || coalesce('"' || replace(replace(NEW."status", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"issues":' || coalesce('"' || replace(replace(NEW."issues", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"origin":' || coalesce('"' || replace(replace(NEW."origin", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TABLE issued_form (
    form_id    TEXT PRIMARY KEY,
    cycle      TEXT NOT NULL REFERENCES cycle (id),
    unit       TEXT NOT NULL REFERENCES unit (code),
    version    INTEGER NOT NULL CHECK (version >= 1),
    issued_on  TEXT NOT NULL,
    check_code TEXT NOT NULL,
    UNIQUE (cycle, unit, version)
) STRICT;

CREATE TRIGGER journal_issued_form_delete AFTER DELETE ON issued_form
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'issued_form',
        '[' || coalesce('"' || replace(replace(OLD."form_id", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        '{"form_id":' || coalesce('"' || replace(replace(OLD."form_id", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"cycle":' || coalesce('"' || replace(replace(OLD."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(OLD."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"version":' || coalesce(OLD."version", 'null') ||
        ',"issued_on":' || coalesce('"' || replace(replace(OLD."issued_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"check_code":' || coalesce('"' || replace(replace(OLD."check_code", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        NULL);
END;

CREATE TRIGGER journal_issued_form_insert AFTER INSERT ON issued_form
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'issued_form',
        '[' || coalesce('"' || replace(replace(NEW."form_id", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        NULL,
        '{"form_id":' || coalesce('"' || replace(replace(NEW."form_id", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"cycle":' || coalesce('"' || replace(replace(NEW."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(NEW."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"version":' || coalesce(NEW."version", 'null') ||
        ',"issued_on":' || coalesce('"' || replace(replace(NEW."issued_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"check_code":' || coalesce('"' || replace(replace(NEW."check_code", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TRIGGER journal_issued_form_update AFTER UPDATE ON issued_form WHEN OLD."form_id" IS NOT NEW."form_id" OR
    OLD."cycle" IS NOT NEW."cycle" OR
    OLD."unit" IS NOT NEW."unit" OR
    OLD."version" IS NOT NEW."version" OR
    OLD."issued_on" IS NOT NEW."issued_on" OR
    OLD."check_code" IS NOT NEW."check_code"
BEGIN
    SELECT RAISE(ABORT, 'key_is_final') WHERE OLD."form_id" IS NOT NEW."form_id";
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'issued_form',
        '[' || coalesce('"' || replace(replace(OLD."form_id", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        '{"form_id":' || coalesce('"' || replace(replace(OLD."form_id", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"cycle":' || coalesce('"' || replace(replace(OLD."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(OLD."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"version":' || coalesce(OLD."version", 'null') ||
        ',"issued_on":' || coalesce('"' || replace(replace(OLD."issued_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"check_code":' || coalesce('"' || replace(replace(OLD."check_code", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        '{"form_id":' || coalesce('"' || replace(replace(NEW."form_id", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"cycle":' || coalesce('"' || replace(replace(NEW."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(NEW."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"version":' || coalesce(NEW."version", 'null') ||
        ',"issued_on":' || coalesce('"' || replace(replace(NEW."issued_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"check_code":' || coalesce('"' || replace(replace(NEW."check_code", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TABLE keyed_ballot (
    council_session TEXT NOT NULL REFERENCES council_session (id),
    award           TEXT NOT NULL CHECK (award <> ''),
    place           INTEGER NOT NULL CHECK (place >= 1),
    is_void         INTEGER NOT NULL CHECK (is_void IN (0, 1)),
    marks           TEXT NOT NULL,
    PRIMARY KEY (council_session, award, place)
) STRICT;

CREATE TRIGGER journal_keyed_ballot_delete AFTER DELETE ON keyed_ballot
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'keyed_ballot',
        '[' || coalesce('"' || replace(replace(OLD."council_session", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(OLD."award", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce(OLD."place", 'null') || ']',
        '{"council_session":' || coalesce('"' || replace(replace(OLD."council_session", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"award":' || coalesce('"' || replace(replace(OLD."award", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"place":' || coalesce(OLD."place", 'null') ||
        ',"is_void":' || coalesce(OLD."is_void", 'null') ||
        ',"marks":' || coalesce('"' || replace(replace(OLD."marks", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        NULL);
END;

CREATE TRIGGER journal_keyed_ballot_insert AFTER INSERT ON keyed_ballot
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'keyed_ballot',
        '[' || coalesce('"' || replace(replace(NEW."council_session", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(NEW."award", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce(NEW."place", 'null') || ']',
        NULL,
        '{"council_session":' || coalesce('"' || replace(replace(NEW."council_session", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"award":' || coalesce('"' || replace(replace(NEW."award", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"place":' || coalesce(NEW."place", 'null') ||
        ',"is_void":' || coalesce(NEW."is_void", 'null') ||
        ',"marks":' || coalesce('"' || replace(replace(NEW."marks", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TRIGGER journal_keyed_ballot_update AFTER UPDATE ON keyed_ballot WHEN OLD."council_session" IS NOT NEW."council_session" OR
    OLD."award" IS NOT NEW."award" OR
    OLD."place" IS NOT NEW."place" OR
    OLD."is_void" IS NOT NEW."is_void" OR
    OLD."marks" IS NOT NEW."marks"
BEGIN
    SELECT RAISE(ABORT, 'key_is_final') WHERE OLD."council_session" IS NOT NEW."council_session" OR
    OLD."award" IS NOT NEW."award" OR
    OLD."place" IS NOT NEW."place";
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'keyed_ballot',
        '[' || coalesce('"' || replace(replace(OLD."council_session", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(OLD."award", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce(OLD."place", 'null') || ']',
        '{"council_session":' || coalesce('"' || replace(replace(OLD."council_session", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"award":' || coalesce('"' || replace(replace(OLD."award", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"place":' || coalesce(OLD."place", 'null') ||
        ',"is_void":' || coalesce(OLD."is_void", 'null') ||
        ',"marks":' || coalesce('"' || replace(replace(OLD."marks", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        '{"council_session":' || coalesce('"' || replace(replace(NEW."council_session", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"award":' || coalesce('"' || replace(replace(NEW."award", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"place":' || coalesce(NEW."place", 'null') ||
        ',"is_void":' || coalesce(NEW."is_void", 'null') ||
        ',"marks":' || coalesce('"' || replace(replace(NEW."marks", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TABLE list_choice (
    cycle   TEXT NOT NULL REFERENCES cycle (id),
    award   TEXT NOT NULL,
    subject TEXT NOT NULL CHECK (subject IN ('collective', 'individual', 'household', 'enterprise')),
    code    TEXT NOT NULL,
    choice  TEXT NOT NULL CHECK (choice IN ('taken_in', 'left_out')),
    reason  TEXT NOT NULL CHECK (reason <> ''),
    PRIMARY KEY (cycle, award, code)
) STRICT;

CREATE TRIGGER journal_list_choice_delete AFTER DELETE ON list_choice
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'list_choice',
        '[' || coalesce('"' || replace(replace(OLD."cycle", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(OLD."award", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(OLD."code", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        '{"cycle":' || coalesce('"' || replace(replace(OLD."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"award":' || coalesce('"' || replace(replace(OLD."award", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"subject":' || coalesce('"' || replace(replace(OLD."subject", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"code":' || coalesce('"' || replace(replace(OLD."code", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"choice":' || coalesce('"' || replace(replace(OLD."choice", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"reason":' || coalesce('"' || replace(replace(OLD."reason", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        NULL);
END;

CREATE TRIGGER journal_list_choice_insert AFTER INSERT ON list_choice
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'list_choice',
        '[' || coalesce('"' || replace(replace(NEW."cycle", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(NEW."award", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(NEW."code", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        NULL,
        '{"cycle":' || coalesce('"' || replace(replace(NEW."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"award":' || coalesce('"' || replace(replace(NEW."award", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"subject":' || coalesce('"' || replace(replace(NEW."subject", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"code":' || coalesce('"' || replace(replace(NEW."code", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"choice":' || coalesce('"' || replace(replace(NEW."choice", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"reason":' || coalesce('"' || replace(replace(NEW."reason", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TRIGGER journal_list_choice_update AFTER UPDATE ON list_choice WHEN OLD."cycle" IS NOT NEW."cycle" OR
    OLD."award" IS NOT NEW."award" OR
    OLD."subject" IS NOT NEW."subject" OR
    OLD."code" IS NOT NEW."code" OR
    OLD."choice" IS NOT NEW."choice" OR
    OLD."reason" IS NOT NEW."reason"
BEGIN
    SELECT RAISE(ABORT, 'key_is_final') WHERE OLD."cycle" IS NOT NEW."cycle" OR
    OLD."award" IS NOT NEW."award" OR
    OLD."code" IS NOT NEW."code";
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'list_choice',
        '[' || coalesce('"' || replace(replace(OLD."cycle", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(OLD."award", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(OLD."code", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        '{"cycle":' || coalesce('"' || replace(replace(OLD."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"award":' || coalesce('"' || replace(replace(OLD."award", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"subject":' || coalesce('"' || replace(replace(OLD."subject", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"code":' || coalesce('"' || replace(replace(OLD."code", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"choice":' || coalesce('"' || replace(replace(OLD."choice", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"reason":' || coalesce('"' || replace(replace(OLD."reason", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        '{"cycle":' || coalesce('"' || replace(replace(NEW."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"award":' || coalesce('"' || replace(replace(NEW."award", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"subject":' || coalesce('"' || replace(replace(NEW."subject", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"code":' || coalesce('"' || replace(replace(NEW."code", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"choice":' || coalesce('"' || replace(replace(NEW."choice", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"reason":' || coalesce('"' || replace(replace(NEW."reason", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

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

CREATE TRIGGER journal_office_delete AFTER DELETE ON office
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'office',
        '[' || coalesce(OLD."id", 'null') || ']',
        '{"id":' || coalesce(OLD."id", 'null') ||
        ',"chair":' || coalesce('"' || replace(replace(OLD."chair", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"deputy":' || coalesce('"' || replace(replace(OLD."deputy", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"department_head":' || coalesce('"' || replace(replace(OLD."department_head", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"officer":' || coalesce('"' || replace(replace(OLD."officer", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"signer_is_deputy":' || coalesce(OLD."signer_is_deputy", 'null') ||
        ',"late_points_per_day":' || coalesce(OLD."late_points_per_day", 'null') ||
        ',"late_cap":' || coalesce(OLD."late_cap", 'null') ||
        ',"commune_kind":' || coalesce('"' || replace(replace(OLD."commune_kind", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"commune_name":' || coalesce('"' || replace(replace(OLD."commune_name", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"province":' || coalesce('"' || replace(replace(OLD."province", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"place_in_date":' || coalesce('"' || replace(replace(OLD."place_in_date", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"hamlet_word":' || coalesce('"' || replace(replace(OLD."hamlet_word", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"movement":' || coalesce('"' || replace(replace(OLD."movement", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        NULL);
END;

CREATE TRIGGER journal_office_insert AFTER INSERT ON office
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'office',
        '[' || coalesce(NEW."id", 'null') || ']',
        NULL,
        '{"id":' || coalesce(NEW."id", 'null') ||
        ',"chair":' || coalesce('"' || replace(replace(NEW."chair", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"deputy":' || coalesce('"' || replace(replace(NEW."deputy", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"department_head":' || coalesce('"' || replace(replace(NEW."department_head", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"officer":' || coalesce('"' || replace(replace(NEW."officer", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"signer_is_deputy":' || coalesce(NEW."signer_is_deputy", 'null') ||
        ',"late_points_per_day":' || coalesce(NEW."late_points_per_day", 'null') ||
        ',"late_cap":' || coalesce(NEW."late_cap", 'null') ||
        ',"commune_kind":' || coalesce('"' || replace(replace(NEW."commune_kind", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"commune_name":' || coalesce('"' || replace(replace(NEW."commune_name", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"province":' || coalesce('"' || replace(replace(NEW."province", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"place_in_date":' || coalesce('"' || replace(replace(NEW."place_in_date", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"hamlet_word":' || coalesce('"' || replace(replace(NEW."hamlet_word", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"movement":' || coalesce('"' || replace(replace(NEW."movement", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TRIGGER journal_office_update AFTER UPDATE ON office WHEN OLD."id" IS NOT NEW."id" OR
    OLD."chair" IS NOT NEW."chair" OR
    OLD."deputy" IS NOT NEW."deputy" OR
    OLD."department_head" IS NOT NEW."department_head" OR
    OLD."officer" IS NOT NEW."officer" OR
    OLD."signer_is_deputy" IS NOT NEW."signer_is_deputy" OR
    OLD."late_points_per_day" IS NOT NEW."late_points_per_day" OR
    OLD."late_cap" IS NOT NEW."late_cap" OR
    OLD."commune_kind" IS NOT NEW."commune_kind" OR
    OLD."commune_name" IS NOT NEW."commune_name" OR
    OLD."province" IS NOT NEW."province" OR
    OLD."place_in_date" IS NOT NEW."place_in_date" OR
    OLD."hamlet_word" IS NOT NEW."hamlet_word" OR
    OLD."movement" IS NOT NEW."movement"
BEGIN
    SELECT RAISE(ABORT, 'key_is_final') WHERE OLD."id" IS NOT NEW."id";
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'office',
        '[' || coalesce(OLD."id", 'null') || ']',
        '{"id":' || coalesce(OLD."id", 'null') ||
        ',"chair":' || coalesce('"' || replace(replace(OLD."chair", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"deputy":' || coalesce('"' || replace(replace(OLD."deputy", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"department_head":' || coalesce('"' || replace(replace(OLD."department_head", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"officer":' || coalesce('"' || replace(replace(OLD."officer", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"signer_is_deputy":' || coalesce(OLD."signer_is_deputy", 'null') ||
        ',"late_points_per_day":' || coalesce(OLD."late_points_per_day", 'null') ||
        ',"late_cap":' || coalesce(OLD."late_cap", 'null') ||
        ',"commune_kind":' || coalesce('"' || replace(replace(OLD."commune_kind", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"commune_name":' || coalesce('"' || replace(replace(OLD."commune_name", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"province":' || coalesce('"' || replace(replace(OLD."province", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"place_in_date":' || coalesce('"' || replace(replace(OLD."place_in_date", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"hamlet_word":' || coalesce('"' || replace(replace(OLD."hamlet_word", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"movement":' || coalesce('"' || replace(replace(OLD."movement", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        '{"id":' || coalesce(NEW."id", 'null') ||
        ',"chair":' || coalesce('"' || replace(replace(NEW."chair", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"deputy":' || coalesce('"' || replace(replace(NEW."deputy", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"department_head":' || coalesce('"' || replace(replace(NEW."department_head", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"officer":' || coalesce('"' || replace(replace(NEW."officer", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"signer_is_deputy":' || coalesce(NEW."signer_is_deputy", 'null') ||
        ',"late_points_per_day":' || coalesce(NEW."late_points_per_day", 'null') ||
        ',"late_cap":' || coalesce(NEW."late_cap", 'null') ||
        ',"commune_kind":' || coalesce('"' || replace(replace(NEW."commune_kind", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"commune_name":' || coalesce('"' || replace(replace(NEW."commune_name", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"province":' || coalesce('"' || replace(replace(NEW."province", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"place_in_date":' || coalesce('"' || replace(replace(NEW."place_in_date", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"hamlet_word":' || coalesce('"' || replace(replace(NEW."hamlet_word", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"movement":' || coalesce('"' || replace(replace(NEW."movement", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

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

CREATE TRIGGER journal_own_rule_pack_delete AFTER DELETE ON own_rule_pack
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'own_rule_pack',
        '[' || coalesce(OLD."id", 'null') || ']',
        '{"id":' || coalesce(OLD."id", 'null') ||
        ',"code":' || coalesce('"' || replace(replace(OLD."code", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"source":' || coalesce('"' || replace(replace(OLD."source", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"added_on":' || coalesce('"' || replace(replace(OLD."added_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        NULL);
END;

CREATE TRIGGER journal_own_rule_pack_insert AFTER INSERT ON own_rule_pack
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'own_rule_pack',
        '[' || coalesce(NEW."id", 'null') || ']',
        NULL,
        '{"id":' || coalesce(NEW."id", 'null') ||
        ',"code":' || coalesce('"' || replace(replace(NEW."code", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"source":' || coalesce('"' || replace(replace(NEW."source", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"added_on":' || coalesce('"' || replace(replace(NEW."added_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TRIGGER journal_own_rule_pack_update AFTER UPDATE ON own_rule_pack WHEN OLD."id" IS NOT NEW."id" OR
    OLD."code" IS NOT NEW."code" OR
    OLD."source" IS NOT NEW."source" OR
    OLD."added_on" IS NOT NEW."added_on"
BEGIN
    SELECT RAISE(ABORT, 'key_is_final') WHERE OLD."id" IS NOT NEW."id";
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'own_rule_pack',
        '[' || coalesce(OLD."id", 'null') || ']',
        '{"id":' || coalesce(OLD."id", 'null') ||
        ',"code":' || coalesce('"' || replace(replace(OLD."code", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"source":' || coalesce('"' || replace(replace(OLD."source", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"added_on":' || coalesce('"' || replace(replace(OLD."added_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        '{"id":' || coalesce(NEW."id", 'null') ||
        ',"code":' || coalesce('"' || replace(replace(NEW."code", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"source":' || coalesce('"' || replace(replace(NEW."source", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"added_on":' || coalesce('"' || replace(replace(NEW."added_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TABLE participants (
    cycle   TEXT NOT NULL REFERENCES cycle (id),
    subject TEXT NOT NULL CHECK (subject IN ('collective', 'individual', 'household', 'enterprise')),
    number  INTEGER NOT NULL CHECK (number >= 0),
    PRIMARY KEY (cycle, subject)
) STRICT;

CREATE TRIGGER journal_participants_delete AFTER DELETE ON participants
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'participants',
        '[' || coalesce('"' || replace(replace(OLD."cycle", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(OLD."subject", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        '{"cycle":' || coalesce('"' || replace(replace(OLD."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"subject":' || coalesce('"' || replace(replace(OLD."subject", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"number":' || coalesce(OLD."number", 'null') ||
        '}',
        NULL);
END;

CREATE TRIGGER journal_participants_insert AFTER INSERT ON participants
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'participants',
        '[' || coalesce('"' || replace(replace(NEW."cycle", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(NEW."subject", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        NULL,
        '{"cycle":' || coalesce('"' || replace(replace(NEW."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"subject":' || coalesce('"' || replace(replace(NEW."subject", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"number":' || coalesce(NEW."number", 'null') ||
        '}');
END;

CREATE TRIGGER journal_participants_update AFTER UPDATE ON participants WHEN OLD."cycle" IS NOT NEW."cycle" OR
    OLD."subject" IS NOT NEW."subject" OR
    OLD."number" IS NOT NEW."number"
BEGIN
    SELECT RAISE(ABORT, 'key_is_final') WHERE OLD."cycle" IS NOT NEW."cycle" OR
    OLD."subject" IS NOT NEW."subject";
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'participants',
        '[' || coalesce('"' || replace(replace(OLD."cycle", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(OLD."subject", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        '{"cycle":' || coalesce('"' || replace(replace(OLD."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"subject":' || coalesce('"' || replace(replace(OLD."subject", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"number":' || coalesce(OLD."number", 'null') ||
        '}',
        '{"cycle":' || coalesce('"' || replace(replace(NEW."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"subject":' || coalesce('"' || replace(replace(NEW."subject", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"number":' || coalesce(NEW."number", 'null') ||
        '}');
END;

CREATE TABLE payment (
    proposal INTEGER PRIMARY KEY REFERENCES proposal (id),
    kind     TEXT NOT NULL CHECK (kind IN ('money', 'gift')),
    paid_on  TEXT NOT NULL,
    receiver TEXT NOT NULL DEFAULT '',
    amount   INTEGER NOT NULL CHECK (amount >= 0),
    gift     TEXT NOT NULL DEFAULT '',
    CHECK (kind = 'money' OR gift <> '')
) STRICT;

CREATE TRIGGER journal_payment_delete AFTER DELETE ON payment
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'payment',
        '[' || coalesce(OLD."proposal", 'null') || ']',
        '{"proposal":' || coalesce(OLD."proposal", 'null') ||
        ',"kind":' || coalesce('"' || replace(replace(OLD."kind", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"paid_on":' || coalesce('"' || replace(replace(OLD."paid_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"receiver":' || coalesce('"' || replace(replace(OLD."receiver", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"amount":' || coalesce(OLD."amount", 'null') ||
        ',"gift":' || coalesce('"' || replace(replace(OLD."gift", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        NULL);
END;

CREATE TRIGGER journal_payment_insert AFTER INSERT ON payment
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'payment',
        '[' || coalesce(NEW."proposal", 'null') || ']',
        NULL,
        '{"proposal":' || coalesce(NEW."proposal", 'null') ||
        ',"kind":' || coalesce('"' || replace(replace(NEW."kind", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"paid_on":' || coalesce('"' || replace(replace(NEW."paid_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"receiver":' || coalesce('"' || replace(replace(NEW."receiver", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"amount":' || coalesce(NEW."amount", 'null') ||
        ',"gift":' || coalesce('"' || replace(replace(NEW."gift", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TRIGGER journal_payment_update AFTER UPDATE ON payment WHEN OLD."proposal" IS NOT NEW."proposal" OR
    OLD."kind" IS NOT NEW."kind" OR
    OLD."paid_on" IS NOT NEW."paid_on" OR
    OLD."receiver" IS NOT NEW."receiver" OR
    OLD."amount" IS NOT NEW."amount" OR
    OLD."gift" IS NOT NEW."gift"
BEGIN
    SELECT RAISE(ABORT, 'key_is_final') WHERE OLD."proposal" IS NOT NEW."proposal";
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'payment',
        '[' || coalesce(OLD."proposal", 'null') || ']',
        '{"proposal":' || coalesce(OLD."proposal", 'null') ||
        ',"kind":' || coalesce('"' || replace(replace(OLD."kind", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"paid_on":' || coalesce('"' || replace(replace(OLD."paid_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"receiver":' || coalesce('"' || replace(replace(OLD."receiver", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"amount":' || coalesce(OLD."amount", 'null') ||
        ',"gift":' || coalesce('"' || replace(replace(OLD."gift", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        '{"proposal":' || coalesce(NEW."proposal", 'null') ||
        ',"kind":' || coalesce('"' || replace(replace(NEW."kind", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"paid_on":' || coalesce('"' || replace(replace(NEW."paid_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"receiver":' || coalesce('"' || replace(replace(NEW."receiver", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"amount":' || coalesce(NEW."amount", 'null') ||
        ',"gift":' || coalesce('"' || replace(replace(NEW."gift", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

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

CREATE TRIGGER journal_person_delete AFTER DELETE ON person
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'person',
        '[' || coalesce('"' || replace(replace(OLD."code", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        '{"code":' || coalesce('"' || replace(replace(OLD."code", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"full_name":' || coalesce('"' || replace(replace(OLD."full_name", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"match_key":' || coalesce('"' || replace(replace(OLD."match_key", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"folded":' || coalesce('"' || replace(replace(OLD."folded", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"sort_key":' || coalesce('"' || replace(replace(OLD."sort_key", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"subject":' || coalesce('"' || replace(replace(OLD."subject", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(OLD."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"position":' || coalesce('"' || replace(replace(OLD."position", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"birth_year":' || coalesce(OLD."birth_year", 'null') ||
        ',"gender":' || coalesce('"' || replace(replace(OLD."gender", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"is_leader":' || coalesce(OLD."is_leader", 'null') ||
        '}',
        NULL);
END;

CREATE TRIGGER journal_person_insert AFTER INSERT ON person
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'person',
        '[' || coalesce('"' || replace(replace(NEW."code", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        NULL,
        '{"code":' || coalesce('"' || replace(replace(NEW."code", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"full_name":' || coalesce('"' || replace(replace(NEW."full_name", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"match_key":' || coalesce('"' || replace(replace(NEW."match_key", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"folded":' || coalesce('"' || replace(replace(NEW."folded", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"sort_key":' || coalesce('"' || replace(replace(NEW."sort_key", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"subject":' || coalesce('"' || replace(replace(NEW."subject", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(NEW."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"position":' || coalesce('"' || replace(replace(NEW."position", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"birth_year":' || coalesce(NEW."birth_year", 'null') ||
        ',"gender":' || coalesce('"' || replace(replace(NEW."gender", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"is_leader":' || coalesce(NEW."is_leader", 'null') ||
        '}');
END;

CREATE TRIGGER journal_person_update AFTER UPDATE ON person WHEN OLD."code" IS NOT NEW."code" OR
    OLD."full_name" IS NOT NEW."full_name" OR
    OLD."match_key" IS NOT NEW."match_key" OR
    OLD."folded" IS NOT NEW."folded" OR
    OLD."sort_key" IS NOT NEW."sort_key" OR
    OLD."subject" IS NOT NEW."subject" OR
    OLD."unit" IS NOT NEW."unit" OR
    OLD."position" IS NOT NEW."position" OR
    OLD."birth_year" IS NOT NEW."birth_year" OR
    OLD."gender" IS NOT NEW."gender" OR
    OLD."is_leader" IS NOT NEW."is_leader"
BEGIN
    SELECT RAISE(ABORT, 'key_is_final') WHERE OLD."code" IS NOT NEW."code";
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'person',
        '[' || coalesce('"' || replace(replace(OLD."code", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        '{"code":' || coalesce('"' || replace(replace(OLD."code", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"full_name":' || coalesce('"' || replace(replace(OLD."full_name", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"match_key":' || coalesce('"' || replace(replace(OLD."match_key", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"folded":' || coalesce('"' || replace(replace(OLD."folded", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"sort_key":' || coalesce('"' || replace(replace(OLD."sort_key", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"subject":' || coalesce('"' || replace(replace(OLD."subject", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(OLD."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"position":' || coalesce('"' || replace(replace(OLD."position", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"birth_year":' || coalesce(OLD."birth_year", 'null') ||
        ',"gender":' || coalesce('"' || replace(replace(OLD."gender", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"is_leader":' || coalesce(OLD."is_leader", 'null') ||
        '}',
        '{"code":' || coalesce('"' || replace(replace(NEW."code", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"full_name":' || coalesce('"' || replace(replace(NEW."full_name", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"match_key":' || coalesce('"' || replace(replace(NEW."match_key", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"folded":' || coalesce('"' || replace(replace(NEW."folded", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"sort_key":' || coalesce('"' || replace(replace(NEW."sort_key", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"subject":' || coalesce('"' || replace(replace(NEW."subject", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(NEW."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"position":' || coalesce('"' || replace(replace(NEW."position", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"birth_year":' || coalesce(NEW."birth_year", 'null') ||
        ',"gender":' || coalesce('"' || replace(replace(NEW."gender", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"is_leader":' || coalesce(NEW."is_leader", 'null') ||
        '}');
END;

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

CREATE TRIGGER journal_proposal_delete AFTER DELETE ON proposal
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'proposal',
        '[' || coalesce(OLD."id", 'null') || ']',
        '{"id":' || coalesce(OLD."id", 'null') ||
        ',"cycle":' || coalesce('"' || replace(replace(OLD."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"award":' || coalesce('"' || replace(replace(OLD."award", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"subject":' || coalesce('"' || replace(replace(OLD."subject", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(OLD."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"person":' || coalesce('"' || replace(replace(OLD."person", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"subject_name":' || coalesce('"' || replace(replace(OLD."subject_name", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"detail":' || coalesce('"' || replace(replace(OLD."detail", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"achievement":' || coalesce('"' || replace(replace(OLD."achievement", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"period_from":' || coalesce('"' || replace(replace(OLD."period_from", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"period_to":' || coalesce('"' || replace(replace(OLD."period_to", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"received_on":' || coalesce('"' || replace(replace(OLD."received_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"override_reason":' || coalesce('"' || replace(replace(OLD."override_reason", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"confirmed":' || coalesce('"' || replace(replace(OLD."confirmed", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"status":' || coalesce('"' || replace(replace(OLD."status", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"commendation":' || coalesce('"' || replace(replace(OLD."commendation", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"denied":' || coalesce('"' || replace(replace(OLD."denied", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"cited":' || coalesce('"' || replace(replace(OLD."cited", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"maternity_leave":' || coalesce(OLD."maternity_leave", 'null') ||
        '}',
        NULL);
END;

CREATE TRIGGER journal_proposal_insert AFTER INSERT ON proposal
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'proposal',
        '[' || coalesce(NEW."id", 'null') || ']',
        NULL,
        '{"id":' || coalesce(NEW."id", 'null') ||
        ',"cycle":' || coalesce('"' || replace(replace(NEW."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"award":' || coalesce('"' || replace(replace(NEW."award", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"subject":' || coalesce('"' || replace(replace(NEW."subject", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(NEW."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"person":' || coalesce('"' || replace(replace(NEW."person", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"subject_name":' || coalesce('"' || replace(replace(NEW."subject_name", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"detail":' || coalesce('"' || replace(replace(NEW."detail", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"achievement":' || coalesce('"' || replace(replace(NEW."achievement", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"period_from":' || coalesce('"' || replace(replace(NEW."period_from", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"period_to":' || coalesce('"' || replace(replace(NEW."period_to", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"received_on":' || coalesce('"' || replace(replace(NEW."received_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"override_reason":' || coalesce('"' || replace(replace(NEW."override_reason", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"confirmed":' || coalesce('"' || replace(replace(NEW."confirmed", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"status":' || coalesce('"' || replace(replace(NEW."status", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"commendation":' || coalesce('"' || replace(replace(NEW."commendation", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"denied":' || coalesce('"' || replace(replace(NEW."denied", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"cited":' || coalesce('"' || replace(replace(NEW."cited", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"maternity_leave":' || coalesce(NEW."maternity_leave", 'null') ||
        '}');
END;

CREATE TRIGGER journal_proposal_update AFTER UPDATE ON proposal WHEN OLD."id" IS NOT NEW."id" OR
    OLD."cycle" IS NOT NEW."cycle" OR
    OLD."award" IS NOT NEW."award" OR
    OLD."subject" IS NOT NEW."subject" OR
    OLD."unit" IS NOT NEW."unit" OR
    OLD."person" IS NOT NEW."person" OR
    OLD."subject_name" IS NOT NEW."subject_name" OR
    OLD."detail" IS NOT NEW."detail" OR
    OLD."achievement" IS NOT NEW."achievement" OR
    OLD."period_from" IS NOT NEW."period_from" OR
    OLD."period_to" IS NOT NEW."period_to" OR
    OLD."received_on" IS NOT NEW."received_on" OR
    OLD."override_reason" IS NOT NEW."override_reason" OR
    OLD."confirmed" IS NOT NEW."confirmed" OR
    OLD."status" IS NOT NEW."status" OR
    OLD."commendation" IS NOT NEW."commendation" OR
    OLD."denied" IS NOT NEW."denied" OR
    OLD."cited" IS NOT NEW."cited" OR
    OLD."maternity_leave" IS NOT NEW."maternity_leave"
BEGIN
    SELECT RAISE(ABORT, 'key_is_final') WHERE OLD."id" IS NOT NEW."id";
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'proposal',
        '[' || coalesce(OLD."id", 'null') || ']',
        '{"id":' || coalesce(OLD."id", 'null') ||
        ',"cycle":' || coalesce('"' || replace(replace(OLD."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"award":' || coalesce('"' || replace(replace(OLD."award", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"subject":' || coalesce('"' || replace(replace(OLD."subject", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(OLD."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"person":' || coalesce('"' || replace(replace(OLD."person", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"subject_name":' || coalesce('"' || replace(replace(OLD."subject_name", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"detail":' || coalesce('"' || replace(replace(OLD."detail", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"achievement":' || coalesce('"' || replace(replace(OLD."achievement", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"period_from":' || coalesce('"' || replace(replace(OLD."period_from", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"period_to":' || coalesce('"' || replace(replace(OLD."period_to", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"received_on":' || coalesce('"' || replace(replace(OLD."received_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"override_reason":' || coalesce('"' || replace(replace(OLD."override_reason", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"confirmed":' || coalesce('"' || replace(replace(OLD."confirmed", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"status":' || coalesce('"' || replace(replace(OLD."status", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"commendation":' || coalesce('"' || replace(replace(OLD."commendation", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"denied":' || coalesce('"' || replace(replace(OLD."denied", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"cited":' || coalesce('"' || replace(replace(OLD."cited", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"maternity_leave":' || coalesce(OLD."maternity_leave", 'null') ||
        '}',
        '{"id":' || coalesce(NEW."id", 'null') ||
        ',"cycle":' || coalesce('"' || replace(replace(NEW."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"award":' || coalesce('"' || replace(replace(NEW."award", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"subject":' || coalesce('"' || replace(replace(NEW."subject", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(NEW."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"person":' || coalesce('"' || replace(replace(NEW."person", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"subject_name":' || coalesce('"' || replace(replace(NEW."subject_name", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"detail":' || coalesce('"' || replace(replace(NEW."detail", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"achievement":' || coalesce('"' || replace(replace(NEW."achievement", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"period_from":' || coalesce('"' || replace(replace(NEW."period_from", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"period_to":' || coalesce('"' || replace(replace(NEW."period_to", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"received_on":' || coalesce('"' || replace(replace(NEW."received_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"override_reason":' || coalesce('"' || replace(replace(NEW."override_reason", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"confirmed":' || coalesce('"' || replace(replace(NEW."confirmed", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"status":' || coalesce('"' || replace(replace(NEW."status", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"commendation":' || coalesce('"' || replace(replace(NEW."commendation", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"denied":' || coalesce('"' || replace(replace(NEW."denied", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"cited":' || coalesce('"' || replace(replace(NEW."cited", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"maternity_leave":' || coalesce(NEW."maternity_leave", 'null') ||
        '}');
END;

CREATE TABLE province_profile (
    name      TEXT PRIMARY KEY CHECK (name <> ''),
    file      TEXT NOT NULL REFERENCES attachment (sha256),
    file_name TEXT NOT NULL CHECK (file_name <> ''),
    note      TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TRIGGER journal_province_profile_delete AFTER DELETE ON province_profile
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'province_profile',
        '[' || coalesce('"' || replace(replace(OLD."name", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        '{"name":' || coalesce('"' || replace(replace(OLD."name", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"file":' || coalesce('"' || replace(replace(OLD."file", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"file_name":' || coalesce('"' || replace(replace(OLD."file_name", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"note":' || coalesce('"' || replace(replace(OLD."note", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        NULL);
END;

CREATE TRIGGER journal_province_profile_insert AFTER INSERT ON province_profile
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'province_profile',
        '[' || coalesce('"' || replace(replace(NEW."name", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        NULL,
        '{"name":' || coalesce('"' || replace(replace(NEW."name", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"file":' || coalesce('"' || replace(replace(NEW."file", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"file_name":' || coalesce('"' || replace(replace(NEW."file_name", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"note":' || coalesce('"' || replace(replace(NEW."note", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TRIGGER journal_province_profile_update AFTER UPDATE ON province_profile WHEN OLD."name" IS NOT NEW."name" OR
    OLD."file" IS NOT NEW."file" OR
    OLD."file_name" IS NOT NEW."file_name" OR
    OLD."note" IS NOT NEW."note"
BEGIN
    SELECT RAISE(ABORT, 'key_is_final') WHERE OLD."name" IS NOT NEW."name";
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'province_profile',
        '[' || coalesce('"' || replace(replace(OLD."name", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        '{"name":' || coalesce('"' || replace(replace(OLD."name", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"file":' || coalesce('"' || replace(replace(OLD."file", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"file_name":' || coalesce('"' || replace(replace(OLD."file_name", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"note":' || coalesce('"' || replace(replace(OLD."note", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        '{"name":' || coalesce('"' || replace(replace(NEW."name", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"file":' || coalesce('"' || replace(replace(NEW."file", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"file_name":' || coalesce('"' || replace(replace(NEW."file_name", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"note":' || coalesce('"' || replace(replace(NEW."note", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

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

CREATE TRIGGER journal_province_profile_area_delete AFTER DELETE ON province_profile_area
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'province_profile_area',
        '[' || coalesce('"' || replace(replace(OLD."profile", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce(OLD."position", 'null') || ']',
        '{"profile":' || coalesce('"' || replace(replace(OLD."profile", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"position":' || coalesce(OLD."position", 'null') ||
        ',"sheet":' || coalesce('"' || replace(replace(OLD."sheet", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"first_row":' || coalesce(OLD."first_row", 'null') ||
        ',"last_row":' || coalesce(OLD."last_row", 'null') ||
        ',"rows_of":' || coalesce('"' || replace(replace(OLD."rows_of", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"subjects":' || coalesce('"' || replace(replace(OLD."subjects", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"award":' || coalesce('"' || replace(replace(OLD."award", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        NULL);
END;

CREATE TRIGGER journal_province_profile_area_insert AFTER INSERT ON province_profile_area
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'province_profile_area',
        '[' || coalesce('"' || replace(replace(NEW."profile", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce(NEW."position", 'null') || ']',
        NULL,
        '{"profile":' || coalesce('"' || replace(replace(NEW."profile", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"position":' || coalesce(NEW."position", 'null') ||
        ',"sheet":' || coalesce('"' || replace(replace(NEW."sheet", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"first_row":' || coalesce(NEW."first_row", 'null') ||
        ',"last_row":' || coalesce(NEW."last_row", 'null') ||
        ',"rows_of":' || coalesce('"' || replace(replace(NEW."rows_of", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"subjects":' || coalesce('"' || replace(replace(NEW."subjects", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"award":' || coalesce('"' || replace(replace(NEW."award", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TRIGGER journal_province_profile_area_update AFTER UPDATE ON province_profile_area WHEN OLD."profile" IS NOT NEW."profile" OR
    OLD."position" IS NOT NEW."position" OR
    OLD."sheet" IS NOT NEW."sheet" OR
    OLD."first_row" IS NOT NEW."first_row" OR
    OLD."last_row" IS NOT NEW."last_row" OR
    OLD."rows_of" IS NOT NEW."rows_of" OR
    OLD."subjects" IS NOT NEW."subjects" OR
    OLD."award" IS NOT NEW."award"
BEGIN
    SELECT RAISE(ABORT, 'key_is_final') WHERE OLD."profile" IS NOT NEW."profile" OR
    OLD."position" IS NOT NEW."position";
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'province_profile_area',
        '[' || coalesce('"' || replace(replace(OLD."profile", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce(OLD."position", 'null') || ']',
        '{"profile":' || coalesce('"' || replace(replace(OLD."profile", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"position":' || coalesce(OLD."position", 'null') ||
        ',"sheet":' || coalesce('"' || replace(replace(OLD."sheet", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"first_row":' || coalesce(OLD."first_row", 'null') ||
        ',"last_row":' || coalesce(OLD."last_row", 'null') ||
        ',"rows_of":' || coalesce('"' || replace(replace(OLD."rows_of", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"subjects":' || coalesce('"' || replace(replace(OLD."subjects", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"award":' || coalesce('"' || replace(replace(OLD."award", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        '{"profile":' || coalesce('"' || replace(replace(NEW."profile", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"position":' || coalesce(NEW."position", 'null') ||
        ',"sheet":' || coalesce('"' || replace(replace(NEW."sheet", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"first_row":' || coalesce(NEW."first_row", 'null') ||
        ',"last_row":' || coalesce(NEW."last_row", 'null') ||
        ',"rows_of":' || coalesce('"' || replace(replace(NEW."rows_of", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"subjects":' || coalesce('"' || replace(replace(NEW."subjects", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"award":' || coalesce('"' || replace(replace(NEW."award", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

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

CREATE TRIGGER journal_province_profile_cell_delete AFTER DELETE ON province_profile_cell
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'province_profile_cell',
        '[' || coalesce('"' || replace(replace(OLD."profile", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(OLD."sheet", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce(OLD."row_number", 'null') || ',' || coalesce(OLD."column_number", 'null') || ']',
        '{"profile":' || coalesce('"' || replace(replace(OLD."profile", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"sheet":' || coalesce('"' || replace(replace(OLD."sheet", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"row_number":' || coalesce(OLD."row_number", 'null') ||
        ',"column_number":' || coalesce(OLD."column_number", 'null') ||
        ',"field":' || coalesce('"' || replace(replace(OLD."field", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"constant":' || coalesce('"' || replace(replace(OLD."constant", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"before":' || coalesce('"' || replace(replace(OLD."before", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        NULL);
END;

CREATE TRIGGER journal_province_profile_cell_insert AFTER INSERT ON province_profile_cell
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'province_profile_cell',
        '[' || coalesce('"' || replace(replace(NEW."profile", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(NEW."sheet", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce(NEW."row_number", 'null') || ',' || coalesce(NEW."column_number", 'null') || ']',
        NULL,
        '{"profile":' || coalesce('"' || replace(replace(NEW."profile", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"sheet":' || coalesce('"' || replace(replace(NEW."sheet", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"row_number":' || coalesce(NEW."row_number", 'null') ||
        ',"column_number":' || coalesce(NEW."column_number", 'null') ||
        ',"field":' || coalesce('"' || replace(replace(NEW."field", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"constant":' || coalesce('"' || replace(replace(NEW."constant", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"before":' || coalesce('"' || replace(replace(NEW."before", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TRIGGER journal_province_profile_cell_update AFTER UPDATE ON province_profile_cell WHEN OLD."profile" IS NOT NEW."profile" OR
    OLD."sheet" IS NOT NEW."sheet" OR
    OLD."row_number" IS NOT NEW."row_number" OR
    OLD."column_number" IS NOT NEW."column_number" OR
    OLD."field" IS NOT NEW."field" OR
    OLD."constant" IS NOT NEW."constant" OR
    OLD."before" IS NOT NEW."before"
BEGIN
    SELECT RAISE(ABORT, 'key_is_final') WHERE OLD."profile" IS NOT NEW."profile" OR
    OLD."sheet" IS NOT NEW."sheet" OR
    OLD."row_number" IS NOT NEW."row_number" OR
    OLD."column_number" IS NOT NEW."column_number";
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'province_profile_cell',
        '[' || coalesce('"' || replace(replace(OLD."profile", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(OLD."sheet", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce(OLD."row_number", 'null') || ',' || coalesce(OLD."column_number", 'null') || ']',
        '{"profile":' || coalesce('"' || replace(replace(OLD."profile", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"sheet":' || coalesce('"' || replace(replace(OLD."sheet", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"row_number":' || coalesce(OLD."row_number", 'null') ||
        ',"column_number":' || coalesce(OLD."column_number", 'null') ||
        ',"field":' || coalesce('"' || replace(replace(OLD."field", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"constant":' || coalesce('"' || replace(replace(OLD."constant", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"before":' || coalesce('"' || replace(replace(OLD."before", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        '{"profile":' || coalesce('"' || replace(replace(NEW."profile", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"sheet":' || coalesce('"' || replace(replace(NEW."sheet", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"row_number":' || coalesce(NEW."row_number", 'null') ||
        ',"column_number":' || coalesce(NEW."column_number", 'null') ||
        ',"field":' || coalesce('"' || replace(replace(NEW."field", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"constant":' || coalesce('"' || replace(replace(NEW."constant", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"before":' || coalesce('"' || replace(replace(NEW."before", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

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

CREATE TRIGGER journal_province_profile_choice_delete AFTER DELETE ON province_profile_choice
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'province_profile_choice',
        '[' || coalesce('"' || replace(replace(OLD."profile", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce(OLD."position", 'null') || ',' || coalesce(OLD."column_number", 'null') || ',' || coalesce('"' || replace(replace(OLD."ours", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        '{"profile":' || coalesce('"' || replace(replace(OLD."profile", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"position":' || coalesce(OLD."position", 'null') ||
        ',"column_number":' || coalesce(OLD."column_number", 'null') ||
        ',"ours":' || coalesce('"' || replace(replace(OLD."ours", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"theirs":' || coalesce('"' || replace(replace(OLD."theirs", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        NULL);
END;

CREATE TRIGGER journal_province_profile_choice_insert AFTER INSERT ON province_profile_choice
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'province_profile_choice',
        '[' || coalesce('"' || replace(replace(NEW."profile", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce(NEW."position", 'null') || ',' || coalesce(NEW."column_number", 'null') || ',' || coalesce('"' || replace(replace(NEW."ours", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        NULL,
        '{"profile":' || coalesce('"' || replace(replace(NEW."profile", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"position":' || coalesce(NEW."position", 'null') ||
        ',"column_number":' || coalesce(NEW."column_number", 'null') ||
        ',"ours":' || coalesce('"' || replace(replace(NEW."ours", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"theirs":' || coalesce('"' || replace(replace(NEW."theirs", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TRIGGER journal_province_profile_choice_update AFTER UPDATE ON province_profile_choice WHEN OLD."profile" IS NOT NEW."profile" OR
    OLD."position" IS NOT NEW."position" OR
    OLD."column_number" IS NOT NEW."column_number" OR
    OLD."ours" IS NOT NEW."ours" OR
    OLD."theirs" IS NOT NEW."theirs"
BEGIN
    SELECT RAISE(ABORT, 'key_is_final') WHERE OLD."profile" IS NOT NEW."profile" OR
    OLD."position" IS NOT NEW."position" OR
    OLD."column_number" IS NOT NEW."column_number" OR
    OLD."ours" IS NOT NEW."ours";
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'province_profile_choice',
        '[' || coalesce('"' || replace(replace(OLD."profile", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce(OLD."position", 'null') || ',' || coalesce(OLD."column_number", 'null') || ',' || coalesce('"' || replace(replace(OLD."ours", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        '{"profile":' || coalesce('"' || replace(replace(OLD."profile", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"position":' || coalesce(OLD."position", 'null') ||
        ',"column_number":' || coalesce(OLD."column_number", 'null') ||
        ',"ours":' || coalesce('"' || replace(replace(OLD."ours", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"theirs":' || coalesce('"' || replace(replace(OLD."theirs", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        '{"profile":' || coalesce('"' || replace(replace(NEW."profile", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"position":' || coalesce(NEW."position", 'null') ||
        ',"column_number":' || coalesce(NEW."column_number", 'null') ||
        ',"ours":' || coalesce('"' || replace(replace(NEW."ours", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"theirs":' || coalesce('"' || replace(replace(NEW."theirs", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

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

CREATE TRIGGER journal_province_profile_column_delete AFTER DELETE ON province_profile_column
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'province_profile_column',
        '[' || coalesce('"' || replace(replace(OLD."profile", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce(OLD."position", 'null') || ',' || coalesce(OLD."column_number", 'null') || ']',
        '{"profile":' || coalesce('"' || replace(replace(OLD."profile", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"position":' || coalesce(OLD."position", 'null') ||
        ',"column_number":' || coalesce(OLD."column_number", 'null') ||
        ',"title":' || coalesce('"' || replace(replace(OLD."title", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"state":' || coalesce('"' || replace(replace(OLD."state", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"field":' || coalesce('"' || replace(replace(OLD."field", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"constant":' || coalesce('"' || replace(replace(OLD."constant", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"catalogue":' || coalesce('"' || replace(replace(OLD."catalogue", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"writes_code":' || coalesce(OLD."writes_code", 'null') ||
        ',"is_required":' || coalesce(OLD."is_required", 'null') ||
        '}',
        NULL);
END;

CREATE TRIGGER journal_province_profile_column_insert AFTER INSERT ON province_profile_column
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'province_profile_column',
        '[' || coalesce('"' || replace(replace(NEW."profile", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce(NEW."position", 'null') || ',' || coalesce(NEW."column_number", 'null') || ']',
        NULL,
        '{"profile":' || coalesce('"' || replace(replace(NEW."profile", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"position":' || coalesce(NEW."position", 'null') ||
        ',"column_number":' || coalesce(NEW."column_number", 'null') ||
        ',"title":' || coalesce('"' || replace(replace(NEW."title", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"state":' || coalesce('"' || replace(replace(NEW."state", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"field":' || coalesce('"' || replace(replace(NEW."field", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"constant":' || coalesce('"' || replace(replace(NEW."constant", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"catalogue":' || coalesce('"' || replace(replace(NEW."catalogue", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"writes_code":' || coalesce(NEW."writes_code", 'null') ||
        ',"is_required":' || coalesce(NEW."is_required", 'null') ||
        '}');
END;

CREATE TRIGGER journal_province_profile_column_update AFTER UPDATE ON province_profile_column WHEN OLD."profile" IS NOT NEW."profile" OR
    OLD."position" IS NOT NEW."position" OR
    OLD."column_number" IS NOT NEW."column_number" OR
    OLD."title" IS NOT NEW."title" OR
    OLD."state" IS NOT NEW."state" OR
    OLD."field" IS NOT NEW."field" OR
    OLD."constant" IS NOT NEW."constant" OR
    OLD."catalogue" IS NOT NEW."catalogue" OR
    OLD."writes_code" IS NOT NEW."writes_code" OR
    OLD."is_required" IS NOT NEW."is_required"
BEGIN
    SELECT RAISE(ABORT, 'key_is_final') WHERE OLD."profile" IS NOT NEW."profile" OR
    OLD."position" IS NOT NEW."position" OR
    OLD."column_number" IS NOT NEW."column_number";
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'province_profile_column',
        '[' || coalesce('"' || replace(replace(OLD."profile", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce(OLD."position", 'null') || ',' || coalesce(OLD."column_number", 'null') || ']',
        '{"profile":' || coalesce('"' || replace(replace(OLD."profile", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"position":' || coalesce(OLD."position", 'null') ||
        ',"column_number":' || coalesce(OLD."column_number", 'null') ||
        ',"title":' || coalesce('"' || replace(replace(OLD."title", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"state":' || coalesce('"' || replace(replace(OLD."state", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"field":' || coalesce('"' || replace(replace(OLD."field", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"constant":' || coalesce('"' || replace(replace(OLD."constant", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"catalogue":' || coalesce('"' || replace(replace(OLD."catalogue", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"writes_code":' || coalesce(OLD."writes_code", 'null') ||
        ',"is_required":' || coalesce(OLD."is_required", 'null') ||
        '}',
        '{"profile":' || coalesce('"' || replace(replace(NEW."profile", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"position":' || coalesce(NEW."position", 'null') ||
        ',"column_number":' || coalesce(NEW."column_number", 'null') ||
        ',"title":' || coalesce('"' || replace(replace(NEW."title", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"state":' || coalesce('"' || replace(replace(NEW."state", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"field":' || coalesce('"' || replace(replace(NEW."field", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"constant":' || coalesce('"' || replace(replace(NEW."constant", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"catalogue":' || coalesce('"' || replace(replace(NEW."catalogue", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"writes_code":' || coalesce(NEW."writes_code", 'null') ||
        ',"is_required":' || coalesce(NEW."is_required", 'null') ||
        '}');
END;

CREATE TABLE quorum_rule (
    id       INTEGER PRIMARY KEY CHECK (id = 1),
    parts    INTEGER NOT NULL CHECK (parts >= 1),
    of_parts INTEGER NOT NULL CHECK (of_parts >= parts),
    citation TEXT NOT NULL CHECK (citation <> '')
) STRICT;

CREATE TRIGGER journal_quorum_rule_delete AFTER DELETE ON quorum_rule
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'quorum_rule',
        '[' || coalesce(OLD."id", 'null') || ']',
        '{"id":' || coalesce(OLD."id", 'null') ||
        ',"parts":' || coalesce(OLD."parts", 'null') ||
        ',"of_parts":' || coalesce(OLD."of_parts", 'null') ||
        ',"citation":' || coalesce('"' || replace(replace(OLD."citation", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        NULL);
END;

CREATE TRIGGER journal_quorum_rule_insert AFTER INSERT ON quorum_rule
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'quorum_rule',
        '[' || coalesce(NEW."id", 'null') || ']',
        NULL,
        '{"id":' || coalesce(NEW."id", 'null') ||
        ',"parts":' || coalesce(NEW."parts", 'null') ||
        ',"of_parts":' || coalesce(NEW."of_parts", 'null') ||
        ',"citation":' || coalesce('"' || replace(replace(NEW."citation", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TRIGGER journal_quorum_rule_update AFTER UPDATE ON quorum_rule WHEN OLD."id" IS NOT NEW."id" OR
    OLD."parts" IS NOT NEW."parts" OR
    OLD."of_parts" IS NOT NEW."of_parts" OR
    OLD."citation" IS NOT NEW."citation"
BEGIN
    SELECT RAISE(ABORT, 'key_is_final') WHERE OLD."id" IS NOT NEW."id";
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'quorum_rule',
        '[' || coalesce(OLD."id", 'null') || ']',
        '{"id":' || coalesce(OLD."id", 'null') ||
        ',"parts":' || coalesce(OLD."parts", 'null') ||
        ',"of_parts":' || coalesce(OLD."of_parts", 'null') ||
        ',"citation":' || coalesce('"' || replace(replace(OLD."citation", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        '{"id":' || coalesce(NEW."id", 'null') ||
        ',"parts":' || coalesce(NEW."parts", 'null') ||
        ',"of_parts":' || coalesce(NEW."of_parts", 'null') ||
        ',"citation":' || coalesce('"' || replace(replace(NEW."citation", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

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

CREATE TRIGGER journal_quota_delete AFTER DELETE ON quota
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'quota',
        '[' || coalesce('"' || replace(replace(OLD."kind", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(OLD."award", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(OLD."subject", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        '{"kind":' || coalesce('"' || replace(replace(OLD."kind", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"award":' || coalesce('"' || replace(replace(OLD."award", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"subject":' || coalesce('"' || replace(replace(OLD."subject", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"maximum":' || coalesce(OLD."maximum", 'null') ||
        ',"scope":' || coalesce('"' || replace(replace(OLD."scope", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"text":' || coalesce('"' || replace(replace(OLD."text", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"formula":' || coalesce('"' || replace(replace(OLD."formula", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"shared_with":' || coalesce('"' || replace(replace(OLD."shared_with", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        NULL);
END;

CREATE TRIGGER journal_quota_insert AFTER INSERT ON quota
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'quota',
        '[' || coalesce('"' || replace(replace(NEW."kind", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(NEW."award", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(NEW."subject", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        NULL,
        '{"kind":' || coalesce('"' || replace(replace(NEW."kind", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"award":' || coalesce('"' || replace(replace(NEW."award", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"subject":' || coalesce('"' || replace(replace(NEW."subject", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"maximum":' || coalesce(NEW."maximum", 'null') ||
        ',"scope":' || coalesce('"' || replace(replace(NEW."scope", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"text":' || coalesce('"' || replace(replace(NEW."text", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"formula":' || coalesce('"' || replace(replace(NEW."formula", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"shared_with":' || coalesce('"' || replace(replace(NEW."shared_with", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TRIGGER journal_quota_update AFTER UPDATE ON quota WHEN OLD."kind" IS NOT NEW."kind" OR
    OLD."award" IS NOT NEW."award" OR
    OLD."subject" IS NOT NEW."subject" OR
    OLD."maximum" IS NOT NEW."maximum" OR
    OLD."scope" IS NOT NEW."scope" OR
    OLD."text" IS NOT NEW."text" OR
    OLD."formula" IS NOT NEW."formula" OR
    OLD."shared_with" IS NOT NEW."shared_with"
BEGIN
    SELECT RAISE(ABORT, 'key_is_final') WHERE OLD."kind" IS NOT NEW."kind" OR
    OLD."award" IS NOT NEW."award" OR
    OLD."subject" IS NOT NEW."subject";
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'quota',
        '[' || coalesce('"' || replace(replace(OLD."kind", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(OLD."award", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(OLD."subject", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        '{"kind":' || coalesce('"' || replace(replace(OLD."kind", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"award":' || coalesce('"' || replace(replace(OLD."award", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"subject":' || coalesce('"' || replace(replace(OLD."subject", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"maximum":' || coalesce(OLD."maximum", 'null') ||
        ',"scope":' || coalesce('"' || replace(replace(OLD."scope", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"text":' || coalesce('"' || replace(replace(OLD."text", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"formula":' || coalesce('"' || replace(replace(OLD."formula", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"shared_with":' || coalesce('"' || replace(replace(OLD."shared_with", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        '{"kind":' || coalesce('"' || replace(replace(NEW."kind", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"award":' || coalesce('"' || replace(replace(NEW."award", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"subject":' || coalesce('"' || replace(replace(NEW."subject", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"maximum":' || coalesce(NEW."maximum", 'null') ||
        ',"scope":' || coalesce('"' || replace(replace(NEW."scope", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"text":' || coalesce('"' || replace(replace(NEW."text", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"formula":' || coalesce('"' || replace(replace(NEW."formula", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"shared_with":' || coalesce('"' || replace(replace(NEW."shared_with", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

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

CREATE TRIGGER journal_recipient_word_delete AFTER DELETE ON recipient_word
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'recipient_word',
        '[' || coalesce(OLD."id", 'null') || ']',
        '{"id":' || coalesce(OLD."id", 'null') ||
        ',"earlier_award":' || coalesce(OLD."earlier_award", 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(OLD."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"person":' || coalesce('"' || replace(replace(OLD."person", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"is_same":' || coalesce(OLD."is_same", 'null') ||
        '}',
        NULL);
END;

CREATE TRIGGER journal_recipient_word_insert AFTER INSERT ON recipient_word
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'recipient_word',
        '[' || coalesce(NEW."id", 'null') || ']',
        NULL,
        '{"id":' || coalesce(NEW."id", 'null') ||
        ',"earlier_award":' || coalesce(NEW."earlier_award", 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(NEW."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"person":' || coalesce('"' || replace(replace(NEW."person", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"is_same":' || coalesce(NEW."is_same", 'null') ||
        '}');
END;

CREATE TRIGGER journal_recipient_word_update AFTER UPDATE ON recipient_word WHEN OLD."id" IS NOT NEW."id" OR
    OLD."earlier_award" IS NOT NEW."earlier_award" OR
    OLD."unit" IS NOT NEW."unit" OR
    OLD."person" IS NOT NEW."person" OR
    OLD."is_same" IS NOT NEW."is_same"
BEGIN
    SELECT RAISE(ABORT, 'key_is_final') WHERE OLD."id" IS NOT NEW."id";
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'recipient_word',
        '[' || coalesce(OLD."id", 'null') || ']',
        '{"id":' || coalesce(OLD."id", 'null') ||
        ',"earlier_award":' || coalesce(OLD."earlier_award", 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(OLD."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"person":' || coalesce('"' || replace(replace(OLD."person", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"is_same":' || coalesce(OLD."is_same", 'null') ||
        '}',
        '{"id":' || coalesce(NEW."id", 'null') ||
        ',"earlier_award":' || coalesce(NEW."earlier_award", 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(NEW."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"person":' || coalesce('"' || replace(replace(NEW."person", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"is_same":' || coalesce(NEW."is_same", 'null') ||
        '}');
END;

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

CREATE TRIGGER journal_referral_delete AFTER DELETE ON referral
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'referral',
        '[' || coalesce(OLD."proposal", 'null') || ']',
        '{"proposal":' || coalesce(OLD."proposal", 'null') ||
        ',"state":' || coalesce('"' || replace(replace(OLD."state", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"sent_on":' || coalesce('"' || replace(replace(OLD."sent_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"document":' || coalesce('"' || replace(replace(OLD."document", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"decided_on":' || coalesce('"' || replace(replace(OLD."decided_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"number":' || coalesce('"' || replace(replace(OLD."number", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"decider":' || coalesce('"' || replace(replace(OLD."decider", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"note":' || coalesce('"' || replace(replace(OLD."note", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        NULL);
END;

CREATE TRIGGER journal_referral_insert AFTER INSERT ON referral
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'referral',
        '[' || coalesce(NEW."proposal", 'null') || ']',
        NULL,
        '{"proposal":' || coalesce(NEW."proposal", 'null') ||
        ',"state":' || coalesce('"' || replace(replace(NEW."state", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"sent_on":' || coalesce('"' || replace(replace(NEW."sent_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"document":' || coalesce('"' || replace(replace(NEW."document", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"decided_on":' || coalesce('"' || replace(replace(NEW."decided_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"number":' || coalesce('"' || replace(replace(NEW."number", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"decider":' || coalesce('"' || replace(replace(NEW."decider", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"note":' || coalesce('"' || replace(replace(NEW."note", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TRIGGER journal_referral_update AFTER UPDATE ON referral WHEN OLD."proposal" IS NOT NEW."proposal" OR
    OLD."state" IS NOT NEW."state" OR
    OLD."sent_on" IS NOT NEW."sent_on" OR
    OLD."document" IS NOT NEW."document" OR
    OLD."decided_on" IS NOT NEW."decided_on" OR
    OLD."number" IS NOT NEW."number" OR
    OLD."decider" IS NOT NEW."decider" OR
    OLD."note" IS NOT NEW."note"
BEGIN
    SELECT RAISE(ABORT, 'key_is_final') WHERE OLD."proposal" IS NOT NEW."proposal";
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'referral',
        '[' || coalesce(OLD."proposal", 'null') || ']',
        '{"proposal":' || coalesce(OLD."proposal", 'null') ||
        ',"state":' || coalesce('"' || replace(replace(OLD."state", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"sent_on":' || coalesce('"' || replace(replace(OLD."sent_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"document":' || coalesce('"' || replace(replace(OLD."document", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"decided_on":' || coalesce('"' || replace(replace(OLD."decided_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"number":' || coalesce('"' || replace(replace(OLD."number", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"decider":' || coalesce('"' || replace(replace(OLD."decider", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"note":' || coalesce('"' || replace(replace(OLD."note", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        '{"proposal":' || coalesce(NEW."proposal", 'null') ||
        ',"state":' || coalesce('"' || replace(replace(NEW."state", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"sent_on":' || coalesce('"' || replace(replace(NEW."sent_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"document":' || coalesce('"' || replace(replace(NEW."document", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"decided_on":' || coalesce('"' || replace(replace(NEW."decided_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"number":' || coalesce('"' || replace(replace(NEW."number", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"decider":' || coalesce('"' || replace(replace(NEW."decider", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"note":' || coalesce('"' || replace(replace(NEW."note", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

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

CREATE TRIGGER journal_request_answer_delete AFTER DELETE ON request_answer
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'request_answer',
        '[' || coalesce('"' || replace(replace(OLD."cycle", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(OLD."unit", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        '{"cycle":' || coalesce('"' || replace(replace(OLD."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(OLD."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"status":' || coalesce('"' || replace(replace(OLD."status", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"asked":' || coalesce('"' || replace(replace(OLD."asked", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"answer":' || coalesce('"' || replace(replace(OLD."answer", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"changed_on":' || coalesce('"' || replace(replace(OLD."changed_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        NULL);
END;

CREATE TRIGGER journal_request_answer_insert AFTER INSERT ON request_answer
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'request_answer',
        '[' || coalesce('"' || replace(replace(NEW."cycle", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(NEW."unit", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        NULL,
        '{"cycle":' || coalesce('"' || replace(replace(NEW."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(NEW."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"status":' || coalesce('"' || replace(replace(NEW."status", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"asked":' || coalesce('"' || replace(replace(NEW."asked", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"answer":' || coalesce('"' || replace(replace(NEW."answer", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"changed_on":' || coalesce('"' || replace(replace(NEW."changed_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TRIGGER journal_request_answer_update AFTER UPDATE ON request_answer WHEN OLD."cycle" IS NOT NEW."cycle" OR
    OLD."unit" IS NOT NEW."unit" OR
    OLD."status" IS NOT NEW."status" OR
    OLD."asked" IS NOT NEW."asked" OR
    OLD."answer" IS NOT NEW."answer" OR
    OLD."changed_on" IS NOT NEW."changed_on"
BEGIN
    SELECT RAISE(ABORT, 'key_is_final') WHERE OLD."cycle" IS NOT NEW."cycle" OR
    OLD."unit" IS NOT NEW."unit";
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'request_answer',
        '[' || coalesce('"' || replace(replace(OLD."cycle", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(OLD."unit", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        '{"cycle":' || coalesce('"' || replace(replace(OLD."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(OLD."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"status":' || coalesce('"' || replace(replace(OLD."status", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"asked":' || coalesce('"' || replace(replace(OLD."asked", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"answer":' || coalesce('"' || replace(replace(OLD."answer", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"changed_on":' || coalesce('"' || replace(replace(OLD."changed_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        '{"cycle":' || coalesce('"' || replace(replace(NEW."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(NEW."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"status":' || coalesce('"' || replace(replace(NEW."status", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"asked":' || coalesce('"' || replace(replace(NEW."asked", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"answer":' || coalesce('"' || replace(replace(NEW."answer", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"changed_on":' || coalesce('"' || replace(replace(NEW."changed_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TABLE rule_extension (
    id              INTEGER PRIMARY KEY,
    valid_from      TEXT NOT NULL,
    valid_to        TEXT CHECK (valid_to IS NULL OR valid_to >= valid_from),
    document        TEXT NOT NULL CHECK (document <> ''),
    base_salary     INTEGER CHECK (base_salary IS NULL OR base_salary > 0),
    salary_document TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TRIGGER journal_rule_extension_delete AFTER DELETE ON rule_extension
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'rule_extension',
        '[' || coalesce(OLD."id", 'null') || ']',
        '{"id":' || coalesce(OLD."id", 'null') ||
        ',"valid_from":' || coalesce('"' || replace(replace(OLD."valid_from", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"valid_to":' || coalesce('"' || replace(replace(OLD."valid_to", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"document":' || coalesce('"' || replace(replace(OLD."document", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"base_salary":' || coalesce(OLD."base_salary", 'null') ||
        ',"salary_document":' || coalesce('"' || replace(replace(OLD."salary_document", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        NULL);
END;

CREATE TRIGGER journal_rule_extension_insert AFTER INSERT ON rule_extension
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'rule_extension',
        '[' || coalesce(NEW."id", 'null') || ']',
        NULL,
        '{"id":' || coalesce(NEW."id", 'null') ||
        ',"valid_from":' || coalesce('"' || replace(replace(NEW."valid_from", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"valid_to":' || coalesce('"' || replace(replace(NEW."valid_to", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"document":' || coalesce('"' || replace(replace(NEW."document", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"base_salary":' || coalesce(NEW."base_salary", 'null') ||
        ',"salary_document":' || coalesce('"' || replace(replace(NEW."salary_document", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TRIGGER journal_rule_extension_update AFTER UPDATE ON rule_extension WHEN OLD."id" IS NOT NEW."id" OR
    OLD."valid_from" IS NOT NEW."valid_from" OR
    OLD."valid_to" IS NOT NEW."valid_to" OR
    OLD."document" IS NOT NEW."document" OR
    OLD."base_salary" IS NOT NEW."base_salary" OR
    OLD."salary_document" IS NOT NEW."salary_document"
BEGIN
    SELECT RAISE(ABORT, 'key_is_final') WHERE OLD."id" IS NOT NEW."id";
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'rule_extension',
        '[' || coalesce(OLD."id", 'null') || ']',
        '{"id":' || coalesce(OLD."id", 'null') ||
        ',"valid_from":' || coalesce('"' || replace(replace(OLD."valid_from", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"valid_to":' || coalesce('"' || replace(replace(OLD."valid_to", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"document":' || coalesce('"' || replace(replace(OLD."document", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"base_salary":' || coalesce(OLD."base_salary", 'null') ||
        ',"salary_document":' || coalesce('"' || replace(replace(OLD."salary_document", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        '{"id":' || coalesce(NEW."id", 'null') ||
        ',"valid_from":' || coalesce('"' || replace(replace(NEW."valid_from", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"valid_to":' || coalesce('"' || replace(replace(NEW."valid_to", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"document":' || coalesce('"' || replace(replace(NEW."document", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"base_salary":' || coalesce(NEW."base_salary", 'null') ||
        ',"salary_document":' || coalesce('"' || replace(replace(NEW."salary_document", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

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

CREATE TRIGGER journal_self_report_delete AFTER DELETE ON self_report
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'self_report',
        '[' || coalesce('"' || replace(replace(OLD."cycle", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(OLD."unit", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        '{"cycle":' || coalesce('"' || replace(replace(OLD."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(OLD."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"intake":' || coalesce(OLD."intake", 'null') ||
        ',"received_on":' || coalesce('"' || replace(replace(OLD."received_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"file_name":' || coalesce('"' || replace(replace(OLD."file_name", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"requests":' || coalesce('"' || replace(replace(OLD."requests", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"highlights":' || coalesce('"' || replace(replace(OLD."highlights", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        NULL);
END;

CREATE TRIGGER journal_self_report_insert AFTER INSERT ON self_report
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'self_report',
        '[' || coalesce('"' || replace(replace(NEW."cycle", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(NEW."unit", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        NULL,
        '{"cycle":' || coalesce('"' || replace(replace(NEW."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(NEW."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"intake":' || coalesce(NEW."intake", 'null') ||
        ',"received_on":' || coalesce('"' || replace(replace(NEW."received_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"file_name":' || coalesce('"' || replace(replace(NEW."file_name", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"requests":' || coalesce('"' || replace(replace(NEW."requests", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"highlights":' || coalesce('"' || replace(replace(NEW."highlights", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TRIGGER journal_self_report_update AFTER UPDATE ON self_report WHEN OLD."cycle" IS NOT NEW."cycle" OR
    OLD."unit" IS NOT NEW."unit" OR
    OLD."intake" IS NOT NEW."intake" OR
    OLD."received_on" IS NOT NEW."received_on" OR
    OLD."file_name" IS NOT NEW."file_name" OR
    OLD."requests" IS NOT NEW."requests" OR
    OLD."highlights" IS NOT NEW."highlights"
BEGIN
    SELECT RAISE(ABORT, 'key_is_final') WHERE OLD."cycle" IS NOT NEW."cycle" OR
    OLD."unit" IS NOT NEW."unit";
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'self_report',
        '[' || coalesce('"' || replace(replace(OLD."cycle", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(OLD."unit", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        '{"cycle":' || coalesce('"' || replace(replace(OLD."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(OLD."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"intake":' || coalesce(OLD."intake", 'null') ||
        ',"received_on":' || coalesce('"' || replace(replace(OLD."received_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"file_name":' || coalesce('"' || replace(replace(OLD."file_name", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"requests":' || coalesce('"' || replace(replace(OLD."requests", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"highlights":' || coalesce('"' || replace(replace(OLD."highlights", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        '{"cycle":' || coalesce('"' || replace(replace(NEW."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(NEW."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"intake":' || coalesce(NEW."intake", 'null') ||
        ',"received_on":' || coalesce('"' || replace(replace(NEW."received_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"file_name":' || coalesce('"' || replace(replace(NEW."file_name", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"requests":' || coalesce('"' || replace(replace(NEW."requests", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"highlights":' || coalesce('"' || replace(replace(NEW."highlights", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

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

CREATE TRIGGER journal_self_report_line_delete AFTER DELETE ON self_report_line
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'self_report_line',
        '[' || coalesce('"' || replace(replace(OLD."cycle", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(OLD."unit", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(OLD."criterion", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        '{"cycle":' || coalesce('"' || replace(replace(OLD."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(OLD."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"criterion":' || coalesce('"' || replace(replace(OLD."criterion", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"position":' || coalesce(OLD."position", 'null') ||
        ',"points":' || coalesce(OLD."points", 'null') ||
        ',"explanation":' || coalesce('"' || replace(replace(OLD."explanation", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"evidence":' || coalesce('"' || replace(replace(OLD."evidence", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        NULL);
END;

CREATE TRIGGER journal_self_report_line_insert AFTER INSERT ON self_report_line
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'self_report_line',
        '[' || coalesce('"' || replace(replace(NEW."cycle", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(NEW."unit", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(NEW."criterion", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        NULL,
        '{"cycle":' || coalesce('"' || replace(replace(NEW."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(NEW."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"criterion":' || coalesce('"' || replace(replace(NEW."criterion", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"position":' || coalesce(NEW."position", 'null') ||
        ',"points":' || coalesce(NEW."points", 'null') ||
        ',"explanation":' || coalesce('"' || replace(replace(NEW."explanation", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"evidence":' || coalesce('"' || replace(replace(NEW."evidence", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TRIGGER journal_self_report_line_update AFTER UPDATE ON self_report_line WHEN OLD."cycle" IS NOT NEW."cycle" OR
    OLD."unit" IS NOT NEW."unit" OR
    OLD."criterion" IS NOT NEW."criterion" OR
    OLD."position" IS NOT NEW."position" OR
    OLD."points" IS NOT NEW."points" OR
    OLD."explanation" IS NOT NEW."explanation" OR
    OLD."evidence" IS NOT NEW."evidence"
BEGIN
    SELECT RAISE(ABORT, 'key_is_final') WHERE OLD."cycle" IS NOT NEW."cycle" OR
    OLD."unit" IS NOT NEW."unit" OR
    OLD."criterion" IS NOT NEW."criterion";
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'self_report_line',
        '[' || coalesce('"' || replace(replace(OLD."cycle", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(OLD."unit", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(OLD."criterion", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        '{"cycle":' || coalesce('"' || replace(replace(OLD."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(OLD."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"criterion":' || coalesce('"' || replace(replace(OLD."criterion", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"position":' || coalesce(OLD."position", 'null') ||
        ',"points":' || coalesce(OLD."points", 'null') ||
        ',"explanation":' || coalesce('"' || replace(replace(OLD."explanation", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"evidence":' || coalesce('"' || replace(replace(OLD."evidence", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        '{"cycle":' || coalesce('"' || replace(replace(NEW."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(NEW."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"criterion":' || coalesce('"' || replace(replace(NEW."criterion", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"position":' || coalesce(NEW."position", 'null') ||
        ',"points":' || coalesce(NEW."points", 'null') ||
        ',"explanation":' || coalesce('"' || replace(replace(NEW."explanation", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"evidence":' || coalesce('"' || replace(replace(NEW."evidence", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

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

CREATE TRIGGER journal_session_attendance_delete AFTER DELETE ON session_attendance
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'session_attendance',
        '[' || coalesce('"' || replace(replace(OLD."council_session", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce(OLD."member", 'null') || ']',
        '{"council_session":' || coalesce('"' || replace(replace(OLD."council_session", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"member":' || coalesce(OLD."member", 'null') ||
        ',"name":' || coalesce('"' || replace(replace(OLD."name", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"post":' || coalesce('"' || replace(replace(OLD."post", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"role":' || coalesce('"' || replace(replace(OLD."role", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(OLD."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"presence":' || coalesce('"' || replace(replace(OLD."presence", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"reason":' || coalesce('"' || replace(replace(OLD."reason", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        NULL);
END;

CREATE TRIGGER journal_session_attendance_insert AFTER INSERT ON session_attendance
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'session_attendance',
        '[' || coalesce('"' || replace(replace(NEW."council_session", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce(NEW."member", 'null') || ']',
        NULL,
        '{"council_session":' || coalesce('"' || replace(replace(NEW."council_session", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"member":' || coalesce(NEW."member", 'null') ||
        ',"name":' || coalesce('"' || replace(replace(NEW."name", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"post":' || coalesce('"' || replace(replace(NEW."post", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"role":' || coalesce('"' || replace(replace(NEW."role", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(NEW."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"presence":' || coalesce('"' || replace(replace(NEW."presence", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"reason":' || coalesce('"' || replace(replace(NEW."reason", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TRIGGER journal_session_attendance_update AFTER UPDATE ON session_attendance WHEN OLD."council_session" IS NOT NEW."council_session" OR
    OLD."member" IS NOT NEW."member" OR
    OLD."name" IS NOT NEW."name" OR
    OLD."post" IS NOT NEW."post" OR
    OLD."role" IS NOT NEW."role" OR
    OLD."unit" IS NOT NEW."unit" OR
    OLD."presence" IS NOT NEW."presence" OR
    OLD."reason" IS NOT NEW."reason"
BEGIN
    SELECT RAISE(ABORT, 'key_is_final') WHERE OLD."council_session" IS NOT NEW."council_session" OR
    OLD."member" IS NOT NEW."member";
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'session_attendance',
        '[' || coalesce('"' || replace(replace(OLD."council_session", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce(OLD."member", 'null') || ']',
        '{"council_session":' || coalesce('"' || replace(replace(OLD."council_session", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"member":' || coalesce(OLD."member", 'null') ||
        ',"name":' || coalesce('"' || replace(replace(OLD."name", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"post":' || coalesce('"' || replace(replace(OLD."post", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"role":' || coalesce('"' || replace(replace(OLD."role", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(OLD."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"presence":' || coalesce('"' || replace(replace(OLD."presence", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"reason":' || coalesce('"' || replace(replace(OLD."reason", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        '{"council_session":' || coalesce('"' || replace(replace(NEW."council_session", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"member":' || coalesce(NEW."member", 'null') ||
        ',"name":' || coalesce('"' || replace(replace(NEW."name", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"post":' || coalesce('"' || replace(replace(NEW."post", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"role":' || coalesce('"' || replace(replace(NEW."role", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(NEW."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"presence":' || coalesce('"' || replace(replace(NEW."presence", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"reason":' || coalesce('"' || replace(replace(NEW."reason", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

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

CREATE TRIGGER journal_session_record_delete AFTER DELETE ON session_record
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'session_record',
        '[' || coalesce('"' || replace(replace(OLD."council_session", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        '{"council_session":' || coalesce('"' || replace(replace(OLD."council_session", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"mode":' || coalesce('"' || replace(replace(OLD."mode", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"began_at":' || coalesce('"' || replace(replace(OLD."began_at", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"ended_at":' || coalesce('"' || replace(replace(OLD."ended_at", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"place":' || coalesce('"' || replace(replace(OLD."place", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"chair":' || coalesce('"' || replace(replace(OLD."chair", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"secretary":' || coalesce('"' || replace(replace(OLD."secretary", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"council":' || coalesce('"' || replace(replace(OLD."council", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"discussion":' || coalesce('"' || replace(replace(OLD."discussion", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        NULL);
END;

CREATE TRIGGER journal_session_record_insert AFTER INSERT ON session_record
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'session_record',
        '[' || coalesce('"' || replace(replace(NEW."council_session", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        NULL,
        '{"council_session":' || coalesce('"' || replace(replace(NEW."council_session", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"mode":' || coalesce('"' || replace(replace(NEW."mode", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"began_at":' || coalesce('"' || replace(replace(NEW."began_at", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"ended_at":' || coalesce('"' || replace(replace(NEW."ended_at", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"place":' || coalesce('"' || replace(replace(NEW."place", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"chair":' || coalesce('"' || replace(replace(NEW."chair", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"secretary":' || coalesce('"' || replace(replace(NEW."secretary", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"council":' || coalesce('"' || replace(replace(NEW."council", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"discussion":' || coalesce('"' || replace(replace(NEW."discussion", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TRIGGER journal_session_record_update AFTER UPDATE ON session_record WHEN OLD."council_session" IS NOT NEW."council_session" OR
    OLD."mode" IS NOT NEW."mode" OR
    OLD."began_at" IS NOT NEW."began_at" OR
    OLD."ended_at" IS NOT NEW."ended_at" OR
    OLD."place" IS NOT NEW."place" OR
    OLD."chair" IS NOT NEW."chair" OR
    OLD."secretary" IS NOT NEW."secretary" OR
    OLD."council" IS NOT NEW."council" OR
    OLD."discussion" IS NOT NEW."discussion"
BEGIN
    SELECT RAISE(ABORT, 'key_is_final') WHERE OLD."council_session" IS NOT NEW."council_session";
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'session_record',
        '[' || coalesce('"' || replace(replace(OLD."council_session", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        '{"council_session":' || coalesce('"' || replace(replace(OLD."council_session", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"mode":' || coalesce('"' || replace(replace(OLD."mode", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"began_at":' || coalesce('"' || replace(replace(OLD."began_at", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"ended_at":' || coalesce('"' || replace(replace(OLD."ended_at", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"place":' || coalesce('"' || replace(replace(OLD."place", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"chair":' || coalesce('"' || replace(replace(OLD."chair", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"secretary":' || coalesce('"' || replace(replace(OLD."secretary", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"council":' || coalesce('"' || replace(replace(OLD."council", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"discussion":' || coalesce('"' || replace(replace(OLD."discussion", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        '{"council_session":' || coalesce('"' || replace(replace(NEW."council_session", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"mode":' || coalesce('"' || replace(replace(NEW."mode", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"began_at":' || coalesce('"' || replace(replace(NEW."began_at", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"ended_at":' || coalesce('"' || replace(replace(NEW."ended_at", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"place":' || coalesce('"' || replace(replace(NEW."place", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"chair":' || coalesce('"' || replace(replace(NEW."chair", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"secretary":' || coalesce('"' || replace(replace(NEW."secretary", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"council":' || coalesce('"' || replace(replace(NEW."council", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"discussion":' || coalesce('"' || replace(replace(NEW."discussion", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

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

CREATE TRIGGER journal_typed_form_delete AFTER DELETE ON typed_form
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'typed_form',
        '[' || coalesce('"' || replace(replace(OLD."cycle", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(OLD."unit", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        '{"cycle":' || coalesce('"' || replace(replace(OLD."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(OLD."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"received_on":' || coalesce('"' || replace(replace(OLD."received_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"typed_by":' || coalesce('"' || replace(replace(OLD."typed_by", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"requests":' || coalesce('"' || replace(replace(OLD."requests", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"highlights":' || coalesce('"' || replace(replace(OLD."highlights", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"scan":' || coalesce('"' || replace(replace(OLD."scan", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"is_draft":' || coalesce(OLD."is_draft", 'null') ||
        '}',
        NULL);
END;

CREATE TRIGGER journal_typed_form_insert AFTER INSERT ON typed_form
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'typed_form',
        '[' || coalesce('"' || replace(replace(NEW."cycle", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(NEW."unit", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        NULL,
        '{"cycle":' || coalesce('"' || replace(replace(NEW."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(NEW."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"received_on":' || coalesce('"' || replace(replace(NEW."received_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"typed_by":' || coalesce('"' || replace(replace(NEW."typed_by", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"requests":' || coalesce('"' || replace(replace(NEW."requests", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"highlights":' || coalesce('"' || replace(replace(NEW."highlights", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"scan":' || coalesce('"' || replace(replace(NEW."scan", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"is_draft":' || coalesce(NEW."is_draft", 'null') ||
        '}');
END;

CREATE TRIGGER journal_typed_form_update AFTER UPDATE ON typed_form WHEN OLD."cycle" IS NOT NEW."cycle" OR
    OLD."unit" IS NOT NEW."unit" OR
    OLD."received_on" IS NOT NEW."received_on" OR
    OLD."typed_by" IS NOT NEW."typed_by" OR
    OLD."requests" IS NOT NEW."requests" OR
    OLD."highlights" IS NOT NEW."highlights" OR
    OLD."scan" IS NOT NEW."scan" OR
    OLD."is_draft" IS NOT NEW."is_draft"
BEGIN
    SELECT RAISE(ABORT, 'key_is_final') WHERE OLD."cycle" IS NOT NEW."cycle" OR
    OLD."unit" IS NOT NEW."unit";
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'typed_form',
        '[' || coalesce('"' || replace(replace(OLD."cycle", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(OLD."unit", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        '{"cycle":' || coalesce('"' || replace(replace(OLD."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(OLD."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"received_on":' || coalesce('"' || replace(replace(OLD."received_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"typed_by":' || coalesce('"' || replace(replace(OLD."typed_by", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"requests":' || coalesce('"' || replace(replace(OLD."requests", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"highlights":' || coalesce('"' || replace(replace(OLD."highlights", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"scan":' || coalesce('"' || replace(replace(OLD."scan", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"is_draft":' || coalesce(OLD."is_draft", 'null') ||
        '}',
        '{"cycle":' || coalesce('"' || replace(replace(NEW."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(NEW."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"received_on":' || coalesce('"' || replace(replace(NEW."received_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"typed_by":' || coalesce('"' || replace(replace(NEW."typed_by", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"requests":' || coalesce('"' || replace(replace(NEW."requests", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"highlights":' || coalesce('"' || replace(replace(NEW."highlights", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"scan":' || coalesce('"' || replace(replace(NEW."scan", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"is_draft":' || coalesce(NEW."is_draft", 'null') ||
        '}');
END;

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

CREATE TRIGGER journal_typed_line_delete AFTER DELETE ON typed_line
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'typed_line',
        '[' || coalesce('"' || replace(replace(OLD."cycle", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(OLD."unit", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(OLD."criterion", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        '{"cycle":' || coalesce('"' || replace(replace(OLD."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(OLD."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"criterion":' || coalesce('"' || replace(replace(OLD."criterion", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"points":' || coalesce('"' || replace(replace(OLD."points", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"explanation":' || coalesce('"' || replace(replace(OLD."explanation", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"evidence":' || coalesce('"' || replace(replace(OLD."evidence", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        NULL);
END;

CREATE TRIGGER journal_typed_line_insert AFTER INSERT ON typed_line
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'typed_line',
        '[' || coalesce('"' || replace(replace(NEW."cycle", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(NEW."unit", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(NEW."criterion", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        NULL,
        '{"cycle":' || coalesce('"' || replace(replace(NEW."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(NEW."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"criterion":' || coalesce('"' || replace(replace(NEW."criterion", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"points":' || coalesce('"' || replace(replace(NEW."points", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"explanation":' || coalesce('"' || replace(replace(NEW."explanation", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"evidence":' || coalesce('"' || replace(replace(NEW."evidence", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TRIGGER journal_typed_line_update AFTER UPDATE ON typed_line WHEN OLD."cycle" IS NOT NEW."cycle" OR
    OLD."unit" IS NOT NEW."unit" OR
    OLD."criterion" IS NOT NEW."criterion" OR
    OLD."points" IS NOT NEW."points" OR
    OLD."explanation" IS NOT NEW."explanation" OR
    OLD."evidence" IS NOT NEW."evidence"
BEGIN
    SELECT RAISE(ABORT, 'key_is_final') WHERE OLD."cycle" IS NOT NEW."cycle" OR
    OLD."unit" IS NOT NEW."unit" OR
    OLD."criterion" IS NOT NEW."criterion";
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'typed_line',
        '[' || coalesce('"' || replace(replace(OLD."cycle", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(OLD."unit", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(OLD."criterion", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        '{"cycle":' || coalesce('"' || replace(replace(OLD."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(OLD."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"criterion":' || coalesce('"' || replace(replace(OLD."criterion", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"points":' || coalesce('"' || replace(replace(OLD."points", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"explanation":' || coalesce('"' || replace(replace(OLD."explanation", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"evidence":' || coalesce('"' || replace(replace(OLD."evidence", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        '{"cycle":' || coalesce('"' || replace(replace(NEW."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(NEW."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"criterion":' || coalesce('"' || replace(replace(NEW."criterion", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"points":' || coalesce('"' || replace(replace(NEW."points", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"explanation":' || coalesce('"' || replace(replace(NEW."explanation", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"evidence":' || coalesce('"' || replace(replace(NEW."evidence", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

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

CREATE TRIGGER journal_unit_delete AFTER DELETE ON unit
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'unit',
        '[' || coalesce('"' || replace(replace(OLD."code", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        '{"code":' || coalesce('"' || replace(replace(OLD."code", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"name":' || coalesce('"' || replace(replace(OLD."name", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"match_key":' || coalesce('"' || replace(replace(OLD."match_key", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"folded":' || coalesce('"' || replace(replace(OLD."folded", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"sort_key":' || coalesce('"' || replace(replace(OLD."sort_key", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit_group":' || coalesce('"' || replace(replace(OLD."unit_group", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"subject":' || coalesce('"' || replace(replace(OLD."subject", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"cluster":' || coalesce('"' || replace(replace(OLD."cluster", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"head":' || coalesce('"' || replace(replace(OLD."head", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"people_total":' || coalesce(OLD."people_total", 'null') ||
        ',"people_female":' || coalesce(OLD."people_female", 'null') ||
        ',"phone":' || coalesce('"' || replace(replace(OLD."phone", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"valid_from":' || coalesce('"' || replace(replace(OLD."valid_from", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"valid_to":' || coalesce('"' || replace(replace(OLD."valid_to", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        NULL);
END;

CREATE TRIGGER journal_unit_insert AFTER INSERT ON unit
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'unit',
        '[' || coalesce('"' || replace(replace(NEW."code", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        NULL,
        '{"code":' || coalesce('"' || replace(replace(NEW."code", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"name":' || coalesce('"' || replace(replace(NEW."name", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"match_key":' || coalesce('"' || replace(replace(NEW."match_key", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"folded":' || coalesce('"' || replace(replace(NEW."folded", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"sort_key":' || coalesce('"' || replace(replace(NEW."sort_key", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit_group":' || coalesce('"' || replace(replace(NEW."unit_group", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"subject":' || coalesce('"' || replace(replace(NEW."subject", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"cluster":' || coalesce('"' || replace(replace(NEW."cluster", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"head":' || coalesce('"' || replace(replace(NEW."head", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"people_total":' || coalesce(NEW."people_total", 'null') ||
        ',"people_female":' || coalesce(NEW."people_female", 'null') ||
        ',"phone":' || coalesce('"' || replace(replace(NEW."phone", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"valid_from":' || coalesce('"' || replace(replace(NEW."valid_from", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"valid_to":' || coalesce('"' || replace(replace(NEW."valid_to", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TRIGGER journal_unit_update AFTER UPDATE ON unit WHEN OLD."code" IS NOT NEW."code" OR
    OLD."name" IS NOT NEW."name" OR
    OLD."match_key" IS NOT NEW."match_key" OR
    OLD."folded" IS NOT NEW."folded" OR
    OLD."sort_key" IS NOT NEW."sort_key" OR
    OLD."unit_group" IS NOT NEW."unit_group" OR
    OLD."subject" IS NOT NEW."subject" OR
    OLD."cluster" IS NOT NEW."cluster" OR
    OLD."head" IS NOT NEW."head" OR
    OLD."people_total" IS NOT NEW."people_total" OR
    OLD."people_female" IS NOT NEW."people_female" OR
    OLD."phone" IS NOT NEW."phone" OR
    OLD."valid_from" IS NOT NEW."valid_from" OR
    OLD."valid_to" IS NOT NEW."valid_to"
BEGIN
    SELECT RAISE(ABORT, 'key_is_final') WHERE OLD."code" IS NOT NEW."code";
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'unit',
        '[' || coalesce('"' || replace(replace(OLD."code", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        '{"code":' || coalesce('"' || replace(replace(OLD."code", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"name":' || coalesce('"' || replace(replace(OLD."name", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"match_key":' || coalesce('"' || replace(replace(OLD."match_key", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"folded":' || coalesce('"' || replace(replace(OLD."folded", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"sort_key":' || coalesce('"' || replace(replace(OLD."sort_key", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit_group":' || coalesce('"' || replace(replace(OLD."unit_group", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"subject":' || coalesce('"' || replace(replace(OLD."subject", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"cluster":' || coalesce('"' || replace(replace(OLD."cluster", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"head":' || coalesce('"' || replace(replace(OLD."head", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"people_total":' || coalesce(OLD."people_total", 'null') ||
        ',"people_female":' || coalesce(OLD."people_female", 'null') ||
        ',"phone":' || coalesce('"' || replace(replace(OLD."phone", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"valid_from":' || coalesce('"' || replace(replace(OLD."valid_from", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"valid_to":' || coalesce('"' || replace(replace(OLD."valid_to", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        '{"code":' || coalesce('"' || replace(replace(NEW."code", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"name":' || coalesce('"' || replace(replace(NEW."name", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"match_key":' || coalesce('"' || replace(replace(NEW."match_key", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"folded":' || coalesce('"' || replace(replace(NEW."folded", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"sort_key":' || coalesce('"' || replace(replace(NEW."sort_key", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit_group":' || coalesce('"' || replace(replace(NEW."unit_group", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"subject":' || coalesce('"' || replace(replace(NEW."subject", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"cluster":' || coalesce('"' || replace(replace(NEW."cluster", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"head":' || coalesce('"' || replace(replace(NEW."head", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"people_total":' || coalesce(NEW."people_total", 'null') ||
        ',"people_female":' || coalesce(NEW."people_female", 'null') ||
        ',"phone":' || coalesce('"' || replace(replace(NEW."phone", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"valid_from":' || coalesce('"' || replace(replace(NEW."valid_from", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"valid_to":' || coalesce('"' || replace(replace(NEW."valid_to", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TABLE unit_event (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    kind        TEXT NOT NULL CHECK (kind IN ('renamed', 'merged', 'split', 'ended')),
    happened_on TEXT NOT NULL,
    document    TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TRIGGER journal_unit_event_delete AFTER DELETE ON unit_event
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'unit_event',
        '[' || coalesce(OLD."id", 'null') || ']',
        '{"id":' || coalesce(OLD."id", 'null') ||
        ',"kind":' || coalesce('"' || replace(replace(OLD."kind", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"happened_on":' || coalesce('"' || replace(replace(OLD."happened_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"document":' || coalesce('"' || replace(replace(OLD."document", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        NULL);
END;

CREATE TRIGGER journal_unit_event_insert AFTER INSERT ON unit_event
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'unit_event',
        '[' || coalesce(NEW."id", 'null') || ']',
        NULL,
        '{"id":' || coalesce(NEW."id", 'null') ||
        ',"kind":' || coalesce('"' || replace(replace(NEW."kind", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"happened_on":' || coalesce('"' || replace(replace(NEW."happened_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"document":' || coalesce('"' || replace(replace(NEW."document", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TRIGGER journal_unit_event_update AFTER UPDATE ON unit_event WHEN OLD."id" IS NOT NEW."id" OR
    OLD."kind" IS NOT NEW."kind" OR
    OLD."happened_on" IS NOT NEW."happened_on" OR
    OLD."document" IS NOT NEW."document"
BEGIN
    SELECT RAISE(ABORT, 'key_is_final') WHERE OLD."id" IS NOT NEW."id";
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'unit_event',
        '[' || coalesce(OLD."id", 'null') || ']',
        '{"id":' || coalesce(OLD."id", 'null') ||
        ',"kind":' || coalesce('"' || replace(replace(OLD."kind", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"happened_on":' || coalesce('"' || replace(replace(OLD."happened_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"document":' || coalesce('"' || replace(replace(OLD."document", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        '{"id":' || coalesce(NEW."id", 'null') ||
        ',"kind":' || coalesce('"' || replace(replace(NEW."kind", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"happened_on":' || coalesce('"' || replace(replace(NEW."happened_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"document":' || coalesce('"' || replace(replace(NEW."document", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TABLE unit_event_part (
    unit_event INTEGER NOT NULL REFERENCES unit_event (id),
    side       TEXT NOT NULL CHECK (side IN ('before', 'after')),
    unit       TEXT NOT NULL REFERENCES unit (code),
    name       TEXT NOT NULL CHECK (name <> ''),
    PRIMARY KEY (unit_event, side, unit)
) STRICT;

CREATE INDEX unit_event_of_unit ON unit_event_part (unit);

CREATE TRIGGER journal_unit_event_part_delete AFTER DELETE ON unit_event_part
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'unit_event_part',
        '[' || coalesce(OLD."unit_event", 'null') || ',' || coalesce('"' || replace(replace(OLD."side", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(OLD."unit", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        '{"unit_event":' || coalesce(OLD."unit_event", 'null') ||
        ',"side":' || coalesce('"' || replace(replace(OLD."side", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(OLD."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"name":' || coalesce('"' || replace(replace(OLD."name", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        NULL);
END;

CREATE TRIGGER journal_unit_event_part_insert AFTER INSERT ON unit_event_part
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'unit_event_part',
        '[' || coalesce(NEW."unit_event", 'null') || ',' || coalesce('"' || replace(replace(NEW."side", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(NEW."unit", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        NULL,
        '{"unit_event":' || coalesce(NEW."unit_event", 'null') ||
        ',"side":' || coalesce('"' || replace(replace(NEW."side", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(NEW."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"name":' || coalesce('"' || replace(replace(NEW."name", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TRIGGER journal_unit_event_part_update AFTER UPDATE ON unit_event_part WHEN OLD."unit_event" IS NOT NEW."unit_event" OR
    OLD."side" IS NOT NEW."side" OR
    OLD."unit" IS NOT NEW."unit" OR
    OLD."name" IS NOT NEW."name"
BEGIN
    SELECT RAISE(ABORT, 'key_is_final') WHERE OLD."unit_event" IS NOT NEW."unit_event" OR
    OLD."side" IS NOT NEW."side" OR
    OLD."unit" IS NOT NEW."unit";
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'unit_event_part',
        '[' || coalesce(OLD."unit_event", 'null') || ',' || coalesce('"' || replace(replace(OLD."side", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(OLD."unit", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        '{"unit_event":' || coalesce(OLD."unit_event", 'null') ||
        ',"side":' || coalesce('"' || replace(replace(OLD."side", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(OLD."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"name":' || coalesce('"' || replace(replace(OLD."name", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        '{"unit_event":' || coalesce(NEW."unit_event", 'null') ||
        ',"side":' || coalesce('"' || replace(replace(NEW."side", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(NEW."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"name":' || coalesce('"' || replace(replace(NEW."name", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

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

CREATE TRIGGER journal_unit_group_delete AFTER DELETE ON unit_group
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'unit_group',
        '[' || coalesce('"' || replace(replace(OLD."code", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        '{"code":' || coalesce('"' || replace(replace(OLD."code", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"position":' || coalesce(OLD."position", 'null') ||
        ',"name":' || coalesce('"' || replace(replace(OLD."name", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"audience":' || coalesce('"' || replace(replace(OLD."audience", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"basis":' || coalesce('"' || replace(replace(OLD."basis", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"note":' || coalesce('"' || replace(replace(OLD."note", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"subject":' || coalesce('"' || replace(replace(OLD."subject", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"keywords":' || coalesce('"' || replace(replace(OLD."keywords", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        NULL);
END;

CREATE TRIGGER journal_unit_group_insert AFTER INSERT ON unit_group
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'unit_group',
        '[' || coalesce('"' || replace(replace(NEW."code", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        NULL,
        '{"code":' || coalesce('"' || replace(replace(NEW."code", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"position":' || coalesce(NEW."position", 'null') ||
        ',"name":' || coalesce('"' || replace(replace(NEW."name", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"audience":' || coalesce('"' || replace(replace(NEW."audience", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"basis":' || coalesce('"' || replace(replace(NEW."basis", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"note":' || coalesce('"' || replace(replace(NEW."note", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"subject":' || coalesce('"' || replace(replace(NEW."subject", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"keywords":' || coalesce('"' || replace(replace(NEW."keywords", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TRIGGER journal_unit_group_update AFTER UPDATE ON unit_group WHEN OLD."code" IS NOT NEW."code" OR
    OLD."position" IS NOT NEW."position" OR
    OLD."name" IS NOT NEW."name" OR
    OLD."audience" IS NOT NEW."audience" OR
    OLD."basis" IS NOT NEW."basis" OR
    OLD."note" IS NOT NEW."note" OR
    OLD."subject" IS NOT NEW."subject" OR
    OLD."keywords" IS NOT NEW."keywords"
BEGIN
    SELECT RAISE(ABORT, 'key_is_final') WHERE OLD."code" IS NOT NEW."code";
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'unit_group',
        '[' || coalesce('"' || replace(replace(OLD."code", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        '{"code":' || coalesce('"' || replace(replace(OLD."code", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"position":' || coalesce(OLD."position", 'null') ||
        ',"name":' || coalesce('"' || replace(replace(OLD."name", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"audience":' || coalesce('"' || replace(replace(OLD."audience", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"basis":' || coalesce('"' || replace(replace(OLD."basis", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"note":' || coalesce('"' || replace(replace(OLD."note", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"subject":' || coalesce('"' || replace(replace(OLD."subject", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"keywords":' || coalesce('"' || replace(replace(OLD."keywords", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        '{"code":' || coalesce('"' || replace(replace(NEW."code", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"position":' || coalesce(NEW."position", 'null') ||
        ',"name":' || coalesce('"' || replace(replace(NEW."name", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"audience":' || coalesce('"' || replace(replace(NEW."audience", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"basis":' || coalesce('"' || replace(replace(NEW."basis", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"note":' || coalesce('"' || replace(replace(NEW."note", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"subject":' || coalesce('"' || replace(replace(NEW."subject", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"keywords":' || coalesce('"' || replace(replace(NEW."keywords", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

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

CREATE TRIGGER journal_violation_delete AFTER DELETE ON violation
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'violation',
        '[' || coalesce('"' || replace(replace(OLD."cycle", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(OLD."unit", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(OLD."kind", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        '{"cycle":' || coalesce('"' || replace(replace(OLD."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(OLD."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"kind":' || coalesce('"' || replace(replace(OLD."kind", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"document":' || coalesce('"' || replace(replace(OLD."document", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"recorded_on":' || coalesce('"' || replace(replace(OLD."recorded_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        NULL);
END;

CREATE TRIGGER journal_violation_insert AFTER INSERT ON violation
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'violation',
        '[' || coalesce('"' || replace(replace(NEW."cycle", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(NEW."unit", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(NEW."kind", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        NULL,
        '{"cycle":' || coalesce('"' || replace(replace(NEW."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(NEW."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"kind":' || coalesce('"' || replace(replace(NEW."kind", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"document":' || coalesce('"' || replace(replace(NEW."document", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"recorded_on":' || coalesce('"' || replace(replace(NEW."recorded_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TRIGGER journal_violation_update AFTER UPDATE ON violation WHEN OLD."cycle" IS NOT NEW."cycle" OR
    OLD."unit" IS NOT NEW."unit" OR
    OLD."kind" IS NOT NEW."kind" OR
    OLD."document" IS NOT NEW."document" OR
    OLD."recorded_on" IS NOT NEW."recorded_on"
BEGIN
    SELECT RAISE(ABORT, 'key_is_final') WHERE OLD."cycle" IS NOT NEW."cycle" OR
    OLD."unit" IS NOT NEW."unit" OR
    OLD."kind" IS NOT NEW."kind";
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'violation',
        '[' || coalesce('"' || replace(replace(OLD."cycle", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(OLD."unit", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(OLD."kind", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        '{"cycle":' || coalesce('"' || replace(replace(OLD."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(OLD."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"kind":' || coalesce('"' || replace(replace(OLD."kind", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"document":' || coalesce('"' || replace(replace(OLD."document", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"recorded_on":' || coalesce('"' || replace(replace(OLD."recorded_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        '{"cycle":' || coalesce('"' || replace(replace(NEW."cycle", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"unit":' || coalesce('"' || replace(replace(NEW."unit", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"kind":' || coalesce('"' || replace(replace(NEW."kind", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"document":' || coalesce('"' || replace(replace(NEW."document", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"recorded_on":' || coalesce('"' || replace(replace(NEW."recorded_on", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

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

CREATE TRIGGER journal_vote_round_delete AFTER DELETE ON vote_round
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'vote_round',
        '[' || coalesce('"' || replace(replace(OLD."council_session", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(OLD."award", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        '{"council_session":' || coalesce('"' || replace(replace(OLD."council_session", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"award":' || coalesce('"' || replace(replace(OLD."award", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"method":' || coalesce('"' || replace(replace(OLD."method", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"issued":' || coalesce(OLD."issued", 'null') ||
        ',"returned":' || coalesce(OLD."returned", 'null') ||
        ',"void":' || coalesce(OLD."void", 'null') ||
        ',"head_teller":' || coalesce('"' || replace(replace(OLD."head_teller", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"tellers":' || coalesce('"' || replace(replace(OLD."tellers", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        NULL);
END;

CREATE TRIGGER journal_vote_round_insert AFTER INSERT ON vote_round
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'vote_round',
        '[' || coalesce('"' || replace(replace(NEW."council_session", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(NEW."award", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        NULL,
        '{"council_session":' || coalesce('"' || replace(replace(NEW."council_session", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"award":' || coalesce('"' || replace(replace(NEW."award", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"method":' || coalesce('"' || replace(replace(NEW."method", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"issued":' || coalesce(NEW."issued", 'null') ||
        ',"returned":' || coalesce(NEW."returned", 'null') ||
        ',"void":' || coalesce(NEW."void", 'null') ||
        ',"head_teller":' || coalesce('"' || replace(replace(NEW."head_teller", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"tellers":' || coalesce('"' || replace(replace(NEW."tellers", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TRIGGER journal_vote_round_update AFTER UPDATE ON vote_round WHEN OLD."council_session" IS NOT NEW."council_session" OR
    OLD."award" IS NOT NEW."award" OR
    OLD."method" IS NOT NEW."method" OR
    OLD."issued" IS NOT NEW."issued" OR
    OLD."returned" IS NOT NEW."returned" OR
    OLD."void" IS NOT NEW."void" OR
    OLD."head_teller" IS NOT NEW."head_teller" OR
    OLD."tellers" IS NOT NEW."tellers"
BEGIN
    SELECT RAISE(ABORT, 'key_is_final') WHERE OLD."council_session" IS NOT NEW."council_session" OR
    OLD."award" IS NOT NEW."award";
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'vote_round',
        '[' || coalesce('"' || replace(replace(OLD."council_session", '\', '\\'), '"', '\"') || '"', 'null') || ',' || coalesce('"' || replace(replace(OLD."award", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        '{"council_session":' || coalesce('"' || replace(replace(OLD."council_session", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"award":' || coalesce('"' || replace(replace(OLD."award", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"method":' || coalesce('"' || replace(replace(OLD."method", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"issued":' || coalesce(OLD."issued", 'null') ||
        ',"returned":' || coalesce(OLD."returned", 'null') ||
        ',"void":' || coalesce(OLD."void", 'null') ||
        ',"head_teller":' || coalesce('"' || replace(replace(OLD."head_teller", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"tellers":' || coalesce('"' || replace(replace(OLD."tellers", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        '{"council_session":' || coalesce('"' || replace(replace(NEW."council_session", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"award":' || coalesce('"' || replace(replace(NEW."award", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"method":' || coalesce('"' || replace(replace(NEW."method", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"issued":' || coalesce(NEW."issued", 'null') ||
        ',"returned":' || coalesce(NEW."returned", 'null') ||
        ',"void":' || coalesce(NEW."void", 'null') ||
        ',"head_teller":' || coalesce('"' || replace(replace(NEW."head_teller", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"tellers":' || coalesce('"' || replace(replace(NEW."tellers", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TABLE vote_rule (
    award             TEXT PRIMARY KEY,
    threshold_percent INTEGER CHECK (threshold_percent BETWEEN 1 AND 100),
    ballot_required   INTEGER NOT NULL CHECK (ballot_required IN (0, 1)),
    chair_breaks_tie  INTEGER NOT NULL CHECK (chair_breaks_tie IN (0, 1)),
    citation          TEXT NOT NULL CHECK (citation <> '')
) STRICT;

CREATE TRIGGER journal_vote_rule_delete AFTER DELETE ON vote_rule
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'vote_rule',
        '[' || coalesce('"' || replace(replace(OLD."award", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        '{"award":' || coalesce('"' || replace(replace(OLD."award", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"threshold_percent":' || coalesce(OLD."threshold_percent", 'null') ||
        ',"ballot_required":' || coalesce(OLD."ballot_required", 'null') ||
        ',"chair_breaks_tie":' || coalesce(OLD."chair_breaks_tie", 'null') ||
        ',"citation":' || coalesce('"' || replace(replace(OLD."citation", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        NULL);
END;

CREATE TRIGGER journal_vote_rule_insert AFTER INSERT ON vote_rule
BEGIN
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'vote_rule',
        '[' || coalesce('"' || replace(replace(NEW."award", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        NULL,
        '{"award":' || coalesce('"' || replace(replace(NEW."award", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"threshold_percent":' || coalesce(NEW."threshold_percent", 'null') ||
        ',"ballot_required":' || coalesce(NEW."ballot_required", 'null') ||
        ',"chair_breaks_tie":' || coalesce(NEW."chair_breaks_tie", 'null') ||
        ',"citation":' || coalesce('"' || replace(replace(NEW."citation", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;

CREATE TRIGGER journal_vote_rule_update AFTER UPDATE ON vote_rule WHEN OLD."award" IS NOT NEW."award" OR
    OLD."threshold_percent" IS NOT NEW."threshold_percent" OR
    OLD."ballot_required" IS NOT NEW."ballot_required" OR
    OLD."chair_breaks_tie" IS NOT NEW."chair_breaks_tie" OR
    OLD."citation" IS NOT NEW."citation"
BEGIN
    SELECT RAISE(ABORT, 'key_is_final') WHERE OLD."award" IS NOT NEW."award";
    INSERT INTO change (operation, table_name, row_key, before, after)
    VALUES ((SELECT operation FROM open_operation), 'vote_rule',
        '[' || coalesce('"' || replace(replace(OLD."award", '\', '\\'), '"', '\"') || '"', 'null') || ']',
        '{"award":' || coalesce('"' || replace(replace(OLD."award", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"threshold_percent":' || coalesce(OLD."threshold_percent", 'null') ||
        ',"ballot_required":' || coalesce(OLD."ballot_required", 'null') ||
        ',"chair_breaks_tie":' || coalesce(OLD."chair_breaks_tie", 'null') ||
        ',"citation":' || coalesce('"' || replace(replace(OLD."citation", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}',
        '{"award":' || coalesce('"' || replace(replace(NEW."award", '\', '\\'), '"', '\"') || '"', 'null') ||
        ',"threshold_percent":' || coalesce(NEW."threshold_percent", 'null') ||
        ',"ballot_required":' || coalesce(NEW."ballot_required", 'null') ||
        ',"chair_breaks_tie":' || coalesce(NEW."chair_breaks_tie", 'null') ||
        ',"citation":' || coalesce('"' || replace(replace(NEW."citation", '\', '\\'), '"', '\"') || '"', 'null') ||
        '}');
END;
