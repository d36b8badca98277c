-- Leads whose outline is missing or out of date. The deciding transaction writes this one short row and nothing else for the figures.
CREATE TABLE stale_outlines (
    lead INTEGER NOT NULL PRIMARY KEY REFERENCES leads (number)
) STRICT;

INSERT INTO stale_outlines SELECT number FROM leads;

-- A lead as the figures see it. The rows of a pod lie in the order of hand-over, so that a day is one stretch of this table.
CREATE TABLE outlines (
    pod              TEXT NOT NULL,
    handed_over_at   INTEGER NOT NULL,
    lead             INTEGER NOT NULL,
    id               TEXT NOT NULL,
    rep              TEXT NOT NULL,
    marketer         TEXT NOT NULL,
    campaign         TEXT NOT NULL,
    source           TEXT NOT NULL,
    tier             TEXT NOT NULL,
    version          INTEGER NOT NULL,
    state            TEXT NOT NULL,
    complete         INTEGER NOT NULL,
    employees        INTEGER,
    decided_at       INTEGER,
    accepted_at      INTEGER,
    contacted_at     INTEGER,
    qualified_at     INTEGER,
    opportunity_at   INTEGER,
    won_at           INTEGER,
    lost_at          INTEGER,
    loss_reason      TEXT,
    amount           TEXT,
    currency         TEXT,
    releases         INTEGER NOT NULL,
    answered         INTEGER NOT NULL,
    decision_raw     INTEGER,
    decision_working INTEGER,
    contact_raw      INTEGER,
    contact_working  INTEGER,
    rejections       TEXT NOT NULL,
    promises         TEXT NOT NULL,
    PRIMARY KEY (pod, handed_over_at, lead)
) STRICT, WITHOUT ROWID;

-- A day of a pod, added up. It is out of date while marked is not built.
CREATE TABLE digests (
    pod    TEXT NOT NULL,
    day    INTEGER NOT NULL,
    marked INTEGER NOT NULL,
    built  INTEGER NOT NULL,
    body   BLOB,
    PRIMARY KEY (pod, day)
) STRICT, WITHOUT ROWID;

-- The zone in which a pod's days are cut; when the pod moves, all its days are cut anew.
CREATE TABLE digest_zones (
    pod  TEXT NOT NULL PRIMARY KEY,
    zone TEXT NOT NULL
) STRICT, WITHOUT ROWID;
