-- The status of a revision's plan, counted by one version of program and plugins. It is counted again when it is missing or of another version.
CREATE TABLE plan_status (
    revision VARCHAR(120) PRIMARY KEY REFERENCES revision (id) ON DELETE CASCADE,
    -- Digest of the versions of the program and of its plugins.
    program_version VARCHAR(64) NOT NULL,
    conflicts BIGINT NOT NULL,
    open_seats BIGINT NOT NULL,
    other_shortfalls BIGINT NOT NULL,
    guide_shortfalls BIGINT NOT NULL,
    unmet_wishes BIGINT NOT NULL,
    wish_cost BIGINT NOT NULL,
    unplanned_sessions BIGINT NOT NULL,
    students_without_group BIGINT NOT NULL,
    -- NULL means unknown.
    optimality_gap DOUBLE PRECISION
);
