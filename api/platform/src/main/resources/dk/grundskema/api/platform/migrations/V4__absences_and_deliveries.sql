-- Who of the staff is away when, on the wall clock of the plan's zone. Why stands beside it and goes nowhere else.
CREATE TABLE absence (
    id VARCHAR(120) PRIMARY KEY,
    plan VARCHAR(120) NOT NULL REFERENCES plan (id),
    staff VARCHAR(120) NOT NULL,
    begins VARCHAR(30) NOT NULL,
    ends VARCHAR(30) NOT NULL,
    reason VARCHAR(400) NOT NULL,
    author VARCHAR(120) NOT NULL,
    made TIMESTAMP WITH TIME ZONE NOT NULL
);
CREATE INDEX absence_plan ON absence (plan, begins);

-- What came of a meeting on a date. Apart from revisions: no undo takes attendance back, and nobody needs the plan's version to enter it.
CREATE TABLE delivery (
    plan VARCHAR(120) NOT NULL REFERENCES plan (id),
    session VARCHAR(200) NOT NULL,
    held_on VARCHAR(10) NOT NULL,
    held BOOLEAN NOT NULL,
    reason VARCHAR(400) NOT NULL,
    -- JSON list of the ids of students who were not there.
    absent VARCHAR(40000) NOT NULL,
    author VARCHAR(120) NOT NULL,
    made TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (plan, session, held_on)
);
