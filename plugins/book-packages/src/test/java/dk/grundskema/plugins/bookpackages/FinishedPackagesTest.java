package dk.grundskema.plugins.bookpackages;

import static dk.grundskema.solver.spi.toolkit.CafeTimetableBuilder.PROBLEM;
import static dk.grundskema.solver.spi.toolkit.CafeTimetableBuilder.plan;
import static dk.grundskema.solver.testkit.MeetingTimes.time;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.solver.spi.toolkit.CafeTimetableBuilder;
import dk.grundskema.solver.spi.toolkit.PluginViolations;
import dk.grundskema.solver.spi.toolkit.UsableTime;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** Violations, dates and support that a finished timetable has of packages. */
class FinishedPackagesTest {
    private static final StudentId IDA = new StudentId("ida");

    private static FinishedPackages packages(CafeTimetableBuilder plan) {
        return new FinishedPackages(CafeTimetableBuilder.CAFE, PROBLEM, plan.timetable());
    }

    private static List<RuleViolation> faults(
            CafeTimetableBuilder plan, BiConsumer<FinishedPackages, PluginViolations> what) {
        var faults = new PluginViolations("cafe");
        what.accept(packages(plan), faults);
        return faults.all();
    }

    private static RuleViolation hard(long amount, String session) {
        return new RuleViolation("cafe.rule", Level.HARD, amount, List.of(new SessionId(session)));
    }

    @Test
    void meetingPartlyOutsideUsableTimeCostsAllItsMinutes() {
        var usable = List.of(new UsableTime(new TreeSet<>(), LocalTime.of(14, 0), LocalTime.of(15, 0)));
        var plan = plan().meeting("open/1", "open", time(DayOfWeek.MONDAY, "14:00", "15:00", 33))
                .meeting("open/2", "open", time(DayOfWeek.MONDAY, "14:30", "15:01", 33, 34))
                .meeting("night", "night", time(DayOfWeek.MONDAY, "18:00", "19:00", 33));

        assertThat(faults(plan, (packages, faults) -> packages.outsideUsableTime("open", usable, "rule", faults)))
                .containsExactly(hard(31, "cafe/open/2"));
    }

    @Test
    void simultaneousPartsCostTheirSharedMinutesOnEachDate() {
        var plan = plan().meeting("open/a/2", "open", time(DayOfWeek.MONDAY, "08:00", "09:00", 33, 34))
                .meeting("open/a/1", "open", time(DayOfWeek.MONDAY, "08:45", "10:00", 33, 34, 35))
                .meeting("open/b/1", "open", time(DayOfWeek.MONDAY, "08:00", "09:00", 33))
                .meeting("open/a/3", "open", time(DayOfWeek.MONDAY, "10:00", "11:00", 33))
                .meeting("night/a/1", "night", time(DayOfWeek.MONDAY, "08:00", "09:00", 33));

        assertThat(faults(plan, (packages, faults) -> packages.overlappingParts("open", "rule", faults)))
                .containsExactly(hard(15, "cafe/open/a/2"), hard(15, "cafe/open/a/2"));
    }

    @Test
    void datesAreThoseOfTasksAndMeetingsOfTheKindThatSomebodyDoes() {
        var plan = plan().task("open", "2026-08-14", "ida", "ole")
                .by("MH")
                .task("open", "2026-08-15", "ole")
                .by("MH")
                .task("night", "2026-08-16", "ida")
                .by("MH")
                .task("open", "2026-08-18", "ida")
                .meeting("open/1", "open", time(DayOfWeek.MONDAY, "08:00", "09:00", 33, 34))
                .withStudents("ida")
                .seat("adult", "MH")
                .meeting("open/2", "open", time(DayOfWeek.WEDNESDAY, "08:00", "09:00", 33))
                .withStudents("ida")
                .seat("adult", null);

        assertThat(packages(plan).datesOf(IDA, "open"))
                .containsExactly(LocalDate.of(2026, 8, 10), LocalDate.of(2026, 8, 14), LocalDate.of(2026, 8, 17));
    }

    @Test
    void adultCostsOneForEachStudentNotTaught() {
        var plan = plan().meeting("open/1", "open", time(DayOfWeek.FRIDAY, "08:00", "09:00", 33))
                .withStudents("ida", "ole", "eva")
                .seat("adult", "MH")
                .seat("adult", "LK")
                .meeting("open/2", "open", time(DayOfWeek.FRIDAY, "10:00", "11:00", 33))
                .withStudents("ida")
                .seat("adult", "MH")
                .meeting("night", "night", time(DayOfWeek.FRIDAY, "18:00", "19:00", 33))
                .withStudents("ida")
                .seat("adult", "LK");

        assertThat(faults(plan, (packages, faults) -> packages.addStaffNotTeachingAllStudents("open", "rule", faults)))
                .as("MH only watches Ole's class")
                .containsExactly(
                        new RuleViolation(
                                "cafe.rule", Level.MEDIUM, 1, List.of(new SessionId("cafe/open/1"), new StaffId("MH"))),
                        new RuleViolation(
                                "cafe.rule",
                                Level.MEDIUM,
                                2,
                                List.of(new SessionId("cafe/open/1"), new StaffId("LK"))));
    }
}
