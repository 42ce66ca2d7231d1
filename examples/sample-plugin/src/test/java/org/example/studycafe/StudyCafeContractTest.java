package org.example.studycafe;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.problem.SeatLock;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.solver.spi.InterventionPlugin;
import dk.grundskema.solver.spi.toolkit.UsableTime;
import dk.grundskema.solver.testkit.PluginContractTest;
import dk.grundskema.solver.testkit.SchoolBuilder;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/** What every plugin must keep is inherited; here are only the problems to try it with. */
class StudyCafeContractTest extends PluginContractTest {
    @Override
    protected InterventionPlugin<?> plugin() {
        return new StudyCafePlugin();
    }

    /** Valid ones. The last is locked to break the hard and the medium rule, so that rules and check are compared there, too. */
    @Override
    protected List<Problem> problems() {
        return List.of(
                school(cafe(2, "homework", DayOfWeek.MONDAY, DayOfWeek.TUESDAY)).build(),
                school(cafe(3, null, DayOfWeek.MONDAY, DayOfWeek.TUESDAY)).build(),
                lockedToOneDay());
    }

    /** Such as the validation has something to say about. */
    @Override
    protected List<Problem> faultyProblems() {
        return List.of(
                school(cafe(2, "homewrok", DayOfWeek.MONDAY)).build(),
                school(new StudyCafeParameters(1, 240, usable(DayOfWeek.MONDAY), null, List.of()))
                        .build(),
                school(new StudyCafeParameters(1, 60, usable(DayOfWeek.MONDAY), null, List.of(new StudentId("nobody"))))
                        .build());
    }

    static StudyCafeParameters cafe(int timesAWeek, String skill, DayOfWeek... days) {
        return new StudyCafeParameters(timesAWeek, 60, usable(days), skill, List.of(new StudentId("ea")));
    }

    private static List<UsableTime> usable(DayOfWeek... days) {
        return List.of(new UsableTime(new TreeSet<>(Arrays.asList(days)), LocalTime.of(14, 0), LocalTime.of(16, 0)));
    }

    /** Two weeks; Anna teaches on Mondays until two, Bo may be a tutor as well, Carl may not. */
    static SchoolBuilder school(StudyCafeParameters cafe) {
        return SchoolBuilder.school(2)
                .room("library", 20)
                .teacher("anna", "homework")
                .teacher("bo", "homework")
                .teacher("carl")
                .schoolClass("7A", "ea", "ib")
                .lesson("dan", DayOfWeek.MONDAY, "12:30", "14:00", "Danish", "7A", "anna")
                .lesson("mat", DayOfWeek.TUESDAY, "12:30", "14:00", "Maths", "7A", "bo")
                .intervention("cafe", "study-cafe", cafe);
    }

    private static Problem lockedToOneDay() {
        var school = school(cafe(2, "homework", DayOfWeek.MONDAY, DayOfWeek.TUESDAY));
        var first = school.time(DayOfWeek.MONDAY, "14:00", "15:00");
        var second = school.time(DayOfWeek.MONDAY, "15:00", "16:00");
        return school.lock(new SessionLock(
                        new SessionId("cafe/study-cafe/1"),
                        first,
                        null,
                        null,
                        List.of(new SeatLock(0, new StaffId("carl")))))
                .lock(new SessionLock(new SessionId("cafe/study-cafe/2"), second, null, null, List.of()))
                .build();
    }
}
