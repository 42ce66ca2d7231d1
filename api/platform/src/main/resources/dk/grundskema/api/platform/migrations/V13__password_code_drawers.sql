-- The administrator who drew a password code. The code is only valid while that administrator may still draw one. NULL for all other credentials;
-- codes from before this column are no longer valid.
ALTER TABLE credential ADD COLUMN drawn_by VARCHAR(120) REFERENCES account (id);
