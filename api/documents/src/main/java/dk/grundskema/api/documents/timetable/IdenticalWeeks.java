package dk.grundskema.api.documents.timetable;

import dk.grundskema.api.documents.timetable.TimetableEntry.ExistingLesson;
import dk.grundskema.api.documents.timetable.TimetableEntry.NamedEntity;
import dk.grundskema.api.documents.timetable.TimetableEntry.NumberedStudent;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.time.IsoWeek;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Weeks with exactly the same entries: same times, people and rooms.
 *
 * @param weeks the weeks, at least one
 */
public record IdenticalWeeks(SortedSet<IsoWeek> weeks) {
    /** Copies the set. */
    public IdenticalWeeks {
        weeks = Collections.unmodifiableSortedSet(new TreeSet<>(weeks));
    }

    /** Returns the first week, which represents all. */
    public IsoWeek first() {
        return weeks.first();
    }

    /** Whether there is only one week. */
    public boolean isSingle() {
        return weeks.size() == 1;
    }

    /** Returns each week on its own. */
    public static List<IdenticalWeeks> eachAlone(Collection<IsoWeek> weeks) {
        return weeks.stream()
                .map(week -> new IdenticalWeeks(new TreeSet<>(List.of(week))))
                .toList();
    }

    /** Everything that must be equal for entries of different weeks to be identical. */
    private record EntrySignature(
            DayOfWeek weekday,
            LocalTime start,
            LocalTime end,
            String title,
            String form,
            @Nullable MeetingStyle meetingStyle,
            List<NamedEntity<RoomId>> rooms,
            List<NamedEntity<GroupId>> teams,
            List<NamedEntity<StaffId>> staff,
            int missing,
            List<NumberedStudent> students,
            @Nullable ExistingLesson existing,
            List<String> marks) {
        static EntrySignature of(TimetableEntry entry, List<String> marks) {
            return new EntrySignature(
                    entry.date().getDayOfWeek(),
                    entry.start(),
                    entry.end(),
                    entry.title(),
                    entry.form(),
                    entry.isUntouched()
                            ? null
                            : entry.meetingStyle(), // drawn without style, and in other weeks may not be planned
                    entry.rooms(),
                    entry.teams(),
                    entry.staff(),
                    entry.missing(),
                    entry.students(),
                    entry.existing(),
                    marks);
        }
    }

    /**
     * Groups the weeks that have entries by identical content, in the order of each group's first week.
     *
     * @param entries all entries of one view
     */
    public static List<IdenticalWeeks> of(Collection<TimetableEntry> entries) {
        return of(entries, entry -> List.of());
    }

    /**
     * Groups weeks as {@link #of(Collection)} does; weeks with different marks are not identical.
     *
     * @param marks returns additional texts of an entry
     */
    public static List<IdenticalWeeks> of(
            Collection<TimetableEntry> entries, Function<TimetableEntry, List<String>> marks) {
        var byWeek = new TreeMap<IsoWeek, Map<EntrySignature, Integer>>();
        for (TimetableEntry entry : entries) {
            byWeek.computeIfAbsent(entry.occurrence().week(), week -> new HashMap<>())
                    .merge(EntrySignature.of(entry, marks.apply(entry)), 1, Integer::sum);
        }
        var alike = new LinkedHashMap<Map<EntrySignature, Integer>, List<IsoWeek>>();
        byWeek.forEach((week, held) ->
                alike.computeIfAbsent(held, each -> new ArrayList<>()).add(week));
        return alike.values().stream()
                .map(weeks -> new IdenticalWeeks(new TreeSet<>(weeks)))
                .toList();
    }
}
