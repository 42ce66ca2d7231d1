package dk.grundskema.api.calendar;

import dk.grundskema.api.timetable.Occurrence;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.timetable.Meeting;
import java.time.Instant;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Events of one calendar. What a meeting is called is worked out once, and not for each of its dates: a year has it forty times over. */
final class Entries {
    private final EventWords words;
    private final Audience audience;
    private final @Nullable StaffId reader;
    private final IdentityHashMap<Meeting, CalendarEvent> first = new IdentityHashMap<>();
    private final IdentityHashMap<Meeting, Map<Integer, List<String>>> descriptions = new IdentityHashMap<>();

    Entries(EventWords words, Audience audience, @Nullable StaffId reader) {
        this.words = words;
        this.audience = audience;
        this.reader = reader;
    }

    CalendarEvent of(HeldEvent held) {
        Occurrence occurrence = held.occurrence();
        CalendarEvent like = first.computeIfAbsent(occurrence.meeting(), meeting -> first(held));
        return new CalendarEvent(
                held.uid(),
                time(occurrence),
                like.summary(),
                like.location(),
                description(occurrence),
                like.categories(),
                like.colour(),
                like.busy(),
                like.people());
    }

    private static EventTime time(Occurrence occurrence) {
        return EventTime.ofHours(Instant.ofEpochSecond(occurrence.interval().start() * 60), (int)
                occurrence.interval().minutes());
    }

    /** Of all that it says of who takes part, only how many students do depends on the date. */
    private List<String> description(Occurrence occurrence) {
        Meeting meeting = occurrence.meeting();
        int students = words.students(meeting, occurrence);
        return descriptions
                .computeIfAbsent(meeting, none -> new HashMap<>())
                .computeIfAbsent(
                        students,
                        so -> words.description(meeting, so, reader).stream()
                                .map(PlainText::line)
                                .toList());
    }

    private CalendarEvent first(HeldEvent held) {
        Meeting meeting = held.occurrence().meeting();
        return new CalendarEvent(
                held.uid(),
                time(held.occurrence()),
                PlainText.line(words.summary(meeting, audience)),
                PlainText.line(words.location(meeting)),
                List.of(),
                words.categories(meeting).stream().map(PlainText::line).toList(),
                words.colour(meeting),
                // Only one's own duties make one busy, and not a stand-by at home; nor does what a team or a room does.
                audience == Audience.STAFF && meeting.workload().work(),
                words.others(meeting, reader).stream().map(PlainText::line).toList());
    }
}
