package dk.grundskema.api.service.timetable;

import dk.grundskema.api.documents.timetable.TimetableDoubleBookings;
import dk.grundskema.api.documents.timetable.TimetableDoubleBookings.DoubleBooking;
import dk.grundskema.api.documents.timetable.TimetableEntry;
import dk.grundskema.api.documents.timetable.TimetableEntry.NamedEntity;
import dk.grundskema.api.exports.template.TemplateTexts;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Formats sentences about people who are in two places at the same time. */
public final class DoubleBookingTexts {
    private final TemplateTexts templateTexts;
    private final TimetableDoubleBookings bookings;
    private final Object owner;

    /** @param owner id of the timetable's owner, who is not reported because both events are visible side by side */
    DoubleBookingTexts(TemplateTexts templateTexts, TimetableDoubleBookings bookings, Object owner) {
        this.templateTexts = templateTexts;
        this.bookings = bookings;
        this.owner = owner;
    }

    private Stream<DoubleBooking> bookingsIn(TimetableEntry entry) {
        return bookings.doubleBookingsOf(entry).stream()
                .filter(one -> !one.person().id().equals(owner));
    }

    /** Returns one sentence for each person and other place; empty if there is no double booking. */
    public List<String> of(TimetableEntry entry) {
        return bookingsIn(entry)
                .map(one -> templateTexts.text("timetable.twice", one.person().brief(), where(one.other())))
                .distinct()
                .toList();
    }

    private String where(TimetableEntry other) {
        String teams = other.isForAll()
                ? templateTexts.text("teams.all")
                : other.teams().stream().map(NamedEntity::name).collect(Collectors.joining(", "));
        return teams.isEmpty() ? other.title() : templateTexts.text("timetable.twice.with", other.title(), teams);
    }

    /** Returns whether a staff member of the entry is somewhere else at the same time. */
    public boolean has(TimetableEntry entry, String staff) {
        return bookingsIn(entry).anyMatch(one -> one.person().id().value().equals(staff));
    }
}
