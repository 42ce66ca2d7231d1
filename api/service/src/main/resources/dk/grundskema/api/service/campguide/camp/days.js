// The base timetable as columns: blocks are dragged, or moved by keys, in steps of five minutes. The fields say what is true; this only shows and changes them.
const STEP = 5, DAY = 1440, EDGE = 7, LONGEST = 16 * 60, MOST = 4 * 60;
const minutes = text => {
    const [, hour, minute] = /^\s*([01]?\d|2[0-3])(?:[.:, ]?([0-5]\d))?\s*$/.exec(text) ?? [];
    return hour === undefined ? NaN : 60 * hour + +(minute ?? 0);
};
const wrap = minute => (minute % DAY + DAY) % DAY;
const clock = minute => [Math.floor(wrap(minute) / 60), wrap(minute) % 60].map(n => String(n).padStart(2, '0')).join(':');
const spoken = minute => document.documentElement.lang === 'da' ? clock(minute).replace(':', '.') : clock(minute);
const length = one => wrap(one.end - one.start) || DAY;
const form = () => document.querySelector('form.days');

const read = () => [...form().querySelectorAll('.day')].flatMap(day => [...day.querySelectorAll('[data-block]')].map(row => {
    const [start, end] = ['.start', '.end'].map(name => row.querySelector(name));
    return {day, row, start: minutes(start.value), end: minutes(end.value), fields: {start, end},
        id: row.dataset.block, title: row.querySelector('.title').value || row.querySelector('.kind').selectedOptions[0].text,
        kind: row.querySelector('.kind').value};
}));

// A time that several blocks share is moved for all of them, and on the days that have one of these blocks at the same time.
const EDGES = ['start', 'end'];
const reached = (all, one, edge) => {
    const days = new Set([one.day]);
    for (const day of days) { // what is added meanwhile comes, too
        for (const own of EDGES) {
            const ids = all.filter(other => other.day === day && other[own] === one[edge]).map(other => other.id);
            all.filter(other => ids.includes(other.id) && other[own] === one[edge]).forEach(other => days.add(other.day));
        }
    }
    return days;
};
const moved = (all, one, times) => {
    if (!document.getElementById('follow').checked) {
        return new Map([[one, times]]);
    }
    const changes = new Map();
    for (const edge of EDGES.filter(name => times[name] !== one[name])) {
        const days = reached(all, one, edge);
        for (const own of EDGES) {
            all.filter(other => days.has(other.day) && other[own] === one[edge])
                .forEach(other => changes.set(other, {start: other.start, end: other.end, ...changes.get(other), [own]: times[edge]}));
        }
    }
    return changes;
};
// Nothing may become empty or turn around.
const isPossible = changes => [...changes].every(([one, next]) => {
    const change = Math.abs(length(next) - length(one));
    return next.start !== next.end && length(next) <= LONGEST && change < MOST;
});

const write = changes => changes.forEach((next, one) => {
    if (isNaN(next.start) || isNaN(next.end)) {
        return;
    }
    one.fields.start.value = one.fields.start.dataset.was = spoken(next.start);
    one.fields.end.value = one.fields.end.dataset.was = spoken(next.end);
});
const say = count => {
    const status = document.getElementById('followed');
    status.textContent = count > 1 ? status.dataset.said.replace('#', count - 1) : '';
};
const change = (all, one, times) => {
    const next = {start: wrap(times.start), end: wrap(times.end)};
    const changes = moved(all, one, next);
    if (!isPossible(changes)) {
        return false;
    }
    write(changes);
    say(changes.size);
    draw();
    form().dispatchEvent(new Event('input', {bubbles: true})); // other scripts know it as typing
    return true;
};

// Blocks at the same time stand beside each other.
const lanes = blocks => {
    const ends = [];
    return blocks.map(one => {
        let lane = ends.findIndex(end => end <= one.start);
        lane = lane < 0 ? ends.length : lane;
        ends[lane] = one.start + length(one);
        return lane;
    });
};
const draw = () => form().querySelectorAll('.day').forEach(day => {
    const canvas = day.querySelector('.canvas');
    const blocks = read().filter(one => one.day === day && !isNaN(one.start) && !isNaN(one.end)).sort((a, b) => a.start - b.start);
    const from = Math.floor(Math.min(8 * 60, ...blocks.map(one => one.start)) / 60) * 60;
    const until = Math.min(DAY, Math.ceil(Math.max(18 * 60, ...blocks.map(one => one.start + length(one))) / 60) * 60);
    const held = canvas.querySelector('button:focus')?.dataset.of;
    const at = lanes(blocks);
    canvas.hidden = false;
    canvas.style.setProperty('--minutes', until - from);
    canvas.replaceChildren(...hours(from, until), ...blocks.map((one, i) => button(one, from, until, at[i])));
    canvas.dataset.lanes = Math.max(0, ...at) > 0 ? 'two' : 'one';
    [...canvas.children].find(one => held && one.dataset.of === held)?.focus();
});
const hours = (from, until) => {
    const lines = [];
    for (let minute = from; minute < until; minute += 60) {
        const line = document.createElement('span');
        line.className = 'hour';
        line.textContent = spoken(minute);
        line.setAttribute('aria-hidden', 'true');
        line.style.setProperty('--at', minute - from);
        lines.push(line);
    }
    return lines;
};
const button = (one, from, until, lane) => {
    const it = document.createElement('button');
    it.type = 'button';
    it.className = length(one) < 25 ? 'piece slim' : 'piece';
    it.dataset.of = one.id;
    it.dataset.kind = one.kind;
    it.dataset.lane = lane;
    it.classList.toggle('bad', !!one.row.querySelector('[aria-invalid=true]'));
    it.style.setProperty('--at', one.start - from);
    it.style.setProperty('--long', Math.min(length(one), until - one.start));
    const time = spoken(one.start) + '–' + spoken(one.end);
    it.setAttribute('aria-label', one.title + ', ' + time);
    const [when, what] = [document.createElement('small'), document.createElement('b')];
    when.textContent = time;
    what.textContent = one.title;
    it.append(what, ' ', when);
    return it;
};

const blockOf = (all, piece) => all.find(one => one.id === piece.dataset.of && one.day === piece.closest('.day'));
let drag = null;
document.addEventListener('pointerdown', event => {
    const piece = event.target.closest?.('.piece');
    if (!piece || event.button !== 0) {
        return;
    }
    event.preventDefault();
    piece.focus();
    const box = piece.getBoundingClientRect();
    const edge = Math.min(EDGE, box.height / 4);
    const all = read();
    drag = {all, one: blockOf(all, piece), y: event.clientY, scale: piece.parentElement.clientHeight / piece.parentElement.style.getPropertyValue('--minutes'),
        how: event.clientY - box.top < edge ? 'start' : box.bottom - event.clientY < edge ? 'end' : 'both'};
});
document.addEventListener('pointermove', event => {
    if (!drag) {
        return;
    }
    let by = Math.round((event.clientY - drag.y) / drag.scale / STEP) * STEP;
    const {one, how} = drag;
    const times = () => ({start: one.start + (how === 'end' ? 0 : by), end: one.end + (how === 'start' ? 0 : by)});
    write(new Map(drag.all.map(each => [each, each])));
    while (by && !change(drag.all, one, times())) {
        by -= Math.sign(by) * STEP; // as far as it goes
    }
    if (!by) {
        say(0);
        draw();
    }
});
const letGo = isKept => {
    if (drag && !isKept) {
        write(new Map(drag.all.map(each => [each, each])));
        say(0);
        draw();
    }
    drag = null;
};
document.addEventListener('pointerup', () => letGo(true));
document.addEventListener('pointercancel', () => letGo(false));
document.addEventListener('keydown', event => {
    const piece = event.target.closest?.('.piece');
    const by = {ArrowUp: -STEP, ArrowDown: STEP}[event.key];
    const edge = ['start', 'end'].find(name => event.target.classList?.contains(name) && event.target.closest('form.days'));
    if (edge && by) {
        event.preventDefault();
        const all = read();
        const one = all.find(each => each.fields[edge] === event.target);
        isNaN(one.start + one.end) || change(all, one, {start: one.start, end: one.end, [edge]: one[edge] + by});
    } else if (event.key === 'Escape') {
        letGo(false);
    } else if (piece && by) {
        event.preventDefault();
        const all = read();
        const one = blockOf(all, piece);
        change(all, one, {start: one.start + (event.shiftKey ? 0 : by), end: one.end + by});
    } else if (piece && event.key === 'Enter') {
        event.preventDefault();
        blockOf(read(), piece).fields.start.focus();
    }
});

// A time that is typed takes along what shared it.
document.addEventListener('focusin', event => {
    if (event.target.matches?.('.start, .end')) {
        event.target.dataset.was = event.target.value;
    }
});
document.addEventListener('change', event => {
    const field = event.target;
    if (!field.closest?.('form.days')) {
        return;
    }
    if (field.matches('.start, .end')) {
        const edge = field.matches('.start') ? 'start' : 'end';
        const all = read();
        const one = all.find(each => each.fields[edge] === field);
        const times = {start: one.start, end: one.end};
        one[edge] = minutes(field.dataset.was ?? '');
        if (!isNaN(one.start) && !isNaN(one.end) && !isNaN(times[edge]) && one[edge] !== times[edge]) {
            change(all, one, times);
        }
        if (!isNaN(times[edge])) {
            field.value = spoken(times[edge]);
        }
    }
    if (field.dataset.weekday) {
        form().querySelectorAll(`[data-date="${field.dataset.weekday}"]`).forEach(one => one.options[0].text = field.selectedOptions[0].text);
    }
    if (field.dataset.date) {
        field.classList.toggle('apart', field.value !== '');
    }
    draw();
});
document.addEventListener('htmx:afterSettle', () => form() && draw());
draw();
