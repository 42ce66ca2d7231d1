// Says what others do to the plan that a page shows, and shows it where nothing is typed or held meanwhile.
// A script that changes the plan itself says so: document.dispatchEvent(new CustomEvent('plan:changed', {detail: {version}})).
const bar = document.querySelector('.parts[data-plan]');
const news = document.getElementById('news');
const SECONDS = 4;

if (bar) {
    let version = Number(bar.dataset.version);
    let isTyped = false;
    let isAsking = false;

    const main = () => document.getElementById('main');
    const mayExchange = () => main().dataset.fresh && !isTyped && !main().querySelector('[data-busy], dialog[open], details.asking[open]');

    // Where somebody stands who works by keys: the same kind of thing of the same name, the nearest to where it was.
    const STOPS = 'a[href], button, input, select, textarea, summary, [tabindex]';
    const said = one => [one.tagName, one.id, one.name, one.value, one.getAttribute('aria-label'), one.textContent].join();
    const stand = () => {
        const all = [...main().querySelectorAll(STOPS)];
        const at = all.indexOf(document.activeElement);
        return at < 0 ? null : {at, said: said(all[at])};
    };
    const standAgain = before => {
        const near = [...main().querySelectorAll(STOPS)]
            .map((one, at) => ({one, far: Math.abs(at - before.at)}))
            .filter(({one}) => said(one) === before.said)
            .sort((one, other) => one.far - other.far);
        (near[0]?.one ?? main()).focus({preventScroll: true});
    };

    // What was unfolded to be read stays so.
    const folds = () => [...main().querySelectorAll('details')];
    const unfolded = () => folds().map(one => one.open && said(one.querySelector('summary')));
    const unfold = before => folds().forEach((one, at) => one.open ||= before[at] === said(one.querySelector('summary')));

    // The whole content anew, as if the page were loaded, but where the reader is; not if something was begun while it was fetched.
    const exchange = async () => {
        const answer = await fetch(location.href, {headers: {Accept: 'text/html'}});
        if (!answer.ok || answer.redirected) {
            return false;
        }
        const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
        const parts = page.querySelector('.parts');
        if (Number(parts.dataset.version) <= version) {
            return true; // the page showed it itself while it was fetched
        }
        if (!mayExchange()) {
            return false;
        }
        const before = stand();
        const read = unfolded();
        const there = new Set([...document.querySelectorAll('link[rel=stylesheet]')].map(one => one.getAttribute('href')));
        for (const style of page.querySelectorAll('link[rel=stylesheet]')) {
            if (!there.has(style.getAttribute('href'))) {
                document.head.append(document.importNode(style));
            }
        }
        main().replaceChildren(...document.importNode(page.getElementById('main'), true).childNodes);
        if (bar.childElementCount !== parts.childElementCount) {
            bar.replaceChildren(...document.importNode(parts, true).childNodes);
        }
        version = Math.max(version, Number(parts.dataset.version));
        htmx.process(main());
        unfold(read);
        if (before) {
            standAgain(before);
        }
        document.dispatchEvent(new CustomEvent('plan:shown', {detail: {version}}));
        return true;
    };

    const ask = async () => {
        if (isAsking || document.visibilityState !== 'visible') {
            return;
        }
        isAsking = true;
        try {
            const answer = await fetch(`/plans/${bar.dataset.plan}/news?version=${version}`, {headers: {Accept: 'text/html'}});
            if (answer.status !== 200) {
                return;
            }
            const text = await answer.text();
            const said = new DOMParser().parseFromString(text, 'text/html').querySelector('[data-version]');
            if (!said || Number(said.dataset.version) <= version) {
                return;
            }
            const isShown = mayExchange() && await exchange().catch(() => false);
            if (said.dataset.own && !isShown && main().dataset.fresh) {
                return; // nobody is told of what they did themselves, so it is still to be shown
            }
            version = Math.max(version, Number(said.dataset.version));
            if (!said.dataset.own) {
                said.querySelector('[data-news=show]').hidden = isShown;
                news.replaceChildren(document.importNode(said, true));
            }
        } catch {
            // The next time will do.
        } finally {
            isAsking = false;
        }
    };

    news.addEventListener('click', event => {
        const what = event.target.dataset.news;
        if (what === 'show') {
            location.reload();
        } else if (what === 'hide') {
            news.replaceChildren();
        }
    });
    main().addEventListener('input', event => {
        isTyped ||= Boolean(event.target.closest('form')?.matches('[method=post]'));
    });
    document.addEventListener('plan:changed', event => {
        version = Math.max(version, event.detail.version);
    });
    document.addEventListener('visibilitychange', ask);
    setInterval(ask, SECONDS * 1000);
}
