-- Publications of which it isn't worked out yet whom they concern.
CREATE TABLE notice_round (
    plan VARCHAR(120) NOT NULL,
    number INT NOT NULL,
    -- Whether people are to be told; if not, only those hear of it who were to be told of an earlier one anyway.
    told BOOLEAN NOT NULL,
    PRIMARY KEY (plan, number),
    FOREIGN KEY (plan, number) REFERENCES publication (plan, number) ON DELETE CASCADE
);

-- Mails that are to be sent, and what became of them. Neither addresses nor contents are here: both follow from what was published.
CREATE TABLE notice (
    plan VARCHAR(120) NOT NULL,
    number INT NOT NULL,
    staff VARCHAR(120) NOT NULL,
    -- The publication that the person knows of; 0 means none.
    since INT NOT NULL,
    state VARCHAR(20) NOT NULL,
    made TIMESTAMP WITH TIME ZONE NOT NULL,
    due TIMESTAMP WITH TIME ZONE NOT NULL,
    changed TIMESTAMP WITH TIME ZONE NOT NULL,
    -- Counts who took it to send it: whoever took it earlier has no say any more.
    attempts INT NOT NULL,
    PRIMARY KEY (plan, number, staff),
    FOREIGN KEY (plan, number) REFERENCES publication (plan, number) ON DELETE CASCADE
);
CREATE INDEX notice_due ON notice (state, due);

-- Whether people want mails. The token opens the page where they say so.
CREATE TABLE notice_choice (
    organisation VARCHAR(120) NOT NULL REFERENCES organisation (id),
    staff VARCHAR(120) NOT NULL,
    token VARCHAR(60) NOT NULL UNIQUE,
    -- Since when the person wants none; null means that they are wanted.
    declined TIMESTAMP WITH TIME ZONE,
    PRIMARY KEY (organisation, staff)
);
