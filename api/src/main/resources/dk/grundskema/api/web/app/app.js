// What every page does: repeats the session's word, notices a lost connection and a session that has ended, and keeps what was typed.
const meta = () => document.querySelector('meta[name=csrf]');
const part = id => document.getElementById(id);

document.addEventListener('htmx:configRequest', event => {
    const csrf = meta();
    if (csrf) {
        event.detail.headers['X-CSRF-Token'] = csrf.content;
    }
});

const lost = isLost => {
    const bar = part('lost');
    if (bar) {
        bar.hidden = !isLost;
    }
};

// Who signs in again here goes on where they were: all forms of the page repeat the new session's word.
const renew = async form => {
    const answer = await fetch('/sign-in', {method: 'POST', body: new URLSearchParams(new FormData(form))});
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const csrf = page.querySelector('meta[name=csrf]');
    if (!csrf) {
        part('again-trouble').textContent = page.querySelector('.trouble')?.textContent ?? '';
        part('again-trouble').hidden = false;
        form.elements.password.value = '';
        form.elements.password.focus();
        return false;
    }
    meta().content = csrf.content;
    document.querySelectorAll('input[name=csrf]').forEach(field => field.value = csrf.content);
    return true;
};

const signInAgain = () => new Promise(done => {
    const dialog = part('again');
    const form = dialog.querySelector('form');
    part('again-trouble').hidden = true;
    dialog.showModal();
    form.onsubmit = async event => {
        event.preventDefault();
        if (await renew(form).catch(() => lost(true))) {
            form.reset();
            dialog.close('again');
        }
    };
    dialog.onclose = () => done(dialog.returnValue === 'again');
});

// Whether what is to be sent would be taken; who has lost the connection or the session is told before anything typed is gone.
const mayGo = async () => {
    try {
        const answer = await fetch('/api/v1/me', {headers: {Accept: 'application/json'}});
        lost(false);
        return answer.status !== 401 || await signInAgain();
    } catch {
        lost(true);
        return false;
    }
};

// What is typed in the form of a page isn't left in silence: the browser asks first, unless it is sent or given up by a link below it.
const TYPED = 'form.typed, form#list';
let isUnsaved = Boolean(document.querySelector(TYPED) && document.querySelector('main .trouble[role=alert], main .verdict.wrong'));
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
    }
});

document.addEventListener('submit', async event => {
    const form = event.target;
    const isOurs = meta() && form.method === 'post' && !form.closest('dialog') && !event.defaultPrevented
        && !form.hasAttribute('hx-post') && !form.dataset.sent;
    if (!isOurs) {
        return;
    }
    event.preventDefault();
    if (await mayGo()) {
        form.dataset.sent = 'sent';
        isUnsaved &&= !form.matches(TYPED);
        form.requestSubmit(event.submitter);
        delete form.dataset.sent;
    }
});

// What other scripts ask for themselves: that a lost connection is said, and that whoever was away for too long signs in.
document.addEventListener('app:lost', event => lost(event.detail));
document.addEventListener('app:signed-out', async event => event.detail(await signInAgain()));

document.addEventListener('htmx:responseError', async event => {
    if (event.detail.xhr.status === 401) {
        await signInAgain();
    }
});
// What a form says of itself comes with 422 and is shown as any other answer.
document.addEventListener('htmx:beforeSwap', event => {
    if ([409, 412, 422].includes(event.detail.xhr.status)) {
        event.detail.shouldSwap = true;
        event.detail.isError = false;
    }
});
document.addEventListener('htmx:sendError', () => lost(true));
document.addEventListener('htmx:afterOnLoad', () => lost(false));
addEventListener('offline', () => lost(true));
addEventListener('online', () => lost(false));

// On a narrow screen the parts of a plan go on beside it; the one that is shown is to be seen.
const bar = document.querySelector('.parts');
const shown = bar?.querySelector('[aria-current]');
if (shown && shown.offsetLeft + shown.offsetWidth > bar.clientWidth) {
    bar.scrollLeft = shown.offsetLeft - bar.clientWidth / 3;
}

// Where rows come and go, whoever works by keys goes on in the new one, or where more can be added.
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

document.querySelector('[aria-invalid=true]')?.focus();
