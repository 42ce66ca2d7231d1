// Watches a run. What is said comes from the service, in the reader's language; each event is the whole state, so none that was missed is needed.
const run = document.querySelector('.run[data-solve]');

if (run) {
    const language = document.documentElement.lang;
    const find = name => run.querySelector(`[data-${name}]`);
    const bar = run.querySelector('progress');
    const key = `run-${run.dataset.solve}`;
    const MOST = 240;
    const SAID_EVERY = 15;
    // Where the run began is told by the service, unless another process runs it; what was seen here is kept in case.
    const told = JSON.parse(run.dataset.curve);
    const kept = JSON.parse(sessionStorage.getItem(key) ?? '[]');
    const isTold = told.length && !(told[0][0] > kept[0]?.[0]);
    const points = isTold ? [...told, ...kept.filter(one => one[0] > told.at(-1)[0])] : kept;
    let saidAt = -SAID_EVERY;
    let text = '';

    const span = seconds => {
        const minutes = Math.floor(seconds / 60);
        const rest = run.dataset.seconds.replace('#', seconds % 60);
        return minutes ? `${run.dataset.minutes.replace('#', minutes)} ${rest}` : rest;
    };
    const number = value => value.toLocaleString(language);

    const figures = [...run.querySelectorAll('[data-figure]')];
    const named = {conflicts: 'conflicts', missing: 'missingAdults', other: 'otherShortfalls', wishes: 'wishes', cost: 'wishCost'};

    const note = now => {
        const last = points.at(-1);
        const values = figures.map(figure => now.standing[named[figure.dataset.figure]]);
        if (last && now.elapsedSeconds <= last[0]) {
            return;
        }
        points.push([now.elapsedSeconds, ...values]);
        if (points.length > MOST) {
            points.splice(0, points.length, ...points.filter((point, nth) => nth % 2 === 0 || nth === points.length - 1));
        }
        sessionStorage.setItem(key, JSON.stringify(points));
    };

    // A curve goes from left to right through all the time there is, and from nothing at the bottom to the worst at the top.
    const draw = () => figures.forEach((figure, nth) => {
        const values = points.map(point => point[nth + 1]);
        const worst = Math.max(1, ...values);
        const first = points[0]?.[0] ?? 0;
        const all = Math.max(1, (points.at(-1)?.[0] ?? 0) - first);
        const drawn = points.map((point, at) => `${(100 * (point[0] - first) / all).toFixed(1)},${(28 - 26 * values[at] / worst).toFixed(1)}`);
        figure.querySelector('polyline').setAttribute('points', drawn.length > 1 ? drawn.join(' ') : '');
    });

    const row = (head, values) => {
        const line = document.createElement('tr');
        const first = document.createElement('th');
        first.scope = 'row';
        first.textContent = head;
        line.append(first, ...values.map(value => {
            const cell = document.createElement('td');
            cell.textContent = number(value);
            return cell;
        }));
        return line;
    };

    const list = () => {
        const step = Math.max(1, Math.ceil(points.length / 12));
        const shown = points.filter((point, nth) => (points.length - 1 - nth) % step === 0).reverse();
        find('numbers').replaceChildren(...shown.map(point => row(span(point[0]), point.slice(1))));
    };

    const show = now => {
        find('text').textContent = text = now.text;
        find('heading').textContent = run.dataset[now.state.toLowerCase()] ?? find('heading').textContent;
        if (now.standing) {
            figures.forEach(figure => {
                const value = now.standing[named[figure.dataset.figure]];
                figure.querySelector('[data-many]').textContent = number(value);
                figure.classList.toggle('none', value === 0);
                figure.classList.toggle('bad', value > 0 && figure.dataset.figure === 'conflicts');
            });
            note(now);
            draw();
            list();
            const wishes = (now.costs ?? []).filter(one => one.level === 'SOFT');
            find('costs').replaceChildren(...wishes.map(one => row(one.name, [one.count, one.cost])));
            find('dear').hidden = !wishes.length;
            find('counted').hidden = find('look').hidden = false;
            find('none')?.remove();
        }
        if (bar) {
            const left = Math.max(0, now.seconds - now.elapsedSeconds);
            bar.value = now.elapsedSeconds;
            find('time').textContent = left ? run.dataset.left.replace('#', span(left)) : run.dataset.over;
        }
        if (now.elapsedSeconds >= saidAt + SAID_EVERY) {
            saidAt = now.elapsedSeconds;
            find('said').textContent = text;
        }
    };

    const trouble = said => {
        const place = find('trouble');
        place.textContent = said;
        place.hidden = !said;
    };

    const AGAIN = 3000;
    const watch = () => {
        const events = new EventSource(`/api/v1/solves/${run.dataset.solve}/events`);
        events.onopen = () => trouble('');
        events.addEventListener('progress', event => show(JSON.parse(event.data)));
        events.addEventListener('ended', event => {
            events.close();
            show(JSON.parse(event.data));
            sessionStorage.removeItem(key);
            location.reload();
        });
        events.onerror = () => {
            trouble(run.dataset.lost);
            if (events.readyState === EventSource.CLOSED) {
                setTimeout(resume, AGAIN);
            }
        };
    };
    // A stream that was refused isn't opened again by itself: the session may be over, and then the page asks to sign in.
    // What is asked to learn that must be no use of the session, or an open page would keep it for ever: news are none.
    const resume = async () => {
        try {
            const {plan, version} = document.querySelector('.parts[data-plan]').dataset;
            const answer = await fetch(`/plans/${plan}/news?version=${version}`, {headers: {Accept: 'text/html'}});
            if (answer.redirected) {
                location.reload();
                return;
            }
            watch();
        } catch {
            setTimeout(resume, AGAIN);
        }
    };

    draw();
    list();
    watch();
}
