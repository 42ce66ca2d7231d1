package dk.grundskema.plugins.intensivecourse;

import static dk.grundskema.solver.spi.toolkit.CafeTimetableBuilder.plan;
import static dk.grundskema.solver.testkit.MeetingTimes.time;
import static dk.grundskema.solver.testkit.SchoolBuilder.school;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.solver.spi.toolkit.CafeTimetableBuilder;
import java.time.DayOfWeek;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Where a finished timetable breaks what plugins ask of their meetings. */
class MeetingCheckTest {
    private static final GroupId RED = new GroupId("cafe/red");
    private static final SessionId ONE = new SessionId("cafe/open/1");

    private static List<RuleViolation> faults(CafeTimetableBuilder plan, Consumer<MeetingCheck> what) {
        var checks = new MeetingCheck(
                CafeTimetableBuilder.CAFE, school().teacher("MH").teacher("LK").build(), plan.timetable());
        what.accept(checks);
        return checks.all();
    }

    private static CafeTimetableBuilder open(Integer... weeks) {
        return plan().meeting("open/1", "open", time(DayOfWeek.MONDAY, "08:00", "09:00", weeks))
                .ofGroups("cafe/blue", "cafe/red");
    }

    @Test
    void aMeetingIsHeldAsPlannedWithItsGroup() {
        var planned = time(DayOfWeek.MONDAY, "08:00", "09:00", 33, 34);
        var broken = new RuleViolation("cafe.held", Level.HARD, 1, List.of(ONE));

        assertThat(faults(open(33, 34), checks -> checks.notAsPlanned("held", "open/1", planned, RED)))
                .isEmpty();
        assertThat(faults(open(33), checks -> checks.notAsPlanned("held", "open/1", planned, RED)))
                .as("a week is missing")
                .containsExactly(broken);
        assertThat(faults(
                        open(33, 34).ofGroups("cafe/blue"),
                        checks -> checks.notAsPlanned("held", "open/1", planned, RED)))
                .as("its group isn't there")
                .containsExactly(broken);
        assertThat(faults(plan(), checks -> checks.notAsPlanned("held", "open/1", planned, RED)))
                .as("it isn't held")
                .containsExactly(broken);
    }

    @Test
    void eachMissingDateOfAGroupOrAStudentIsAFault() {
        var plan = open(33, 34)
                .meeting("open/2", "open", time(DayOfWeek.TUESDAY, "08:00", "09:00", 33))
                .ofGroups("cafe/red")
                .withStudents("ida")
                .meeting("night", "night", time(DayOfWeek.TUESDAY, "18:00", "19:00", 33))
                .ofGroups("cafe/red");

        assertThat(faults(plan, checks -> checks.tooFewDates("enough", "open", List.of(RED), 3)))
                .isEmpty();
        assertThat(faults(plan, checks -> checks.tooFewDates("enough", "open", List.of(RED), 2)))
                .as("more than is asked")
                .isEmpty();
        assertThat(faults(
                        plan,
                        checks -> checks.tooFewDates(
                                "enough", "open", List.of(RED, new StudentId("ida"), new GroupId("cafe/green")), 4)))
                .containsExactly(
                        new RuleViolation("cafe.enough", Level.MEDIUM, 1, List.of(RED)),
                        new RuleViolation("cafe.enough", Level.MEDIUM, 3, List.of(new StudentId("ida"))),
                        new RuleViolation("cafe.enough", Level.MEDIUM, 4, List.of(new GroupId("cafe/green"))));
    }

    @Test
    void eachFilledRoleNeedsAQualifiedAdult() {
        Qualification able = (who, role, subject) -> who.id().value().equals("MH") && subject.equals("Danish");
        var plan = open(33).subject("Danish")
                .seat("tutor", "LK")
                .seat("tutor", "MH")
                .seat("helper", null)
                .seat("guide", "LK")
                .seat("guide", "unknown")
                .meeting("open/2", "open", time(DayOfWeek.TUESDAY, "08:00", "09:00", 33))
                .subject("Maths")
                .seat("tutor", "MH")
                .seat("tutor", "MH")
                .seat("helper", "LK")
                .meeting("night", "night", time(DayOfWeek.TUESDAY, "18:00", "19:00", 33))
                .seat("tutor", "LK");

        assertThat(faults(plan, checks -> checks.nobodyQualified("able", "open", able)))
                .containsExactly(
                        new RuleViolation("cafe.able", Level.MEDIUM, 1, List.of(ONE)),
                        new RuleViolation("cafe.able", Level.MEDIUM, 2, List.of(new SessionId("cafe/open/2"))));
    }
}
