// Where something can go: what changes that takes, and what is said of it.
// The place of a possible target, which the service has tried already.
const placeOfTarget = (meeting, target, before) => {
    const date = dateOfTime(target.time);
    const at = when(date, target.time.start);
    const held = target.otherId ? meetingOf(holderOf(target.otherId)) : null;
    return {
        key: target.otherId ?? `${date} ${target.time.start}`,
        session: target.otherId ?? meeting.session,
        other: target.otherId,
        changes: [target.otherId
            ? {what: 'SWAP', sessionId: meeting.session, otherId: target.otherId}
            : {what: 'TIME', sessionId: meeting.session, time: target.time}],
        at,
        words: held ? say('exchanged', held.title) : '',
        title: `${meeting.title} → ${at}`,
        label: say('moved', meeting.title, at),
        first: lockedPlace(meeting, held, target.otherId ? 'SUBJECT' : 'TIME') ?? brief(target, before),
        worth: target.after,
    };
};

// What is seen to be locked without being tried.
const lockedPlace = (meeting, held, fixed) => {
    const all = [meeting, held].filter(one => one && (one.fixed ?? []).includes(fixed) && !isOwn(fixed, one.session));
    return all.length ? isLocked(all.map(one => locked(one.title, [fixed]))) : null;
};
const lockedSeats = (...all) => {
    const names = all.filter(([meeting, seat]) => seat.locked && !isOwn('SEATS', meeting.session, seat.position)).map(([meeting]) => locked(meeting.title, ['SEATS']));
    return names.length ? isLocked(names) : null;
};

const placesOf = async meeting => {
    const {before, targets} = await ask(`/targets?session=${encodeURIComponent(meeting.session)}`);
    return (targets ?? []).filter(one => !one.current).map(one => placeOfTarget(meeting, one, before));
};

// A time that nothing was planned for; it is allowed.
const placeAtTime = (meeting, date, weekday, start) => {
    const weeks = (meeting.weeks ?? []).length > 1 ? meeting.weeks : [board().dataset.week];
    const at = when(date, start);
    return {
        key: `${date} ${start}`,
        session: meeting.session,
        changes: [{what: 'TIME', sessionId: meeting.session, time: {weeks, weekday, start, end: clockAt(minutesOf(start) + lasting(meeting))}}],
        at,
        words: '',
        title: `${meeting.title} → ${at}`,
        label: say('moved', meeting.title, at),
        first: {level: 'wait', text: say('unplanned')},
    };
};

const nothingNew = meeting => ({level: 'never', text: say('the-same', meeting.title)});

// What a module that is held over a cell would become.
const placeUnder = (meeting, places, cell, x, y) => {
    const other = meetingOf(cell);
    const exchange = other && places.find(one => one.other === other.session);
    if (exchange) {
        return exchange;
    }
    if (other && other.title === meeting.title && places.some(one => one.other)) {
        return {key: other.session, session: other.session, changes: [], title: meeting.title, words: '', known: nothingNew(meeting), first: nothingNew(meeting)};
    }
    const table = cell.closest('table');
    const day = [...table.tHead.rows[0].cells].find(one => one.dataset.date && one.getBoundingClientRect().left <= x && x < one.getBoundingClientRect().right);
    const row = [...table.tBodies[0].rows].find(one => one.cells[0].getBoundingClientRect().top <= y && y < one.cells[0].getBoundingClientRect().bottom);
    if (!day || !row) {
        return null;
    }
    const start = (other ? other.start : row.dataset.start).slice(0, 5);
    const date = day.dataset.date;
    if (date === meeting.date && start === meeting.start) {
        return null;
    }
    return places.find(one => one.key === `${date} ${start}`) ?? placeAtTime(meeting, date, day.dataset.weekday, start);
};

const seating = (session, position, staff) => ({what: 'SEAT', sessionId: session, position, ...staff ? {staffId: staff} : {}});
const isAtOnce = (one, other) => one.date === other.date && minutesOf(one.start) < minutesOf(other.start) + lasting(other) && minutesOf(other.start) < minutesOf(one.start) + lasting(one);
const unknown = () => ({level: 'wait', text: say('trying')});

// Two people change places.
const placeOfSwap = (meeting, seat, other, theirs) => ({
    key: `${other.session} ${theirs.position}`,
    session: other.session,
    changes: [seating(meeting.session, seat.position, theirs.staff), seating(other.session, theirs.position, seat.staff)],
    at: `${theirs.name} · ${other.title}, ${when(other.date, other.start)}`,
    words: '',
    title: say('swapping', seat.name, theirs.name),
    label: say('swapped', seat.name, theirs.name),
    first: lockedSeats([meeting, seat], [other, theirs]) ?? unknown(),
});

// Somebody takes an empty seat, and leaves the own one only if nobody could be in both.
const placeOfTaking = (meeting, seat, other, empty) => ({
    key: `${other.session} ${empty.position}`,
    session: other.session,
    changes: [...isAtOnce(meeting, other) ? [seating(meeting.session, seat.position)] : [], seating(other.session, empty.position, seat.staff)],
    at: `${other.title}, ${when(other.date, other.start)}`,
    words: '',
    title: say('taking', seat.name, other.title),
    label: say('taken', seat.name, `${other.title}, ${when(other.date, other.start)}`),
    first: lockedSeats([other, empty], ...isAtOnce(meeting, other) ? [[meeting, seat]] : []) ?? unknown(),
});

// What a person who is held over a cell would do there.
const placeForPerson = (meeting, seat, cell, chip) => {
    const other = meetingOf(cell);
    if (!other || other.session === meeting.session || seatsOf(other).some(one => one.staff === seat.staff)) {
        return null;
    }
    const chosen = chip && seatsOf(other).find(one => String(one.position) === chip.dataset.seat);
    const empty = seatsOf(other).find(one => !one.staff);
    const theirs = chosen ?? seatsOf(other).find(one => one.staff);
    return !chosen && empty ? placeOfTaking(meeting, seat, other, empty) : theirs ? placeOfSwap(meeting, seat, other, theirs) : null;
};
