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
    const mayExchange = () => main().dataset.fresh && !isTyped && !main().querySelector('[data-busy], dialog[open]');

    // The whole content anew, as if the page were loaded, but where the reader is.
    const exchange = async () => {
        const answer = await fetch(location.href, {headers: {Accept: 'text/html'}});
        if (!answer.ok || answer.redirected) {
            return false;
        }
        const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
        const there = new Set([...document.querySelectorAll('link[rel=stylesheet]')].map(one => one.getAttribute('href')));
        for (const style of page.querySelectorAll('link[rel=stylesheet]')) {
            if (!there.has(style.getAttribute('href'))) {
                document.head.append(document.importNode(style));
            }
        }
        main().replaceChildren(...document.importNode(page.getElementById('main'), true).childNodes);
        version = Math.max(version, Number(page.querySelector('.parts').dataset.version));
        htmx.process(main());
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
            version = Number(said.dataset.version);
            const isShown = mayExchange() && await exchange();
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
