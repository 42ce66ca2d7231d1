-- Numbers by which students are called in calendars: whose each is, for good. A plan and its scenarios, which are a family, give them together.
CREATE TABLE student_number (
    family VARCHAR(120) NOT NULL,
    number INT NOT NULL,
    student VARCHAR(120) NOT NULL,
    PRIMARY KEY (family, number)
);
