// Marks of faults: the note stays in the window, and Escape closes it without moving focus or pointer.
const GAP = 8; // pixels between a note and the edge of the window

const holderOf = target => target.closest?.('.faults');

// A note in a table that scrolls is fixed to the window, so that the table does not cut it off.
const fit = holder => {
    const note = holder?.querySelector('.fault-note');
    if (!note) {
        return;
    }
    note.style.translate = '';
    const mark = holder.querySelector('.fault').getBoundingClientRect();
    if (getComputedStyle(note).position === 'fixed') {
        note.style.left = `${mark.left}px`;
        note.style.top = `${mark.bottom}px`;
    }
    const at = note.getBoundingClientRect();
    const over = Math.max(0, at.right + GAP - document.documentElement.clientWidth);
    const isLow = at.bottom > innerHeight && mark.top > at.height;
    note.style.translate = `${-Math.min(over, Math.max(0, at.left - GAP))}px ${isLow ? -at.height - mark.height : 0}px`;
};

for (const kind of ['focusin', 'pointerover']) {
    document.addEventListener(kind, event => fit(holderOf(event.target)));
}
for (const kind of ['focusout', 'pointerout']) {
    document.addEventListener(kind, event => {
        const holder = holderOf(event.target);
        if (holder && !holder.contains(event.relatedTarget)) {
            holder.classList.remove('shut');
        }
    });
}
document.addEventListener('scroll', () => document.querySelectorAll('.faults:is(:hover, :focus-within)').forEach(fit), {capture: true, passive: true});
document.addEventListener('keydown', event => {
    if (event.key === 'Escape') {
        document.querySelectorAll('.faults:is(:hover, :focus-within)').forEach(one => one.classList.add('shut'));
    }
});

// The week is there twice, as a table and as a list, and one of them is hidden.
const selected = [...document.querySelectorAll('[data-selected] .fault')].find(one => one.checkVisibility());
selected?.focus();
