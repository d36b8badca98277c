-- Packs as they were posted. from_day: ISO 8601.
CREATE TABLE packs (
    pod      TEXT NOT NULL REFERENCES pods (id),
    kind     TEXT NOT NULL,
    from_day TEXT NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (pod, kind, from_day)
) STRICT, WITHOUT ROWID;

CREATE TABLE check_ins (
    id        TEXT NOT NULL PRIMARY KEY,
    pod       TEXT NOT NULL REFERENCES pods (id),
    opened_at INTEGER NOT NULL,
    document  TEXT NOT NULL
) STRICT;

CREATE INDEX check_ins_of_pod ON check_ins (pod, opened_at);

CREATE TABLE review_decisions (
    id       TEXT NOT NULL PRIMARY KEY,
    pod      TEXT NOT NULL REFERENCES pods (id),
    check_in TEXT NOT NULL REFERENCES check_ins (id),
    made_at  INTEGER NOT NULL,
    done     INTEGER NOT NULL,
    document TEXT NOT NULL
) STRICT;

CREATE INDEX review_decisions_of_check_in ON review_decisions (check_in, made_at);
CREATE INDEX review_decisions_open ON review_decisions (pod, made_at) WHERE done = 0;
