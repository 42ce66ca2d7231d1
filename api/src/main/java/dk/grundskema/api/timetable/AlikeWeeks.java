package dk.grundskema.api.timetable;

import dk.grundskema.api.timetable.Entry.Existing;
import dk.grundskema.api.timetable.Entry.Member;
import dk.grundskema.api.timetable.Entry.Named;
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
 * Weeks in which exactly the same is held, at the same times, by the same people and in the same rooms.
 *
 * @param weeks which weeks, at least one
 */
public record AlikeWeeks(SortedSet<IsoWeek> weeks) {
    /** Copies the set. */
    public AlikeWeeks {
        weeks = Collections.unmodifiableSortedSet(new TreeSet<>(weeks));
    }

    /** The first of them, which stands for all. */
    public IsoWeek first() {
        return weeks.first();
    }

    /** Whether there is only one. */
    public boolean isSingle() {
        return weeks.size() == 1;
    }

    /** Each week for itself. */
    public static List<AlikeWeeks> apart(Collection<IsoWeek> weeks) {
        return weeks.stream()
                .map(week -> new AlikeWeeks(new TreeSet<>(List.of(week))))
                .toList();
    }

    /** What is held in the same way, in whichever week. */
    private record Held(
            DayOfWeek weekday,
            LocalTime start,
            LocalTime end,
            String title,
            String form,
            @Nullable Look look,
            List<Named<RoomId>> rooms,
            List<Named<GroupId>> teams,
            List<Named<StaffId>> staff,
            int missing,
            List<Member> students,
            @Nullable Existing existing,
            List<String> marks) {
        static Held of(Entry entry, List<String> marks) {
            return new Held(
                    entry.date().getDayOfWeek(),
                    entry.start(),
                    entry.end(),
                    entry.title(),
                    entry.form(),
                    entry.isUntouched()
                            ? null
                            : entry.look(), // it is drawn without, and in other weeks it may be no meeting of the plan
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
     * The weeks in which something is held, alike ones together, in the order of the first of each.
     *
     * @param entries what is held for whoever it is about
     */
    public static List<AlikeWeeks> of(Collection<Entry> entries) {
        return of(entries, entry -> List.of());
    }

    /**
     * The same where more is said of some entries than they have themselves: weeks in which other things are said aren't alike.
     *
     * @param marks what is said of an entry
     */
    public static List<AlikeWeeks> of(Collection<Entry> entries, Function<Entry, List<String>> marks) {
        var byWeek = new TreeMap<IsoWeek, Map<Held, Integer>>();
        for (Entry entry : entries) {
            byWeek.computeIfAbsent(entry.occurrence().week(), week -> new HashMap<>())
                    .merge(Held.of(entry, marks.apply(entry)), 1, Integer::sum);
        }
        var alike = new LinkedHashMap<Map<Held, Integer>, List<IsoWeek>>();
        byWeek.forEach((week, held) ->
                alike.computeIfAbsent(held, each -> new ArrayList<>()).add(week));
        return alike.values().stream()
                .map(weeks -> new AlikeWeeks(new TreeSet<>(weeks)))
                .toList();
    }
}
