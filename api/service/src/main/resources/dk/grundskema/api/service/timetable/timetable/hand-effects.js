// What a change would do, in words and by how much it matters.
const MOST_SAID = 3;
const LEVELS = ['HARD', 'MEDIUM', 'SOFT'];

const SEVERITY = {HARD: 'bad', MEDIUM: 'warn', SOFT: 'good'};

const LEVELS_BEST_FIRST = ['good', 'warn', 'bad', 'wait', 'locked', 'never'];
const byWorst = (one, other) => LEVELS_BEST_FIRST.indexOf(other) - LEVELS_BEST_FIRST.indexOf(one);
const levelOf = (before, after) => after.hard < before.hard ? 'bad' : after.medium < before.medium ? 'warn' : 'good';
const dearer = effect => (effect.differences ?? []).filter(one => one.cost > 0);
const named = (all, level) => all.filter(one => one.level === level).map(one => one.name);
const listed = all => all.length > MOST_SAID ? say('and-more', all.slice(0, MOST_SAID).join(', '), all.length - MOST_SAID) : all.join(', ');

const wishes = (effect, before, after) => {
    const worse = named(dearer(effect), 'SOFT');
    return worse.length && after.soft < before.soft ? say('fits-costs', listed(worse)) : after.soft > before.soft ? say('fits-better') : say('fits');
};

// What is known without trying it: the rules by their names.
const brief = (target, before) => {
    const level = levelOf(before, target.after);
    const names = named(dearer(target), level === 'bad' ? 'HARD' : 'MEDIUM');
    return {level, text: level === 'good' ? wishes(target, before, target.after) : say('breaks', listed(names))};
};

// What is broken where, as the service says it.
const whole = effect => {
    const broken = [...effect.broken ?? []].sort((one, other) => LEVELS.indexOf(one.level) - LEVELS.indexOf(other.level));
    // Whatever is mended elsewhere, what breaks isn't fine.
    const level = [levelOf(effect.before, effect.after), ...broken.map(one => SEVERITY[one.level])].sort(byWorst)[0];
    const said = [...new Set(broken.map(one => one.text))];
    const lines = said.slice(0, MOST_SAID);
    if (said.length > MOST_SAID) {
        lines.push(say('more', said.length - MOST_SAID));
    }
    if (!said.length) {
        lines.push(level === 'good' ? wishes(effect, effect.before, effect.after) : say('breaks', listed(named(dearer(effect), level === 'bad' ? 'HARD' : 'MEDIUM'))));
    }
    const mended = [...new Set((effect.mended ?? []).map(one => one.text))].slice(0, 1).map(one => say('mends', one));
    return {level, text: [...lines, ...mended].join(' ')};
};

const byLevel = (one, other) => byWorst(other.first.level, one.first.level);
const isWise = level => level === 'good' || level === 'warn';

// What the planner locked stays: a change of it asks first and unlocks it.
const locked = (name, fixed) => `${name} (${fixed.map(one => say(`fixed-${one}`)).join(', ')})`;
const isLocked = names => ({level: 'locked', text: say('is-locked', [...new Set(names)].join('; '))});
const judged = effect => {
    const names = (effect.overridden ?? []).map(one => [one.text, notOwn(one)]).filter(([, what]) => what.length);
    return names.length ? isLocked(names.map(([text, what]) => locked(text, what))) : {...whole(effect), worth: effect.after};
};

// The same change is tried once as long as the timetable is the same.
const tried = new Map();
const tryOut = changes => {
    const key = JSON.stringify(changes);
    if (!tried.has(key)) {
        const answer = ask('/what-if', {changes}).then(judged, refused => ({level: 'never', text: refused.message, isPassing: refused.status !== 422}));
        tried.set(key, answer);
        answer.then(one => one.isPassing && tried.delete(key)); // the next time may be another
    }
    return tried.get(key);
};

const badge = level => make('span', {class: `level ${level}`}, say(`level-${level}`));

let speaking = 0;
// What is read out; only where somebody stops, or nobody could follow.
const announce = (text, patience = 0) => {
    clearTimeout(speaking);
    speaking = setTimeout(() => part('live').textContent = text, patience);
};
