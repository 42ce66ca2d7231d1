package dk.grundskema.plugins.smallgroups;

import static dk.grundskema.solver.spi.toolkit.CafeTimetableBuilder.plan;
import static dk.grundskema.solver.testkit.MeetingTimes.time;
import static dk.grundskema.solver.testkit.MeetingTimes.weeks;
import static dk.grundskema.solver.testkit.SchoolBuilder.school;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.Reason;
import dk.grundskema.domain.fidelity.Shortfall;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Availability;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.solver.spi.toolkit.CafeTimetableBuilder;
import dk.grundskema.solver.spi.toolkit.FidelityReportBuilder;
import dk.grundskema.solver.spi.toolkit.FinishedIntervention;
import dk.grundskema.solver.spi.toolkit.LessonsByPerson;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which ordinary lessons students miss for an intervention. */
class MissedLessonsTest {
    private static final StudentId IDA = new StudentId("ida");
    private static final StudentId OLE = new StudentId("ole");

    private final Problem problem = school().student("ida", "4a", Availability.always())
            .student("ole", "4a", Availability.always())
            .group("4a", Group.Kind.CLASS)
            .lesson("dan", time(DayOfWeek.MONDAY, "08:00", "09:00", 33, 34), "Danish", "4a")
            .lesson("mat", time(DayOfWeek.MONDAY, "09:00", "10:00", 33, 34), "Maths", "4a")
            .build();

    /** Ole is a member in week 34 only; Ida always. */
    private final FinishedIntervention finished = plan().formedGroup(
                    "cafe/red", GroupMember.always(IDA), new GroupMember(OLE, weeks(34)))
            .meeting("open/1", "open", time(DayOfWeek.MONDAY, "09:30", "10:30", 33))
            .ofGroups("cafe/red")
            .meeting("open/2", "open", time(DayOfWeek.MONDAY, "08:15", "08:30", 33, 34))
            .ofGroups("cafe/red")
            .finished(problem);

    @Test
    void memberInSomeWeekOfAMeetingMissesTheLesson() {
        assertThat(MissedLessons.of(finished, LessonsByPerson.of(problem)))
                .extracting(one -> one.student() + " " + one.lesson().id() + " "
                        + one.meeting().sessionId())
                .containsExactly("ida mat cafe/open/1", "ida dan cafe/open/2", "ole dan cafe/open/2");
    }

    private Ask asked(Set<StudentId> students) {
        var asks = new FidelityReportBuilder("cafe");
        MissedLessons.askForNoMissedLesson(
                asks,
                "lessons",
                FidelityReportBuilder.productDefault(),
                finished,
                LessonsByPerson.of(problem),
                students);
        return asks.build(CafeTimetableBuilder.CAFE).asks().getFirst();
    }

    @Test
    void noLessonOfTheStudentsIsMissed() {
        Ask asked = asked(new LinkedHashSet<>(List.of(IDA, OLE)));

        assertThat(asked.code()).isEqualTo("cafe.ask.lessons");
        assertThat(asked.unit()).isEqualTo("lessons");
        assertThat(asked.asked()).isEqualTo(4);
        assertThat(asked.places()).containsExactly(at(IDA, "dan", 8), at(IDA, "mat", 9), at(OLE, "dan", 8));
        assertThat(asked(Set.of()).status()).isEqualTo(Ask.Status.NOT_APPLICABLE);
    }

    private static Shortfall at(StudentId who, String lesson, int hour) {
        return Shortfall.at(
                Reason.of("cafe.why.missed"), who, "Lesson " + lesson, DayOfWeek.MONDAY, LocalTime.of(hour, 0));
    }

    /** The lessons that Ida misses for a meeting of her own. */
    private List<String> missedDuring(MeetingTime time) {
        var school = school().student("ida", "4a", Availability.always())
                .group("4a", Group.Kind.CLASS)
                .lesson("dan", time(DayOfWeek.MONDAY, "08:00", "09:00", 33, 34), "Danish", "4a")
                .lesson("mat", time(DayOfWeek.MONDAY, "09:00", "09:45", 33, 34), "Maths", "4a")
                .lesson("duty", time(DayOfWeek.MONDAY, "10:00", "11:00", 33, 34), "", Lesson.Kind.BUSY, "4a")
                .build();
        var one = plan().meeting("open", "open", time).withStudents("ida").finished(school);
        return MissedLessons.of(one, LessonsByPerson.of(school)).stream()
                .map(missed -> missed.student() + " " + missed.lesson().id() + " "
                        + missed.meeting().sessionId())
                .toList();
    }

    @Test
    void eachOverlappingLessonIsMissedUnlessItIsNoTeaching() {
        assertThat(missedDuring(time(DayOfWeek.MONDAY, "08:59", "10:30", 33)))
                .containsExactly("ida dan cafe/open", "ida mat cafe/open");
        assertThat(missedDuring(time(DayOfWeek.MONDAY, "09:45", "10:30", 33))).isEmpty();
        assertThat(missedDuring(time(DayOfWeek.MONDAY, "08:00", "09:00", 35))).isEmpty();
    }
}
