-- Instants in all tables are Unix ticks: whole 100 ns since 1970-01-01T00:00Z.
CREATE TABLE pods (
    id       TEXT NOT NULL PRIMARY KEY,
    document TEXT NOT NULL
) STRICT;

CREATE TABLE members (
    id        TEXT NOT NULL PRIMARY KEY,
    pod       TEXT NOT NULL REFERENCES pods (id),
    email_key TEXT NOT NULL,
    document  TEXT NOT NULL,
    UNIQUE (pod, email_key)
) STRICT;

CREATE TABLE api_keys (
    id         TEXT NOT NULL PRIMARY KEY,
    name       TEXT NOT NULL,
    hash       TEXT NOT NULL,
    scopes     TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    revoked_at INTEGER
) STRICT;

-- Written by the health check only.
CREATE TABLE probe (
    id    INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    beats INTEGER NOT NULL
) STRICT;

INSERT INTO probe VALUES (1, 0);
