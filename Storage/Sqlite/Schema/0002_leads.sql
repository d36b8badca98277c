CREATE TABLE leads (
    number         INTEGER NOT NULL PRIMARY KEY,
    id             TEXT NOT NULL UNIQUE,
    pod            TEXT NOT NULL REFERENCES pods (id),
    state          TEXT NOT NULL,
    open           INTEGER NOT NULL,
    owner          TEXT,
    email_key      TEXT,
    external_id    TEXT,
    handed_over_at INTEGER NOT NULL,
    version        INTEGER NOT NULL,
    event_count    INTEGER NOT NULL,
    document       TEXT NOT NULL
) STRICT;

-- One open lead per person and pod.
CREATE UNIQUE INDEX leads_open_person ON leads (pod, email_key) WHERE open = 1 AND email_key IS NOT NULL;
CREATE UNIQUE INDEX leads_open_nameless ON leads (pod, external_id) WHERE open = 1 AND email_key IS NULL AND external_id IS NOT NULL;

CREATE INDEX leads_open_external ON leads (pod, external_id) WHERE open = 1 AND external_id IS NOT NULL;
CREATE INDEX leads_by_state ON leads (pod, state, handed_over_at, id);
CREATE INDEX leads_by_owner ON leads (owner, handed_over_at, id) WHERE owner IS NOT NULL;
CREATE INDEX leads_by_time ON leads (handed_over_at, id);

-- What happened, for ever.
CREATE TABLE events (
    lead   INTEGER NOT NULL REFERENCES leads (number),
    number INTEGER NOT NULL,
    at     INTEGER NOT NULL,
    author TEXT NOT NULL,
    door   TEXT NOT NULL,
    kind   TEXT NOT NULL,
    fact   TEXT NOT NULL,
    PRIMARY KEY (lead, number)
) STRICT;
