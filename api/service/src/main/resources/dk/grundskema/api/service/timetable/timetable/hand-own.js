// What somebody set by hand in this tab: planning again keeps it, so it is locked, but it is hers to move on without unlocking it first.
// Kept by id for each revision that was made so: undo brings back what the planner had before.
const MOST_KEPT = 50;
const ownAt = new Map(JSON.parse(sessionStorage.getItem(`own ${plan}`) ?? '[]'));

// The page says how far back all is the visitor's own doing. Before that somebody may have locked the very same, which nobody sees from here.
const ownNow = () => {
    const latest = (board().dataset.own ?? '').split(' ').find(one => ownAt.has(one));
    return new Set(ownAt.get(latest));
};

const ownKey = (what, session, position) => `${what === 'SEATS' ? `${what}-${position}` : what} ${session}`;
const isOwn = (what, session, position) => ownNow().has(ownKey(what, session, position));
const hasOwn = session => [...ownNow()].some(one => one.endsWith(` ${session}`));

const setBy = change => change.what === 'SWAP'
    ? [ownKey('SUBJECT', change.sessionId), ownKey('SUBJECT', change.otherId)]
    : [change.what === 'SEAT' ? ownKey('SEATS', change.sessionId, change.position) : ownKey(change.what, change.sessionId)];

// What would be hers once a change is kept. A module that she locks or unlocks is as she says.
const ownAfter = (path, body) => {
    const own = ownNow();
    return path === '/edits'
        ? [...own, ...body.changes.flatMap(setBy)]
        : [...own].filter(one => !one.endsWith(` ${body.sessionId}`));
};

const rememberOwn = (revision, own) => {
    ownAt.set(revision, [...new Set(own)]);
    while (ownAt.size > MOST_KEPT) {
        ownAt.delete(ownAt.keys().next().value);
    }
    sessionStorage.setItem(`own ${plan}`, JSON.stringify([...ownAt]));
};

// What of it is locked for the person who looks.
const notOwn = ({sessionId, what, positions}) => what.filter(one => one === 'SEATS'
    ? !positions.every(position => isOwn(one, sessionId, position))
    : !isOwn(one, sessionId));
