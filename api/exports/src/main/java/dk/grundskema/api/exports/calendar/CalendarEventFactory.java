package dk.grundskema.api.exports.calendar;

import dk.grundskema.api.documents.timetable.Occurrence;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.timetable.Meeting;
import java.time.Instant;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Creates the events of one calendar. Texts of a meeting are computed once and not for each of its dates, of which a year has up to forty. */
final class CalendarEventFactory {
    private final EventTextBuilder words;
    private final CalendarAudience audience;
    private final @Nullable StaffId reader;
    private final IdentityHashMap<Meeting, CalendarEvent> first = new IdentityHashMap<>();
    private final IdentityHashMap<Meeting, Map<Integer, List<String>>> descriptions = new IdentityHashMap<>();

    CalendarEventFactory(EventTextBuilder words, CalendarAudience audience, @Nullable StaffId reader) {
        this.words = words;
        this.audience = audience;
        this.reader = reader;
    }

    CalendarEvent create(IdentifiedOccurrence held) {
        Occurrence occurrence = held.occurrence();
        CalendarEvent like = first.computeIfAbsent(occurrence.meeting(), meeting -> createTemplate(held));
        return new CalendarEvent(
                held.uid(),
                eventTime(occurrence),
                like.summary(),
                like.location(),
                descriptionLines(occurrence),
                like.categories(),
                like.colour(),
                like.busy(),
                like.people());
    }

    private static EventTime eventTime(Occurrence occurrence) {
        return EventTime.ofHours(Instant.ofEpochSecond(occurrence.interval().start() * 60), (int)
                occurrence.interval().minutes());
    }

    /** Returns the description of participants; only the number of students depends on the date. */
    private List<String> descriptionLines(Occurrence occurrence) {
        Meeting meeting = occurrence.meeting();
        int students = words.studentCount(meeting, occurrence);
        return descriptions
                .computeIfAbsent(meeting, none -> new HashMap<>())
                .computeIfAbsent(
                        students,
                        so -> words.description(meeting, so, reader).stream()
                                .map(PlainTextCleaner::toSingleLine)
                                .toList());
    }

    private CalendarEvent createTemplate(IdentifiedOccurrence held) {
        Meeting meeting = held.occurrence().meeting();
        return new CalendarEvent(
                held.uid(),
                eventTime(held.occurrence()),
                PlainTextCleaner.toSingleLine(words.summary(meeting, audience)),
                PlainTextCleaner.toSingleLine(words.location(meeting)),
                List.of(),
                words.categories(meeting).stream()
                        .map(PlainTextCleaner::toSingleLine)
                        .toList(),
                words.colour(meeting),
                // Only own duties make a staff member busy, but not stand-by at home or events of a team or room.
                audience == CalendarAudience.STAFF && meeting.workload().work(),
                words.otherAdults(meeting, reader).stream()
                        .map(PlainTextCleaner::toSingleLine)
                        .toList());
    }
}
