-- Solves: what was asked, how it stands, what came of it. Who runs them and when is in scheduled_tasks.
CREATE TABLE solve_job (
    id VARCHAR(120) PRIMARY KEY,
    organisation VARCHAR(120) NOT NULL REFERENCES organisation (id),
    plan VARCHAR(120) NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
    author VARCHAR(120) NOT NULL,
    created TIMESTAMP WITH TIME ZONE NOT NULL,
    -- The revision whose problem is solved.
    base VARCHAR(120) NOT NULL REFERENCES revision (id) ON DELETE CASCADE,
    continue_from VARCHAR(20) NOT NULL,
    -- The timetable that it stays close to.
    reference VARCHAR(64) REFERENCES document (hash),
    seed BIGINT NOT NULL,
    searches INT NOT NULL,
    priority INT NOT NULL,
    -- When it ends, counted like elapsed_millis and steps below, over all times that it ran.
    limit_millis BIGINT,
    limit_steps BIGINT,
    limit_unimproved_millis BIGINT,
    state VARCHAR(20) NOT NULL,
    -- The row of scheduled_tasks that runs it; each time that it is queued has its own.
    task VARCHAR(120) NOT NULL,
    -- Since when it waits in the queue.
    queued TIMESTAMP WITH TIME ZONE NOT NULL,
    started TIMESTAMP WITH TIME ZONE,
    ended TIMESTAMP WITH TIME ZONE,
    -- Names the one run that may write here; whoever took the job over has another.
    worker VARCHAR(120),
    -- How many workers died while they ran it.
    deaths INT NOT NULL,
    -- Hash of the problem as it was solved, with what people are bound to by other plans.
    effective VARCHAR(64) REFERENCES document (hash),
    best VARCHAR(64) REFERENCES document (hash),
    hard BIGINT,
    medium BIGINT,
    soft BIGINT,
    -- JSON: what each rule costs that costs something.
    rules VARCHAR(200000),
    elapsed_millis BIGINT NOT NULL,
    steps BIGINT NOT NULL,
    moves BIGINT NOT NULL,
    -- JSON: why it failed, or what is to be said of its end.
    findings VARCHAR(20000) NOT NULL,
    revision VARCHAR(120) REFERENCES revision (id) ON DELETE SET NULL,
    -- Counts what listeners are told.
    event BIGINT NOT NULL
);
CREATE INDEX solve_job_plan ON solve_job (plan, created);
CREATE INDEX solve_job_organisation ON solve_job (organisation, state);
