"""Which papers a cycle needs, and why: one entry of the catalogue for each kind of paper."""
