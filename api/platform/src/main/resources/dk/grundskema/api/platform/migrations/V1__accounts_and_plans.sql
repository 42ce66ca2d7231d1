-- What differs between databases are the types of bytes; everything else is the same SQL on each.

CREATE TABLE organisation (
    id VARCHAR(120) PRIMARY KEY,
    name VARCHAR(200) NOT NULL,
    parent VARCHAR(120) REFERENCES organisation (id),
    version BIGINT NOT NULL,
    created TIMESTAMP WITH TIME ZONE NOT NULL
);

CREATE TABLE account (
    id VARCHAR(120) PRIMARY KEY,
    name VARCHAR(200) NOT NULL,
    sign_in_name VARCHAR(320) NOT NULL UNIQUE,
    password VARCHAR(400),
    version BIGINT NOT NULL,
    created TIMESTAMP WITH TIME ZONE NOT NULL
);

CREATE TABLE role_grant (
    account VARCHAR(120) NOT NULL REFERENCES account (id),
    organisation VARCHAR(120) NOT NULL REFERENCES organisation (id),
    role VARCHAR(20) NOT NULL,
    staff VARCHAR(120),
    PRIMARY KEY (account, organisation, role)
);

-- Tokens and sessions: of the secret only its hash is here.
CREATE TABLE credential (
    id VARCHAR(120) PRIMARY KEY,
    account VARCHAR(120) NOT NULL REFERENCES account (id),
    kind VARCHAR(20) NOT NULL,
    hash VARCHAR(64) NOT NULL UNIQUE,
    name VARCHAR(200) NOT NULL,
    scopes VARCHAR(400) NOT NULL,
    created TIMESTAMP WITH TIME ZONE NOT NULL,
    expires TIMESTAMP WITH TIME ZONE NOT NULL,
    last_used TIMESTAMP WITH TIME ZONE,
    revoked TIMESTAMP WITH TIME ZONE
);

-- Problems and timetables, each once however many revisions have it: compressed JSON, named by its content's hash.
CREATE TABLE document (
    hash VARCHAR(64) PRIMARY KEY,
    kind VARCHAR(20) NOT NULL,
    content ${bytes} NOT NULL,
    -- Of a timetable the problem that it was made of, which may not be here; of a problem with others' commitments in it the one without.
    made_of VARCHAR(64),
    created TIMESTAMP WITH TIME ZONE NOT NULL,
    -- When somebody last wanted to keep it and found it here: what refers to it may still be about to come.
    wanted TIMESTAMP WITH TIME ZONE,
    -- Since when it is to go, if something still refers to it or may be about to.
    let_go TIMESTAMP WITH TIME ZONE
);

CREATE INDEX document_made_of ON document (made_of);

CREATE TABLE plan (
    id VARCHAR(120) PRIMARY KEY,
    organisation VARCHAR(120) NOT NULL REFERENCES organisation (id),
    title VARCHAR(200) NOT NULL,
    -- Counts every change of this row; what clients name when they change something.
    version BIGINT NOT NULL,
    -- The revision that the plan is at.
    head VARCHAR(120) NOT NULL,
    -- The revision that redo leads towards: the head itself, or one that undo left.
    tip VARCHAR(120) NOT NULL,
    created TIMESTAMP WITH TIME ZONE NOT NULL
);
CREATE INDEX plan_organisation ON plan (organisation, id);

CREATE TABLE revision (
    id VARCHAR(120) PRIMARY KEY,
    plan VARCHAR(120) NOT NULL REFERENCES plan (id),
    number INT NOT NULL,
    -- What it was made from; of a scenario's first one a revision of another plan.
    parent VARCHAR(120) REFERENCES revision (id),
    -- What was done: key and arguments of a text, so that each reads it in the own language.
    code VARCHAR(80) NOT NULL,
    arguments VARCHAR(4000) NOT NULL,
    author VARCHAR(120) NOT NULL,
    made TIMESTAMP WITH TIME ZONE NOT NULL,
    problem VARCHAR(64) NOT NULL REFERENCES document (hash),
    timetable VARCHAR(64) REFERENCES document (hash),
    -- JSON object: version of the parameters of each intervention type in it.
    plugins VARCHAR(4000) NOT NULL,
    UNIQUE (plan, number)
);

-- What is to be done in the background; its form is given by db-scheduler.
CREATE TABLE scheduled_tasks (
    task_name VARCHAR(100) NOT NULL,
    task_instance VARCHAR(120) NOT NULL,
    task_data ${bytes},
    execution_time TIMESTAMP WITH TIME ZONE NOT NULL,
    picked BOOLEAN NOT NULL,
    picked_by VARCHAR(100),
    last_success TIMESTAMP WITH TIME ZONE,
    last_failure TIMESTAMP WITH TIME ZONE,
    consecutive_failures INT,
    last_heartbeat TIMESTAMP WITH TIME ZONE,
    version BIGINT NOT NULL,
    priority SMALLINT,
    PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_tasks_due ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_heartbeat ON scheduled_tasks (last_heartbeat);
CREATE INDEX scheduled_tasks_priority ON scheduled_tasks (priority DESC, execution_time ASC);
