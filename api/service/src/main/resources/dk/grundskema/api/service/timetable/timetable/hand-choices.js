// Choices in the window, the best first, each with what it costs.
const byWorth = (one, other) => byLevel(one, other) || !one.worth || !other.worth ? byLevel(one, other) : other.worth.hard - one.worth.hard || other.worth.medium - one.worth.medium || other.worth.soft - one.worth.soft;

const loading = title => {
    const trying = make('p', {class: 'quiet'}, say('trying'));
    fill(heading(title), trying, closing());
    return trying;
};
const failed = (title, trouble) => fill(heading(title), make('p', {class: 'trouble', role: 'alert'}, trouble.message), make('div', {class: 'row'}, back(), closing()));
const asked = async (title, question, then) => {
    const trying = loading(title);
    const isWaiting = () => panel().open && trying.isConnected; // the window may show something else by now
    try {
        const answer = await question();
        isWaiting() && then(answer);
    } catch (trouble) {
        isWaiting() && failed(title, trouble);
    }
};

// One choice: what it is, how it stands, why; pressed, it is kept.
const choice = (name, level, text, act, onfocus = () => {}) => make('li', {},
    make('button', {type: 'button', onclick: act, onfocus}, badge(level), make('b', {}, name), make('span', {class: 'why'}, text)));

// A place, whose words become whole once somebody looks at it.
const placeChoice = one => {
    const line = choice(`${one.at}${one.words ? ` · ${one.words}` : ''}`, one.first.level, one.first.text,
        () => done(focused => edit(one.changes, one.label, one.other ?? focused), one.session),
        async () => {
            unmark();
            holderOf(one.session)?.classList.add('over');
            const known = await tryOut(one.changes);
            const [first] = line.getElementsByClassName('level');
            first.replaceWith(badge(known.level));
            line.querySelector('.why').textContent = known.text;
            document.activeElement === line.firstChild && announce(`${say(`level-${known.level}`)}. ${known.text}`, 300);
        });
    return line;
};

// Enter on what is offered first should break nothing.
const focusBest = sorted => {
    const best = sorted.length > 0 && isWise(sorted[0].first.level);
    (panel().querySelector(best ? '.choices button' : '.row:last-child button') ?? panel().querySelector('button'))?.focus();
};

// Each place as the service sees it, a few asked at a time; as long as somebody waits for it.
const AT_ONCE = 4;
const judgedAll = async places => {
    const left = [...places];
    const work = async () => {
        while (left.length && panel().open) {
            const one = left.shift();
            one.first = await tryOut(one.changes);
            one.worth = one.first.worth;
        }
    };
    await Promise.all(Array.from({length: AT_ONCE}, work));
    return [...places].sort(byWorth);
};

// What seems fine by the rules' sums may break at one place what it mends at another, so each such place is tried.
const judgedPlaces = async meeting => {
    const places = await placesOf(meeting);
    await judgedAll(places.filter(one => isWise(one.first.level)));
    return places;
};

const moves = meeting => asked(say('move-what', meeting.title), () => judgedPlaces(meeting), places => {
    const sorted = [...places].sort(byWorth);
    fill(
        heading(say('move-what', meeting.title)),
        sorted.length ? make('p', {class: 'quiet'}, say('move-hint')) : make('p', {}, say('no-places')),
        make('ol', {class: 'choices'}, ...sorted.map(placeChoice)),
        otherTime(meeting),
        make('div', {class: 'row'}, back(), closing()));
    focusBest(sorted);
});

// Any other day and time, which nobody planned for.
const otherTime = meeting => {
    const days = [...board().querySelectorAll('th[data-date]')].map(one => one.dataset);
    const day = make('select', {id: 'other-day'}, ...days.map(one => make('option', {value: one.date, ...one.date === meeting.date ? {selected: ''} : {}}, when(one.date, '').split(' ').slice(0, 2).join(' '))));
    const time = make('input', {type: 'time', id: 'other-time', value: meeting.start, required: ''});
    const told = make('div', {class: 'effect', role: 'status'});
    const look = async () => {
        const {date, weekday} = days.find(one => one.date === day.value);
        if (!time.value || (date === meeting.date && time.value === meeting.start)) {
            told.replaceChildren(make('p', {}, say('already-there')));
            return;
        }
        const one = placeAtTime(meeting, date, weekday, time.value);
        told.replaceChildren(make('p', {}, say('trying')));
        const known = await tryOut(one.changes);
        told.replaceChildren(badge(known.level), make('p', {}, known.text),
            known.level === 'never' ? '' : button(say('keep'), () => done(focused => edit(one.changes, one.label, focused)), {class: 'main'}));
    };
    return make('details', {},
        make('summary', {}, say('other-time')),
        make('div', {class: 'row'}, make('label', {for: 'other-day'}, say('day')), day, make('label', {for: 'other-time'}, say('time')), time, button(say('try'), look)),
        told);
};

const seated = (meeting, seat, who) => [[seating(meeting.session, seat.position, who.staffId)], say('seated', who.name, `${meeting.title}, ${when(meeting.date, meeting.start)}`)];
const costs = one => {
    const shortfalls = (one.shortfalls ?? []).map(fault => fault.text);
    const worse = named(dearer(one), 'SOFT');
    return shortfalls.length ? listed(shortfalls) : worse.length && one.soft > 0 ? say('fits-costs', listed(worse)) : one.soft < 0 ? say('fits-better') : say('fits');
};
const candidateChoice = (meeting, seat, one) => choice(one.name, one.medium > 0 || (one.shortfalls ?? []).length ? 'warn' : 'good', costs(one),
    () => done(focused => edit(...seated(meeting, seat, one), focused)));
const unableChoice = (meeting, seat, one) => choice(one.name, 'bad', one.text, () => done(focused => edit(...seated(meeting, seat, one), focused)));

const candidates = (meeting, seat) => {
    const title = say('who-could-what', meeting.title);
    return asked(title, () => ask(`/candidates?session=${encodeURIComponent(meeting.session)}&position=${seat.position}`), answer => {
        const able = answer.candidates ?? [];
        const unable = answer.unable ?? [];
        fill(
            heading(title),
            make('p', {class: 'quiet'}, seat.staff ? say('instead-of', seat.name) : say('nobody-yet')),
            able.length ? make('ol', {class: 'choices'}, ...able.map(one => candidateChoice(meeting, seat, one))) : make('p', {}, say('nobody-can')),
            unable.length ? make('details', {}, make('summary', {}, say('others', unable.length)), make('p', {class: 'quiet'}, say('others-hint')),
                make('ul', {class: 'choices'}, ...unable.map(one => unableChoice(meeting, seat, one)))) : null,
            make('div', {class: 'row'},
                ...seat.staff ? [button(say('take-out', seat.name), () => done(focused => edit([seating(meeting.session, seat.position)], say('taken-out', seat.name, meeting.title), focused)))] : [],
                back(), closing()));
        panel().querySelector('.choices button')?.focus();
    });
};

// Everybody of the week with whom places can be exchanged; of those that are equally good, the ones of the same day first.
const swaps = (meeting, seat) => {
    const seen = new Set();
    const all = [...board().querySelectorAll('[data-meeting]')].map(meetingOf)
        .filter(other => other.session !== meeting.session && !seen.has(other.session) && seen.add(other.session))
        .filter(other => !seatsOf(other).some(one => one.staff === seat.staff))
        .flatMap(other => seatsOf(other).filter(one => one.staff && !seatsOf(meeting).some(mine => mine.staff === one.staff))
            .map(theirs => ({...placeOfSwap(meeting, seat, other, theirs), date: other.date, start: other.start})))
        .sort((one, other) => (one.date !== meeting.date) - (other.date !== meeting.date) || `${one.date} ${one.start}`.localeCompare(`${other.date} ${other.start}`));
    return asked(say('swap-with', seat.name), () => judgedAll(all), sorted => {
        fill(
            heading(say('swap-with', seat.name)),
            make('p', {class: 'quiet'}, sorted.length ? say('swap-hint') : say('nobody-to-swap')),
            make('ol', {class: 'choices'}, ...sorted.map(placeChoice)),
            make('div', {class: 'row'}, back(), closing()));
        focusBest(sorted);
    });
};
