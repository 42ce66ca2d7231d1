// Keeps changes, takes them back, and says what was done; the page stays where it is.
const remembered = new Map(Object.entries(JSON.parse(sessionStorage.getItem(`by-hand ${plan}`) ?? '{}')));

const remember = (revision, text) => {
    remembered.set(revision, text);
    while (remembered.size > 50) {
        remembered.delete(remembered.keys().next().value);
    }
    sessionStorage.setItem(`by-hand ${plan}`, JSON.stringify(Object.fromEntries(remembered)));
};

const stepText = one => remembered.get(one.dataset.revision) ?? one.dataset.text ?? '';
const nameSteps = () => board().querySelectorAll('[data-step]').forEach(one => one.querySelector('[data-what]').textContent = stepText(one));

const shownAnew = () => {
    tried.clear();
    nameSteps();
};
document.addEventListener('plan:shown', () => hand() && shownAnew());

// The same page with the timetable as it is now; not if the connection is lost meanwhile: what others see is shown as soon as it is back.
const refresh = async focused => {
    const answer = await fetch(location.href, {headers: {Accept: 'text/html'}}).catch(() => null);
    if (!answer) {
        document.dispatchEvent(new CustomEvent('app:lost'));
        return false;
    }
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const other = fresh.querySelector('[data-board]');
    if (!answer.ok || !other) {
        location.reload();
        return true;
    }
    const known = new Set([...document.querySelectorAll('link[rel=stylesheet]')].map(one => one.getAttribute('href')));
    fresh.querySelectorAll('link[rel=stylesheet]').forEach(one => known.has(one.getAttribute('href')) || document.head.append(document.importNode(one)));
    const [x, y] = [scrollX, scrollY];
    board().replaceWith(document.importNode(other, true));
    shownAnew();
    scrollTo(x, y);
    document.dispatchEvent(new CustomEvent('plan:changed', {detail: {version: Number(version())}}));
    if (focused) {
        holderOf(focused)?.querySelector('.hold').focus({preventScroll: true});
    }
    return true;
};

const tell = (text, level, ...actions) => {
    const told = part('told');
    told.className = `told ${level}`;
    told.replaceChildren(make('p', {}, text), ...actions, button(say('close'), () => told.hidden = true, {class: 'plain'}));
    told.hidden = false;
    delete told.dataset.refused;
    announce(text);
};

// Why something wasn't done stands there, however long that takes to be read or heard, until the next thing is begun; where it may be done all the
// same, that is offered until something else is said.
const refuse = (text, level, ...actions) => {
    tell(text, level, ...actions);
    if (actions.length === 0) {
        part('told').dataset.refused = 'refused';
    }
};
const unsay = () => {
    const told = part('told');
    if (told.hidden || told.dataset.refused === undefined) {
        return;
    }
    announce(''); // what is begun may say something of its own
    if (told.contains(document.activeElement)) {
        main.focus({preventScroll: true});
    }
    told.hidden = true;
};

// Who changed what meanwhile is said, and what was meant is still offered.
const collided = async (refused, label, again) => {
    await refresh();
    const [last] = refused.meanwhile;
    const others = refused.meanwhile.length > 1 ? ' ' + say('more-changes', refused.meanwhile.length - 1) : '';
    const said = last ? say('meanwhile', last.authorName ?? say('somebody'), last.text) + others : refused.message;
    refuse(`${said} ${say('not-kept', label)}`, 'warn', button(say('all-the-same'), again, {class: 'main'}));
    part('told').focus({preventScroll: true});
};

const refusedBy = async (trouble, label, again) => {
    if (trouble.status === 412) {
        await collided(trouble, label, again);
    } else {
        refuse(trouble.message, 'bad');
    }
};

// One thing after the other: what is asked for in haste is based on what was done just before.
let queue = Promise.resolve();
const inTurn = work => {
    queue = queue.then(work, work);
    return queue;
};

// Sends a change; what was done is said with a way back.
const keep = (path, body, label, focused, again = () => keep(path, body, label, focused)) => inTurn(async () => {
    part('told').className = 'told';
    delete part('told').dataset.refused;
    part('told').replaceChildren(make('p', {}, say('keeping')));
    part('told').hidden = false;
    hand().dataset.busy = 'keeping'; // nobody exchanges the page meanwhile
    const own = ownAfter(path, body);
    try {
        const made = await ask(path, body, true);
        remember(made.revision, label);
        rememberOwn(made.revision, own);
        const {level, text} = whole(made.effect);
        const isShown = await refresh(focused);
        tell([`${label}.`, level === 'good' ? '' : text, isShown ? '' : say('shown-later')].join(' ').trim(), level, button(say('undo'), () => step('undo')));
    } catch (trouble) {
        await refusedBy(trouble, label, again);
    } finally {
        delete hand()?.dataset.busy;
    }
});
// What is locked is let alone until somebody says that it is meant.
const edit = async (changes, label, focused) => {
    const again = () => edit(changes, label, focused);
    const {level, text} = await tryOut(changes);
    if (level !== 'locked') {
        await keep('/edits', {changes}, label, focused, again);
        return;
    }
    refuse(`${say('not-made', label)} ${text}`, 'locked', button(say('unlock-and-do'), () => keep('/edits', {changes}, label, focused, again)));
};

const step = way => {
    unsay(); // what is said from now on is of what is still under way
    return inTurn(() => stepped(way));
};
const stepped = async way => {
    const done = board().querySelector(`[data-step=${way}]`);
    if (done.disabled) {
        announce(say(`no-${way}`));
        return;
    }
    const label = say(`${way}ne`, stepText(done));
    const isFocused = document.activeElement === done;
    hand().dataset.busy = 'stepping'; // nobody exchanges the page meanwhile
    try {
        await ask(`/${way}`, {}, true);
        const isShown = await refresh();
        const back = way === 'undo' ? 'redo' : 'undo';
        tell(isShown ? label : `${label} ${say('shown-later')}`, 'good', button(say(back), () => step(back)));
        if (isFocused) {
            board().querySelector(`[data-step=${way}]:enabled, [data-step=${back}]:enabled`)?.focus({preventScroll: true});
        }
    } catch (trouble) {
        await refusedBy(trouble, say(`${way}-what`, stepText(done)), () => step(way));
    } finally {
        delete hand()?.dataset.busy;
    }
};

main.addEventListener('click', event => {
    const way = event.target.closest('[data-step]');
    if (way) {
        step(way.dataset.step);
    }
});
document.addEventListener('keydown', event => {
    const isTyping = event.target.closest?.('input, select, textarea, dialog');
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'z' && !isTyping) {
        event.preventDefault();
        if (!event.repeat) { // a key that is held down is one step
            step(event.shiftKey ? 'redo' : 'undo');
        }
    } else if (event.key === 'Escape' && !isTyping) {
        unsay();
    }
});
nameSteps();
