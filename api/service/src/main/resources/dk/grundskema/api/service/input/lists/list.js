// A list as a table: moving about with arrows and Enter, pasting from a spreadsheet, adding and removing rows.
const form = document.getElementById('list');
const body = document.querySelector('#cells tbody');
const blank = document.getElementById('new-row');
// What other scripts know as typing.
const typed = () => form.dispatchEvent(new Event('input', {bubbles: true}));

const rows = () => [...body.rows];
const fields = row => [...row.querySelectorAll('td input:not([type=hidden])')];

const number = () => rows().forEach((row, at) => {
    row.cells[0].textContent = at + 1;
    row.querySelectorAll('[data-heading]').forEach(one => one.setAttribute('aria-label', `${one.dataset.heading} ${at + 1}`));
    row.querySelector('button[data-remove]')?.setAttribute('aria-label', `${form.dataset.remove} ${at + 1}`);
});

const add = () => {
    body.append(blank.content.cloneNode(true));
    number();
    return body.lastElementChild;
};

const place = field => {
    const row = field.closest('tr');
    return {row: rows().indexOf(row), column: fields(row).indexOf(field)};
};

const go = (row, column) => {
    const field = fields(rows()[row] ?? add())[column];
    field?.focus();
    field?.select();
};

if (document.getElementById('add')) {
    document.getElementById('add').addEventListener('click', () => fields(add())[0].focus());

    body.addEventListener('keydown', event => {
        const field = event.target.closest('input');
        if (!field || event.isComposing || event.altKey || event.ctrlKey || event.metaKey) {
            return;
        }
        const at = place(field);
        const isWhole = field.selectionStart === 0 && field.selectionEnd === field.value.length;
        const isFirst = field.selectionEnd === 0;
        const isLast = field.selectionStart === field.value.length;
        const step = {
            Enter: () => (at.row > 0 || !event.shiftKey) && go(at.row + (event.shiftKey ? -1 : 1), at.column),
            ArrowUp: () => at.row > 0 && go(at.row - 1, at.column),
            ArrowDown: () => at.row + 1 < rows().length && go(at.row + 1, at.column),
            ArrowLeft: (isWhole || isFirst) && at.column > 0 ? () => go(at.row, at.column - 1) : null,
            ArrowRight: (isWhole || isLast) && at.column + 1 < fields(rows()[at.row]).length ? () => go(at.row, at.column + 1) : null,
        }[event.key];
        const isChoosing = field.list && event.key.startsWith('Arrow') && event.key !== 'ArrowLeft' && event.key !== 'ArrowRight';
        if (step && !isChoosing && !(event.shiftKey && event.key !== 'Enter')) {
            event.preventDefault();
            step();
        }
    });

    // What a spreadsheet copies: cells with tabs, rows with line ends, cells with line ends in quotation marks.
    body.addEventListener('paste', event => {
        const text = event.clipboardData.getData('text/plain');
        const field = event.target.closest('input');
        if (!field || !/[\t\n]/.test(text.trimEnd())) {
            return;
        }
        event.preventDefault();
        const at = place(field);
        const lines = text.replace(/"((?:[^"]|"")*)"(?=[\t\r\n]|$)/g, (all, inside) => inside.replace(/""/g, '"').replace(/[\r\n]+/g, ', '))
            .replace(/[\r\n]+$/, '').split(/\r\n|\r|\n/);
        lines.forEach((line, down) => {
            const row = fields(rows()[at.row + down] ?? add());
            line.split('\t').forEach((cell, right) => {
                if (row[at.column + right]) {
                    row[at.column + right].value = cell.trim();
                }
            });
        });
        typed();
        document.getElementById('said').textContent = form.dataset.pasted;
    });

    body.addEventListener('click', event => {
        const button = event.target.closest('button[data-remove]');
        if (button) {
            const at = rows().indexOf(button.closest('tr'));
            button.closest('tr').remove();
            number();
            typed();
            (rows()[Math.min(at, rows().length - 1)]?.querySelector('button[data-remove]') ?? document.getElementById('add')).focus();
        }
    });
}
