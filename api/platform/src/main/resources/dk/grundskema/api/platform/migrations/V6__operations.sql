-- What was done once and for all, such as loading the examples.
CREATE TABLE milestone (
    name VARCHAR(80) PRIMARY KEY,
    reached TIMESTAMP WITH TIME ZONE NOT NULL
);

-- Answers to requests that bore an Idempotency-Key. Of caller and key only a hash is here, and the answer can be read only by whoever has the key.
CREATE TABLE answered_request (
    id VARCHAR(64) PRIMARY KEY,
    begun TIMESTAMP WITH TIME ZONE NOT NULL,
    -- Hash of what was asked; null as long as it is being done.
    fingerprint VARCHAR(64),
    status INT,
    -- The organisation that it is about, whose people it may name.
    about VARCHAR(120),
    answer ${bytes}
);
CREATE INDEX answered_request_begun ON answered_request (begun);
