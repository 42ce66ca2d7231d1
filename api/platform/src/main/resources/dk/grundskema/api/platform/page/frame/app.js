// What every page does: repeats the session's word, notices a lost connection and a session that has ended, and keeps what was typed.
const meta = () => document.querySelector('meta[name=csrf]');
const part = id => document.getElementById(id);

document.addEventListener('htmx:configRequest', event => {
    const csrf = meta();
    if (csrf) {
        event.detail.headers['X-CSRF-Token'] = csrf.content;
    }
});

let lostAt = 0;
const lost = isLost => {
    const bar = part('lost');
    if (bar) {
        bar.hidden = !isLost;
    }
    lostAt = isLost ? performance.now() : lostAt;
};
// An answer to what was sent before the connection was lost may have been on its way, and says nothing of what is sent now.
const answered = sentAt => sentAt > lostAt && lost(false);

const me = () => fetch('/api/v1/me', {headers: {Accept: 'application/json'}});

// All forms of the page repeat the session's word.
const repeat = csrf => {
    meta().content = csrf;
    document.querySelectorAll('input[name=csrf]').forEach(field => field.value = csrf);
};

const parsed = async answer => new DOMParser().parseFromString(await answer.text(), 'text/html');

// Who signs in again here goes on where they were.
const renew = async form => {
    const signIn = await parsed(await fetch('/sign-in'));
    const fields = new URLSearchParams(new FormData(form));
    fields.set('csrf', signIn.querySelector('form[action="/sign-in"] input[name=csrf]')?.value ?? '');
    const page = await parsed(await fetch('/sign-in', {method: 'POST', body: fields}));
    const csrf = page.querySelector('meta[name=csrf]');
    if (!csrf) {
        part('again-trouble').textContent = page.querySelector('.trouble')?.textContent ?? '';
        part('again-trouble').hidden = false;
        form.elements.password.value = '';
        form.elements.password.focus();
        return false;
    }
    repeat(csrf.content);
    return true;
};

// The session's word as it is now, if it is still of the same person: it changes when they sign in again in another tab.
const take = me => {
    const isSame = me.account === document.querySelector('meta[name=account]').content;
    if (isSame && me.csrfToken) {
        repeat(me.csrfToken);
    }
    return isSame;
};

const askToSignIn = () => new Promise(done => {
    const dialog = part('again');
    const form = dialog.querySelector('form');
    const comeBack = async () => {
        const answer = await me().catch(() => null);
        if (answer?.ok && take(await answer.json())) {
            dialog.close('again');
        }
    };
    part('again-trouble').hidden = true;
    dialog.returnValue = '';
    dialog.showModal();
    addEventListener('focus', comeBack);
    form.onsubmit = async event => {
        event.preventDefault();
        if (await renew(form).catch(() => lost(true))) {
            form.reset();
            dialog.close('again');
        }
    };
    dialog.onclose = () => {
        removeEventListener('focus', comeBack);
        done(dialog.returnValue === 'again');
    };
});

// Several things that are refused at once wait for the same answer.
let asking = null;
const signInAgain = () => asking ??= askToSignIn().finally(() => asking = null);

// Whether what is to be sent would be taken; who has lost the connection or the session is told before anything typed is gone.
const mayGo = async () => {
    const sentAt = performance.now();
    try {
        const answer = await me();
        answered(sentAt);
        const isTheirs = answer.ok ? take(await answer.json()) : answer.status !== 401;
        return isTheirs || await signInAgain();
    } catch {
        lost(true);
        return false;
    }
};

// What is typed in the form of a page isn't left in silence: the browser asks first, unless it is sent or given up by a link below it.
const TYPED = 'form.typed, form#list';
let isUnsaved = Boolean(document.querySelector(TYPED) && document.querySelector('main .trouble[role=alert], main .verdict.wrong, form.typed :is([aria-invalid=true], [data-wrong])'));
const typed = event => {
    if (event.target.closest?.(TYPED)) {
        isUnsaved = true;
    }
};
document.addEventListener('input', typed);
document.addEventListener('htmx:beforeRequest', typed);
document.addEventListener('click', event => {
    if (event.target.closest('form .actions a')) {
        isUnsaved = false;
    }
});
addEventListener('beforeunload', event => {
    if (isUnsaved) {
        event.preventDefault();
        sent = new WeakSet(); // who stays may press it again
    }
});

// What is pressed twice in haste is sent once; the same again takes a field that changed, or some patience.
const PATIENCE = 10_000;
let sent = new WeakSet();
const send = form => {
    sent.add(form);
    setTimeout(() => sent.delete(form), PATIENCE);
};
document.addEventListener('input', event => sent.delete(event.target.form));
addEventListener('pageshow', event => event.persisted && document.querySelectorAll('form').forEach(form => sent.delete(form)));

document.addEventListener('submit', async event => {
    const form = event.target;
    const isOurs = meta() && form.method === 'post' && !form.closest('dialog') && !event.defaultPrevented
        && !form.hasAttribute('hx-post') && !form.dataset.sent;
    if (!isOurs) {
        return;
    }
    event.preventDefault();
    if (sent.has(form)) {
        return;
    }
    send(form);
    if (!await mayGo()) {
        sent.delete(form);
        return;
    }
    form.dataset.sent = 'sent';
    isUnsaved &&= !form.matches(TYPED);
    form.requestSubmit(event.submitter);
    delete form.dataset.sent;
});

// For other scripts' own requests: reports a lost connection, and leads to the sign-in after the session has ended.
document.addEventListener('app:lost', () => lost(true));
document.addEventListener('app:answered', event => answered(event.detail));
document.addEventListener('app:signed-out', async event => event.detail(await signInAgain()));

// What an answer says that is none of what was asked for: a page's words, or a problem's.
const words = text => {
    try {
        const problem = JSON.parse(text);
        return (problem.findings ?? []).map(one => one.text).join(' ') || problem.detail || problem.title || '';
    } catch {
        const said = new DOMParser().parseFromString(text, 'text/html').querySelectorAll('main h1, main .narrow p:not(:has(a)), main .said li');
        return [...said].map(one => one.textContent.trim().replace(/([^.!?:])$/, '$1.')).join(' ');
    }
};
const refused = text => {
    if (!part('refused')) {
        return;
    }
    part('refused-text').textContent = text || part('refused').dataset.otherwise;
    part('refused').hidden = false;
};
part('refused')?.querySelector('button').addEventListener('click', () => {
    part('refused').hidden = true;
    part('main').focus({preventScroll: true});
});

document.addEventListener('htmx:responseError', async event => {
    if (event.detail.xhr.status === 401) {
        await signInAgain();
        return;
    }
    const text = words(event.detail.xhr.responseText);
    if (document.dispatchEvent(new CustomEvent('app:refused', {detail: text, cancelable: true}))) {
        refused(text);
    }
});
document.addEventListener('htmx:beforeRequest', () => part('refused') && (part('refused').hidden = true));
// What a form says of itself comes with 422 and is shown as any other answer.
document.addEventListener('htmx:beforeSwap', event => {
    if ([409, 412, 422].includes(event.detail.xhr.status)) {
        event.detail.shouldSwap = true;
        event.detail.isError = false;
    }
});
document.addEventListener('htmx:sendError', () => lost(true));
document.addEventListener('htmx:beforeRequest', event => event.detail.sentAt = performance.now()); // the answer has the same detail
document.addEventListener('htmx:afterOnLoad', event => answered(event.detail.sentAt));
addEventListener('offline', () => lost(true));
addEventListener('online', () => lost(false));

// On a narrow screen the parts of a plan go on beside it; the one that is shown is to be seen.
const bar = document.querySelector('.parts');
const shown = bar?.querySelector('[aria-current]');
if (shown && shown.offsetLeft + shown.offsetWidth > bar.clientWidth) {
    bar.scrollLeft = shown.offsetLeft - bar.clientWidth / 3;
}

// When a row is added or removed, the focus moves to the new row, or to the button that adds one.
document.addEventListener('htmx:afterSettle', event => {
    const fresh = document.querySelector('[data-new]');
    const pressed = event.detail.requestConfig?.elt;
    if (fresh) {
        fresh.removeAttribute('data-new');
        fresh.querySelector('select, textarea, input:not([type=hidden])')?.focus();
    } else if (pressed?.name === 'drop') {
        const rows = pressed.value.replace(/\/[^/]*$/, '');
        document.querySelector(`button[name=add][value="${CSS.escape(rows)}"]`)?.focus();
    } else if (pressed?.name === 'do' && pressed.value.startsWith('drop:')) {
        const [, row, part] = pressed.value.split(':');
        const more = part ? [`add:${row}`] : ['add', `copy:${row}`, `copy:${row - 1}`];
        more.map(one => document.querySelector(`button[name=do][value="${CSS.escape(one)}"]`)).find(one => one)?.focus();
    }
});

document.querySelector('[aria-invalid=true], [data-wrong]')?.focus();
