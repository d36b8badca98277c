-- What people wrote on one platform, until the other one has shown it. Nearly always empty.
CREATE TABLE carried_words (
    subject TEXT NOT NULL PRIMARY KEY,
    text    TEXT NOT NULL,
    at      INTEGER NOT NULL
) STRICT;

-- Finds what of it is still owed. Other rows of the outbox cost it nothing.
CREATE INDEX outbox_carried ON outbox (subject) WHERE state = 'owed' AND subject GLOB 'said/*';
