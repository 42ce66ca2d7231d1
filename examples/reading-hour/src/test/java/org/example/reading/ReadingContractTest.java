package org.example.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.spi.InterventionPlugin;
import dk.grundskema.solver.spi.toolkit.UsableTime;
import dk.grundskema.solver.testkit.PluginContractTest;
import dk.grundskema.solver.testkit.RuleBench;
import dk.grundskema.solver.testkit.SchoolBuilder;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ReadingContractTest extends PluginContractTest {
    private static final List<UsableTime> AFTERNOONS = List.of(new UsableTime(
            new TreeSet<>(List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY)), LocalTime.of(14, 0), LocalTime.of(16, 0)));

    private static SchoolBuilder school() {
        return SchoolBuilder.school(2)
                .room("library", 20)
                .teacher("anna")
                .schoolClass("7A", "ea", "ib")
                .intervention("reading", "reading-hour", new ReadingParameters(2, AFTERNOONS, List.of(new StudentId("ea"))));
    }

    @Override
    protected InterventionPlugin<?> plugin() {
        return new ReadingPlugin();
    }

    @Override
    protected List<Problem> problems() {
        return List.of(school().build());
    }

    @Test
    void theSecondHourOfAWeekdayCostsOne() {
        var school = school();
        var bench = RuleBench.of(plugin(), school.build())
                .time("reading/hour/1", school.time(DayOfWeek.MONDAY, "14:00", "15:00"))
                .time("reading/hour/2", school.time(DayOfWeek.TUESDAY, "14:00", "15:00"));
        assertThat(bench.penalty("reading-hour.twice-a-day")).isZero();

        bench.time("reading/hour/2", school.time(DayOfWeek.MONDAY, "15:00", "16:00"));
        assertThat(bench.penalty("reading-hour.twice-a-day")).isEqualTo(1);
    }
}
