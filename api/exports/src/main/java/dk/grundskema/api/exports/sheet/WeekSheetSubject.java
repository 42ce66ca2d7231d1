package dk.grundskema.api.exports.sheet;

import dk.grundskema.api.documents.timetable.TimetableEntry;
import dk.grundskema.domain.time.IsoWeek;
import java.util.List;
import java.util.function.Function;

/**
 * The owner of the weeks to render, with the texts to show.
 *
 * @param anchor    name of the link target on the first page; empty means none
 * @param heading   name of the owner
 * @param entries   its entries, in all weeks
 * @param untimedEntries related entries that take none of its time, shown beneath the table
 * @param viewpoint selects the details of entries
 * @param paper     paper size
 * @param note      text for a week, shown beside its dates; empty means none
 * @param sums      lines shown once, beneath the first week's table
 */
record WeekSheetSubject(
        String anchor,
        String heading,
        List<TimetableEntry> entries,
        List<TimetableEntry> untimedEntries,
        Viewpoint viewpoint,
        PaperFormat paper,
        Function<IsoWeek, String> note,
        List<WeekFootnote> sums) {
    /** Copies the lists. */
    WeekSheetSubject {
        entries = List.copyOf(entries);
        untimedEntries = List.copyOf(untimedEntries);
        sums = List.copyOf(sums);
    }

    /** Creates a subject whose weeks only show entries. */
    static WeekSheetSubject of(String heading, List<TimetableEntry> entries, Viewpoint viewpoint, PaperFormat paper) {
        return new WeekSheetSubject("", heading, entries, List.of(), viewpoint, paper, week -> "", List.of());
    }

    /** Returns a copy with another viewpoint. */
    WeekSheetSubject withViewpoint(Viewpoint other) {
        return new WeekSheetSubject(anchor, heading, entries, untimedEntries, other, paper, note, sums);
    }
}
