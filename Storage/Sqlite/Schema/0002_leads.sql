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
-- Lists. State and owner stand at the end, so that a lead that moves stays in its place in the index, and a list of a pod filters without
-- reading leads. The list over all pods is rare, and not worth the upkeep of a second such index.
CREATE INDEX leads_by_pod ON leads (pod, handed_over_at, id, state, owner);
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
