-- Whether the officer gave an evidence file its name; such a name outlives adding the file again.

ALTER TABLE evidence ADD COLUMN is_named INTEGER NOT NULL DEFAULT 0 CHECK (is_named IN (0, 1));
