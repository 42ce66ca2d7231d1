// Changes a timetable by hand. Everything is asked of the service; what is decided here is only what is shown where.
// The whole content may be exchanged while somebody looks at it, so nothing of it is kept here.
const main = document.getElementById('main');
const hand = () => main.querySelector('[data-hand]');
const plan = `/api/v1/plans/${hand().dataset.hand}`;
const part = name => hand().querySelector(`[data-${name}]`);
const board = () => part('board');
const version = () => board().dataset.board;
const language = document.documentElement.lang;
const words = Object.fromEntries([...part('words').content.querySelectorAll('[data-key]')].map(one => [one.dataset.key, one.textContent]));
const say = (key, ...values) => words[key].replace(/\{(\d)\}/g, (all, place) => values[place] ?? '');

class Refused extends Error {
    constructor(status, said) {
        super((said.findings ?? []).map(one => one.text).join(' ') || said.detail || say('failed'));
        this.status = status;
        this.meanwhile = said.meanwhile ?? [];
    }
}

// The service's answers. After the end of the session the planner signs in and goes on; a lost connection is reported.
const ask = async (path, body, isChange) => {
    const headers = {Accept: 'application/json', 'Accept-Language': language, 'X-CSRF-Token': document.querySelector('meta[name=csrf]').content};
    if (body !== undefined) {
        headers['Content-Type'] = 'application/json';
    }
    if (isChange) {
        headers['If-Match'] = `"${version()}"`;
    }
    const request = {method: body === undefined ? 'GET' : 'POST', headers, body: body === undefined ? undefined : JSON.stringify(body)};
    const sentAt = performance.now();
    const answer = await fetch(plan + path, request).catch(() => {
        document.dispatchEvent(new CustomEvent('app:lost'));
        throw new Refused(0, {detail: say('lost')});
    });
    document.dispatchEvent(new CustomEvent('app:answered', {detail: sentAt}));
    if (answer.status === 401 && await new Promise(done => document.dispatchEvent(new CustomEvent('app:signed-out', {detail: done})))) {
        return ask(path, body, isChange);
    }
    const said = await answer.json().catch(() => ({}));
    if (!answer.ok) {
        throw new Refused(answer.status, said);
    }
    return said;
};

const meetingOf = element => element?.dataset.meeting ? JSON.parse(element.dataset.meeting) : null;
const seatsOf = meeting => meeting.seats ?? [];
const holderOf = session => [...board().querySelectorAll('[data-meeting]')].find(one => one.checkVisibility() && meetingOf(one).session === session);

// A part of the page; texts are never read as HTML.
const make = (tag, values = {}, ...within) => {
    const made = document.createElement(tag);
    Object.entries(values).forEach(([name, value]) => name.startsWith('on') ? made.addEventListener(name.slice(2), value) : made.setAttribute(name, value));
    made.append(...within.filter(one => one !== null && one !== ''));
    return made;
};
const button = (text, then, values = {}) => make('button', {type: 'button', onclick: then, ...values}, text);

const clock = time => language === 'da' ? time.replace(':', '.') : time;
const dayWords = new Intl.DateTimeFormat(language, {weekday: 'long', timeZone: 'UTC'});
const when = (date, start) => {
    const day = new Date(`${date}T00:00:00Z`);
    return say('when', `${dayWords.format(day)} ${day.getUTCDate()}/${day.getUTCMonth() + 1}`, clock(start));
};

const WEEKDAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];
// The date of a weekday of a week such as 2026-W37: the fourth of January is always in the first week.
const dateOf = (week, weekday) => {
    const [year, number] = week.split('-W').map(Number);
    const fourth = new Date(Date.UTC(year, 0, 4));
    const monday = Date.UTC(year, 0, 4 - (fourth.getUTCDay() + 6) % 7 + 7 * (number - 1));
    return new Date(monday + WEEKDAYS.indexOf(weekday) * 86_400_000).toISOString().slice(0, 10);
};
const dateOfTime = time => dateOf(time.weeks.includes(board().dataset.week) ? board().dataset.week : time.weeks[0], time.weekday);
const minutesOf = time => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
const lasting = meeting => (minutesOf(meeting.end) - minutesOf(meeting.start) + 1440) % 1440;
const clockAt = minutes => `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
