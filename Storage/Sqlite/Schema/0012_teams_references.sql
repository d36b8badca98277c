-- Conversations of Teams: how each is reached. The id is without the thread that Teams appends in channels.
CREATE TABLE teams_places (
    conversation  TEXT NOT NULL PRIMARY KEY,
    kind          TEXT NOT NULL,
    service_url   TEXT NOT NULL,
    tenant        TEXT NOT NULL,
    team          TEXT,
    team_group    TEXT,
    installed_by  TEXT,
    ended_because TEXT
) STRICT;

CREATE INDEX teams_places_by_team ON teams_places (team) WHERE team IS NOT NULL;

-- People of Teams, by their directory object id; user_id is what Teams calls them towards this bot.
CREATE TABLE teams_people (
    account     TEXT NOT NULL PRIMARY KEY,
    tenant      TEXT NOT NULL,
    user_id     TEXT NOT NULL,
    service_url TEXT NOT NULL,
    chat        TEXT,
    time_zone   TEXT,
    language    TEXT
) STRICT;

CREATE INDEX teams_people_by_user_id ON teams_people (user_id);
