-- Previews of changes at a moment: what is asked, and what was planned for it. Deleted when they are kept or discarded, or after some days.
CREATE TABLE change_preview (
    id VARCHAR(120) PRIMARY KEY,
    plan VARCHAR(120) NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
    author VARCHAR(120) NOT NULL,
    created TIMESTAMP WITH TIME ZONE NOT NULL,
    -- The version and the revision of the plan that it changes.
    version BIGINT NOT NULL,
    base VARCHAR(120) NOT NULL REFERENCES revision (id) ON DELETE CASCADE,
    -- The moment of the change, in local time of the plan's zone.
    moment VARCHAR(40) NOT NULL,
    -- How many things change.
    changes INT NOT NULL,
    -- The changed problem, without what people are bound to by other plans.
    problem VARCHAR(64) NOT NULL REFERENCES document (hash),
    -- When the search for the least change ends, and that for a plan made afresh; none is made if both are NULL.
    limit_millis BIGINT,
    limit_steps BIGINT,
    fresh_millis BIGINT,
    fresh_steps BIGINT,
    -- SEARCHING, COMPARING, DONE or FAILED.
    state VARCHAR(20) NOT NULL,
    -- When the process that plans it was last seen.
    alive TIMESTAMP WITH TIME ZONE NOT NULL,
    least VARCHAR(64) REFERENCES document (hash),
    fresh VARCHAR(64) REFERENCES document (hash)
);
CREATE INDEX change_preview_plan ON change_preview (plan, created);
