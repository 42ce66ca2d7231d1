package dk.grundskema.solver.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.check.TimetableChecker;
import dk.grundskema.solver.engine.TrialPlan;
import dk.grundskema.solver.explain.RuleMatch;
import dk.grundskema.solver.fixture.Scenario;
import dk.grundskema.solver.spi.RuleType;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules and checker are written from the same sentences and must find the same violations. */
class RuleCheckerAgreementTest {
    private static final int PROBLEMS = 24;
    private static final int PLANS = 6;

    /** A timetable cannot represent two guests in one module; locks are not decisions of a plan. */
    private static final Set<String> NOT_IN_BOTH = Set.of("core.two-in-one-module", "core.lock-kept");

    @Test
    void rulesAndCheckerAgreeOnPlansThatBreakEveryHardAndMediumRule() {
        Set<String> broken = new HashSet<>();
        for (long seed = 0; seed < PROBLEMS; seed++) {
            Scenario scenario = MixedProblem.of(seed);
            for (int plan = 0; plan < PLANS; plan++) {
                TrialPlan trial = plan(scenario, new Random(1000 * seed + plan));
                SortedMap<String, Long> declared = declared(trial);
                assertThat(checked(trial)).as("seed %d, plan %d", seed, plan).isEqualTo(declared);
                broken.addAll(declared.keySet());
            }
        }
        Set<String> all = CoreRules.types().stream()
                .filter(type -> type.level() != Level.SOFT)
                .map(RuleType::id)
                .filter(id -> !NOT_IN_BOTH.contains(id))
                .collect(Collectors.toSet());
        assertThat(broken).isEqualTo(all);
    }

    /** Random decisions, and a few that only a lock could make. */
    private static TrialPlan plan(Scenario scenario, Random random) {
        TrialPlan trial = RuleTrials.emptyTrial(scenario);
        List<Session> sessions =
                trial.sessions().stream().filter(one -> !one.isGuest()).toList();
        if (random.nextInt(4) == 0) {
            MeetingTime other = any(sessions, random).times().getFirst();
            trial.time(
                    any(sessions.stream().filter(one -> one.lesson() == null).toList(), random)
                            .id(),
                    other);
        }
        trial.shuffle(random);
        for (int i = 0; i < 6; i++) {
            trial.seat(
                    any(scenario.demand().seats(), random).id(),
                    RuleTrials.staff("s" + random.nextInt(MixedProblem.STAFF)));
            trial.room(any(sessions, random).id(), RuleTrials.room("r" + random.nextInt(MixedProblem.ROOMS)));
        }
        if (random.nextInt(3) == 0) {
            trial.join(RuleTrials.student("p1"), RuleTrials.group(random.nextBoolean() ? "bo" : "cai"));
        }
        return trial;
    }

    private static <T> T any(List<T> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }

    private static SortedMap<String, Long> declared(TrialPlan trial) {
        return sums(trial.matches().stream().map(RuleMatch::toViolation).filter(fault -> fault.level() != Level.SOFT));
    }

    private static SortedMap<String, Long> checked(TrialPlan trial) {
        Timetable timetable = trial.timetable("0");
        return sums(new TimetableChecker(RuleTrials.PLUGINS::find).checkRules(trial.problem(), timetable).stream());
    }

    private static SortedMap<String, Long> sums(Stream<RuleViolation> faults) {
        return faults.filter(fault -> !NOT_IN_BOTH.contains(fault.rule()))
                .collect(Collectors.groupingBy(
                        RuleViolation::rule, TreeMap::new, Collectors.summingLong(RuleViolation::amount)));
    }
}
