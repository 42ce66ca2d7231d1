package dk.grundskema.solver.check;

/**
 * Duties without enough rest between them, from the first minute to the last.
 *
 * @param start      first minute
 * @param end        minute after the last
 * @param factsAlone whether nothing of it was planned
 */
record Stretch(long start, long end, boolean factsAlone) {

    static Stretch of(Duty duty) {
        return new Stretch(duty.start(), duty.end(), duty.isFact());
    }

    /** The same with one more duty, which doesn't start before it. */
    Stretch with(Duty next) {
        return new Stretch(start, Math.max(end, next.end()), factsAlone && next.isFact());
    }

    /** Minutes of rest between it and a later duty; negative if they overlap. */
    long restBefore(Duty next) {
        return next.start() - end;
    }

    /** Minutes by which it is too long; nothing for facts alone, which nobody planned. */
    long minutesOver(long longest) {
        return factsAlone ? 0 : Math.max(0, end - start - longest);
    }

    long minutes() {
        return end - start;
    }
}
