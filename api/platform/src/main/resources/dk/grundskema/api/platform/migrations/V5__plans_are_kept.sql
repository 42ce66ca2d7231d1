-- A plan and its scenarios are a family, named by the first plan of it: they never bind each other.
ALTER TABLE plan ADD COLUMN family VARCHAR(120);
UPDATE plan SET family = id;
ALTER TABLE plan ALTER COLUMN family SET NOT NULL;

-- Out of lists, but as it was otherwise.
ALTER TABLE plan ADD COLUMN archived TIMESTAMP WITH TIME ZONE;
-- For everybody as if it were gone, until the grace is over or somebody wants it back.
ALTER TABLE plan ADD COLUMN deleted TIMESTAMP WITH TIME ZONE;
-- People work by it, so it binds them in other plans.
ALTER TABLE plan ADD COLUMN in_use BOOLEAN DEFAULT FALSE NOT NULL;
CREATE INDEX plan_family ON plan (family);
CREATE INDEX plan_in_use ON plan (organisation, in_use);

-- The version that the plan got by the revision; so it can be told what was done since another version.
ALTER TABLE revision ADD COLUMN plan_version BIGINT DEFAULT 0 NOT NULL;
CREATE INDEX revision_plan_version ON revision (plan, plan_version);

-- What gave a plan another version without making a revision, such as undo: told to whoever comes too late.
CREATE TABLE plan_step (
    plan VARCHAR(120) NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
    plan_version BIGINT NOT NULL,
    -- Number of the revision that the plan was at then.
    number INT NOT NULL,
    -- What was done: key and arguments of a text.
    code VARCHAR(80) NOT NULL,
    arguments VARCHAR(4000) NOT NULL,
    author VARCHAR(120) NOT NULL,
    made TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (plan, plan_version)
);
