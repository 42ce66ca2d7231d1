// What can be done with a module, by keyboard, finger or mouse: a small window beside it.
let opened = null;

const heading = text => make('h2', {id: 'panel-heading'}, text);
const panel = () => part('panel');

const place = () => {
    const window = panel();
    const holder = opened && holderOf(opened.session);
    if (!holder || innerWidth < 600) {
        window.removeAttribute('style');
        return;
    }
    const at = holder.getBoundingClientRect();
    const {offsetWidth: width, offsetHeight: height} = window;
    window.style.margin = '0';
    window.style.left = `${Math.max(8, at.right + 8 + width < innerWidth ? at.right + 8 : at.left - width - 8)}px`;
    window.style.top = `${Math.max(8, Math.min(at.top, innerHeight - height - 8))}px`;
};

const fill = (...parts) => {
    unmark();
    panel().replaceChildren(...parts.filter(one => one !== null));
    place();
    (panel().querySelector('[data-first]') ?? panel().querySelector('button'))?.focus();
};

const shut = () => panel().open && panel().close();
const back = () => button(say('back'), () => overview(opened), {class: 'plain'});
const closing = () => button(say('close'), shut, {class: 'plain'});

// Does something with what the window is about, and closes it.
const done = (act, focused = opened.session) => {
    shut();
    act(focused);
};

const personLine = (meeting, seat) => make('li', {},
    make('span', {class: 'name'}, seat.staff ? seat.name : say('nobody'), ...seat.locked ? [make('span', {class: 'fixed'}, make('span', {class: 'padlock', 'aria-hidden': 'true'}), say('fixed'))] : []),
    make('span', {class: 'doing'},
        button(say('who-could'), () => candidates(meeting, seat)),
        seat.staff ? button(say('swap'), () => swaps(meeting, seat), {'aria-label': say('swap-with', seat.name)}) : ''));

const mayComeTo = meeting => seatsOf(meeting).length ? ` ${say('choose-who')}` : '';
const ofSchool = meeting => say('of-school') + mayComeTo(meeting);

// A lesson's own time and teachers are nothing that is locked or freed here; who comes to it by the plan may be.
const locking = meeting => {
    const isFixed = (meeting.fixed ?? []).length > 0;
    const hasWhatToLock = isFixed ? hasOwn(meeting.session) : meeting.movable || seatsOf(meeting).some(one => one.staff);
    return [
        ...hasWhatToLock ? [button(say('lock'), () => done(focused => keep('/locks', {sessionId: meeting.session}, say('locked', meeting.title), focused)))] : [],
        ...isFixed ? [button(say('unlock'), () => done(focused => keep('/locks/release', {sessionId: meeting.session}, say('unlocked', meeting.title), focused)))] : [],
    ];
};

const isAllOwn = meeting => notOwn({
    sessionId: meeting.session,
    what: meeting.fixed,
    positions: seatsOf(meeting).filter(one => one.locked).map(one => one.position),
}).length === 0;

const overview = meeting => {
    const isFixed = (meeting.fixed ?? []).length > 0;
    fill(
        heading(meeting.title),
        make('p', {class: 'quiet'}, when(meeting.date, meeting.start) + '–' + clock(meeting.end)),
        meeting.movable ? null : make('p', {class: 'quiet'}, say('of-school')),
        (meeting.weeks ?? []).length > 1 ? make('p', {class: 'quiet'}, say('in-weeks', meeting.weeks.length)) : null,
        isFixed ? make('p', {}, make('span', {class: 'padlock', 'aria-hidden': 'true'}), say('fixed-what', meeting.fixed.map(one => say(`fixed-${one}`)).join(', '))) : null,
        isFixed && isAllOwn(meeting) ? make('p', {class: 'quiet'}, say('own')) : null,
        make('div', {class: 'row'},
            ...meeting.movable ? [button(say('move'), () => moves(meeting), {class: 'main', 'data-first': 'first'})] : [],
            ...locking(meeting),
            closing()),
        seatsOf(meeting).length ? make('h3', {}, say('people')) : null,
        seatsOf(meeting).length ? make('ul', {class: 'people'}, ...seatsOf(meeting).map(seat => personLine(meeting, seat))) : null);
};

const open = holder => {
    opened = meetingOf(holder);
    unsay();
    overview(opened);
    panel().showModal();
    place();
    (panel().querySelector('[data-first]') ?? panel().querySelector('button')).focus();
};

main.addEventListener('click', event => {
    const holder = event.target.closest('.faults, .why') ? null : event.target.closest('[data-board] [data-meeting]');
    if (holder && !panel().open) {
        open(holder);
    } else if (event.target === panel()) {
        shut(); // beside it
    }
});
main.addEventListener('close', event => {
    if (event.target !== panel()) {
        return;
    }
    unmark();
    const button = opened && holderOf(opened.session)?.querySelector('.hold');
    button?.focus({preventScroll: true});
}, {capture: true});
// Arrows go through what there is to choose.
main.addEventListener('keydown', event => {
    const all = [...panel().querySelectorAll('.choices button')];
    const now = all.indexOf(document.activeElement);
    const next = {ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: all.length - 1}[event.key];
    if (now >= 0 && next !== undefined) {
        event.preventDefault();
        all[Math.min(Math.max(next, 0), all.length - 1)].focus();
    }
});
addEventListener('resize', () => panel().open && place());
