-- Shortfalls that the planner accepted. Stored statuses are of an older format, so they are counted again.
ALTER TABLE plan_status ADD COLUMN accepted_shortfalls BIGINT DEFAULT 0 NOT NULL;
