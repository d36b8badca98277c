-- What came in, with the answer it got. Numbers follow the order of coming, so that old ones are found without an index of times.
CREATE TABLE deliveries (
    number      INTEGER NOT NULL PRIMARY KEY,
    door        TEXT NOT NULL,
    id          TEXT NOT NULL,
    fingerprint TEXT,
    answer      TEXT NOT NULL,
    at          INTEGER NOT NULL,
    UNIQUE (door, id)
) STRICT;

-- What is owed (owed), was delivered or dropped (settled), or cannot be delivered (parked). The id is the order of owing.
CREATE TABLE outbox (
    id           INTEGER NOT NULL PRIMARY KEY,
    effect       TEXT NOT NULL UNIQUE,
    door         TEXT NOT NULL,
    conversation TEXT NOT NULL,
    slot         TEXT NOT NULL,
    thread_of    TEXT,
    subject      TEXT NOT NULL,
    not_before   INTEGER NOT NULL,
    attempts     INTEGER NOT NULL DEFAULT 0,
    state        TEXT NOT NULL DEFAULT 'owed' CHECK (state IN ('owed', 'settled', 'parked')),
    reason       TEXT
) STRICT;

CREATE INDEX outbox_owed ON outbox (door, conversation, id, not_before) WHERE state = 'owed';
CREATE INDEX outbox_parked ON outbox (id) WHERE state = 'parked';

-- One row per conversation to which something is owed. ready_at: when its first owed row is due, or while held, when the lease ends.
CREATE TABLE conversations (
    door         TEXT NOT NULL,
    conversation TEXT NOT NULL,
    ready_at     INTEGER NOT NULL,
    held         INTEGER NOT NULL,
    PRIMARY KEY (door, conversation)
) STRICT, WITHOUT ROWID;

CREATE INDEX conversations_ready ON conversations (ready_at);

-- Which platform message shows a slot. The number is the order of posting.
CREATE TABLE messages (
    number       INTEGER NOT NULL PRIMARY KEY,
    door         TEXT NOT NULL,
    conversation TEXT NOT NULL,
    slot         TEXT NOT NULL,
    message      TEXT NOT NULL,
    UNIQUE (door, conversation, slot)
) STRICT;

CREATE INDEX messages_by_message ON messages (door, conversation, message);
