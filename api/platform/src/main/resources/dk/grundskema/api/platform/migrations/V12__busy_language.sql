-- How often a link's calendar was given another language, and when it was last: a calendar of busy times is made of the person's own, and would be the same to programs.
ALTER TABLE feed_link ADD COLUMN spoken TIMESTAMP WITH TIME ZONE;
ALTER TABLE feed_link ADD COLUMN spoken_times INT DEFAULT 0 NOT NULL;
