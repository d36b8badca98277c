-- ready_at: when the timer is due, or while held, when the lease ends.
CREATE TABLE timers (
    key      TEXT NOT NULL PRIMARY KEY,
    due      INTEGER NOT NULL,
    kind     TEXT NOT NULL,
    subject  TEXT NOT NULL,
    ready_at INTEGER NOT NULL,
    held     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX timers_ready ON timers (ready_at);
