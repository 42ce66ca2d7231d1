package dk.grundskema.plugins.coteaching;

import static dk.grundskema.plugins.coteaching.CoTeachingBoundaryCasesTest.NO_PREPARATION;
import static dk.grundskema.plugins.coteaching.CoTeachingSchoolBuilder.coTeacher;
import static dk.grundskema.plugins.coteaching.CoTeachingSchoolBuilder.need;
import static dk.grundskema.plugins.coteaching.CoTeachingSchoolBuilder.smallSchool;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Availability;
import dk.grundskema.domain.time.Period;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.change.Absence;
import dk.grundskema.solver.change.ChangeRequest;
import dk.grundskema.solver.change.ChangedPlan;
import dk.grundskema.solver.change.PlanChanger;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.registry.PluginRegistry;
import dk.grundskema.solver.testkit.RuleBench;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Co-teaching that a class loses moves to another of its lessons in the same week, where the class lacks it. */
class MovedCoTeachingTest {
    private static final LocalDate FIRST_MONDAY = LocalDate.parse("2026-08-10");
    private static final LocalDate LAST_WEDNESDAY = LocalDate.parse("2026-09-02");
    private static final StaffId MIA = new StaffId("mia");

    /** Class 1a has a lesson on Mondays and one on Wednesdays, in each of four weeks, and is to have one of both with a co-teacher. */
    private static CoTeachingSchoolBuilder school() {
        var lateOnLastWednesday = new Availability(
                Absence.periods(LAST_WEDNESDAY.atTime(10, 0), LAST_WEDNESDAY.atTime(12, 0)), List.of());
        return smallSchool()
                .lesson("monday", "1a", "DAN", DayOfWeek.MONDAY, "08:00", 60, week -> true, "ann")
                .lesson("wednesday", "1a", "DAN", DayOfWeek.WEDNESDAY, "08:00", 60, week -> true, "ann")
                .person("mia")
                .person("ole", 37, lateOnLastWednesday)
                .parameters(new CoTeachingParameters(
                        null,
                        null,
                        60,
                        List.of(need("1a", CoTeachingType.TYPE_1, 1, 7)),
                        List.of(coTeacher("mia", 9), coTeacher("ole", 9)),
                        List.of(),
                        List.of(),
                        NO_PREPARATION,
                        2,
                        List.of(),
                        null,
                        List.of()));
    }

    /** Mia co-teaches on Mondays, and somebody else perhaps in another lesson. Returns the plan after she is away on all Mondays but the first. */
    private static Timetable withoutMiaOnMondays(CoTeachingSchoolBuilder school, String... lessonsOfOle)
            throws InterruptedException {
        Problem problem = school.problem();
        RuleBench bench = RuleBench.of(new CoTeachingPlugin(), problem).seat("co/lesson/monday/2026-W33#0", "mia");
        for (String lesson : lessonsOfOle) {
            bench.seat("co/lesson/" + lesson + "/2026-W33#0", "ole");
        }
        List<Period> away = Stream.of(1, 2, 3)
                .map(FIRST_MONDAY::plusWeeks)
                .flatMap(day ->
                        Absence.periods(day.atStartOfDay(), day.plusDays(1).atStartOfDay()).stream())
                .toList();
        Problem after = problem.withStaff(problem.staff().stream()
                .map(one -> one.id().equals(MIA)
                        ? one.withAvailability(one.availability().without(away))
                        : one)
                .toList());
        var changer = new PlanChanger(
                PluginRegistry.of(List.of(new CoTeachingPlugin())),
                new ChangeRequest(problem, after, bench.timetable(), FIRST_MONDAY.atStartOfDay()),
                "hash");
        ChangedPlan least = changer.findLeastChange(SolveLimits.ofSteps(2_000), 1);
        return changer.moveSupport(least, least.difference().dates(), () -> false)
                .timetable();
    }

    private static List<LocalDate> datesOf(String person, Timetable timetable) {
        return timetable.meetings().stream()
                .filter(meeting ->
                        meeting.seats().stream().anyMatch(seat -> new StaffId(person).equals(seat.staffId())))
                .flatMap(meeting -> meeting.time().dates().stream())
                .sorted()
                .toList();
    }

    private static List<LocalDate> dates(String... days) {
        return Stream.of(days).map(LocalDate::parse).toList();
    }

    @Test
    void eachWeekGetsItsLessonOnWednesday() throws InterruptedException {
        Timetable moved = withoutMiaOnMondays(school());

        assertThat(datesOf("mia", moved)).isEqualTo(dates("2026-08-10", "2026-08-19", "2026-08-26", "2026-09-02"));
    }

    @Test
    void nothingMovesOnceTheClassHasItsLessons() throws InterruptedException {
        CoTeachingSchoolBuilder school = school().lesson(
                        "late", "1a", "DAN", DayOfWeek.WEDNESDAY, "10:00", 60, week -> week.week() == 36, "ann");

        Timetable moved = withoutMiaOnMondays(school, "late");

        assertThat(datesOf("ole", moved)).isEqualTo(dates("2026-09-02"));
        assertThat(datesOf("mia", moved)).isEqualTo(dates("2026-08-10", "2026-08-19", "2026-08-26"));
    }
}
