package dk.grundskema.solver.change;

import static dk.grundskema.solver.fixture.MeetingBuilder.aMeeting;
import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static dk.grundskema.solver.testkit.MeetingTimes.time;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.timetable.RuleResult;
import dk.grundskema.domain.timetable.Timetable;
import java.time.DayOfWeek;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChangeRankingTest {
    private static final String ADULT = "core.missing-adult";
    private static final ChangeRanking RANKING = new ChangeRanking(List.of(
            new RuleResult(ADULT, Level.MEDIUM, 100, 0, 0),
            new RuleResult("core.missing-room", Level.MEDIUM, 50, 0, 0)));

    private static ChangedPlan plan(RuleViolation... violations) {
        Timetable timetable = aScenario()
                .meeting(aMeeting("circle")
                        .at(time(DayOfWeek.MONDAY, "08:00", "10:00", 37))
                        .by("ane")
                        .candidates("ane"))
                .timetable();
        return new ChangedPlan(
                timetable,
                List.of(),
                List.of(violations),
                PlanDifference.between(timetable, timetable),
                List.of(),
                false);
    }

    private static RuleViolation missing(String rule, long amount, String place) {
        return new RuleViolation(rule, Level.MEDIUM, amount, List.of(place));
    }

    private static List<ChangedPlan> ranked(ChangedPlan... plans) {
        return Stream.of(plans).sorted(RANKING).toList();
    }

    @Test
    void aMeetingWithoutAnyAdultIsNoBetterThanTwoThatLackOneEach() {
        ChangedPlan together = plan(missing(ADULT, 2, "circle"));
        ChangedPlan apart = plan(missing(ADULT, 1, "circle"), missing(ADULT, 1, "choir"));

        assertThat(RANKING.compare(together, apart)).isZero();
        assertThat(RANKING.shortfall(together)).isEqualTo(200);
    }

    @Test
    void whatIsLackingCountsWithTheWeightOfItsRule() {
        ChangedPlan adult = plan(missing(ADULT, 1, "circle"));
        ChangedPlan rooms = plan(missing("core.missing-room", 1, "circle"), missing("core.missing-room", 1, "choir"));
        ChangedPlan room = plan(missing("core.missing-room", 1, "circle"));
        ChangedPlan unknown = plan(missing("plugin.unweighted", 49, "circle"));

        assertThat(RANKING.compare(adult, rooms)).isZero();
        assertThat(ranked(adult, room, unknown)).containsExactly(unknown, room, adult);
    }

    @Test
    void oneConflictIsWorseThanAnyShortfall() {
        ChangedPlan conflict = plan(new RuleViolation("core.daily-rest", Level.HARD, 1, List.of("ane")));
        ChangedPlan shortfall = plan(missing(ADULT, 9, "circle"));

        assertThat(ranked(conflict, shortfall)).containsExactly(shortfall, conflict);
    }

    @Test
    void aLargerConflictAtOnePlaceIsStillOne() {
        ChangedPlan small = plan(new RuleViolation("core.daily-rest", Level.HARD, 1, List.of("ane")));
        ChangedPlan large = plan(new RuleViolation("core.daily-rest", Level.HARD, 60, List.of("ane")));

        assertThat(RANKING.compare(small, large)).isZero();
    }
}
