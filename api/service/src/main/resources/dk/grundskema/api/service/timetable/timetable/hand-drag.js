// Dragging a module or a person, by mouse, pen or finger. What a place would break is seen while it is held there.
const FAR = 6; // pixels until pressing is dragging
const LONG = 350; // milliseconds until a finger that rests is dragging, not scrolling
const REST = 25; // milliseconds over a place until the service is asked
const EDGE = 48; // pixels from the edge in which the page moves along

// What is said until the service has answered where a module can go at all.
const UNREADY = {level: 'wait', text: say('trying')};

let drag = null;

const pick = target => {
    const cell = target.closest('.tt td[data-meeting]');
    const meeting = meetingOf(cell);
    const chip = target.closest('.who') ?? target.closest('.x')?.querySelector('.who');
    const seat = chip && meeting && seatsOf(meeting).find(one => String(one.position) === chip.dataset.seat);
    return meeting ? {cell, meeting, chip, seat, stays: seat || meeting.movable ? '' : ofSchool(meeting)} : null;
};

const show = (place, {level, text}) => {
    const near = part('near');
    near.className = `near ${level}`;
    near.replaceChildren(badge(level), make('b', {}, place.title), ...place.words ? [make('span', {}, place.words)] : [], make('p', {}, text));
    near.hidden = false;
    near.dataset.place = place.key;
    near.dataset.sure = place.first.level !== level || place.first.text !== text ? 'sure' : '';
};

const beside = (x, y) => {
    const near = part('near');
    const {offsetWidth: width, offsetHeight: height} = near;
    near.style.left = `${Math.max(8, x + 18 + width > innerWidth ? x - width - 18 : x + 18)}px`;
    near.style.top = `${Math.max(8, y + 18 + height > innerHeight ? y - height - 12 : y + 18)}px`;
};

const mark = places => places.forEach(one => one.other && holderOf(one.other)?.classList.add('to', one.first.level));
const unmark = () => board().querySelectorAll('.to, .over, .held').forEach(one => one.classList.remove('to', 'good', 'warn', 'bad', 'locked', 'never', 'over', 'held'));

const over = (cell, place) => {
    board().querySelector('.over')?.classList.remove('over');
    clearTimeout(drag.asking);
    drag.place = place;
    if (!place) {
        part('near').hidden = true;
        return;
    }
    const mine = drag;
    cell.classList.add('over');
    show(place, place.known ?? place.first);
    if (!place.changes.length) {
        part('near').dataset.sure = 'sure'; // nothing would change, so there is nothing to ask
        return;
    }
    if (place.first === UNREADY) {
        return;
    }
    mine.asking = setTimeout(async () => {
        place.known = await tryOut(place.changes);
        if (drag === mine && mine.place === place) {
            show(place, place.known);
            part('near').dataset.sure = 'sure';
            beside(mine.x, mine.y);
            announce(`${place.title}. ${say(`level-${place.known.level}`)}. ${place.known.text}`, 400);
        }
    }, REST);
};

const moduleOver = (cell, x, y) => {
    const found = placeUnder(drag.meeting, drag.places ?? [], cell, x, y);
    return found && !drag.places ? {...found, first: UNREADY} : found;
};

const follow = (x, y) => {
    drag.x = x;
    drag.y = y;
    const under = document.elementFromPoint(x, y);
    const cell = under?.closest('.tt td');
    const chip = under?.closest('.who');
    if (drag.stays) {
        beside(x, y);
        return;
    }
    const isHome = !cell || cell === drag.cell || !board().contains(cell);
    const place = isHome ? null : drag.seat ? placeForPerson(drag.meeting, drag.seat, cell, chip) : moduleOver(cell, x, y);
    if (place?.key !== drag.place?.key) {
        over(cell, place && (drag.known.get(place.key) ?? place));
        place && !drag.known.has(place.key) && drag.known.set(place.key, drag.place);
    }
    beside(x, y);
    scrollBy(0, y < EDGE ? -EDGE / 3 : y > innerHeight - EDGE ? EDGE / 3 : 0);
};

const begin = () => {
    drag.isOn = true;
    unsay();
    if (drag.stays) {
        show({title: drag.meeting.title, key: drag.meeting.session, first: {}}, {level: 'never', text: drag.stays});
        beside(drag.x, drag.y);
        announce(drag.stays);
        return;
    }
    hand().classList.add('dragging');
    hand().dataset.busy = 'dragging';
    (drag.seat ? drag.chip : drag.cell).classList.add('held');
    announce(say('dragging', drag.seat ? drag.seat.name : drag.meeting.title));
    const mine = drag;
    if (!drag.seat) {
        placesOf(drag.meeting).then(places => {
            mine.places = places;
            if (drag === mine) {
                mark(places);
                mine.known.clear();
                mine.place = null;
                follow(mine.x, mine.y);
            }
        }, trouble => drag === mine && refuse(trouble.message, 'bad'));
    }
};

const end = () => {
    clearTimeout(drag.asking);
    clearTimeout(drag.resting);
    hand().classList.remove('dragging');
    delete hand().dataset.busy;
    part('near').hidden = true;
    unmark();
    drag = null;
};

main.addEventListener('pointerdown', event => {
    const picked = event.button === 0 && !drag && pick(event.target);
    if (picked) {
        drag = {...picked, id: event.pointerId, x: event.clientX, y: event.clientY, places: null, known: new Map(), isFinger: event.pointerType === 'touch'};
        if (drag.isFinger) {
            drag.resting = setTimeout(begin, LONG);
        }
    }
});
document.addEventListener('pointermove', event => {
    if (!drag || event.pointerId !== drag.id) {
        return;
    }
    const isFar = Math.hypot(event.clientX - drag.x, event.clientY - drag.y) > FAR;
    if (!drag.isOn && isFar && drag.isFinger) {
        end(); // the finger scrolls
    } else if (!drag.isOn && isFar) {
        begin();
    }
    if (drag?.isOn) {
        follow(event.clientX, event.clientY);
    }
});
document.addEventListener('pointerup', event => {
    if (!drag || event.pointerId !== drag.id) {
        return;
    }
    const {isOn, place, stays} = drag;
    end();
    if (isOn) {
        addEventListener('click', click => {
            click.stopPropagation();
            click.preventDefault(); // a link that was dragged is not followed
        }, {capture: true, once: true});
        setTimeout(() => dispatchEvent(new Event('click')));
    }
    if (isOn && stays) {
        refuse(stays, 'warn');
    } else if (isOn && place?.first === UNREADY) {
        refuse(say('too-soon'), 'warn');
    } else if (isOn && place && place.known?.level !== 'never') {
        edit(place.changes, place.label);
    } else if (isOn && place) {
        refuse(place.known.text, 'bad');
    }
});
document.addEventListener('pointercancel', event => drag?.id === event.pointerId && end());
document.addEventListener('keydown', event => event.key === 'Escape' && drag && end());
main.addEventListener('touchmove', event => drag?.isOn && event.preventDefault(), {passive: false});
main.addEventListener('dragstart', event => event.preventDefault());
// The service makes a plan ready to be tried in a moment; that moment is now, not while somebody drags.
const first = [...board().querySelectorAll('[data-meeting]')].map(meetingOf).find(one => one.movable);
first && placesOf(first).catch(() => {});
main.addEventListener('contextmenu', event => drag?.isOn && event.preventDefault());
