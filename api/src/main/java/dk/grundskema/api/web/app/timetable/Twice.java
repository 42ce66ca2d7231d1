package dk.grundskema.api.web.app.timetable;

import dk.grundskema.api.exports.Words;
import dk.grundskema.api.timetable.DoubleBookings;
import dk.grundskema.api.timetable.DoubleBookings.Elsewhere;
import dk.grundskema.api.timetable.Entry;
import dk.grundskema.api.timetable.Entry.Named;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says of entries who in them is somewhere else at the same time. */
public final class Twice {
    private final Words words;
    private final DoubleBookings bookings;
    private final Object self;

    /** @param self id of whose timetable it is; both things stand in it, side by side, so nothing is said of that one */
    Twice(Words words, DoubleBookings bookings, Object self) {
        this.words = words;
        this.bookings = bookings;
        this.self = self;
    }

    private Stream<Elsewhere> in(Entry entry) {
        return bookings.in(entry).stream().filter(one -> !one.person().id().equals(self));
    }

    /** One sentence for each person and other place; empty if nobody is in two places. */
    public List<String> of(Entry entry) {
        return in(entry)
                .map(one -> words.text("timetable.twice", one.person().brief(), where(one.other())))
                .distinct()
                .toList();
    }

    private String where(Entry other) {
        String teams = other.isForAll()
                ? words.text("teams.all")
                : other.teams().stream().map(Named::name).collect(Collectors.joining(", "));
        return teams.isEmpty() ? other.title() : words.text("timetable.twice.with", other.title(), teams);
    }

    /** Whether somebody of an entry is somewhere else. */
    public boolean has(Entry entry, String staff) {
        return in(entry).anyMatch(one -> one.person().id().value().equals(staff));
    }
}
