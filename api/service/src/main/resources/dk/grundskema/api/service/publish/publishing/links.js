// Copies messages and links, one or all, and finds links whose names have what is typed.
const rows = () => [...document.querySelectorAll('.link')];
const canCopy = !!navigator.clipboard;

const say = button => {
    const before = button.dataset.said ?? button.textContent;
    button.dataset.said = before;
    button.textContent = button.dataset.done;
    button.setAttribute('role', 'status');
    button.addEventListener('blur', () => {
        button.textContent = before;
        button.removeAttribute('role');
    }, {once: true});
};

const copy = async (button, text) => {
    await navigator.clipboard.writeText(text);
    say(button);
};

const show = () => {
    if (canCopy) {
        document.querySelectorAll('[data-copy]').forEach(one => one.hidden = false);
    }
};

const all = document.querySelector('[data-copy-all]');
if (all && canCopy) {
    all.hidden = false;
}

document.addEventListener('click', event => {
    const button = event.target.closest('[data-copy], [data-copy-all]');
    if (button?.dataset.copy) {
        copy(button, button.closest('li').querySelector('.address, .message').value);
    } else if (button) {
        const open = rows().filter(one => one.dataset.kind === button.dataset.copyAll && one.querySelector('.address'));
        copy(button, open.map(one => `${one.dataset.name}\t${one.dataset.address}`).join('\n'));
    }
});

document.addEventListener('focusin', event => {
    if (event.target.matches('.address, .message')) {
        event.target.select();
    }
});
document.addEventListener('htmx:afterSwap', show);

const find = document.querySelector('[data-find]');
if (find) {
    find.hidden = rows().length < 12;
    find.querySelector('input').addEventListener('input', event => {
        const typed = event.target.value.trim().toLocaleLowerCase();
        rows().forEach(one => one.hidden = !one.dataset.name.toLocaleLowerCase().includes(typed));
    });
}
show();
