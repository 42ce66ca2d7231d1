package dk.grundskema.plugins.intensivecourse;

import static dk.grundskema.plugins.intensivecourse.CourseBuilder.W41;
import static dk.grundskema.plugins.intensivecourse.CourseBuilder.smallCourse;
import static dk.grundskema.plugins.intensivecourse.IntensiveCourseRequirements.REQUIREMENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.toolkit.SubjectShare;
import dk.grundskema.solver.testkit.RuleBench;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The meetings that are required, derived without the demand. */
class IntensiveCourseRequirementsTest {
    private static final String MENTOR = "turbo/mentor/turbo-mentees-1/1";
    private static final IsoWeek W44 = W41.plus(3);
    private static final IsoWeek W45 = W41.plus(4);

    private static MeetingTime at(DayOfWeek day, String start, int minutes, IsoWeek... weeks) {
        LocalTime from = LocalTime.parse(start);
        return new MeetingTime(new TreeSet<>(List.of(weeks)), day, from, from.plusMinutes(minutes));
    }

    /** Two lessons a week of both groups of mentees in two weeks, and a handover of each class. */
    private static RuleBench goodPlan() {
        return RuleBench.of(new IntensiveCoursePlugin(), smallCourse().problem())
                .time(MENTOR, at(DayOfWeek.MONDAY, "14:00", 45, W44, W45))
                .time("turbo/mentor/turbo-mentees-1/2", at(DayOfWeek.TUESDAY, "14:00", 45, W44, W45))
                .time("turbo/mentor/turbo-mentees-2/1", at(DayOfWeek.MONDAY, "15:15", 45, W44, W45))
                .time("turbo/mentor/turbo-mentees-2/2", at(DayOfWeek.TUESDAY, "14:00", 45, W44, W45))
                .time("turbo/handover/7b", at(DayOfWeek.WEDNESDAY, "14:00", 30, W44))
                .time("turbo/handover/8a", at(DayOfWeek.WEDNESDAY, "14:30", 30, W45))
                .join("s1", "turbo-mentees-1")
                .join("s2", "turbo-mentees-1")
                .join("s3", "turbo-mentees-2")
                .join("s4", "turbo-mentees-2");
    }

    private static List<RuleViolation> differences(MeetingTime first) {
        RuleBench bench = goodPlan().time(MENTOR, first);
        return REQUIREMENTS.differences(bench);
    }

    private static Timetable without(Timetable timetable, String session) {
        return new Timetable(
                timetable.version(),
                timetable.problem(),
                timetable.zone(),
                timetable.seed(),
                timetable.score(),
                timetable.rules(),
                timetable.groups(),
                timetable.meetings().stream()
                        .filter(one -> !one.sessionId().value().equals(session))
                        .toList(),
                timetable.tasks());
    }

    @Test
    void studentWhoHasLeftMeetsNoMentor() {
        CourseBuilder course = smallCourse()
                .mentoring(2, 1, 45, 1)
                .handover(0)
                .leaves("s1", W45)
                .leaves("s2", W44);
        RuleBench bench = RuleBench.of(new IntensiveCoursePlugin(), course.problem())
                .time("turbo/mentor/s1/1", at(DayOfWeek.MONDAY, "14:00", 45, W44))
                .time("turbo/mentor/s3/1", at(DayOfWeek.TUESDAY, "14:00", 45, W44, W45))
                .time("turbo/mentor/s4/1", at(DayOfWeek.WEDNESDAY, "14:00", 45, W44, W45));

        assertThat(REQUIREMENTS.differences(bench)).isEmpty();
        assertThat(bench.timetable().meetings())
                .noneMatch(one -> one.studentIds().contains(new StudentId("s2")));
        assertThat(REQUIREMENTS.demandDifferences(new IntensiveCoursePlugin(), course.problem(), bench.timetable()))
                .isEmpty();
    }

    @Test
    void goodPlanIsAsRequired() {
        assertThat(differences(at(DayOfWeek.MONDAY, "14:00", 45, W44, W45))).isEmpty();
    }

    @Test
    void weekWithoutAMentorIsReported() {
        assertThat(differences(at(DayOfWeek.MONDAY, "14:00", 45, W44)))
                .extracting(RuleViolation::rule, RuleViolation::arguments)
                .containsExactly(tuple(
                        "core.required-in-week", List.of("Mentor", 1, List.of(new GroupId("turbo-mentees-1")), W45)));
    }

    @Test
    void mentorMeetsNeitherInTheNightNorOnASunday() {
        for (MeetingTime time :
                List.of(at(DayOfWeek.MONDAY, "03:00", 45, W44, W45), at(DayOfWeek.SUNDAY, "14:00", 45, W44, W45))) {
            assertThat(differences(time))
                    .filteredOn(fault -> fault.rule().equals("core.asked-time"))
                    .as("each weekly meeting once")
                    .hasSize(1)
                    .allSatisfy(
                            fault -> assertThat(fault.arguments().getFirst()).isEqualTo(new SessionId(MENTOR)));
        }
    }

    @Test
    void fortyMinutesWithAMentorAreTooShort() {
        assertThat(differences(at(DayOfWeek.MONDAY, "14:00", 40, W44, W45)))
                .filteredOn(fault -> fault.rule().equals("core.asked-length"))
                .singleElement()
                .satisfies(fault -> assertThat(fault.arguments()).containsExactly(new SessionId(MENTOR), 40L, 45L));
    }

    @Test
    void missingLessonOfTheCourseIsReportedWithItsSubject() {
        RuleBench bench = goodPlan();
        var plan = without(bench.timetable(), "turbo/course-lesson/turbo-group-1/2026-10-12/1");

        assertThat(REQUIREMENTS.differences(bench.problem(), plan))
                .singleElement()
                .satisfies(fault -> assertThat(fault.arguments()).contains("DAN", new IsoWeek(2026, 42)));
    }

    @Test
    void subjectsAlternateByTheirShares() {
        RuleBench bench = RuleBench.of(
                new IntensiveCoursePlugin(),
                smallCourse()
                        .subjects(new SubjectShare("DAN", 3, "", null), new SubjectShare("MAT", 2, "", null))
                        .sizes(1, 2, 2)
                        .mentoring(0, 1, 45, 1)
                        .handover(0)
                        .problem());
        bench.join("s1", "turbo-group-1").join("s2", "turbo-group-1");
        bench.join("s3", "turbo-group-2").join("s4", "turbo-group-2");

        assertThat(REQUIREMENTS.differences(bench)).isEmpty();
    }
}
