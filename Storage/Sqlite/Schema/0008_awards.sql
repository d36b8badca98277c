-- One month's awards of one pod. The document holds its rules, who may vote, who is nominated, and once counted the result.
CREATE TABLE rounds (
    id          TEXT NOT NULL PRIMARY KEY,
    pod         TEXT NOT NULL REFERENCES pods (id),
    month       TEXT NOT NULL,
    version     INTEGER NOT NULL,
    event_count INTEGER NOT NULL,
    document    TEXT NOT NULL,
    UNIQUE (pod, month)
) STRICT;

-- What happened to a round, for ever. No vote stands here.
CREATE TABLE round_events (
    round  TEXT NOT NULL REFERENCES rounds (id),
    number INTEGER NOT NULL,
    at     INTEGER NOT NULL,
    author TEXT NOT NULL,
    door   TEXT NOT NULL,
    kind   TEXT NOT NULL,
    fact   TEXT NOT NULL,
    PRIMARY KEY (round, number)
) STRICT, WITHOUT ROWID;

-- The secret of the vote rests on these five tables: no moment, no row number, no order of coming, in none of them.
-- Who has voted, ordered by their ids.
CREATE TABLE round_voters (
    round  TEXT NOT NULL REFERENCES rounds (id),
    member TEXT NOT NULL,
    PRIMARY KEY (round, member)
) STRICT, WITHOUT ROWID;

-- How often votes were given or changed, so that none is missed while a round is sealed.
CREATE TABLE round_turnout (
    round TEXT NOT NULL PRIMARY KEY REFERENCES rounds (id),
    casts INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Votes while a round is open. Voter and choice are hidden under the round's key, which is not in the database. Emptied at the close.
CREATE TABLE ballots (
    round  TEXT NOT NULL REFERENCES rounds (id),
    voter  TEXT NOT NULL,
    award  TEXT NOT NULL,
    choice TEXT NOT NULL,
    PRIMARY KEY (round, voter)
) STRICT, WITHOUT ROWID;

-- Deliveries of votes that were handled, hidden under the same key: their ids would name people. Emptied at the close.
CREATE TABLE ballot_deliveries (
    round TEXT NOT NULL REFERENCES rounds (id),
    mark  TEXT NOT NULL,
    PRIMARY KEY (round, mark)
) STRICT, WITHOUT ROWID;

-- Votes that were counted, ordered by what they can be found by: the hash of a receipt, or, of an open vote, the voter.
CREATE TABLE sealed_ballots (
    round   TEXT NOT NULL REFERENCES rounds (id),
    award   TEXT NOT NULL,
    receipt TEXT NOT NULL,
    choice  TEXT,
    PRIMARY KEY (round, award, receipt)
) STRICT, WITHOUT ROWID;

CREATE TABLE kudos (
    id       TEXT NOT NULL PRIMARY KEY,
    pod      TEXT NOT NULL REFERENCES pods (id),
    giver    TEXT NOT NULL,
    receiver TEXT NOT NULL,
    at       INTEGER NOT NULL,
    version  INTEGER NOT NULL,
    document TEXT NOT NULL
) STRICT;

CREATE INDEX kudos_given ON kudos (giver, at);
CREATE INDEX kudos_of_pod ON kudos (pod, at);
