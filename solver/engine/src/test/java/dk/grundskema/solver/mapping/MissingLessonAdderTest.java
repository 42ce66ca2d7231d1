package dk.grundskema.solver.mapping;

import static dk.grundskema.solver.testkit.MeetingTimes.weeks;
import static dk.grundskema.solver.testkit.SchoolBuilder.school;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.SeatId;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingLock;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Timetable;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MissingLessonAdderTest {
    private static final InterventionId CO = new InterventionId("co");
    private static final SortedSet<IsoWeek> ALL_WEEKS = weeks(33, 34, 35, 36);

    /** Danish on Monday and maths on Tuesday, both by Ann. */
    private static final Problem PROBLEM = school(new IsoWeek(2026, 33), 4)
            .teacher("ann")
            .teacher("bo")
            .schoolClass("1a")
            .lesson("dan", time(DayOfWeek.MONDAY, ALL_WEEKS), "DAN", "1a", "ann")
            .lesson("mat", time(DayOfWeek.TUESDAY, ALL_WEEKS), "MAT", "1a", "ann")
            .build();

    private static MeetingTime time(DayOfWeek day, SortedSet<IsoWeek> weeks) {
        return new MeetingTime(weeks, day, LocalTime.of(8, 0), LocalTime.of(8, 45));
    }

    /** A second adult is wanted in lessons. */
    private static List<Demand> demands(String... lessons) {
        List<Session> sessions = Stream.of(lessons)
                .map(id -> PROBLEM.lesson(new LessonId(id)).orElseThrow())
                .map(lesson -> Session.builder(
                                new SessionId("co/" + lesson.id()),
                                CO,
                                "lesson",
                                lesson.title(),
                                PROBLEM.siteOrDefault(null))
                        .subject(lesson.subject())
                        .at(lesson.time())
                        .groups(lesson.groupIds())
                        .required(false)
                        .lesson(lesson.id())
                        .build())
                .toList();
        List<Seat> seats = sessions.stream()
                .map(session -> new Seat(
                        new SeatId(session.id() + "#0"),
                        List.of(session.id()),
                        0,
                        "co-teacher",
                        false,
                        List.of(new StaffId("bo"))))
                .toList();
        return List.of(new Demand(sessions, seats, List.of(), List.of(), List.of(), Map.of()));
    }

    private static Timetable added(Timetable timetable, String... lessons) {
        return MissingLessonAdder.addMissing(PROBLEM, demands(lessons), List.of(), timetable);
    }

    private static Timetable empty() {
        return Timetable.empty("", PROBLEM.horizon().zone());
    }

    /** Bo is in Danish. */
    private static Timetable boInDanish() {
        Meeting vacant = added(empty(), "dan").meetings().getFirst();
        return empty().withMeetings(List.of(vacant.withSeats(
                List.of(vacant.seats().getFirst(), new MeetingSeat("co-teacher", new StaffId("bo"), false, false)))));
    }

    @Test
    void aMissingLessonIsHeldAsTheSchoolHasItWithNobodyBesideTheTeacher() {
        Timetable after = added(boInDanish(), "dan", "mat");

        assertThat(after.meetings()).hasSize(2);
        assertThat(after.meetings().getFirst())
                .as("stays as it is")
                .isEqualTo(boInDanish().meetings().getFirst());
        Meeting maths = after.meetings().get(1);
        assertThat(maths.sessionId()).isEqualTo(new SessionId("co/mat"));
        assertThat(maths.originId()).isNull();
        assertThat(maths.time()).isEqualTo(time(DayOfWeek.TUESDAY, ALL_WEEKS));
        assertThat(maths.locked()).isEqualTo(MeetingLock.NONE);
        assertThat(maths.seats())
                .containsExactly(
                        new MeetingSeat("teacher", new StaffId("ann"), true, true),
                        new MeetingSeat("co-teacher", null, false, false));
    }

    @Test
    void missingWeeksOfALessonAreAPartWithNobodyBesideTheTeacher() {
        Timetable before = boInDanish();
        Meeting inTwoWeeks = before.meetings().getFirst().withWeeks(weeks(33, 35), new TreeSet<>());

        Timetable after = added(before.withMeetings(List.of(inTwoWeeks)), "dan");

        assertThat(after.meetings()).hasSize(2).contains(inTwoWeeks);
        Meeting part = after.meetings().get(1);
        assertThat(part.sessionId()).isEqualTo(new SessionId("co/dan@2026-W34"));
        assertThat(part.originId()).isEqualTo(new SessionId("co/dan"));
        assertThat(part.weeks()).isEqualTo(weeks(34, 36));
        assertThat(part.seats().getLast().staffId()).isNull();
    }

    @Test
    void aTimetableWithAllLessonsStaysTheSame() {
        Timetable before = boInDanish();
        Meeting moved = before.meetings().getFirst().withWeeks(weeks(33, 34, 35, 37), weeks(33, 34, 35, 36));
        Timetable withMoved = before.withMeetings(List.of(moved));

        assertThat(added(before, "dan")).isSameAs(before);
        assertThat(added(withMoved, "dan")).as("a week moved by hand").isSameAs(withMoved);
    }

    @Test
    void aLessonThatWasAskedForWhenItWasPlannedStaysMissing() {
        assertThat(MissingLessonAdder.addMissing(PROBLEM, demands("dan", "mat"), demands("dan"), empty())
                        .meetings())
                .extracting(Meeting::sessionId)
                .containsExactly(new SessionId("co/mat"));
        assertThat(MissingLessonAdder.addMissing(PROBLEM, demands("dan"), demands("dan"), empty())
                        .meetings())
                .isEmpty();
    }

    /** A guest has no time of its own. */
    @Test
    void sessionsWithoutATimeOfTheirOwnTakeNothingAway() {
        var guest = Session.builder(new SessionId("co/guest"), CO, "visit", "Visit", PROBLEM.siteOrDefault(null))
                .hosts(List.of(new SessionId("co/dan")))
                .build();
        var planned = new Demand(List.of(guest), List.of(), List.of(), List.of(), List.of(), Map.of());

        assertThat(MissingLessonAdder.addMissing(PROBLEM, demands("dan"), List.of(planned), empty())
                        .meetings())
                .hasSize(1);
    }

    @Test
    void onlyTheWeeksThatAreAskedForSinceAreAdded() {
        Demand all = demands("dan").getFirst();
        var inTwoWeeks = new Demand(
                all.sessions().stream()
                        .map(one -> one.toBuilder()
                                .times(List.of(time(DayOfWeek.MONDAY, weeks(33, 35))))
                                .build())
                        .toList(),
                all.seats(),
                List.of(),
                List.of(),
                List.of(),
                Map.of());
        Timetable before = boInDanish();
        Meeting inOneWeek = before.meetings().getFirst().withWeeks(weeks(33), new TreeSet<>());

        Timetable after = MissingLessonAdder.addMissing(
                PROBLEM, List.of(all), List.of(inTwoWeeks), before.withMeetings(List.of(inOneWeek)));

        assertThat(after.meetings()).extracting(Meeting::weeks).containsExactly(weeks(33), weeks(34, 36));
    }
}
