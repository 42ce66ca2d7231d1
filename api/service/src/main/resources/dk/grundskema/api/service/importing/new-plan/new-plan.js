// From files to a plan: files are kept here in memory as long as the page is open, and what was mended in them goes along with them.
const form = document.getElementById('new-plan');
const field = document.getElementById('files');
const drop = document.getElementById('drop');
const chosen = document.getElementById('chosen');
const mended = document.getElementById('mended');
const MEGABYTE = 1024 * 1024;
let files = [];
let isMade = false;
const cells = new Map();

const say = text => {
    document.getElementById('files-why').textContent = text;
};

const isTooLarge = () => files.reduce((sum, one) => sum + one.size, 0) > Number(form.dataset.most) * MEGABYTE;

const show = () => {
    const all = new DataTransfer();
    files.forEach(one => all.items.add(one));
    field.files = all.files;
    chosen.hidden = files.length === 0;
    chosen.replaceChildren(...files.map(one => {
        const item = document.createElement('li');
        const name = document.createElement('bdi');
        name.textContent = one.name;
        const remove = document.createElement('button');
        remove.type = 'button';
        remove.textContent = form.dataset.remove;
        remove.setAttribute('aria-label', `${form.dataset.remove} ${one.name}`);
        remove.addEventListener('click', () => {
            files = files.filter(other => other !== one);
            forget(one.name);
            show();
            field.focus();
        });
        item.append(name, remove);
        return item;
    }));
    say(isTooLarge() ? form.dataset.tooLarge : '');
};

// A file that comes again takes the place of the one of its name, and of what was mended in that.
const forget = name => {
    [...cells.keys()].filter(key => JSON.parse(key)[0] === name).forEach(key => cells.delete(key));
    write();
};

const write = () => {
    mended.value = JSON.stringify([...cells].map(([key, text]) => {
        const [file, where] = JSON.parse(key);
        return {file, where, text};
    }));
};

// Answers to questions; null means that a remembered one is forgotten.
const answers = new Map();
let hasAnswered = false;
const answer = (kind, word, meaning) => {
    answers.set(JSON.stringify([kind, word]), meaning);
    document.getElementById('answers').value = JSON.stringify([...answers].map(([key, one]) => {
        const [ofKind, ofWord] = JSON.parse(key);
        return {kind: ofKind, word: ofWord, meaning: one};
    }));
};

const look = () => {
    if (files.length > 0 && !isTooLarge()) {
        form.requestSubmit(form.querySelector('button[value=look]'));
    }
};

// What is read once stays readable, whatever happens to the file meanwhile. A browser may announce files that were chosen while this script began.
const taken = new WeakSet();
const take = async more => {
    const fresh = more.filter(one => !taken.has(one));
    if (more.length > 0 && fresh.length === 0) {
        return;
    }
    fresh.forEach(one => taken.add(one));
    const read = await Promise.all(fresh.map(async one => new File([await one.arrayBuffer()], one.name, {type: one.type})));
    read.forEach(one => {
        taken.add(one);
        forget(one.name);
    });
    files = [...files.filter(one => !read.some(other => other.name === one.name)), ...read];
    show();
    look();
};

field.addEventListener('change', () => take([...field.files]));
addEventListener('dragover', event => {
    event.preventDefault();
    drop.classList.add('over');
});
addEventListener('dragleave', event => {
    if (!event.relatedTarget) {
        drop.classList.remove('over');
    }
});
addEventListener('drop', event => {
    event.preventDefault();
    drop.classList.remove('over');
    if (event.dataTransfer.files.length > 0) {
        take([...event.dataTransfer.files]);
    }
});

form.addEventListener('input', event => {
    const cell = event.target.closest('[data-where]');
    if (cell) {
        cells.set(JSON.stringify([cell.closest('[data-file]').dataset.file, cell.dataset.where]), cell.value);
        write();
    }
});

// A spreadsheet puts an end of line behind the cell that is copied from it.
form.addEventListener('paste', event => {
    const cell = event.target.closest('[data-where]');
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const one = text.replace(/[\r\n]+$/, '');
    if (cell && one !== text) {
        event.preventDefault();
        cell.setRangeText(one, cell.selectionStart, cell.selectionEnd, 'end');
        cell.dispatchEvent(new Event('input', {bubbles: true}));
    }
});

// As people move about in a spreadsheet: up and down with the arrows, down with Enter. In a text of several lines arrows go to its end first.
const hasLines = cell => cell.scrollHeight > 2 * parseFloat(getComputedStyle(cell).lineHeight);
form.addEventListener('keydown', event => {
    const cell = event.target.closest('[data-where]');
    const step = {ArrowUp: -1, ArrowDown: 1, Enter: event.shiftKey ? -1 : 1}[event.key];
    if (event.key === 'Enter' && !event.isComposing && event.target.closest('.field')) {
        event.preventDefault();
        look();
    }
    if (!cell || !step || event.isComposing) {
        return;
    }
    const isWithin = event.key === 'ArrowUp' ? cell.selectionStart > 0 : cell.selectionEnd < cell.value.length;
    if (event.key !== 'Enter' && isWithin && hasLines(cell)) {
        return;
    }
    event.preventDefault();
    const rows = [...cell.closest('table').rows];
    const at = rows.indexOf(cell.closest('tr'));
    rows[at + step]?.cells[cell.closest('td, th').cellIndex]?.querySelector('[data-where]')?.focus();
});

// The files are read anew with each answer, except for rooms, of which many are asked about at once.
form.addEventListener('change', event => {
    const {kind, word} = event.target.dataset;
    if (kind) {
        answer(kind, word, event.target.value ? event.target.value.slice(1) : null);
        if (kind !== 'ROOM_KIND') {
            hasAnswered = true;
            look();
        }
    }
});
form.addEventListener('click', event => {
    const {forget: kind, word} = event.target.dataset;
    if (kind) {
        answer(kind, word, null);
        hasAnswered = true;
        look();
    }
});

// A row that is left out is one in which nothing stands.
form.addEventListener('click', event => {
    const row = event.target.closest('[data-leave-out]')?.closest('tr');
    if (row) {
        row.querySelectorAll('[data-where]').forEach(cell => {
            if (cell.value) {
                cell.value = '';
                cell.dispatchEvent(new Event('input', {bubbles: true}));
            }
        });
        look();
    }
});

form.addEventListener('click', event => {
    const link = event.target.closest('.notes a');
    const target = link && document.getElementById(link.hash.slice(1));
    if (target) {
        event.preventDefault();
        target.closest('details')?.setAttribute('open', 'open');
        target.focus();
        target.scrollIntoView({block: 'center'});
    }
});

document.addEventListener('htmx:beforeRequest', event => {
    if (isTooLarge()) {
        event.preventDefault();
        say(form.dataset.tooLarge);
        field.focus();
    }
});

const mark = () => {
    form.querySelectorAll('.field [aria-invalid], #files[aria-invalid]').forEach(one => one.removeAttribute('aria-invalid'));
    form.querySelectorAll('.field .why, #files-why').forEach(one => one.textContent = '');
    form.querySelectorAll('.notes .wrong[data-field]').forEach(note => {
        const wrong = document.getElementById(note.dataset.field);
        wrong?.setAttribute('aria-invalid', 'true');
        wrong?.closest('details')?.setAttribute('open', 'open');
        const why = document.getElementById(`${note.dataset.field}-why`);
        if (why) {
            why.textContent += `${why.textContent ? ' ' : ''}${note.querySelector('.text').textContent}`;
        }
    });
    const next = hasAnswered ? form.querySelector('.asked select') : form.querySelector('[aria-invalid=true]');
    hasAnswered = false;
    (next ?? document.getElementById('read'))?.focus();
};

document.addEventListener('htmx:afterSettle', mark);
document.addEventListener('htmx:beforeOnLoad', event => {
    isMade = isMade || Boolean(event.detail.xhr.getResponseHeader('HX-Redirect'));
});
document.addEventListener('app:refused', event => {
    if (event.detail) {
        event.preventDefault();
        say(event.detail);
    }
});
addEventListener('beforeunload', event => {
    if (files.length > 0 && !isMade) {
        event.preventDefault();
    }
});

// Files may be chosen already: before this script ran, or on an earlier visit of the page.
if (field.files.length > 0) {
    take([...field.files]);
}
