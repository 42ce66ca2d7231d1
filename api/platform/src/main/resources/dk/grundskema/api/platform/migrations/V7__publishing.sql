-- Of which the ids of events in calendars are made, so that nobody can try out which session one is of; there from the first publication on.
ALTER TABLE plan ADD COLUMN feed_secret VARCHAR(60);

-- What people were told to go by, and when. Rows are never changed, but for what names people in plans that forget them.
CREATE TABLE publication (
    plan VARCHAR(120) NOT NULL REFERENCES plan (id),
    number INT NOT NULL,
    revision VARCHAR(120) NOT NULL REFERENCES revision (id),
    -- The problem by which the timetable was read, which may be the one that it was made of.
    problem VARCHAR(64) NOT NULL REFERENCES document (hash),
    timetable VARCHAR(64) NOT NULL REFERENCES document (hash),
    author VARCHAR(120) NOT NULL,
    published TIMESTAMP WITH TIME ZONE NOT NULL,
    note VARCHAR(2000) NOT NULL,
    -- JSON list of the ids of staff whose calendars stay at what they had.
    held_back VARCHAR(400000) NOT NULL,
    -- Compressed JSON object: ids of events, by the keys of occurrences that took another's place.
    exceptions ${bytes} NOT NULL,
    PRIMARY KEY (plan, number)
);
CREATE INDEX publication_revision ON publication (revision);
CREATE INDEX publication_problem ON publication (problem);
CREATE INDEX publication_timetable ON publication (timetable);

-- What people follow without signing in. Whoever has the token may read; it stands here in plain, since it must be shown again.
CREATE TABLE feed_link (
    id VARCHAR(120) PRIMARY KEY,
    organisation VARCHAR(120) NOT NULL REFERENCES organisation (id),
    -- Of which plan; null means of all that an organisation and those below it have.
    plan VARCHAR(120) REFERENCES plan (id),
    kind VARCHAR(20) NOT NULL,
    owner VARCHAR(120) NOT NULL,
    token VARCHAR(60) NOT NULL UNIQUE,
    language VARCHAR(2) NOT NULL,
    created TIMESTAMP WITH TIME ZONE NOT NULL,
    renewed TIMESTAMP WITH TIME ZONE,
    revoked TIMESTAMP WITH TIME ZONE,
    -- When that was published which somebody said to have seen.
    seen TIMESTAMP WITH TIME ZONE,
    UNIQUE (plan, kind, owner)
);
CREATE INDEX feed_link_organisation ON feed_link (organisation, kind, owner);

-- What each feed says, as far as it was worked out.
CREATE TABLE feed_state (
    link VARCHAR(120) PRIMARY KEY REFERENCES feed_link (id) ON DELETE CASCADE,
    -- The publication up to which it was; 0 means that nothing was yet.
    publication INT NOT NULL,
    -- Counts how often it was written: who read an earlier one writes nothing.
    step BIGINT NOT NULL,
    -- Compressed JSON; null means that nothing was published to it.
    content ${bytes}
);
