-- The secret from which the ids of imported students are made, as hexadecimal digits; null until it is first needed.
ALTER TABLE organisation ADD COLUMN student_key VARCHAR(64);
