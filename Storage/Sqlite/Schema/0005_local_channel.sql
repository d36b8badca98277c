CREATE TABLE local_messages (
    number       INTEGER NOT NULL PRIMARY KEY,
    id           TEXT NOT NULL UNIQUE,
    conversation TEXT NOT NULL,
    thread_of    TEXT,
    effect       TEXT UNIQUE,
    author       TEXT,
    subject      TEXT,
    text         TEXT,
    at           INTEGER NOT NULL
) STRICT;

CREATE INDEX local_messages_top ON local_messages (conversation, number) WHERE thread_of IS NULL;
CREATE INDEX local_messages_replies ON local_messages (thread_of, number) WHERE thread_of IS NOT NULL;
