-- «Lưu: …» under the recipients of the office's papers; empty leaves the plan's own words.

ALTER TABLE office ADD COLUMN filing TEXT NOT NULL DEFAULT '';
