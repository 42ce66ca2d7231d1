-- Further tokens of links: those of other plans of a family, which lead to the same calendars since.
CREATE TABLE feed_link_token (
    token VARCHAR(60) PRIMARY KEY,
    link VARCHAR(120) NOT NULL REFERENCES feed_link (id) ON DELETE CASCADE
);
CREATE INDEX feed_link_token_link ON feed_link_token (link);

-- The title of the plan that the family began with, once that is deleted for good; else null.
ALTER TABLE plan ADD COLUMN family_title VARCHAR(200);

-- At most one plan of a family has publications and links. Where several had some, it is the one that people work by, or else the one that was published last.
CREATE TABLE shown_plan (
    family VARCHAR(120) PRIMARY KEY,
    plan VARCHAR(120) NOT NULL
);
INSERT INTO shown_plan (family, plan)
SELECT family, plan FROM (
    SELECT p.family, b.plan, ROW_NUMBER() OVER (
        PARTITION BY p.family
        ORDER BY CASE WHEN p.deleted IS NULL THEN 0 ELSE 1 END, CASE WHEN p.in_use THEN 0 ELSE 1 END, b.published DESC, b.plan) AS place
    FROM publication b JOIN plan p ON p.id = b.plan) ranked
WHERE place = 1;

-- Of links to the same calendar, one that works stays, and that of this plan if it does.
CREATE TABLE kept_link (
    link VARCHAR(120) PRIMARY KEY,
    kept VARCHAR(120) NOT NULL,
    plan VARCHAR(120) NOT NULL
);
INSERT INTO kept_link (link, kept, plan)
SELECT l.id, FIRST_VALUE(l.id) OVER (
    PARTITION BY p.family, l.kind, l.owner ORDER BY CASE WHEN l.revoked IS NULL THEN 0 ELSE 1 END, CASE WHEN l.plan = s.plan THEN 0 ELSE 1 END, l.created DESC, l.id), s.plan
FROM feed_link l JOIN plan p ON p.id = l.plan JOIN shown_plan s ON s.family = p.family;
INSERT INTO feed_link_token (token, link)
SELECT l.token, k.kept FROM feed_link l JOIN kept_link k ON k.link = l.id WHERE k.kept <> l.id AND l.revoked IS NULL;
DELETE FROM feed_link WHERE id IN (SELECT link FROM kept_link WHERE kept <> link);

-- Feeds of links that come from another plan are worked out anew.
UPDATE feed_state SET publication = 0, since = 1, content = NULL, step = step + 1
WHERE link IN (SELECT l.id FROM feed_link l JOIN kept_link k ON k.link = l.id WHERE l.plan <> k.plan);
UPDATE feed_link SET plan = (SELECT k.plan FROM kept_link k WHERE k.link = feed_link.id)
WHERE id IN (SELECT link FROM kept_link);
DELETE FROM publication WHERE plan NOT IN (SELECT plan FROM shown_plan);

-- Calendars have the title of the plan that the family began with. Forgotten titles stay empty. Feeds are worked out anew, as FeedRepository does it.
CREATE TABLE titled_plan (
    plan VARCHAR(120) PRIMARY KEY,
    title VARCHAR(200) NOT NULL
);
INSERT INTO titled_plan (plan, title)
SELECT p.id, f.title FROM plan p JOIN plan f ON f.id = p.family
WHERE p.id <> f.id AND EXISTS (SELECT 1 FROM publication b WHERE b.plan = p.id AND b.title <> '' AND b.title <> f.title);
UPDATE feed_state SET publication = since - 1, content = NULL, step = step + 1, anew = CURRENT_TIMESTAMP(0),
    beyond = beyond + step + 1 + (SELECT MAX(b.number) FROM publication b JOIN feed_link l ON l.plan = b.plan WHERE l.id = feed_state.link)
WHERE link IN (SELECT l.id FROM feed_link l JOIN titled_plan t ON t.plan = l.plan);
UPDATE publication SET title = (SELECT t.title FROM titled_plan t WHERE t.plan = publication.plan)
WHERE title <> '' AND plan IN (SELECT plan FROM titled_plan);
DROP TABLE titled_plan;
DROP TABLE kept_link;
DROP TABLE shown_plan;
