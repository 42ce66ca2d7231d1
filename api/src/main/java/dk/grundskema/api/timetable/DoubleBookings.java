package dk.grundskema.api.timetable;

import dk.grundskema.api.timetable.Entry.Named;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.StaffId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who of those in some entries is somewhere else at the same time, by all that is held: of two things at once a view of a team often has only one.
 */
public final class DoubleBookings {
    /** Nobody is. */
    public static final DoubleBookings NONE = new DoubleBookings(Map.of());

    private final Map<Slot, List<Elsewhere>> all;

    private DoubleBookings(Map<Slot, List<Elsewhere>> all) {
        this.all = Map.copyOf(all);
    }

    /** An entry, shorter. */
    private record Slot(SessionId session, LocalDate date) {
        static Slot of(Entry entry) {
            return new Slot(entry.occurrence().meeting().sessionId(), entry.date());
        }
    }

    /**
     * Somebody who is in something else at the same time.
     *
     * @param person who
     * @param other  what else
     */
    public record Elsewhere(Named<StaffId> person, Entry other) {}

    /**
     * Those of some entries. Looked at is only what those people have who are in them, for of all that is held there may be very much.
     *
     * @param shown what is looked at
     * @param views all that is held
     */
    public static DoubleBookings of(Collection<Entry> shown, TimetableViews views) {
        var days = new HashMap<Named<StaffId>, Map<LocalDate, List<Entry>>>();
        var all = new HashMap<Slot, List<Elsewhere>>();
        for (Entry entry : shown) {
            List<Elsewhere> found = entry.staff().stream()
                    .distinct()
                    .flatMap(person -> elsewhere(
                            entry,
                            person,
                            days.computeIfAbsent(
                                    person,
                                    one -> views.ofPerson(one).stream().collect(Collectors.groupingBy(Entry::date)))))
                    .toList();
            if (!found.isEmpty()) {
                all.put(Slot.of(entry), found);
            }
        }
        return new DoubleBookings(all);
    }

    /** A night may last into what the next day begins with. */
    private static Stream<Elsewhere> elsewhere(Entry entry, Named<StaffId> person, Map<LocalDate, List<Entry>> days) {
        LocalDate date = entry.date();
        return Stream.of(date.minusDays(1), date, date.plusDays(1))
                .flatMap(day -> days.getOrDefault(day, List.of()).stream())
                .filter(other -> entry.isDoubleFor(person, other))
                .map(other -> new Elsewhere(person, other));
    }

    /** Who of an entry is somewhere else; empty means nobody. */
    public List<Elsewhere> in(Entry entry) {
        return all.getOrDefault(Slot.of(entry), List.of());
    }

    /** The same, each person once. */
    public List<Named<StaffId>> people(Entry entry) {
        return in(entry).stream().map(Elsewhere::person).distinct().toList();
    }
}
