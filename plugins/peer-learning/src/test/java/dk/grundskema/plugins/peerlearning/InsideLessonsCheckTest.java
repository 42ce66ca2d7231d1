package dk.grundskema.plugins.peerlearning;

import static dk.grundskema.solver.testkit.MeetingTimes.time;
import static dk.grundskema.solver.testkit.SchoolBuilder.school;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.demand.Workload;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Availability;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingLock;
import java.time.DayOfWeek;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether meetings of a finished timetable are inside suitable lessons of their students. */
class InsideLessonsCheckTest {
    private static final InterventionId CAFE = new InterventionId("cafe");
    private static final StudentId IDA = new StudentId("ida");

    private final Problem problem = school().student("ida", "4a", Availability.always())
            .group("4a", Group.Kind.CLASS)
            .lesson("dan", time(DayOfWeek.MONDAY, "08:00", "09:00", 33, 34), "Danish", "4a")
            .lesson("mat", time(DayOfWeek.MONDAY, "09:00", "09:45", 33, 34), "Maths", "4a")
            .lesson("duty", time(DayOfWeek.MONDAY, "10:00", "11:00", 33, 34), "", Lesson.Kind.BUSY, "4a")
            .build();

    private static Meeting held(MeetingTime time) {
        return new Meeting(
                new SessionId("cafe/open"),
                null,
                Collections.emptySortedSet(),
                CAFE,
                "open",
                "",
                "Café",
                "",
                time.weeks(),
                time.weekday(),
                time.start(),
                time.end(),
                null,
                List.of(),
                List.of(),
                List.of(IDA),
                List.of(),
                List.of(),
                List.of(),
                new Workload(true, 100, 0),
                MeetingLock.NONE);
    }

    private boolean suits(String start, String end, List<String> subjects, Integer... weeks) {
        return new InsideLessonsCheck(problem).suits(IDA, held(time(DayOfWeek.MONDAY, start, end, weeks)), subjects);
    }

    @Test
    void meetingMustLieWithinASuitableLessonInEachWeek() {
        assertThat(suits("08:00", "09:00", List.of(" danish"), 33, 34)).isTrue();
        assertThat(suits("08:15", "08:30", List.of(), 33)).isTrue();
        assertThat(suits("07:59", "09:00", List.of(), 33)).isFalse();
        assertThat(suits("08:00", "09:01", List.of("Danish"), 33))
                .as("Maths begins")
                .isFalse();
        assertThat(suits("08:30", "09:30", List.of(), 33))
                .as("no single lesson")
                .isFalse();
        assertThat(suits("08:00", "09:00", List.of("Maths"), 33)).isFalse();
        assertThat(suits("08:00", "09:00", List.of(), 33, 35))
                .as("not held in week 35")
                .isFalse();
        assertThat(suits("10:00", "11:00", List.of(), 33))
                .as("nothing is taught")
                .isFalse();
    }
}
