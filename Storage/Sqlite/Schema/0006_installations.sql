-- Workspaces that installed the Slack app. The secret is text that only the bot's own keys open; null once it is worthless.
CREATE TABLE installations (
    workspace     TEXT NOT NULL PRIMARY KEY,
    enterprise    TEXT,
    team          TEXT,
    name          TEXT NOT NULL,
    bot_user      TEXT NOT NULL,
    scopes        TEXT NOT NULL,
    installed_by  TEXT NOT NULL,
    installed_at  INTEGER NOT NULL,
    secret        TEXT,
    expires_at    INTEGER,
    ended_because TEXT,
    version       INTEGER NOT NULL
) STRICT;
