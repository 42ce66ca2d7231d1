package dk.grundskema.api.exports;

import dk.grundskema.api.timetable.Entry;
import dk.grundskema.domain.time.IsoWeek;
import java.util.List;
import java.util.function.Function;

/**
 * Whose weeks are drawn, and what is said of them.
 *
 * @param anchor    name by which a link leads to the first page; empty means that none does
 * @param heading   the name
 * @param entries   what is held for it, in all weeks
 * @param besides   what belongs to it though it takes none of its time, told beneath the table
 * @param viewpoint what is worth saying of each thing that is held
 * @param paper     the paper
 * @param note      what is said of a week beside its dates; empty means nothing
 * @param sums      what is said once, beneath the first week's table
 */
record WeekSubject(
        String anchor,
        String heading,
        List<Entry> entries,
        List<Entry> besides,
        Viewpoint viewpoint,
        Paper paper,
        Function<IsoWeek, String> note,
        List<Beneath> sums) {
    /** Copies the lists. */
    WeekSubject {
        entries = List.copyOf(entries);
        besides = List.copyOf(besides);
        sums = List.copyOf(sums);
    }

    /** Weeks of which nothing is said but what is held. */
    static WeekSubject of(String heading, List<Entry> entries, Viewpoint viewpoint, Paper paper) {
        return new WeekSubject("", heading, entries, List.of(), viewpoint, paper, week -> "", List.of());
    }

    /** The same weeks, of which something else is worth saying. */
    WeekSubject seenBy(Viewpoint other) {
        return new WeekSubject(anchor, heading, entries, besides, other, paper, note, sums);
    }
}
