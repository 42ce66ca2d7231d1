package dk.grundskema.solver.rules;

import static dk.grundskema.solver.fixture.MeetingBuilder.aMeeting;
import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static dk.grundskema.solver.rules.RuleTrials.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dk.grundskema.domain.demand.ExclusiveSessions;
import dk.grundskema.domain.demand.ExclusiveSessions.Kind;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.check.TimetableChecker;
import dk.grundskema.solver.engine.TrialPlan;
import dk.grundskema.solver.explain.RuleMatch;
import dk.grundskema.solver.fixture.Scenario;
import dk.grundskema.solver.testkit.MeetingTimes;
import java.time.DayOfWeek;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rule and checker charge the same for sessions that exclude each other. */
class ExclusionRulesTest {
    private static final String TIME = "core.exclusive-at-one-time";
    private static final String DATE = "core.exclusive-on-one-date";

    /** Returns the sum of what the rule charges, after the checker found the same. */
    private static long amount(String rule, Scenario scenario) {
        long charged = charges(rule, scenario).stream()
                .mapToLong(one -> (long) one.getFirst())
                .sum();
        if (!rule.endsWith("-wish")) {
            long found = new TimetableChecker(PLUGINS::find)
                    .check(scenario.problem(), scenario.timetable()).stream()
                            .filter(one -> one.rule().equals(rule))
                            .mapToLong(RuleViolation::amount)
                            .sum();
            assertThat(found).isEqualTo(charged);
        }
        return charged;
    }

    private static Scenario held(String... times) {
        Scenario scenario = aScenario();
        for (int i = 0; i < times.length; i++) {
            scenario.meeting(aMeeting("m" + i).at(times[i]));
        }
        return scenario;
    }

    private static MeetingTime monday(String start, String end, Integer... weeks) {
        return MeetingTimes.time(DayOfWeek.MONDAY, start, end, weeks);
    }

    private static String[] ids(int count) {
        return IntStream.range(0, count).mapToObj(i -> "m" + i).toArray(String[]::new);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-07 08:00-09:00, 2026-09-07 09:00-10:00, 2026-09-08 08:00-09:00, 0",
        "2026-09-07 08:00-09:00, 2026-09-07 08:45-10:00, 2026-09-08 08:00-09:00, 15",
        "2026-09-07 08:00-09:00, 2026-09-07 08:00-09:00, 2026-09-07 08:00-09:00, 120",
        "2026-09-07 08:00-12:00, 2026-09-07 09:00-10:00, 2026-09-07 11:30-12:30, 90",
        "2026-09-07 22:00-07:00, 2026-09-08 06:00-08:00, 2026-09-14 22:00-07:00, 60",
        "2026-09-13 22:00-07:00, 2026-09-14 06:30-08:00, 2026-09-14 07:00-08:00, 90",
    })
    void eachMinuteOfEachSessionBeyondTheFirstCounts(String first, String second, String third, long minutes) {
        Scenario scenario = held(first, second, third).exclusion("Course", Kind.SAME_TIME, Level.HARD, 1, ids(3));

        assertThat(amount(TIME, scenario)).isEqualTo(minutes);
    }

    @Test
    void sessionsInTurnDoNotMeetAndThoseInCommonWeeksDo() {
        var inTurn = aScenario()
                .meeting(aMeeting("m0").at(monday("08:00", "09:00", 37, 39)))
                .meeting(aMeeting("m1").at(monday("08:00", "09:00", 38)))
                .exclusion("Course", Kind.SAME_TIME, Level.HARD, 1, ids(2));
        assertThat(amount(TIME, inTurn)).isZero();

        var together = aScenario()
                .meeting(aMeeting("m0").at(monday("08:00", "09:00", 37, 39)))
                .meeting(aMeeting("m1").at(monday("08:30", "09:30", 37, 38, 39)))
                .exclusion("Course", Kind.SAME_TIME, Level.HARD, 1, ids(2));
        assertThat(amount(TIME, together)).isEqualTo(60);
    }

    @Test
    void levelAndWeightAreThoseOfTheExclusionAndOthersDoNotCount() {
        Scenario scenario = held("2026-09-07 08:00-09:00", "2026-09-07 08:30-09:30", "2026-09-07 08:00-10:00")
                .exclusion("Course", Kind.SAME_TIME, Level.MEDIUM, 3, "m0", "m1")
                .exclusion("Curriculum", Kind.SAME_TIME, Level.SOFT, 2, "m1", "m2");

        assertThat(amount(TIME, scenario)).isZero();
        assertThat(amount(TIME + "-guideline", scenario)).isEqualTo(90);
        assertThat(amount(TIME + "-wish", scenario)).isEqualTo(120);
    }

    @Test
    void eachSessionOfAPersonBeyondTheFirstOfADateCounts() {
        Scenario scenario = aScenario()
                .meeting(aMeeting("m0").at("2026-09-07 07:00-15:00").by("anna", "bo"))
                .meeting(aMeeting("m1").at("2026-09-07 15:00-22:00").by("anna"))
                .meeting(aMeeting("m2").at("2026-09-07 22:00-07:00").by("anna"))
                .meeting(aMeeting("m3").at("2026-09-08 07:00-15:00").by("anna", "bo"))
                .exclusion("Roster", Kind.SAME_PERSON_AND_DATE, Level.HARD, 1, ids(4));

        assertThat(amount(DATE, scenario)).isEqualTo(2);
        assertThat(amount(
                        DATE + "-guideline",
                        scenario.exclusion("Early", Kind.SAME_PERSON_AND_DATE, Level.MEDIUM, 5, "m0", "m1")))
                .isEqualTo(5);
    }

    @Test
    void exclusionsNameKnownSessionsOnceAndHaveAWeight() {
        var one = new SessionId("m0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ExclusiveSessions("Course", Kind.SAME_TIME, Level.HARD, 1, List.of(one, one)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ExclusiveSessions("Course", Kind.SAME_TIME, Level.HARD, 0, List.of(one)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> emptyTrial(
                        held("2026-09-07 08:00-09:00").exclusion("Course", Kind.SAME_TIME, Level.HARD, 1, "m0", "m9")))
                .withMessageContaining("(m9)");
    }

    @Test
    void guestsAreRefusedSinceTheyHaveNoMeeting() {
        Session host =
                session("host").at(MeetingTimes.time("2026-09-07 08:00-09:00")).build();
        Session guest = session("guest").hosts(List.of(host.id())).build();
        Scenario scenario = aScenario().session(host).session(guest);

        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> emptyTrial(scenario.exclusion("Team", Kind.SAME_TIME, Level.HARD, 1, "host", "guest")))
                .withMessageContaining("(guest), which is placed into a host");
    }

    private static Session.Builder session(String id) {
        return Session.builder(
                new SessionId(id), new InterventionId(Scenario.INTERVENTION), "module", "Title", new SiteId("home"));
    }

    @Test
    void aLockedTimeOutsideTheChoicesCounts() {
        Scenario scenario = held("2026-09-07 08:00-09:00", "2026-09-07 10:00-11:00")
                .exclusion("Course", Kind.SAME_TIME, Level.HARD, 1, ids(2));
        TrialPlan trial = emptyTrial(scenario).time(new SessionId("m1"), MeetingTimes.time("2026-09-07 08:15-09:15"));

        assertThat(trial.matches(TIME)).extracting(RuleMatch::amount).containsExactly(45L);
    }
}
