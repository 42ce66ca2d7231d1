package dk.grundskema.plugins.intensivecourse;

import static dk.grundskema.solver.testkit.MeetingTimes.time;
import static dk.grundskema.solver.testkit.MeetingTimes.weeks;
import static dk.grundskema.solver.testkit.SchoolBuilder.school;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.solver.spi.toolkit.FindingCollector;
import dk.grundskema.solver.spi.toolkit.UsableTime;
import dk.grundskema.solver.testkit.SchoolBuilder;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UsableTimeValidatorTest {
    private static final List<StudentId> ALL =
            Stream.of("a", "b", "c", "d").map(StudentId::new).toList();

    /** Everybody but e is in a class that has a lesson on Mondays from 14 to 15. */
    private final SchoolBuilder school = school().student("a")
            .student("b")
            .student("c")
            .student("d")
            .group("4A", Group.Kind.CLASS, "a", "b", "c", "d")
            .lesson("m", time(DayOfWeek.MONDAY, "14:00", "15:00", 33, 34), "Danish", "4A");

    private List<Finding> findings(List<StudentId> students, String until, int each, SortedSet<IsoWeek> weeks) {
        var usable = new UsableTime(
                new TreeSet<>(List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY)),
                LocalTime.of(14, 0),
                LocalTime.parse(until));
        var problem = school.build();
        var found = new FindingCollector("cafe", problem);
        UsableTimeValidator.check(students, List.of(usable), 45, each, weeks, problem, found, "usable");
        return found.all();
    }

    @Test
    void asManySeparateTimesAsMeetingsAreEnough() {
        assertThat(findings(ALL, "14:45", 1, weeks(33))).isEmpty();
        assertThat(findings(ALL, "16:00", 3, weeks(33))).isEmpty();
        assertThat(findings(ALL, "16:00", 4, weeks(33))).isNotEmpty();
    }

    @Test
    void threeStudentsWithTooFewFreeTimesAreNamedTheOthersCountedAndThreeTimesSuggested() {
        var findings = findings(ALL, "14:45", 2, weeks(33, 34));
        assertThat(findings.getFirst())
                .isEqualTo(Finding.warning("cafe.few-usable-times", "/parameters/usable", ALL.subList(0, 3), 1, 45, 2));
        assertThat(findings.subList(1, findings.size()))
                .hasSize(3)
                .allMatch(one -> one.code().equals("cafe.would-help"))
                .allMatch(one -> one.arguments().get(3).equals(4L));
        assertThat(findings(ALL.subList(0, 2), "14:45", 2, weeks(33)).getFirst().arguments())
                .containsExactly(ALL.subList(0, 2), 0, 45, 2);
    }

    @Test
    void usableTimeShorterThanAMeetingIsReported() {
        assertThat(findings(ALL, "14:44", 1, weeks(33)).getFirst())
                .isEqualTo(Finding.warning("cafe.no-usable-time", "/parameters/usable", 45));
    }

    @Test
    void withoutWeeksOrStudentsNothingIsMissing() {
        assertThat(findings(ALL, "14:44", 1, new TreeSet<>())).isEmpty();
        assertThat(findings(List.of(), "14:44", 1, weeks(33))).isEmpty();
    }
}
