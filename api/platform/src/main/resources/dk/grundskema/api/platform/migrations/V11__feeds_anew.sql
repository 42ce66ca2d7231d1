-- The first publication that a feed can have anything of: that with which its link was made.
ALTER TABLE feed_state ADD COLUMN since INT DEFAULT 1 NOT NULL;
-- Where a feed was worked out anew, so that the same events are told in other words: how often each counts as changed before that, and when it was.
ALTER TABLE feed_state ADD COLUMN beyond INT DEFAULT 0 NOT NULL;
ALTER TABLE feed_state ADD COLUMN anew TIMESTAMP WITH TIME ZONE;
