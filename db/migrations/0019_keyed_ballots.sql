-- Phiếu đang nhập dở: ballots of a count that is not recorded yet, kept one by one so that no power
-- cut loses what was read out. Nobody's name stands on one.

CREATE TABLE keyed_ballot (
    council_session TEXT NOT NULL REFERENCES council_session (id),
    award           TEXT NOT NULL CHECK (award <> ''),
    place           INTEGER NOT NULL CHECK (place >= 1),
    is_void         INTEGER NOT NULL CHECK (is_void IN (0, 1)),
    marks           TEXT NOT NULL,
    PRIMARY KEY (council_session, award, place)
) STRICT;
