-- Links into the dashboard: the hash of what the link carries, never that itself. A used one stays until it is old, so that its second use can be told.
CREATE TABLE sign_in_links (
    hash    TEXT NOT NULL PRIMARY KEY,
    member  TEXT NOT NULL,
    ends_at INTEGER NOT NULL,
    used_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX sign_in_links_end ON sign_in_links (ends_at);

-- Open windows of the dashboard: the hash of what the cookie carries, and as whom it may look (a JSON list: one person in two pods is two members).
CREATE TABLE web_sessions (
    hash      TEXT NOT NULL PRIMARY KEY,
    members   TEXT NOT NULL,
    opened_at INTEGER NOT NULL,
    ends_at   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX web_sessions_end ON web_sessions (ends_at);
