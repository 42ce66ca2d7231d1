package dk.grundskema.solver.precheck;

import static dk.grundskema.solver.fixture.MeetingBuilder.aMeeting;
import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static dk.grundskema.solver.testkit.LessonBuilder.aLesson;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.people.AgreedShortRest;
import dk.grundskema.domain.people.DutyLimit;
import dk.grundskema.domain.people.FreeDates;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.check.TimetableChecker;
import dk.grundskema.solver.fixture.FixturePlugin;
import dk.grundskema.solver.fixture.MeetingBuilder;
import dk.grundskema.solver.fixture.Scenario;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Random problems with a plan in which the checker finds no fault: the pre-check must report nothing. */
class PrecheckNoFalseAlarmTest {
    private static final int PLANS = 120;
    private static final int TRIES = 60;

    @Test
    @Tag("solver-quality")
    void problemWithALegalPlanHasNoShortage() {
        var checker = new TimetableChecker(FixturePlugin::byType);
        int filled = 0;
        int complaints = 0;
        for (int seed = 0; seed < PLANS; seed++) {
            var random = new Random(seed);
            String firstWeek = random.nextBoolean() ? "2026-W43" : "2027-W12";
            Supplier<Scenario> empty = emptyProblem(random, firstWeek);
            var kept = new ArrayList<MeetingBuilder>();
            for (int i = 0; i < TRIES; i++) {
                kept.add(meeting(random, firstWeek, i));
                Scenario tried = filledWith(empty, kept);
                if (!checker.check(tried.problem(), tried.timetable()).isEmpty()) {
                    kept.removeLast();
                }
            }
            Scenario plan = filledWith(empty, kept);
            assertThat(new CapacityPrecheck().precheck(plan.problem(), plan.demands()))
                    .as("seed %d", seed)
                    .isEmpty();
            filled += kept.size();
            Scenario more = filledWith(empty, kept);
            for (int i = 0; i < 10; i++) {
                more.meeting(meeting(random, firstWeek, TRIES + i));
            }
            complaints += new CapacityPrecheck()
                    .precheck(more.problem(), more.demands())
                    .size();
        }
        assertThat(filled).as("seats in all plans: enough to mean something").isGreaterThan(PLANS * 8);
        assertThat(complaints).as("findings for plans with ten duties too many").isGreaterThan(PLANS);
    }

    private static Scenario filledWith(Supplier<Scenario> empty, List<MeetingBuilder> meetings) {
        Scenario scenario = empty.get();
        meetings.forEach(scenario::meeting);
        return scenario;
    }

    private static Supplier<Scenario> emptyProblem(Random random, String first) {
        AgreedShortRest agreed = random.nextBoolean() ? new AgreedShortRest(8, 2, "The union") : null;
        var rules = new WorkRules(
                        11,
                        35,
                        agreed,
                        random.nextBoolean() ? 4 + random.nextInt(8) : null,
                        random.nextInt(3) == 0 ? 10 + random.nextInt(30) : null,
                        random.nextInt(3) == 0 ? 10 : 168,
                        2,
                        LocalTime.of(17, 0))
                .withDateLimits(
                        random.nextInt(3) == 0 ? new DutyLimit(300 + random.nextInt(600), Level.HARD) : null,
                        random.nextInt(3) == 0 ? new DutyLimit(600 + random.nextInt(600), Level.HARD) : null,
                        random.nextInt(3) == 0 ? new FreeDates(1 + random.nextInt(4), Level.HARD) : null);
        MeetingTime lesson = time(random);
        return () -> aScenario()
                .horizon(first, 2)
                .work(rules)
                .lesson(aLesson("l").at(inHorizon(lesson, first, 1)).by("p0"));
    }

    private static MeetingBuilder meeting(Random random, String first, int number) {
        String holder = "p" + random.nextInt(3);
        int weeks = 1 + random.nextInt(2);
        MeetingTime time = inHorizon(time(random), first, weeks);
        String room = "r" + random.nextInt(3);
        var meeting = aMeeting("m" + number)
                .at(time)
                .by(holder)
                .asking(true)
                .preparation(random.nextInt(3) * 15)
                .work(random.nextInt(8) != 0)
                .room(room)
                .rooms(room, "r" + random.nextInt(3));
        if (random.nextBoolean()) {
            meeting.candidates(holder, "p" + random.nextInt(3));
        }
        if (random.nextInt(4) == 0) {
            meeting.demandedAt(inHorizon(time(random), first, weeks), time);
        }
        return random.nextInt(5) == 0 && number > 0 ? meeting.within("m" + random.nextInt(number)) : meeting;
    }

    private static MeetingTime time(Random random) {
        LocalTime start = LocalTime.of(random.nextInt(24), 15 * random.nextInt(4));
        LocalTime end = start.plusMinutes(30L + 30L * random.nextInt(10));
        return new MeetingTime(
                new TreeSet<>(List.of(IsoWeek.parse("2026-W43"))), DayOfWeek.of(1 + random.nextInt(7)), start, end);
    }

    private static MeetingTime inHorizon(MeetingTime time, String first, int weeks) {
        var all = new TreeSet<IsoWeek>();
        for (int i = 0; i < weeks; i++) {
            all.add(IsoWeek.parse(first).plus(i));
        }
        return new MeetingTime(all, time.weekday(), time.start(), time.end());
    }
}
