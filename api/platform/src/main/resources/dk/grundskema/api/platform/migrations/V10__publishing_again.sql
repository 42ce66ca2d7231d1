-- What a plan was called when it was published; empty means what its problem is called.
ALTER TABLE publication ADD COLUMN title VARCHAR(200) DEFAULT '' NOT NULL;

-- UNIQUE (plan, kind, owner) lets rows without a plan through. Of years an organisation may have several links; everything else has a plan.
ALTER TABLE feed_link ADD CONSTRAINT feed_link_has_plan
    CHECK ((kind = 'YEAR' AND plan IS NULL) OR (kind <> 'YEAR' AND plan IS NOT NULL));
-- Whether the plan has forgotten who took part.
ALTER TABLE feed_link ADD COLUMN forgot BOOLEAN DEFAULT FALSE NOT NULL;

-- How many mails about a publication came to what, of those of which it isn't kept any more whom they were for.
CREATE TABLE notice_count (
    plan VARCHAR(120) NOT NULL,
    number INT NOT NULL,
    state VARCHAR(20) NOT NULL,
    notices INT NOT NULL,
    PRIMARY KEY (plan, number, state),
    FOREIGN KEY (plan, number) REFERENCES publication (plan, number) ON DELETE CASCADE
);
