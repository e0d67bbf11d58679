-- Which criteria part units with equal totals, first things first; separated by spaces.

ALTER TABLE class_levels ADD COLUMN tie_order TEXT NOT NULL DEFAULT '';
