package dk.grundskema.api.exports.feed;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.demand.Workload;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingLock;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Score;
import dk.grundskema.domain.timetable.Timetable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A lesson of class 5.A with Ane on the first Monday at nine, for 45 minutes; each test changes one property. */
record FeedLessonFixture(
        String id,
        LocalDate date,
        LocalTime start,
        String title,
        String group,
        @Nullable String student,
        String person,
        String room) {
    static final LocalDate MONDAY = LocalDate.of(2026, 9, 7);

    static FeedLessonFixture lesson(String id) {
        return new FeedLessonFixture(id, MONDAY, LocalTime.of(9, 0), "Matematik", "5a", null, "ane", "r1");
    }

    FeedLessonFixture on(LocalDate other) {
        return new FeedLessonFixture(id, other, start, title, group, student, person, room);
    }

    FeedLessonFixture at(int hour) {
        return new FeedLessonFixture(id, date, LocalTime.of(hour, 0), title, group, student, person, room);
    }

    FeedLessonFixture titled(String other) {
        return new FeedLessonFixture(id, date, start, other, group, student, person, room);
    }

    FeedLessonFixture forGroup(String other) {
        return new FeedLessonFixture(id, date, start, title, other, student, person, room);
    }

    FeedLessonFixture forStudent(String other) {
        return new FeedLessonFixture(id, date, start, title, group, other, person, room);
    }

    FeedLessonFixture with(String other) {
        return new FeedLessonFixture(id, date, start, title, group, student, other, room);
    }

    FeedLessonFixture in(String other) {
        return new FeedLessonFixture(id, date, start, title, group, student, person, other);
    }

    private Meeting meeting() {
        return new Meeting(
                new SessionId(id),
                null,
                // Requested in the first week, regardless of its current week
                new TreeSet<>(List.of(IsoWeek.of(MONDAY))),
                new InterventionId("teaching"),
                "module",
                "",
                title,
                "",
                new TreeSet<>(List.of(IsoWeek.of(date))),
                DayOfWeek.from(date),
                start,
                start.plusMinutes(45),
                new RoomId(room),
                List.of(),
                List.of(new GroupId(group)),
                student == null ? List.of() : List.of(new StudentId(student)),
                List.of(),
                List.of(),
                List.of(new MeetingSeat("teacher", new StaffId(person), true, false)),
                Workload.defaults(),
                MeetingLock.NONE);
    }

    static Timetable timetable(FeedLessonFixture... some) {
        return timetable(Arrays.asList(some));
    }

    static Timetable timetable(List<FeedLessonFixture> some) {
        return new Timetable(
                Timetable.VERSION,
                "abc",
                ZoneId.of("Europe/Copenhagen"),
                1,
                new Score(0, 0, 0),
                List.of(),
                List.of(),
                some.stream().map(FeedLessonFixture::meeting).toList(),
                List.of());
    }
}
