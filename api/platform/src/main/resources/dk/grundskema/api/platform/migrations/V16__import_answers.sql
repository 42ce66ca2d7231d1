-- What an organisation answered about words in its files, so that the next import does not ask again.
CREATE TABLE import_answer (
    organisation VARCHAR(120) NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
    -- HEADING, STAFF, CLASS, ROOM, SUBJECT or ROOM_KIND.
    kind VARCHAR(16) NOT NULL,
    word VARCHAR(200) NOT NULL,
    -- Empty means that the column is not read.
    meaning VARCHAR(200) NOT NULL,
    PRIMARY KEY (organisation, kind, word)
);
