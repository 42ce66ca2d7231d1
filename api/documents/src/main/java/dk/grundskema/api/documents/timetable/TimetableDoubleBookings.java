package dk.grundskema.api.documents.timetable;

import dk.grundskema.api.documents.timetable.TimetableEntry.NamedEntity;
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
 * Finds people of the given entries who are in something else at the same time. It searches the whole timetable, because a team's view
 * often has only one of two simultaneous entries.
 */
public final class TimetableDoubleBookings {
    /** No double bookings. */
    public static final TimetableDoubleBookings NONE = new TimetableDoubleBookings(Map.of());

    private final Map<Slot, List<DoubleBooking>> all;

    private TimetableDoubleBookings(Map<Slot, List<DoubleBooking>> all) {
        this.all = Map.copyOf(all);
    }

    /** Key of an entry. */
    private record Slot(SessionId session, LocalDate date) {
        static Slot of(TimetableEntry entry) {
            return new Slot(entry.occurrence().meeting().sessionId(), entry.date());
        }
    }

    /**
     * A person who is in another entry at the same time.
     *
     * @param person the person
     * @param other  the other entry
     */
    public record DoubleBooking(NamedEntity<StaffId> person, TimetableEntry other) {}

    /**
     * Returns the double bookings of some entries. It looks only at the entries of the people involved, because the whole timetable can be
     * very large.
     *
     * @param shown the entries to check
     * @param views the whole timetable
     */
    public static TimetableDoubleBookings of(Collection<TimetableEntry> shown, TimetableViews views) {
        var days = new HashMap<NamedEntity<StaffId>, Map<LocalDate, List<TimetableEntry>>>();
        var all = new HashMap<Slot, List<DoubleBooking>>();
        for (TimetableEntry entry : shown) {
            List<DoubleBooking> found = entry.staff().stream()
                    .distinct()
                    .flatMap(person -> findConflicts(
                            entry,
                            person,
                            days.computeIfAbsent(
                                    person,
                                    one -> views.ofPerson(one).stream()
                                            .collect(Collectors.groupingBy(TimetableEntry::date)))))
                    .toList();
            if (!found.isEmpty()) {
                all.put(Slot.of(entry), found);
            }
        }
        return new TimetableDoubleBookings(all);
    }

    /** Also checks the days before and after, since a night may last into the next day. */
    private static Stream<DoubleBooking> findConflicts(
            TimetableEntry entry, NamedEntity<StaffId> person, Map<LocalDate, List<TimetableEntry>> days) {
        LocalDate date = entry.date();
        return Stream.of(date.minusDays(1), date, date.plusDays(1))
                .flatMap(day -> days.getOrDefault(day, List.of()).stream())
                .filter(other -> entry.isDoubleBookingOf(person, other))
                .map(other -> new DoubleBooking(person, other));
    }

    /** Returns the double bookings of an entry; empty means none. */
    public List<DoubleBooking> doubleBookingsOf(TimetableEntry entry) {
        return all.getOrDefault(Slot.of(entry), List.of());
    }

    /** Returns the people who are double-booked in an entry, each once. */
    public List<NamedEntity<StaffId>> doubleBookedPeople(TimetableEntry entry) {
        return doubleBookingsOf(entry).stream()
                .map(DoubleBooking::person)
                .distinct()
                .toList();
    }
}
