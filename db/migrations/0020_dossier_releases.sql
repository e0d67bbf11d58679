-- Hồ sơ gửi đi khi chưa đủ: why dossiers were packed although parts were open.

CREATE TABLE dossier_release (
    id          INTEGER PRIMARY KEY,
    cycle       TEXT NOT NULL REFERENCES cycle (id),
    released_on TEXT NOT NULL,
    unfinished  INTEGER NOT NULL CHECK (unfinished > 0),
    despite     TEXT NOT NULL CHECK (despite <> '')
) STRICT;
