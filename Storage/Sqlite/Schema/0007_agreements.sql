-- Each version of a pod's agreement, for ever. The document is never changed.
CREATE TABLE agreements (
    pod      TEXT NOT NULL REFERENCES pods (id),
    version  INTEGER NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (pod, version)
) STRICT, WITHOUT ROWID;

-- Other terms that wait, or waited, for signatures.
CREATE TABLE proposals (
    id       TEXT NOT NULL PRIMARY KEY,
    pod      TEXT NOT NULL REFERENCES pods (id),
    state    TEXT NOT NULL,
    revision INTEGER NOT NULL,
    document TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX proposals_open ON proposals (pod) WHERE state = 'open';

-- Until when the promise that runs about a lead is due; null where none runs or nothing was agreed.
ALTER TABLE leads ADD COLUMN due_at INTEGER;
CREATE INDEX leads_due ON leads (pod, due_at) WHERE due_at IS NOT NULL;

-- What is to be said to somebody in private. batch: the message that says it, once it is owed.
CREATE TABLE nudges (
    key     TEXT NOT NULL PRIMARY KEY,
    pod     TEXT NOT NULL,
    member  TEXT NOT NULL,
    subject TEXT NOT NULL,
    at      INTEGER NOT NULL,
    batch   TEXT
) STRICT, WITHOUT ROWID;

CREATE INDEX nudges_waiting ON nudges (member, at) WHERE batch IS NULL;
CREATE INDEX nudges_said ON nudges (batch) WHERE batch IS NOT NULL;

-- What was said to somebody and when, so that they are not disturbed too often.
CREATE TABLE nudge_batches (
    id     TEXT NOT NULL PRIMARY KEY,
    member TEXT NOT NULL,
    at     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX nudge_batches_recent ON nudge_batches (member, at);

-- How often a lead was passed on to each rep, so that it goes by turn.
CREATE TABLE turns (
    pod    TEXT NOT NULL,
    member TEXT NOT NULL,
    taken  INTEGER NOT NULL,
    PRIMARY KEY (pod, member)
) STRICT, WITHOUT ROWID;
