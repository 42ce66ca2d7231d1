package dk.grundskema.api.service.timetable;

import dk.grundskema.api.documents.timetable.DoubleBookings;
import dk.grundskema.api.documents.timetable.DoubleBookings.DoubleBooking;
import dk.grundskema.api.documents.timetable.TimetableEntry;
import dk.grundskema.api.documents.timetable.TimetableEntry.NamedEntity;
import dk.grundskema.api.exports.template.TemplateTexts;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Formats sentences about people who are in two places at the same time. */
public final class DoubleBookingTexts {
    private final TemplateTexts words;
    private final DoubleBookings bookings;
    private final Object self;

    /** @param self id of the timetable's owner, who is not reported because both events are visible side by side */
    DoubleBookingTexts(TemplateTexts words, DoubleBookings bookings, Object self) {
        this.words = words;
        this.bookings = bookings;
        this.self = self;
    }

    private Stream<DoubleBooking> bookingsIn(TimetableEntry entry) {
        return bookings.doubleBookingsOf(entry).stream()
                .filter(one -> !one.person().id().equals(self));
    }

    /** Returns one sentence for each person and other place; empty if there is no double booking. */
    public List<String> of(TimetableEntry entry) {
        return bookingsIn(entry)
                .map(one -> words.text("timetable.twice", one.person().brief(), where(one.other())))
                .distinct()
                .toList();
    }

    private String where(TimetableEntry other) {
        String teams = other.isForAll()
                ? words.text("teams.all")
                : other.teams().stream().map(NamedEntity::name).collect(Collectors.joining(", "));
        return teams.isEmpty() ? other.title() : words.text("timetable.twice.with", other.title(), teams);
    }

    /** Returns whether a staff member of the entry is somewhere else at the same time. */
    public boolean has(TimetableEntry entry, String staff) {
        return bookingsIn(entry).anyMatch(one -> one.person().id().value().equals(staff));
    }
}
