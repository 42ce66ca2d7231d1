package dk.grundskema.solver.spi.toolkit;

import static dk.grundskema.solver.testkit.MeetingTimes.time;
import static dk.grundskema.solver.testkit.MeetingTimes.weeks;
import static dk.grundskema.solver.testkit.SchoolBuilder.school;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Availability;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class UsableTimeSuggestionsTest {
    /** Ida has a lesson on Mondays from 10 to 11 and on Wednesdays from 12 to 13, Bo is taken on Fridays until 16. */
    private final Problem problem = school().student("ida", "4a", Availability.always())
            .student("bo", "4b", Availability.always())
            .group("4a", Group.Kind.CLASS)
            .group("4b", Group.Kind.CLASS)
            .lesson("mon", time(DayOfWeek.MONDAY, "10:00", "11:00", 33), "Danish", "4a")
            .lesson("wed", time(DayOfWeek.WEDNESDAY, "12:00", "13:00", 33), "Danish", "4a")
            .lesson("fri", time(DayOfWeek.FRIDAY, "07:00", "16:00", 33), "Danish", "4b")
            .build();

    private List<String> best(int most, UsableTime... usable) {
        var both = List.of(new StudentId("ida"), new StudentId("bo"));
        return UsableTimeSuggestions.findBest(
                        both, List.of(usable), 60, weeks(33), new FreeTime(problem), problem, most)
                .stream()
                .map(one -> one.time().weekday() + " " + one.time().start() + " " + one.free())
                .toList();
    }

    @Test
    void bestTimesOfEachDayComeFirstNearestToLessons() {
        assertThat(best(5))
                .containsExactly(
                        "MONDAY 09:00 2", "WEDNESDAY 11:00 2", "FRIDAY 16:00 2", "TUESDAY 07:00 2", "THURSDAY 07:00 2");
        assertThat(best(3)).isEqualTo(best(5).subList(0, 3));
    }

    @Test
    void furtherSuggestionsDoNotOverlapEarlierOnes() {
        assertThat(best(7)).endsWith("MONDAY 11:00 2", "WEDNESDAY 13:00 2");
        assertThat(best(99)).doesNotHaveDuplicates();
    }

    @Test
    void timeThatIsUsableAlreadyIsLeftOut() {
        var monday = new UsableTime(new TreeSet<>(List.of(DayOfWeek.MONDAY)), LocalTime.of(8, 0), LocalTime.of(10, 0));

        assertThat(best(1, monday)).containsExactly("MONDAY 11:00 2");
    }

    @Test
    void bestTimesAreReportedWithTheStudentsWhoAreFree() {
        var both = List.of(new StudentId("ida"), new StudentId("bo"));
        var best = UsableTimeSuggestions.findBest(both, List.of(), 60, weeks(33), new FreeTime(problem), problem, 1);
        var found = new FindingCollector("cafe", problem);

        UsableTimeSuggestions.report(best, found, "usable", "Danish");

        assertThat(found.all())
                .containsExactly(Finding.info(
                        "cafe.would-help",
                        "/parameters/usable",
                        DayOfWeek.MONDAY,
                        LocalTime.of(9, 0),
                        LocalTime.of(10, 0),
                        2L,
                        "Danish"));
    }
}
